"""A search as a sentence, in the names of the fields: what it means, for people to read."""

from collections.abc import Iterable

from pop.model import catalogue
from pop.model.values.typography import NARROW
from pop.search.asking import fields
from pop.search.asking.criteria import written_field
from pop.search.asking.query import Query
from pop.search.asking.tree import IN_WORDS, All, Criterion, Either, Node, Not, Phrase, Prefix, Word

WORDS_IN_WORDS = {
    "mot": "contient les mots",
    "expression": "contient l’expression",
    "debut": "contient un mot qui commence par",
}
"""What people read for the three ways of looking for words."""
_WHERE = {"": "la notice", "titre": "un titre", "lieu": "un nom de lieu"}
_UNLESS = "sauf si "


def said(query: Query, codes: bool = False) -> str:
    """« Architecture (Mérimée) où Dénomination est égal à « pont » » ; codes: after the names."""
    names = [catalogue.base(key).name for key in query.bases]
    where = _listed(names) if names else "Les huit bases"
    parts = []
    if query.text:
        parts.append(f"la notice contient {_quoted(query.text)}")
    if query.criteria is not None:
        criteria = query.criteria
        inside = bool(parts) and isinstance(criteria, Either | Not)
        parts.append(_group(criteria, codes) if inside else sentence(criteria, codes))
    return f"{where} où {' et '.join(parts)}" if parts else where


def sentence(node: Node, codes: bool = False) -> str:
    """Criteria alone; groups inside are between parentheses."""
    match node:
        case All(parts):
            kept = [_group(part, codes) for part in parts if not isinstance(part, Not)]
            denied = [_UNLESS + _group(part.part, codes) for part in parts if isinstance(part, Not)]
            return ", ".join([" et ".join(kept) or "tout", *denied])
        case Either(parts):
            return " ou ".join(_group(part, codes) for part in parts)
        case Not(part):
            return f"tout, {_UNLESS}{_group(part, codes)}"
        case Criterion(given, operator, value, base):
            name = _field(written_field(given, base), base, codes)
            compared = f" {_quoted(value)}" if operator.takes_value else ""
            return f"{name} {IN_WORDS[operator]}{compared}"
        case Word(text, place):
            return _words("mot", text, place)
        case Phrase(text, place):
            return _words("expression", text, place)
        case Prefix(text, place):
            return _words("debut", text, place)


def _group(node: Node, codes: bool) -> str:
    said_ = sentence(node, codes)
    return f"({said_})" if isinstance(node, All | Either | Not) else said_


def _field(name: str, base: str, codes: bool) -> str:
    field = fields.described(name)
    if field is None:
        return name
    label = f"{field.label} [{field.codes}]" if codes else field.label
    return f"{label} ({catalogue.base(base).short})" if base else label


def _words(way: str, text: str, place: str) -> str:
    return f"{_WHERE[place]} {WORDS_IN_WORDS[way]} {_quoted(text)}"


def _quoted(text: str) -> str:
    return f"«{NARROW}{text}{NARROW}»"


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} et {last}" if first else last
