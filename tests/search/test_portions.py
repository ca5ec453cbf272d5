"""A whole index is committed by parts that merge into one, stopped on its way or not."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.search.upkeep import portions


def merge(segments: list[int]) -> None:
    """What the engine does after a commit: those of one level, eight at least, are made one.

    As its documentation says of LogMergePolicy: levels of 0.75 in log2, from the largest; below
    10,000 documents all are of one level.
    """
    levels: list[list[int]] = []
    top = 0.0
    for size in sorted(segments, reverse=True):
        height = log2(max(size, 10_000))
        if not levels or height < top - 0.75:
            levels.append([])
            top = height
        levels[-1].append(size)
    for level in levels:
        if len(level) >= 8:
            for size in level:
                segments.remove(size)
            segments.append(sum(level))
            merge(segments)
            return


def go_on(total: int, segments: list[int], most: int | None = None) -> None:
    """Commit what is missing, or so many times and be stopped before the next."""
    done = sum(segments)
    for end in portions.ends(total, done, segments)[:most]:
        segments.append(end - done)
        done = end
        merge(segments)


@pytest.mark.parametrize("total", [90_000, 400_000, 4_500_000, 12_000_000])
def test_it_ends_as_one_segment(total: int) -> None:
    segments: list[int] = []
    go_on(total, segments)
    assert segments == [total]


@given(st.integers(900_000, 9_000_000), st.lists(st.integers(0, 40), max_size=4))
def test_stopped_it_ends_so_too(total: int, commits: list[int]) -> None:
    segments: list[int] = []
    for most in commits:
        go_on(total, segments, most)
    go_on(total, segments)
    assert segments == [total]


def test_it_ends_so_when_a_stop_left_nine_to_merge() -> None:
    # Killed before the merge was done: they are all there when it goes on.
    segments = [634_000, 564_000, 562_000, 562_000, *[70_000] * 9]
    go_on(4_500_000, segments)
    assert segments == [4_500_000]


def test_what_is_small_is_committed_at_once() -> None:
    assert portions.ends(90_000, 0) == [90_000]
    assert portions.ends(90_000, 90_000, [90_000]) == []
