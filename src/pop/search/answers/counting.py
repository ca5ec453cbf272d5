"""Facets counted: for each value how many results, the choices made in that facet set aside.

Counts are exact for the state of the index they are taken from. What was counted once is
remembered while that state lasts; the searches that everybody makes first (nothing asked, one
base) are counted ahead by the indexer (`landing.py`).
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

import tantivy

from pop.model import catalogue
from pop.model.values.words import normal
from pop.search.answers import landing
from pop.search.answers.counts import Counted, Counts, Value
from pop.search.answers.in_parallel import are_free, in_parallel
from pop.search.asking import facets
from pop.search.asking.facets import FACETS, Facet
from pop.search.asking.query import Query, to_json
from pop.search.content.labels import Labels
from pop.search.engine.comparing_fields import any_of, together
from pop.search.engine.index import Snapshot
from pop.search.engine.remembering import Memory
from pop.search.engine.tallying import tally
from pop.search.engine.translating import Translator
from pop.search.meaning.understanding import Understood, understand

# More values of one facet, on a page of their own.
MOST_SHOWN = 200
# Searches whose counts are remembered, in each process.
REMEMBERED = 300
# Above that many notices, half of the facets are counted beside the other half.
MANY = 20_000

_SENTENCES = {
    ("image", "oui"): "Avec image",
    ("image", "non"): "Sans image",
    ("reutilisable", "oui"): "Réutilisables",
    ("reutilisable", "non"): "Soumises à accord ou à condition",
    ("reutilisable", "non verifies"): "Droits non vérifiés",
    ("localise", "oui"): "Situé sur la carte",
    ("localise", "non"): "Non situé",
}


def count(
    query: Query,
    snapshot: Snapshot,
    understood: Understood | None = None,
    keys: Sequence[str] | None = None,
    years: bool = True,
    expected: int | None = None,
) -> Counts:
    """The facets that the page of a search shows, or those asked for.

    expected: how many notices answer, when it is known. Raises Misunderstood on an impossible
    comparison.
    """
    asked = query.restrictions
    if keys is None and (ready := landing.counts(asked, snapshot)):
        return ready
    remembered = (snapshot.state, to_json(asked), tuple(keys or ()), years)
    if found := _memory.get(remembered):
        return found
    understood = understood or understand(asked, snapshot)
    counted = _Counting(asked, snapshot, understood, expected).counts(keys, years)
    _memory.put(remembered, counted)
    return counted


def count_ahead(snapshot: Snapshot) -> None:
    """Count the searches that everybody makes first, for `landing.counts`."""
    landing.write(
        snapshot,
        {
            query: _Counting(query, snapshot, understand(query, snapshot)).counts(None, True)
            for query in landing.queries()
        },
    )


def forget() -> None:
    """Forget what was counted: for who measures the counting itself."""
    _memory.clear()


def search_values(
    query: Query, snapshot: Snapshot, key: str, containing: str, most: int = MOST_SHOWN
) -> Counted:
    """The values of one facet that have those words, with their counts in the search."""
    counting = _Counting(query.restrictions, snapshot, understand(query.restrictions, snapshot))
    return counting.one(FACETS[key], most, containing)


class _Found(NamedTuple):
    """The first values of a facet with their counts, and whether it has others."""

    values: list[tuple[str, int]]
    more: bool


def _first(found: list[tuple[str, int]], most: int) -> _Found:
    return _Found(found[:most], len(found) > most)


_Part = tuple[dict[str, _Found], list[tuple[int, int]]]
"""What one pass gives: the values of some facets, and the years or nothing."""


class _Counting:
    """The counting of one search; `expected`: how many notices answer, when it is known."""

    def __init__(
        self,
        query: Query,
        snapshot: Snapshot,
        understood: Understood,
        expected: int | None = None,
    ) -> None:
        self._query = query
        self._snapshot = snapshot
        self._expected = expected
        self._text = understood.text
        self._translator = Translator(snapshot, scored=False)
        self._whole = self._translator.whole(query, self._text)
        self._labels = Labels.of_folder(snapshot.folder)

    def counts(self, keys: Sequence[str] | None, years: bool) -> Counts:
        possible = keys if keys is not None else self._relevant(catalogue.bases())
        wants_years = years and (keys is None or "siecle" in keys)
        found, steps = self._values(dict.fromkeys(["base", *possible]), wants_years)
        bases = (base for base, _ in found["base"].values)
        wanted = keys if keys is not None else self._relevant(bases)
        values = {key: self._with_chosen(FACETS[key], found[key].values) for key in wanted}
        labels = self._labels.of(
            [(key, value) for key, some in values.items() for value, _ in some]
        )
        counted = {
            key: self._counted(FACETS[key], some, labels, found[key].more)
            for key, some in values.items()
        }
        return Counts(self._snapshot.state, counted, tuple(steps))

    def one(self, facet: Facet, most: int, containing: str = "") -> Counted:
        among: dict[str, list[str]] = {}
        if normal(containing):
            matching = self._labels.matching(normal(containing), [facet.key], 2000)
            if not matching:
                return Counted(facet, ())
            among[facet.engine_field] = [key for _, key in matching]
        query = self._without(facet.key)
        counted, _ = tally(self._snapshot, query, {facet.engine_field: most + 1}, among)
        found = _first(counted[facet.engine_field], most)
        values = self._with_chosen(facet, found.values)
        labels = self._labels.of([(facet.key, key) for key, _ in values])
        return self._counted(facet, values, labels, found.more)

    def _relevant(self, bases: Iterable[str]) -> list[str]:
        """The facets that mean something for those bases; finer places once a larger is chosen."""
        present = set(bases)
        chosen = {key for key, _ in self._query.filters}
        return [
            facet.key
            for facet in FACETS.values()
            if (not facet.parent or chosen & {facet.key, facet.parent})
            and (facet.key in chosen or facets.concerns(facet.key, present))
        ]

    def _values(
        self, keys: Iterable[str], years: bool
    ) -> tuple[dict[str, _Found], list[tuple[int, int]]]:
        """The first values of facets, and the years: in one or two passes what no own choice
        narrows, beside what one does."""
        chosen = {key for key, _ in self._query.filters}
        if self._query.bases:
            chosen.add("base")
        apart = [FACETS[key] for key in keys if key in chosen]
        others = [FACETS[key] for key in keys if key not in chosen]
        steps = ("quarters", facets.QUARTER) if years else None
        many = self._expected is not None and self._expected > MANY
        halves = [others[::2], others[1::2]] if many and are_free() else [others]
        tasks: list[Callable[[], _Part]] = []
        if steps and self._query.years is not None:
            tasks.append(partial(self._part, self._without("annees"), (), steps))
            steps = None
        tasks += [
            partial(self._part, self._whole, half, None if rank else steps, self._expected)
            for rank, half in enumerate(halves)
        ]
        tasks += [partial(self._apart, facet) for facet in apart]
        parts = in_parallel(tasks)
        return (
            dict(chain.from_iterable(found.items() for found, _ in parts)),
            list(chain.from_iterable(bars for _, bars in parts)),
        )

    def _part(
        self,
        query: tantivy.Query,
        some: Sequence[Facet],
        steps: tuple[str, int] | None = None,
        expected: int | None = None,
    ) -> "_Part":
        fields = {facet.engine_field: facet.shown + 1 for facet in some}
        found, bars = tally(self._snapshot, query, fields, steps=steps, expected=expected)
        return {facet.key: _first(found[facet.engine_field], facet.shown) for facet in some}, bars

    def _apart(self, facet: Facet) -> "_Part":
        """The first values of a facet whose own choices are set aside: often nothing is left, or
        one base, which may have been counted ahead in this very state."""
        ready = landing.counts(self._query.without_key(facet.key), self._snapshot)
        if (
            ready
            and ready.state == self._snapshot.state
            and (counted := ready.facets.get(facet.key))
        ):
            values = [(value.key, value.count) for value in counted.values]
            return {facet.key: _Found(values, counted.more)}, []
        return self._part(self._without(facet.key), [facet])

    def _without(self, key: str) -> tantivy.Query:
        other = self._query.without_key(key)
        return self._whole if other == self._query else self._translator.whole(other, self._text)

    def _with_chosen(self, facet: Facet, values: list[tuple[str, int]]) -> list[tuple[str, int]]:
        """The first values, and those chosen that are not among them, even without any result."""
        there = {key for key, _ in values}
        absent = [key for key in self._chosen(facet) if key not in there]
        if not absent:
            return values
        schema, others = self._snapshot.schema, self._without(facet.key)
        extra = []
        for key in absent:
            chosen = together([others, any_of(schema, facet.engine_field, [key])])
            extra.append((key, self._snapshot.count(chosen)))
        return [*sorted(extra, key=lambda one: -one[1]), *values]

    def _counted(
        self,
        facet: Facet,
        values: list[tuple[str, int]],
        labels: dict[tuple[str, str], str],
        more: bool,
    ) -> Counted:
        chosen = self._chosen(facet)
        shown = [
            Value(key, self._label(facet, key, labels), number, key in chosen)
            for key, number in values
        ]
        if facet.key == "siecle":
            shown.sort(key=lambda value: facets.century_rank(value.label))
        elif facet.key == "couleur":
            shown.sort(key=lambda value: facets.colour_rank(value.key))
        return Counted(facet, tuple(shown), more)

    def _chosen(self, facet: Facet) -> list[str]:
        if facet.key == "base":
            return list(self._query.bases)
        return [
            facets.value_key(facet.key, value)
            for key, value in self._query.filters
            if key == facet.key
        ]

    @staticmethod
    def _label(facet: Facet, key: str, labels: dict[tuple[str, str], str]) -> str:
        if facet.key == "base":
            return catalogue.base(key).name
        return _SENTENCES.get((facet.key, key)) or labels.get((facet.key, key), key)


_memory: Memory[Counts] = Memory(REMEMBERED)
