"""What stands around and behind things outdoors: skies, hills, trees, water, paving, passers-by."""

import math
from dataclasses import dataclass, replace
from random import Random

from pop.demonstration.drawing.canvas import Canvas, Point, light, mix
from pop.demonstration.drawing.ornament import blob


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a view. `wall` to `dark`: a masonry in the light, at the side, in shadow."""

    sky: str = "#8fb2d3"
    horizon: str = "#e4eaea"
    cloud: str = "#ffffff"
    wall: str = "#e6d9bd"
    side: str = "#cdbd9b"
    dark: str = "#a08d6b"
    line: str = "#6b5d45"
    hole: str = "#2f2c2b"
    roof: str = "#5d6670"
    door: str = "#5a3b28"
    frame: str = "#efe9dc"
    ground: str = "#b9ae9a"
    near: str = "#8f8473"
    grass: str = "#7d9158"
    hill: str = "#9db0ae"
    leaves: tuple[str, ...] = ("#4d6b3c", "#5f7d47", "#3c5832", "#74905a")
    cloth: tuple[str, ...] = ("#27435f", "#7a2f2b", "#3a3a3a", "#b8a37c")
    water: str = "#7f9aa8"
    has_sky: bool = True


STONES = {
    "calcaire": {"wall": "#e9dcc0", "side": "#cfbf9d", "dark": "#a38f6c", "line": "#6e6047"},
    "granite": {"wall": "#bdb9b2", "side": "#a29e98", "dark": "#7c7974", "line": "#55524d"},
    "brique": {
        "wall": "#b5654a",
        "side": "#9a523a",
        "dark": "#74402f",
        "line": "#55301f",
        "frame": "#e8dcc2",
    },
    "grès": {"wall": "#c98f74", "side": "#b07a61", "dark": "#875b48", "line": "#5e3f31"},
    "enduit": {"wall": "#f0e6d0", "side": "#dccfb4", "dark": "#b3a485", "line": "#7b6f58"},
    "enduit rose": {"wall": "#e8c9b0", "side": "#d3b197", "dark": "#a88a73", "line": "#7a6251"},
    "tuffeau": {"wall": "#f3eee2", "side": "#ddd6c6", "dark": "#b5ad9b", "line": "#807968"},
    "béton": {"wall": "#d3d1cb", "side": "#b5b3ad", "dark": "#8b8983", "line": "#64625d"},
}
ROOFS = {
    "ardoise": "#59636e",
    "tuile": "#a9583b",
    "tuile plate": "#7d4a35",
    "lauze": "#7a766c",
    "zinc": "#8d979b",
    "chaume": "#8a7550",
}

_SKIES = (
    ("#7fa8d0", "#e6ecea"), ("#9dbbd2", "#eef0ea"), ("#6d97c4", "#d7e3ea"), ("#a7b4bf", "#dfe1df"),
    ("#c9bfae", "#efe3cc"), ("#86a9b8", "#f0e0c4"), ("#8a97ab", "#e9cfae"),
)  # fmt: skip


_SEASONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("#7d9158", ("#4d6b3c", "#5f7d47", "#3c5832", "#74905a")),
    ("#93925a", ("#7d7a34", "#a3822f", "#8a5a26", "#66702f")),
    ("#8fa960", ("#5b8a43", "#7ba457", "#47743a", "#94b76b")),
)
"""Grass, then leaves: in summer, in autumn, in spring."""


def palette(rng: Random, stone: str, roof: str) -> Palette:
    """The colours of a view by day, of that stone and that roof."""
    sky, horizon = rng.choice(_SKIES)
    grass, leaves = rng.choice(_SEASONS)
    day = Palette(sky=sky, horizon=horizon, roof=ROOFS[roof], grass=grass, leaves=leaves)
    tones = STONES[stone]
    return replace(
        day, wall=tones["wall"], side=tones["side"], dark=tones["dark"], line=tones["line"],
        frame=tones.get("frame", day.frame),
    )  # fmt: skip


INK = Palette(
    sky="#f3ecdc", horizon="#f3ecdc", wall="#f6f0e2", side="#ece2cd", dark="#cbbd9e", line="#3a3126",
    hole="#6f6554", roof="#9aa0a0", door="#a3835f", ground="#f3ecdc", near="#e9dfc9", grass="#e4dfc4",
    hill="#e6dcc6", leaves=("#b9b58c", "#c7c19b", "#a7a67e"), water="#cfd8d4", has_sky=False,
)  # fmt: skip
NIGHT = Palette(
    sky="#0f1a33", horizon="#31466b", cloud="#3b4d70", wall="#e8bf7a", side="#b98b4f", dark="#6d4c30",
    line="#2a1d18", hole="#f5d27c", roof="#1c2333", door="#2b1a14", frame="#f3d9a0", ground="#4a3a35",
    near="#191a24", grass="#1d2a26", hill="#1b2740", leaves=("#141d24", "#1a2630", "#10181c"),
    cloth=("#0f1018", "#1a1c26"), water="#26354f",
)  # fmt: skip


def sky(c: Canvas, p: Palette, rng: Random, horizon: float) -> None:
    """The sky down to the horizon, with clouds in flat bands."""
    if not p.has_sky:
        c.rect(0, 0, c.width, c.height, p.sky)
        return
    c.rect(0, 0, c.width, c.height, c.gradient((0, p.sky), (0.9, p.horizon)))
    for _ in range(rng.randint(2, 7)):
        x, y = rng.uniform(-0.1, 1) * c.width, rng.uniform(0.05, 0.72) * horizon
        w = rng.uniform(0.12, 0.4) * c.width * (0.5 + y / horizon)
        for k in range(9):
            c.ellipse(
                x + rng.uniform(-0.5, 0.5) * w, y + rng.uniform(-0.03, 0.04) * w + k,
                w * rng.uniform(0.14, 0.34), w * rng.uniform(0.025, 0.06), p.cloud, 0.22,
            )  # fmt: skip


def ridge(
    c: Canvas, rng: Random, y: float, height: float, fill: str, rough: float = 1
) -> list[Point]:
    """A line of hills across the sheet; its points."""
    phases = [rng.random() * 6.3 for _ in range(6)]
    points = []
    for i in range(0, c.width + 24, 12):
        t = i / c.width * 3.1
        v = sum(
            height / (k + 1) ** (1.6 - 0.4 * rough) * math.sin(t * (1 + k * 1.7) + phases[k])
            for k in range(6)
        )
        points.append((float(i), y + v))
    c.poly([(0, c.height), *points, (c.width + 24, c.height)], fill)
    return points


def hills(c: Canvas, p: Palette, rng: Random, horizon: float, count: int = 2) -> None:
    for k in range(count):
        far = 1 - k / max(count, 1)
        fill = mix(p.hill, p.horizon, 0.45 * far) if k < count - 1 else p.hill
        ridge(c, rng, horizon - c.height * 0.06 * far, c.height * 0.035 * (1 + far), fill)


def tree(c: Canvas, p: Palette, rng: Random, x: float, foot: float, height: float) -> None:
    """A broad tree: a trunk, then leaves in lumps, lighter at the upper left."""
    trunk = mix("#4b3d2e", p.line, 0.3)
    c.poly([(x - height * 0.03, foot), (x - height * 0.014, foot - height * 0.55),
            (x + height * 0.014, foot - height * 0.55), (x + height * 0.035, foot)], trunk)  # fmt: skip
    dark, bright = p.leaves[-2], p.leaves[-1]
    for _ in range(30):
        a, q = rng.random() * 6.283, math.sqrt(rng.random())
        lx = x + math.cos(a) * q * height * 0.27
        ly = foot - height * 0.66 + math.sin(a) * q * height * 0.3
        tone = (lx - x) / height * 0.9 + (ly - foot + height * 0.66) / height * 0.9
        fill = mix(rng.choice(p.leaves), dark if tone > 0 else bright, min(abs(tone) * 2, 0.8))
        c.ellipse(
            lx, ly, height * rng.uniform(0.07, 0.13), height * rng.uniform(0.06, 0.1), fill, 0.9
        )
    for _ in range(14):
        a, q = rng.uniform(2.6, 5.2), math.sqrt(rng.random())
        c.circle(
            x + math.cos(a) * q * height * 0.25, foot - height * 0.68 + math.sin(a) * q * height * 0.27,
            height * rng.uniform(0.02, 0.04), light(bright, 0.12), 0.55,
        )  # fmt: skip


def poplar(c: Canvas, p: Palette, rng: Random, x: float, foot: float, height: float) -> None:
    """A narrow tree: a poplar, a cypress."""
    for k in range(16):
        t = k / 15
        w = height * 0.09 * math.sin(0.35 + t * 2.5)
        y = foot - height * (0.08 + 0.9 * t)
        c.ellipse(x + rng.uniform(-0.2, 0.2) * w, y, w, height * 0.07, rng.choice(p.leaves[:3]))
        c.ellipse(x - w * 0.45, y - 3, w * 0.4, height * 0.04, p.leaves[-1], 0.5)


def trees(
    c: Canvas, p: Palette, rng: Random, foot: float, height: float, keep: tuple[float, float]
) -> None:
    """Trees at both sides, none between the two marks of `keep`."""
    for left, right in (
        (-40.0, keep[0] - height * 0.22),
        (keep[1] + height * 0.22, c.width + 40.0),
    ):
        if right > left:
            for _ in range(max(1, int((right - left) / (height * 0.4)))):
                draw = poplar if rng.random() < 0.25 else tree
                draw(
                    c,
                    p,
                    rng,
                    rng.uniform(left, right),
                    foot + rng.uniform(-6, 10),
                    height * rng.uniform(0.7, 1.15),
                )


def paved(c: Canvas, p: Palette, rng: Random, top: float) -> None:
    """A square or a street, with the marks of use that grow towards us."""
    c.rect(0, top, c.width, c.height - top, c.gradient((0, p.ground), (1, p.near)))
    depth = c.height - top
    for _ in range(150):
        t = rng.random() ** 1.4
        c.rect(rng.random() * c.width, top + t * depth, 12 + 70 * t, 1.5 + 5 * t,
               p.dark if rng.random() < 0.6 else p.wall, 0.05 + 0.1 * rng.random())  # fmt: skip


def meadow(c: Canvas, p: Palette, rng: Random, top: float) -> None:
    """Grass down to the lower edge."""
    c.rect(
        0,
        top,
        c.width,
        c.height - top,
        c.gradient((0, light(p.grass, 0.12)), (1, light(p.grass, -0.28))),
    )
    depth = c.height - top
    for _ in range(220):
        t = rng.random() ** 1.2
        x, y, s = rng.random() * c.width, top + t * depth, 4 + 22 * t
        c.path(f"M{x},{y}q{s * 0.1},{-s * 0.6} {s * rng.uniform(-0.4, 0.5)},{-s}",
               "none", 0.35, light(p.grass, rng.uniform(-0.35, 0.3)), 1 + 1.5 * t)  # fmt: skip


def water(c: Canvas, p: Palette, rng: Random, top: float, bottom: float) -> None:
    """A river or the sea, with its gleams."""
    c.rect(
        0,
        top,
        c.width,
        bottom - top,
        c.gradient((0, mix(p.water, p.horizon, 0.55)), (1, light(p.water, -0.25))),
    )
    for _ in range(130):
        t = rng.random() ** 1.3
        y = top + t * (bottom - top)
        w = c.width * rng.uniform(0.01, 0.07) * (0.4 + t)
        c.path(f"M{rng.random() * c.width},{y}q{w / 2},{-2 - 3 * t} {w},0", "none", 0.3,
               rng.choice((p.horizon, light(p.water, -0.4))), 1 + 2 * t)  # fmt: skip


def passers(c: Canvas, p: Palette, rng: Random, top: float, count: int) -> None:
    """People on the square, taller as they are nearer."""
    for _ in range(count):
        t = rng.uniform(0.12, 0.8)
        x, y = rng.uniform(0.08, 0.92) * c.width, top + t * (c.height - top)
        s = c.height / 1000 * (0.45 + 0.75 * t)
        c.push(f"translate({x},{y}) scale({s:.2f})")
        c.ellipse(22, 3, 34, 5, "#000000", 0.22)
        c.path("M-11,0L-8,-46Q-12,-72 0,-74Q12,-72 8,-46L11,0Z", rng.choice(p.cloth))
        c.circle(0, -82, 8, "#b9937a")
        if rng.random() < 0.5:
            c.path("M-15,-86h30l-6,-5h-3v-8h-12v8h-3z", p.line)
        c.pop()


def bush(c: Canvas, p: Palette, rng: Random, x: float, foot: float, r: float) -> None:
    c.path(blob(rng, x, foot - r * 0.5, r, r * 0.6, 0.2), rng.choice(p.leaves))
    c.path(blob(rng, x - r * 0.25, foot - r * 0.65, r * 0.5, r * 0.32, 0.25), p.leaves[-1], 0.6)
