"""Counts of facets are exact whatever the segments, and however few values are read."""

from collections import Counter
from random import Random

import pytest
import tantivy

from pop.search.asking.query import Query
from pop.search.engine import generations, tallying
from pop.search.engine.index import Snapshot
from pop.search.engine.tallying import InexactCount, tally
from pop.search.meaning.understanding import understand
from pop.search.upkeep import rebuilding
from tests.loading import load_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]

FIELD = "facet_denomination"
THINGS = [f"chose {number}" for number in range(40)]
STEPS = ("quarters", 25)


def rows(draw: Random, first: int, count: int) -> list[dict[str, object]]:
    return [
        {
            "REF": f"IA0066{first + number:04d}", "TICO": draw.choice(("Bâtiment", "Halle")),
            "DENO": draw.sample(THINGS[: draw.choice((4, 12, 40))], draw.choice((1, 1, 2, 3))),
            "SCLE": [draw.choice(("18e siècle", "19e siècle"))],
        }
        for number in range(count)
    ]  # fmt: skip


def changed(draw: Random) -> tuple[Snapshot, dict[str, dict[str, object]]]:
    """An index written whole, then changed; the rows that it holds, by reference."""
    there = {str(row["REF"]): row for row in rows(draw, 0, 120)}
    load_rows("merimee", *there.values())
    rebuilding.rebuild()
    for first, count in ((100, 25), (140, 15)):
        some = {str(row["REF"]): row for row in rows(draw, first, count)}
        there |= some
        load_rows("merimee", *some.values(), index=True)
    found = generations.snapshot()
    assert found is not None
    return found, there


def test_what_changed_since_is_counted_apart_and_added(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = Random(5)
    snapshot, there = changed(draw)
    assert snapshot.segments > 1
    assert snapshot.whole_until is not None
    assert snapshot.changed_since(snapshot.whole_until) == 40
    read_all = []
    every = tallying._Tally._every

    def seen(self: tallying._Tally, fields: dict[str, int]) -> object:
        read_all.append(bool(fields))
        return every(self, fields)

    monkeypatch.setattr(tallying._Tally, "_every", seen)
    for text in ("bâtiment", "halle"):
        query = understand(Query(text=text), snapshot).engine_query
        answering = [row for row in there.values() if row["TICO"] == text.capitalize()]
        truth = Counter(str(thing) for row in answering for thing in row["DENO"])  # type: ignore[attr-defined]
        for some in (1, 2, 4, 9, 300):
            monkeypatch.setattr(tallying, "SOME_VALUES", some)
            for most in (1, 3, 8):
                values, steps = tally(snapshot, query, {FIELD: most}, steps=STEPS)
                assert all(truth[value] == count for value, count in values[FIELD])
                best = sorted(truth.values(), reverse=True)[:most]
                assert [count for _, count in values[FIELD]] == best, (text, some, most)
                assert sum(count for _, count in steps) == 4 * len(answering)
    assert True in read_all, "some could not be told without reading all"
    assert False in read_all, "some could"


def test_many_changes_or_an_index_not_written_whole_are_read_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    snapshot, _ = changed(Random(6))
    query = tantivy.Query.all_query()
    expected = tally(snapshot, query, {FIELD: 5}, steps=STEPS)
    monkeypatch.setattr(tallying, "MOST_FRESH", 39)
    assert tally(snapshot, query, {FIELD: 5}, steps=STEPS) == expected
    engine = generations.open_living()
    assert engine is not None
    engine.tell_whole(None)
    assert snapshot.whole_until is None
    assert tally(snapshot, query, {FIELD: 5}, steps=STEPS) == expected


def test_counts_that_the_engine_cannot_promise_are_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    snapshot, _ = changed(Random(7))
    monkeypatch.setattr(tallying, "ALL_VALUES", 2)
    monkeypatch.setattr(tallying, "MOST_FRESH", 0)
    with pytest.raises(InexactCount):
        tally(snapshot, tantivy.Query.all_query(), {FIELD: 2})
