"""Pictures that are nearly the same: a copy, another size, another compression, a little cropped.

By their prints of 64 bits (looks.Look.print). Two that differ by seven bits at most have, in one
of four bands of sixteen bits, one difference at most: only those are compared.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from pop.media.models import Picture

FARTHEST = 6
"""Bits by which two of them differ at most; seven is the most that bands find surely."""
# Prints of a flat picture say nothing: nearly all their bits are the same.
_LEAST_SAID = 6
_BANDS, _WIDTH = 4, 16
# Comparisons made at once.
_AT_ONCE = 4_000_000

Prints = NDArray[np.uint64]


def groups() -> list[list[str]]:
    """The checksums of pictures of the store that are nearly the same, group by group."""
    rows = Picture.objects.filter(print__isnull=False).order_by("checksum")
    said = np.fromiter(rows.values_list("print", flat=True).iterator(), dtype=np.int64)
    prints, counts = np.unique(_telling(said.view(np.uint64)), return_counts=True)
    leaders = dict.fromkeys(prints[counts > 1].tolist()) | _joined(prints)
    found: dict[int, list[str]] = {}
    for checksum, print_ in rows.values_list("checksum", "print").iterator():
        key = int(print_ or 0) % (1 << 64)
        if key in leaders:
            found.setdefault(leaders[key] or key, []).append(checksum)
    return sorted(some for some in found.values() if len(some) > 1)


def pairs(prints: Prints, most: int = FARTHEST) -> Iterator[tuple[Prints, Prints]]:
    """Different prints that are that near, as arrays of the same length; some pairs come twice."""
    for band in range(_BANDS):
        keys = (prints >> np.uint64(band * _WIDTH)).astype(np.uint16)
        order = np.argsort(keys, kind="stable")
        sorted_, grouped = prints[order], keys[order]
        there, starts = np.unique(grouped, return_index=True)
        ends = dict(zip(there.tolist(), [*starts[1:].tolist(), len(prints)], strict=True))
        begins = dict(zip(there.tolist(), starts.tolist(), strict=True))
        for key in there.tolist():
            here = sorted_[begins[key] : ends[key]]
            yield from _near(here, here, most)
            for bit in range(_WIDTH):
                other = key ^ (1 << bit)
                if other > key and other in begins:
                    yield from _near(here, sorted_[begins[other] : ends[other]], most)


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


def _joined(prints: Prints) -> dict[int, int]:
    """Each print that has a near one, and the print that stands for its group."""
    leader: dict[int, int] = {}

    def led(one: int) -> int:
        while (above := leader.setdefault(one, one)) != one:
            leader[one] = leader[above]
            one = above
        return one

    for left, right in pairs(prints):
        for one, other in zip(left.tolist(), right.tolist(), strict=True):
            low, high = sorted((led(one), led(other)))
            leader[high] = low
    return {one: led(one) for one in leader}
