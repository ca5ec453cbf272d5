"""The facets: what results are counted and narrowed by, in the order people see them.

A facet gathers fields of several bases (their `facet` in the model) or something derived: the
place of today, the centuries a dating covers, the state of a protection, the colours of the
picture. Each value has a key, the same for every spelling of one thing; its label is the most
used spelling (`labels.py`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pop.media import colours
from pop.model import care, catalogue
from pop.model.protection import LABELS, Act, Kind, Protection, State
from pop.model.values import dates, term
from pop.model.values.words import normal

# The first and the last century that have a value of their own; before, « avant notre ère ».
FIRST_CENTURY, LAST_CENTURY = 1, 21
BEFORE_OUR_ERA = "avant notre ère"
QUARTER = 25
# Nothing is counted by quarter of century before this year.
FIRST_YEAR, LAST_YEAR = -1000, 2100


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet. `parent`: the facet that it makes finer; `people`: its values are names."""

    key: str
    title: str
    parent: str = ""
    people: bool = False
    # How many values a page shows at first.
    shown: int = 12

    @property
    def engine_field(self) -> str:
        """Its column in the index."""
        return f"facet_{self.key}"


FACETS: Mapping[str, Facet] = {
    facet.key: facet
    for facet in (
        Facet("base", "Bases"),
        Facet("image", "Avec image"),
        Facet("region", "Régions"),
        Facet("departement", "Départements", parent="region"),
        Facet("commune", "Communes", parent="departement"),
        Facet("siecle", "Siècles"),
        Facet("domaine", "Domaines"),
        Facet("denomination", "Dénominations"),
        Facet("auteur", "Auteurs", people=True),
        Facet("technique", "Matériaux et techniques"),
        Facet("couleur", "Couleurs de l’image", shown=len(colours.CODES)),
        Facet("musee", "Musées"),
        Facet("protection", "Protection"),
        Facet("etat", "État de la protection"),
        Facet("label", "Labels"),
        Facet("situation", "Biens manquants ou volés"),
        Facet("producteur", "Producteurs"),
        Facet("reutilisable", "Réutilisation des images"),
        Facet("localise", "Sur la carte"),
    )
}


def value_key(facet: str, text: str) -> str:
    """What the spellings of one value share; a name loses what qualifies it in parentheses."""
    described = FACETS.get(facet)
    if described and described.people:
        text = _bare(text)
    return normal(text)


def spelling(facet: str, text: str) -> str:
    """The text as it may be shown as the label of its value."""
    described = FACETS.get(facet)
    return _bare(text) if described and described.people else " ".join(text.split())


@lru_cache(maxsize=50_000)
def _bare(text: str) -> str:
    parsed = term.parse(text)
    return parsed.label if parsed else text


@cache
def codes(facet: str) -> tuple[tuple[str, str], ...]:
    """The (base, field) pairs that feed a facet or a search key, public fields only."""
    return tuple(
        (base.key, code)
        for base in catalogue.bases().values()
        for code, field in base.fields.items()
        if field.public and facet in (field.facet, field.search_key)
    )


@cache
def fed_by(base: str, code: str) -> tuple[str, ...]:
    """The facets whose values are those of that field, as written."""
    field = catalogue.base(base).fields[code]
    if not field.public or not field.facet or field.facet in _DERIVED:
        return ()
    return (field.facet,)


# Worked out from the whole notice rather than read from one field.
_DERIVED = frozenset(
    """base image reutilisable localise region departement commune siecle protection etat label
    couleur""".split()
)


def centuries(spans: list[tuple[int | None, int | None]]) -> list[str]:
    """The centuries that datings touch, as values of the facet « siecle »."""
    found: dict[str, None] = {}
    for first, last in spans:
        low = first if first is not None else last
        high = last if last is not None else first
        if low is None or high is None:
            continue
        if low < 0:
            found[BEFORE_OUR_ERA] = None
        begin = max(_century(low), FIRST_CENTURY)
        for rank in range(begin, min(_century(high), LAST_CENTURY) + 1):
            found[century_name(rank)] = None
    return list(found)


def century_name(rank: int) -> str:
    """« 19e siècle », « 1er siècle »."""
    return f"{rank}{'er' if rank == 1 else 'e'} siècle"


def _century(year: int) -> int:
    return (year - 1) // 100 + 1 if year > 0 else 0


def quarters(spans: list[tuple[int | None, int | None]]) -> list[int]:
    """The quarters of centuries that datings touch, each by its first year, for a histogram."""
    found: dict[int, None] = {}
    for first, last in spans:
        low = first if first is not None else last
        high = last if last is not None else first
        if low is None or high is None or high < FIRST_YEAR or low > LAST_YEAR:
            continue
        low, high = max(low, FIRST_YEAR), min(high, LAST_YEAR)
        for start in range(_quarter(low), _quarter(high) + 1, QUARTER):
            found[start] = None
    return list(found)


def _quarter(year: int) -> int:
    return (year - 1) // QUARTER * QUARTER + 1


def spans(texts: Iterable[str]) -> list[tuple[int | None, int | None]]:
    """The intervals of years of those datings, those that are understood."""
    return [years for text in texts if (years := dates.index(text).years) and years != (None, None)]


_MONUMENT_ACTS = {
    Act.LISTED: "classé au titre des monuments historiques",
    Act.REGISTERED: "inscrit au titre des monuments historiques",
}


def protections(told: Protection) -> list[str]:
    """What protects or recognises, as values of the facet « protection ».

    Kinds that differ in law stay apart, labels have a facet of their own (rules of the domain, §1).
    """
    if told.kind in LABELS:
        return []
    if told.kind is not Kind.MONUMENT:
        return [told.kind.value]
    acts = {event.act for event in told.standing}
    return [name for act, name in _MONUMENT_ACTS.items() if act in acts] or [told.kind.value]


def labels(told: Protection) -> list[str]:
    """The labels borne, as values of the facet « label »."""
    said = " ".join(normal(event.text) for event in told.labels)
    return [
        name for kind, name in _LABEL_NAMES.items() if kind is told.kind or normal(name) in said
    ]


_LABEL_NAMES = {kind: kind.value.removeprefix("label ") for kind in LABELS}


def states(told: Protection) -> list[str]:
    """The state of the protection, as a value of the facet « etat »."""
    return [told.state.value] if isinstance(told.state, State) and told.kind not in LABELS else []


# What is known of every base, whatever its fields.
_EVERYWHERE = frozenset({"base", "image", "reutilisable"})
_DERIVED_FOR = {
    "region": frozenset({"joconde", "museo", "merimee", "palissy", "memoire"}),
    "etat": frozenset({"merimee", "palissy"}),
    "protection": frozenset({"merimee", "palissy"}),
    "label": frozenset({"merimee"}),
}


def concerns(facet: str, bases: Iterable[str]) -> bool:
    """Whether notices of those bases can have values of that facet."""
    if facet in _EVERYWHERE:
        return True
    there = set(bases)
    if facet == "couleur":
        return not all(map(care.is_kept_out, there))
    derived = _DERIVED_FOR.get(FACETS[facet].parent or facet) or _DERIVED_FOR.get(facet)
    if derived is not None:
        return bool(derived & there)
    return any(base in there for base, _ in codes(facet))


def colour_rank(key: str) -> int:
    """The order of the values of the facet « couleur », that of a rainbow."""
    code = colour_code(key)
    return colours.CODES.index(code) if code in colours.CODES else len(colours.CODES)


def colour_code(key: str) -> str:
    """The code (media/colours.py) of a value of the facet « couleur »."""
    return normal(key).replace(" ", "-")


def century_rank(name: str) -> int:
    """The order of the values of the facet « siecle »."""
    number = name.partition("e")[0]
    return int(number) if number.isdigit() else 0
