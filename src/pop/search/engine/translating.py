"""A tree into the engine's own queries, from our words alone: no text of people is ever parsed
by the engine. How a query becomes an order: docs/explanation/search.md."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import tantivy
from tantivy import FieldType, Occur

from pop.model.values import reference
from pop.model.values.words import normal
from pop.search.asking.areas import strips
from pop.search.asking.asked import HOLDING, Asked
from pop.search.asking.facets import FACETS, value_key
from pop.search.asking.query import Box, Query
from pop.search.asking.tree import All, Criterion, Either, Node, Not, Phrase, Prefix, Word
from pop.search.content.one_value import filter_term
from pop.search.engine.comparing_fields import Comparison, any_of, either, excluding, together
from pop.search.engine.index import Snapshot
from pop.search.engine.weighing import Part, Words, adding, whole_of

# Its own reference before its other numbers and the references it cites.
KEY_BOOSTS = {"own": 1000.0, "keys": 100.0}
# Bonuses, beside words that are worth from 5 (frequent, in a text) to 100 (rare, in a title).
WHOLE_TITLE = 60.0
WHOLE_PLACE = 60.0
WHOLE_KIND = 40.0
TITLE_PHRASE = 3.0
# The last words name the commune; the others name the thing, or its kind.
IN_COMMUNE, THING_IN_COMMUNE = 10.0, 100.0
MOST_IN_COMMUNE = 6
# Below that many results, what a word is worth is looked up in each band for each of them; above,
# the bands are read whole.
FEW = 10_000

# What another word of the same concept is worth, beside the word itself.
SYNONYM_SHARE = 0.4
NARROWER = 4.0
IN_TIME = 4.0
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
        self._words = Words(snapshot, scored)

    def whole(self, query: Query, text: tantivy.Query | None) -> tantivy.Query:
        """Everything a query asks for, the translation of its words given."""
        clauses = [(Occur.Must, text)] if text is not None else []
        # Without words all are worth the same, which their quality multiplies.
        worth = 0.0 if clauses else 1.0
        clauses += [
            (Occur.Must, tantivy.Query.const_score_query(part, worth))
            for part in self._restrictions(query)
        ]
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
        total: int = sys.maxsize,
    ) -> tantivy.Query:
        """The words of the box: a number in any shape first, else what `asked` requires.

        needed: how many of the required parts are enough beside those `kept`, None for all;
        total: how many notices answer, when it is known.
        """
        required = self._required(asked, widened, needed is None)
        ways: list[Clause] = []
        if required:
            ways.append((Occur.Should, self._together(required, needed, kept, total)))
        for key, boost in self._numbers(typed):
            ways.append((Occur.Should, tantivy.Query.boost_query(key, boost)))
        if not ways:
            matched = tantivy.Query.all_query() if asked.excluded else tantivy.Query.empty_query()
        elif len(ways) == 1:
            matched = ways[0][1]
        else:
            matched = tantivy.Query.boolean_query(ways)
        if self._scored:
            matched = adding(matched, self._bonuses(asked))
        if not asked.excluded:
            return matched
        excluded = [(Occur.MustNot, self.node(node)) for node in asked.excluded]
        return tantivy.Query.boolean_query([(Occur.Must, matched), *excluded])

    def _together(
        self, required: Sequence[Part], needed: int | None, kept: frozenset[int], total: int
    ) -> tantivy.Query:
        """All the parts, or as many as needed. The two ways to add what they are worth give the
        same; which one costs less depends on how many notices answer."""
        if needed is not None:
            parts = [
                (Occur.Must if place in kept else Occur.Should, whole_of(part))
                for place, part in enumerate(required)
            ]
            return tantivy.Query.boolean_query(parts, minimum_number_should_match=needed)
        if len(required) > 1 and total < FEW:
            found = together([either(part.found) for part in required])
            return adding(found, [one for part in required for one in part.worth])
        return together([whole_of(part) for part in required])

    def heads(self, asked: Asked, typed: str) -> tantivy.Query | None:
        """What has all the words in its title, its names or its places; None when more than plain
        words is asked. They are worth what they are there, texts apart."""
        words = asked.plain_words
        if asked.excluded or len(words) != len(asked.required) or any(self._numbers(typed)):
            return None
        found = together([self._words.head(word) for word in words])
        return adding(found, self._bonuses(asked))

    def lists(self, asked: Asked, typed: str) -> tuple[tantivy.Query, ...]:
        """The lists one of which is enough, of a search of one plain word; none of any other."""
        words = asked.plain_words
        if asked.excluded or not len(words) == len(asked.required) == 1:
            return ()
        return () if any(self._numbers(typed)) else self._words.part(words[0]).found

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

    def _required(self, asked: Asked, widened: "Widened", whole: bool) -> list[Part]:
        """Words that name a concept together make one part; `whole`: all the parts are required."""
        parts: list[Part] = []
        spans: list[tuple[int, int, Others]] = []
        for (start, end), others in sorted(widened, key=lambda one: one[0][0]):
            if not spans or start >= spans[-1][1]:
                spans.append((start, end, others))
        taken = {place for start, end, _ in spans for place in range(start, end)}
        for place, node in enumerate(asked.required):
            if place in taken:
                continue
            if isinstance(node, Word) and len(words := normal(node.text).split()) == 1:
                parts.append(self._words.part(words[0], node.field))
            else:
                parts.append(Part((self.node(node),)))
        # Years are compared for what has the other words, not for every notice there is.
        beside = [either(part.found) for part in parts] if whole else []
        for start, end, others in spans:
            said = [self.node(one) for one in asked.required[start:end]]
            parts.append(Part((self._widened(together(said), others, beside),)))
        return parts

    def _widened(
        self, said: tantivy.Query, others: "Others", beside: Sequence[tantivy.Query]
    ) -> tantivy.Query:
        ways = [said]
        if others.years:
            times = together([*beside, *self._years(*others.years)])
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

    def _bonuses(self, asked: Asked) -> Iterator[tantivy.Query]:
        words = " ".join(asked.typed)
        for name, term, worth in _wholes(words) if words else ():
            # What nothing has would cost a look for each result.
            if self._snapshot.frequency(name, term):
                whole = tantivy.Query.term_query(self._schema, name, term, "basic")
                yield tantivy.Query.const_score_query(whole, worth)
        yield from self._placed(asked.typed)
        required = asked.plain_words
        if len(required) > 1:
            phrase = tantivy.Query.phrase_query(self._schema, "titles", list(required), slop=2)
            yield tantivy.Query.boost_query(phrase, TITLE_PHRASE)

    def _placed(self, typed: Sequence[str]) -> Iterator[tantivy.Query]:
        """What is in the commune that ends the words; more so what the others name whole, or the
        kind of it: « château d'Amboise » is that called « Château », at Amboise."""
        for cut in range(max(1, len(typed) - MOST_IN_COMMUNE), len(typed)):
            commune = filter_term("commune", " ".join(typed[cut:]))
            if not self._snapshot.frequency("filters", commune):
                continue
            place = tantivy.Query.term_query(self._schema, "filters", commune, "basic")
            yield tantivy.Query.const_score_query(place, IN_COMMUNE)
            thing = _named(typed[:cut])
            for name in ("title", FACETS["denomination"].engine_field):
                if thing and self._snapshot.frequency(name, thing):
                    named = tantivy.Query.term_query(self._schema, name, thing, "basic")
                    both = together([place, named])
                    yield tantivy.Query.const_score_query(both, THING_IN_COMMUNE)

    # The tree

    def node(self, node: Node) -> tantivy.Query:
        """Any tree. Raises Misunderstood when a comparison cannot be made."""
        match node:
            case Word(text, field):
                found = normal(text).split()
                parts = [self._words.word(word, field) for word in found]
                return together(parts)
            case Phrase(text, field):
                return self._words.phrase(normal(text).split(), field)
            case Prefix(text, field):
                return self._words.prefix(normal(text), field)
            case All(parts):
                return together([self.node(part) for part in parts])
            case Either(parts):
                return either([self.node(part) for part in parts])
            case Not(part):
                return excluding(self.node(part))
            case Criterion():
                return Comparison(self._snapshot).query(node)

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


def _wholes(words: str) -> Iterator[tuple[str, str, float]]:
    """What a notice that the words name whole has: index field, term, what it is worth."""
    yield "title", words, WHOLE_TITLE
    for key in ("commune", "departement"):
        yield "filters", filter_term(key, words), WHOLE_PLACE
    yield FACETS["denomination"].engine_field, words, WHOLE_KIND


def _named(words: Sequence[str]) -> str:
    """Without the article before a name, nor the « de » that follows it."""
    kept = [place for place, word in enumerate(words) if word not in HOLDING]
    return " ".join(words[kept[0] : kept[-1] + 1]) if kept else ""


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
