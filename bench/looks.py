"""Looks of pictures (`bench --only looks`): what one costs, what three million of them cost.

Random looks, as far from one another as can be, with some planted near those that are asked for:
what is counted does not depend on them, what is found does.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyvips
from numpy.typing import NDArray

from pop.media import likeness
from pop.media.decoding import thumbnail
from pop.media.duplicates import pairs
from pop.media.likeness import Part
from pop.media.looks import look, pixels
from pop.search.looks.likeness import FARTHEST

COUNT = 3_000_000
ASKED, PLANTED = 40, 6
_SLICE = 50_000


def measure(folder: Path) -> Iterator[str]:
    """Lines of figures; the processor time of this process, not that of the clock."""
    yield from _one(folder)
    yield from _all(folder)
    yield from _duplicates()


def _one(folder: Path) -> Iterator[str]:
    """A photograph of 4.3 million points, then a small one already read."""
    path = folder / "picture.jpg"
    draw = np.random.default_rng(1)
    ground = draw.integers(0, 256, (18, 24, 3), dtype=np.uint8)
    image = pyvips.Image.new_from_array(ground).resize(100, kernel="cubic")
    (image + pyvips.Image.gaussnoise(2400, 1800, sigma=9)).cast("uchar").jpegsave(str(path), Q=85)
    small = pixels(thumbnail(path, 240, strict=True))
    read = _cpu(lambda: pixels(thumbnail(path, 240, strict=True)), 20)
    seen = _cpu(lambda: look(small), 50)
    yield f"  a JPEG of 2400 × 1800 reduced to 240: {read:.1f} ms of processor"
    yield f"  colours, look and print: {seen:.1f} ms of processor (goal 15)"


def _all(folder: Path) -> Iterator[str]:
    draw = np.random.default_rng(2)
    asked = draw.integers(0, 2**64, (ASKED, 4), dtype=np.uint64)
    path = folder / "looks"
    start = time.process_time()
    likeness.write(path, _parts(draw, asked), 1)
    yield (
        f"  {COUNT:,} looks written in {time.process_time() - start:.1f} s of processor, "
        f"{path.stat().st_size / 1e6:.0f} MB"
    )
    held = likeness.opened(path)
    assert held is not None
    held.near(asked[0].tobytes(), FARTHEST, 120)  # the file is in memory from here on
    times, clocks, found = [], [], 0
    for one in asked:
        clock, start = time.perf_counter(), time.process_time()
        near = held.near(one.tobytes(), FARTHEST, 120)
        times.append(1000 * (time.process_time() - start))
        clocks.append(1000 * (time.perf_counter() - clock))
        found += len(near)
    yield (
        f"  what looks like one of them: {min(times):.1f} ms of processor at best, "
        f"{statistics.median(times):.1f} in the middle (clock {statistics.median(clocks):.1f}; "
        f"goal 30); {found} of {ASKED * PLANTED} planted found"
    )


def _parts(draw: np.random.Generator, asked: NDArray[np.uint64]) -> Iterator[Part]:
    """Random looks; in the first slice, some at 1 to 36 bits of each one that is asked for."""
    for start in range(0, COUNT, _SLICE):
        words = draw.integers(0, 2**64, (_SLICE, 4), dtype=np.uint64)
        if not start:
            for place, one in enumerate(asked):
                for number in range(PLANTED):
                    bits = draw.choice(256, 1 + 7 * number, replace=False)
                    words[place * PLANTED + number] = one
                    for bit in bits.tolist():
                        words[place * PLANTED + number, bit // 64] ^= np.uint64(1 << bit % 64)
        keys = np.arange(start + 1, start + _SLICE + 1, dtype=np.int64)
        yield Part(words, keys, np.zeros(_SLICE, dtype=np.uint16))


def _duplicates() -> Iterator[str]:
    draw = np.random.default_rng(3)
    prints = draw.integers(0, 2**64, COUNT, dtype=np.uint64)
    prints[1:1000:2] = prints[0:1000:2] ^ np.uint64(0b100101)
    prints = np.unique(prints)
    start = time.process_time()
    found = {
        frozenset(pair)
        for some, others in pairs(prints)
        for pair in zip(some.tolist(), others.tolist(), strict=True)
    }
    seconds = time.process_time() - start
    yield (
        f"  nearly the same among {len(prints):,} prints: {seconds:.0f} s of processor, "
        f"{len(found)} pairs, 500 of them planted"
    )


def _cpu(work: Callable[[], object], times: int) -> float:
    """Milliseconds of processor, the best of several runs of that many."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        for _ in range(times):
            work()
        best = min(best, (time.process_time() - start) / times)
    return 1000 * best
