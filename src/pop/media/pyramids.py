"""The pyramid of a picture: what it looks like at every size, ready to be sent by tiles.

Made once from the original: upright, in sRGB, without any metadata, JPEG of 512 px tiles; without
loss for what has few colours (drawings, test charts), where JPEG would leave a fog. It is a cache:
the original makes it again (decision 4).
"""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyvips
import simplejpeg
from PIL import Image

from pop.media import originals
from pop.media.decoding import Unreadable, upright
from pop.media.sizes import TILE, levels
from pop.media.tiff_writing import TiledWriter, TooLarge
from pop.media.writing import written_whole

QUALITY = 85
"""Of JPEG tiles. Chroma is halved, as photographs bear it."""
FEW_COLOURS = 256
"""What has no more, in a format without loss, is kept without loss."""
_FLAT = frozenset(("PNG", "GIF", "BMP", "TIFF"))

Pixels = np.ndarray[Any, np.dtype[np.uint8]]


def path(checksum: str) -> Path:
    """Where the pyramid of that picture is, or would be."""
    return originals.derivatives(checksum) / "pyramid.tif"


def make(original: Path, made: Path) -> tuple[int, int]:
    """Write the pyramid of a picture, whole or not at all; its width and height.

    Some rows are in memory at a time. Raises Unreadable.
    """
    try:
        kind, image = upright(original)
        bands = 1 if image.bands == 1 else 3
        lossless = False
        if kind in _FLAT:
            lossless = _has_few_colours(image)
            kind, image = upright(original)  # what was read in order cannot be read again
        sizes = levels(image.width, image.height)
        with written_whole(made) as file:
            writer = TiledWriter(file, sizes, bands, lossless)
            floor = _Floor(writer, 0, bands, lossless)
            for rows in _strips(image):
                floor.take(rows)
            floor.finish()
            writer.close()
    except pyvips.Error as error:
        first = str(error).strip().partition("\n")[0]
        raise Unreadable(f"l’image est abîmée ou incomplète ({first})") from None
    except TooLarge:
        raise Unreadable("l’image est trop grande pour être montrée") from None
    return sizes[0]


def _strips(image: pyvips.Image) -> Iterator[Pixels]:
    """The rows of a picture, a tile's height at a time."""
    for top in range(0, image.height, TILE):
        height = min(TILE, image.height - top)
        part = image.crop(0, top, image.width, height)
        yield np.frombuffer(part.write_to_memory(), np.uint8).reshape(
            height, image.width, image.bands
        )


def _has_few_colours(image: pyvips.Image) -> bool:
    seen: set[int] = set()
    for rows in _strips(image):
        packed = np.zeros(rows.shape[:2], np.uint32)
        for band in range(rows.shape[2]):
            packed = (packed << 8) | rows[:, :, band]
        seen.update(np.unique(packed).tolist())
        if len(seen) > FEW_COLOURS:
            return False
    return True


class _Floor:
    """One level being written: rows come, tiles leave, and half as many rows go to the next."""

    def __init__(self, writer: TiledWriter, level: int, bands: int, lossless: bool) -> None:
        self._writer = writer
        self._level = level
        self._lossless = lossless
        self._width = writer.levels[level].width
        self._is_one_strip = writer.levels[level].is_one_strip
        self._rows = np.empty((TILE, self._width, bands), np.uint8)
        self._filled = 0
        above = level + 1
        self._next = _Floor(writer, above, bands, lossless) if above < len(writer.levels) else None

    def take(self, rows: Pixels) -> None:
        """Rows that fit what is left of the row of tiles: TILE at most, TILE/2 from below."""
        if len(rows) == TILE:
            self._leave(rows)
            return
        self._rows[self._filled : self._filled + len(rows)] = rows
        self._filled += len(rows)
        if self._filled == TILE:
            self._leave(self._rows)
            self._filled = 0

    def finish(self) -> None:
        """Nothing comes any more."""
        if self._filled:
            self._leave(self._rows[: self._filled])
        if self._next:
            self._next.finish()

    def _leave(self, rows: Pixels) -> None:
        for left in range(0, self._width, TILE):
            tile = np.ascontiguousarray(rows[:, left : left + TILE])
            if self._is_one_strip or tile.shape[:2] == (TILE, TILE):
                self._writer.add(self._level, _packed(tile, self._lossless))
            else:
                cut = None if self._lossless else _packed(tile, lossless=False)
                self._writer.add(self._level, _packed(_padded(tile), self._lossless), cut)
        if self._next:
            self._next.take(_halved(rows))


def _packed(tile: Pixels, lossless: bool) -> bytes:
    if lossless:
        return zlib.compress(tile.tobytes(), 6)
    if tile.shape[2] == 1:
        return bytes(simplejpeg.encode_jpeg(tile, QUALITY, "GRAY", "Gray"))
    return bytes(simplejpeg.encode_jpeg(tile, QUALITY, "RGB", "420"))


def _padded(tile: Pixels) -> Pixels:
    """A whole tile: beyond the picture, its last row and column go on, which JPEG packs best."""
    height, width, _ = tile.shape
    return np.pad(tile, ((0, TILE - height), (0, TILE - width), (0, 0)), mode="edge")


def _halved(rows: Pixels) -> Pixels:
    """Half as wide and as high, rounded up: the mean of four pixels, of two at an odd edge."""
    height, width, bands = rows.shape
    mode = "L" if bands == 1 else "RGB"
    image = Image.frombuffer(mode, (width, height), np.ascontiguousarray(rows), "raw", mode, 0, 1)
    half = np.asarray(image.reduce(2))
    return half[:, :, np.newaxis] if half.ndim == 2 else half
