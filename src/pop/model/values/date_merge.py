"""Several points make intervals: unfinished ones are finished, ranges closed, margins set.

The convention of each word is here or in `date_years`: « avant 1789 » ends in 1789 and
« après 1789 » starts in 1789 (a limit year is included: it is when the thing is attested),
while « avant le 16e siècle » ends in 1500.
"""

from dataclasses import dataclass
from itertools import pairwise

from pop.model.values.date_expression import (
    Certainty,
    ImpossibleDate,
    Interval,
    NotUnderstood,
)
from pop.model.values.date_point import OpenSpan, Point
from pop.model.values.date_readings import LATEST_YEAR
from pop.model.values.date_years import CENTURY, historical, margin

_SINGLE = ("year", "day")


@dataclass(slots=True)
class _Run:
    """An interval being built, in straight years; `last` is the point it ends with."""

    first: int | None
    end: int | None
    last: Point
    about: bool = False
    uncertain: bool = False
    half: str = ""
    same: bool = False


def merged(points: list[Point]) -> tuple[Interval, ...]:
    """The intervals the points say, in the order of the text, each once.

    Raises NotUnderstood when a point cannot be finished, ImpossibleDate when an interval
    ends before it starts.
    """
    points = [point for point in points if point.kind != "unknown"]
    _finish(points)
    points = [point for point in points if point.kind != "part"]
    _share_about(points)
    runs: list[_Run] = []
    for point in points:
        _add(runs, point)
    found: dict[OpenSpan, Certainty] = {}
    for before, run in pairwise(runs):
        if run.same:
            before.last.refined.append([(run.first, run.end)])
            before.uncertain = before.uncertain or run.uncertain
    for run in runs:
        if run.same:
            continue
        for first, end, certainty in _bounds(run, alone=len(runs) == 1):
            found.setdefault((first, end), certainty)
    return tuple(Interval(first, end, certainty) for (first, end), certainty in found.items())


def _finish(points: list[Point]) -> None:
    """Gives each unfinished point the century, part or era said by a neighbour."""
    for at in range(len(points) - 1, -1, -1):
        point = points[at]
        following = points[at + 1] if at + 1 < len(points) else None
        if point.kind == "ordinal":
            _finish_ordinal(point, following)
        elif point.kind == "number":
            _finish_number(point, following, points[at - 1] if at else None)
        elif point.kind == "part" and following and following.kind == "century":
            _take_century(point, following)
        elif not point.era_said and following and following.before_our_era:
            _take_era(point, following)
    for before, point in pairwise(points):
        if point.kind == "part" and before.kind == "century":
            _finish_part(point, before)
        elif before.kind == "decade" and before.written and _is_round(point):
            # « années 1930-1940 »
            assert point.first is not None
            point.kind, point.last = "decade", point.first + 9
        elif (
            point.kind == "century"
            and point.link == "range"
            and before.before_our_era
            and not point.era_said
            and point.rank < before.rank
        ):
            # « 6e siècle av. J.-C. - 4e siècle »: it goes on counting down.
            point.before_our_era = True
            point.settle()
    if any(point.kind == "part" and point.first is None for point in points):
        raise NotUnderstood


def _is_round(point: Point) -> bool:
    return point.kind == "year" and point.first is not None and point.first % 10 == 0


def _finish_ordinal(point: Point, following: Point | None) -> None:
    if following and following.kind == "century":
        if following.count and point.rank <= following.count:
            # « 1er ou 2e quart du 19e siècle »
            point.count, point.piece = following.count, point.rank
            _take_century(point, following)
            return
        point.kind, point.unit = "century", following.unit
        point.before_our_era = following.before_our_era and point.link != ""
    elif point.rank * CENTURY <= LATEST_YEAR and not following:
        # « 19e » alone, the usual way of saying a century.
        point.kind, point.unit = "century", CENTURY
    else:
        raise NotUnderstood
    point.settle()


def _finish_number(point: Point, following: Point | None, before: Point | None) -> None:
    if before and before.kind == "year" and point.link == "range" and len(before.written) == 4:
        _finish_abridged(point, before)
    elif before and before.kind == "decade" and point.rank % 10 == 0 and before.first:
        # « années 1920-30 »
        start = before.first - before.first % CENTURY + point.rank
        point.kind, point.first, point.last = "decade", start, start + 9
        point.uncertain = before.uncertain
    elif following and following.kind == "century":
        point.kind = "ordinal"
        _finish_ordinal(point, following)
    elif following and following.kind == "year" and following.before_our_era and point.rank:
        point.kind, point.before_our_era = "year", True
        point.first = point.last = 1 - point.rank
    else:
        raise NotUnderstood


def _finish_abridged(point: Point, before: Point) -> None:
    """« 1914-18 »; « 1905-10 » may be a month as well, the longer reading holds both."""
    assert before.first is not None
    size = 10 ** len(point.written)
    year = before.first - before.first % size + point.rank
    month = 1 <= point.rank <= 12
    if year > before.first:
        point.uncertain = month
    elif month:
        year = before.first
    point.kind, point.first, point.last = "year", year, year


def _take_century(point: Point, following: Point) -> None:
    point.kind, point.rank, point.unit = "century", following.rank, following.unit
    point.before_our_era = following.before_our_era
    point.settle()


def _take_era(point: Point, following: Point) -> None:
    """« 52-50 av. J.-C. », « 7e ou 6e siècle av. J.-C. »: the era is said once, at the end."""
    if following.link not in ("range", "or") or point.kind != following.kind:
        return
    if point.kind == "century" and point.rank >= following.rank:
        point.before_our_era = True
        point.settle()
    elif point.kind == "year" and point.first is not None:
        year = point.first
        if following.first is not None and 1 - year <= following.first:
            point.before_our_era = True
            point.first = point.last = 1 - year


def _finish_part(point: Point, before: Point) -> None:
    """« 19e siècle (fin) », « 19e siècle, 2e moitié »: the part said after its century."""
    if before.count or before.edge:
        _take_century(point, before)
        return
    before.count, before.piece, before.edge = point.count, point.piece, point.edge
    before.about = before.about or point.about
    before.uncertain = before.uncertain or point.uncertain
    before.settle()
    point.first = before.first


def _share_about(points: list[Point]) -> None:
    """« vers 1830-1840 », « 1830-1840 vers »: what is said once holds for both ends."""
    for before, point in pairwise(points):
        if point.link == "range" or before.half == "from":
            before.about = point.about = before.about or point.about


def _add(runs: list[_Run], point: Point) -> None:
    first, end = _with_margin(point)
    run = _Run(first, end, point, point.about, point.uncertain, point.half, point.link == "same")
    before = runs[-1] if runs else None
    if before is None:
        runs.append(run)
        return
    last = before.last
    if last.limit and last.kind == point.kind and before.end is not None and first is not None:
        _turn(before, run)
    elif before.half == "from" and point.link != "or":
        _close(before, run)
        before.half = ""
    elif before.half == "to" and point.half == "from":
        _close(run, before)
        run.half = ""
        runs[-1] = run
    elif point.link == "range" or (
        before.end is None and first is None and last.bound and point.bound
    ):
        _close(before, run)
    else:
        if point.link == "or":
            before.uncertain = run.uncertain = True
        runs.append(run)


def _close(start: _Run, end: _Run) -> None:
    """One interval from the beginning of the first to the end of the second."""
    low = start.first if start.first is not None else end.first
    if low is not None and end.end is not None and low > end.end:
        raise ImpossibleDate(
            "REVERSED_DATE",
            f"L’intervalle finit ({historical(end.end)}) avant d’avoir commencé "
            f"({historical(low)}) : mettez la date la plus ancienne en premier.",
        )
    start.end = end.end
    start.about = start.about or end.about
    start.uncertain = start.uncertain or end.uncertain
    start.last = end.last


def _turn(before: _Run, run: _Run) -> None:
    """« limite 17e siècle 18e siècle »: a tenth on each side of the limit, 1691-1710."""
    assert before.end is not None
    width = _tenth(before)
    first, end = before.end - width + 1, before.end + width
    if run.first is not None and run.first > before.end + 1:
        end = run.first + width - 1
    before.first, before.end = first, end
    before.about = True
    before.uncertain = before.uncertain or run.uncertain
    before.last = run.last


def _tenth(run: _Run) -> int:
    if run.first is None or run.end is None:
        return 1
    return max(1, (run.end - run.first + 1) // 10)


def _with_margin(point: Point) -> OpenSpan:
    """First and last year of a point with « vers », « avant », « après » applied."""
    first, end = point.first, point.last
    if point.kind == "today":
        return None, None
    if point.kind in _SINGLE and point.about and not point.iso and first is not None:
        assert end is not None
        first, end = first - margin(first), end + margin(end)
    single = point.kind in _SINGLE
    if point.bound == "before":
        return None, end if single or first is None else first - 1
    if point.bound == "after":
        return first if single or end is None else end + 1, None
    if point.bound == "until":
        return None, end
    if point.bound == "since":
        return first, None
    return first, end


def _bounds(run: _Run, alone: bool) -> list[tuple[int | None, int | None, Certainty]]:
    first, end = run.first, run.end
    if run.last.limit and first is not None and end is not None:
        width = _tenth(run)
        first, end, run.about = first - width, first + width - 1, True
    if run.half == "from":
        end = None
    elif run.half == "to" and alone:
        # « 1875 et » without its « entre », which is in another value.
        first = None
    if first is None and end is None:
        return []
    certainty = Certainty.EXACT
    if run.uncertain:
        certainty = Certainty.UNCERTAIN
    elif run.about:
        certainty = Certainty.ABOUT
    bounds = [(first, end)]
    for others in run.last.refined:
        common = [_common(each, other) for each in bounds for other in others]
        kept = [each for each in common if each]
        if kept:
            bounds = kept
        else:
            # The two statements contradict each other: both are kept, neither is trusted.
            bounds += others
            certainty = Certainty.UNCERTAIN
    return [(_written(low), _written(high), certainty) for low, high in bounds]


def _common(one: OpenSpan, other: OpenSpan) -> OpenSpan | None:
    firsts = [year for year in (one[0], other[0]) if year is not None]
    ends = [year for year in (one[1], other[1]) if year is not None]
    first, end = max(firsts, default=None), min(ends, default=None)
    return None if first is not None and end is not None and first > end else (first, end)


def _written(year: int | None) -> int | None:
    return None if year is None else historical(year)
