"""Printed cottons, tapestries, carpets, damasks and embroideries."""

import math
from random import Random

import numpy as np

from pop.demonstration.drawing.canvas import Canvas, Pixels, light, mix
from pop.demonstration.drawing.ornament import bird, flower, frieze, leaf, scroll, star
from pop.demonstration.drawing.surface import grain, noise, vignette, warped, woven

KINDS = ("indienne", "millefleurs", "verdure", "tapis", "damas", "broderie", "chasuble")


def textile(rng: Random, kind: str = "indienne", scale: float = 1.0) -> Pixels:
    """A length of cloth, a hanging or a vestment."""
    c, pitch, weave = _KINDS[kind](rng, scale)
    draws = np.random.default_rng(rng.getrandbits(32))
    picture = warped(c.render(), draws, 1.8, 40)
    h, w = picture.shape[:2]
    fade = (
        noise(h, w, 260, draws, 3) * 9
        + noise(h, w, 3, draws, 1, 6) * 4
        + noise(h, w, 3, draws, 1, 0.2) * 4
    )
    picture = woven(picture + fade[..., None], pitch, weave)
    return vignette(grain(picture, draws, 2.4), 0.16)


def _indienne(rng: Random, k: float) -> tuple[Canvas, float, float]:
    ground = rng.choice(("#f0e4cb", "#efe6d8", "#2f3f5f", "#7d2f33", "#e3d5b0"))
    dark = sum(int(ground[i : i + 2], 16) for i in (1, 3, 5)) < 330
    line = "#f0e4cb" if dark else "#3b2a26"
    hues = rng.sample(["#a5303a", "#2d4a86", "#c98a34", "#7a4a7f", "#b5653a", "#3f7a6b"], 3)
    green = rng.choice(("#5b7a4b", "#4f7a6b", "#7a8a3f"))
    w, h = int(rng.choice((760, 900)) * k), int(rng.choice((900, 760)) * k)
    c = Canvas(w, h, ground)
    step = rng.uniform(210, 270)
    for j in range(-1, int(h / (step * 0.8)) + 2):
        for i in range(-1, int(w / step) + 2):
            x, y = i * step + (step / 2 if j % 2 else 0), j * step * 0.8
            c.path(
                f"M{x - step * 0.42},{y + step * 0.46}C{x - step * 0.2},{y + step * 0.16} {x - step * 0.3},{y - step * 0.1} {x},{y}S{x + step * 0.4},{y + step * 0.1} {x + step * 0.5},{y - step * 0.4}",
                "none",
                1,
                green,
                5,
            )
            for dx, dy, a, s in (
                (-0.33, 0.27, -40, 40),
                (-0.24, 0.05, 200, 34),
                (0.22, 0.05, -70, 40),
                (0.38, -0.15, 30, 36),
                (0.44, -0.3, 170, 30),
            ):
                leaf(c, x + dx * step, y + dy * step, a, s, green, line, 1.2)
            flower(c, x, y, step * 0.2, 8, hues[0], hues[2], line, 1.4)
            flower(c, x, y, step * 0.11, 6, light(hues[0], 0.3), hues[2], line, 1)
            flower(c, x + step * 0.42, y + step * 0.18, step * 0.1, 6, hues[1], ground, line, 1.2)
            flower(
                c,
                x - step * 0.38,
                y - step * 0.12,
                step * 0.085,
                6,
                hues[2],
                hues[0],
                line,
                1.2,
            )
            for _ in range(7):
                c.circle(
                    x + rng.uniform(-0.5, 0.5) * step,
                    y + rng.uniform(-0.4, 0.4) * step,
                    2.2,
                    hues[0],
                )
    return c, 1.7, 0.06


def _beast(c: Canvas, rng: Random, x: float, y: float, s: float, tone: str) -> None:
    """A small animal of a tapestry: a rabbit, a dog, a hind."""
    way = rng.choice((-1, 1))
    c.push(f"translate({x},{y}) scale({s * way:.2f},{s:.2f})")
    kind = rng.random()
    c.path(
        "M-60,0C-70,-50 -20,-62 20,-52L44,-84Q70,-96 80,-70Q66,-56 58,-48Q66,-20 50,0L54,40H42L34,4H-30L-40,40H-52Z",
        tone,
        1,
        "#2a1f18",
        3,
    )
    if kind < 0.4:
        c.path(
            "M50,-84q-6,-50 8,-60q10,30 6,58z M64,-86q6,-40 22,-46q2,30 -10,52z",
            tone,
            1,
            "#2a1f18",
            2.5,
        )
    elif kind < 0.7:
        c.path(
            "M54,-88q-30,-30 -20,-70m0,36l-22,-16m36,12l14,-26M64,-90q24,-34 10,-70m2,34l22,-18",
            "none",
            1,
            "#5a4028",
            5,
        )
    else:
        c.path("M48,-78q-22,10 -14,34q16,-6 20,-26z", light(tone, -0.3))
        c.path("M-60,-10q-34,-20 -30,-50", "none", 1, tone, 9)
    c.circle(68, -72, 3.5, "#14110f")
    c.pop()


def _millefleurs(rng: Random, k: float) -> tuple[Canvas, float, float]:
    ground = rng.choice(("#8f2f33", "#233a4f", "#2c4a36", "#7a3a2f"))
    w, h = int(rng.choice((1100, 1300)) * k), int(rng.choice((760, 820)) * k)
    c = Canvas(w, h, ground)
    hues = ("#e6c9a4", "#d98a7a", "#efe3c4", "#8fb0c4", "#e2b94f", "#c9606a")
    n = int(w * h / 2600)
    for i in range(n):
        x, y = (i * 0.618 % 1) * w + rng.uniform(-10, 10), (i + rng.random()) / n * h
        s = rng.uniform(15, 26)
        stem = rng.choice(("#7d9a5a", "#5f8a6a", "#a3a84f"))
        for way in (-150, -120, -60, -30):
            leaf(c, x, y + s * 0.6, way, s * rng.uniform(0.5, 0.9), stem)
        for _ in range(rng.choice((1, 3))):
            fx, fy = x + rng.uniform(-0.5, 0.5) * s, y - rng.uniform(0.1, 0.9) * s
            c.line(x, y + s * 0.6, fx, fy, stem, 1.6)
            flower(c, fx, fy, s * 0.34, rng.choice((4, 5, 6)), rng.choice(hues), "#c98a34")
    big = rng.choice(("arbre", "écu", "bêtes"))
    if big == "arbre":
        for x in (w * 0.2, w * 0.8, w * 0.5):
            c.path(
                f"M{x - 11},{h * 0.86}L{x - 6},{h * 0.4}h12L{x + 11},{h * 0.86}z",
                "#6b4a30",
                1,
                "#2a1f18",
                2,
            )
            for _ in range(36):
                a, q = rng.random() * 6.28, math.sqrt(rng.random()) * 105
                leaf(
                    c,
                    x + q * math.cos(a),
                    h * 0.3 + q * 0.9 * math.sin(a),
                    rng.random() * 360,
                    32,
                    mix("#3a5a3a", "#8fa85a", rng.random()),
                    "#24321f",
                    1,
                )
            for _ in range(9):
                a, q = rng.random() * 6.28, math.sqrt(rng.random()) * 92
                c.circle(
                    x + q * math.cos(a),
                    h * 0.3 + q * 0.9 * math.sin(a),
                    9,
                    "#d98a34",
                    1,
                    "#2a1f18",
                    1.5,
                )
    elif big == "écu":
        x, y = w / 2, h * 0.46
        c.path(
            f"M{x - 90},{y - 120}h180v96c0,90 -56,130 -90,150c-34,-20 -90,-60 -90,-150z",
            "#27418a",
            1,
            "#e2b94f",
            9,
        )
        for i in range(3):
            c.poly(star(x - 40 + 40 * i, y - 60 + 76 * (i % 2), 28, 12, 5), "#e2b94f")
        for side in (-1, 1):
            for i in range(3):
                scroll(
                    c,
                    x + side * (150 + 50 * i),
                    y - 40 + 50 * (i % 2),
                    44,
                    side,
                    1.5,
                    "#e2b94f",
                    7,
                    7,
                    "#d9a84f",
                )
    beasts = rng.randint(4, 7)
    for k in range(beasts):
        _beast(
            c,
            rng,
            (k + rng.uniform(0.35, 0.65)) / beasts * w,
            rng.uniform(0.45, 0.9) * h,
            rng.uniform(0.7, 1.1),
            rng.choice(("#e6d9c0", "#c9a27a", "#efe9dc", "#a8886a")),
        )
    for _ in range(3):
        bird(
            c,
            rng.uniform(0.1, 0.9) * w,
            rng.uniform(0.1, 0.6) * h,
            0.4,
            rng.choice(("#8fb0c4", "#d98a7a")),
            "#efe3c4",
            "#2a1f18",
            rng.choice((-1, 1)),
        )
    for m, tone in ((0, "#c9a24a"), (10, light(ground, -0.35)), (38, "#c9a24a")):
        c.rect(m + 4, m + 4, w - 2 * m - 8, h - 2 * m - 8, "none", 1, tone, 8 if m != 10 else 34)
    return c, 2.6, 0.16


def _verdure(rng: Random, k: float) -> tuple[Canvas, float, float]:
    w, h = int(1200 * k), int(820 * k)
    c = Canvas(w, h, "#3a5046")
    c.rect(0, 0, w, h * 0.5, c.gradient((0, "#8fa8a8"), (1, "#c9c8a4")))
    for _ in range(8):
        x, s = rng.random() * w, rng.uniform(160, 260)
        for _ in range(26):
            a, q = rng.random() * 6.28, math.sqrt(rng.random()) * s
            leaf(
                c,
                x + q * math.cos(a),
                h * 0.3 + q * 0.7 * math.sin(a),
                rng.random() * 360,
                rng.uniform(34, 60),
                mix("#2f4f45", "#a8b07a", rng.random()),
                "#1f332c",
                1,
            )
    for _ in range(5):
        x = rng.uniform(0.05, 0.95) * w
        c.path(
            f"M{x - 26},{h}C{x - 10},{h * 0.6} {x - 20},{h * 0.4} {x},{h * 0.1}h20C{x + 10},{h * 0.4} {x + 20},{h * 0.6} {x + 34},{h}Z",
            "#5a4a36",
            1,
            "#2a241c",
            2,
        )
    for _ in range(110):
        x, y = rng.random() * w, h * rng.uniform(0.6, 1.02)
        leaf(
            c,
            x,
            y,
            rng.uniform(-150, -30),
            rng.uniform(60, 130),
            mix("#24443a", "#9aa86a", rng.random()),
            "#1a2c26",
            1.4,
        )
    for _ in range(30):
        flower(
            c,
            rng.random() * w,
            h * rng.uniform(0.7, 0.98),
            rng.uniform(10, 18),
            5,
            rng.choice(("#d98a7a", "#e2c97a", "#efe3c4", "#8fb0c4")),
            "#a8622f",
        )
    for k in range(3):
        _beast(
            c,
            rng,
            (0.18 + 0.32 * k + rng.uniform(-0.05, 0.05)) * w,
            h * rng.uniform(0.68, 0.86),
            1.5,
            rng.choice(("#d9c9a8", "#b58f66")),
        )
    c.rect(16, 16, w - 32, h - 32, "none", 1, "#8a6a34", 32)
    c.rect(32, 32, w - 64, h - 64, "none", 1, "#d9b96a", 3)
    c.rect(3, 3, w - 6, h - 6, "none", 1, "#2a241c", 6)
    return c, 2.6, 0.17


def _carpet(rng: Random, k: float) -> tuple[Canvas, float, float]:
    red, blue, ivory, gold = rng.choice(
        (
            ("#8f2a2c", "#22345a", "#e6d9b8", "#c08a34"),
            ("#26415a", "#7d2f2f", "#e0d0a8", "#b58a3f"),
            ("#a8502f", "#2f4f4a", "#ead9b0", "#d0a24a"),
        )
    )
    w, h = int(720 * k), int(1060 * k)
    c = Canvas(w, h, red)
    for m, tone, sw in (
        (14, blue, 28),
        (36, ivory, 5),
        (78, blue, 70),
        (120, ivory, 5),
        (132, gold, 8),
    ):
        c.rect(m, m, w - 2 * m, h - 2 * m, "none", 1, tone, sw)
    for i in range(15):
        for x, y in ((78 + i * (w - 156) / 14, 78.0), (78 + i * (w - 156) / 14, h - 78.0)):
            c.poly(star(x, y, 25, 14, 4), gold if i % 2 else ivory)
            c.circle(x, y, 8, red)
    for i in range(1, 20):
        for x in (78.0, w - 78.0):
            y = 78.0 + i * (h - 156) / 20
            c.poly(star(x, y, 25, 14, 4), gold if i % 2 else ivory)
            c.circle(x, y, 8, red)
    cx, cy = w / 2, h / 2
    for s, tone in ((1, blue), (0.88, ivory), (0.82, blue), (0.55, red), (0.46, gold), (0.4, blue)):
        c.poly(star(cx, cy, 250 * s, 190 * s, 8), tone)
    for q in range(16):
        a = 2 * math.pi * q / 16
        leaf(
            c,
            cx + 90 * math.cos(a),
            cy + 90 * math.sin(a),
            math.degrees(a),
            78,
            (gold, ivory)[q % 2],
        )
        flower(c, cx + 186 * math.cos(a), cy + 186 * math.sin(a), 20, 8, red, gold)
    flower(c, cx, cy, 64, 12, ivory, red)
    for _ in range(90):
        x, y = rng.uniform(160, w - 160), rng.uniform(160, h - 160)
        if math.hypot(x - cx, y - cy) > 270:
            for px in (x, w - x):
                for py in (y, h - y):
                    flower(c, px, py, 13, 6, rng.choice((ivory, gold, blue)), red)
    for q in range(4):
        c.poly(star(160 if q % 2 else w - 160, 160 if q < 2 else h - 160, 100, 76, 8), blue)
        c.poly(star(160 if q % 2 else w - 160, 160 if q < 2 else h - 160, 60, 44, 8), gold)
    return c, 2.2, 0.13


def _damask(rng: Random, k: float) -> tuple[Canvas, float, float]:
    base = rng.choice(("#7a1f2c", "#23443a", "#2a3a66", "#8a6a2a", "#5f3a66", "#d9c49a"))
    other = light(base, rng.choice((0.3, -0.32)))
    w, h = int(760 * k), int(940 * k)
    c = Canvas(w, h, base)
    for j in range(-1, 5):
        for i in range(-1, 4):
            x, y = i * 260 + (130 if j % 2 else 0), j * 260.0
            c.path(
                f"M{x},{y - 250}C{x + 170},{y - 130} {x + 150},{y + 60} {x},{y + 250}C{x - 150},{y + 60} {x - 170},{y - 130} {x},{y - 250}Z",
                "none",
                1,
                other,
                13,
            )
            for side in (-1, 1):
                scroll(c, x + side * 56, y + 50, 52, side, 1.5, other, 9, 8, other)
                scroll(c, x + side * 46, y - 70, 40, -side, 4.6, other, 8, 8, other)
            for a in range(-150, -20, 24):
                leaf(c, x, y + 20, a, 110, other)
            flower(c, x, y - 20, 44, 9, light(other, 0.12), base)
            leaf(c, x, y + 190, -90, 90, other)
    return c, 1.5, 0.09


def _embroidery(rng: Random, k: float) -> tuple[Canvas, float, float]:
    w, h = int(860 * k), int(860 * k)
    c = Canvas(w, h, rng.choice(("#efe6d2", "#e9ddc0", "#2b2a33")))
    red = rng.choice(("#a5303a", "#2d4a86", "#3f6b4a"))
    frieze(c, 40, 60, "losanges", red, red, 60)
    frieze(c, h - 100, 60, "losanges", red, red, 60)
    frieze(c, 120, 26, "dents", red, red, 22)
    for i in range(5):
        x = 110 + i * 160
        for row in range(3):
            y = 250 + row * 190
            if (i + row) % 2:
                c.poly([(x, y - 70), (x + 60, y), (x, y + 70), (x - 60, y)], "none", 1, red, 9)
                c.poly(star(x, y, 34, 15, 8), red)
            else:
                c.line(x, y + 70, x, y - 40, red, 7)
                for q in range(4):
                    for side in (-1, 1):
                        c.path(f"M{x},{y + 40 - q * 26}l{side * 40},-30", "none", 1, red, 7)
                bird(c, x, y - 60, 0.36, red, "#efe6d2", red, 1 if i % 2 else -1)
    return c, 3.0, 0.2


def _chasuble(rng: Random, k: float) -> tuple[Canvas, float, float]:
    base = rng.choice(("#7a1f2c", "#e6dcc2", "#23443a", "#4a2a5f", "#b58a2f"))
    trim = "#d3a53a"
    w, h = int(720 * k), int(980 * k)
    c = Canvas(w, h, rng.choice(("#8f8a82", "#4f5358", "#c9c2b4")))
    shape = f"M{w * 0.4},{h * 0.1}Q{w * 0.5},{h * 0.15} {w * 0.6},{h * 0.1}L{w * 0.84},{h * 0.24}Q{w * 0.7},{h * 0.5} {w * 0.82},{h * 0.82}Q{w * 0.5},{h * 0.98} {w * 0.18},{h * 0.82}Q{w * 0.3},{h * 0.5} {w * 0.16},{h * 0.24}Z"
    c.push("translate(12,14)")
    c.path(shape, "#000000", 0.3)
    c.pop()
    c.path(shape, base, 1, trim, 12)
    for j in range(7):
        for i in range(5):
            x, y = w * (0.26 + 0.12 * i), h * (0.24 + 0.1 * j)
            if 0.3 * w < x < 0.7 * w or y < h * 0.36 or y > h * 0.7:
                flower(c, x, y, 24, 6, light(base, 0.25), light(base, -0.25))
                leaf(c, x + 14, y + 22, 50, 30, light(base, 0.14))
                leaf(c, x - 14, y + 22, 130, 30, light(base, 0.14))
    c.path(
        f"M{w * 0.43},{h * 0.125}H{w * 0.57}V{h * 0.905}H{w * 0.43}Z",
        light(base, -0.35),
        1,
        trim,
        6,
    )
    c.path(
        f"M{w * 0.27},{h * 0.34}H{w * 0.73}V{h * 0.43}H{w * 0.27}Z",
        light(base, -0.35),
        1,
        trim,
        6,
    )
    for q in range(9):
        scroll(
            c,
            w * 0.5,
            h * (0.18 + q * 0.083),
            28,
            1 if q % 2 else -1,
            1.5,
            trim,
            5,
            7,
            "#e6c96a",
            ("#b8342c", trim),
        )
    c.poly(star(w * 0.5, h * 0.385, 62, 26, 8), trim)
    c.circle(w * 0.5, h * 0.385, 22, "#8f2e3a")
    return c, 1.8, 0.08


_KINDS = {
    "indienne": _indienne, "millefleurs": _millefleurs, "verdure": _verdure, "tapis": _carpet,
    "damas": _damask, "broderie": _embroidery, "chasuble": _chasuble,
}  # fmt: skip
