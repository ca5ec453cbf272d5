"""Still lifes: fruit, flowers, books and vessels on a table; and compositions of shapes alone."""

import math
from random import Random

import numpy as np

from pop.demonstration.drawing.canvas import Canvas, Pixels, light, mix
from pop.demonstration.drawing.ornament import blob, flower, leaf
from pop.demonstration.drawing.painting import as_technique

SUBJECTS = ("fruits", "fleurs", "livres", "cuisine", "poissons")


def still_life(
    rng: Random, subject: str = "fruits", technique: str = "huile ancienne", bright: bool = False
) -> Pixels:
    """A table with those things on it, light from the left."""
    upright = subject == "fleurs"
    w, h = (680, 880) if upright else (980, 700)
    ground = rng.choice(
        ("#d9cdb4", "#9fb0ab", "#c9a27d", "#b9bfa0")
        if bright
        else ("#2b231d", "#33302a", "#3a2a22", "#26302e")
    )
    c = Canvas(w, h, ground)
    c.rect(0, 0, w, h, c.gradient((0, light(ground, 0.14)), (1, light(ground, -0.4)), across=True))
    table = h * (0.76 if upright else 0.62)
    wood = rng.choice(
        ("#6b4a30", "#8a6a48", "#4d3524") if not bright else ("#e6dcc6", "#a9805a", "#7f9a94")
    )
    c.rect(0, table, w, h - table, c.gradient((0, light(wood, 0.1)), (1, light(wood, -0.4))))
    for _ in range(16):
        y = table + rng.random() * (h - table)
        c.line(0, y, w, y + rng.uniform(-6, 6), light(wood, -0.35), rng.uniform(0.6, 2), 0.4)
    if rng.random() < 0.6:
        _cloth(c, rng, table, rng.choice(("#e9e2d2", "#7d2f33", "#35506b", "#c9b27a")))
    _SUBJECTS[subject](c, rng, w, table, 1.0)
    draws = np.random.default_rng(rng.getrandbits(32))
    return as_technique(c.render(), technique, draws)


def composition(rng: Random, kind: str = "formes", technique: str = "huile") -> Pixels:
    """An abstract composition: shapes, bands, arcs or a grid."""
    w, h = rng.choice(((900, 720), (760, 900), (840, 840), (1200, 640)))
    hues = rng.choice(
        (
            ("#c0392f", "#e2b13c", "#2f4f8a", "#1d1b1a", "#efe8da", "#5d8a6a"),
            ("#2b4a5f", "#d98a3d", "#e8d9b5", "#7d2f33", "#9fb8a8", "#20262b"),
            ("#e0a890", "#5a7f8f", "#f0e6d0", "#39424e", "#b5553c", "#d9c27a"),
            ("#274b3f", "#8fae7d", "#efe3c0", "#c46a3a", "#1f2a33", "#d9b23f"),
        )
    )
    c = Canvas(w, h, rng.choice((hues[4], hues[2], hues[5])))
    if kind == "grille":
        y = 0.0
        while y < h:
            row, x = rng.uniform(0.06, 0.22) * h, 0.0
            while x < w:
                column = rng.uniform(0.05, 0.24) * w
                c.rect(x + 4, y + 4, column - 8, row - 8, rng.choice(hues))
                x += column
            y += row
    elif kind == "arcs":
        for _ in range(26):
            x, y, r = rng.random() * w, rng.random() * h, rng.uniform(0.06, 0.34) * min(w, h)
            start, sweep = rng.random() * 6.28, rng.uniform(1.2, 4.6)
            x2, y2 = x + r * math.cos(start + sweep), y + r * math.sin(start + sweep)
            c.path(
                f"M{x + r * math.cos(start)},{y + r * math.sin(start)}A{r},{r} 0 {int(sweep > math.pi)} 1 {x2},{y2}",
                "none",
                0.92,
                rng.choice(hues),
                rng.uniform(10, 54),
                "butt",
            )
    elif kind == "bandes":
        for k in range(rng.randint(7, 13)):
            y = h * (k + rng.random()) / 11
            c.path(
                f"M-40,{y}C{w * 0.3},{y + rng.uniform(-160, 160)} {w * 0.6},{y + rng.uniform(-160, 160)} {w + 40},{y + rng.uniform(-80, 80)}",
                "none",
                0.95,
                rng.choice(hues),
                rng.uniform(18, 90),
            )
    else:
        for _ in range(34):
            x, y, s = (
                rng.gauss(0.5, 0.24) * w,
                rng.gauss(0.5, 0.24) * h,
                rng.uniform(0.03, 0.2) * min(w, h),
            )
            tone, way = rng.choice(hues), rng.random()
            if way < 0.3:
                c.circle(x, y, s, tone, 0.93)
                c.circle(x, y, s * 0.6, rng.choice(hues), 0.9)
            elif way < 0.55:
                c.push(f"rotate({rng.uniform(0, 180)} {x} {y})")
                c.rect(x - s, y - s * 0.4, 2 * s, s * 0.8, tone, 0.93)
                c.pop()
            elif way < 0.75:
                a = rng.random() * 6
                c.poly(
                    [
                        (x + s * 1.3 * math.cos(a + k * 2.1), y + s * 1.3 * math.sin(a + k * 2.1))
                        for k in range(3)
                    ],
                    tone,
                    0.93,
                )
            elif way < 0.9:
                c.path(blob(rng, x, y, s * 1.2, s, 0.35), tone, 0.93)
            else:
                c.line(
                    x - s * 3,
                    y - s * rng.uniform(-2, 2),
                    x + s * 3,
                    y + s * rng.uniform(-2, 2),
                    hues[3],
                    rng.uniform(3, 9),
                )
    draws = np.random.default_rng(rng.getrandbits(32))
    return as_technique(c.render(), technique, draws)


def bouquet(c: Canvas, rng: Random, x: float, y: float, s: float, count: int = 34) -> None:
    """Cut flowers around (x, y)."""
    hues = rng.sample(
        ["#c9485a", "#e6b6b0", "#e8d27a", "#7a5aa0", "#4f74b0", "#efe8da", "#d9743a", "#8f2f45"], 4
    )
    for _ in range(count):
        a, q = rng.random() * 6.283, math.sqrt(rng.random()) * s
        leaf(
            c,
            x + math.cos(a) * q * 0.9,
            y + math.sin(a) * q,
            math.degrees(a),
            s * rng.uniform(0.2, 0.4),
            mix("#2f4a2c", "#7d9a4f", rng.random()),
        )
    for k in range(count):
        a, q = rng.random() * 6.283, math.sqrt(rng.random()) * s * 0.92
        fx, fy, r = x + math.cos(a) * q * 0.85, y + math.sin(a) * q, s * rng.uniform(0.09, 0.2)
        hue = rng.choice(hues)
        c.circle(fx + r * 0.2, fy + r * 0.25, r, "#000000", 0.2)
        flower(
            c,
            fx,
            fy,
            r * 1.15,
            rng.choice((5, 6, 8, 11)),
            hue,
            rng.choice(("#d9a32f", "#3a2a1c", light(hue, -0.3))),
            light(hue, -0.3),
            0.8,
        )
        if k % 3 == 0:
            flower(c, fx, fy, r * 0.7, 7, light(hue, 0.25), light(hue, -0.35))


def _cloth(c: Canvas, rng: Random, table: float, tone: str) -> None:
    x, w = rng.uniform(0.05, 0.4) * c.width, c.width * 0.46
    c.path(
        f"M{x},{table + 10}C{x + w * 0.3},{table - 14} {x + w * 0.7},{table - 8} {x + w},{table + 16}L{x + w * 1.06},{c.height}H{x - w * 0.04}Z",
        tone,
    )
    for k in range(9):
        a = x + w * (k + 0.5) / 9
        c.path(
            f"M{a},{table + 6}Q{a + rng.uniform(-30, 30)},{(table + c.height) / 2} {a + rng.uniform(-20, 20)},{c.height}",
            "none",
            0.4,
            light(tone, -0.35 if k % 2 else 0.3),
            rng.uniform(5, 14),
        )


def _round(c: Canvas, x: float, y: float, rx: float, ry: float, tone: str) -> None:
    """A rounded thing lit from the upper left, with its shadow on the table."""
    c.ellipse(x + rx * 0.5, y + ry * 0.86, rx * 1.2, ry * 0.22, "#000000", 0.4)
    c.ellipse(x, y, rx, ry, light(tone, -0.42))
    for k in range(8):
        t = k / 8
        c.ellipse(
            x - rx * 0.22 * t,
            y - ry * 0.24 * t,
            rx * (0.97 - 0.75 * t),
            ry * (0.97 - 0.75 * t),
            mix(light(tone, -0.32), light(tone, 0.22), t),
            0.55,
        )
    c.ellipse(x - rx * 0.36, y - ry * 0.4, rx * 0.13, ry * 0.1, "#ffffff", 0.55)


def _fruit(c: Canvas, rng: Random, x: float, foot: float, s: float) -> None:
    kind = rng.choice(("pomme", "poire", "orange", "raisin", "pêche", "citron"))
    if kind == "raisin":
        tone = rng.choice(("#4a2a4f", "#8fa04a", "#3a2438"))
        for row in range(6):
            for k in range(6 - row):
                _round(
                    c,
                    x + (k - (5 - row) / 2) * s * 0.42 + rng.uniform(-4, 4),
                    foot - s * 1.05 + row * s * 0.34,
                    s * 0.25,
                    s * 0.25,
                    tone,
                )
        leaf(c, x, foot - s * 1.4, -30, s * 0.8, "#5d7a3a", "#33481f", 2)
        return
    tone = {
        "pomme": rng.choice(("#b5382f", "#9aa83f", "#c9602f")),
        "poire": "#b9a53f",
        "orange": "#d98425",
        "pêche": "#dba06a",
        "citron": "#e2c23c",
    }[kind]
    if kind == "poire":
        _round(c, x, foot - s * 0.62, s * 0.6, s * 0.62, tone)
        _round(c, x + s * 0.04, foot - s * 1.25, s * 0.33, s * 0.42, tone)
        c.line(x + s * 0.05, foot - s * 1.6, x + s * 0.14, foot - s * 1.95, "#4a3420", 4)
    else:
        _round(
            c,
            x,
            foot - s * 0.6,
            s * (0.74 if kind == "citron" else 0.64),
            s * (0.52 if kind == "citron" else 0.6),
            tone,
        )
        if kind in ("pomme", "pêche"):
            c.line(x, foot - s * 1.12, x + s * 0.08, foot - s * 1.4, "#4a3420", 4)
        if rng.random() < 0.5:
            leaf(
                c,
                x + s * 0.05,
                foot - s * 1.2,
                rng.uniform(-50, 10),
                s * 0.7,
                "#5d7a3a",
                "#33481f",
                1.5,
            )


def _jug(c: Canvas, rng: Random, x: float, foot: float, s: float) -> None:
    tone = rng.choice(("#8a9a9f", "#6b4a30", "#d9d3c6", "#35506b", "#a8623c"))
    c.ellipse(x + s * 0.4, foot, s * 0.9, s * 0.12, "#000000", 0.4)
    c.path(
        f"M{x - s * 0.3},{foot - s * 2}C{x - s * 0.24},{foot - s * 1.5} {x - s * 0.72},{foot - s * 1.2} {x - s * 0.66},{foot - s * 0.6}Q{x - s * 0.6},{foot} {x - s * 0.4},{foot}H{x + s * 0.4}Q{x + s * 0.6},{foot} {x + s * 0.66},{foot - s * 0.6}C{x + s * 0.72},{foot - s * 1.2} {x + s * 0.24},{foot - s * 1.5} {x + s * 0.3},{foot - s * 2}Z",
        c.gradient(
            (0, light(tone, -0.2)),
            (0.3, light(tone, 0.3)),
            (0.62, tone),
            (1, light(tone, -0.55)),
            across=True,
        ),
    )
    c.path(
        f"M{x + s * 0.28},{foot - s * 1.8}C{x + s * 1.1},{foot - s * 1.8} {x + s * 1.0},{foot - s * 0.8} {x + s * 0.62},{foot - s * 0.7}",
        "none",
        1,
        light(tone, -0.35),
        s * 0.12,
    )
    c.ellipse(x, foot - s * 2, s * 0.32, s * 0.08, light(tone, -0.6), 1, light(tone, 0.15), 3)
    c.path(
        f"M{x - s * 0.36},{foot - s * 1.0}q{-s * 0.06},{s * 0.3} {s * 0.04},{s * 0.56}",
        "none",
        0.6,
        "#ffffff",
        s * 0.07,
    )


def _fruits(c: Canvas, rng: Random, w: float, table: float, k: float) -> None:
    s = w * 0.07
    _jug(c, rng, w * rng.uniform(0.2, 0.75), table + s * 0.4, s * 1.9)
    bx = w * rng.uniform(0.35, 0.65)
    for _ in range(6):
        _fruit(
            c, rng, bx + rng.uniform(-1.9, 1.9) * s, table + s * 0.7 + rng.uniform(-0.3, 0.2) * s, s
        )
    c.path(
        f"M{bx - s * 2.8},{table + s * 0.5}Q{bx},{table + s * 2.7} {bx + s * 2.8},{table + s * 0.5}Q{bx},{table + s * 1.2} {bx - s * 2.8},{table + s * 0.5}Z",
        c.gradient((0, "#b58a4f"), (0.4, "#d9b27a"), (1, "#5a3d22"), across=True),
    )
    for _ in range(5):
        _fruit(
            c,
            rng,
            w * rng.uniform(0.08, 0.92),
            table + s * rng.uniform(1.7, 2.6),
            s * rng.uniform(0.85, 1.1),
        )


def _flowers(c: Canvas, rng: Random, w: float, table: float, k: float) -> None:
    s = w * 0.17
    _jug(c, rng, w * 0.5, table + s * 0.5, s * 0.95)
    bouquet(c, rng, w * 0.5, table - s * 2.3, w * 0.34, 46)
    for _ in range(3):
        flower(
            c,
            w * rng.uniform(0.15, 0.85),
            table + s * rng.uniform(0.5, 1.0),
            s * 0.2,
            6,
            rng.choice(("#c9485a", "#e8d27a", "#efe8da")),
            "#7a4a1f",
        )


def _books(c: Canvas, rng: Random, w: float, table: float, k: float) -> None:
    y = table + w * 0.06
    x = w * rng.uniform(0.2, 0.4)
    for _ in range(rng.randint(3, 5)):
        bw, bh = w * rng.uniform(0.24, 0.36), w * rng.uniform(0.03, 0.055)
        tone = rng.choice(("#6b2f25", "#3f4f3a", "#8a6a3f", "#2f3f55", "#a08a66"))
        y -= bh
        bx = x + rng.uniform(-0.03, 0.03) * w
        c.rect(bx, y, bw, bh, tone, 1, light(tone, -0.5), 1)
        c.rect(bx + bw * 0.12, y + bh * 0.14, bw * 0.88, bh * 0.72, "#e9dcc0")
        for j in range(5):
            c.line(
                bx + bw * 0.13,
                y + bh * (0.24 + 0.13 * j),
                bx + bw,
                y + bh * (0.24 + 0.13 * j),
                "#a89470",
                1,
                0.7,
            )
        c.rect(bx, y, bw * 0.13, bh, tone)
        c.line(bx + bw * 0.06, y + 4, bx + bw * 0.06, y + bh - 4, "#c9a24a", 3)
    cx, cy = w * rng.uniform(0.66, 0.8), table + w * 0.07
    c.rect(
        cx - w * 0.016,
        cy - w * 0.2,
        w * 0.032,
        w * 0.16,
        c.gradient((0, "#f4ecd4"), (1, "#b5a378"), across=True),
    )
    c.path(
        f"M{cx},{cy - w * 0.26}q{w * 0.02},{w * 0.035} 0,{w * 0.055}q{-w * 0.02},{-w * 0.02} 0,{-w * 0.055}z",
        "#f7d77a",
    )
    c.circle(cx, cy - w * 0.23, w * 0.09, "#f7d77a", 0.12)
    c.path(
        f"M{cx - w * 0.07},{cy}q{w * 0.07},{-w * 0.02} {w * 0.06},{-w * 0.045}h{w * 0.02}q0,{w * 0.03} {w * 0.06},{w * 0.045}z",
        "#a8843c",
    )
    px = w * rng.uniform(0.45, 0.6)
    c.poly(
        [
            (px, table + w * 0.1),
            (px + w * 0.24, table + w * 0.07),
            (px + w * 0.3, table + w * 0.15),
            (px + w * 0.04, table + w * 0.19),
        ],
        "#efe4cb",
    )
    for j in range(8):
        c.line(
            px + w * 0.03,
            table + w * (0.112 + 0.009 * j),
            px + w * 0.24,
            table + w * (0.087 + 0.009 * j),
            "#5a4634",
            1.4,
            0.7,
        )
    _fruit(c, rng, w * 0.14, table + w * 0.13, w * 0.06)


def _kitchen(c: Canvas, rng: Random, w: float, table: float, k: float) -> None:
    _jug(c, rng, w * 0.24, table + w * 0.05, w * 0.13)
    x = w * 0.56
    c.ellipse(x + 30, table + w * 0.07, w * 0.19, w * 0.025, "#000000", 0.4)
    c.path(
        f"M{x - w * 0.17},{table - w * 0.12}Q{x - w * 0.17},{table + w * 0.07} {x},{table + w * 0.07}T{x + w * 0.17},{table - w * 0.12}Z",
        c.gradient((0, "#8a4f2a"), (0.3, "#e0955a"), (0.6, "#b56a36"), (1, "#4d2613"), across=True),
    )
    c.ellipse(x, table - w * 0.12, w * 0.17, w * 0.03, "#2a1710", 1, "#c9824a", 4)
    for j in range(6):
        _round(
            c,
            w * (0.12 + 0.12 * j),
            table + w * rng.uniform(0.12, 0.2),
            w * rng.uniform(0.03, 0.045),
            w * rng.uniform(0.028, 0.04),
            rng.choice(("#c9b28a", "#b5382f", "#8a5a6b", "#d98425", "#9aa83f")),
        )
    c.path(
        f"M{w * 0.74},{table + w * 0.09}q{w * 0.03},{-w * 0.09} {w * 0.12},{-w * 0.08}t{w * 0.1},{w * 0.06}q{-w * 0.02},{w * 0.05} {-w * 0.12},{w * 0.05}z",
        "#b98a4a",
        1,
        "#7a5426",
        2,
    )
    for j in range(4):
        c.line(
            w * (0.79 + 0.035 * j),
            table + w * 0.025,
            w * (0.81 + 0.035 * j),
            table + w * 0.07,
            "#7a5426",
            3,
        )


def _fishes(c: Canvas, rng: Random, w: float, table: float, k: float) -> None:
    _jug(c, rng, w * 0.8, table + w * 0.03, w * 0.11)
    for j in range(4):
        x, y, s = (
            w * rng.uniform(0.2, 0.5),
            table + w * (0.03 + 0.045 * j),
            w * rng.uniform(0.2, 0.26),
        )
        tone = rng.choice(("#8fa3a8", "#a9a08a", "#b08a80"))
        c.push(f"translate({x},{y}) rotate({rng.uniform(-12, 12)})")
        c.ellipse(s * 0.1, s * 0.14, s * 0.9, s * 0.1, "#000000", 0.35)
        c.path(
            f"M{-s * 0.8},0C{-s * 0.5},{-s * 0.3} {s * 0.2},{-s * 0.26} {s * 0.6},{-s * 0.04}L{s * 0.95},{-s * 0.2}L{s * 0.88},0L{s * 0.95},{s * 0.2}L{s * 0.6},{s * 0.04}C{s * 0.2},{s * 0.2} {-s * 0.5},{s * 0.2} {-s * 0.8},0Z",
            c.gradient(
                (0, light(tone, -0.45)),
                (0.45, tone),
                (0.7, light(tone, 0.5)),
                (1, light(tone, 0.1)),
            ),
        )
        for q in range(9):
            c.path(
                f"M{-s * 0.4 + q * s * 0.1},{-s * 0.15}q{s * 0.05},{s * 0.1} 0,{s * 0.22}",
                "none",
                0.3,
                light(tone, -0.5),
                1.6,
            )
        c.circle(-s * 0.6, -s * 0.05, s * 0.05, "#e8e2d0")
        c.circle(-s * 0.6, -s * 0.05, s * 0.028, "#14110f")
        c.pop()
    for _ in range(2):
        _round(
            c,
            w * rng.uniform(0.55, 0.7),
            table + w * rng.uniform(0.1, 0.2),
            w * 0.05,
            w * 0.036,
            "#e2c23c",
        )


_SUBJECTS = {
    "fruits": _fruits,
    "fleurs": _flowers,
    "livres": _books,
    "cuisine": _kitchen,
    "poissons": _fishes,
}
