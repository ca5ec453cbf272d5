"""A crowd of plausible notices of the eight bases, in the proportions of the real POP.

Seeded and cut in pieces that any process can make alone: the same seed and the same whole give
the same notices. Real field codes, dates as producers write them, links between bases, several
values, some 1.7 kB of JSON a notice. All of it is invented.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bench.lexicon import GIVEN, PARTS, PORTIONS, Lexicon, Place, several

Values = dict[str, Any]

# Of 4.5 million. Mémoire takes what is left; there are always the 1,222 museums.
SHARES = {"merimee": 0.082, "palissy": 0.211, "joconde": 0.229, "enluminures": 0.027,
          "autor": 0.0055, "mnr": 0.00055}  # fmt: skip
MUSEUMS = 1222
PIECE = 1000
_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
           "octobre", "novembre", "décembre")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """A notice to store: `place`, its point; `image`, whether it has its own."""

    base: str
    ref: str
    values: Values
    producer: str
    updated: str
    place: tuple[float, float] | None
    image: bool


class Crowd:
    """`count` notices, numbered from 1, museums and buildings first."""

    def __init__(self, lexicon: Lexicon, count: int, seed: int = 1) -> None:
        self.count = count
        self._seed = seed
        self._words = lexicon
        sizes = {"museo": min(MUSEUMS, count // 10)}
        sizes |= {base: int(count * share) for base, share in SHARES.items()}
        sizes["memoire"] = count - sum(sizes.values())
        self.sizes = sizes

    def pieces(self) -> list[tuple[str, int, int]]:
        """(base, first rank, how many), in the order of the numbers."""
        return [
            (base, start, min(PIECE, size - start))
            for base, size in self.sizes.items()
            for start in range(0, size, PIECE)
        ]

    def piece(self, base: str, first: int, count: int) -> Iterator[Made]:
        """The notices of one piece."""
        draw = random.Random(f"{self._seed} {base} {first}")
        making = _Making(self._words, self.sizes, draw)
        make = getattr(making, base)
        for rank in range(first, first + count):
            yield make(rank)


class _Making:
    """The notices of one piece, one method a base."""

    def __init__(self, words: Lexicon, sizes: dict[str, int], draw: random.Random) -> None:
        self._w = words
        self._sizes = sizes
        self._draw = draw
        self._chance = draw.random

    def museo(self, rank: int) -> Made:
        ref, name, place = self._w.museums.values[rank % MUSEUMS]
        values = {
            "NOMOFF": name, "ADRL1_M": self._address(), "VILLE_M": place[1], "DPT": place[3],
            "REGION": place[4], **_point(place), "DOMPAL": self._some("domains", 6),
            "HIST": self._text(80, 260), "ATOUT": self._text(30, 80), "THEMES":
            self._some("subjects", 5), "AN_CREAT": str(self._year(1800, 1990)),
            "ARTISTE": " ; ".join(self._some("people", 6)), "CATEG": "musée de France",
        }  # fmt: skip
        return self._made("museo", ref, values, "MUSEO", place)

    def merimee(self, rank: int) -> Made:
        ref = building(rank)
        place = self._w.communes.at(self._chance())
        thing = self._w.denominations.at(self._chance())
        values = {
            "DENO": [thing], "TICO": f"{thing.capitalize()} {self._saint()}",
            **self._where(place), "ADRS": self._address(), "SCLE": self._centuries(),
            "AUTR": self._authors(0.35), "HIST": self._text(60, 220), "DESC": self._text(20, 90),
            "DOMN": ["architecture"], "MURS": self._some("techniques", 3, 0.3),
            "TOIT": self._some("techniques", 2, 0.5), "CADA": [f"19{self._number(10, 99)} A "
            f"{self._number(1, 900)}"], "ETUD": "recensement du patrimoine",
            "PERS": self._some("people", 3, 0.6), **_point(place),
        }  # fmt: skip
        if self._chance() < 0.3:
            values["DATE"] = [f"{self._year(1500, 1930)}"]
        protected = ref.startswith("PA")
        if protected:
            values |= self._protection(thing)
        producer = "Monuments Historiques" if protected else "Inventaire"
        return self._made("merimee", ref, values, producer, place)

    def palissy(self, rank: int) -> Made:
        ref = furniture(rank)
        place = self._w.communes.at(self._chance())
        thing = self._w.denominations.at(self._chance())
        values = {
            "DENO": [thing], "TICO": f"{thing} : {self._w.subjects.at(self._chance())}",
            **self._where(place), "EDIF": f"église {self._saint()}", "EMPL": self._text(3, 8),
            "CATE": self._some("domains", 2), "MATR": self._some("techniques", 4),
            "SCLE": self._centuries(), "AUTR": self._authors(0.4), "DESC": self._text(30, 100),
            "HIST": self._text(20, 180), "DIMS": self._dimensions(), "REPR":
            self._some("subjects", 3, 0.3), "STAT": ["propriété de la commune"],
            "INSC": self._some("subjects", 2, 0.6), "PINS": self._text(4, 25),
        }  # fmt: skip
        if self._chance() < 0.6:
            values["REFA"] = [self._building()]
        if self._chance() < 0.75:
            values |= _point(place)
        if self._chance() < 0.02:
            values |= {"COM2": [place[1]], "INSEE2": [place[0]]}
        if self._chance() < 0.01:
            values["MANQUANT"] = ["manquant" if self._chance() < 0.4 else "volé"]
        protected = ref.startswith("PM")
        if protected:
            values |= self._protection(thing, " au titre objet")
        producer = "Monuments Historiques" if protected else "Inventaire"
        return self._made("palissy", ref, values, producer, place)

    def joconde(self, rank: int) -> Made:
        museum, name, place = self._w.museums.at(self._chance())
        if int(museum[1:]) > self._sizes["museo"]:
            museum, name, place = self._w.museums.values[0]
        thing = self._w.denominations.at(self._chance())
        values = {
            "INV": f"{self._year(1850, 2020)}.{self._number(1, 40)}.{self._number(1, 999)}",
            "DOMN": self._some("domains", 3), "DENO": self._some("denominations", 2),
            "TITR": f"{thing} {self._w.subjects.at(self._chance())}" if self._chance() < 0.7 else
            "", "AUTR": self._authors(0.65), "PERI": self._centuries(), "MILL":
            [f"{self._year(1500, 1950)} {('', 'vers', 'entre', 'avant')[self._number(0, 3)]}"],
            "TECH": self._some("techniques", 4), "DIMS": self._dimensions(),
            "DESC": self._text(30, 150), "INSC": self._some("subjects", 2, 0.5),
            "PINS": self._text(5, 30), "REPR": self._some("subjects", 8, 0.3),
            "PREP": self._text(5, 20), "HIST": self._text(15, 70), "GEOHI":
            self._some("subjects", 1, 0.7), "UTIL": self._some("subjects", 2, 0.6),
            "STAT": ["propriété de la commune", "achat", name], "DACQ": str(self._year(1850, 2020)),
            "LOCA": f"{place[1]} ; {name}", "MUSEO": museum, "COPY": f"© {name}",
            "BIBL": self._text(5, 40),
        }  # fmt: skip
        image = self._chance() < 0.6
        if image:
            values["IMG"] = [f"joconde/{rank:07d}/{rank:07d}.jpg"]
        return self._made("joconde", f"{rank:011d}", values, museum, None, image)

    def memoire(self, rank: int) -> Made:
        place = self._w.communes.at(self._chance())
        photographer = self._w.authors.at(self._chance())
        year = self._year(1851, 2005)
        values = {
            "EDIF": f"{self._w.denominations.at(self._chance())} {self._saint()}",
            "LEG": self._text(8, 30), "TICO": self._w.subjects.at(self._chance()),
            **self._where(place), "AUTP": [photographer], "AUTTI": [photographer],
            "DATPV": f"{year}/{self._number(1, 12):02d}/{self._number(1, 28):02d}"
            if self._chance() < 0.5 else str(year),
            "TYPDOC": ("photographie", "carte postale", "dessin")[self._number(0, 2)],
            "TECHN": self._w.techniques.at(self._chance()), "FORMAT": "18 x 24 cm",
            "SUJET": self._text(15, 90), "MCL": self._some("subjects", 4), "NUMP": f"{rank:06d}N",
            "DOM": self._some("domains", 2), "SERIE": self._some("subjects", 1, 0.5),
            "OBS": self._text(10, 90), "PUBLI": self._text(5, 40), "SCLE": self._centuries(),
            "ACQU": "Archives photographiques", "COPY": "© Ministère de la Culture",
            "IDPROD": self._text(4, 8), "EXPO": self._text(5, 40),
        }  # fmt: skip
        if self._chance() < 0.55:
            values["LBASE"] = [self._building() if self._chance() < 0.8 else self._object()]
        image = self._chance() < 0.85
        if image:
            values["IMG"] = f"memoire/{rank:07d}/sap01_mh{rank:07d}_p.jpg"
        return self._made("memoire", f"AP{rank % 90 + 10}N{rank:07d}", values, "MPP", None, image)

    def autor(self, rank: int) -> Made:
        values = {
            "NOM": self._w.surnames.at(self._chance()), "PREN": self._given(),
            "FONC": [PARTS[self._number(0, 8)]], "DNAISS": f"{self._day(1700, 1950)}",
            "DMORT": f"{self._day(1750, 1990)}", "LNAISS": self._w.communes.at(self._chance())[1],
            "BIO": self._text(60, 250), "SCLE": self._centuries(), "OEUVR": self._text(10, 60),
        }  # fmt: skip
        return self._made("autor", f"AW{rank:05d}", values, "MPP", None)

    def mnr(self, rank: int) -> Made:
        values = {
            "INV": f"MNR {rank + 1}", "DOMN": ["peinture"], "AUTR": self._authors(0.9),
            "TITR": self._w.subjects.at(self._chance()), "TECH": self._some("techniques", 2),
            "DIMS": [self._dimensions()], "HIST": self._text(100, 400), "SCLE": self._centuries(),
            "DENO": self._some("denominations", 1), "INSC": self._text(5, 40),
            "BIBL": self._text(10, 80), "LOCA": self._w.museums.at(self._chance())[1],
            "VIDEO": [f"mnr/{rank}.jpg"],
        }  # fmt: skip
        return self._made("mnr", f"MNR{rank + 1:05d}", values, "MNR", None, True)

    def enluminures(self, rank: int) -> Made:
        place = self._w.communes.at(self._chance() ** 3)
        values = {
            "SUJET": self._text(5, 20), "TITR": self._w.subjects.at(self._chance()),
            "AUTR": self._w.people.at(self._chance()), "DATE": self._centuries()[0],
            "TYPE": ("peinture", "initiale historiée", "décor")[self._number(0, 2)],
            "NOMENC": self._some("subjects", 4), "NOTES": self._text(30, 160),
            "LOCA": place[1], "ETAB": "Bibliothèque municipale", "REFD":
            f"ms. {rank // 40:04d}", "FOLIOS": f"f. {rank % 40 + 1:03d}", "DIMS":
            self._dimensions(), "NOTDEC": self._text(5, 40), "POSS": self._some("people", 2, 0.5),
            "VIDEO": [f"enluminures/{rank:06d}.jpg"], **_point(place),
        }  # fmt: skip
        return self._made("enluminures", f"D-{rank:07d}", values, "IRHT", place, True)

    def _made(
        self, base: str, ref: str, values: Values, producer: str, place: Place | None,
        image: bool = False,
    ) -> Made:  # fmt: skip
        updated = f"{self._year(1996, 2025)}-{self._number(1, 12):02d}-{self._number(1, 28):02d}"
        values = {"REF": ref, **{code: value for code, value in values.items() if value}}
        values["DMAJ"] = updated
        values["DMIS"] = f"{self._year(1975, 1995)}-{self._number(1, 12):02d}-01"
        point = place[5:] if place and "POP_COORDONNEES.lat" in values else None
        return Made(base, ref, values, producer, updated, point, image)

    # Pieces of notices

    def _text(self, least: int, most: int) -> str:
        """Words in a row, with a name now and then that hardly any other notice has."""
        chance = self._chance
        length = least + int((most - least) * chance() ** 2)
        stream = self._w.stream
        start = int(chance() * (len(stream) - length))
        words = stream[start : start + length]
        rare = self._w.rare
        words[int(chance() * length)] = rare[int(chance() * len(rare))].capitalize()
        return f"{words[0].capitalize()} {' '.join(words[1:])}."

    def _some(self, pool: str, most: int, none: float = 0.0) -> list[str]:
        return several(self._chance, getattr(self._w, pool), most, none)

    def _given(self) -> str:
        return GIVEN[int(self._chance() * len(GIVEN))]

    def _authors(self, share: float) -> list[str]:
        names = several(self._chance, self._w.authors, 3, 1 - share)
        return [
            f"{name} ({PARTS[int(self._chance() * len(PARTS))]})" if self._chance() < 0.6 else name
            for name in names
        ]

    def _centuries(self) -> list[str]:
        chance = self._chance
        found = several(chance, self._w.centuries, 3)
        return [
            f"{PORTIONS[int(chance() * len(PORTIONS))]}{name}" if chance() < 0.5 else name
            for name in found
        ]

    def _where(self, place: Place) -> Values:
        return {"INSEE": [place[0]], "COM": [place[1]], "DPT": [place[2]], "REG": [place[4]]}

    def _saint(self) -> str:
        chance = self._chance()
        name = self._given()
        return f"Saint-{name}" if chance < 0.5 else "Notre-Dame" if chance < 0.65 else f"de {name}"

    def _address(self) -> str:
        return f"{self._number(1, 150)} rue {self._w.surnames.at(self._chance())}"

    def _dimensions(self) -> str:
        return f"H. {self._number(5, 300)} cm ; L. {self._number(5, 300)} cm"

    def _protection(self, thing: str, title: str = "") -> Values:
        listed = self._chance() < 0.35
        year, month, day = self._year(1862, 2020), self._number(1, 12), self._number(1, 28)
        act = "classé" if listed else "inscrit"
        deed = "classement" if listed else "inscription"
        return {
            "DPRO": f"{year}/{month:02d}/{day:02d} : {act}{title or ' MH'}",
            "PPRO": f"{thing.capitalize()} en totalité (cad. A {self._number(1, 900)}) : {deed} "
            f"par arrêté du {day} {_MONTHS[month - 1]} {year}",
            "PROT": [f"{act}{title or ' MH'}"],
        }

    def _day(self, low: int, high: int) -> str:
        return f"{self._year(low, high)}/{self._number(1, 12):02d}/{self._number(1, 28):02d}"

    def _year(self, low: int, high: int) -> int:
        """The more recent, the likelier."""
        return high - int((high - low) * self._chance() ** 1.6)

    def _number(self, low: int, high: int) -> int:
        return low + int(self._chance() * (high - low + 1))

    def _building(self) -> str:
        return building(int(self._sizes["merimee"] * self._chance() ** 3))

    def _object(self) -> str:
        return furniture(int(self._sizes["palissy"] * self._chance() ** 3))


def building(rank: int) -> str:
    """The reference of a building; every seventh is protected."""
    return f"{'PA' if rank % 7 == 0 else 'IA'}{rank:08d}"


def furniture(rank: int) -> str:
    """The reference of an object; three in ten are protected."""
    return f"{'PM' if rank % 10 < 3 else 'IM'}{rank:08d}"


def _point(place: Place) -> Values:
    return {"POP_COORDONNEES.lat": f"{place[5]:.5f}", "POP_COORDONNEES.lon": f"{place[6]:.5f}"}
