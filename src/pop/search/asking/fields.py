"""The fields that people may ask for, under the names that they read.

A field is named as criteria write it (« merimee.TICO », « AUTR+AUTP »), or by the place where
words are looked for (« partout »). Only what `criteria.bases_of` calls public is ever here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from pop.model import catalogue
from pop.model.loading import part_codes
from pop.model.schema import Base, Field, Type
from pop.search.asking import facets
from pop.search.asking.criteria import bases_of, field_of, written_field
from pop.search.asking.tree import Operator

ANYWHERE = "partout"
PLACES = {ANYWHERE: "Partout dans la notice", "titre": "Titres", "lieu": "Noms de lieux"}
"""Where words may be looked for, by the name that stands for a field."""

# What several bases say each in its own field, by facet, with its name beside a value.
_NOTIONS = {
    "denomination": "Dénomination",
    "auteur": "Auteur",
    "siecle": "Siècle ou période",
    "technique": "Matériaux et techniques",
    "domaine": "Domaine",
    "commune": "Commune",
    "departement": "Département",
    "region": "Région",
    "musee": "Musée",
    "protection": "Protection",
    "producteur": "Producteur",
}
# Fields of every base that each one labels in its own way.
_EVERYWHERE = {"REF": "Référence", "DMAJ": "Date de mise à jour", "DMIS": "Date de versement"}
_OTHERS = "Autres champs"
_TOGETHER = "plusieurs champs ensemble"
# Names of one code in several bases that are said; more would not be read.
MOST_NAMES = 2


class Kind(StrEnum):
    """What a field holds, as far as operators are concerned."""

    WORDS = "mots"
    TEXT = "texte"
    MEASURE = "mesure"
    CHOICE = "choix"
    PRESENCE = "presence"


_KINDS = {
    Type.NUMBER: Kind.MEASURE,
    Type.DATE: Kind.MEASURE,
    Type.DAY: Kind.MEASURE,
    Type.YES_NO: Kind.CHOICE,
    Type.RECORD: Kind.PRESENCE,
}
_PRESENCE = (Operator.EXISTS, Operator.MISSING)
OPERATORS: dict[Kind, tuple[Operator, ...]] = {
    Kind.WORDS: (),
    Kind.TEXT: tuple(
        operator
        for operator in Operator
        if operator not in (Operator.AT_LEAST, Operator.AT_MOST, Operator.ABOVE, Operator.BELOW)
    ),
    Kind.MEASURE: tuple(operator for operator in Operator if "exactement" not in operator.value),
    Kind.CHOICE: (Operator.EQUALS, Operator.DIFFERS, *_PRESENCE),
    Kind.PRESENCE: _PRESENCE,
}
"""The operators that make sense for each kind of field; words have ways of their own."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One field, or several asked together. name: as criteria write it."""

    name: str
    label: str
    kind: Kind
    codes: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """Fields of one part of a base, or common to several bases."""

    title: str
    choices: tuple[Choice, ...]


@lru_cache(maxsize=300)
def families(bases: tuple[str, ...]) -> tuple[Family, ...]:
    """What can be asked for in those bases; without any, only what several bases share."""
    found = [
        Family("Mots", tuple(Choice(name, label, Kind.WORDS) for name, label in PLACES.items())),
        Family("Commun à plusieurs bases", tuple(_common(bases or tuple(catalogue.bases())))),
        *(family for base in bases for family in _of_base(catalogue.base(base))),
    ]
    return tuple(family for family in found if family.choices)


def described(name: str) -> Choice | None:
    """The field of that name, wherever it comes from; None when the public may not ask for it."""
    if name in PLACES:
        return Choice(name, PLACES[name], Kind.WORDS)
    field = field_of(name)
    if field is None or not all(bases_of(code, field[1]) for code in field[0]):
        return None
    codes, base = field
    return Choice(name, label(codes, base), _kind(codes, base), "+".join(codes))


def label(codes: Sequence[str], base: str) -> str:
    """What people call the fields of a criterion, without their base."""
    known = _known_together(codes, base)
    if known:
        return known
    labels = list(dict.fromkeys(found for code in codes for found in _labels(code, base)))
    more = " ou équivalent" if len(labels) > MOST_NAMES else ""
    return " ou ".join(labels[:MOST_NAMES]) + more


def _known_together(codes: Sequence[str], base: str) -> str:
    """The name of several fields that are asked together, of a group or a notion."""
    if base:
        groups = catalogue.base(base).groups
        return next((g.label for g in groups if _public(g.fields, base) == tuple(codes)), "")
    if len(codes) == 1 and codes[0] in _EVERYWHERE:
        return _EVERYWHERE[codes[0]]
    if len(codes) == 1 and len(_labels(codes[0], "")) == 1:
        return ""
    return next((name for facet, name in _NOTIONS.items() if _feed(codes, facet)), "")


def _feed(codes: Sequence[str], facet: str) -> bool:
    """Whether those fields are those of a facet; one alone, in most of the bases that have it."""
    fed = [code for _, code in facets.codes(facet)]
    if len(codes) == 1:
        return 2 * fed.count(codes[0]) > len(bases_of(codes[0]))
    return set(codes) <= set(fed)


def _labels(code: str, base: str) -> list[str]:
    found = [catalogue.base(key).fields[code].label for key in bases_of(code, base)]
    return list(dict.fromkeys(found))


def _kind(codes: Sequence[str], base: str) -> Kind:
    """The kind of fields asked together: the one they share, else that of texts."""
    kinds = {
        _kind_of(catalogue.base(key).fields[code]) for code in codes for key in bases_of(code, base)
    }
    return kinds.pop() if len(kinds) == 1 else Kind.TEXT


def _kind_of(field: Field) -> Kind:
    return Kind.CHOICE if field.checks.among else _KINDS.get(field.type, Kind.TEXT)


def _public(codes: Sequence[str], base: str) -> tuple[str, ...]:
    return tuple(code for code in codes if bases_of(code, base))


def _choice(codes: Sequence[str], base: str, said: str) -> Choice:
    return Choice(written_field(codes, base), said, _kind(codes, base), "+".join(codes))


def _common(bases: tuple[str, ...]) -> Iterator[Choice]:
    """Notions first, then the fields to which at least two of the bases give one same label."""
    if len(bases) < 2:
        return
    named: set[str] = set()
    for facet, name in _NOTIONS.items():
        fed = [(base, code) for base, code in facets.codes(facet) if base in bases]
        if len({base for base, _ in fed}) >= 2:
            named.add(name)
            yield _choice(tuple(dict.fromkeys(code for _, code in fed)), "", name)
    for code, name in _EVERYWHERE.items():
        named.add(name)
        yield _choice((code,), "", name)
    labels: dict[str, list[str]] = {}
    for base in bases:
        for code, field in catalogue.base(base).fields.items():
            if field.public and code not in _EVERYWHERE:
                labels.setdefault(code, []).append(field.label)
    for code, given in labels.items():
        if len(given) >= 2 and len(set(given)) == 1 and given[0] not in named:
            yield _choice((code,), "", given[0])


def _of_base(base: Base) -> Iterator[Family]:
    """Its groups, then the sections of its page, in the order of the page."""
    groups = [
        _choice(codes, base.key, group.label)
        for group in base.groups
        if len(codes := _public(group.fields, base.key)) > 1
    ]
    yield Family(f"{base.short} : {_TOGETHER}", tuple(groups))
    titles = _section_titles(base)
    sections: dict[str, list[Choice]] = {title: [] for title in dict.fromkeys(titles.values())}
    for code, field in base.fields.items():
        if field.public:
            title = field.section or titles.get(code, _OTHERS)
            sections.setdefault(title, []).append(_choice((code,), base.key, field.label))
    others = sections.pop(_OTHERS, [])
    for title, choices in [*sections.items(), (_OTHERS, others)]:
        yield Family(f"{base.short} : {title}", tuple(choices))


def _section_titles(base: Base) -> dict[str, str]:
    """The section of the page where each field is first shown, alone or in a composed line."""
    found: dict[str, str] = {}
    for section in (*base.page.main, *base.page.about):
        for line in section.lines:
            for code in [line.field] if line.field else part_codes(line.compose):
                found.setdefault(code, section.title)
    return found
