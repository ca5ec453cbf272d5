"""A pyramid written as a TIFF that any program reads, and from which tiles are sent as they are.

Classic little-endian TIFF 6.0, one directory a level, largest first, the others marked as reduced
(tag NewSubfileType). JPEG tiles are whole JPEG files: Technical Note 2 lets a tile bear its own
tables. TIFF wants the tiles of the right and bottom edges padded, viewers of the web want them
cut: both are there, the cut ones under private tags that other programs pass over. A level that
fits in one tile is one strip, which nobody pads.
"""

import struct
from dataclasses import dataclass, field
from typing import BinaryIO

from pop.media.sizes import TILE

LONG, SHORT = 4, 3
JPEG, DEFLATE = 7, 8
GRAY, RGB, YCBCR = 1, 2, 6
CUT_OFFSETS, CUT_LENGTHS = 65001, 65002
"""Private tags: where the tiles are when those of the edges are cut."""
_MOST_BYTES = 2**32


@dataclass(slots=True)
class Level:
    """One size of the picture: in pixels, and where its tiles are, row by row."""

    width: int
    height: int
    offsets: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    # The same tiles, those of the edges cut.
    cut_offsets: list[int] = field(default_factory=list)
    cut_lengths: list[int] = field(default_factory=list)

    @property
    def is_one_strip(self) -> bool:
        """Whether the level fits in one tile, and is kept as a strip."""
        return self.width <= TILE and self.height <= TILE


class TooLarge(ValueError):
    """More than the four gigabytes that this format can hold."""


class TiledWriter:
    """Tiles are given level by level in any interleaving, row by row inside one; then closed."""

    def __init__(self, file: BinaryIO, levels: list[tuple[int, int]], bands: int, lossless: bool):
        self._file = file
        self.levels = [Level(*size) for size in levels]
        self._bands = bands
        self._lossless = lossless
        file.write(struct.pack("<2sHI", b"II", 42, 0))
        self._at = 8

    def add(self, level: int, tile: bytes, cut: bytes | None = None) -> None:
        """The next tile of that level; as other servers cut it, when it is at an edge. Raises
        TooLarge."""
        kept = self.levels[level]
        kept.offsets.append(self._at)
        kept.lengths.append(len(tile))
        self._write(tile)
        if cut is not None:
            kept.cut_offsets.append(self._at)
            kept.cut_lengths.append(len(cut))
            self._write(cut)
        else:
            kept.cut_offsets.append(kept.offsets[-1])
            kept.cut_lengths.append(kept.lengths[-1])
        if self._at >= _MOST_BYTES:
            raise TooLarge

    def close(self) -> None:
        """The directories, and the beginning that leads to them."""
        if self._at % 2:
            self._write(b"\0")
        first = link = self._at
        for number, level in enumerate(self.levels):
            tags = self._tags(number, level)
            kept_apart = link + 2 + 12 * len(tags) + 4
            entries, apart = [], b""
            for tag, kind, values in tags:
                data = struct.pack(f"<{len(values)}{'I' if kind == LONG else 'H'}", *values)
                if len(data) > 4:
                    where = struct.pack("<I", kept_apart + len(apart))
                    apart += data + b"\0" * (len(data) % 2)
                else:
                    where = data.ljust(4, b"\0")
                entries.append(struct.pack("<HHI", tag, kind, len(values)) + where)
            link = kept_apart + len(apart)
            following = link if number + 1 < len(self.levels) else 0
            self._write(
                struct.pack("<H", len(tags))
                + b"".join(entries)
                + struct.pack("<I", following)
                + apart
            )
        self._file.seek(4)
        self._file.write(struct.pack("<I", first))

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._at += len(data)

    def _tags(self, number: int, level: Level) -> list[tuple[int, int, tuple[int, ...]]]:
        seen = (DEFLATE, RGB if self._bands == 3 else GRAY)
        if not self._lossless:
            seen = (JPEG, YCBCR if self._bands == 3 else GRAY)
        tags: list[tuple[int, int, tuple[int, ...]]] = [
            (254, LONG, (1 if number else 0,)),
            (256, LONG, (level.width,)),
            (257, LONG, (level.height,)),
            (258, SHORT, (8,) * self._bands),
            (259, SHORT, (seen[0],)),
            (262, SHORT, (seen[1],)),
            (277, SHORT, (self._bands,)),
            (284, SHORT, (1,)),
        ]
        if level.is_one_strip:
            tags += [
                (273, LONG, tuple(level.offsets)),
                (278, LONG, (level.height,)),
                (279, LONG, tuple(level.lengths)),
            ]
        else:
            tags += [
                (322, LONG, (TILE,)),
                (323, LONG, (TILE,)),
                (324, LONG, tuple(level.offsets)),
                (325, LONG, tuple(level.lengths)),
                (CUT_OFFSETS, LONG, tuple(level.cut_offsets)),
                (CUT_LENGTHS, LONG, tuple(level.cut_lengths)),
            ]
        if seen[1] == YCBCR:
            tags.append((530, SHORT, (2, 2)))
        return sorted(tags)
