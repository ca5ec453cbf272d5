"""Notices of Autor: the people who made all this."""

from collections.abc import Iterator
from typing import Any

from pop.demonstration.generating import dates, places
from pop.demonstration.generating.chance import Dice, dice
from pop.demonstration.generating.entries import Entry
from pop.demonstration.generating.french import at, of
from pop.demonstration.generating.people import Person, people

SHARE = 0.023


def count(size: int) -> int:
    return min(round(size * SHARE), 460)


_PREFIXES = {
    "photographe": "AW",
    "architecte": "AA",
    "peintre": "AB",
    "graveur": "AC",
    "maître verrier": "MV",
}


def reference(person: Person) -> str:
    return f"{_PREFIXES.get(person.trade, 'OR')}9A{person.rank + 1:05d}"


def entries(seed: int, size: int) -> Iterator[Entry]:
    for person in people(seed)[: count(size)]:
        yield Entry("autor", reference(person), _values(seed, person))


def _values(seed: int, p: Person) -> dict[str, Any]:
    d = dice(seed, "autor", p.rank)
    town = places.town(d)
    e = "e" if p.woman else ""
    values: dict[str, Any] = {
        "NOM": p.last, "PREN": p.first, "TYPID": ["personne"], "FONC": [p.trade_said], "NATIO": "française",
        # Of the living, the year alone (rules of the domain, §5).
        "DNAISS": f"{p.born}" if p.died is None else f"{p.born}/{d.randint(1, 12):02d}/{d.randint(1, 28):02d}",
        "SCLE": [dates.century(p.born + 25)], "COPY": "Démonstration POP, notice inventée", "ISNI_VERIFIEE": "non", **dates.life(d, p.rank, 2001),
    }  # fmt: skip
    if p.died:
        values |= {
            "DMORT": f"{p.died}",
            "LNAISS": f"{town.name} ({town.departement.name})",
            "LMORT": f"{places.town(d).name} (Haute-Valserre)",
            "LOCACT": town.name,
            "DATES": [f"{p.born + 22}-{p.died - 3}"],
        }
        values["BIO"] = _life(p, d, town.name, e)
    if p.trade == "orfèvre" and p.died:
        values |= {
            "SYMB": d.choice(("une étoile", "un croissant", "une tour", "un épi")),
            "INS": f"{p.born + 24}",
            "GAR": f"n° {d.randint(10, 400)}",
            "PREF": f"n° {d.randint(100, 900)}",
            "BIF": f"{p.died}",
        }
    if d.maybe(0.2):
        values["ALIAS"] = [f"{p.last} le Jeune", f"{p.first[0]}. {p.last}"]
    if d.maybe(0.2) and p.died:
        values["FORM"] = f"École de dessin {of('Montclar')}"
        values["OEUVR"] = d.choice(
            (
                "Façades, relevés, aquarelles.",
                "Retables et stalles.",
                "Série des ports de l’île.",
                "Carton de tapisserie, vitraux.",
            )
        )
    if d.maybe(0.2):
        values |= {
            "SOURCES": "Registres paroissiaux de la démonstration",
            "BIBLIO": "Dictionnaire inventé des artistes de Valserre, 1988",
        }
    return values


def _life(p: Person, d: Dice, town: str, e: str) -> str:
    pronoun = "Elle" if p.woman else "Il"
    return " ".join(
        (
            d.choice((
                f"Né{e} {at(town)} en {p.born}, {p.first} {p.last} apprend le métier dans l’atelier familial.",
                f"{'Fille' if p.woman else 'Fils'} d’un {d.choice(('tonnelier', 'notaire', 'gabarier', 'instituteur' if p.born > 1800 else 'drapier'))} {of(town)}, {p.first} {p.last} est formé{e} par son oncle.",
                f"On sait peu de choses de la jeunesse {of(p.name)}, né{e} en {p.born}.",
            )),
            d.choice((
                f"{pronoun} s’établit {at(places.town(d).name)} vers {p.born + d.randint(22, 32)} et y travaille jusqu’à sa mort.",
                f"{pronoun} voyage {d.choice(('deux', 'trois', 'cinq'))} ans, puis revient au pays.",
                f"{pronoun} dirige un atelier qui compte jusqu’à {d.choice(('cinq', 'huit', 'douze'))} compagnons.",
            )),
            d.choice((
                "Plusieurs œuvres signées sont conservées dans l’île.",
                "Son œuvre, dispersé, reste à réunir.",
                f"Une exposition lui a été consacrée en {d.randint(1962, 2016)}.",
                "Ses carnets sont conservés au musée.",
            )),
        )
    )  # fmt: skip
