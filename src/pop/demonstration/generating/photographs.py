"""Notices of Mémoire: photographs of those very buildings, people and objects, and drawings of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pop.demonstration.drawing.recipes import Recipe
from pop.demonstration.generating import (
    authors,
    building_notices,
    dates,
    museums,
    objects,
    people,
    places,
    works,
)
from pop.demonstration.generating.buildings import Building, building
from pop.demonstration.generating.chance import Dice, dice
from pop.demonstration.generating.entries import (
    ASK,
    DRAWN,
    FREE,
    NOT_CHECKED,
    Entry,
    Picture,
)
from pop.demonstration.generating.french import capital, of, of_the

SHARE = 0.26
PICTURES = 0.0095
# Views of one building that a picture is drawn for, before the next one.
_VIEWS = 3


@dataclass(frozen=True, slots=True)
class Process:
    """How a view was taken: from when to when, and what the notice says of it."""

    medium: str
    years: tuple[int, int]
    kind: str
    technique: str
    colour: str
    sheet: str


PROCESSES = (
    Process("couleur", (1972, 2019), "diapositive ou image numérique", "numérique", "couleur", "24 x 36"),
    Process("sépia", (1892, 1926), "négatif", "gélatino-bromure (support verre)", "noir et blanc", "13 x 18"),
    Process("noir et blanc", (1921, 1974), "négatif", "gélatino-bromure (support souple)", "noir et blanc", "6 x 9"),
    Process("albuminé", (1856, 1891), "positif", "papier albuminé", "noir et blanc", "18 x 24"),
    Process("nuit", (1988, 2019), "diapositive ou image numérique", "numérique", "couleur", "24 x 36"),
    Process("autochrome", (1908, 1931), "autochrome", "autochrome (support verre)", "couleur", "9 x 12"),
    Process("lavis", (1836, 1908), "document graphique", "encre et lavis sur papier", "couleur", "48 x 62"),
    Process("encre", (1842, 1930), "document graphique", "encre sur papier", "noir et blanc", "50 x 65"),
    Process("cyanotype", (1886, 1934), "tirage", "cyanotype", "monochrome bleu", "18 x 24"),
)  # fmt: skip
_ASPECTS = (
    "façade ouest",
    "vue générale",
    "ensemble sud-ouest",
    "élévation principale",
    "vue depuis la place",
    "façade sur rue",
    "vue prise du chemin",
)


def count(size: int) -> int:
    return round(size * SHARE)


def reference(b_or_rank: int, code: str, producer: str) -> str:
    """« MH9A00012 », « IVR9A_… », « AP9B… »: the beginning tells the producer."""
    if producer.startswith("IV"):
        return f"{producer}{code}_{b_or_rank + 1:07d}"
    return f"{producer}{code}{b_or_rank + 1:06d}"


_PRODUCERS = (
    ("AP", 5),
    ("MH", 3),
    ("IVR", 3),
    ("IVN", 0.3),
    ("IVD", 0.3),
    ("IVC", 0.3),
    ("AR", 0.8),
    ("OA", 0.6),
    ("AJDP", 0.1),
)


def entries(seed: int, size: int) -> Iterator[Entry]:
    pictured = round(size * PICTURES)
    for rank in range(count(size)):
        d = dice(seed, "photograph", rank)
        subject = rank % 10
        if subject == 9:
            yield _other(seed, size, rank, d, rank < pictured)
        elif rank >= pictured and subject in (3, 6):
            yield _of_object(seed, size, rank, d)
        else:
            yield _of_building(seed, size, rank, d, rank < pictured)


def _of_building(seed: int, size: int, rank: int, d: Dice, pictured: bool) -> Entry:
    buildings = building_notices.count(seed, size)
    if pictured:
        # The tens of a hundred are kept for other subjects: views follow each other without gap.
        number = rank - rank // 10
        b, view = building(seed, (number // _VIEWS) % buildings), number % _VIEWS
    else:
        b, view = building(seed, d.randrange(buildings)), d.randrange(6)
    process = _process(b, view, d)
    year = d.randint(max(process.years[0], min(b.year + 2, process.years[1])), process.years[1])
    aspect = (
        d.choice(_ASPECTS)
        if process.kind != "document graphique"
        else d.choice(("élévation", "relevé de la façade principale"))
    )
    if process.medium == "nuit":
        aspect = "mise en lumière"
    entry = _entry(seed, size, rank, d, b, process, year, aspect)
    if pictured:
        said = f"{capital(b.name)}, {aspect}, {year}"
        entry.pictures.append(_picture(_recipe(seed, rank, b, process, aspect), said, entry))
    return entry


def _picture(recipe: Recipe, said: str, entry: Entry) -> Picture:
    """The picture, with the rights that the notice tells in DIFF."""
    rights = {"libre": FREE, "sur autorisation": ASK}.get(entry.values["DIFF"], NOT_CHECKED)
    return Picture(recipe, said, DRAWN, rights)


def _process(b: Building, view: int, d: Dice) -> Process:
    able = [p for p in PROCESSES if p.years[1] > b.year + 1]
    if view == 0 and able[0].medium == "couleur":
        return able[0]
    return able[(view * 3 + b.rank) % len(able)]


def _recipe(seed: int, rank: int, b: Building, process: Process, aspect: str) -> Recipe:
    d = dice(seed, "draw photograph", rank)
    own = dice(seed, "draw building", b.rank).getrandbits(20)
    if b.drawn == "jardin":
        return Recipe("garden", d.getrandbits(31), {"seed": own})
    return Recipe(
        "building", d.getrandbits(31),
        {"kind": b.drawn, "seed": own, "stone": b.stone, "roof": b.roof, "medium": process.medium, "wide": aspect in ("vue générale", "vue prise du chemin")},
    )  # fmt: skip


def _entry(
    seed: int, size: int, rank: int, d: Dice, b: Building, process: Process, year: int, aspect: str
) -> Entry:
    c = b.commune
    producer = d.weighted(_PRODUCERS)
    by = (
        people.photographer(seed, d, year)
        if process.kind != "document graphique"
        else people.maker(seed, d, "dessinateur", year)
    )
    links = [building_notices.reference(b)]
    links += (
        [building_notices.part_reference(b, k) for k in range(len(b.parts))][:1]
        if rank % 2 == 0
        else []
    )
    values = {
        **_common(seed, d, rank, process, year, by, producer), **_where(c),
        "EDIF": capital(b.name), "TICO": f"{capital(b.name)}, {aspect}", "LEG": capital(aspect), "SCLE": [dates.century(b.year)], "LBASE": links, "DOM": ["Architecture"],
        "INSEE": [c.insee], "MCL": [b.kind.term, *d.some(("façade", "rue", "portail", "toiture", "clocher", "arbre", "place"), 0, 2)],
        "SUJET": f"{capital(aspect)} {of_the(b.kind.noun.split(' ')[0], b.kind.gender)}", "ADRESSE": [b.address[1]],
    }  # fmt: skip
    if b.author:
        values["AUTR"] = [f"{b.author.sorted_name} ({b.author.trade_said})"]
    if by and rank % 3 == 0 and by.rank < authors.count(size):
        values["LBASE"] = [*links, authors.reference(by)]
    if rank % 211 == 150:
        values["LBASE"] = [*values["LBASE"], "PA9A999998"]
    if rank < 2000 and rank % 3 < 3:
        values["MARQ"] = str(rank % 3 + 1)
    return Entry("memoire", reference(rank, c.departement.code, producer), values)


def _common(
    seed: int,
    d: Dice,
    rank: int,
    process: Process,
    year: int,
    by: people.Person | None,
    producer: str,
) -> dict[str, Any]:
    idprod = {
        "AP": "Service départemental de l’architecture et du patrimoine (démonstration)", "MH": "Conservation régionale des monuments historiques (démonstration)",
        "AR": "Archives photographiques (démonstration)", "OA": "Conservation des antiquités et objets d’art (démonstration)",
    }.get(producer, "Service de l’inventaire du patrimoine (démonstration)")  # fmt: skip
    if rank % 17 == 4:
        idprod = "SAP02 (démonstration)"
    values: dict[str, Any] = {
        "TYPDOC": process.kind, "TECHN": process.technique, "COULEUR": process.colour, "FORMAT": process.sheet, "DATPV": f"{year}" if d.maybe(0.7) else f"{year}/{d.randint(1, 12):02d}",
        "IDPROD": idprod, "COPY": "© Démonstration POP, image dessinée par programme", "CONTACT": "demonstration@pop.example", "NUMP": f"N{rank + 1:06d}",
        "DIFF": d.choice(("", "libre", "sur autorisation")), "SENS": d.choice(("horizontal", "vertical")), **dates.life(d, rank, 1998),
    }  # fmt: skip
    if by:
        values["AUTP"] = [f"{by.last}, {by.first} ({by.trade_said})"]
    return values


def _where(c: places.Commune) -> dict[str, Any]:
    return {
        "PAYS": ["France"], "REG": [places.REGION], "DPT": [c.departement.code], "DPT_LETTRE": [c.departement.name], "COM": [c.name],
        "LOCA": f"France ; {places.REGION} ; {c.departement.name} ; {c.name}",
    }  # fmt: skip


def _of_object(seed: int, size: int, rank: int, d: Dice) -> Entry:
    t = objects.thing(seed, size, d.randrange(objects.count(size)))
    process = d.choice(PROCESSES[:3])
    year = d.randint(max(process.years[0], min(t.year + 1, process.years[1])), process.years[1])
    producer = d.weighted((("AP", 2), ("OA", 2), ("MH", 3), ("IVR", 2)))
    c = t.keeper.commune
    values = {
        **_common(seed, d, rank, process, year, people.photographer(seed, d, year), producer),
        "OBJT": t.title, "TICO": capital(t.title), "LEG": d.choice(("Vue d’ensemble", "Détail", "Revers", "Vue de trois quarts")), "DOM": ["Objet mobilier"],
        "SCLE": [dates.century(t.year)], "LBASE": [objects.reference(t)], "MCL": [t.kind.term], "DENO": t.kind.term,
    }  # fmt: skip
    if t.masked:
        # The photograph of a masked object says no more than its notice where it is.
        values |= {"PAYS": ["France"], "LOCA": "France"}
    else:
        values |= {**_where(c), "EDIF": capital(t.keeper.name)}
    return Entry("memoire", reference(rank, c.departement.code, producer), values)


def _other(seed: int, size: int, rank: int, d: Dice, pictured: bool) -> Entry:
    """From the air, plans, maps, people, museums."""
    c = places.communes()[(rank * 3) % 109]
    turn = rank // 10 % 5
    process = PROCESSES[(2, 8, 7, 1, 0)[turn]]
    year = d.randint(*process.years)
    producer = d.weighted(_PRODUCERS)
    by = people.photographer(seed, d, year)
    values: dict[str, Any] = {**_common(seed, d, rank, process, year, by, producer), **_where(c)}
    one = dice(seed, "draw other", rank).getrandbits(31)
    if turn == 0:
        medium = ("noir et blanc", "couleur", "sépia")[rank // 50 % 3]
        said = f"Vue aérienne du bourg {of(c.name)}"
        values |= {
            "LEG": said,
            "DOM": ["Site"],
            "MCL": ["vue aérienne", "village"],
            "SUJET": "Vue aérienne verticale du bourg et des champs",
        }
        recipe = Recipe("from above", one, {"seed": rank, "medium": medium})
    elif turn in (1, 2):
        b = _planned(seed, size, rank, turn)
        said = f"Plan au sol {of_the(b.kind.noun.split(' ')[0], b.kind.gender)}"
        values |= {
            "LEG": said,
            "EDIF": capital(b.name),
            **_where(b.commune),
            "DOM": ["Architecture"],
            "LBASE": [building_notices.reference(b)],
            "TYPDOC": "document graphique",
            "ECH": "1/200",
            "MCL": ["plan", b.kind.term],
            "TRL": "relevé manuel",
        }
        kind = (
            "église"
            if b.is_sacred
            else "château"
            if b.kind.noun.startswith("château")
            else "maison"
        )
        recipe = Recipe(
            "plan",
            one,
            {"kind": kind, "seed": b.rank, "medium": "cyanotype" if turn == 1 else "encre"},
        )
    elif turn == 3:
        sitter = people.people(seed)[(rank * 7) % 400]
        for step in range(400):
            sitter = people.people(seed)[(rank * 7 + step) % 400]
            if 1830 < sitter.born < 1885 and sitter.died and sitter.died < 1950:
                break
        year = sitter.born + d.randint(26, 50)
        said = f"Portrait {of(sitter.name)}, {sitter.trade_said}"
        values |= {
            "LEG": said,
            "MCPER": [f"{sitter.last}, {sitter.first}"],
            "DOM": ["Portrait"],
            "LBASE": [authors.reference(sitter)] if sitter.rank < authors.count(size) else [],
            "DATPV": f"{year} vers",
            "MCL": ["portrait", "homme" if not sitter.woman else "femme"],
        }
        recipe = Recipe(
            "portrait",
            one,
            {"century": 19, "woman": sitter.woman, "medium": ("sépia", "albuminé")[rank // 50 % 2]},
        )
    else:
        m = museums.museum(seed, rank // 50 % museums.count(size))
        c = m.commune
        said = f"{capital(m.name)}, façade sur rue"
        values |= {
            **_where(c),
            "LEG": said,
            "EDIF": capital(m.name),
            "DOM": ["Architecture"],
            "REFMUS": [m.ref],
            "MCL": ["musée", "façade"],
        }
        if rank % 100 == 49:
            values["REFJOC"] = [works.reference(seed, size, rank % works.count(size))]
        own = dice(seed, "draw museum", m.rank)
        own.getrandbits(31)
        recipe = Recipe(
            "building",
            one,
            {
                "kind": m.drawn,
                "seed": own.getrandbits(20),
                "stone": c.stone,
                "roof": c.roof,
                "wide": True,
            },
        )
    entry = Entry("memoire", reference(rank, c.departement.code, producer), values)
    if pictured:
        entry.pictures.append(_picture(recipe, said, entry))
    return entry


def _planned(seed: int, size: int, rank: int, turn: int) -> Building:
    """A building whose plan is worth drawing."""
    buildings = building_notices.count(seed, size)
    for step in range(buildings):
        b = building(seed, (rank * 5 + turn + step) % buildings)
        if b.kind.noun in (
            "église paroissiale",
            "abbaye",
            "château",
            "château fort",
            "manoir",
            "maison",
            "hôtel de ville",
        ):
            return b
    return building(seed, 0)
