"""The judged queries: a file that a documentalist can read, turned into grades by notice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from relevance.records import Key, Library, Phrases, Rule, phrase

QUERIES = Path(__file__).with_name("queries.yaml")
GRADES = (3, 2, 1)


class Malformed(ValueError):
    """A judged query that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is typed, and what is wanted: notices by name, then by rule."""

    text: str
    category: str
    named: Mapping[Key, int]
    rules: tuple[tuple[int, Rule], ...] = ()
    why: str = ""
    grades: dict[Key, int] = field(default_factory=dict)


def read(path: Path = QUERIES) -> list[Judged]:
    """The queries of a file in order; their rules are not yet applied. Raises Malformed."""
    try:
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise Malformed(f"{path.name} n’est pas du YAML : {error}") from error
    found = []
    for category, entries in written.items():
        found += [_judged(category, entry) for entry in entries]
    texts = [one.text for one in found]
    for text in set(texts):
        if texts.count(text) > 1:
            raise Malformed(f"« {text} » est demandé deux fois")
    return found


def grade(queries: Iterable[Judged], library: Library) -> None:
    """Fill the grades of each query: the best of what its names and its rules say.

    Raises Malformed when a named notice is in no file, or a rule finds none.
    """
    for one in queries:
        missing = [key for key in one.named if key not in library.by_key]
        if missing:
            raise Malformed(f"« {one.text} » : aucune notice {_names(missing)}")
        one.grades.clear()
        one.grades.update(one.named)
        for value, rule in one.rules:
            matched = library.matching(rule)
            if not matched:
                raise Malformed(f"« {one.text} » : une règle ne trouve rien")
            for key in sorted(matched):
                one.grades.setdefault(key, value)


def _names(keys: Iterable[Key]) -> str:
    return ", ".join(" ".join(key) for key in keys)


def _judged(category: str, entry: dict[Any, Any]) -> Judged:
    entry = dict(entry)
    text, why = entry.pop("query", ""), entry.pop("why", "")
    named: dict[Key, int] = {}
    for value in GRADES:
        for reference in entry.pop(value, ()):
            base, _, ref = reference.partition(" ")
            if (base, ref) in named or not ref:
                raise Malformed(
                    f"« {text} » : « {reference} » n’est pas « base RÉFÉRENCE », ou vient deux fois"
                )
            named[base, ref] = value
    rules = [_rule(text, dict(rule)) for rule in entry.pop("where", ())]
    if entry:
        raise Malformed(f"« {text} » : inconnu, {', '.join(map(str, entry))}")
    if max([*named.values(), *(value for value, _ in rules)], default=0) < 2:
        raise Malformed(f"« {text} » : rien n’est voulu en 3 ou en 2")
    # A named notice outranks every rule; among rules, the best grade is tried first.
    rules.sort(key=lambda pair: -pair[0])
    return Judged(text, category, named, tuple(rules), why)


def _rule(text: str, entry: dict[str, Any]) -> tuple[int, Rule]:
    value, base, others = entry.pop("grade", 0), entry.pop("base", ""), entry.pop("not", {})
    if value not in GRADES or not base or not entry:
        raise Malformed(
            f"« {text} » : une règle veut une note de 1 à 3 (grade), une base et un champ"
        )
    return value, Rule(base, _phrases(entry), _phrases(others))


def _phrases(fields: Mapping[str, Any]) -> dict[str, Phrases]:
    return {
        code: tuple(map(phrase, written if isinstance(written, list) else [written]))
        for code, written in fields.items()
    }
