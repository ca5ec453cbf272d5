"""Pages of illuminated manuscripts: initials, borders, scenes, calendars."""

import math
from random import Random

import numpy as np

from pop.demonstration.drawing.canvas import Canvas, Pixels, light, mix
from pop.demonstration.drawing.letters import LETTERS, initial, script
from pop.demonstration.drawing.ornament import bird, flower, leaf, scroll, star
from pop.demonstration.drawing.surface import noise, papered, vignette

KINDS = ("lettrine", "page", "miniature", "calendrier", "encadrement", "lettre filigranée")
SCENES = (
    "annonciation",
    "saint",
    "château",
    "chasse",
    "semailles",
    "navire",
    "ange",
    "dragon",
    "arbre",
)
_INKS = (
    ("#b8342c", "#27418a", "#2f6150"), ("#27418a", "#b8342c", "#d6aa4b"), ("#2f6150", "#b8472a", "#31528f"),
    ("#7a2a55", "#27418a", "#3f7a4f"), ("#c05a2b", "#2a4f73", "#5d7a3a"),
)  # fmt: skip
_GOLD = "#d3a53a"
_BROWN = "#2f2219"


def manuscript(
    rng: Random, kind: str = "lettrine", scene: str = "saint", letter: str = ""
) -> Pixels:
    """A leaf, or a detail of one."""
    letter = letter if letter in LETTERS else rng.choice(LETTERS)
    inks = rng.choice(_INKS)
    w, h = {"lettrine": (820, 820), "lettre filigranée": (760, 860)}.get(kind, (720, 980))
    c = Canvas(w, h, rng.choice(("#eadcbc", "#e6d6b2", "#efe3c8")))
    _PAGES[kind](c, rng, letter, scene, inks)
    draws = np.random.default_rng(rng.getrandbits(32))
    picture = c.render()
    golden = np.abs(picture - np.array([211, 165, 58], np.float32)).sum(axis=2) < 60
    gleam = noise(h, w, 150, draws, 3) * 34 + noise(h, w, 5, draws, 1) * 9 + 8
    picture += np.where(golden, gleam, 0)[..., None]
    rubbed = noise(h, w, 40, draws, 4)
    picture = picture + (np.clip(rubbed - 0.75, 0, 1) * 60)[..., None]
    picture = papered(picture + (noise(h, w, 7, draws, 2) * 3)[..., None], draws, 1.3)
    return vignette(picture, 0.22)


def _letter_box(
    c: Canvas,
    rng: Random,
    x: float,
    y: float,
    s: float,
    letter: str,
    inks: tuple[str, str, str],
    scene: str = "",
) -> None:
    """A letter on its ground, framed in gold, filled with scrolls or with a scene."""
    one, two, three = inks
    c.rect(x - s * 0.05, y - s * 0.05, s * 1.1, s * 1.1, _GOLD, 1, _BROWN, 2)
    c.rect(x, y, s, s, two, 1, _BROWN, 2)
    for i in range(2):
        for j in range(2):
            c.rect(
                x + i * s / 2,
                y + j * s / 2,
                s / 2,
                s / 2,
                mix(two, one if (i + j) % 2 else "#000000", 0.16),
            )
    for _ in range(40):
        c.circle(x + rng.random() * s, y + rng.random() * s, s * 0.005, "#f4ead2", 0.8)
    for k in range(4):
        scroll(c, x + s * (0.28 + 0.44 * (k % 2)), y + s * (0.28 + 0.44 * (k // 2)), s * 0.19, 1 if k % 2 else -1, rng.random() * 6,
               light(two, 0.45), s * 0.012, 8, light(three, 0.12), (_GOLD, one))  # fmt: skip
    initial(c, letter, x + s * 0.08, y + s * 0.08, s * 0.84, one, _GOLD, 3)
    if scene:
        c.circle(x + s * 0.5, y + s * 0.52, s * 0.26, light(two, -0.2), 1, _GOLD, s * 0.015)
        _scene(c, rng, x + s * 0.5, y + s * 0.54, s * 0.22, scene, inks)
    for k in range(4):
        c.push(f"translate({x + s * 0.5},{y + s * 0.5}) rotate({k * 90})")
        c.poly(star(s * 0.55, -s * 0.55, s * 0.07, s * 0.03, 4), _GOLD, 1, _BROWN, 1.5)
        c.pop()


def _border(
    c: Canvas,
    rng: Random,
    x: float,
    y: float,
    w: float,
    h: float,
    inks: tuple[str, str, str],
    dense: float = 1,
) -> None:
    """A margin of thin stems, leaves, flowers and gold drops."""
    area = w * h * dense
    for _ in range(int(area / 5200)):
        px, py = x + rng.random() * w, y + rng.random() * h
        scroll(c, px, py, min(w, h, 60) * rng.uniform(0.24, 0.42), rng.choice((-1, 1)), rng.random() * 6, _BROWN, 1.3, 6, rng.choice(("#4f7a4a", inks[1], "#6f8f4a")),
               (rng.choice((*inks, _GOLD)), _GOLD))  # fmt: skip
    for _ in range(int(area / 900)):
        c.circle(
            x + rng.random() * w, y + rng.random() * h, rng.uniform(1.6, 3.6), _GOLD, 1, _BROWN, 0.7
        )
    for _ in range(int(area / 14000)):
        px, py = x + rng.uniform(0.1, 0.9) * w, y + rng.uniform(0.05, 0.95) * h
        way = rng.random()
        if way < 0.4:
            flower(
                c,
                px,
                py,
                rng.uniform(12, 19),
                rng.choice((5, 6)),
                rng.choice((*inks, "#e9d9d2")),
                _GOLD,
                _BROWN,
                1,
            )
        elif way < 0.6:
            bird(
                c, px, py, 0.2, rng.choice(inks), light(inks[0], -0.2), _BROWN, rng.choice((-1, 1))
            )
        elif way < 0.8:
            for _ in range(3):
                c.circle(
                    px + rng.uniform(-7, 7), py + rng.uniform(-7, 7), 5.5, "#b8342c", 1, _BROWN, 0.8
                )
            leaf(c, px, py, rng.random() * 360, 22, "#4f7a4a", _BROWN, 0.8)
        else:
            leaf(c, px, py, rng.random() * 360, 34, rng.choice(inks), _BROWN, 1)


def _text(
    c: Canvas,
    rng: Random,
    x: float,
    y: float,
    w: float,
    lines: int,
    size: float,
    inks: tuple[str, str, str],
    ruled: bool = True,
) -> None:
    for k in range(lines):
        yy = y + k * size * 1.75
        if ruled:
            c.line(x, yy + size * 0.06, x + w, yy + size * 0.06, "#a8705a", 0.8, 0.4)
        start = x
        if rng.random() < 0.25:
            initial(
                c,
                rng.choice(LETTERS),
                x,
                yy - size * 0.95,
                size * 0.95,
                rng.choice(inks[:2]),
                "#00000000",
                2,
            )
            start = x + size * 1.15
        script(
            c,
            rng,
            start,
            yy,
            w - (start - x) - (rng.random() * w * 0.3 if k == lines - 1 else 0),
            size,
            _BROWN,
        )


def _historiated(
    c: Canvas, rng: Random, letter: str, scene: str, inks: tuple[str, str, str]
) -> None:
    s = c.width * 0.58
    x, y = c.width * 0.14, c.height * 0.1
    _text(c, rng, x + s + 44, y + 26, c.width - x - s - 84, 11, 26, inks)
    _text(c, rng, x, y + s + 88, c.width - x - 40, 4, 26, inks)
    _border(c, rng, 12, 20, c.width * 0.1, c.height - 40, inks, 1.2)
    c.rect(c.width * 0.108, 20, 7, c.height - 40, inks[1], 1, _GOLD, 2)
    _letter_box(c, rng, x, y, s, letter, inks, scene if rng.random() < 0.7 else "")


def _page(c: Canvas, rng: Random, letter: str, scene: str, inks: tuple[str, str, str]) -> None:
    _border(c, rng, 26, 26, c.width - 52, c.height - 52, inks, 0.62)
    x, y, w, h = 120, 96, c.width - 240, c.height - 230
    c.rect(x - 18, y - 18, w + 36, h + 36, "#ead9b6", 1, _GOLD, 7)
    s = 190
    _text(c, rng, x + s + 32, y + 32, w - s - 32, 5, 22, inks)
    _text(c, rng, x, y + s + 50, w, 12, 22, inks)
    _letter_box(c, rng, x + 6, y + 8, s, letter, inks, scene)


def _miniature(c: Canvas, rng: Random, letter: str, scene: str, inks: tuple[str, str, str]) -> None:
    _border(c, rng, 24, 24, c.width - 48, c.height - 48, inks, 0.7)
    x, y, w, h = 96.0, 84.0, c.width - 192.0, c.height * 0.62
    c.rect(x - 14, y - 14, w + 28, h + 240, "#ead9b6")
    c.path(
        f"M{x},{y + h}V{y + w * 0.2}Q{x},{y} {x + w / 2},{y}T{x + w},{y + w * 0.2}V{y + h}Z",
        inks[1],
        1,
        _GOLD,
        16,
    )
    size = w * 0.4
    sky = c.gradient((0, "#2c4f8f"), (0.6, "#c9d6da"), (1, "#e6ddbc"))
    c.path(
        f"M{x + 10},{y + h - 10}V{y + w * 0.21}Q{x + 10},{y + 12} {x + w / 2},{y + 12}T{x + w - 10},{y + w * 0.21}V{y + h - 10}Z",
        sky,
    )
    for k in range(2):
        points = [
            (x + 10 + (w - 20) * i / 8, y + h * (0.62 + 0.12 * k) + rng.uniform(-16, 16))
            for i in range(9)
        ]
        c.poly(
            [(x + 10, y + h - 10), *points, (x + w - 10, y + h - 10)], mix("#6f8f5a", "#4a6b3a", k)
        )
    for _ in range(9):
        tx, ty = x + rng.uniform(0.06, 0.94) * w, y + h * rng.uniform(0.66, 0.8)
        c.rect(tx - 2, ty - 20, 4, 20, "#5a4028")
        c.circle(tx, ty - 28, 15, "#3f6b3a", 1, "#2a4a26", 1)
    _scene(c, rng, x + w / 2, y + h * 0.62, size, scene, inks)
    _text(c, rng, x + 8, y + h + 52, w - 16, 4, 24, inks)


def _calendar(c: Canvas, rng: Random, letter: str, scene: str, inks: tuple[str, str, str]) -> None:
    _border(c, rng, 24, 24, 96, c.height - 48, inks, 1.1)
    x, y, w = 150.0, 90.0, c.width - 200.0
    initial(c, "K", x, y - 30, 70, inks[1], _GOLD, 2) if "K" in LETTERS else initial(
        c, letter, x, y - 30, 70, inks[1], _GOLD, 2
    )
    script(c, rng, x + 96, y + 26, w - 110, 34, inks[0])
    for k in range(17):
        yy = y + 92 + k * 33
        c.line(x, yy + 3, x + w, yy + 3, "#a8705a", 0.8, 0.4)
        script(c, rng, x, yy, 46, 17, _GOLD if k % 4 == 0 else inks[1])
        initial(
            c,
            "ABCDEFG"[k % 7],
            x + 56,
            yy - 18,
            18,
            inks[0] if k % 7 == 0 else _BROWN,
            "#00000000",
            2,
        )
        script(
            c,
            rng,
            x + 92,
            yy,
            w * rng.uniform(0.4, 0.72),
            19,
            inks[0] if rng.random() < 0.2 else _BROWN,
        )
    cx, cy = x + w - 70, c.height - 150.0
    c.circle(cx, cy, 84, inks[1], 1, _GOLD, 9)
    _scene(c, rng, cx, cy + 6, 60, scene, inks)
    c.circle(x + 84, cy, 84, inks[2], 1, _GOLD, 9)
    _scene(c, rng, x + 84, cy + 6, 60, rng.choice(SCENES), inks)


def _frame(c: Canvas, rng: Random, letter: str, scene: str, inks: tuple[str, str, str]) -> None:
    c.rect(30, 30, c.width - 60, c.height - 60, mix(inks[1], "#efe3c8", 0.25), 1, _GOLD, 6)
    _border(c, rng, 40, 40, c.width - 80, c.height - 80, inks, 1.0)
    c.rect(140, 130, c.width - 280, c.height - 300, "#efe3c8", 1, _GOLD, 8)
    _letter_box(c, rng, 166, 160, 150, letter, inks)
    _text(c, rng, 340, 184, c.width - 510, 4, 22, inks)
    _text(c, rng, 166, 370, c.width - 336, 11, 22, inks)
    px = c.width / 2
    c.path(
        f"M{px - 50},{c.height - 140}h100v50q-50,60 -50,60q0,0 -50,-60z",
        inks[0],
        1,
        _GOLD,
        6,
    )
    c.poly(
        [
            (px - 46, c.height - 106),
            (px, c.height - 130),
            (px + 46, c.height - 106),
            (px + 46, c.height - 90),
            (px, c.height - 114),
            (px - 46, c.height - 90),
        ],
        _GOLD,
    )


def _penwork(c: Canvas, rng: Random, letter: str, scene: str, inks: tuple[str, str, str]) -> None:
    x, y, s = 150.0, 120.0, 330.0
    pen = inks[0] if rng.random() < 0.5 else "#7a4a8a"
    for k in range(13):
        c.path(
            f"M{x - 30 - k * 5},{y - 40}C{x - 46 - k * 6},{y + 200} {x - 12 - k * 7},{y + 420} {x - 40 - k * 6 + 26 * math.sin(k)},{c.height - 30 - k * 12}",
            "none",
            0.7,
            pen,
            1.5,
        )
    for _ in range(60):
        px, py = x + rng.random() * s, y + rng.random() * s
        scroll(c, px, py, rng.uniform(14, 26), rng.choice((-1, 1)), rng.random() * 6, pen, 1.3, 0)
    c.rect(x - 12, y - 12, s + 24, s + 24, "none", 1, pen, 2.5)
    c.rect(x - 20, y - 20, s + 40, s + 40, "none", 1, pen, 1)
    initial(c, letter, x, y, s, inks[1], "#efe3c8", 4)
    _text(c, rng, x + s + 50, y + 30, c.width - x - s - 80, 8, 24, inks)
    _text(c, rng, x, y + s + 74, c.width - x - 40, 7, 24, inks)


_PAGES = {
    "lettrine": _historiated, "page": _page, "miniature": _miniature, "calendrier": _calendar,
    "encadrement": _frame, "lettre filigranée": _penwork,
}  # fmt: skip


def _figure(
    c: Canvas,
    x: float,
    foot: float,
    s: float,
    robe: str,
    halo: bool,
    wings: bool = False,
    lean: int = 1,
) -> None:
    """A standing figure of the time: a robe in folds, a face, perhaps a halo."""
    if wings:
        for side in (-1, 1):
            c.path(
                f"M{x},{foot - s * 0.7}C{x + side * s * 0.5},{foot - s * 1.1} {x + side * s * 0.62},{foot - s * 0.5} {x + side * s * 0.36},{foot - s * 0.2}Z",
                "#c9604a",
                1,
                _BROWN,
                1.5,
            )
    c.path(
        f"M{x - s * 0.26},{foot}Q{x - s * 0.2},{foot - s * 0.5} {x - s * 0.12},{foot - s * 0.76}H{x + s * 0.12}Q{x + s * 0.2},{foot - s * 0.5} {x + s * 0.3},{foot}Z",
        robe,
        1,
        _BROWN,
        1.8,
    )
    for k in range(4):
        c.path(
            f"M{x - s * 0.06 + k * s * 0.05},{foot - s * 0.6}Q{x - s * 0.1 + k * s * 0.07},{foot - s * 0.3} {x - s * 0.16 + k * s * 0.12},{foot - 4}",
            "none",
            0.7,
            light(robe, -0.4 if k % 2 else 0.4),
            s * 0.02,
        )
    c.path(
        f"M{x - s * 0.1},{foot - s * 0.62}q{lean * s * 0.3},{s * 0.1} {lean * s * 0.36},{-s * 0.06}",
        "none",
        1,
        light(robe, 0.15),
        s * 0.09,
    )
    c.circle(x + lean * s * 0.27, foot - s * 0.67, s * 0.045, "#e6bf9a")
    if halo:
        c.circle(x, foot - s * 0.88, s * 0.19, _GOLD, 1, _BROWN, 1.5)
    c.ellipse(x, foot - s * 0.87, s * 0.095, s * 0.12, "#e6bf9a", 1, _BROWN, 1)
    c.path(
        f"M{x - s * 0.1},{foot - s * 0.86}Q{x - s * 0.1},{foot - s * 1.03} {x},{foot - s * 1.0}T{x + s * 0.1},{foot - s * 0.86}Q{x},{foot - s * 0.98} {x - s * 0.1},{foot - s * 0.86}Z",
        "#8a5a2f",
    )
    for side in (-1, 1):
        c.circle(x + side * s * 0.035 + lean * s * 0.01, foot - s * 0.88, s * 0.012, _BROWN)


def _scene(
    c: Canvas, rng: Random, x: float, y: float, s: float, scene: str, inks: tuple[str, str, str]
) -> None:
    """A small scene around (x, y), about 2 s wide."""
    foot = y + s * 0.8
    if scene == "annonciation":
        _figure(c, x - s * 0.5, foot, s * 1.3, inks[0], True, True, 1)
        _figure(c, x + s * 0.5, foot, s * 1.3, "#27418a", True, False, -1)
        c.line(x - s * 0.02, foot, x - s * 0.02, foot - s * 0.9, "#4f7a4a", s * 0.03)
        flower(c, x - s * 0.02, foot - s * 0.95, s * 0.14, 6, "#f4efe2", _GOLD)
    elif scene in ("saint", "ange"):
        _figure(c, x, foot, s * 1.6, rng.choice(inks), True, scene == "ange", rng.choice((-1, 1)))
        c.line(x + s * 0.55, foot, x + s * 0.55, foot - s * 1.5, _BROWN, s * 0.04)
        scroll(c, x + s * 0.55, foot - s * 1.55, s * 0.14, 1, 1.5, _GOLD, s * 0.04, 0)
    elif scene == "château":
        for k, (dx, h) in enumerate(((-0.55, 1.0), (-0.2, 1.5), (0.2, 1.2), (0.55, 1.0))):
            c.rect(
                x + dx * s - s * 0.16,
                foot - h * s,
                s * 0.34,
                h * s,
                light("#c9b28a", 0.1 * (k % 2)),
                1,
                _BROWN,
                1.5,
            )
            c.poly(
                [
                    (x + dx * s - s * 0.2, foot - h * s),
                    (x + dx * s, foot - h * s - s * 0.5),
                    (x + dx * s + s * 0.22, foot - h * s),
                ],
                rng.choice(inks),
                1,
                _BROWN,
                1.5,
            )
            c.rect(x + dx * s - s * 0.03, foot - h * s * 0.7, s * 0.07, s * 0.14, _BROWN)
        c.path(
            f"M{x - s * 0.14},{foot}v{-s * 0.24}a{s * 0.14},{s * 0.14} 0 0 1 {s * 0.28},0v{s * 0.24}z",
            _BROWN,
        )
    elif scene == "chasse":
        c.path(
            f"M{x - s * 0.7},{foot}l{s * 0.1},{-s * 0.5}q{s * 0.4},{-s * 0.2} {s * 0.7},0l{s * 0.2},{-s * 0.3}l{s * 0.2},{s * 0.06}l{-s * 0.14},{s * 0.36}l{-s * 0.06},{s * 0.38}h{-s * 0.08}l{-s * 0.04},{-s * 0.34}h{-s * 0.44}l{-s * 0.1},{s * 0.34}z",
            "#efe6d2",
            1,
            _BROWN,
            2,
        )
        _figure(c, x - s * 0.1, foot - s * 0.42, s * 0.95, inks[0], False)
        c.path(
            f"M{x + s * 0.5},{foot}q{s * 0.1},{-s * 0.3} {s * 0.4},{-s * 0.16}l{s * 0.06},{s * 0.16}z",
            "#8a5a2f",
            1,
            _BROWN,
            1.5,
        )
    elif scene == "semailles":
        for k in range(6):
            c.path(
                f"M{x - s},{foot - k * s * 0.1}q{s},{-s * 0.1} {2 * s},0",
                "none",
                0.8,
                "#8a5a2f",
                s * 0.03,
            )
        _figure(c, x - s * 0.1, foot, s * 1.4, inks[1], False)
        for _ in range(20):
            c.circle(
                x + s * rng.uniform(0.2, 0.8), foot - s * rng.uniform(0.1, 0.8), s * 0.02, _GOLD
            )
    elif scene == "navire":
        for k in range(5):
            c.path(
                f"M{x - s},{foot - k * s * 0.07}q{s * 0.25},{-s * 0.14} {s * 0.5},0t{s * 0.5},0t{s * 0.5},0t{s * 0.5},0",
                "none",
                1,
                "#2c5f8f",
                s * 0.04,
            )
        c.path(
            f"M{x - s * 0.7},{foot - s * 0.5}Q{x},{foot + s * 0.1} {x + s * 0.7},{foot - s * 0.5}Z",
            "#8a5a2f",
            1,
            _BROWN,
            2,
        )
        c.line(x, foot - s * 0.3, x, foot - s * 1.5, _BROWN, s * 0.05)
        c.path(
            f"M{x - s * 0.4},{foot - s * 1.3}h{s * 0.8}q{s * 0.1},{s * 0.3} 0,{s * 0.6}h{-s * 0.8}q{s * 0.1},{-s * 0.3} 0,{-s * 0.6}z",
            "#efe6d2",
            1,
            inks[0],
            s * 0.05,
        )
    elif scene == "dragon":
        points = [
            (x - s * 0.9, foot - s * 0.2),
            (x - s * 0.4, foot - s * 0.1),
            (x - s * 0.2, foot - s * 0.6),
            (x + s * 0.3, foot - s * 0.3),
            (x + s * 0.3, foot - s * 0.9),
            (x + s * 0.8, foot - s * 1.0),
        ]
        c.curve(points, _BROWN, s * 0.28)
        c.curve(points, inks[2], s * 0.23)
        c.curve(points, light(inks[2], 0.4), s * 0.05)
        for side in (-1, 1):
            c.path(
                f"M{x},{foot - s * 0.5}q{side * s * 0.2},{-s * 0.9} {side * s * 0.6},{-s * 0.8}q{-side * s * 0.1},{s * 0.5} {-side * s * 0.6},{s * 0.8}z",
                inks[0],
                1,
                _BROWN,
                2,
            )
        c.path(
            f"M{x + s * 0.7},{foot - s * 1.15}l{s * 0.42},{s * 0.1}l{-s * 0.3},{s * 0.08}l{s * 0.24},{s * 0.14}l{-s * 0.4},{s * 0.02}z",
            inks[2],
            1,
            _BROWN,
            2,
        )
        c.circle(x + s * 0.78, foot - s * 1.06, s * 0.035, "#f4ead2")
    else:
        c.path(
            f"M{x - s * 0.1},{foot}C{x - s * 0.02},{foot - s * 0.5} {x - s * 0.1},{foot - s * 0.6} {x - s * 0.02},{foot - s}H{x + s * 0.06}C{x},{foot - s * 0.6} {x + s * 0.06},{foot - s * 0.4} {x + s * 0.14},{foot}Z",
            "#7a5230",
            1,
            _BROWN,
            2,
        )
        for _ in range(26):
            a, q = rng.uniform(0, 6.28), math.sqrt(rng.random()) * s * 0.66
            leaf(
                c,
                x + q * math.cos(a),
                foot - s * 1.15 + q * 0.8 * math.sin(a),
                math.degrees(a),
                s * 0.26,
                rng.choice(("#3f6b3a", "#5d8a4a", inks[2])),
                _BROWN,
                1,
            )
        for _ in range(9):
            a, q = rng.uniform(0, 6.28), math.sqrt(rng.random()) * s * 0.6
            c.circle(
                x + q * math.cos(a),
                foot - s * 1.15 + q * 0.8 * math.sin(a),
                s * 0.07,
                rng.choice((_GOLD, "#b8342c")),
                1,
                _BROWN,
                1,
            )
