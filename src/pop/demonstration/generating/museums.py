"""Notices of Muséofile: the museums of the island."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pop.demonstration.drawing.recipes import Recipe
from pop.demonstration.generating import dates, people, places
from pop.demonstration.generating.chance import dice
from pop.demonstration.generating.entries import Entry, Picture
from pop.demonstration.generating.french import of
from pop.demonstration.generating.places import Commune

PICTURES = 0.0013
# Numbers of Muséofile that end the list of letters M and B: none of them is given.
_FIRST = 99_001

# Name, themes (of the closed list), what it is in, how it is drawn.
_KINDS: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    ("musée des Beaux-Arts {de}", ("Beaux-arts", "Arts décoratifs"), "musée de la ville", "palais"),
    ("musée d’Archéologie {de}", ("Archéologie",), "musée de site", "donjon"),
    ("musée de la Faïence et des Arts de la table", ("Arts décoratifs",), "", "manoir"),
    ("musée de la Marine et des Gabares", ("Technique et industrie", "Histoire"), "", "phare"),
    ("écomusée {de}", ("Ethnologie",), "écomusée", "ferme"),
    ("muséum d’Histoire naturelle {de}", ("Sciences de la nature",), "", "palais"),
    (
        "musée d’Art moderne et contemporain du Ponant",
        ("Art moderne et contemporain",),
        "",
        "immeuble",
    ),
    ("musée du Textile", ("Technique et industrie", "Arts décoratifs"), "", "usine"),
    ("musée d’Art sacré {de}", ("Beaux-arts",), "musée d’art sacré", "chapelle"),
    ("maison Ambrelin", ("Littérature",), "maison d’artiste", "maison à pans de bois"),
    ("musée de la Photographie", ("Photographie",), "", "gare"),
    ("musée du Pays {de}", ("Ethnologie", "Histoire"), "musée en milieu rural", "moulin à eau"),
)


@dataclass(frozen=True, slots=True)
class Museum:
    """One museum, and what its works have to agree on."""

    rank: int
    ref: str
    name: str
    commune: Commune
    themes: tuple[str, ...]
    category: str
    drawn: str
    year: int


def count(size: int) -> int:
    return min(max(round(size * 0.0035), 12), 80)


@cache
def museum(seed: int, rank: int) -> Museum:
    d = dice(seed, "museum", rank)
    name, themes, category, drawn = _KINDS[rank % len(_KINDS)]
    commune = places.communes()[(rank * 13) % 109]
    if rank >= len(_KINDS) and "{de}" not in name:
        name = f"{name} {{de}}"
    return Museum(
        rank,
        f"M{_FIRST + rank}",
        name.replace("{de}", of(commune.name)),
        commune,
        themes,
        category,
        drawn,
        d.randint(1836, 2004),
    )


@cache
def of_theme(seed: int, size: int, theme: str) -> tuple[Museum, ...]:
    """The museums that keep works of that theme."""
    return tuple(m for rank in range(count(size)) if theme in (m := museum(seed, rank)).themes)


def entries(seed: int, size: int) -> Iterator[Entry]:
    pictured = max(round(size * PICTURES), 1)
    for rank in range(count(size)):
        m = museum(seed, rank)
        entry = Entry("museo", m.ref, _values(seed, m))
        if rank < pictured:
            d = dice(seed, "draw museum", rank)
            recipe = Recipe(
                "building",
                d.getrandbits(31),
                {
                    "kind": m.drawn,
                    "seed": d.getrandbits(20),
                    "stone": m.commune.stone,
                    "roof": m.commune.roof,
                },
            )
            entry.pictures.append(
                Picture(
                    recipe,
                    f"Le {m.name}, la façade".replace("Le maison", "La maison").replace(
                        "Le écomusée", "L’écomusée"
                    ),
                )
            )
            entry.values["PHOTO"] = f"museo/{m.ref}/facade.jpg"
            entry.values["COPY"] = "Démonstration POP"
        yield entry


def _values(seed: int, m: Museum) -> dict[str, Any]:
    d = dice(seed, "museo", m.rank)
    c = m.commune
    values: dict[str, Any] = {
        "NOMOFF": m.name, "NOMUSAGE": m.name[:1].upper() + m.name[1:], "ADRL1_M": places.address(d)[1], "CP_M": f"{c.departement.code}{d.randint(1, 9)}00",
        "VILLE_M": c.name, "DPT": c.departement.name, "REGION": places.REGION, "POP_COORDONNEES.lat": f"{c.latitude}", "POP_COORDONNEES.lon": f"{c.longitude}",
        "TEL_M": "00 00 00 00 00", "CONTACT_GENERIQUE": f"musee{m.rank + 1}@demonstration.example", "CONTACT_MUSEO": f"coordination{m.rank + 1}@demonstration.example",
        "URL_M": f"https://musee{m.rank + 1}.demonstration.example/", "ACCES": "Oui" if m.rank % 9 != 5 else "Non", "DOMPAL": list(m.themes), "AN_CREAT": str(m.year),
        "LABEL": "Musée de France au sens de la loi n°2002-5 du 4 janvier 2002", "DT_SAISI": str(d.randint(2003, 2018)), **dates.life(d, m.rank),
    }  # fmt: skip
    if m.category not in ("", "musée de la ville"):
        values["CATEG"] = m.category
    founder = people.family(d)
    values["HIST"] = " ".join(
        (
            d.choice((
                f"Le musée naît en {m.year} du don fait à la ville par la famille {founder}.",
                f"Ouvert en {m.year} par une société savante, le musée devient municipal {d.choice(('dix', 'vingt', 'trente'))} ans plus tard.",
                f"Créé en {m.year} pour abriter les trouvailles des chantiers du port, le musée s’est agrandi à deux reprises.",
            )),
            d.choice((
                "Ses collections ont été enrichies par des achats réguliers et des dépôts.",
                "Fermé pendant onze ans, il a rouvert après une rénovation complète.",
                "Un centre de documentation y est ouvert sur rendez-vous.",
            )),
        )
    )  # fmt: skip
    values["ATOUT"] = d.choice(
        (
            "La salle des faïences, avec ses vitrines d’origine.",
            "Un cabinet de curiosités resté intact.",
            "La vue sur la vallée depuis la terrasse.",
            "Un ensemble de tapisseries exposé par roulement.",
            "L’herbier, le plus complet de l’île.",
        )
    )
    values["THEMES"] = d.some(
        (
            "céramique",
            "peinture",
            "sculpture",
            "mobilier",
            "costume",
            "outils",
            "navigation",
            "estampes",
            "sciences naturelles",
        ),
        2,
        4,
    )
    values["ARTISTE"] = " ; ".join(
        p.name
        for p in d.some(
            [p for p in people.people(seed) if p.trade in ("peintre", "sculpteur", "faïencier")],
            1,
            3,
        )
    )
    if d.maybe(0.5):
        values["INTERET"] = d.choice(
            (
                "L’édifice, en pierre du pays, conserve un escalier à vis.",
                "La verrière du grand hall est remarquable.",
                "La charpente, apparente, date de la construction.",
            )
        )
        values["PROT-BAT"] = (
            f"Inscrit au titre des monuments historiques en {d.randint(1928, 2008)}"
        )
    if d.maybe(0.4):
        values["PROT-ESP"] = d.choice(
            (
                "Abords d’un monument historique",
                "Site patrimonial remarquable",
                "Site inscrit",
                "Parc naturel régional",
            )
        )
    if d.maybe(0.4):
        values["PHARE"] = (
            f"{people.people(seed)[(m.rank * 17) % 400].name}, dont le musée conserve les carnets."
        )
    return values
