"""The values of facets counted exactly, whatever the segments of the index.

The engine adds up what each segment gives. Of a single segment the first values are enough, which
is several times less to read. After a rebuild the index is one large segment and, later, small
ones with what changed: those are told apart by their place in time, counted whole, and added to the
first values of the large one. Else every value of every segment is read.
"""

from collections.abc import Mapping
from typing import Any

import tantivy

from pop.search.engine.comparing_fields import together
from pop.search.engine.index import Snapshot
from pop.search.engine.remembering import Memory

# No facet has as many values: with it the counts of several segments add up exactly.
ALL_VALUES = 10_000_000
# First values read of a large segment, to which those of what changed are added.
SOME_VALUES = 40
# Below that many notices, all their values are read at once.
FEW = 500
# Changes that are counted apart; beyond, all values of all segments are read.
MOST_FRESH = 20_000
# The engine gives no more values than 65,000 at once.
MOST_BUCKETS = 60_000

Values = dict[str, list[tuple[str, int]]]
Steps = list[tuple[int, int]]


class InexactCount(Exception):
    """The engine could not promise the exact counts of a facet; never shown as if it had."""


def tally(
    snapshot: Snapshot,
    query: tantivy.Query,
    fields: Mapping[str, int],
    among: Mapping[str, list[str]] | None = None,
    steps: tuple[str, int] | None = None,
    expected: int | None = None,
) -> tuple[Values, Steps]:
    """For each field, its most frequent values with their exact counts, as many as asked; in the
    same pass, a number counted by steps (field, length of one).

    among: for some fields, the only values to count; expected: how many notices answer, when it is
    known. Steps are told by their first number, those
    without any notice left out. Raises InexactCount.
    """
    return _Tally(snapshot, query, among or {}, steps).of(fields, expected)


class _Tally:
    def __init__(
        self,
        snapshot: Snapshot,
        query: tantivy.Query,
        among: Mapping[str, list[str]],
        steps: tuple[str, int] | None,
    ) -> None:
        self._snapshot = snapshot
        self._query = query
        self._among = among
        self._steps = steps

    def of(self, fields: Mapping[str, int], expected: int | None = None) -> tuple[Values, Steps]:
        if self._snapshot.segments <= 1:
            answer = self._counted(self._query, {f: (most, most) for f, most in fields.items()})
            return _values(answer, fields), _steps(answer)
        until = self._snapshot.whole_until
        few = expected is not None and expected <= FEW
        if few or until is None or _changed_since(self._snapshot, until) > MOST_FRESH:
            return self._every(fields)
        return self._in_two(fields, until)

    def _every(self, fields: Mapping[str, int]) -> tuple[Values, Steps]:
        """Every value of every segment read."""
        asked = {field: (most, ALL_VALUES) for field, most in fields.items()}
        answer = self._counted(self._query, asked)
        for field in fields:
            if answer[field].get("doc_count_error_upper_bound"):
                raise InexactCount(field)
        return _values(answer, fields), _steps(answer)

    def _in_two(self, fields: Mapping[str, int], until: int) -> tuple[Values, Steps]:
        """The first values of what did not change, all those of what did, added up."""
        before, after = self._snapshot.before_and_after(until)
        read = {field: max(most, SOME_VALUES) for field, most in fields.items()}
        old = self._counted(
            together([self._query, before]), {f: (most, most) for f, most in read.items()}
        )
        changed = together([self._query, after])
        if not self._snapshot.count(changed):
            return _values(old, fields), _steps(old)
        new = self._counted(changed, dict.fromkeys(fields, (MOST_FRESH, ALL_VALUES)))
        found = {
            field: _added(dict(_pairs(old[field])), dict(_pairs(new[field])), most, read[field])
            for field, most in fields.items()
        }
        unsure = {field: fields[field] for field, values in found.items() if values is None}
        again = _Tally(self._snapshot, self._query, self._among, None)._every(unsure)[0]
        counted = {field: values or again.get(field, []) for field, values in found.items()}
        steps = dict(_steps(old))
        for first, count in _steps(new):
            steps[first] = steps.get(first, 0) + count
        return counted, sorted(steps.items())

    def _counted(
        self, query: tantivy.Query, fields: Mapping[str, tuple[int, int]]
    ) -> dict[str, Any]:
        """The engine's answer; fields: (values wanted, values that each segment gives)."""
        asked: dict[str, Any] = {}
        for field, (most, each) in fields.items():
            terms: dict[str, Any] = {"field": field, "size": most, "segment_size": each}
            if field in self._among:
                terms["include"] = self._among[field]
            asked[field] = {"terms": terms}
        if self._steps:
            field, length = self._steps
            asked["steps"] = {"histogram": {"field": field, "interval": length, "offset": 1}}
        return self._snapshot.aggregate(query, asked)


def _changed_since(snapshot: Snapshot, until: int) -> int:
    """How many notices changed since; remembered, for every count asks it."""
    asked = snapshot.state, until
    found = _changed.get(asked)
    if found is None:
        found = snapshot.changed_since(until)
        _changed.put(asked, found)
    return found


_changed: Memory[int] = Memory(4)


def _added(
    old: dict[str, int], new: dict[str, int], most: int, read: int
) -> list[tuple[str, int]] | None:
    """The first values of both; None when one that was not read might be among them."""
    total = {value: count + new.get(value, 0) for value, count in old.items()}
    others = {value: count for value, count in new.items() if value not in old}
    if len(old) < read:
        total |= others
    first = sorted(total.items(), key=lambda one: (-one[1], one[0]))[:most]
    if len(old) < read or not others:
        return first
    # Those that were not read have as many as the last read at most.
    return first if max(others.values()) + min(old.values()) <= first[-1][1] else None


def _values(answer: Mapping[str, Any], fields: Mapping[str, int]) -> Values:
    return {field: _pairs(answer[field])[:most] for field, most in fields.items()}


def _pairs(answer: Mapping[str, Any]) -> list[tuple[str, int]]:
    return [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in answer["buckets"]]


def _steps(answer: Mapping[str, Any]) -> Steps:
    buckets = answer["steps"]["buckets"] if "steps" in answer else []
    return [(int(b["key"]), int(b["doc_count"])) for b in buckets if b["doc_count"]]
