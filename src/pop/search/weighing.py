"""Words, phrases and beginnings as the engine's own queries, worth more or less by where they are.

What a word is worth: docs/explanation/search.md.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import tantivy
from tantivy import Occur

from pop.search.asked import BANDS as NARROWED
from pop.search.comparing_fields import either, together
from pop.search.document import BANDS
from pop.search.engine import Snapshot
from pop.search.stems import stemmed

# What a word found in each band is worth; its stem found there is worth half of it.
BOOSTS = {"titles": 10.0, "names": 7.0, "places": 4.0, "texts": 1.0}
STEM_SHARE = 0.5
# Where a word is looked for, by the prefix that narrows it: the fields that tell which notices have
# it, then those where it is worth more. `stems` holds the stems of all bands but places.
_WHERE = {
    "": (
        (("stems", STEM_SHARE * BOOSTS["texts"]), ("places", BOOSTS["places"])),
        (
            ("titles", BOOSTS["titles"]),
            ("titles_stems", STEM_SHARE * BOOSTS["titles"]),
            ("names", BOOSTS["names"]),
            ("names_stems", STEM_SHARE * BOOSTS["names"]),
            ("texts", BOOSTS["texts"]),
        ),
    ),
    "titre": (
        (("titles_stems", STEM_SHARE * BOOSTS["titles"]),),
        (("titles", BOOSTS["titles"]),),
    ),
    "lieu": ((("places", BOOSTS["places"]),), ()),
}
# Words tried for one that is only begun.
MOST_LIKELY = 30


class Part(NamedTuple):
    """A required part: notices that have it answer one of `found`; each of `worth` that they answer
    too makes it worth more; `most`: how many notices have it at most."""

    found: tuple[tantivy.Query, ...]
    worth: tuple[tantivy.Query, ...] = ()
    most: int = sys.maxsize


class Words:
    """Words in one state of the index.

    scored: False when they are only counted: the same notices, less work.
    """

    def __init__(self, snapshot: Snapshot, scored: bool = True) -> None:
        self._snapshot = snapshot
        self._schema = snapshot.schema
        self._scored = scored

    def word(self, word: str, field: str = "") -> tantivy.Query:
        """A word, anywhere or where a prefix of the box narrows it to."""
        return whole_of(self.part(word, field))

    def part(self, word: str, field: str = "") -> Part:
        """A word, exact or by its stem: what has the word has its stem."""
        found, worth = _WHERE[field]
        asked = {name: word if name in BANDS else stemmed(word) for name, _ in (*found, *worth)}
        return Part(
            tuple(self._term(name, asked[name], boost) for name, boost in found),
            tuple(self._term(name, asked[name], boost) for name, boost in worth if self._scored),
            sum(self._snapshot.frequency(name, asked[name]) for name, _ in found),
        )

    def _term(self, name: str, text: str, boost: float) -> tantivy.Query:
        option = "basic" if name == "stems" else "freq"
        term = tantivy.Query.term_query(self._schema, name, text, option)
        return tantivy.Query.boost_query(term, boost) if self._scored else term

    def phrase(self, words: Sequence[str], field: str) -> tantivy.Query:
        """Words side by side, in one band."""
        if len(words) < 2:
            return together([self.word(word, field) for word in words])
        ways = [
            tantivy.Query.boost_query(
                tantivy.Query.phrase_query(self._schema, name, list(words)), boost
            )
            for name, boost in self._bands(field)
        ]
        return tantivy.Query.disjunction_max_query(ways, tie_breaker=0.1)

    def prefix(self, text: str, field: str) -> tantivy.Query:
        """Words, the last one being the beginning of any."""
        words = text.split()
        if not words:
            return tantivy.Query.empty_query()
        ways = [
            tantivy.Query.boost_query(
                tantivy.Query.regex_query(self._schema, name, words[-1] + ".*"), boost
            )
            for name, boost in self._bands(field)
        ]
        last = tantivy.Query.disjunction_max_query(ways, tie_breaker=0.1)
        return together([*(self.word(word, field) for word in words[:-1]), last])

    def _bands(self, field: str) -> list[tuple[str, float]]:
        name = NARROWED.get(field)
        return [(name, BOOSTS[name])] if name else list(BOOSTS.items())

    def titles(self, beginning: str) -> tantivy.Query:
        """Titles that have these words, the last one only begun (as its likeliest words do)."""
        *words, last = beginning.split()
        likely = self._snapshot.beginning("titles", last, MOST_LIKELY)
        begun = [self._term("titles", word, BOOSTS["titles"]) for word, _ in likely]
        return together([*(self.word(word, "titre") for word in words), either(begun)])

    def titled(self, titles: Sequence[str]) -> tantivy.Query:
        """Those whole titles, folded."""
        return either(
            [tantivy.Query.term_query(self._schema, "title", one, "basic") for one in titles]
        )


def whole_of(part: Part) -> tantivy.Query:
    """A part read whole, with all it is worth."""
    return either([*part.found, *part.worth])


def adding(found: tantivy.Query, worth: Iterable[tantivy.Query]) -> tantivy.Query:
    """What is found, worth more where each of the others is too.

    One inside the other: beside each other, the engine would read them all from end to end.
    """
    for one in worth:
        found = tantivy.Query.boolean_query([(Occur.Must, found), (Occur.Should, one)])
    return found
