"""Stained glass, tiles and mosaics."""

import itertools
import math
from random import Random

import numpy as np

from pop.demonstration.drawing.canvas import Canvas, Pixels, light, mix
from pop.demonstration.drawing.ornament import bird, flower, leaf, star
from pop.demonstration.drawing.surface import blur, grain, noise

_GLASS = (
    ("#1f3f9a", "#b3202c", "#2f7a4f", "#e0b53a", "#6f9ad6", "#7a2a6b", "#efe6cf"),
    ("#244a8a", "#a3262f", "#d9a32f", "#3f8a6b", "#9ab8d6", "#c9582f", "#e9dfc4"),
    ("#5a7f8a", "#c98a4a", "#8fae8a", "#d9c27a", "#b0607a", "#efe3cf", "#4a5f8f"),
)  # fmt: skip
_LEAD = "#0d0c0e"


def window(rng: Random, kind: str = "rose") -> Pixels:
    """A stained-glass window seen from inside: a rose, a bay of medallions, a modern one."""
    hues = _GLASS[2] if kind == "moderne" else rng.choice(_GLASS[:2])
    size = (840, 840) if kind == "rose" else (560, 1060)
    c = Canvas(*size, _LEAD)
    {"rose": _rose, "baie": _bay, "moderne": _modern}[kind](c, rng, hues)
    draws = np.random.default_rng(rng.getrandbits(32))
    picture = c.render()
    h, w = picture.shape[:2]
    uneven = 1 + 0.16 * noise(h, w, 46, draws, 3) + 0.07 * noise(h, w, 5, draws, 1)
    picture = picture * uneven[..., None]
    glow = blur(picture, 20)
    picture = 255 - (255 - np.clip(picture, 0, 255)) * (255 - np.clip(glow, 0, 255) * 0.5) / 255
    return grain(picture.astype(np.float32), draws, 3)


def _pieces(
    c: Canvas,
    rng: Random,
    x: float,
    y: float,
    r0: float,
    r1: float,
    count: int,
    hues: tuple[str, ...],
    turn: float = 0,
) -> None:
    """A ring of pieces of glass."""
    for k in range(count):
        a, b = turn + 2 * math.pi * k / count, turn + 2 * math.pi * (k + 1) / count
        c.poly([(x + r0 * math.cos(a), y + r0 * math.sin(a)), (x + r1 * math.cos(a), y + r1 * math.sin(a)),
                (x + r1 * math.cos(b), y + r1 * math.sin(b)), (x + r0 * math.cos(b), y + r0 * math.sin(b))],
               light(hues[k % len(hues)], rng.uniform(-0.25, 0.12)), 1, _LEAD, 4)  # fmt: skip


def _rose(c: Canvas, rng: Random, hues: tuple[str, ...]) -> None:
    m = c.width / 2
    n = rng.choice((8, 10, 12, 16))
    c.circle(m, m, 400, "#2b2622")
    c.circle(m, m, 386, _LEAD)
    for k in range(n):
        a = 2 * math.pi * (k + 0.5) / n
        x, y = m + 318 * math.cos(a), m + 318 * math.sin(a)
        r = min(64.0, 318 * math.sin(math.pi / n) * 0.9)
        _pieces(c, rng, x, y, r * 0.55, r, 12, (hues[0], hues[1 + k % 2]), a)
        _pieces(c, rng, x, y, 0, r * 0.55, 6, (hues[4], hues[3]), a)
        c.circle(x, y, r * 0.22, hues[3], 1, _LEAD, 3)
    for k in range(n):
        a = 2 * math.pi * k / n
        c.push(f"translate({m},{m}) rotate({math.degrees(a)})")
        for j, (r0, r1) in enumerate(((98, 146), (146, 196), (196, 244))):
            half = math.pi / n * 0.78
            c.poly(
                [
                    (r0 * math.cos(-half), r0 * math.sin(-half)),
                    (r1 * math.cos(-half), r1 * math.sin(-half)),
                    (r1, 0),
                    (r0, 0),
                ],
                light(hues[(j + k) % 3], rng.uniform(-0.2, 0.12)),
                1,
                _LEAD,
                4,
            )
            c.poly(
                [
                    (r0 * math.cos(half), r0 * math.sin(half)),
                    (r1 * math.cos(half), r1 * math.sin(half)),
                    (r1, 0),
                    (r0, 0),
                ],
                light(hues[(j + k + 1) % 3], rng.uniform(-0.2, 0.12)),
                1,
                _LEAD,
                4,
            )
        c.circle(222, 0, 15, hues[3], 1, _LEAD, 3)
        c.pop()
    _pieces(c, rng, m, m, 54, 94, 16, hues[:4])
    _pieces(c, rng, m, m, 0, 54, 8, (hues[1], hues[0]))
    c.circle(m, m, 24, hues[3], 1, _LEAD, 4)


def _bay(c: Canvas, rng: Random, hues: tuple[str, ...]) -> None:
    w, h = c.width, c.height
    arch = f"M40,{h - 40}V{w * 0.5}A{w - 80},{w - 80} 0 0 1 {w / 2},46A{w - 80},{w - 80} 0 0 1 {w - 40},{w * 0.5}V{h - 40}Z"
    c.path(arch, light(hues[0], -0.25), 1, "#3a342e", 14)
    for row in range(26):
        for k in range(13):
            x, y = 46 + k * (w - 92) / 13, 120.0 + row * 34
            inside = y > 330 or abs(x + 18 - w / 2) < (y - 40) * 0.62
            if inside:
                c.rect(
                    x,
                    y,
                    (w - 92) / 13,
                    34,
                    light(hues[(k + row) % 2 * 2], rng.uniform(-0.35, 0.1)),
                    1,
                    _LEAD,
                    3,
                )
    for k in range(4):
        y, r = 260 + k * 205.0, 92.0
        _pieces(c, rng, w / 2, y, r, r + 26, 22, (hues[1], hues[3]))
        c.circle(w / 2, y, r, light(hues[0], -0.1), 1, _LEAD, 4)
        for q in range(9):
            a = 2 * math.pi * q / 9
            c.line(w / 2, y, w / 2 + r * math.cos(a), y + r * math.sin(a), _LEAD, 2.5)
        for side, robe in ((-0.3, hues[1]), (0.3, hues[2])):
            x = w / 2 + side * r * 1.2
            c.path(
                f"M{x - 26},{y + 66}Q{x - 20},{y} {x - 12},{y - 22}H{x + 12}Q{x + 20},{y} {x + 26},{y + 66}Z",
                robe,
                1,
                _LEAD,
                4,
            )
            c.circle(x, y - 38, 24, hues[3], 1, _LEAD, 3)
            c.circle(x, y - 36, 14, "#e6c3a0", 1, _LEAD, 2.5)
        if rng.random() < 0.5:
            leaf(c, w / 2, y + 40, -90, 76, hues[2], _LEAD, 3)
        else:
            flower(c, w / 2, y - 10, 24, 6, hues[6], hues[3], _LEAD, 2.5)
    c.path(arch, "none", 1, "#3a342e", 16)
    c.line(w / 2, 60, w / 2, 150, _LEAD, 5)
    for k in range(1, 9):
        c.line(40, 130 + k * 102, w - 40, 130 + k * 102, "#1c1a1b", 6)


def _modern(c: Canvas, rng: Random, hues: tuple[str, ...]) -> None:
    xs = [24.0]
    while xs[-1] < c.width - 90:
        xs.append(xs[-1] + rng.uniform(50, 150))
    xs[-1] = c.width - 24.0
    for x0, x1 in itertools.pairwise(xs):
        y = 24.0
        while y < c.height - 24:
            d = min(rng.uniform(40, 190), c.height - 24 - y)
            c.poly(
                [
                    (x0 + rng.uniform(0, 9), y),
                    (x1 - rng.uniform(0, 9), y + rng.uniform(0, 9)),
                    (x1, y + d),
                    (x0, y + d),
                ],
                light(rng.choice(hues), rng.uniform(-0.2, 0.25)),
                1,
                _LEAD,
                9,
            )
            y += d
    cx, cy = c.width * rng.uniform(0.3, 0.7), c.height * rng.uniform(0.2, 0.4)
    _pieces(c, rng, cx, cy, 60, 120, 14, (hues[3], hues[1]))
    c.circle(cx, cy, 60, hues[5], 1, _LEAD, 8)


def tiles(rng: Random, kind: str = "médiéval") -> Pixels:
    """A pavement of glazed tiles, or a mosaic of small cubes."""
    draws = np.random.default_rng(rng.getrandbits(32))
    if kind == "mosaïque":
        return _mosaic(rng, draws)
    size, n = 860, rng.choice((4, 5, 6)) if kind == "médiéval" else 4
    s = size / n
    c = Canvas(size, size, "#5b3526" if kind == "médiéval" else "#d9cfb8")
    motif = rng.choice(("fleur", "oiseau", "étoile", "quart"))
    clay, slip = (
        (("#9a4a2c", "#8e4328", "#a4502f", "#93472d"), "#e0b35c")
        if kind == "médiéval"
        else (("#efe9dc", "#ece4d2"), rng.choice(("#27418a", "#2f6b5a", "#8f3a2f")))
    )
    for i in range(n):
        for j in range(n):
            base = rng.choice(clay)
            c.push(
                f"translate({(i + 0.5) * s},{(j + 0.5) * s}) rotate({(90 * ((i % 2) + (3 if j % 2 else 0) * (1 if i % 2 == 0 else 2))) % 360}) scale({s / 300:.3f})"
            )
            c.rect(-146, -146, 292, 292, base)
            if motif in ("quart", "fleur"):
                c.path("M-146,146A292,292 0 0 0 146,-146", "none", 1, slip, 22)
                c.path("M-146,92A238,238 0 0 0 92,-146", "none", 1, slip, 8)
            if motif in ("fleur", "quart"):
                c.push("translate(58,58) rotate(-45)")
                for a in (-90, -140, -40):
                    leaf(c, 0, 30, a, 112, slip)
                c.rect(-36, 26, 72, 14, slip)
                leaf(c, 0, 34, 90, 54, slip)
                c.pop()
            elif motif == "oiseau":
                c.circle(0, 0, 122, "none", 1, slip, 14)
                bird(c, 0, 0, 0.95, slip, base, base, 1 if (i + j) % 2 else -1)
            else:
                c.poly(star(0, 0, 128, 58, 8), slip)
                c.poly(star(0, 0, 70, 32, 8), base)
                flower(c, 0, 0, 34, 6, slip, base)
            for x in (-146, 146):
                for y in (-146, 146):
                    c.circle(x, y, 42, slip)
                    c.circle(x, y, 20, base)
            c.pop()
    picture = c.render()
    h, w = picture.shape[:2]
    worn = np.clip(noise(h, w, 90, draws, 5) * 0.8 - 0.25, 0, 0.75)[..., None]
    bare = np.array([150, 86, 58] if kind == "médiéval" else [226, 218, 200], np.float32)
    picture = picture * (1 - worn) + bare * worn + (noise(h, w, 5, draws, 2) * 5)[..., None]
    seam = (np.minimum(np.arange(w) % s, s - np.arange(w) % s) < 2.4).astype(np.float32)
    picture *= (1 - 0.5 * seam[None, :])[..., None] * (1 - 0.5 * seam[:h, None])[..., None]
    return grain(picture, draws, 3, 1)


def _mosaic(rng: Random, draws: np.random.Generator) -> Pixels:
    n, cell = 110, 8
    c = Canvas(n, n, "#e6dcc6")
    dark, warm, cool = rng.choice(
        (("#3a3430", "#a8502f", "#4a6f7a"), ("#2f3f4a", "#c08a3f", "#7a3a34"))
    )
    for m, tone in ((2, dark), (6, warm), (10, cool), (13, dark)):
        c.rect(m, m, n - 2 * m, n - 2 * m, "none", 1, tone, 2.4)
    kind = rng.choice(("oiseau", "étoile", "poisson", "fleur"))
    if kind == "oiseau":
        bird(c, n / 2, n / 2, 0.33, warm, cool, dark, rng.choice((-1, 1)))
        for a in range(-160, -10, 30):
            leaf(c, n / 2, n * 0.82, a, 20, "#5f7a4a")
    elif kind == "étoile":
        c.poly(star(n / 2, n / 2, 36, 18, 8), warm, 1, dark, 2)
        c.poly(star(n / 2, n / 2, 20, 9, 8), cool)
        c.circle(n / 2, n / 2, 5, "#e6dcc6")
    elif kind == "poisson":
        for y in (38, 60, 80):
            c.path(
                f"M24,{y}C40,{y - 14} 62,{y - 12} 76,{y}L86,{y - 8}V{y + 8}L76,{y}C62,{y + 12} 40,{y + 12} 24,{y}Z",
                rng.choice((warm, cool)),
                1,
                dark,
                2,
            )
            c.circle(33, y - 2, 1.8, dark)
    else:
        for k in range(8):
            leaf(c, n / 2, n / 2, k * 45, 34, (warm, cool)[k % 2], dark, 1.4)
        c.circle(n / 2, n / 2, 7, dark)
        c.circle(n / 2, n / 2, 4, "#e0b53a")
    small = c.render()
    big = np.repeat(np.repeat(small, cell, 0), cell, 1)
    uneven = draws.normal(0, 9, (n, n)).astype(np.float32)
    big += np.repeat(np.repeat(uneven, cell, 0), cell, 1)[..., None]
    line = (np.arange(n * cell) % cell < 1.6).astype(np.float32)
    big = big * (1 - 0.42 * line[None, :])[..., None] * (1 - 0.42 * line[:, None])[..., None]
    return grain(big, draws, 4, 2)


__all__ = ["mix", "tiles", "window"]
