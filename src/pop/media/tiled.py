"""A pyramid opened for reading: its levels, the bytes of a tile, the pixels of a part of it.

Reads what tiff_writing.py writes. A tile is found by arithmetic and read by one system call;
nothing is decoded for those who want it as it is.
"""

import os
import struct
import zlib
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import simplejpeg

from pop.media.sizes import TILE
from pop.media.tiff_writing import CUT_LENGTHS, CUT_OFFSETS

Pixels = np.ndarray[Any, np.dtype[np.uint8]]
# Tags of TIFF 6.0 that are read here.
_WIDTH, _HEIGHT, _COMPRESSION, _BANDS, _STRIP_OFFSETS, _STRIP_LENGTHS = 256, 257, 259, 277, 273, 279
_JPEG = 7
_DIRECTORY = 4096


class Malformed(ValueError):
    """Not a pyramid of ours."""


@dataclass(frozen=True, slots=True)
class Level:
    """One size: in pixels and in tiles, with where each tile is, row by row."""

    width: int
    height: int
    across: int
    offsets: "array[int]"
    lengths: "array[int]"


class Tiled:
    """An open pyramid, which several threads may read; it closes when nobody holds it any more.

    Raises Malformed, FileNotFoundError.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        self._name = path.name
        self.levels: tuple[Level, ...] = ()
        self.is_jpeg = True
        self.bands = 3
        try:
            self._read_directories()
        except (struct.error, KeyError) as error:
            raise Malformed(self._name) from error

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)

    def tile(self, level: int, column: int, row: int) -> bytes:
        """The bytes of a tile as they are kept: when is_jpeg, a whole JPEG file, cut at the edges
        of the picture."""
        kept = self.levels[level]
        number = row * kept.across + column
        return os.pread(self._descriptor, kept.lengths[number], kept.offsets[number])

    def part(self, level: int, left: int, top: int, right: int, bottom: int, gray: bool) -> Pixels:
        """Pixels of a level, from left and top up to right and bottom: rows, columns, bands.

        gray: one band, however many the picture has.
        """
        bands = 1 if gray else self.bands
        pixels = np.empty((bottom - top, right - left, bands), np.uint8)
        for row in range(top // TILE, -(-bottom // TILE)):
            for column in range(left // TILE, -(-right // TILE)):
                tile = self._decoded(level, column, row, bands)
                x, y = column * TILE, row * TILE
                from_left, from_top = max(left - x, 0), max(top - y, 0)
                seen = tile[from_top : bottom - y, from_left : right - x]
                to_left, to_top = x + from_left - left, y + from_top - top
                pixels[to_top : to_top + seen.shape[0], to_left : to_left + seen.shape[1]] = seen
        return pixels

    def _decoded(self, level: int, column: int, row: int, bands: int) -> Pixels:
        data = self.tile(level, column, row)
        if self.is_jpeg:
            space = "GRAY" if bands == 1 else "RGB"
            return np.asarray(simplejpeg.decode_jpeg(data, space, fastdct=True, fastupsample=True))
        kept = self.levels[level]
        is_strip = kept.width <= TILE and kept.height <= TILE
        height, width = (kept.height, kept.width) if is_strip else (TILE, TILE)
        whole = np.frombuffer(zlib.decompress(data), np.uint8).reshape(height, width, self.bands)
        if bands == self.bands:
            return whole
        weighed = whole @ np.array([0.299, 0.587, 0.114], np.float32)
        return (weighed + 0.5).astype(np.uint8)[:, :, np.newaxis]

    def _read_directories(self) -> None:
        order, version, at = struct.unpack("<2sHI", os.pread(self._descriptor, 8, 0))
        if order != b"II" or version != 42:
            raise Malformed(self._name)
        levels = []
        while at:
            page = os.pread(self._descriptor, _DIRECTORY, at)
            (count,) = struct.unpack_from("<H", page)
            tags = {}
            for number in range(count):
                tag, kind, length, value = struct.unpack_from("<HHII", page, 2 + 12 * number)
                tags[tag] = (kind, length, value)
            self.is_jpeg = tags[_COMPRESSION][2] == _JPEG
            self.bands = tags[_BANDS][2]
            width = tags[_WIDTH][2]
            is_tiled = CUT_OFFSETS in tags
            levels.append(
                Level(
                    width,
                    tags[_HEIGHT][2],
                    -(-width // TILE),
                    self._longs(*tags[CUT_OFFSETS if is_tiled else _STRIP_OFFSETS]),
                    self._longs(*tags[CUT_LENGTHS if is_tiled else _STRIP_LENGTHS]),
                )
            )
            (at,) = struct.unpack_from("<I", page, 2 + 12 * count)
        self.levels = tuple(levels)

    def _longs(self, kind: int, length: int, value: int) -> "array[int]":
        if length == 1:
            return array("I", [value])
        return array("I", os.pread(self._descriptor, 4 * length, value))
