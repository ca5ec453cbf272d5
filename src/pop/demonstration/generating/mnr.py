"""Notices of Rose-Valland. Their histories are invented and accuse nobody: no spoliation is told, no
owner is named; what is not known is said not to be (rules of the domain, §4 and §7)."""

from collections.abc import Iterator
from typing import Any

from pop.demonstration.drawing.recipes import Recipe
from pop.demonstration.generating import dates, museums, people
from pop.demonstration.generating.chance import Dice, dice
from pop.demonstration.generating.entries import Entry, Picture

SHARE = 0.02
PICTURES = 0.0018
NOTICE = "Notice inventée pour la démonstration : cette œuvre n’existe pas et son histoire ne concerne personne."

# Term, domain, technique, title, family, parameters, category.
_KINDS: tuple[tuple[str, str, str, str, str, dict[str, Any], str], ...] = (
    ("tableau", "peinture", "huile sur toile", "Bord de rivière au soir", "landscape", {"subject": "rivière", "hour": "soir", "technique": "huile ancienne"}, "peinture"),
    ("tableau", "peinture", "huile sur toile", "Nature morte au pichet", "still life", {"subject": "fruits"}, "peinture"),
    ("tableau", "peinture", "huile sur bois", "Portrait d’homme au col blanc", "portrait", {"century": 17}, "peinture"),
    ("tapisserie", "tapisserie", "laine et soie", "Verdure aux animaux", "textile", {"kind": "verdure"}, "objets d’art"),
    ("commode", "mobilier", "marqueterie", "Commode galbée", "furniture", {"kind": "commode"}, "objets d’art"),
    ("vase", "céramique", "faïence", "Potiche à décor bleu", "vase", {"shape": "potiche", "decor": "faïence", "studio": "ardoise"}, "objets d’art"),
    ("tableau", "peinture", "huile sur toile", "Vue d’un port", "landscape", {"subject": "port", "hour": "matin", "technique": "huile ancienne"}, "peinture"),
    ("dessin", "dessin", "sanguine", "Tête de femme", "portrait", {"century": 18, "woman": True, "technique": "sanguine"}, "arts graphiques"),
    ("tableau", "peinture", "huile sur toile", "Bouquet dans un vase", "still life", {"subject": "fleurs"}, "peinture"),
    ("aiguière", "orfèvrerie", "argent", "Aiguière à décor de feuilles", "vessel", {"shape": "aiguière", "metal": "argent"}, "objets d’art"),
    ("tapis", "textile", "laine", "Tapis à médaillon", "textile", {"kind": "tapis"}, "objets d’art"),
    ("tableau", "peinture", "huile sur toile", "Vallée sous l’orage", "landscape", {"subject": "vallée", "hour": "orage", "technique": "huile ancienne"}, "peinture"),
)  # fmt: skip


def count(size: int) -> int:
    return round(size * SHARE)


def reference(rank: int) -> str:
    """Numbers far above the last one given."""
    if rank % 40 == 39:
        return f"JDP{90_001 + rank}"
    return f"{('MNR', 'MNR', 'MNR', 'OAR', 'REC')[rank % 5]}{90_001 + rank}"


def entries(seed: int, size: int) -> Iterator[Entry]:
    pictured = max(round(size * PICTURES), 1)
    for rank in range(count(size)):
        term, domain, technique, title, family, parameters, category = _KINDS[rank % len(_KINDS)]
        values = _values(seed, size, rank, term, domain, technique, title, category)
        entry = Entry("mnr", reference(rank), values)
        if rank < pictured:
            recipe = Recipe(family, dice(seed, "draw mnr", rank).getrandbits(31), parameters)
            entry.pictures.append(Picture(recipe, title))
            values["VIDEO"] = [f"mnr/{reference(rank)}/vue.jpg"]
            values["PHOT"] = "Démonstration POP"
        yield entry


def _values(
    seed: int,
    size: int,
    rank: int,
    term: str,
    domain: str,
    technique: str,
    title: str,
    category: str,
) -> dict[str, Any]:
    d = dice(seed, "mnr", rank)
    year = d.randint(1620, 1880)
    trade = {
        "peinture": "peintre",
        "dessin": "dessinateur",
        "orfèvrerie": "orfèvre",
        "tapisserie": "lissier",
        "mobilier": "ébéniste",
        "céramique": "faïencier",
    }.get(domain, "")
    author = people.maker(seed, d, trade, year) if trade and d.maybe(0.6) else None
    keeper = museums.museum(seed, rank % museums.count(size))
    ref = reference(rank)
    number = f"{ref[:3]} {int(ref[3:])}"
    values: dict[str, Any] = {
        "INV": number, "DOMN": [domain], "DENO": [term], "TITR": title, "SCLE": [dates.century(year)], "TECH": [technique],
        "DIMS": [f"H. {d.randint(24, 160)} ; L. {d.randint(20, 180)}"], "AUTR": [author.sorted_name if author else "Anonyme"], "ECOL": d.choice(("France", "École de Valserre")),
        "LOCA": keeper.commune.name, "AFFE": keeper.name, "CATE": category, "NUMS": f"n° {d.randint(1000, 9999)} d’une liste inventée", "NOTE2": NOTICE,
        "HIST": _history(d), "PROV": d.choice(("Détenteurs successifs non établis à ce jour.", "Lacune entre 1935 et 1946 ; aucune source connue.", "Première mention dans une liste d’après-guerre, sans indication d’origine.")),
        "DESC": d.choice(("Bon état général.", "Cadre plus récent.", "Réentoilage ancien.", "Quelques usures sur les bords.")), **dates.life(d, rank, 2004),
    }  # fmt: skip
    if rank % 19 == 6:
        values["HIST4"] = (
            f"Exemple de démonstration : œuvre rendue à ses ayants droit le {dates.said(dates.day(d, 1999, 2021))}."
        )
    if rank % 11 == 4:
        values |= {
            "SALLES": "salle 3",
            "CARTELS": "mention conforme",
            "NET": "oui",
            "RCL": str(d.randint(2008, 2020)),
        }
    if rank % 8 == 3 and rank + 1 < count(size):
        values["RENV"] = [reference(rank + 1)]
        values["SUITE"] = "Fait pendant à une autre œuvre."
    if rank % 90 == 70:
        values["RENV"] = ["MNR99999"]
    if d.maybe(0.3):
        values["COMM"] = "Le rapprochement avec une liste d’époque reste à vérifier."
    if d.maybe(0.3):
        values["REDC"] = [people.writer(d)]
    return values


def _history(d: Dice) -> str:
    return " ".join(
        (
            "Œuvre inventée pour montrer la base.",
            d.choice((
                "Aucun document ne dit comment elle est arrivée là où elle fut trouvée.",
                "Elle figure sur une liste d’objets dont l’origine n’est pas connue.",
                "Les recherches menées à ce jour n’ont pas permis d’en établir l’origine.",
            )),
            d.choice((
                f"Elle est confiée à la garde des Musées nationaux en {d.randint(1949, 1953)}.",
                f"Elle est choisie par une commission en {d.randint(1949, 1951)}, puis déposée.",
                "Elle est présentée depuis aux recherches des ayants droit éventuels.",
            )),
        )
    )  # fmt: skip
