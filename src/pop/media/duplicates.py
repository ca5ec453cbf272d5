"""Pictures that are nearly the same: a copy, another size, another compression, a little cropped.

Found by their prints of 64 bits (looks.Look.print): two that differ by seven bits at most have, in
one of four bands of sixteen, one difference at most, so that only those are compared. Then held
against their looks of 256: objects of one shape on a plain ground have one print.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pop.media.models import Picture

FARTHEST = 6
"""Bits of a print by which two of them differ at most; seven is the most that bands find surely."""
FARTHEST_LOOKS = 20
"""Bits of a look."""
# Prints of a flat picture say nothing: nearly all their bits are the same.
_LEAST_SAID = 6
_BANDS, _WIDTH = 4, 16
# Comparisons made at once.
_AT_ONCE = 4_000_000

Prints = NDArray[np.uint64]


class _Candidate(NamedTuple):
    checksum: str
    print: int
    layout: bytes


class _Leaders:
    """What is joined with what: each has a leader, the same for a whole group."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def of(self, one: int) -> int:
        above = self._above
        while (higher := above.setdefault(one, one)) != one:
            above[one] = above[higher]
            one = higher
        return one

    def join(self, left: Prints, right: Prints) -> None:
        for one, other in zip(left.tolist(), right.tolist(), strict=True):
            low, high = sorted((self.of(one), self.of(other)))
            self._above[high] = low

    def groups(self) -> dict[int, int]:
        return {one: self.of(one) for one in list(self._above)}


def groups() -> list[list[str]]:
    """The checksums of pictures of the store that are nearly the same, group by group.

    In memory: the prints of all, then what bands bring near.
    """
    rows = Picture.objects.filter(print__isnull=False, layout__isnull=False).order_by("checksum")
    said = np.fromiter(rows.values_list("print", flat=True).iterator(), dtype=np.int64)
    prints, counts = np.unique(_telling(said.view(np.uint64)), return_counts=True)
    leaders = _Leaders()
    leaders.join(prints[counts > 1], prints[counts > 1])
    for left, right in pairs(prints):
        leaders.join(left, right)
    led = leaders.groups()
    candidates: dict[int, list[_Candidate]] = {}
    for checksum, print_, layout in rows.values_list("checksum", "print", "layout").iterator():
        key = int(print_ or 0) % (1 << 64)
        if key in led:
            one = _Candidate(checksum, key, bytes(layout or b""))
            candidates.setdefault(led[key], []).append(one)
    return sorted(group for some in candidates.values() for group in _confirmed(some))


def pairs(prints: Prints, most: int = FARTHEST) -> Iterator[tuple[Prints, Prints]]:
    """Different prints that are that near, as arrays of the same length; some pairs come twice."""
    for band in range(_BANDS):
        keys = (prints >> np.uint64(band * _WIDTH)).astype(np.uint16)
        order = np.argsort(keys, kind="stable")
        in_order = prints[order]
        there, starts = np.unique(keys[order], return_index=True)
        edges = [*starts.tolist(), len(prints)]
        grouped = dict(zip(there.tolist(), pairwise(edges), strict=True))
        for key, (start, end) in grouped.items():
            here = in_order[start:end]
            yield from _near(here, here, most)
            for bit in range(_WIDTH):
                other = key ^ (1 << bit)
                if other > key and other in grouped:
                    start, end = grouped[other]
                    yield from _near(here, in_order[start:end], most)


def _near(some: Prints, others: Prints, most: int) -> Iterator[tuple[Prints, Prints]]:
    step = max(_AT_ONCE // len(others), 1)
    for start in range(0, len(some), step):
        part = some[start : start + step]
        differences = np.bitwise_count(part[:, np.newaxis] ^ others[np.newaxis, :])
        left, right = np.nonzero((differences <= most) & (differences > 0))
        if len(left):
            yield part[left], others[right]


def _telling(prints: Prints) -> Prints:
    said = np.bitwise_count(prints)
    return prints[(said >= _LEAST_SAID) & (said <= 64 - _LEAST_SAID)]


def _confirmed(some: list[_Candidate]) -> Iterator[list[str]]:
    """The groups among candidates, once their prints and their looks are compared two by two."""
    prints = np.array([one.print for one in some], dtype=np.uint64)
    looks = np.frombuffer(b"".join(one.layout for one in some), dtype="<u8").reshape(-1, 4)
    leaders = _Leaders()
    step = max(_AT_ONCE // (4 * len(some)), 1)
    for start in range(0, len(some), step):
        part = slice(start, start + step)
        apart = np.bitwise_count(prints[part, np.newaxis] ^ prints) > FARTHEST
        differences = np.bitwise_count(looks[part, np.newaxis] ^ looks).sum(axis=2, dtype=np.uint16)
        left, right = np.nonzero((differences <= FARTHEST_LOOKS) & ~apart)
        other = left + start != right
        leaders.join((left[other] + start).astype(np.uint64), right[other].astype(np.uint64))
    found: dict[int, list[str]] = {}
    for place, leader in sorted(leaders.groups().items()):
        found.setdefault(leader, []).append(some[place].checksum)
    yield from found.values()
