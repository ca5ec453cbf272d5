"""Words that name a concept of the vocabularies: its other names, its narrower terms.

« huile sur toile » names a technique, « retable » a denomination: what is called otherwise is
found too, what is narrower as well, and the page says so. The vocabularies are those that
`pop vocabulary load` brought; without any, nothing is widened.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pop.model import catalogue
from pop.search.asking.asked import Asked
from pop.search.asking.facets import FACETS
from pop.search.asking.tree import Word
from pop.vocabulary import expanding
from pop.vocabulary.expanding import Expansion
from pop.vocabulary.known import fields_for

MOST_WORDS = 5
MOST_LABELS = 8
# Names told on the page.
TOLD = 6
# Where narrower terms are looked for when the vocabulary is of no known field.
_ANYWHERE = ("denomination", "technique", "domaine")


@dataclass(frozen=True, slots=True)
class Widening:
    """Words widened.

    span: their places among the required parts; said: as they were typed; labels: folded words
    of the other names; narrower: keys of facet values; facets: where those are looked for;
    shown: some of the names, for people.
    """

    span: tuple[int, int]
    said: str
    labels: tuple[str, ...]
    narrower: tuple[str, ...]
    facets: tuple[str, ...]
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Typed:
    """A word as typed, with its place among the required parts (None when it is not required)."""

    text: str
    place: int | None


def widen(asked: Asked) -> tuple[Widening, ...]:
    """The concepts that the words name, the longest phrases first, none overlapping another."""
    typed = _typed(asked)
    spans = {
        (start, start + length): " ".join(word.text for word in typed[start : start + length])
        for length in range(min(MOST_WORDS, len(typed)), 0, -1)
        for start in range(len(typed) - length + 1)
    }
    named: dict[str, list[Expansion]] = {}
    for expansion in expanding.expand(list(dict.fromkeys(spans.values()))):
        if not expansion.idle:
            named.setdefault(expansion.phrase, []).append(expansion)
    found: list[Widening] = []
    taken: set[int] = set()
    for (start, end), phrase in spans.items():
        places = [word.place for word in typed[start:end] if word.place is not None]
        if phrase not in named or not places or taken & set(range(start, end)):
            continue
        taken |= set(range(start, end))
        found.append(_widening(phrase, (places[0], places[-1] + 1), named[phrase]))
    return tuple(found)


def _typed(asked: Asked) -> list[_Typed]:
    """The plain words in the order they were typed, those that are not required in between."""
    required: Iterator[tuple[int, str]] = iter(
        [
            (place, node.text)
            for place, node in enumerate(asked.required)
            if isinstance(node, Word) and not node.field
        ]
    )
    following = next(required, None)
    typed = []
    for text in asked.typed:
        if following and following[1] == text:
            typed.append(_Typed(text, following[0]))
            following = next(required, None)
        else:
            typed.append(_Typed(text, None))
    return typed


def _widening(phrase: str, span: tuple[int, int], named: Sequence[Expansion]) -> Widening:
    labels: dict[str, str] = {}
    narrower: dict[str, str] = {}
    fields: dict[str, None] = {}
    for one in named:
        for name in (one.preferred, *one.alternatives):
            if name.words != phrase:
                labels.setdefault(name.words, name.text)
        for name in one.narrower:
            narrower.setdefault(name.words, name.text)
        fields.update(dict.fromkeys(_facets(one.vocabulary, one.title)))
    kept = dict(list(labels.items())[:MOST_LABELS])
    shown = dict.fromkeys([*kept.values(), *narrower.values()])
    return Widening(span, phrase, tuple(kept), tuple(narrower), tuple(fields), tuple(shown)[:TOLD])


@cache
def _facets(vocabulary: str, title: str) -> tuple[str, ...]:
    """The facets of the fields that draw from that vocabulary."""
    found = {
        field.facet: None
        for base, code in fields_for(vocabulary, title)
        if (field := catalogue.base(base).fields.get(code)) and field.facet in FACETS
    }
    return tuple(key for key in found if key) or _ANYWHERE
