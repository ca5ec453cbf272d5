"""Things in low relief (medals, carved panels, bindings): a height for each pixel, lit from the side."""

import math

import numpy as np

from pop.demonstration.drawing.canvas import Pixels, rgb
from pop.demonstration.drawing.surface import Plane, blur


def _unit(x: float, y: float, z: float) -> tuple[float, float, float]:
    length = math.sqrt(x * x + y * y + z * z)
    return x / length, y / length, z / length


_LIGHT = _unit(-0.55, -0.62, 0.56)
_HALF = _unit(_LIGHT[0], _LIGHT[1], _LIGHT[2] + 1)


def lit(
    height: Plane, colour: str | Pixels, depth: float = 0.06, gloss: float = 0.5,
    shadow: float = 0.35,
) -> Pixels:  # fmt: skip
    """A surface of those heights (0 to 255), of one colour or of a colour for each pixel."""
    soft = blur(height, 1.6)
    gy, gx = np.gradient(soft)
    nx, ny, nz = -gx * depth, -gy * depth, np.ones_like(soft)
    norm = np.sqrt(nx**2 + ny**2 + 1)
    nx, ny, nz = nx / norm, ny / norm, nz / norm
    day = 0.38 + 0.92 * np.clip(nx * _LIGHT[0] + ny * _LIGHT[1] + nz * _LIGHT[2], 0, 1)
    spot = np.clip(nx * _HALF[0] + ny * _HALF[1] + nz * _HALF[2], 0, 1) ** 34
    hollow = np.clip((blur(height, 14) - soft) / 70, 0, 1) * shadow
    matter = rgb(colour) if isinstance(colour, str) else colour
    base = matter * (day * (1 - hollow))[..., None]
    return (base + 255 * gloss * 0.55 * (spot * (1 - hollow))[..., None]).astype(np.float32)
