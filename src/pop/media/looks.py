"""The look of a picture, worked out from a small version of it: its colours, its dominant one,
what is compared to find pictures that look alike (256 bits), and to find the same one (64 bits).

Nothing is learnt from anywhere: averages, and the direction of edges. About 3 ms a picture.
"""

from typing import Any, NamedTuple

import numpy as np
import pyvips
from numpy.typing import NDArray

from pop.media import colours
from pop.media.colours import Floats

Pixels = NDArray[np.uint8]
"""A picture: rows, columns, red-green-blue."""

SIDE = 64
"""Pixels of the longest side of what is looked at."""
MOST_COLOURS = 5
# The least share of a picture that a colour has to be said of it; half of it when it is vivid.
_LEAST, _VIVID = 0.05, 45.0
# Cells of a side: where colours are, and in which directions edges go.
_CELLS, _QUARTERS = 4, 2

# What each measure is compared with: a bit a threshold, so that Hamming distance counts steps.
_CELL_LIGHT = (-22.0, -9.0, 0.0, 9.0, 22.0)
_CELL_A = (-4.0, 2.0, 8.0)
_CELL_B = (-6.0, 2.0, 8.0)
_WAYS = (0.13, 0.20, 0.27, 0.36)
_STRENGTHS = (0.19, 0.29)
_LIGHT = (30.0, 45.0, 60.0, 75.0)
_CHROMA = (4.0, 9.0, 16.0, 25.0)


class Look(NamedTuple):
    """colors: codes of its colours, most present first; color: the dominant one, #rrggbb;
    layout: 32 bytes, compared bit by bit; print: its dHash, as a signed number."""

    colors: tuple[str, ...]
    color: str
    layout: bytes
    print: int

    def told(self) -> list[object]:
        """As JSON takes it, between processes."""
        return [list(self.colors), self.color, self.layout.hex(), self.print]

    @staticmethod
    def heard(told: list[Any]) -> "Look":
        """A look as `told` wrote it."""
        colors, color, layout, print_ = told
        return Look(tuple(colors), color, bytes.fromhex(layout), print_)


def pixels(image: pyvips.Image) -> Pixels:
    """A small picture (decoding.thumbnail) as red, green and blue, on white."""
    if image.hasalpha():
        image = image.flatten(background=255)
    if image.format != "uchar":
        image = image.cast("uchar")
    found: Pixels = image.numpy()
    if found.ndim == 2:
        found = found[:, :, np.newaxis]
    return found[:, :, :3] if found.shape[2] >= 3 else np.repeat(found[:, :, :1], 3, axis=2)


def look(picture: Pixels) -> Look:
    """The look of a picture, however small; a larger one is first reduced."""
    small = _reduced(picture)
    points = colours.lab(small)
    flat = points.reshape(-1, 3)
    codes, dominant = _colours(flat)
    red, green, blue = (round(v) for v in small.reshape(-1, 3)[dominant].mean(axis=0).tolist())
    return Look(codes, f"#{red:02x}{green:02x}{blue:02x}", _layout(points), _print(points[:, :, 0]))


def _reduced(picture: Pixels) -> Pixels:
    rows, columns = picture.shape[:2]
    scale = max(rows, columns) / SIDE
    if scale <= 1:
        return picture
    size = (max(round(rows / scale), 1), max(round(columns / scale), 1))
    return np.rint(_averages(picture.astype(np.float32), *size)).astype(np.uint8)


def _averages(picture: Floats, rows: int, columns: int) -> Floats:
    """Averages over that many bands of rows and of columns."""
    found = picture
    for axis, count in ((0, rows), (1, columns)):
        edges = np.linspace(0, found.shape[axis], count + 1).astype(np.intp)
        starts = np.minimum(edges[:-1], found.shape[axis] - 1)
        sizes = np.maximum(np.diff(edges), 1)
        shape = [1] * found.ndim
        shape[axis] = count
        found = np.add.reduceat(found, starts, axis=axis)
        found /= sizes.reshape(shape).astype(np.float32)
    return found


def _colours(points: Floats) -> tuple[tuple[str, ...], NDArray[np.bool_] | slice]:
    """The codes of the colours, and which points are of the dominant one."""
    if single := colours.without_colours(points):
        return (single,), slice(None)
    ranks = colours.named(points)
    counts = np.bincount(ranks, minlength=len(colours.CODES)) / len(ranks)
    vivid = np.hypot(points[:, 1], points[:, 2]) >= _VIVID
    bright = np.bincount(ranks[vivid], minlength=len(colours.CODES)) / len(ranks)
    order = np.argsort(-counts, kind="stable")
    kept = [n for n in order if counts[n] >= _LEAST or bright[n] >= _LEAST / 2]
    # A picture of a thousand colours has one at least.
    kept = kept[:MOST_COLOURS] or [order[0]]
    return tuple(colours.CODES[n] for n in kept), ranks == order[0]


def _layout(points: Floats) -> bytes:
    """256 bits: lightness and tint by cells, directions of edges by quarters, then the whole.

    Shuffled evenly over the four words of 64 bits: each tells a fourth of the distance.
    """
    cells = _averages(points, _CELLS, _CELLS).reshape(-1, 3)
    light = cells[:, 0].mean()
    chroma = np.hypot(points[..., 1], points[..., 2]).mean()
    ways, strengths = _edges(points[:, :, 0])
    measured = (
        (cells[:, 0] - light, _CELL_LIGHT),
        (cells[:, 1], _CELL_A),
        (cells[:, 2], _CELL_B),
        (ways, _WAYS),
        (strengths, _STRENGTHS),
        (np.array([light]), _LIGHT),
        (np.array([chroma]), _CHROMA),
    )
    bits = np.concatenate(
        [(values[:, np.newaxis] > np.array(steps)).ravel() for values, steps in measured]
    )
    return np.packbits(bits.reshape(-1, 4).T.ravel()).tobytes()


def _edges(light: Floats) -> tuple[Floats, Floats]:
    """By quarter, the share of the strength of edges that goes in each of four directions; and
    how strong they are there, as a share of all."""
    down, across = np.zeros_like(light), np.zeros_like(light)
    down[1:-1] = light[2:] - light[:-2]
    across[:, 1:-1] = light[:, 2:] - light[:, :-2]
    strength = np.hypot(down, across)
    direction = ((np.degrees(np.arctan2(down, across)) + 22.5) % 180 // 45).astype(np.intp)
    turned = np.stack([np.where(direction == way, strength, 0) for way in range(4)], axis=-1)
    by_quarter = _averages(turned, _QUARTERS, _QUARTERS).reshape(_QUARTERS**2, 4)
    whole = by_quarter.sum(axis=1)
    ways = by_quarter / np.maximum(whole, 1e-6)[:, np.newaxis]
    return ways.ravel(), whole / max(whole.sum(), 1e-6)


def _print(light: Floats) -> int:
    """Whether each of 8 × 8 points is darker than the next one of its row (dHash)."""
    small = _averages(light, 8, 9)
    bits = np.packbits((small[:, :-1] > small[:, 1:] + 1e-3).ravel())
    return int(bits.view(">i8")[0])
