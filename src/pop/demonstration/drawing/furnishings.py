"""Furniture, clocks, organs; and posters."""

import math
from random import Random

import numpy as np

from pop.demonstration.drawing.canvas import Canvas, Pixels, light, mix, smooth
from pop.demonstration.drawing.ornament import flower, leaf, scroll, star
from pop.demonstration.drawing.painting import as_technique
from pop.demonstration.drawing.surface import grain, noise, papered, spread, vignette

KINDS = ("commode", "armoire", "horloge", "orgue", "fauteuil", "stalles")
_WOODS = ("#7a4a2a", "#5f3a24", "#9a6a3a", "#6b3f2f", "#8a5a34")
_BRASS = "#c9a24a"


def furniture(rng: Random, kind: str = "commode") -> Pixels:
    """A piece of furniture against a plain wall."""
    wood = rng.choice(_WOODS)
    wall = rng.choice(("#cfc8bb", "#8f9a94", "#6d6a66", "#b9a88f", "#4d5357"))
    w, h = {
        "commode": (1000, 780),
        "stalles": (1160, 760),
        "orgue": (800, 1000),
        "fauteuil": (740, 900),
    }.get(kind, (660, 1000))
    c = Canvas(w, h, wall)
    c.rect(
        0,
        0,
        w,
        h,
        c.gradient(
            (0, light(wall, 0.12)),
            (0.8, light(wall, -0.1)),
            (0.82, light(wall, -0.32)),
            (1, light(wall, -0.2)),
        ),
    )
    c.ellipse(w / 2 + 14, h * 0.905, w * 0.42, h * 0.03, "#000000", 0.4)
    _KINDS[kind](c, rng, wood)
    draws = np.random.default_rng(rng.getrandbits(32))
    picture = c.render()
    veins = noise(h, w, 26, draws, 3, 9 if kind == "commode" else 0.12) * 5
    y, x = spread(h, w)
    glow = 1.08 - 0.16 * (x + 0.3) ** 2 - 0.1 * (y + 0.2) ** 2
    return vignette(grain((picture + veins[..., None]) * glow[..., None], draws, 3, 1.2), 0.3)


def _marquetry(c: Canvas, rng: Random, x: float, y: float, w: float, h: float, wood: str) -> None:
    """A veneered panel: a frame, lozenges or a bunch of flowers."""
    c.rect(x, y, w, h, wood, 1, light(wood, -0.4), 1.5)
    c.rect(x + 8, y + 8, w - 16, h - 16, mix(wood, "#d9b27a", 0.24), 1, light(wood, -0.3), 1)
    if rng.random() < 0.5:
        n = max(int(w / 46), 2)
        for k in range(n):
            for j in range(max(int(h / 46), 1)):
                px, py = (
                    x + 8 + (k + 0.5) * (w - 16) / n,
                    y + 8 + (j + 0.5) * (h - 16) / max(int(h / 46), 1),
                )
                c.poly(
                    [(px - 20, py), (px, py - 16), (px + 20, py), (px, py + 16)],
                    mix(wood, "#d9b27a", 0.55),
                    1,
                    light(wood, -0.3),
                    1,
                )
    else:
        for _ in range(6):
            fx, fy = x + w * rng.uniform(0.25, 0.75), y + h * rng.uniform(0.25, 0.75)
            leaf(c, fx, fy, rng.random() * 360, 30, "#6b7a3f")
            flower(c, fx, fy, 14, 6, rng.choice(("#e6d2a8", "#c98a5a", "#b5603f")), "#5a3a20")


def _commode(c: Canvas, rng: Random, wood: str) -> None:
    x, y, w, h = 150.0, 240.0, 700.0, 420.0
    marble = rng.choice(("#d9d2c6", "#8f4a3f", "#5f6f66", "#b5aa9a"))
    c.path(
        f"M{x - 12},{y}H{x + w + 12}L{x + w + 22},{y + 34}H{x - 22}Z",
        marble,
        1,
        light(marble, -0.35),
        1.5,
    )
    for _ in range(9):
        sx = x + rng.random() * w
        c.path(
            f"M{sx},{y + 4}q30,12 {rng.uniform(20, 70)},{rng.uniform(6, 26)}",
            "none",
            0.5,
            light(marble, 0.4),
            2,
        )
    bulge = rng.choice((0, 26, 44))
    c.path(
        f"M{x},{y + 34}Q{x - bulge},{y + 200} {x + 14},{y + h}H{x + w - 14}Q{x + w + bulge},{y + 200} {x + w},{y + 34}Z",
        light(wood, -0.12),
        1,
        light(wood, -0.5),
        2,
    )
    drawers = rng.choice((2, 3))
    dh = (h - 70) / drawers
    for k in range(drawers):
        _marquetry(c, rng, x + 24, y + 52 + k * dh, w - 48, dh - 16, wood)
        for side in (0.25, 0.75):
            px, py = x + w * side, y + 48 + (k + 0.5) * dh
            c.path(f"M{px - 44},{py}q44,46 88,0", "none", 1, _BRASS, 8)
            c.circle(px - 44, py, 11, _BRASS, 1, "#6b4f1e", 2)
            c.circle(px + 44, py, 11, _BRASS, 1, "#6b4f1e", 2)
        c.path(
            f"M{x + w / 2 - 16},{y + 36 + (k + 0.5) * dh}q16,-16 32,0l-6,30h-20z",
            _BRASS,
            1,
            "#6b4f1e",
            1.5,
        )
    for px, way in ((x + 6, -1), (x + w - 6, 1)):
        c.path(f"M{px},{y + h - 20}q{way * 22},40 {way * 6},66", "none", 1, light(wood, -0.3), 24)
        c.path(f"M{px - way * 4},{y + 50}q{way * 22},30 0,80", "none", 1, _BRASS, 11)
        c.circle(px + way * 6, y + h + 46, 12, _BRASS, 1, "#6b4f1e", 2)
    c.path(f"M{x + 60},{y + h}Q{x + w / 2},{y + h + 54} {x + w - 60},{y + h}Z", light(wood, -0.2))
    scroll(c, x + w / 2, y + h + 8, 22, 1, 0, _BRASS, 5, 6)


def _wardrobe(c: Canvas, rng: Random, wood: str) -> None:
    x, y, w, h = 110.0, 150.0, 440.0, 750.0
    c.path(
        f"M{x - 26},{y}Q{x + w / 2},{y - 76} {x + w + 26},{y}L{x + w + 12},{y + 44}H{x - 12}Z",
        light(wood, 0.06),
        1,
        light(wood, -0.45),
        2,
    )
    c.rect(x, y + 40, w, h - 84, wood, 1, light(wood, -0.45), 2)
    for side in range(2):
        dx = x + 22 + side * (w / 2 - 12)
        dw = w / 2 - 32
        for k, (py, ph) in enumerate(((70, 260), (346, 120), (482, 176))):
            c.rect(dx, y + py, dw, ph, light(wood, -0.14), 1, light(wood, -0.4), 2)
            c.rect(
                dx + 15,
                y + py + 15,
                dw - 30,
                ph - 30,
                light(wood, 0.1),
                1,
                light(wood, -0.3),
                1.5,
            )
            if k != 1:
                c.poly(
                    [
                        (dx + dw / 2, y + py + 34),
                        (dx + dw - 36, y + py + ph / 2),
                        (dx + dw / 2, y + py + ph - 34),
                        (dx + 36, y + py + ph / 2),
                    ],
                    light(wood, -0.08),
                    1,
                    light(wood, -0.4),
                    2,
                )
                c.poly(
                    star(dx + dw / 2, y + py + ph / 2, 30, 12, 8),
                    light(wood, 0.22),
                    1,
                    light(wood, -0.3),
                    1,
                )
            else:
                for q in (0.3, 0.7):
                    scroll(
                        c,
                        dx + dw * q,
                        y + py + ph / 2,
                        27,
                        1 if q < 0.5 else -1,
                        1.5,
                        light(wood, 0.25),
                        5,
                        6,
                    )
    c.rect(x + w / 2 + 12, y + 380, 12, 62, _BRASS, 1, "#6b4f1e", 1.5)
    for px in (x - 4, x + w - 34):
        c.rect(px, y + h - 46, 40, 46, light(wood, -0.25), 1, light(wood, -0.5), 1.5)


def _clock(c: Canvas, rng: Random, wood: str) -> None:
    x, dark = 330.0, light(wood, -0.45)
    c.path("M250,270Q330,190 410,270V300H250Z", light(wood, 0.08), 1, dark, 2)
    c.rect(240, 296, 180, 190, wood, 1, dark, 2)
    c.circle(x, 388, 76, _BRASS, 1, "#6b4f1e", 3)
    c.circle(x, 388, 64, "#f4eee0", 1, "#6b4f1e", 1.5)
    for k in range(60):
        a = k * math.pi / 30
        c.line(
            x + (58 if k % 5 else 47) * math.sin(a),
            388 - (58 if k % 5 else 47) * math.cos(a),
            x + 62 * math.sin(a),
            388 - 62 * math.cos(a),
            "#1d1b1a",
            1 if k % 5 else 4,
        )
    hour = rng.random() * 6.28
    c.line(x, 388, x + 34 * math.sin(hour), 388 - 34 * math.cos(hour), "#1d1b1a", 6)
    c.line(x, 388, x + 54 * math.sin(hour * 12), 388 - 54 * math.cos(hour * 12), "#1d1b1a", 3.5)
    c.circle(x, 388, 6, "#1d1b1a")
    c.path(
        "M262,486C262,560 222,600 232,700C240,770 262,790 262,820H398C398,790 420,770 428,700C438,600 398,560 398,486Z",
        wood,
        1,
        dark,
        2,
    )
    c.ellipse(x, 690, 52, 66, "#2a2320", 1, _BRASS, 6)
    c.line(x, 630, x + 10, 700, _BRASS, 4)
    c.circle(x + 12, 706, 26, _BRASS, 1, "#6b4f1e", 2)
    scroll(c, x, 560, 26, 1, 1.5, _BRASS, 4, 7)
    c.rect(236, 816, 188, 84, light(wood, -0.1), 1, dark, 2)
    c.rect(258, 834, 144, 48, light(wood, 0.1), 1, dark, 1.5)
    c.poly(star(x, 204, 22, 9, 6), _BRASS)


def _organ(c: Canvas, rng: Random, wood: str) -> None:
    w, dark = 800.0, light(wood, -0.5)
    c.rect(90, 640, 620, 260, wood, 1, dark, 2)
    for k in range(5):
        c.rect(112 + k * 118, 664, 102, 150, light(wood, 0.08), 1, dark, 1.5)
        c.rect(126 + k * 118, 680, 74, 118, light(wood, -0.1), 1, dark, 1.5)
        scroll(c, 163 + k * 118, 738, 26, 1 if k % 2 else -1, 1.5, light(wood, 0.3), 5, 6)
    c.rect(70, 596, 660, 52, light(wood, 0.05), 1, dark, 2)
    for k in range(22):
        leaf(c, 90 + k * 29.5, 640, -90, 32, _BRASS)
    towers = ((150, 96, 150), (400, 130, 60), (650, 96, 150))
    for cx, half, top in ((275, 64, 250), (525, 64, 250)):
        c.rect(cx - half, top, 2 * half, 600 - top, "#1d1714")
        pipes = 9
        for k in range(pipes):
            x = cx - half + (k + 0.5) * 2 * half / pipes
            t = 0.5 + abs(k - 4) * 0.1
            _pipe(c, x, top + 26, 600, 2 * half / pipes * 0.88, 600 - (600 - top) * t * 0.34)
        c.rect(cx - half - 4, top - 18, 2 * half + 8, 30, light(wood, 0.04), 1, dark, 2)
    for cx, half, top in towers:
        c.path(
            f"M{cx - half / 1.6},{top + 20}H{cx + half / 1.6}V606H{cx - half / 1.6}Z",
            "#1d1714",
        )
        for k, q in enumerate((-2, 2, -1, 1, 0)):
            _pipe(
                c,
                cx + q * half * 0.27,
                top + 30,
                606,
                half * (0.2 + 0.025 * k),
                560 - 20 * (2 - abs(q)),
            )
        c.path(
            f"M{cx - half / 1.4},{top + 26}Q{cx},{top - 46} {cx + half / 1.4},{top + 26}V{top - 4}Q{cx},{top - 84} {cx - half / 1.4},{top - 4}Z",
            light(wood, 0.06),
            1,
            dark,
            2,
        )
        c.path(
            f"M{cx - half / 1.5},{600}Q{cx},{668} {cx + half / 1.5},{600}Z",
            light(wood, 0.06),
            1,
            dark,
            2,
        )
        flower(c, cx, top - 56, 22, 8, _BRASS, wood)
        for side in (-1, 1):
            scroll(c, cx + side * half * 0.74, top + 44, 22, side, 1.5, _BRASS, 5, 6)
    c.rect(w / 2 - 80, 826, 160, 40, "#f0eadc", 1, dark, 2)
    for k in range(22):
        c.line(w / 2 - 80 + k * 7.3, 826, w / 2 - 80 + k * 7.3, 866, "#2a2320", 2.2 if k % 3 else 1)


def _pipe(c: Canvas, x: float, top: float, foot: float, w: float, mouth: float) -> None:
    tin = c.gradient(
        (0, "#74787d"), (0.35, "#eceef0"), (0.6, "#a5a9ad"), (1, "#4d5156"), across=True
    )
    c.rect(x - w / 2, top, w, mouth - top, tin)
    c.poly(
        [(x - w / 2, mouth), (x + w / 2, mouth), (x + w * 0.14, foot), (x - w * 0.14, foot)],
        tin,
    )
    c.path(
        f"M{x - w * 0.3},{mouth}L{x},{mouth - w * 1.1}L{x + w * 0.3},{mouth}Z",
        "#5f6368",
        0.8,
    )
    c.rect(x - w * 0.3, mouth, w * 0.6, w * 0.16, "#14110f")


def _armchair(c: Canvas, rng: Random, wood: str) -> None:
    cloth = rng.choice(("#8f3a3f", "#3f5a6b", "#6b7a4a", "#d9c49a", "#7a4a6b"))
    dark = light(wood, -0.4)
    c.path("M230,150Q370,80 510,150Q540,320 500,520H240Q200,320 230,150Z", wood, 1, dark, 2)
    c.path("M256,176Q370,116 484,176Q508,320 474,500H266Q232,320 256,176Z", cloth)
    c.path("M180,520Q370,480 560,520L580,610Q370,640 160,610Z", cloth)
    c.path("M160,606Q370,640 580,606V650Q370,690 160,650Z", wood, 1, dark, 2)
    for side in (-1, 1):
        x = 370 + side * 150
        c.path(
            f"M{x},330q{side * 90},0 {side * 76},70q{side * 10},70 {-side * 20},130",
            "none",
            1,
            dark,
            30,
        )
        c.path(
            f"M{x},330q{side * 90},0 {side * 76},70q{side * 10},70 {-side * 20},130",
            "none",
            1,
            wood,
            24,
        )
        c.path(f"M{370 + side * 190},640q{side * 34},110 {-side * 8},170", "none", 1, dark, 32)
        c.path(
            f"M{370 + side * 190},640q{side * 34},110 {-side * 8},170",
            "none",
            1,
            light(wood, 0.05),
            26,
        )
        scroll(c, 370 + side * 172, 812, 18, side, 0, light(wood, 0.2), 7, 0)
    for _ in range(16):
        flower(
            c,
            rng.uniform(280, 460),
            rng.uniform(190, 480),
            15,
            6,
            light(cloth, 0.3),
            light(cloth, -0.3),
        )
        flower(
            c,
            rng.uniform(210, 530),
            rng.uniform(535, 600),
            13,
            6,
            light(cloth, 0.3),
            light(cloth, -0.3),
        )
    flower(c, 370, 128, 24, 6, light(wood, 0.2), wood)


def _stalls(c: Canvas, rng: Random, wood: str) -> None:
    dark = light(wood, -0.5)
    n = rng.choice((5, 6, 7))
    w = 1000 / n
    c.rect(70, 120, 1020, 560, light(wood, -0.14), 1, dark, 2)
    c.rect(52, 84, 1056, 44, light(wood, 0.08), 1, dark, 2)
    for k in range(n):
        x = 80 + k * w
        c.path(
            f"M{x + 12},430V240A{w / 2 - 12},{w / 2 - 12} 0 0 1 {x + w - 12},240V430Z",
            light(wood, 0.06),
            1,
            dark,
            3,
        )
        flower(c, x + w / 2, 280, w * 0.17, rng.choice((6, 8)), light(wood, 0.25), wood, dark, 1)
        for side in (-1, 1):
            scroll(c, x + w / 2 + side * w * 0.2, 372, w * 0.11, side, 1.5, light(wood, 0.22), 5, 6)
        c.rect(x + 14, 452, w - 28, 96, light(wood, -0.24), 1, dark, 2)
        c.rect(x + 8, 548, w - 16, 26, light(wood, 0.1), 1, dark, 2)
        c.path(
            f"M{x + w * 0.3},574q{w * 0.2},70 {w * 0.4},0z",
            light(wood, 0.02),
            1,
            dark,
            2,
        )
        for px in (x, x + w):
            c.path(
                f"M{px - 8},680V430q0,-30 8,-44q8,14 8,44V680Z",
                light(wood, 0.12),
                1,
                dark,
                1.5,
            )
            c.circle(px, 398, 14, light(wood, 0.2), 1, dark, 1.5)


_KINDS = {
    "commode": _commode,
    "armoire": _wardrobe,
    "horloge": _clock,
    "orgue": _organ,
    "fauteuil": _armchair,
    "stalles": _stalls,
}


def poster(rng: Random, kind: str = "mer") -> Pixels:
    """A poster before its letters: flat colours, a sun, a place to go to."""
    c = Canvas(660, 980, "#f0e4c8")
    hues = rng.choice(
        (
            ("#e2b13c", "#d9602f", "#1f4f6b", "#2f7a7a", "#f4e8cc"),
            ("#f0c8a0", "#b5452f", "#2a3f5f", "#5f8a7a", "#f4ead6"),
            ("#9fc4cc", "#e6a83c", "#26415a", "#b5523a", "#f6efdc"),
        )
    )
    x0, y0, w, h = 36.0, 36.0, 588.0, 760.0
    c.rect(x0, y0, w, h, c.gradient((0, hues[2]), (0.55, hues[0]), (1, hues[4])))
    c.circle(x0 + w * rng.uniform(0.25, 0.75), y0 + h * 0.34, 92, hues[1])
    for k in range(3):
        y = y0 + h * (0.5 + 0.1 * k)
        c.path(
            smooth(
                [
                    (x0, y + rng.uniform(-50, 40)),
                    (x0 + w * 0.3, y - rng.uniform(0, 110) + k * 30),
                    (x0 + w * 0.6, y + rng.uniform(-30, 30)),
                    (x0 + w, y - rng.uniform(0, 100)),
                ]
            )
            + f"L{x0 + w},{y0 + h}H{x0}Z",
            mix(hues[2], hues[3], k / 2),
        )
    if kind == "mer":
        c.rect(x0, y0 + h * 0.72, w, h * 0.28, hues[3])
        for k in range(8):
            c.path(
                f"M{x0},{y0 + h * (0.75 + 0.03 * k)}q40,-14 80,0t80,0t80,0t80,0t80,0t80,0t80,0t28,0",
                "none",
                0.7,
                hues[4],
                4,
            )
        bx, by = x0 + w * rng.uniform(0.35, 0.65), y0 + h * 0.82
        c.path(f"M{bx - 90},{by}h190l-40,44h-110z", hues[1])
        c.path(f"M{bx},{by - 8}V{by - 250}L{bx + 110},{by - 14}Z", hues[4])
        c.path(f"M{bx - 8},{by - 14}V{by - 210}L{bx - 80},{by - 14}Z", hues[0])
    elif kind == "montagne":
        c.poly(
            [
                (x0, y0 + h),
                (x0 + w * 0.24, y0 + h * 0.5),
                (x0 + w * 0.4, y0 + h * 0.66),
                (x0 + w * 0.62, y0 + h * 0.36),
                (x0 + w, y0 + h),
            ],
            hues[2],
        )
        c.poly(
            [
                (x0 + w * 0.62, y0 + h * 0.36),
                (x0 + w * 0.72, y0 + h * 0.52),
                (x0 + w * 0.64, y0 + h * 0.5),
                (x0 + w * 0.58, y0 + h * 0.58),
                (x0 + w * 0.52, y0 + h * 0.5),
            ],
            hues[4],
        )
        for k in range(14):
            tx, s = x0 + 20 + rng.random() * (w - 40), rng.uniform(40, 90)
            c.poly(
                [(tx - s * 0.3, y0 + h), (tx, y0 + h - s * 1.4), (tx + s * 0.3, y0 + h)],
                hues[3] if k % 2 else light(hues[3], -0.3),
            )
    elif kind == "train":
        c.poly(
            [
                (x0 + w * 0.1, y0 + h),
                (x0 + w * 0.56, y0 + h * 0.6),
                (x0 + w * 0.6, y0 + h * 0.6),
                (x0 + w * 0.7, y0 + h),
            ],
            "#3a3430",
        )
        c.path(
            f"M{x0 + w * 0.36},{y0 + h * 0.94}V{y0 + h * 0.62}q0,-90 90,-90t90,90V{y0 + h * 0.94}Z",
            hues[1],
        )
        c.circle(x0 + w * 0.513, y0 + h * 0.67, 58, "#2a2522", 1, hues[0], 9)
        c.circle(x0 + w * 0.513, y0 + h * 0.55, 20, hues[4])
        for k in range(6):
            c.circle(
                x0 + w * (0.5 + 0.07 * k), y0 + h * (0.45 - 0.06 * k), 34 + 13 * k, hues[4], 0.75
            )
    else:
        from pop.demonstration.drawing.still_lifes import bouquet

        bouquet(c, rng, x0 + w / 2, y0 + h * 0.56, 250, 40)
    c.rect(x0, y0, w, h, "none", 1, hues[2], 6)
    c.rect(x0 + w * 0.1, 830, w * 0.8, 46, hues[2])
    c.rect(x0 + w * 0.24, 894, w * 0.52, 20, hues[1])
    draws = np.random.default_rng(rng.getrandbits(32))
    return papered(as_technique(c.render(), "gouache", draws), draws, 0.8)
