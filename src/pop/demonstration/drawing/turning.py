"""Turned things (vases, chalices, bells) lit as museums photograph them, on a paper ground."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from pop.demonstration.drawing.canvas import Pixels, rgb
from pop.demonstration.drawing.surface import Plane, blur

Way = tuple[float, float, float]
Profile = tuple[tuple[float, float], ...]
"""(height from the top, radius), both as shares of the height of the thing."""


@dataclass(frozen=True, slots=True)
class Matter:
    """How a surface answers light: `gloss` 0 to 1; `metal` mirrors a studio around it."""

    gloss: float = 0.5
    metal: bool = False
    shine: float = 60


@dataclass(frozen=True, slots=True)
class Ground:
    """The paper behind: its colour in the light and away from it."""

    bright: str = "#cecac2"
    dim: str = "#96928c"


def turned(
    profile: Profile, skin: Pixels, matter: Matter, ground: Ground, rng: Generator,
    size: tuple[int, int], share: float = 0.74, mouth: bool = True, turn: float = 0.0,
) -> Pixels:  # fmt: skip
    """A thing of that profile, dressed in `skin` (unrolled, once around), `share` of the height."""
    width, height = size
    tall = int(height * share)
    widest = max(radius for _, radius in profile)
    tall = int(min(tall, width * 0.43 / widest))
    top = int((height - tall) * 0.56)
    radius = _smoothed(profile, tall) * np.float32(tall)
    slope = np.gradient(radius).astype(np.float32)
    x = np.arange(width, dtype=np.float32) - width / 2
    picture = _paper(width, height, ground)
    _cast_shadow(picture, radius, top + tall)
    across = np.clip(x[None, :] / radius[:, None], -0.9999, 0.9999)
    front = np.sqrt(1 - across**2)
    lean = -slope[:, None] * np.ones_like(across)
    norm = np.sqrt(across**2 + front**2 + lean**2)
    nx, ny, nz = across / norm, lean / norm, front / norm
    skin_rows = (np.arange(tall) / tall * (skin.shape[0] - 1)).astype(int)
    around = (np.arcsin(across) / (2 * np.pi) + 0.25 + turn) % 1
    skin_columns = (around * skin.shape[1]).astype(int) % skin.shape[1]
    colour = skin[skin_rows[:, None], skin_columns]
    lit = (
        _metal(colour, nx, ny, nz) if matter.metal else _glazed(colour, nx, ny, nz, matter, ground)
    )
    lit *= (1 - 0.22 * np.clip((np.arange(tall) / tall - 0.8) / 0.2, 0, 1))[:, None, None]
    edge = np.clip((radius[:, None] - np.abs(x)[None, :]) / 1.6, 0, 1)[..., None]
    part = picture[top : top + tall]
    picture[top : top + tall] = part * (1 - edge) + lit * edge
    _foot(picture, float(radius[-1]), top + tall, x)
    if mouth:
        _mouth(picture, float(radius[0]), top, x, skin)
    return blur(picture, 0.6)


def _smoothed(profile: Profile, tall: int) -> Plane:
    heights, radii = zip(*profile, strict=True)
    dense = np.interp(np.linspace(0, 1, tall), heights, radii)
    k = max(3, int(tall * 0.016))
    kernel = np.exp(-0.5 * (np.arange(-3 * k, 3 * k + 1) / k) ** 2)
    return np.convolve(np.pad(dense, 3 * k, "edge"), kernel / kernel.sum(), "valid").astype(
        np.float32
    )


def _paper(width: int, height: int, ground: Ground) -> Pixels:
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    glow = np.exp(-((x + 0.18) ** 2 / 0.9 + (y - 0.42) ** 2 / 0.32))[..., None]
    return (rgb(ground.dim) * (1 - glow) + rgb(ground.bright) * glow).astype(np.float32)


def _cast_shadow(picture: Pixels, radius: Plane, foot: int) -> None:
    height, width = picture.shape[:2]
    y = np.arange(height, dtype=np.float32)[:, None]
    x = np.arange(width, dtype=np.float32)[None, :] - width / 2
    base, widest = float(radius[-1]), float(radius.max())
    for shift, rx, ry, depth in (
        (0, base * 1.25, base * 0.16, 0.55),
        (widest * 0.35, widest * 1.5, widest * 0.22, 0.32),
        (widest * 0.9, widest * 2.0, widest * 0.26, 0.16),
    ):
        d = ((x - shift) / rx) ** 2 + ((y - foot) / max(ry, 4)) ** 2
        picture *= (1 - depth * np.exp(-1.2 * d))[..., None]


def _unit(x: float, y: float, z: float) -> Way:
    length = math.sqrt(x * x + y * y + z * z)
    return x / length, y / length, z / length


_LIGHT, _FILL = _unit(-0.55, -0.52, 0.66), _unit(0.85, -0.1, 0.35)


def _towards(nx: Plane, ny: Plane, nz: Plane, way: Way) -> Plane:
    return np.clip(nx * way[0] + ny * way[1] + nz * way[2], 0, 1)


def _halfway(way: Way) -> Way:
    return _unit(way[0], way[1], way[2] + 1)


def _window(nx: Plane, ny: Plane, nz: Plane) -> Plane:
    """The reflection of the soft box at the left."""
    rx, ry, rz = 2 * nz * nx, 2 * nz * ny, 2 * nz * nz - 1
    inside = 1 / (1 + np.exp(-(0.17 - np.abs(rx + 0.62)) * 40))
    return inside / (1 + np.exp(-(0.55 - np.abs(ry + 0.15)) * 14)) * (rz > -0.2)


def _glazed(
    colour: Pixels, nx: Plane, ny: Plane, nz: Plane, matter: Matter, ground: Ground
) -> Pixels:
    spot = _towards(nx, ny, nz, _halfway(_LIGHT)) ** matter.shine * 0.35
    spot = spot + _towards(nx, ny, nz, _halfway(_FILL)) ** matter.shine * 0.16
    day = 0.34 + 0.78 * _towards(nx, ny, nz, _LIGHT) + 0.16 * _towards(nx, ny, nz, _FILL)
    shine = 255 * matter.gloss * (_window(nx, ny, nz) * 0.38 + spot)
    rim = rgb(ground.bright) * 0.5 * ((1 - nz) ** 4 * matter.gloss)[..., None]
    return (colour * day[..., None] + shine[..., None] + rim).astype(np.float32)


def _metal(colour: Pixels, nx: Plane, ny: Plane, nz: Plane) -> Pixels:
    rx, ry = 2 * nz * nx, 2 * nz * ny
    box = _window(nx, ny, nz)
    studio = (
        0.30
        + 0.55 * np.exp(-(((rx + 0.6) / 0.28) ** 2))
        + 0.54 * box
        + 0.35 * np.exp(-(((rx - 0.75) / 0.16) ** 2))
        + 0.25 * np.clip(-ry, 0, 1)
        - 0.22 * np.exp(-(((rx - 0.15) / 0.35) ** 2))
    )
    spot = _towards(nx, ny, nz, _halfway(_LIGHT)) ** 80 * 0.5
    lit = colour * (studio * 1.35)[..., None] + 255 * (box * 0.28 + spot)[..., None]
    return lit.astype(np.float32)


def _foot(picture: Pixels, radius: float, foot: int, x: Plane) -> None:
    """The front edge of the foot, a flat ellipse below its last line."""
    deep = max(radius * 0.07, 2)
    last = picture[foot - 2 : foot - 1] * 0.72
    part = picture[foot - 1 : foot + int(deep) + 2]
    y = np.arange(part.shape[0], dtype=np.float32)[:, None]
    d = (x[None, :] / radius) ** 2 + (y / deep) ** 2
    mask = np.clip((1 - d) * radius * 0.1, 0, 1)[..., None]
    part[:] = part * (1 - mask) + last * mask


def _mouth(picture: Pixels, radius: float, top: int, x: Plane, skin: Pixels) -> None:
    """The dark inside and the bright rim, a flat ellipse around the first line."""
    deep = max(radius * 0.11, 2)
    first = max(top - int(deep * 1.3) - 6, 0)
    part = picture[first : top + int(deep * 1.3) + 6]
    y = np.arange(part.shape[0], dtype=np.float32)[:, None] + (first - top)
    d = (x[None, :] / radius) ** 2 + (y / deep) ** 2
    mask = np.clip((1 - d) * radius * 0.12, 0, 1)[..., None]
    rim = skin[min(4, skin.shape[0] - 1)].mean(0)
    depth = 0.6 + 0.9 * np.clip(x[None, :] / radius * 0.5 + 0.5, 0, 1)
    part[:] = part * (1 - mask) + (rim * 0.3) * depth[..., None] * mask
    ring = np.exp(-(((np.sqrt(d) - 1) * radius / 5) ** 2))[..., None]
    part[:] = part * (1 - ring * 0.75) + (rim * 0.98 + 30) * ring * 0.75
