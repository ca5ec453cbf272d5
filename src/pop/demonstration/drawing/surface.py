"""What a surface does to a picture: grain, age, tones of old prints, canvas, brush, burin."""

from typing import Any

import numpy as np
import pyvips
from numpy.random import Generator
from numpy.typing import NDArray

from pop.demonstration.drawing.canvas import Pixels, rgb

Plane = NDArray[np.floating[Any]]


def resized(plane: Plane, height: int, width: int) -> Plane:
    """A plane, or a picture, stretched smoothly to that size."""
    rows, columns = plane.shape[:2]
    left, right, along = _between(columns, width)
    above, below, down = _between(rows, height)
    shape = (-1,) + (1,) * (plane.ndim - 2)
    plane = np.asarray(plane, np.float32)
    wide = plane[:, left]
    wide += (plane[:, right] - wide) * along.reshape(shape)
    result = wide[above]
    following = wide[below]
    following -= result
    following *= down.reshape(-1, 1, *shape[1:])
    result += following
    return result


def _between(length: int, wanted: int) -> tuple[NDArray[np.intp], NDArray[np.intp], Plane]:
    """For each of the places wanted, the two that it is between, and how far from the first."""
    at = (np.arange(wanted, dtype=np.float32) + 0.5) * (length / wanted) - 0.5
    first = np.clip(np.floor(at), 0, length - 1).astype(np.intp)
    share = np.clip(at - first, 0, 1).astype(np.float32)
    return first, np.minimum(first + 1, length - 1), share


def noise(
    height: int, width: int, cell: float, rng: Generator, octaves: int = 4, stretch: float = 1
) -> Plane:
    """Clouds whose largest features are `cell` pixels high, `stretch` times as wide; about -1 to 1.

    Made from the coarsest grid to the finest, each added to the one before, at half the size.
    """
    half = 2 if cell > 10 else 1
    h, w = -(-height // half), -(-width // half)
    size, weight, power = cell / half, 1.0, 0.0
    total: Plane | None = None
    for _ in range(octaves):
        rows = min(max(int(h / size) + 3, 4), h)
        columns = min(max(int(w / (size * stretch)) + 3, 4), w)
        layer = rng.standard_normal((rows, columns), np.float32) * np.float32(weight)
        total = layer if total is None else resized(total, rows, columns) + layer
        power += weight**2
        weight, size = weight * 0.55, size / 2
        if size < 1.5:
            break
    assert total is not None
    return resized(total, height, width) / np.float32(1.3 * power**0.5)


def blur(picture: Pixels, sigma: float) -> Pixels:
    """The same, out of focus. Colours lose their fractions, planes do not."""
    given: NDArray[Any] = np.ascontiguousarray(picture, np.float32)
    shrink = int(sigma / 2.5)
    h, w = given.shape[:2]
    if given.ndim == 2 and shrink > 1 and min(h, w) > 8 * shrink:
        # What is left of it after so much is as well seen small.
        small = _shrunk(given, shrink)
        return resized(blur(small, sigma / shrink), h, w)
    if given.ndim == 3:
        given = np.clip(given, 0, 255).astype(np.uint8)
    image = pyvips.Image.new_from_array(given)
    return np.ascontiguousarray(image.gaussblur(sigma).numpy(), np.float32)


def _shrunk(plane: Plane, times: int) -> Plane:
    """A plane that many times smaller, each pixel the mean of those it replaces; its edges are
    repeated to make a whole number."""
    h, w = plane.shape
    padded = np.pad(plane, ((0, -h % times), (0, -w % times)), mode="edge")
    rows, columns = padded.shape
    cells = padded.reshape(rows // times, times, columns // times, times)
    result: Plane = cells.mean(axis=(1, 3), dtype=np.float32)
    return result


def grey(picture: Pixels) -> Plane:
    """The lightness of each pixel, 0 to 255."""
    return picture @ np.array([0.30, 0.59, 0.11], np.float32)


def grain(picture: Pixels, rng: Generator, strength: float, colour: float = 0.0) -> Pixels:
    """The grain of an emulsion; `colour` for that of each layer apart."""
    h, w = picture.shape[:2]
    one = _even(rng, (h + 1, w + 1))
    # Four neighbours together: soft, and as good as a normal law for a fifth of the time.
    soft = one[:-1, :-1] + one[1:, :-1]
    soft += one[:-1, 1:]
    soft += one[1:, 1:]
    soft *= np.float32(strength / 2)
    result: Pixels = picture + soft[..., None]
    if colour:
        result += _even(rng, (h, w, 3)) * np.float32(colour)
    return result


def _even(rng: Generator, shape: tuple[int, ...]) -> Plane:
    """Numbers drawn evenly, of mean 0 and deviation 1."""
    drawn = rng.random(shape, np.float32)
    drawn -= np.float32(0.5)
    drawn *= np.float32(12**0.5)
    return drawn


def vignette(picture: Pixels, strength: float, power: float = 1.4) -> Pixels:
    """Corners darkened."""
    h, w = picture.shape[:2]
    # It is smooth: drawn small, then stretched.
    y, x = spread(96, 96)
    fall = 1 - strength * np.clip((x**2 + y**2) / 2, 0, 1) ** power
    return picture * resized(fall, h, w)[..., None]


def toned(picture: Pixels, dark: str, middle: str, bright: str, contrast: float = 1.0) -> Pixels:
    """A black-and-white print of a picture, in three tones."""
    lightness = grey(picture)
    low, high = np.percentile(lightness[::4, ::4], (1, 99))
    # The tone of each of a thousand lightnesses, then of each pixel by its own.
    t = np.clip((np.linspace(0, 1, 1024) - 0.5) * contrast + 0.5, 0, 1)[:, None]
    d, m, b = rgb(dark), rgb(middle), rgb(bright)
    tones = np.where(t < 0.5, d + (m - d) * (t * 2), m + (b - m) * (t * 2 - 1)).astype(np.float32)
    place = (lightness - low) * (1023 / max(high - low, 1))
    return tones[np.clip(place, 0, 1023).astype(np.int16)]


def aged(picture: Pixels, rng: Generator, strength: float = 1.0) -> Pixels:
    """Dust, pale stains and scratches of an old plate."""
    h, w = picture.shape[:2]
    result = picture + (noise(h, w, min(h, w) / 2, rng, 3) * 9 * strength)[..., None]
    for _ in range(int(50 * strength)):
        x, y, r = int(rng.integers(w)), int(rng.integers(h)), int(rng.integers(1, 3))
        result[y : y + r, x : x + r] += rng.choice((70, 45, -60))
    for _ in range(int(5 * strength)):
        left, lean = int(rng.integers(w)), rng.normal(0, 0.03)
        rows = np.arange(rng.integers(h // 2), h)
        columns = np.clip((left + (rows - rows[0]) * lean).astype(int), 0, w - 1)
        result[rows, columns] += 18
    edge = np.minimum.reduce(
        np.broadcast_arrays(
            np.arange(h)[:, None], np.arange(h)[::-1, None],
            np.arange(w)[None, :], np.arange(w)[None, ::-1],
        )
    ).astype(np.float32)  # fmt: skip
    fade = np.exp(-edge / (0.035 * min(h, w))) * (0.7 + 0.5 * noise(h, w, 80, rng, 2))
    return result + (fade * 34 * strength)[..., None]


def framed(picture: Pixels, colour: str, share: float) -> Pixels:
    """A plain margin around a print, as a share of its shorter side."""
    h, w = picture.shape[:2]
    m = int(min(h, w) * share)
    result = np.empty((h + 2 * m, w + 2 * m, 3), np.float32)
    result[:] = rgb(colour)
    result[m : m + h, m : m + w] = picture
    return result


def warped(picture: Pixels, rng: Generator, amount: float, cell: float) -> Pixels:
    """Edges that a hand drew: everything is moved a little, not all the same way."""
    h, w = picture.shape[:2]
    rows, columns = places(h, w)
    x = columns + noise(h, w, cell, rng, 3) * amount
    y = rows + noise(h, w, cell, rng, 3) * amount
    index = pyvips.Image.new_from_array(np.dstack((np.clip(x, 0, w - 1), np.clip(y, 0, h - 1))))
    image = pyvips.Image.new_from_array(np.ascontiguousarray(picture, np.float32))
    moved = image.mapim(index, interpolate=pyvips.Interpolate.new("bilinear"), extend="copy")
    return np.ascontiguousarray(moved.numpy(), np.float32)


def brushed(picture: Pixels, rng: Generator, length: int, strength: float) -> Pixels:
    """Strokes of a brush: grain drawn out along a direction that turns slowly, and follows the
    edges of what is painted; colour moves along with it."""
    h, w = picture.shape[:2]
    half = 2
    hh, ww = -(-h // half), -(-w // half)
    soft = blur(resized(picture, hh, ww), 3)
    tone = grey(soft)
    gy, gx = np.gradient(tone)
    turn = noise(hh, ww, min(hh, ww) / 2.2, rng, 2) * 2.4
    weight = np.clip(np.hypot(gx, gy) / 5, 0, 1)
    vx = np.cos(turn) * (1 - weight) - gy * weight
    vy = np.sin(turn) * (1 - weight) + gx * weight
    norm = np.hypot(vx, vy) + 1e-6
    vx, vy = vx / norm, vy / norm
    grain_ = rng.standard_normal((hh, ww), np.float32)
    y, x = np.mgrid[0:hh, 0:ww].astype(np.float32)
    total = np.zeros((hh, ww), np.float32)
    colour = np.zeros((hh, ww, 3), np.float32)
    small = resized(picture, hh, ww)
    steps = max(length // half, 2)
    px, py = x.copy(), y.copy()
    for _ in range(steps):
        iy = np.clip(py, 0, hh - 1).astype(np.int32)
        ix = np.clip(px, 0, ww - 1).astype(np.int32)
        total += grain_[iy, ix]
        colour += small[iy, ix]
        px += vx[iy, ix]
        py += vy[iy, ix]
    strokes = resized(total / np.sqrt(steps), h, w)
    dragged = resized(colour / steps, h, w)
    ridge = strokes - np.roll(strokes, (1, 1), (0, 1))
    result = picture * 0.35 + dragged * 0.65
    return (
        result * (1 + 0.045 * strength * strokes)[..., None] + (ridge * 5.5 * strength)[..., None]
    )


def woven(picture: Pixels, pitch: float, strength: float) -> Pixels:
    """The weave of a canvas or of a tapestry under the colour."""
    h, w = picture.shape[:2]
    y, x = places(h, w)
    over = np.sin(x * np.pi / pitch) ** 2
    under = np.sin(y * np.pi / pitch) ** 2
    turn = (np.floor(x / pitch) + np.floor(y / pitch)) % 2
    thread = np.where(turn > 0, over, under) - np.float32(0.5)
    return picture * (1 + np.float32(strength) * thread)[..., None]


def crackled(picture: Pixels, rng: Generator, cell: float, strength: float) -> Pixels:
    """The fine net of cracks of an old varnish."""
    h, w = picture.shape[:2]
    net = np.minimum(np.abs(noise(h, w, cell, rng, 3)), np.abs(noise(h, w, cell * 0.8, rng, 3)))
    cracks = np.clip(1 - net / 0.018, 0, 1)
    return picture * (1 - strength * cracks)[..., None]


def papered(picture: Pixels, rng: Generator, strength: float = 1.0) -> Pixels:
    """Paper or parchment: fibres, and a tone that is not the same everywhere."""
    h, w = picture.shape[:2]
    clouds = noise(h, w, min(h, w) / 2.5, rng, 4) * 7 + noise(h, w, 5, rng, 2, 3) * 3
    return picture + (clouds * strength)[..., None] * np.array([0.9, 1.0, 1.25], np.float32)


def engraved(
    picture: Pixels, rng: Generator, pitch: float, ink: str = "#1d1915", paper: str = "#efe6d2"
) -> Pixels:
    """A copperplate print: lines that swell in the shadows, crossed in the darkest."""
    h, w = picture.shape[:2]
    tone = grey(picture)
    low, high = np.percentile(tone[::4, ::4], (2, 98))
    dark = 1 - np.clip((tone - low) / max(high - low, 1), 0, 1)
    y, x = places(h, w)
    bend = noise(h, w, 240, rng, 2) * 9 - blur(tone, 6) / 22
    ink_on = np.zeros((h, w), np.float32)
    for angle, start in ((0.14, 0.06), (0.95, 0.48), (-0.75, 0.74)):
        along = (y * np.cos(angle) + x * np.sin(angle) + bend) / pitch
        wave = np.abs(along % 1 - 0.5) * 2
        width = np.clip((dark - start) / (1 - start), 0, 1) * 0.86
        ink_on = np.maximum(
            ink_on, np.clip((width - wave) * pitch * 0.9 + 0.15, 0, 1) * (width > 0.02)
        )
    ink_on *= 0.92
    base = rgb(paper) * (1 - ink_on[..., None]) + rgb(ink) * ink_on[..., None]
    return papered(base.astype(np.float32), rng)


def places(height: int, width: int) -> tuple[Plane, Plane]:
    """The places of a plane: a column of its rows, a row of its columns."""
    rows = np.arange(height, dtype=np.float32)[:, None]
    return rows, np.arange(width, dtype=np.float32)[None, :]


def spread(height: int, width: int) -> tuple[Plane, Plane]:
    """The same, from -1 at one edge to 1 at the other."""
    rows = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    return rows, np.linspace(-1, 1, width, dtype=np.float32)[None, :]


def finished(picture: Pixels) -> NDArray[np.uint8]:
    """Whole numbers, ready to be kept."""
    return np.clip(picture, 0, 255).astype(np.uint8)
