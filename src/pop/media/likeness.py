"""The looks of all pictures in one file, compared one by one: which ones are nearest to one.

The file is mapped, so that processes share it, and only ever replaced whole: who reads it keeps
the one it opened. In blocks, each word of 64 bits of all its looks together, which is what makes
three million comparisons a matter of milliseconds; nothing is approximate.
"""

import os
import struct
import tempfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
Keys = NDArray[np.int64]

BLOCK = 1 << 15
"""Looks of a block."""
_WORDS = 4
_BLOCK = np.dtype(
    [("words", "<u8", (_WORDS, BLOCK)), ("notices", "<i8", (BLOCK,)), ("numbers", "<u2", (BLOCK,))]
)
# What the file is, how many looks it holds, until which change of the store.
_HEADER = struct.Struct("<8sQQ40x")
_MAGIC = b"popalik1"


class Part(NamedTuple):
    """Some looks: words (a row of four each), the notice of each, the place of the picture in
    it."""

    words: Words
    notices: Keys
    numbers: NDArray[np.uint16]


class Near(NamedTuple):
    """A picture and how many of the 256 bits of its look differ."""

    notice: int
    number: int
    distance: int


def words(layout: bytes) -> Words:
    """The four words of a look (looks.Look.layout)."""
    return np.frombuffer(layout, dtype="<u8")


class Looks:
    """A file of looks, open. until: the change of the store (Stamp.sequence) it was made after."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            magic, count, until = _HEADER.unpack(file.read(_HEADER.size))
            if magic != _MAGIC:
                raise ValueError(f"{path} is no file of looks")
            self.count, self.until = int(count), int(until)
            self._blocks: Any = (
                np.memmap(file, _BLOCK, "r", offset=_HEADER.size) if self.count else []
            )

    def parts(self) -> Iterator[Part]:
        """All of it, a block at a time."""
        for block, length in self._filled():
            yield Part(
                block["words"][:, :length].T, block["notices"][:length], block["numbers"][:length]
            )

    def near(self, layout: bytes, most_distance: int, most: int) -> list[Near]:
        """The nearest pictures to a look, no farther than that, the nearest first.

        Of the same distance, the first stored: the answer is the same every time.
        """
        asked = words(layout)
        turned = np.empty(BLOCK, dtype=np.uint64)
        counted = np.empty(BLOCK, dtype=np.uint8)
        found: list[Near] = []
        for block, length in self._filled():
            # 256 differences would be counted as none: no look is the negative of another one.
            total = np.zeros(BLOCK, dtype=np.uint8)
            for word, wanted in zip(block["words"], asked, strict=True):
                np.bitwise_xor(word, wanted, out=turned)
                np.bitwise_count(turned, out=counted)
                total += counted
            places = np.flatnonzero(total[:length] <= most_distance)
            if len(places) > most:
                places = places[np.argsort(total[places], kind="stable")[:most]]
            found += [
                Near(int(block["notices"][n]), int(block["numbers"][n]), int(total[n]))
                for n in places
            ]
        found.sort(key=lambda one: (one.distance, one.notice, one.number))
        return found[:most]

    def _filled(self) -> Iterator[tuple[Any, int]]:
        for number, block in enumerate(self._blocks):
            yield block, min(self.count - number * BLOCK, BLOCK)


def opened(path: Path) -> Looks | None:
    """The file as it is now; None before the first one."""
    try:
        seen = path.stat()
    except FileNotFoundError:
        return None
    return _opened(path, seen.st_ino, seen.st_mtime_ns)


@lru_cache(maxsize=1)
def _opened(path: Path, inode: int, written: int) -> Looks:
    return Looks(path)


def write(path: Path, parts: Iterable[Part], until: int) -> int:
    """Put those looks in the place of the file, at once; how many. A block at a time in memory."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(_HEADER.pack(_MAGIC, 0, 0))
            count = 0
            for block, length in _blocks(parts):
                file.write(block.tobytes())
                count += length
            file.seek(0)
            file.write(_HEADER.pack(_MAGIC, count, until))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return count


def _blocks(parts: Iterable[Part]) -> Iterator[tuple[Any, int]]:
    block, length = np.zeros((), dtype=_BLOCK), 0
    for part in parts:
        start = 0
        while start < len(part.notices):
            taken = min(len(part.notices) - start, BLOCK - length)
            here, there = slice(length, length + taken), slice(start, start + taken)
            block["words"][:, here] = part.words[there].T
            block["notices"][here] = part.notices[there]
            block["numbers"][here] = part.numbers[there]
            start, length = start + taken, length + taken
            if length == BLOCK:
                yield block, length
                block, length = np.zeros((), dtype=_BLOCK), 0
    if length:
        yield block, length
