"""Words, phrases and beginnings as the engine's own queries, worth more or less by where they are.

What a word is worth: docs/explanation/search.md.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import tantivy
from tantivy import Occur

from pop.search.asking.asked import BANDS as NARROWED
from pop.search.content.document import BANDS, HEADS
from pop.search.content.stems import stemmed
from pop.search.engine.comparing_fields import either, together
from pop.search.engine.index import Snapshot

# What a word found in each band is worth; its stem found there is worth half of it.
BOOSTS = {"titles": 10.0, "names": 7.0, "places": 4.0, "texts": 1.0}
STEM_SHARE = 0.5
# Which lists tell that a notice has a word, by the prefix that narrows it, and what they are worth;
# `stems` holds the stems of all bands but places.
_FOUND = {
    "": (("stems", STEM_SHARE * BOOSTS["texts"]), ("places", BOOSTS["places"])),
    "titre": (("titles_stems", STEM_SHARE * BOOSTS["titles"]),),
    "lieu": (("places", BOOSTS["places"]),),
}
# Words tried for one that is only begun.
MOST_LIKELY = 30


class Part(NamedTuple):
    """A required part: notices that have it answer one of `found`; each of `worth` that they answer
    too makes it worth more."""

    found: tuple[tantivy.Query, ...]
    worth: tuple[tantivy.Query, ...] = ()


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
        found = [(name, boost) for name, boost in _FOUND[field] if self._frequency(name, word)]
        return Part(
            # Of a word that nothing has, one list says so.
            tuple(self._term(name, word, boost) for name, boost in found or _FOUND[field][:1]),
            tuple(self._worth(word, field)) if self._scored else (),
        )

    def _worth(self, word: str, field: str) -> Iterator[tantivy.Query]:
        """Where a word is worth more than what tells that it is there (`_FOUND`)."""
        if field == "":
            yield from self._heads(word)
        exact = {"": "texts", "titre": "titles"}.get(field)
        if exact and self._frequency(exact, word):
            yield self._term(exact, word, BOOSTS[exact])

    def _heads(self, word: str) -> Iterator[tantivy.Query]:
        """The word, and its stem, in titles and names; lists that nobody needs are left out."""
        for name in HEADS:
            exact, stems = self._frequency(name, word), self._frequency(f"{name}_stems", word)
            if exact == stems:
                if exact:
                    # All that have the stem have the word itself: one list says both.
                    yield self._term(name, word, (1 + STEM_SHARE) * BOOSTS[name])
                continue
            if exact:
                yield self._term(name, word, BOOSTS[name])
            yield self._term(f"{name}_stems", word, STEM_SHARE * BOOSTS[name])

    def head(self, word: str) -> tantivy.Query:
        """A word of a title, a name or a place, worth what it is there and nothing for texts."""
        places = [self._term("places", word, BOOSTS["places"])]
        return either([*self._heads(word), *(places if self._frequency("places", word) else ())])

    def _frequency(self, name: str, word: str) -> int:
        return self._snapshot.frequency(name, _in(name, word))

    def _term(self, name: str, word: str, boost: float) -> tantivy.Query:
        option = "basic" if name == "stems" else "freq"
        term = tantivy.Query.term_query(self._schema, name, _in(name, word), option)
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


def _in(name: str, word: str) -> str:
    """A word as that list has it."""
    return word if name in BANDS else stemmed(word)


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
