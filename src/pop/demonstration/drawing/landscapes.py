"""Landscapes, seascapes and harvests, painted, drawn in red chalk or engraved."""

import math
from random import Random

import numpy as np

from pop.demonstration.drawing.canvas import Canvas, Pixels, Point, light, mix
from pop.demonstration.drawing.ornament import blob
from pop.demonstration.drawing.painting import as_technique
from pop.demonstration.drawing.scenery import Palette, poplar, ridge, tree

_HOURS = {
    "matin": ("#b9cfe0", "#f6ecd6", "#f4e2b8", "#8fa6ad", "#7f9a5d"),
    "midi": ("#6fa1d1", "#dcebf0", "#fff6d8", "#8aa5a3", "#86a252"),
    "soir": ("#5f6f9c", "#f2b47c", "#ffe1a0", "#6c6a86", "#6f7a49"),
    "crépuscule": ("#3b3f6b", "#d9765a", "#ffc987", "#4c4a68", "#4a5540"),
    "nuit": ("#0d1b3e", "#33568a", "#f7efc9", "#1c2b52", "#22362f"),
    "orage": ("#3d4650", "#a9ab9c", "#e8e2c8", "#59646a", "#5d6b46"),
    "hiver": ("#9aa9b8", "#e9e6e2", "#fff7ea", "#a3adb5", "#e8e9e8"),
}
HOURS = tuple(_HOURS)
SUBJECTS = (
    "vallée",
    "marine",
    "moisson",
    "lac",
    "montagne",
    "forêt",
    "village",
    "rivière",
    "naufrage",
    "port",
)


def landscape(
    rng: Random, subject: str = "vallée", hour: str = "midi", technique: str = "huile",
    ratio: float = 1.45, scale: float = 1.0,
) -> Pixels:  # fmt: skip
    """A view of that subject at that hour."""
    area = 640_000 * scale * scale
    w, h = int((area * ratio) ** 0.5), int((area / ratio) ** 0.5)
    zenith, low, sun, far, grass = _HOURS[hour]
    leaves = tuple(mix(grass, tone, 0.45) for tone in ("#2f4a2c", "#4d6b3c", "#243a26", "#8da65a"))
    p = Palette(sky=zenith, horizon=low, hill=far, grass=grass, leaves=leaves, water=mix(zenith, far, 0.4),
                line=mix("#3a3126", zenith, 0.15))  # fmt: skip
    c = Canvas(w, h, low)
    horizon = h * rng.uniform(0.42, 0.62)
    _heaven(c, rng, hour, zenith, low, sun, horizon)
    _SUBJECTS[subject](c, p, rng, horizon, sun)
    draws = np.random.default_rng(rng.getrandbits(32))
    return as_technique(c.render(), technique, draws)


def _heaven(
    c: Canvas, rng: Random, hour: str, zenith: str, low: str, sun: str, horizon: float
) -> None:
    w = c.width
    c.rect(0, 0, w, horizon + 40, c.gradient((0, zenith), (0.75, low), (1, mix(low, sun, 0.5))))
    sx, sy = rng.uniform(0.15, 0.85) * w, horizon * rng.uniform(0.25, 0.85)
    if hour in ("soir", "crépuscule", "nuit", "matin"):
        r = w * rng.uniform(0.02, 0.04)
        for k in range(7, 0, -1):
            c.circle(sx, sy, r * (1 + k * 0.8), sun, 0.07)
        c.circle(sx, sy, r, sun)
    if hour == "nuit":
        for _ in range(60):
            c.circle(
                rng.random() * w, rng.random() * horizon * 0.9, rng.uniform(0.8, 2.4), sun, 0.8
            )
    for _ in range(rng.randint(4, 11)):
        x, y = rng.random() * w, rng.uniform(0.05, 0.85) * horizon
        s = w * rng.uniform(0.06, 0.2)
        base = mix(low, sun if hour != "orage" else "#2e353d", rng.uniform(0.2, 0.7))
        for _ in range(10):
            dx, dy = rng.gauss(0, 0.5) * s, rng.gauss(0, 0.1) * s
            c.ellipse(
                x + dx,
                y + dy + s * 0.05,
                s * rng.uniform(0.2, 0.4),
                s * rng.uniform(0.06, 0.13),
                light(base, -0.14),
                0.3,
            )
            c.ellipse(
                x + dx,
                y + dy,
                s * rng.uniform(0.2, 0.38),
                s * rng.uniform(0.06, 0.12),
                light(base, 0.25),
                0.35,
            )


def _fields(c: Canvas, p: Palette, rng: Random, horizon: float, stops: int = 6) -> None:
    """Ground in bands of colour down to the lower edge."""
    depth = c.height - horizon
    for k in range(stops):
        t = (k / stops) ** 1.5
        tone = mix(p.hill, p.grass, min(1, 0.25 + k / stops))
        tone = mix(tone, rng.choice(("#c9b25a", "#8f7b4a", p.grass, p.leaves[-1], "#a6683c")), 0.28)
        ridge(c, rng, horizon + t * depth, depth * 0.035 * (1 + t), light(tone, -0.2 * t))


def _mountains(c: Canvas, p: Palette, rng: Random, horizon: float, height: float) -> None:
    for layer in range(3):
        tone = mix(p.hill, p.horizon, 0.55 - 0.25 * layer)
        x, points = -50.0, []
        while x < c.width + 120:
            points.append((x, horizon - rng.uniform(0.25, 1) * height * (1 - 0.25 * layer)))
            x += c.width * rng.uniform(0.06, 0.14)
            points.append((x, horizon - rng.uniform(0.1, 0.4) * height * (1 - 0.25 * layer)))
            x += c.width * rng.uniform(0.05, 0.11)
        c.poly([(-50, c.height), *points, (c.width + 120, c.height)], tone)
        for (x1, y1), (x2, y2) in zip(points[::2], points[1::2], strict=False):
            c.poly([(x1, y1), (x2, y2), (x1 + (x2 - x1) * 0.1, horizon)], light(tone, -0.16), 0.7)
            if layer < 2 and height > c.height * 0.2:
                c.poly([(x1, y1), (x1 + (x2 - x1) * 0.4, y1 + (y2 - y1) * 0.4), (x1 + 4, y1 + (y2 - y1) * 0.3),
                        (x1 - (x2 - x1) * 0.35, y1 + abs(y2 - y1) * 0.36)], "#f4f2ee", 0.75)  # fmt: skip


def _wood(
    c: Canvas,
    p: Palette,
    rng: Random,
    foot: float,
    height: float,
    left: float,
    right: float,
    count: int,
) -> None:
    for k in range(count):
        x = left + (right - left) * (k + rng.random()) / count
        (poplar if rng.random() < 0.2 else tree)(
            c, p, rng, x, foot + rng.uniform(-8, 8), height * rng.uniform(0.6, 1.1)
        )


def _house(c: Canvas, rng: Random, x: float, foot: float, s: float, wall: str) -> None:
    roof = rng.choice(("#a4543a", "#7d4a35", "#5d6670"))
    c.rect(x, foot - s * 0.6, s, s * 0.6, wall)
    c.rect(x + s * 0.72, foot - s * 0.6, s * 0.28, s * 0.6, "#000000", 0.2)
    c.poly(
        [
            (x - s * 0.08, foot - s * 0.58),
            (x + s * 0.2, foot - s),
            (x + s * 0.9, foot - s),
            (x + s * 1.08, foot - s * 0.58),
        ],
        roof,
    )
    for k in range(2):
        c.rect(x + s * (0.16 + 0.3 * k), foot - s * 0.4, s * 0.13, s * 0.17, "#3a3330")


def _hamlet(
    c: Canvas, p: Palette, rng: Random, x: float, foot: float, s: float, count: int
) -> None:
    walls = ("#efe2c6", "#e6d0ac", "#d9c9ae", "#f4ecd8")
    for k in range(count):
        _house(
            c,
            rng,
            x + (k - count / 2) * s * 1.05 + rng.uniform(-0.2, 0.2) * s,
            foot + rng.uniform(-0.2, 0.2) * s,
            s * rng.uniform(0.8, 1.2),
            rng.choice(walls),
        )
    tx = x + rng.uniform(-0.5, 0.5) * s
    c.rect(tx, foot - s * 2, s * 0.5, s * 2, rng.choice(walls))
    c.rect(tx + s * 0.34, foot - s * 2, s * 0.16, s * 2, "#000000", 0.22)
    c.poly(
        [
            (tx - s * 0.06, foot - s * 2),
            (tx + s * 0.25, foot - s * 3.3),
            (tx + s * 0.56, foot - s * 2),
        ],
        "#5a5f66",
    )


def _water(c: Canvas, p: Palette, rng: Random, top: float, bottom: float, sun: str) -> None:
    c.rect(
        0,
        top,
        c.width,
        bottom - top,
        c.gradient((0, mix(p.water, p.horizon, 0.6)), (1, light(p.water, -0.3))),
    )
    for _ in range(150):
        t = rng.random() ** 1.2
        y, w = top + t * (bottom - top), c.width * rng.uniform(0.02, 0.09) * (0.3 + t)
        c.path(f"M{rng.random() * c.width},{y}q{w / 2},{-3 - 5 * t} {w},0", "none", 0.4,
               rng.choice((sun, light(p.water, -0.45), p.horizon)), 1.2 + 3 * t)  # fmt: skip


def _boat(c: Canvas, rng: Random, x: float, y: float, s: float, lean: float = 0) -> None:
    sail = rng.choice(("#f1e7d0", "#d9a35a", "#b5553c", "#e9e3d6"))
    c.push(f"translate({x},{y}) rotate({lean}) scale({s:.2f})")
    c.path("M-60,0C-50,22 40,24 62,-4L-60,0Z", "#3b2a20")
    c.line(-4, 0, -4, -150, "#3b2a20", 4)
    c.path("M0,-146C46,-100 52,-50 50,-14L0,-12Z", sail)
    c.path("M-9,-130C-40,-90 -50,-50 -50,-12L-9,-10Z", light(sail, -0.16))
    c.pop()


def _valley(c: Canvas, p: Palette, rng: Random, horizon: float, sun: str) -> None:
    _mountains(c, p, rng, horizon + 10, c.height * rng.uniform(0.08, 0.2))
    _fields(c, p, rng, horizon)
    _hamlet(
        c,
        p,
        rng,
        c.width * rng.uniform(0.3, 0.7),
        horizon + c.height * 0.1,
        c.width * 0.03,
        rng.randint(3, 6),
    )
    _wood(c, p, rng, horizon + c.height * 0.18, c.height * 0.16, 0, c.width, 9)
    side = rng.choice((0.1, 0.88))
    _wood(
        c,
        p,
        rng,
        c.height * 1.02,
        c.height * 0.75,
        c.width * (side - 0.08),
        c.width * (side + 0.1),
        2,
    )


def _sea(c: Canvas, p: Palette, rng: Random, horizon: float, sun: str) -> None:
    _water(c, p, rng, horizon, c.height, sun)
    for _ in range(rng.randint(2, 6)):
        t = rng.random()
        _boat(
            c,
            rng,
            rng.uniform(0.05, 0.95) * c.width,
            horizon + t * c.height * 0.3,
            (0.25 + 1.1 * t) * c.width / 1000,
            rng.uniform(-6, 6),
        )
    if rng.random() < 0.6:
        side = rng.choice((0, 1))
        points: list[Point] = [(side * c.width, horizon - c.height * 0.2)]
        for k in range(1, 8):
            points.append(
                (
                    abs(side * c.width - c.width * 0.06 * k),
                    horizon - c.height * (0.2 - 0.03 * k) * rng.uniform(0.6, 1),
                )
            )
        c.poly(
            [*points, (points[-1][0], horizon + 8), (side * c.width, horizon + 14)],
            mix(p.hill, "#6b5d4a", 0.5),
        )


def _harvest(c: Canvas, p: Palette, rng: Random, horizon: float, sun: str) -> None:
    _mountains(c, p, rng, horizon + 6, c.height * 0.09)
    _wood(c, p, rng, horizon + 14, c.height * 0.11, 0, c.width, 14)
    c.rect(0, horizon + 8, c.width, c.height, c.gradient((0, "#e3c56b"), (1, "#b5822f")))
    depth = c.height - horizon
    for _ in range(500):
        t = rng.random() ** 1.3
        x, y = rng.random() * c.width, horizon + 10 + t * depth
        c.line(
            x,
            y,
            x + rng.uniform(-4, 6),
            y - 8 - 30 * t,
            rng.choice(("#f0dc92", "#9c6b25", "#d3a846")),
            1 + 2 * t,
            0.6,
        )
    for _ in range(rng.randint(9, 16)):
        t = rng.uniform(0.08, 0.85)
        x, y, s = rng.random() * c.width, horizon + t * depth, c.height * (0.03 + 0.11 * t)
        c.ellipse(x + s * 0.2, y, s * 0.7, s * 0.12, "#6b4a1c", 0.5)
        c.path(
            f"M{x - s * 0.45},{y}Q{x - s * 0.1},{y - s * 0.4} {x - s * 0.2},{y - s}H{x + s * 0.2}Q{x + s * 0.1},{y - s * 0.4} {x + s * 0.45},{y}Z",
            "#d0a03f",
        )
        c.path(
            f"M{x + s * 0.1},{y - s}H{x + s * 0.2}Q{x + s * 0.1},{y - s * 0.4} {x + s * 0.45},{y}H{x + s * 0.15}Z",
            "#8f6320",
            0.7,
        )
    for _ in range(rng.randint(2, 5)):
        t = rng.uniform(0.1, 0.5)
        x, y, s = rng.uniform(0.1, 0.9) * c.width, horizon + t * depth, c.height * (0.05 + 0.13 * t)
        c.path(
            f"M{x - s * 0.16},{y}L{x - s * 0.12},{y - s * 0.6}Q{x},{y - s * 0.85} {x + s * 0.24},{y - s * 0.5}L{x + s * 0.16},{y}Z",
            rng.choice(("#34506e", "#7a2f2b", "#efe7d6")),
        )
        c.circle(x + s * 0.13, y - s * 0.75, s * 0.1, "#b5835f")


def _lake(c: Canvas, p: Palette, rng: Random, horizon: float, sun: str) -> None:
    _mountains(c, p, rng, horizon, c.height * rng.uniform(0.2, 0.36))
    _water(c, p, rng, horizon, c.height, sun)
    for _ in range(5):
        c.path(
            blob(
                rng,
                c.width * rng.random(),
                horizon + c.height * rng.uniform(0.02, 0.12),
                c.width * 0.14,
                c.height * 0.02,
                0.2,
            ),
            light(p.hill, -0.25),
            0.35,
        )
    side = rng.choice((0.12, 0.86))
    c.path(
        blob(rng, c.width * side, c.height * 1.0, c.width * 0.34, c.height * 0.12, 0.15),
        mix(p.grass, "#3a3a26", 0.3),
    )
    _wood(
        c,
        p,
        rng,
        c.height * 0.95,
        c.height * 0.6,
        c.width * (side - 0.12),
        c.width * (side + 0.12),
        3,
    )
    _boat(c, rng, c.width * (1 - side), horizon + c.height * 0.2, 0.5 * c.width / 1000)


def _peaks(c: Canvas, p: Palette, rng: Random, horizon: float, sun: str) -> None:
    _mountains(c, p, rng, horizon + c.height * 0.12, c.height * rng.uniform(0.4, 0.55))
    _fields(c, p, rng, horizon + c.height * 0.1, 4)
    for _ in range(36):
        t = rng.random()
        x, y, s = (
            rng.random() * c.width,
            horizon + c.height * (0.1 + 0.4 * t),
            c.height * (0.05 + 0.16 * t),
        )
        for k in range(4):
            w = s * (0.12 + 0.09 * k)
            c.poly(
                [
                    (x - w, y - s * (0.75 - 0.25 * k)),
                    (x, y - s * (1.05 - 0.25 * k)),
                    (x + w, y - s * (0.75 - 0.25 * k)),
                ],
                light(mix(p.leaves[2], p.hill, 0.4 * (1 - t)), -0.1 * k),
            )
    if rng.random() < 0.5:
        _house(
            c,
            rng,
            c.width * rng.uniform(0.3, 0.6),
            horizon + c.height * 0.25,
            c.width * 0.07,
            "#7a5a40",
        )


def _forest(c: Canvas, p: Palette, rng: Random, horizon: float, sun: str) -> None:
    c.rect(
        0,
        horizon * 0.6,
        c.width,
        c.height,
        c.gradient((0, mix(p.leaves[1], p.horizon, 0.5)), (1, light(p.grass, -0.3))),
    )
    vx = c.width * rng.uniform(0.35, 0.65)
    c.poly(
        [
            (vx - 14, horizon),
            (vx + 14, horizon),
            (c.width * 0.72, c.height),
            (c.width * 0.24, c.height),
        ],
        mix("#c9b48a", p.grass, 0.25),
    )
    for k in range(40):
        t = k / 40
        x = vx + rng.choice((-1, 1)) * c.width * (0.06 + 0.55 * t) * rng.uniform(0.6, 1.3)
        foot = horizon + t * (c.height - horizon) * 0.85
        s = c.height * (0.24 + 0.75 * t)
        tone = mix(p.horizon, "#33281e", 0.35 + 0.6 * t)
        c.poly(
            [
                (x - s * 0.02, foot),
                (x - s * 0.012, foot - s),
                (x + s * 0.012, foot - s),
                (x + s * 0.026, foot),
            ],
            tone,
        )
        for _ in range(7):
            c.path(
                blob(
                    rng,
                    x + rng.gauss(0, 0.16) * s,
                    foot - s * rng.uniform(0.55, 1.05),
                    s * 0.13,
                    s * 0.09,
                    0.25,
                ),
                mix(p.horizon, rng.choice(p.leaves), 0.4 + 0.55 * t),
                0.85,
            )
    for _ in range(26):
        x, y = vx + rng.gauss(0, 0.2) * c.width, c.height * rng.uniform(0.72, 0.98)
        c.ellipse(x, y, c.width * rng.uniform(0.01, 0.04), 5, sun, 0.3)


def _village(c: Canvas, p: Palette, rng: Random, horizon: float, sun: str) -> None:
    _mountains(c, p, rng, horizon, c.height * 0.14)
    _fields(c, p, rng, horizon, 3)
    base = horizon + c.height * 0.2
    for row in range(4):
        for k in range(7):
            s = c.width * (0.05 + 0.02 * row)
            x = c.width * (0.1 + 0.115 * k) + rng.uniform(-0.4, 0.4) * s
            _house(
                c,
                rng,
                x,
                base + row * c.height * 0.075 + rng.uniform(-8, 8),
                s,
                rng.choice(("#efe2c6", "#e6d0ac", "#d9b99a", "#f4ecd8", "#cdbda2")),
            )
        if row == 1:
            _hamlet(
                c,
                p,
                rng,
                c.width * rng.uniform(0.35, 0.6),
                base + c.height * 0.06,
                c.width * 0.07,
                1,
            )
    _wood(c, p, rng, c.height * 1.03, c.height * 0.4, 0, c.width * 0.25, 2)
    _wood(c, p, rng, c.height * 1.03, c.height * 0.3, c.width * 0.75, c.width, 2)


def _river(c: Canvas, p: Palette, rng: Random, horizon: float, sun: str) -> None:
    _mountains(c, p, rng, horizon, c.height * 0.1)
    _fields(c, p, rng, horizon, 4)
    x = c.width * rng.uniform(0.4, 0.6)
    left, right = [], []
    for k in range(14):
        t = k / 13
        y = horizon + 4 + t**1.6 * (c.height - horizon)
        mid = x + math.sin(t * 5 + 1) * c.width * 0.16 * t
        left.append((mid - c.width * (0.006 + 0.16 * t**1.8), y))
        right.append((mid + c.width * (0.006 + 0.18 * t**1.8), y))
    c.poly([*left, *reversed(right)], c.gradient((0, p.horizon), (1, light(p.water, -0.1))))
    _wood(c, p, rng, horizon + c.height * 0.08, c.height * 0.14, 0, c.width, 10)
    _wood(c, p, rng, c.height * 0.94, c.height * 0.62, 0, c.width * 0.22, 2)
    _wood(c, p, rng, c.height * 0.8, c.height * 0.42, c.width * 0.8, c.width, 2)
    if rng.random() < 0.6:
        y = horizon + c.height * 0.13
        for k in range(4):
            c.path(
                f"M{x - 150 + k * 75},{y + 34}v-8a32,32 0 0 1 64,0v8h11v-52h-75v52z",
                "#cbb896",
            )


def _wreck(c: Canvas, p: Palette, rng: Random, horizon: float, sun: str) -> None:
    horizon = c.height * 0.45
    c.rect(
        0, horizon, c.width, c.height, c.gradient((0, mix(p.water, "#8fa39a", 0.4)), (1, "#1d2e33"))
    )
    for k in range(60):
        t = (k / 60) ** 1.2
        y, a = horizon + t * (c.height - horizon), 8 + 60 * t
        x = rng.random() * c.width
        c.path(
            f"M{x - a * 2},{y + a * 0.4}Q{x},{y - a} {x + a * 0.7},{y - a * 0.3}Q{x + a * 0.4},{y + a * 0.1} {x + a * 1.6},{y + a * 0.5}Z",
            mix("#35544f", "#a9bdb0", rng.random() * 0.7),
            0.75,
        )
        c.path(
            f"M{x - a * 0.8},{y - a * 0.35}Q{x},{y - a} {x + a * 0.7},{y - a * 0.3}",
            "none",
            0.8,
            "#eef0e6",
            1.5 + 4 * t,
        )
    x, y, s = c.width * rng.uniform(0.4, 0.6), c.height * 0.6, c.width / 620
    c.push(f"translate({x},{y}) rotate({rng.choice((-1, 1)) * rng.uniform(14, 26)}) scale({s:.2f})")
    c.path("M-130,-10C-120,44 90,50 140,-30L110,-14H-96Z", "#2b1e16")
    c.rect(-80, -30, 150, 18, "#4a3424")
    for mx, mh in ((-60, 120), (0, 170), (60, 90)):
        c.line(mx, -20, mx, -mh, "#2b1e16", 5)
        c.line(mx - 40, -mh * 0.75, mx + 40, -mh * 0.7, "#2b1e16", 3)
        c.path(
            f"M{mx - 36},{-mh * 0.74}Q{mx + 20},{-mh * 0.5} {mx - 20},{-mh * 0.3}Z",
            "#e3d7b8",
            0.9,
        )
    c.pop()


def _harbour(c: Canvas, p: Palette, rng: Random, horizon: float, sun: str) -> None:
    _mountains(c, p, rng, horizon, c.height * 0.08)
    for k in range(16):
        s = c.width * rng.uniform(0.05, 0.075)
        _house(
            c,
            rng,
            k * c.width / 15 - 20,
            horizon + 8,
            s * 1.3,
            rng.choice(("#efe2c6", "#e6c9a4", "#d9a98a", "#f4ecd8", "#c9d2cf", "#e8d27f")),
        )
    c.rect(0, horizon + 6, c.width, 14, "#8f8270")
    _water(c, p, rng, horizon + 20, c.height, sun)
    for _ in range(40):
        x, y = rng.random() * c.width, horizon + rng.uniform(24, c.height * 0.14)
        c.rect(
            x,
            y,
            rng.uniform(16, 46),
            3,
            rng.choice(("#efe2c6", "#d9a98a", "#a4543a", "#5d6670")),
            0.5,
        )
    for _ in range(rng.randint(5, 9)):
        t = rng.uniform(0.1, 0.8)
        _boat(
            c,
            rng,
            rng.uniform(0.04, 0.96) * c.width,
            horizon + 30 + t * c.height * 0.3,
            (0.5 + 0.9 * t) * c.width / 1000,
        )


_SUBJECTS = {
    "vallée": _valley, "marine": _sea, "moisson": _harvest, "lac": _lake, "montagne": _peaks,
    "forêt": _forest, "village": _village, "rivière": _river, "naufrage": _wreck, "port": _harbour,
}  # fmt: skip
