"""Notices of Joconde: the works and objects of the museums of the island."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pop.demonstration.drawing.recipes import Recipe
from pop.demonstration.generating import building_notices, dates, museums, objects, people
from pop.demonstration.generating.buildings import building
from pop.demonstration.generating.chance import Dice, dice
from pop.demonstration.generating.entries import ASK_ARTIST, FREE, Entry, Picture
from pop.demonstration.generating.entries import DRAWN as CREDIT
from pop.demonstration.generating.museums import Museum
from pop.demonstration.generating.people import Person
from pop.demonstration.generating.work_kinds import DRAWN, PLAIN, Kind

SHARE = 0.325
PICTURES = 0.0135
_SIZES = {
    "a": (9, 32),
    "b": (22, 48),
    "c": (38, 76),
    "d": (60, 110),
    "e": (90, 180),
    "f": (180, 300),
    "g": (280, 620),
}


def count(size: int) -> int:
    return round(size * SHARE)


def kind_of(seed: int, rank: int) -> Kind:
    """The first ones go through every kind that can be drawn; then chance decides, and most are
    of the other kinds."""
    if rank < 4 * len(DRAWN):
        return DRAWN[rank % len(DRAWN)]
    d = dice(seed, "kind of work", rank)
    if rank < 420 or d.maybe(0.16):
        return d.weighted([(kind, kind.weight) for kind in DRAWN])
    return d.choice(PLAIN)


@cache
def keeper(seed: int, size: int, rank: int) -> Museum:
    kind = kind_of(seed, rank)
    able = museums.of_theme(seed, size, kind.theme) or museums.of_theme(seed, size, "Beaux-arts")
    return dice(seed, "keeper", rank).choice(able)


def reference(seed: int, size: int, rank: int) -> str:
    """The code of the museum, then the number of the work: M99001000012."""
    return f"{keeper(seed, size, rank).ref}{rank + 1:06d}"


def entries(seed: int, size: int) -> Iterator[Entry]:
    left = round(size * PICTURES)
    for rank in range(count(size)):
        kind = kind_of(seed, rank)
        d = dice(seed, "work", rank)
        title, drawing = d.choice(kind.titles)
        year = d.randint(*kind.years) or 1
        entry = Entry(
            "joconde", reference(seed, size, rank), _values(seed, size, rank, kind, title, year, d)
        )
        if kind.family and left > 0:
            left -= 1
            _picture(seed, rank, kind, title, year, drawing, entry)
        yield entry


def _picture(
    seed: int, rank: int, kind: Kind, title: str, year: int, drawing: dict[str, Any], entry: Entry
) -> None:
    d = dice(seed, "draw work", rank)
    parameters = {**{key: d.choice(values) for key, values in kind.ways.items()}, **drawing}
    if kind.family == "portrait":
        parameters.setdefault("century", min(max((year - 1) // 100 + 1, 15), 20))
    # A few are as large as what a photographic service delivers: panoramas, a tapestry.
    if rank // len(DRAWN) == 2 and kind.term in ("panorama", "tapisserie"):
        parameters["scale"] = 6.0 if kind.term == "panorama" else 2.5
        if kind.term == "panorama":
            parameters["technique"] = "gouache"
    one = d.getrandbits(31)
    # What is recent is not free: its author, or those who inherit, are asked.
    rights = ASK_ARTIST if year > 1954 else FREE
    entry.pictures.append(Picture(Recipe(kind.family, one, parameters), title, CREDIT, rights))
    if kind.family == "vase" and rank % 5 == 0:
        entry.pictures.append(
            Picture(Recipe(kind.family, one + 1, parameters), f"{title}, autre face")
        )
    number = entry.values["INV"].split(" ;")[0].replace(".", "").replace("-", "")
    entry.values["IMG"] = [f"joconde/{entry.ref}/{number}.jpg"]
    entry.values["PHOT"] = "Démonstration POP"
    entry.values["DIFFU"] = "oui"


def _values(
    seed: int, size: int, rank: int, kind: Kind, title: str, year: int, d: Dice
) -> dict[str, Any]:
    m = keeper(seed, size, rank)
    author = people.maker(seed, d, kind.trade, year) if kind.trade and d.maybe(0.72) else None
    entered = d.randint(max(m.year, year + 5, 1840), 2018)
    how = d.choice(("achat", "don", "legs", "don manuel", "achat en vente publique"))
    sizes = {key: str(d.randint(*span)) for key, span in _SIZES.items()}
    values: dict[str, Any] = {
        "INV": f"{entered}.{d.randint(1, 12)}.{d.randint(1, 240)}", "DOMN": list(kind.domains), "DENO": [kind.term], "TITR": title,
        "PERI": [_period(year, d)], "TECH": list(kind.technique), "STAT": ["propriété de la commune", how, m.commune.name, m.name],
        "DACQ": f"{entered} : date d’acquisition", "LOCA": f"{m.commune.name} ; {m.name}", "MUSEO": m.ref, "CONTACT": f"musee{m.rank + 1}@demonstration.example",
        "COPY": f"© {m.commune.name}, {m.name}, notice inventée", **dates.life(d, rank, 1995),
    }  # fmt: skip
    if kind.size:
        values["DIMS"] = kind.size.format(**sizes)
    if kind.subject:
        values["REPR"] = list(kind.subject)
    values |= _authorship(author, kind, year, d)
    if abs(year) > 1000 and d.maybe(0.6):
        values["MILL"] = [dates.about(year, d)] if year > 0 else []
    if year < 0:
        values["EPOQ"] = [
            d.choice(("âge du fer", "époque classique")) if year > -2000 else "Paléolithique"
        ]
    if d.maybe(0.5):
        values["DESC"] = _description(kind, title, d)
    if d.maybe(0.35):
        values["HIST"] = _history(kind, entered, how, d)
    if kind.theme == "Archéologie":
        c = building(seed, rank % 50).commune
        values["DECV"] = (
            f"France ; Haute-Valserre ; {c.name} (lieu de découverte) ; fouilles ; {d.randint(1952, 2008)}"
        )
        if d.maybe(0.3):
            values["PDEC"] = (
                f"Carré {d.choice('ABCD')}{d.randint(1, 24)}, couche {d.randint(1, 9)}."
            )
        values["LIEUX"] = ["France", "Haute-Valserre", f"{c.name} (lieu de découverte)"]
    if d.maybe(0.22):
        values["INSC"] = d.choice((["signé"], ["signé", "daté"], ["inscription"], ["marque"]))
        values["PINS"] = d.choice(
            (
                "S.b.d.",
                "S.D.b.g. : l’année est effacée",
                "Au revers, une étiquette ancienne : « n° 12 ».",
                "Marque peinte en bleu : une étoile à cinq branches.",
            )
        )
    if kind.theme in ("Ethnologie", "Arts décoratifs") and d.maybe(0.4):
        values["UTIL"] = [
            d.choice(
                ("vie domestique", "service de table", "travail du bois", "pêche", "cérémonie")
            )
        ]
    if d.maybe(0.2):
        values["EXPO"] = (
            f"« {d.choice(('Le Temps des gabares', 'Bleus de Valserre', 'Lumières du Ponant', 'Un musée à la campagne'))} », {m.commune.name}, {d.randint(1978, 2018)}"
        )
    if d.maybe(0.2):
        values["BIBL"] = (
            f"{people.family(d)}, « Les collections {m.commune.departement.name} », {d.randint(1968, 2016)}, n° {d.randint(2, 320)}"
        )
    if d.maybe(0.3):
        values["REDA"] = [people.writer(d)]
    values |= _situation(rank, m, d)
    values |= _links(seed, size, rank, d)
    return values


def _period(year: int, d: Dice) -> str:
    if year < -2000:
        return "Paléolithique moyen"
    if year < 0:
        return f"{-year // 100 + 1}e siècle av J.-C."
    return dates.part(year, d)


def _authorship(author: Person | None, kind: Kind, year: int, d: Dice) -> dict[str, Any]:
    if author is None:
        return {"AUTR": ["Anonyme"], "NSDA": "inconnu"} if kind.trade else {}
    values: dict[str, Any] = {
        "AUTR": [f"{author.last.upper()} {author.first}"], "NSDA": "féminin" if author.woman else "masculin",
        "PAUT": f"{author.born} ; {author.died}" if author.died else f"née en {author.born}" if author.woman else f"né en {author.born}",
        "ECOL": [d.choice(("France", "France", "École de Valserre"))],
    }  # fmt: skip
    if d.maybe(0.06):
        values["ATTR"] = f"{people.family(d)} (ancienne attribution)"
    return values


_SEEN = {
    "landscape": ("Le premier plan, dans l’ombre, conduit le regard vers un village au bord de l’eau.", "Un ciel vaste occupe plus de la moitié de la composition.", "De petits personnages donnent l’échelle."),
    "portrait": ("La figure, de face, se détache sur un fond uni ; le regard est tourné vers le spectateur.", "Le vêtement, sombre, fait valoir le visage et le col.", "Le modèle n’est pas identifié."),
    "still life": ("Les objets sont disposés sur une table de bois ; la lumière vient de la gauche.", "Un linge blanc introduit une note claire.", "Les matières sont rendues avec précision."),
    "composition": ("Les formes, posées à plat, jouent de trois couleurs dominantes.", "L’artiste supprime toute profondeur.", "La composition se lit dans tous les sens."),
    "vase": ("La panse, renflée, porte un décor sur tout le pourtour.", "Le col est souligné d’une frise ; le pied reste nu.", "Une restauration est visible sur la lèvre."),
    "textile": ("Le motif se répète selon une grille en quinconce.", "Les couleurs ont gardé leur fraîcheur au revers.", "La bordure est rapportée."),
}  # fmt: skip


def _description(kind: Kind, title: str, d: Dice) -> str:
    said = _SEEN.get(
        kind.family,
        (
            "L’état de conservation est bon.",
            "La forme est courante dans l’île.",
            "Des traces d’usage sont visibles.",
            "La facture est soignée.",
        ),
    )
    return " ".join(d.some(said, 1, 2))


def _history(kind: Kind, entered: int, how: str, d: Dice) -> str:
    return d.choice(
        (
            f"Entrée dans les collections en {entered} ({how}), l’œuvre n’a pas quitté le musée depuis.",
            f"Conservée dans une famille du pays jusqu’en {entered}.",
            f"L’œuvre a été restaurée en {d.randint(1968, 2019)} ; l’intervention a fait apparaître un repentir.",
            f"Longtemps exposée à l’hôtel de ville, l’œuvre a rejoint le musée en {entered}.",
        )
    )


def _situation(rank: int, m: Museum, d: Dice) -> dict[str, Any]:
    """Missing, stolen, found: written as producers do, after the location."""
    told = {31: "manquant", 67: "volé", 113: "disparu", 149: "retrouvé"}.get(rank % 401)
    if told:
        return {"LOCA": f"{m.commune.name} ; {m.name} ; {told}"}
    if rank % 61 == 20:
        return {
            "DEPO": ["dépôt", m.commune.name, "hôtel de ville"],
            "DDPT": str(d.randint(1921, 2003)),
        }
    return {}


def _links(seed: int, size: int, rank: int, d: Dice) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if rank % 83 == 12:
        values["REFMER"] = [
            building_notices.reference(building(seed, rank % building_notices.count(seed, size)))
        ]
    if rank % 89 == 15:
        values["REFPAL"] = [
            objects.reference(objects.thing(seed, size, rank % objects.count(size)))
        ]
    if rank % 997 == 500:
        values["REFMER"] = ["PA9A999999"]
    if rank % 997 == 600:
        values["REFMEM"] = ["MH9A999999"]
    if rank % 997 == 700:
        values["REFPAL"] = ["PM9A999999"]
    return values
