"""A tree into the engine's own queries, from our words alone: no text of people is ever parsed
by the engine. How a query becomes an order: docs/explanation/search.md."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import tantivy
from tantivy import FieldType, Occur

from pop.model.values import reference
from pop.model.values.words import normal
from pop.search.areas import strips
from pop.search.asked import BANDS as NARROWED
from pop.search.asked import Asked
from pop.search.comparing_fields import Comparison, any_of, excluding, together
from pop.search.document import RENOWN_SIGNS, STEMMED, filter_term
from pop.search.engine import Snapshot
from pop.search.facets import FACETS, value_key
from pop.search.query import Box, Query
from pop.search.stems import stemmed
from pop.search.tree import All, Criterion, Either, Node, Not, Phrase, Prefix, Word

# What a word found in each band is worth; its stem found there is worth half of it.
BOOSTS = {"titles": 10.0, "names": 7.0, "places": 4.0, "texts": 1.0}
STEM_SHARE = 0.5
# Its own reference before its other numbers and the references it cites.
KEY_BOOSTS = {"own": 1000.0, "keys": 100.0}
# Bonuses, beside words that are worth from 5 (frequent, in a text) to 100 (rare, in a title).
WHOLE_TITLE = 60.0
WHOLE_PLACE = 20.0
TITLE_PHRASE = 3.0
TITLE_START = 10.0
PICTURE = 3.0
# What another word of the same concept is worth, beside the word itself.
SYNONYM_SHARE = 0.4
NARROWER = 4.0
IN_TIME = 4.0
# Signs that a thing is well known: listed early, tied to many other notices.
RENOWN = 2.0

# Pieces of a text among which references are looked for.
MOST_PIECES = 12

Clause = tuple[Occur, tantivy.Query]


class Translator:
    """Translates for one state of the index."""

    def __init__(self, snapshot: Snapshot, scored: bool = True) -> None:
        """`scored`: False for queries that are only counted: the same notices, less work."""
        self._snapshot = snapshot
        self._schema = snapshot.schema
        self._scored = scored

    def whole(self, query: Query, text: tantivy.Query | None) -> tantivy.Query:
        """Everything a query asks for, the translation of its words given."""
        clauses = [(Occur.Must, text)] if text is not None else []
        clauses += [(Occur.Must, self._unscored(part)) for part in self._restrictions(query)]
        if not clauses:
            return tantivy.Query.all_query()
        if len(clauses) == 1:
            return clauses[0][1]
        return tantivy.Query.boolean_query(clauses)

    def _restrictions(self, query: Query) -> Iterable[tantivy.Query]:
        if query.bases:
            yield any_of(self._schema, "facet_base", query.bases)
        by_key: dict[str, list[str]] = {}
        for key, value in query.filters:
            by_key.setdefault(key, []).append(value)
        for key, values in by_key.items():
            yield self._filter(key, values)
        if query.years is not None:
            yield from self._years(*query.years)
        if query.box:
            yield self._box(query.box)
        if query.area:
            yield tantivy.Query.boolean_query(
                [(Occur.Should, self._box(strip)) for strip in strips(query.area)]
            )
        if query.criteria is not None:
            yield self.node(query.criteria)

    def after(self, query: tantivy.Query, key: int) -> tantivy.Query:
        """Of what answers, the notices stored after that one."""
        later = tantivy.Query.range_query(
            self._schema, "key", FieldType.Unsigned, lower_bound=key, include_lower=False
        )
        return together([query, later])

    # Words

    def text(
        self,
        asked: Asked,
        typed: str,
        needed: int | None = None,
        widened: "Widened" = (),
        kept: frozenset[int] = frozenset(),
    ) -> tantivy.Query:
        """The words of the box: a number in any shape first, else what `asked` requires.

        needed: how many of the required parts are enough beside those `kept`, None for all.
        """
        required = self._required(asked, widened)
        ways: list[Clause] = []
        if required:
            if needed is not None:
                parts = [
                    (Occur.Must if place in kept else Occur.Should, part)
                    for place, part in enumerate(required)
                ]
                main = tantivy.Query.boolean_query(parts, minimum_number_should_match=needed)
            else:
                main = tantivy.Query.boolean_query([(Occur.Must, part) for part in required])
            ways.append((Occur.Should, main))
        for key, boost in self._numbers(typed):
            ways.append((Occur.Should, tantivy.Query.boost_query(key, boost)))
        if not ways:
            matched = tantivy.Query.all_query() if asked.excluded else tantivy.Query.empty_query()
        elif len(ways) == 1:
            matched = ways[0][1]
        else:
            matched = tantivy.Query.boolean_query(ways)
        clauses: list[Clause] = [(Occur.Must, matched)]
        if self._scored:
            clauses += [(Occur.Should, bonus) for bonus in self._bonuses(asked)]
        clauses += [(Occur.MustNot, self.node(node)) for node in asked.excluded]
        return tantivy.Query.boolean_query(clauses)

    def _numbers(self, typed: str) -> Iterable[tuple[tantivy.Query, float]]:
        for key in reference.index(typed).keys:
            if not _may_be_number(key):
                continue
            for name, boost in KEY_BOOSTS.items():
                term = tantivy.Query.term_query(self._schema, name, key, "basic")
                # A year is more often a year than an inventory number.
                small = key.isdigit() and len(key) < 6 and name == "keys"
                yield tantivy.Query.const_score_query(term, 1.0), 5.0 if small else boost
        for key in dict.fromkeys(_numbers_within(typed)):
            term = tantivy.Query.term_query(self._schema, "own", key, "basic")
            yield tantivy.Query.const_score_query(term, 1.0), KEY_BOOSTS["own"]

    def _required(self, asked: Asked, widened: "Widened") -> list[tantivy.Query]:
        """One query a required part; words that name a concept together make one part."""
        parts: list[tantivy.Query] = []
        taken: set[int] = set()
        by_start = {span[0]: (span, others) for span, others in widened}
        for place, node in enumerate(asked.required):
            if place in taken:
                continue
            if place in by_start:
                (start, end), others = by_start[place]
                taken.update(range(start, end))
                said = [self.node(one) for one in asked.required[start:end]]
                parts.append(self._widened(together(said), others))
            else:
                parts.append(self.node(node))
        return parts

    def _widened(self, said: tantivy.Query, others: "Others") -> tantivy.Query:
        ways = [said]
        if others.years:
            times = together(list(self._years(*others.years)))
            ways.append(tantivy.Query.const_score_query(times, IN_TIME))
        for label in others.labels:
            node = Phrase(label) if " " in label else Word(label)
            ways.append(tantivy.Query.boost_query(self.node(node), SYNONYM_SHARE))
        if others.narrower:
            for key in others.facets:
                terms = tantivy.Query.term_set_query(
                    self._schema, FACETS[key].engine_field, list(others.narrower)
                )
                ways.append(tantivy.Query.const_score_query(terms, NARROWER))
        return tantivy.Query.disjunction_max_query(ways, tie_breaker=0.1)

    def _bonuses(self, asked: Asked) -> Iterable[tantivy.Query]:
        words = asked.typed
        if words:
            title = tantivy.Query.term_query(self._schema, "title", " ".join(words), "basic")
            yield tantivy.Query.const_score_query(title, WHOLE_TITLE)
            places = [filter_term(key, " ".join(words)) for key in ("commune", "departement")]
            yield tantivy.Query.const_score_query(
                any_of(self._schema, "filters", places), WHOLE_PLACE
            )
        required = asked.plain_words
        if len(required) > 1:
            phrase = tantivy.Query.phrase_query(self._schema, "titles", list(required), slop=2)
            yield tantivy.Query.boost_query(phrase, TITLE_PHRASE)
        picture = tantivy.Query.term_query(self._schema, "facet_image", "oui", "basic")
        yield tantivy.Query.const_score_query(picture, PICTURE)
        for sign in RENOWN_SIGNS:
            known = tantivy.Query.term_query(self._schema, "renown", sign, "basic")
            yield tantivy.Query.const_score_query(known, RENOWN)

    def titles(self, beginning: str) -> tantivy.Query:
        """Titles that have these words, the last one only begun: those that begin so first."""
        *words, last = beginning.split()
        said = All((*(Word(word, "titre") for word in words), Prefix(last, "titre")))
        start = tantivy.Query.regex_query(self._schema, "title", f"{beginning}.*")
        picture = tantivy.Query.term_query(self._schema, "facet_image", "oui", "basic")
        return tantivy.Query.boolean_query(
            [
                (Occur.Must, self.node(said)),
                (Occur.Should, tantivy.Query.const_score_query(start, TITLE_START)),
                (Occur.Should, tantivy.Query.const_score_query(picture, PICTURE)),
            ]
        )

    # The tree

    def node(self, node: Node) -> tantivy.Query:
        """Any tree. Raises Misunderstood when a comparison cannot be made."""
        match node:
            case Word(text, field):
                found = normal(text).split()
                parts = [self._word(word, field) for word in found]
                return together(parts)
            case Phrase(text, field):
                return self._phrase(normal(text).split(), field)
            case Prefix(text, field):
                return self._prefix(normal(text), field)
            case All(parts):
                return together([self.node(part) for part in parts])
            case Either(parts):
                return tantivy.Query.boolean_query(
                    [(Occur.Should, self.node(part)) for part in parts]
                )
            case Not(part):
                return excluding(self.node(part))
            case Criterion():
                return Comparison(self._snapshot).query(node)

    def _word(self, word: str, field: str = "") -> tantivy.Query:
        stem = stemmed(word)
        if not self._scored:
            return self._anywhere(word, stem, field)
        ways = []
        for name, boost in self._bands(field):
            exact = tantivy.Query.term_query(self._schema, name, word)
            ways.append(tantivy.Query.boost_query(exact, boost))
            if name in STEMMED:
                alike = tantivy.Query.term_query(self._schema, f"{name}_stems", stem, "freq")
                ways.append(tantivy.Query.boost_query(alike, boost * STEM_SHARE))
        return tantivy.Query.disjunction_max_query(ways, tie_breaker=0.1)

    def _anywhere(self, word: str, stem: str, field: str) -> tantivy.Query:
        """What has the word has its stem: where stems are indexed, they are enough."""
        terms = [
            tantivy.Query.term_query(self._schema, f"{name}_stems", stem, "freq")
            if name in STEMMED
            else tantivy.Query.term_query(self._schema, name, word)
            for name, _ in self._bands(field)
        ]
        return tantivy.Query.boolean_query([(Occur.Should, term) for term in terms])

    def _phrase(self, words: Sequence[str], field: str) -> tantivy.Query:
        if len(words) < 2:
            return together([self._word(word, field) for word in words])
        ways = [
            tantivy.Query.boost_query(
                tantivy.Query.phrase_query(self._schema, name, list(words)), boost
            )
            for name, boost in self._bands(field)
        ]
        return tantivy.Query.disjunction_max_query(ways, tie_breaker=0.1)

    def _prefix(self, text: str, field: str) -> tantivy.Query:
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
        return together([*(self._word(word, field) for word in words[:-1]), last])

    def _bands(self, field: str) -> list[tuple[str, float]]:
        name = NARROWED.get(field)
        return [(name, BOOSTS[name])] if name else list(BOOSTS.items())

    # Facets, years, places

    def _filter(self, key: str, values: Sequence[str]) -> tantivy.Query:
        """Any of the values of a facet, or of an old link that gave one spelling."""
        exact = any_of(self._schema, "filters", [filter_term(key, value) for value in values])
        if key not in FACETS:
            return exact
        keys = [value_key(key, value) for value in values]
        return tantivy.Query.boolean_query(
            [
                (Occur.Should, any_of(self._schema, FACETS[key].engine_field, keys)),
                (Occur.Should, exact),
            ]
        )

    def _unscored(self, query: tantivy.Query) -> tantivy.Query:
        return tantivy.Query.const_score_query(query, 0.0)

    def _years(self, first: int | None, last: int | None) -> Iterable[tantivy.Query]:
        """Datings that touch the interval."""
        if first is not None:
            yield tantivy.Query.range_query(
                self._schema, "last_year", FieldType.Integer, lower_bound=first
            )
        if last is not None:
            yield tantivy.Query.range_query(
                self._schema, "first_year", FieldType.Integer, upper_bound=last
            )

    def _box(self, box: Box) -> tantivy.Query:
        between = (("latitude", box.south, box.north), ("longitude", box.west, box.east))
        return together(
            [
                tantivy.Query.range_query(self._schema, name, FieldType.Float, low, high)
                for name, low, high in between
            ]
        )


@dataclass(frozen=True, slots=True)
class Others:
    """Other ways to say some words: labels of the same concept, keys of narrower facet values,
    years."""

    labels: Sequence[str] = ()
    narrower: Sequence[str] = ()
    facets: Sequence[str] = ()
    years: tuple[int | None, int | None] | None = None


Widened = Sequence[tuple[tuple[int, int], Others]]
"""For spans of required words (first, past the last), the other ways to say them."""


def _may_be_number(key: str) -> bool:
    return 3 <= len(key) <= 64 and any(map(str.isdigit, key))


def _numbers_within(typed: str) -> Iterable[str]:
    """References among other words: « notice PA00088801 », « museo M 0410 »."""
    pieces = typed.split()[:MOST_PIECES]
    if len(pieces) < 2:
        return
    for start, piece in enumerate(pieces):
        for text in (piece, " ".join(pieces[start : start + 2])):
            key = reference.key(text)
            if len(key) >= 5 and key[0].isalpha() and _may_be_number(key):
                yield key
