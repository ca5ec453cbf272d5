"""Natural history and archaeology: butterflies, pressed plants, shells, flint tools."""

import math
from random import Random

import numpy as np

from pop.demonstration.drawing.canvas import Canvas, Pixels, Point, light, mix, rgb, smooth
from pop.demonstration.drawing.letters import script
from pop.demonstration.drawing.ornament import blob, flower, leaf
from pop.demonstration.drawing.relief import lit
from pop.demonstration.drawing.surface import blur, grain, grey, noise, papered, vignette

KINDS = ("papillons", "herbier", "coquillages", "silex", "minéraux")


def specimen(rng: Random, kind: str = "papillons") -> Pixels:
    """A box of insects, a sheet of a herbarium, a tray of finds."""
    return _KINDS[kind](rng, np.random.default_rng(rng.getrandbits(32)))


def _butterfly(c: Canvas, rng: Random, x: float, y: float, s: float) -> None:
    hues = rng.sample(
        [
            "#c9582f",
            "#2f4f8a",
            "#e0b53a",
            "#3a2a24",
            "#6f8f5a",
            "#efe6d0",
            "#7a3a5f",
            "#4a8a9a",
            "#d98a34",
        ],
        3,
    )
    upper = [
        (0.0, -0.1),
        (0.5, -0.95 + rng.uniform(-0.1, 0.1)),
        (1.15, -0.85),
        (1.05, -0.25),
        (0.55, 0.08),
    ]
    lower = [
        (0.0, 0.05),
        (0.7, 0.02),
        (0.95, 0.5),
        (0.5, 0.95 + rng.uniform(-0.1, 0.2)),
        (0.15, 0.5),
    ]
    spots = [
        (rng.uniform(0.3, 0.85), rng.uniform(-0.7, 0.6), rng.uniform(0.05, 0.13))
        for _ in range(rng.randint(2, 6))
    ]
    for side in (-1, 1):
        for wing in (lower, upper):
            c.push("translate(5,7)")
            c.path(smooth([(x + side * a * s, y + b * s) for a, b in wing], True), "#000000", 0.22)
            c.pop()
            outline = [(x + side * a * s, y + b * s) for a, b in wing]
            c.path(smooth(outline, True), hues[2], 1, light(hues[2], -0.4), 1.5)
            c.path(
                smooth([(x + side * a * s * 0.86, y + b * s * 0.86) for a, b in wing], True),
                hues[0],
            )
            c.path(
                smooth([(x + side * a * s * 0.5, y + b * s * 0.55) for a, b in wing], True),
                mix(hues[0], hues[1], 0.5),
                0.8,
            )
            for a, b in wing[1:]:
                c.line(
                    x, y, x + side * a * s * 0.94, y + b * s * 0.94, light(hues[2], -0.3), 1.2, 0.7
                )
        for a, b, r in spots:
            c.circle(x + side * a * s, y + b * s, r * s, hues[1], 1, hues[2], r * s * 0.3)
            c.circle(x + side * a * s, y + b * s, r * s * 0.36, "#f4efe2")
    c.ellipse(x, y, s * 0.07, s * 0.45, "#2a1f1a")
    c.circle(x, y - s * 0.46, s * 0.085, "#2a1f1a")
    for side in (-1, 1):
        c.path(
            f"M{x},{y - s * 0.5}q{side * s * 0.1},{-s * 0.3} {side * s * 0.34},{-s * 0.44}",
            "none",
            1,
            "#2a1f1a",
            1.6,
        )
    c.circle(x, y - s * 0.05, 2.2, "#d9d9d9")


def _butterflies(rng: Random, draws: np.random.Generator) -> Pixels:
    columns, rows = rng.choice(((3, 3), (4, 3), (3, 4), (2, 2)))
    cell = 860 / max(columns, rows)
    c = Canvas(int(columns * cell + 110), int(rows * cell + 110), "#f1ebdc")
    for j in range(rows):
        for i in range(columns):
            x, y = 55 + (i + 0.5) * cell, 55 + (j + 0.46) * cell
            _butterfly(c, rng, x, y, cell * rng.uniform(0.28, 0.37))
            c.rect(
                x - cell * 0.16,
                y + cell * 0.42,
                cell * 0.32,
                cell * 0.07,
                "#fbf7ec",
                1,
                "#b5a88a",
                1,
            )
            script(
                c,
                rng,
                x - cell * 0.14,
                y + cell * 0.47,
                cell * 0.27,
                cell * 0.03,
                "#3a2f26",
                False,
            )
    for m, tone, sw in ((12, "#6b4a2c", 26), (27, "#3a2616", 4)):
        c.rect(m, m, c.width - 2 * m, c.height - 2 * m, "none", 1, tone, sw)
    return vignette(grain(papered(c.render(), draws, 0.7), draws, 2.5, 1), 0.25)


def _branch(
    c: Canvas,
    rng: Random,
    x: float,
    y: float,
    angle: float,
    length: float,
    depth: int,
    style: tuple[str, str, str, int],
) -> None:
    """A stem that divides, with its leaves, and flowers at its ends."""
    green, petal, form, petals = style
    points: list[Point] = [(x, y)]
    for _ in range(6):
        angle += rng.uniform(-9, 9)
        x, y = (
            x + length / 6 * math.cos(math.radians(angle)),
            y + length / 6 * math.sin(math.radians(angle)),
        )
        points.append((x, y))
    c.curve(points, green, 2 + depth * 1.4)
    for k, (px, py) in enumerate(points[1:]):
        for side in (-1, 1):
            if form == "fougère":
                leaf(c, px, py, angle + side * 66, length * 0.2, green, light(green, -0.25), 0.8)
            elif (k + side) % 2 or depth < 2:
                leaf(
                    c,
                    px,
                    py,
                    angle + side * rng.uniform(34, 62),
                    length * rng.uniform(0.2, 0.32),
                    mix(green, "#8a7a3f", rng.random() * 0.4),
                    light(green, -0.3),
                    1,
                )
    if depth > 0:
        for turn in rng.sample([-38, -20, 20, 38, 0], 3):
            i = rng.randint(2, 6)
            _branch(
                c, rng, *points[i], angle + turn, length * rng.uniform(0.52, 0.72), depth - 1, style
            )
    elif form == "fleur":
        flower(c, x, y, rng.uniform(15, 25), petals, petal, "#b5892f", light(petal, -0.3), 1)


def _herbarium(rng: Random, draws: np.random.Generator) -> Pixels:
    c = Canvas(720, 1020, rng.choice(("#ece2c9", "#e6dabc", "#f0e8d4")))
    style = (
        rng.choice(("#5d6b3a", "#4f6247", "#6f6a3a", "#44573f")),
        rng.choice(("#a85a6b", "#c9a24a", "#7a6a9a", "#d9b0a0", "#8f3a3f")),
        rng.choice(("fleur", "fleur", "fougère")),
        rng.choice((5, 6, 8, 12)),
    )
    c.push("translate(6,8)")
    c.pop()
    for dx in rng.choice(((0,), (-70, 80))):
        _branch(c, rng, 350 + dx, 850, -90 + rng.uniform(-10, 10), 330, 2, style)
    for _ in range(5):
        x, y = rng.uniform(300, 400), rng.uniform(330, 830)
        c.push(f"rotate({rng.uniform(-12, 12)} {x} {y})")
        c.rect(x - 34, y, 68, 12, "#f6f0e0", 0.9, "#c9bd9f", 1)
        c.pop()
    c.rect(400, 868, 286, 118, "#f6f0e0", 1, "#8f8468", 1.5)
    c.rect(408, 876, 270, 102, "none", 1, "#8f8468", 1)
    for k in range(4):
        script(c, rng, 424, 902 + k * 21, rng.uniform(140, 236), 15 if k else 19, "#3a2f26", False)
    return vignette(grain(papered(c.render(), draws, 1.2), draws, 2.4), 0.15)


def _tray(
    rng: Random,
    draws: np.random.Generator,
    ground: str,
    colours: Canvas,
    heights: Canvas,
    depth: float,
    gloss: float,
) -> Pixels:
    """Things laid on a ground of one colour: each with its relief and its shadow."""
    colour, height = colours.render(), grey(heights.render())
    h, w = height.shape
    mask = np.clip(height / 20, 0, 1)
    soft = blur(np.asarray(mask * 255, np.float32), 1.1)[..., None] / 255
    shadow = np.roll(blur(np.asarray(mask * 255, np.float32), 9), (11, 9), (0, 1))[..., None] / 255
    ground_colour = rgb(ground) + (noise(h, w, 3, draws, 2) * 4)[..., None]
    facets = noise(h, w, 26, draws, 3) * 22 * mask
    things = lit(
        blur(height, 5) + facets,
        colour + (noise(h, w, 50, draws, 4) * 12)[..., None],
        depth,
        gloss,
        0.4,
    )
    picture = ground_colour * (1 - 0.55 * shadow)
    return vignette(
        grain((picture * (1 - soft) + things * soft).astype(np.float32), draws, 2.6, 1), 0.25
    )


def _shells(rng: Random, draws: np.random.Generator) -> Pixels:
    c, z = Canvas(1000, 760, "#e9d9bd"), Canvas(1000, 760, "#000000")
    for j in range(3):
        for i in range(4):
            x, y, s = (
                130 + i * 246 + rng.uniform(-18, 18),
                140 + j * 240 + rng.uniform(-14, 14),
                rng.uniform(64, 96),
            )
            tone = rng.choice(("#e6c3a0", "#d9a98a", "#efe3cf", "#b58a7a", "#c9b28a", "#a89a9a"))
            c.push(f"translate({x},{y}) rotate({rng.uniform(-40, 40)})")
            z.push(f"translate({x},{y}) rotate({rng.uniform(-40, 40)})")
            if rng.random() < 0.55:
                c.circle(0, 0, s * 1.2, tone)
                for k in range(11):
                    a = math.radians(-165 + k * 15)
                    z.poly(
                        [
                            (0, s * 0.7),
                            (
                                s * 1.05 * math.cos(a - 0.13),
                                s * 0.2 + s * 1.05 * math.sin(a - 0.13),
                            ),
                            (s * 1.12 * math.cos(a), s * 0.2 + s * 1.12 * math.sin(a)),
                            (
                                s * 1.05 * math.cos(a + 0.13),
                                s * 0.2 + s * 1.05 * math.sin(a + 0.13),
                            ),
                        ],
                        "#ffffff" if k % 2 else "#909090",
                    )
                for k in range(5):
                    c.path(
                        f"M{-s},{s * 0.2}A{s * (0.4 + 0.16 * k)},{s * (0.4 + 0.16 * k)} 0 0 1 {s},{s * 0.2}",
                        "none",
                        0.4,
                        light(tone, -0.3),
                        5,
                    )
            else:
                c.circle(0, 0, s * 1.4, tone)
                for k in range(9):
                    t = k / 9
                    z.ellipse(
                        0,
                        -s * 0.9 + s * 1.5 * t,
                        s * (0.12 + 0.55 * t),
                        s * (0.1 + 0.16 * t),
                        z.gradient((0, "#606060"), (0.45, "#ffffff"), (1, "#404040"), across=True),
                    )
                    c.ellipse(
                        0,
                        -s * 0.9 + s * 1.5 * t + s * 0.08,
                        s * (0.12 + 0.55 * t),
                        s * 0.05,
                        light(tone, -0.25),
                        0.6,
                    )
                z.ellipse(s * 0.18, s * 0.7, s * 0.3, s * 0.34, "#505050")
            c.pop()
            z.pop()
    return _tray(
        rng, draws, rng.choice(("#2f3f4a", "#4a3f36", "#d9d0bf", "#5f6f6a")), c, z, 0.06, 0.45
    )


def _flints(rng: Random, draws: np.random.Generator) -> Pixels:
    c, z = Canvas(1000, 760, "#8a7a66"), Canvas(1000, 760, "#000000")
    columns = rng.choice((3, 4, 5))
    for j in range(2):
        for i in range(columns):
            x, y = (i + 0.5) * 1000 / columns, 210 + j * 330
            s = rng.uniform(110, 140)
            tone = rng.choice(("#7a6a58", "#a8855a", "#5a5550", "#9a8f80", "#6f4f38"))
            c.rect(i * 1000 / columns, j * 380, 1000 / columns, 380, tone)
            outline = [(x, y - s * rng.uniform(0.9, 1.1)), (x + s * rng.uniform(0.3, 0.5), y - s * 0.35), (x + s * rng.uniform(0.4, 0.6), y + s * 0.4), (x + s * 0.2, y + s * rng.uniform(0.75, 0.95)),
                       (x - s * 0.2, y + s * rng.uniform(0.75, 0.95)), (x - s * rng.uniform(0.4, 0.6), y + s * 0.4), (x - s * rng.uniform(0.3, 0.5), y - s * 0.35)]  # fmt: skip
            z.path(smooth(outline, True), "#585858")
            for _ in range(16):
                a, q = rng.random() * 6.28, rng.uniform(0.25, 0.55) * s
                z.path(
                    blob(
                        rng,
                        x + q * 0.5 * math.cos(a),
                        y + q * math.sin(a),
                        s * 0.16,
                        s * 0.2,
                        0.3,
                        6,
                    ),
                    rng.choice(("#989898", "#787878", "#c0c0c0", "#686868")),
                )
    return _tray(rng, draws, rng.choice(("#e3ddd0", "#2f3133", "#b5aa98")), c, z, 0.05, 0.3)


def _minerals(rng: Random, draws: np.random.Generator) -> Pixels:
    tone = rng.choice(("#7a5a9a", "#4f8a6b", "#b5c3cc", "#c9822f", "#3f5f9a", "#c96a7a"))
    c, z = Canvas(920, 760, tone), Canvas(920, 760, "#000000")
    z.path(blob(rng, 460, 560, 330, 120, 0.14, 12), "#505050")
    c.path(blob(rng, 460, 580, 340, 110, 0.14, 12), "#7a7266")
    for _ in range(34):
        x, y = 460 + rng.gauss(0, 130), 560 + rng.uniform(-20, 60)
        a, long, w = (
            math.radians(-90 + (x - 460) * 0.2 + rng.uniform(-16, 16)),
            rng.uniform(120, 360) * (1 - abs(x - 460) / 500),
            rng.uniform(20, 44),
        )
        ca, sa = math.cos(a), math.sin(a)
        tip, nx, ny = (x + long * ca, y + long * sa), -sa * w, ca * w
        shoulder = (x + (long - w * 1.3) * ca, y + (long - w * 1.3) * sa)
        for k, g in ((0, "#d8d8d8"), (1, "#888888"), (2, "#585858")):
            u, v = (-1 + k * 0.667), (-1 + (k + 1) * 0.667)
            z.poly(
                [
                    (x + nx * u, y + ny * u),
                    (shoulder[0] + nx * u, shoulder[1] + ny * u),
                    tip,
                    (shoulder[0] + nx * v, shoulder[1] + ny * v),
                    (x + nx * v, y + ny * v),
                ],
                g,
            )
            c.poly(
                [
                    (x + nx * u, y + ny * u),
                    (shoulder[0] + nx * u, shoulder[1] + ny * u),
                    tip,
                    (shoulder[0] + nx * v, shoulder[1] + ny * v),
                    (x + nx * v, y + ny * v),
                ],
                light(tone, (0.35, 0.05, -0.3)[k] + rng.uniform(-0.1, 0.15)),
            )
    return _tray(rng, draws, rng.choice(("#232427", "#d9d4c8", "#3a3f46")), c, z, 0.04, 0.55)


_KINDS = {
    "papillons": _butterflies,
    "herbier": _herbarium,
    "coquillages": _shells,
    "silex": _flints,
    "minéraux": _minerals,
}
