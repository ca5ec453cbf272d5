"""From what was typed to what is searched: a number, all the words, corrected ones, the best part.

Each step is taken only when the one before found nothing, and is said to the person, with a way
to refuse it. The order of steps: docs/explanation/search.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import NamedTuple

import tantivy
from msgspec.structs import replace

from pop.model.values.words import normal
from pop.search.asking import asked
from pop.search.asking.asked import Asked
from pop.search.asking.query import Query
from pop.search.asking.tree import Node, Word
from pop.search.content.one_value import filter_term
from pop.search.engine.index import Snapshot
from pop.search.engine.translating import Others, Translator
from pop.search.meaning import correcting
from pop.search.meaning.totals import total
from pop.search.meaning.variants import variants
from pop.search.meaning.widening import Widening, widen

# Above that many results, those with all the words in titles, names or places come first: only they
# are weighed, the others where a page goes past them.
MANY = 10_000


class Reading(StrEnum):
    """How the words were taken."""

    AS_TYPED = "tel quel"
    CORRECTED = "corrigé"
    PARTIAL = "partiel"


@dataclass(frozen=True, slots=True)
class Understood:
    """A query ready for the engine, and what must be said of how it was understood.

    text: what the words became, for counting with other restrictions; total: how many notices
    answer, None when that was not counted; words: the text as it was searched in the end;
    missing: words that nothing has; first: of many results, those that come before all others.
    """

    query: Query
    engine_query: tantivy.Query
    text: tantivy.Query | None = None
    total: int | None = None
    reading: Reading = Reading.AS_TYPED
    words: str = ""
    missing: tuple[str, ...] = ()
    widened: tuple[Widening, ...] = field(default=())
    first: tantivy.Query | None = None


def understand(query: Query, snapshot: Snapshot) -> Understood:
    """What the engine is asked for a query. Raises Misunderstood on an impossible comparison."""
    translator = Translator(snapshot)
    if not query.text:
        return Understood(query, translator.whole(query, None))
    typed = asked.parse(query.text)
    return _Understanding(query, typed, snapshot, translator).result()


class _Said(NamedTuple):
    """Words translated to be counted, then, once their number is known, to be ranked: the same
    notices answer both. `ways`: queries one of which is enough to be counted; `heads`: those of
    many that come first."""

    counted: tantivy.Query
    ways: Sequence[tantivy.Query]
    ranked: Callable[[int], tantivy.Query]
    heads: Callable[[], tantivy.Query | None]


class _Understanding:
    """The understanding of one text, step by step."""

    def __init__(
        self, query: Query, typed: Asked, snapshot: Snapshot, translator: Translator
    ) -> None:
        self._query = query
        self._asked = typed
        self._snapshot = snapshot
        self._translator = translator
        self._counter = Translator(snapshot, scored=False)
        self._widened = () if query.literal else widen(typed)

    def result(self) -> Understood:
        typed = self._query.text
        text = self._text(self._asked, typed, self._widened)
        found = None if self._query.literal else self._freed()
        if found:
            return found
        total = self._count(text)
        if total and self._widened:
            # What adds nothing is not worth a sentence on the page.
            plain = self._text(self._asked, typed, ())
            if self._count(plain) == total:
                return self._understood(plain, total, Reading.AS_TYPED, typed, ())
        if total:
            return self._understood(text, total, Reading.AS_TYPED, typed, self._widened)
        found = None if self._query.literal else self._corrected()
        return found or self._partial() or self._understood(text, 0, Reading.AS_TYPED, typed, ())

    def _text(
        self,
        words: Asked,
        typed: str,
        widened: Sequence[Widening],
        needed: int | None = None,
        kept: frozenset[int] = frozenset(),
    ) -> _Said:
        spans = [(one.span, Others(one.labels, one.narrower, one.facets)) for one in widened]
        taken = {place for span, _ in spans for place in range(*span)}
        # Merged with others, words would no longer be where `kept` says.
        if not kept and not self._query.literal:
            spans += [
                (one.span, Others((one.word,) if one.word else (), years=one.years))
                for one in variants(words, self._snapshot)
                if not taken & set(range(*one.span))
            ]
        plain = not spans and needed is None
        counted = self._counter.text(words, typed, needed, spans, kept)
        return _Said(
            counted,
            (self._counter.lists(words, typed) if plain else ()) or (counted,),
            partial(self._translator.text, words, typed, needed, spans, kept),
            lambda: self._translator.heads(words, typed) if plain else None,
        )

    def _count(self, text: _Said) -> int:
        ways = [self._counter.whole(self._query, way) for way in text.ways]
        return total(self._query, self._snapshot, ways)

    def _understood(
        self, text: _Said, total: int, way: Reading, words: str, widened: tuple[Widening, ...]
    ) -> Understood:
        engine_query = self._translator.whole(self._query, text.ranked(total))
        first = text.heads() if total > MANY else None
        if first is not None:
            first = self._translator.whole(self._query, first)
        missing = () if way is Reading.CORRECTED else self._missing()
        return Understood(
            self._query, engine_query, text.counted, total, way, words, missing, widened, first
        )

    def _freed(self) -> Understood | None:
        """Without the articles stuck to words that are rare with them (« cathedrale damiens »)."""
        words = self._asked.plain_words
        freed = tuple(correcting.freed(self._snapshot, word) or word for word in words)
        return self._with_words(freed) if freed != words else None

    def _corrected(self) -> Understood | None:
        """The likeliest other spelling of the words that are unknown, or rare, which finds."""
        words = self._asked.plain_words
        frequencies = {word: correcting.known(self._snapshot, word) for word in words}
        unknown = [word for word in words if not frequencies[word]]
        doubtful = unknown or [w for w in words if frequencies[w] < correcting.RARE]
        if (again := correcting.respaced(self._snapshot, words)) and (
            found := self._with_words(again)
        ):
            return found
        for suspects in [doubtful] if unknown else [[word] for word in doubtful] + [doubtful]:
            choices = [
                [(word, 0.0)]
                if word not in suspects
                else correcting.candidates(self._snapshot, word) or [(word, 5.0)]
                for word in words
            ]
            for combination in correcting.combinations(choices):
                if combination == words:
                    continue
                found = self._with_words(combination)
                if found:
                    return found
        return None

    def _with_words(self, words: Sequence[str]) -> Understood | None:
        given = iter(words)
        required: list[Node] = []
        for node in self._asked.required:
            if isinstance(node, Word) and not node.field:
                required += [Word(part) for part in next(given).split()]
            else:
                required.append(node)
        changed = dict(zip(self._asked.plain_words, words, strict=True))
        rewritten = _rewritten(self._query.text, changed)
        said = Asked(
            tuple(required), self._asked.excluded, self._asked.light, asked.parse(rewritten).typed
        )
        widened = widen(said)
        text = self._text(said, rewritten, widened)
        total = self._count(text)
        if not total:
            return None
        return self._understood(text, total, Reading.CORRECTED, rewritten, widened)

    def _partial(self) -> Understood | None:
        """As many of the words as can be found together, there where a place is named."""
        typed = self._query.text
        places = self._places()
        others = len(self._asked.required) - len(places)
        ways = [(needed, places) for needed in range(others - 1, -1, -1) if places]
        ways += [(n, frozenset()) for n in range(len(self._asked.required) - 1, 0, -1)]
        for needed, kept in ways:
            text = self._text(self._asked, typed, (), needed, kept)
            if total := self._count(text):
                return self._understood(text, total, Reading.PARTIAL, typed, ())
        return None

    def _places(self) -> frozenset[int]:
        """The required words that name a commune, alone or together (« vézelay »)."""
        said = self._asked.required
        plain = [n.text if isinstance(n, Word) and not n.field else "" for n in said]
        for length in (3, 2, 1):
            for start in range(len(plain) - length + 1):
                name = " ".join(plain[start : start + length])
                if all(plain[start : start + length]) and self._snapshot.frequency(
                    "filters", filter_term("commune", name)
                ):
                    return frozenset(range(start, start + length))
        return frozenset()

    def _missing(self) -> tuple[str, ...]:
        """The words that nothing has."""
        words = dict.fromkeys(self._asked.plain_words)
        return tuple(word for word in words if not correcting.known(self._snapshot, word))


def _rewritten(text: str, changed: dict[str, str]) -> str:
    """The text as typed, with only the corrected words changed."""
    pieces = []
    for piece in text.split():
        words = normal(piece).split()
        if any(changed.get(word, word) != word for word in words):
            piece = " ".join(changed.get(word, word) for word in words)
        pieces.append(piece)
    return " ".join(" ".join(pieces).split())


def literal(query: Query) -> Query:
    """The same search, its words taken as they are typed."""
    return replace(query.first_page(), literal=True)
