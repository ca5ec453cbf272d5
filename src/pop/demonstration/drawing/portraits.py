"""Portraits: a head and shoulders, dressed by century, painted or photographed."""

import math
from random import Random

import numpy as np

from pop.demonstration.drawing.canvas import Canvas, Pixels, light, mix, rgb, smooth
from pop.demonstration.drawing.ornament import flower, leaf
from pop.demonstration.drawing.painting import as_technique
from pop.demonstration.drawing.prints import as_medium
from pop.demonstration.drawing.surface import spread

CENTURIES = (15, 16, 17, 18, 19, 20)
_SKINS = ("#e8c3a0", "#dcae88", "#c99670", "#a87452", "#7f5238", "#f0d2b6")
_HAIRS = ("#2a1d16", "#4a3020", "#7a5230", "#a9803f", "#8a8580", "#5d2f1c", "#1b1716")
_CLOTHS = {
    15: ("#7d2430", "#2f4a6b", "#3f5a3a", "#1f1d22"),
    16: ("#1f1d22", "#4d1f2a", "#26364f", "#3a2d22"),
    17: ("#1d1b1e", "#3a2a22", "#5a2530", "#2f3f4a"),
    18: ("#5f7f9a", "#a66a6f", "#7d8f6a", "#3d4f73", "#b99a6a"),
    19: ("#1b1b20", "#2d2a2e", "#4a3a32", "#2f3d3a"),
    20: ("#3b5570", "#7a4438", "#c9b48a", "#44604f", "#8a3f50"),
}
_GROUNDS = {
    15: ("#2f4a4f", "#5a2a2a", "#7d9aa8"), 16: ("#2e4438", "#3a2a24", "#4d4a3a"),
    17: ("#2b231d", "#3a3026", "#241f1c"), 18: ("#8a8f88", "#9a8a72", "#6f7f86"),
    19: ("#5a4a3c", "#3f3a36", "#6d675a"), 20: ("#c9b89a", "#8fa3a8", "#b86f50", "#4f6f6a"),
}  # fmt: skip


def portrait(
    rng: Random, century: int = 17, woman: bool = False, technique: str = "huile ancienne",
    medium: str = "", oval: bool = False,
) -> Pixels:  # fmt: skip
    """A person of that century. With a `medium` (« sépia »…), a photograph rather than a painting."""
    w, h = (700, 880) if rng.random() < 0.7 else (740, 820)
    ground = rng.choice(_GROUNDS[century])
    c = Canvas(w, h, ground)
    c.rect(
        0,
        0,
        w,
        h,
        c.gradient((0, light(ground, 0.22)), (0.5, ground), (1, light(ground, -0.45)), radial=True),
    )
    if century in (15, 18) and rng.random() < 0.5 and not medium:
        _window(c, rng)
    lean = rng.uniform(-0.6, 0.6)
    x, y, s = w * 0.5 + lean * 18, h * rng.uniform(0.38, 0.42), h * rng.uniform(0.14, 0.165)
    skin, hair = rng.choice(_SKINS), rng.choice(_HAIRS)
    cloth = rng.choice(_CLOTHS[century])
    if woman:
        _back_hair(c, rng, x, y, s, hair, century)
    _shoulders(c, rng, x, y, s, cloth, skin, century, woman)
    _face(c, rng, x, y, s, skin, lean)
    _hair(c, rng, x, y, s, hair, century, woman)
    if not woman and century in (16, 17, 19) and rng.random() < 0.55:
        _beard(c, x, y, s, hair, lean)
    _finery(c, rng, x, y, s, century, woman)
    draws = np.random.default_rng(rng.getrandbits(32))
    picture = c.render()
    picture = as_medium(picture, medium, rng) if medium else as_technique(picture, technique, draws)
    if oval:
        picture = _in_oval(picture, "#2a2320" if not medium else "#e9dcc0")
    return picture


def _in_oval(picture: Pixels, frame: str) -> Pixels:
    h, w = picture.shape[:2]
    y, x = spread(h, w)
    mask = np.clip((0.9 - np.hypot(x, y)) * 60, 0, 1)[..., None]
    return (picture * mask + rgb(frame) * (1 - mask)).astype(np.float32)


def _window(c: Canvas, rng: Random) -> None:
    """A glimpse of landscape behind."""
    x0 = rng.choice((0.04, 0.66)) * c.width
    w, h, y0 = c.width * 0.3, c.height * 0.34, c.height * 0.1
    c.rect(x0, y0, w, h, c.gradient((0, "#8fb0c8"), (1, "#e8e2c8")))
    for k in range(3):
        points = [
            (x0 + w * i / 6, y0 + h * (0.5 + 0.14 * k) + rng.uniform(-12, 12)) for i in range(7)
        ]
        c.poly([(x0, y0 + h), *points, (x0 + w, y0 + h)], mix("#7f9aa0", "#5a7046", k / 2))
    c.path(f"M{x0 + w * 0.6},{y0 + h}q-30,-40 10,-70t-10,-60", "none", 1, "#dfe6e2", 5)


def _shoulders(
    c: Canvas,
    rng: Random,
    x: float,
    y: float,
    s: float,
    cloth: str,
    skin: str,
    century: int,
    woman: bool,
) -> None:
    h = c.height
    wide = s * (2.0 if woman else 2.45)
    neck = s * 0.42
    top = y + s * 1.55
    c.path(smooth([(x - wide * 1.25, h + 60), (x - wide, top + s * 0.85), (x - wide * 0.55, top + s * 0.2), (x - neck, top - s * 0.12),
                   (x + neck, top - s * 0.12), (x + wide * 0.55, top + s * 0.2), (x + wide, top + s * 0.85), (x + wide * 1.25, h + 60)]) + "Z", cloth)  # fmt: skip
    c.path(
        smooth(
            [
                (x + neck, top - s * 0.12),
                (x + wide * 0.55, top + s * 0.2),
                (x + wide, top + s * 0.85),
                (x + wide * 1.25, h + 60),
                (x + s * 0.5, h + 60),
                (x + s * 0.25, top + s),
            ]
        )
        + "Z",
        "#000000",
        0.28,
    )
    for k in range(7):
        a = x + (k - 3) * wide * 0.26
        c.path(
            f"M{a},{top + s * (0.5 + abs(k - 3) * 0.12)}Q{a + (k - 3) * 14},{top + s * 1.6} {a + (k - 3) * 30},{h + 40}",
            "none",
            0.35,
            light(cloth, -0.45 if k % 2 else 0.28),
            s * 0.06,
        )
    if woman and century in (16, 18, 19):
        low = s * rng.uniform(0.5, 0.85)
        c.path(
            f"M{x - wide * 0.62},{top + s * 0.28}Q{x},{top + low + s * 0.5} {x + wide * 0.62},{top + s * 0.28}L{x + neck},{top - s * 0.5}H{x - neck}Z",
            skin,
        )
        c.path(
            f"M{x - wide * 0.62},{top + s * 0.28}Q{x},{top + low + s * 0.5} {x + wide * 0.62},{top + s * 0.28}",
            "none",
            1,
            "#efe8da",
            s * 0.12,
        )
    c.path(
        f"M{x - neck},{top + s * 0.1}L{x - neck * 0.9},{y + s * 0.6}H{x + neck * 0.9}L{x + neck},{top + s * 0.1}Q{x},{top + s * 0.45} {x - neck},{top + s * 0.1}Z",
        light(skin, -0.1),
    )
    c.path(
        f"M{x - neck * 0.8},{y + s * 0.9}Q{x},{y + s * 1.5} {x + neck * 0.9},{y + s * 0.85}L{x + neck},{top + s * 0.1}Q{x + s * 0.2},{top + s * 0.2} {x + s * 0.1},{top - s * 0.2}Z",
        "#3a2015",
        0.3,
    )


def _face(c: Canvas, rng: Random, x: float, y: float, s: float, skin: str, lean: float) -> None:
    d = lean * s * 0.2
    for side in (-1, 1):
        if side * lean < 0.35:
            c.ellipse(x + side * s * 0.84, y + s * 0.1, s * 0.13, s * 0.24, light(skin, -0.14))
    head = [(x, y - s * 1.12), (x + s * 0.62, y - s * 0.88), (x + s * 0.84, y - s * 0.1), (x + s * 0.68, y + s * 0.62),
            (x + s * 0.28, y + s * 1.1), (x, y + s * 1.2), (x - s * 0.28, y + s * 1.1), (x - s * 0.68, y + s * 0.62),
            (x - s * 0.84, y - s * 0.1), (x - s * 0.62, y - s * 0.88)]  # fmt: skip
    c.path(smooth(head, True), skin)
    dark = mix(skin, "#5a2f1c", 0.45)
    for k in range(6):
        i = 0.1 * k
        c.path(smooth([(x + s * (0.3 + i * 0.5), y - s * 1.02), (x + s * 0.72, y - s * 0.75), (x + s * 0.84, y - s * 0.1), (x + s * 0.68, y + s * 0.62),
                       (x + s * 0.24, y + s * 1.12), (x + s * (0.12 + i * 0.6), y + s * 0.9), (x + s * (0.36 + i * 0.5), y + s * 0.2)], True), dark, 0.1)  # fmt: skip
    c.ellipse(x - s * 0.3, y - s * 0.7, s * 0.34, s * 0.2, light(skin, 0.4), 0.3)
    for side in (-1, 1):
        c.ellipse(x + d + side * s * 0.42, y + s * 0.36, s * 0.2, s * 0.16, "#c9604a", 0.16)
        ex, ey = x + d + side * s * 0.34, y - s * 0.06
        c.ellipse(ex, ey - s * 0.02, s * 0.25, s * 0.16, dark, 0.28)
        c.path(
            f"M{ex - s * 0.17},{ey + s * 0.01}Q{ex},{ey - s * 0.15} {ex + s * 0.17},{ey + s * 0.02}Q{ex},{ey + s * 0.1} {ex - s * 0.17},{ey + s * 0.01}Z",
            "#efe6da",
        )
        c.circle(
            ex + lean * s * 0.06,
            ey - s * 0.01,
            s * 0.077,
            rng.choice(("#4a3322", "#3f5a63", "#4f5a36", "#2a1f19")),
        )
        c.circle(ex + lean * s * 0.06, ey - s * 0.01, s * 0.037, "#120d0b")
        c.circle(ex - s * 0.02 + lean * s * 0.06, ey - s * 0.035, s * 0.016, "#ffffff")
        c.path(
            f"M{ex - s * 0.18},{ey}Q{ex},{ey - s * 0.17} {ex + s * 0.18},{ey + s * 0.01}",
            "none",
            1,
            "#3a2219",
            s * 0.033,
        )
        c.path(
            f"M{ex - s * 0.2 * side},{ey - s * 0.2}Q{ex + s * 0.04 * side},{ey - s * 0.31} {ex + s * 0.25 * side},{ey - s * 0.19}",
            "none",
            0.8,
            "#3f281c",
            s * 0.06,
        )
    nx = x + d * 1.5
    c.path(
        f"M{nx + s * 0.05},{y - s * 0.1}Q{nx + s * 0.1},{y + s * 0.25} {nx + s * 0.17},{y + s * 0.42}Q{nx + s * 0.06},{y + s * 0.51} {nx - s * 0.07},{y + s * 0.45}Q{nx + s * 0.02},{y + s * 0.2} {nx + s * 0.05},{y - s * 0.1}Z",
        dark,
        0.5,
    )
    c.path(
        f"M{nx - s * 0.03},{y - s * 0.05}L{nx - s * 0.02},{y + s * 0.36}",
        "none",
        0.4,
        light(skin, 0.5),
        s * 0.06,
    )
    mx, my = x + d * 1.2, y + s * 0.7
    smile = rng.uniform(-0.03, 0.04) * s
    lips = mix("#a4473f", skin, 0.3)
    c.path(
        f"M{mx - s * 0.23},{my - smile}Q{mx - s * 0.08},{my - s * 0.08} {mx},{my - s * 0.04}Q{mx + s * 0.08},{my - s * 0.08} {mx + s * 0.23},{my - smile}Q{mx},{my + s * 0.16} {mx - s * 0.23},{my - smile}Z",
        lips,
    )
    c.path(
        f"M{mx - s * 0.23},{my - smile}Q{mx},{my + s * 0.05} {mx + s * 0.23},{my - smile}",
        "none",
        1,
        "#5a2a22",
        s * 0.025,
    )
    c.ellipse(mx, my + s * 0.24, s * 0.14, s * 0.05, dark, 0.3)


def _back_hair(
    c: Canvas, rng: Random, x: float, y: float, s: float, hair: str, century: int
) -> None:
    drop = s * (2.2 if century in (15, 17, 20) else 1.0)
    c.path(smooth([(x, y - s * 1.4), (x + s * 1.05, y - s * 0.8), (x + s * 1.1, y + s * 0.4), (x + s * 0.95, y + drop),
                   (x, y + drop * 0.9), (x - s * 0.95, y + drop), (x - s * 1.1, y + s * 0.4), (x - s * 1.05, y - s * 0.8)], True), light(hair, -0.25))  # fmt: skip


def _hair(
    c: Canvas, rng: Random, x: float, y: float, s: float, hair: str, century: int, woman: bool
) -> None:
    if century == 18:
        hair = rng.choice(("#d9d3c6", "#c9bfae", hair))
    volume = 1.34 if century == 18 or (woman and century == 19) else 1.24
    part = rng.uniform(-0.4, 0.4) * s
    c.path(smooth([(x - s * 0.9, y + s * 0.15), (x - s * 0.98, y - s * 0.6), (x - s * 0.5, y - s * volume), (x + s * 0.2, y - s * (volume + 0.06)),
                   (x + s * 0.9, y - s * 0.75), (x + s * 0.9, y + s * 0.15), (x + s * 0.74, y - s * 0.35), (x + s * 0.4, y - s * 0.78), (x + part, y - s * 0.94),
                   (x - s * 0.5, y - s * 0.7), (x - s * 0.76, y - s * 0.3)], True), hair)  # fmt: skip
    for k in range(13):
        a = math.pi * (0.08 + 0.84 * k / 12)
        x1, y1 = x - math.cos(a) * s * 0.92, y - s * 0.15 - math.sin(a) * s * (volume - 0.2)
        c.path(
            f"M{x + part},{y - s * (volume - 0.1)}Q{(x + x1) / 2},{y1 - s * 0.2} {x1},{y1 + s * 0.2}",
            "none",
            0.3,
            light(hair, 0.4 if k % 2 else -0.5),
            s * 0.03,
        )
    if century in (17, 18):
        for side in (-1, 1):
            for k in range(5 if century == 17 else 3):
                c.ellipse(
                    x + side * s * (0.98 + 0.04 * k),
                    y + s * (0.1 + 0.3 * k),
                    s * 0.19,
                    s * 0.16,
                    mix(hair, "#000000" if k % 2 else "#ffffff", 0.12),
                )
    if woman and century in (15, 16):
        c.path(
            smooth(
                [
                    (x - s * 0.95, y + s * 0.5),
                    (x - s * 0.98, y - s * 0.5),
                    (x, y - s * 1.42),
                    (x + s * 0.98, y - s * 0.5),
                    (x + s * 0.95, y + s * 0.5),
                    (x + s * 0.8, y - s * 0.2),
                    (x, y - s * 0.92),
                    (x - s * 0.8, y - s * 0.2),
                ],
                True,
            ),
            rng.choice(("#efe8da", "#7d2430", "#26364f")),
        )
    if not woman and century in (15, 16) and rng.random() < 0.7:
        cap = rng.choice(("#1f1d22", "#7d2430", "#26364f"))
        c.ellipse(x, y - s * 1.0, s * 1.2, s * 0.3, light(cap, -0.3))
        c.path(
            smooth(
                [
                    (x - s * 1.0, y - s * 0.98),
                    (x - s * 0.7, y - s * 1.52),
                    (x + s * 0.2, y - s * 1.62),
                    (x + s * 1.0, y - s * 1.0),
                    (x, y - s * 0.88),
                ],
                True,
            ),
            cap,
        )


def _beard(c: Canvas, x: float, y: float, s: float, hair: str, lean: float) -> None:
    d = lean * s * 0.2
    c.path(smooth([(x - s * 0.74, y + s * 0.3), (x - s * 0.5, y + s * 1.05), (x + d, y + s * 1.5), (x + s * 0.5, y + s * 1.05), (x + s * 0.74, y + s * 0.3),
                   (x + s * 0.4, y + s * 0.62), (x + d + s * 0.3, y + s * 0.92), (x + d, y + s * 0.88), (x + d - s * 0.3, y + s * 0.92), (x - s * 0.4, y + s * 0.62)], True), hair)  # fmt: skip
    c.path(
        f"M{x + d - s * 0.36},{y + s * 0.64}Q{x + d},{y + s * 0.46} {x + d + s * 0.36},{y + s * 0.64}",
        "none",
        1,
        hair,
        s * 0.11,
    )


def _finery(
    c: Canvas, rng: Random, x: float, y: float, s: float, century: int, woman: bool
) -> None:
    top = y + s * 1.5
    if century == 16:
        for k in range(26):
            a = math.pi * 2 * k / 26
            c.ellipse(
                x + math.cos(a) * s * 0.86,
                top + s * 0.02 + math.sin(a) * s * 0.3,
                s * 0.16,
                s * 0.14,
                "#efeadf" if k % 2 else "#d6cfc0",
            )
    elif century == 17:
        c.path(
            f"M{x - s * 1.15},{top + s * 0.25}Q{x},{top - s * 0.3} {x + s * 1.15},{top + s * 0.25}L{x + s * 0.8},{top + s * 0.66}L{x},{top + s * 0.24}L{x - s * 0.8},{top + s * 0.66}Z",
            "#efe9dc",
        )
        for k in range(14):
            c.circle(
                x - s * 0.8 + k * s * 0.123,
                top + s * (0.66 - 0.42 * (1 - abs(k - 6.5) / 6.5)),
                s * 0.06,
                "#dcd4c4",
            )
    elif century in (18, 19) and not woman:
        c.path(
            f"M{x - s * 0.4},{top - s * 0.1}L{x - s * 0.22},{top + s * 1.1}H{x + s * 0.22}L{x + s * 0.4},{top - s * 0.1}Z",
            "#efe9dc",
        )
        c.path(
            f"M{x - s * 0.3},{top}l{s * 0.3},{s * 0.24}l{s * 0.3},{-s * 0.24}l{s * 0.02},{s * 0.36}l{-s * 0.32},{-s * 0.1}l{-s * 0.32},{s * 0.1}z",
            "#f6f2e8" if century == 18 else "#1d1b1e",
        )
        for k in range(3):
            c.circle(x + s * 0.34, top + s * (1.2 + 0.34 * k), s * 0.06, "#c9a24a")
    elif century == 15:
        c.path(
            f"M{x - s * 0.9},{top + s * 0.3}Q{x},{top + s * 1.1} {x + s * 0.9},{top + s * 0.3}",
            "none",
            1,
            "#c9a24a",
            s * 0.08,
        )
        c.circle(x, top + s * 0.86, s * 0.13, "#c9a24a")
        c.circle(x, top + s * 0.86, s * 0.07, "#7d2430")
    elif century == 20:
        c.path(
            f"M{x - s * 0.5},{top - s * 0.05}L{x},{top + s * 0.55}L{x + s * 0.5},{top - s * 0.05}",
            "none",
            1,
            "#efe9dc",
            s * 0.13,
        )
    if woman and century >= 16:
        for k in range(15):
            a = math.pi * (0.12 + 0.76 * k / 14)
            c.circle(
                x - math.cos(a) * s * 0.56,
                top - s * 0.12 + math.sin(a) * s * 0.34,
                s * 0.05,
                "#f4efe6",
            )
        for side in (-1, 1):
            c.circle(x + side * s * 0.84, y + s * 0.42, s * 0.055, "#f4efe6")
    if woman and rng.random() < 0.35:
        flower(
            c,
            x + s * 0.7,
            y - s * 0.85,
            s * 0.2,
            6,
            rng.choice(("#c9485a", "#e6d27a", "#efe8da")),
            "#c98a2d",
        )
        leaf(c, x + s * 0.85, y - s * 0.75, 30, s * 0.28, "#4f6b3c")
