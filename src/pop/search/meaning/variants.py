"""Other writings of the words asked, taken silently because they mean the same thing: one word
or two (« Haute Combe », « Hautecombe »), a time in words or in years (« années 1930 »)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pop.model.values import dates
from pop.search.asking.asked import Asked
from pop.search.asking.tree import Word
from pop.search.engine.index import Snapshot

MOST_WORDS_OF_A_TIME = 4
# A shorter word is found in too many others.
SHORTEST_JOINED = 6

Years = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Variant:
    """Required words (first, past the last) that may also be written as that, or as years."""

    span: tuple[int, int]
    word: str = ""
    years: Years | None = None


def variants(asked: Asked, snapshot: Snapshot) -> list[Variant]:
    """Those of the words asked, none overlapping another."""
    found: list[Variant] = []
    taken: set[int] = set()
    for variant in (*_times(asked), *_joined(asked, snapshot)):
        places = set(range(*variant.span))
        if not places & taken:
            taken |= places
            found.append(variant)
    return found


def _words(asked: Asked) -> list[str]:
    """The plain words by place among the required parts, "" for the other parts."""
    return [
        node.text if isinstance(node, Word) and not node.field else "" for node in asked.required
    ]


def _times(asked: Asked) -> Iterator[Variant]:
    """A century, a decade, a named period; a bare number is of too many kinds to be a year."""
    words = _words(asked)
    for length in range(MOST_WORDS_OF_A_TIME, 0, -1):
        for start in range(len(words) - length + 1):
            said = words[start : start + length]
            if not all(said) or (length == 1 and said[0][:1].isdigit()):
                continue
            read = dates.parse(" ".join(said))
            years = dates.index(" ".join(said)).years if read else None
            if years and None not in years:
                yield Variant((start, start + length), years=years)


def _joined(asked: Asked, snapshot: Snapshot) -> Iterator[Variant]:
    """Two words that titles or places write as one."""
    words = _words(asked)
    for start, (one, two) in enumerate(pairwise(words)):
        joined = one + two
        if not (one and two and len(joined) >= SHORTEST_JOINED and joined.isalpha()):
            continue
        if any(snapshot.frequency(name, joined) for name in ("titles", "places", "names")):
            yield Variant((start, start + 2), word=joined)
