"""Plans, maps, gardens and the land seen from above."""

import math
from random import Random

import numpy as np

from pop.demonstration.drawing.canvas import Canvas, Pixels, Point, light, mix, smooth
from pop.demonstration.drawing.letters import script
from pop.demonstration.drawing.ornament import blob, scroll, star
from pop.demonstration.drawing.prints import as_medium
from pop.demonstration.drawing.surface import blur, grain, noise, papered, warped


def plan(rng: Random, kind: str = "église", seed: int = 0, medium: str = "cyanotype") -> Pixels:
    """The ground plan of a church, a castle or a house, white on blue or ink on paper."""
    own = Random(seed)
    ground, ink, grey = (
        ("#1d4a78", "#eaf2f8", "#8fb0cc")
        if medium == "cyanotype"
        else ("#efe6d2", "#3a2f26", "#b5452f")
    )
    c = Canvas(1080, 740, ground)
    {"église": _church_plan, "château": _castle_plan}.get(kind, _house_plan)(c, own, ink, grey)
    c.line(110, 680, 470, 680, ink, 2.4)
    for k in range(6):
        c.line(110 + k * 72, 672, 110 + k * 72, 688, ink, 2.4)
    c.push("translate(975,640)")
    c.poly([(0, -44), (11, 24), (0, 14), (-11, 24)], ink)
    c.pop()
    script(c, rng, 720, 76, 260, 24, ink, False)
    c.rect(24, 24, 1032, 692, "none", 1, ink, 1.6)
    draws = np.random.default_rng(rng.getrandbits(32))
    picture = warped(c.render(), draws, 0.8, 60)
    h, w = picture.shape[:2]
    picture = picture + (noise(h, w, 260, draws, 4) * 11 + noise(h, w, 4, draws, 1) * 3)[..., None]
    for x in (w // 2, w // 4, 3 * w // 4):
        picture[:, x : x + 2] += 14
    return papered(picture, draws, 0.8)


def _church_plan(c: Canvas, r: Random, ink: str, grey: str) -> None:
    bays, aisles = r.choice((4, 5, 6, 7)), r.random() < 0.6
    x0, cy, step = 130.0, 370.0, r.uniform(88, 104)
    half = 120 if aisles else 74
    xe = x0 + bays * step
    transept = r.random() < 0.7
    d = f"M{x0},{cy - half}H{xe}"
    d += f"V{cy - half - 90}H{xe + 120}V{cy - half}H{xe + 190}" if transept else f"H{xe + 190}"
    c.path(d, "none", 1, ink, 14, "butt")
    c.path(
        d.replace(f"{cy - half - 90}", f"{cy + half + 90}").replace(f"{cy - half}", f"{cy + half}"),
        "none",
        1,
        ink,
        14,
        "butt",
    )
    c.path(
        f"M{x0},{cy - half - 7}V{cy - 26}M{x0},{cy + 26}V{cy + half + 7}",
        "none",
        1,
        ink,
        14,
        "butt",
    )
    ex = xe + 190
    c.path(f"M{ex},{cy - half}A{half},{half} 0 0 1 {ex},{cy + half}", "none", 1, ink, 14, "butt")
    for k in range(r.choice((0, 3, 5))):
        a = math.radians(-64 + k * 32)
        c.push(
            f"translate({ex + (half + 14) * math.cos(a)},{cy + (half + 14) * math.sin(a)}) rotate({math.degrees(a)})"
        )
        c.path("M-3,-32A34,34 0 1 1 -3,32", "none", 1, ink, 10, "butt")
        c.pop()
    for k in range(bays):
        x = x0 + (k + 0.5) * step
        for side in (-1, 1):
            c.rect(x - step / 2 - 7, cy + side * (half + 14) - 9, 14, 18, ink)
            if aisles:
                c.push(f"translate({x - step / 2 + step},{cy + side * half * 0.46}) rotate(45)")
                c.rect(-9, -9, 18, 18, ink)
                c.pop()
        rows = (
            (
                (cy - half, cy - half * 0.46),
                (cy - half * 0.46, cy + half * 0.46),
                (cy + half * 0.46, cy + half),
            )
            if aisles
            else ((cy - half, cy + half),)
        )
        for a, b in rows:
            c.path(
                f"M{x - step / 2},{a}L{x + step / 2},{b}M{x + step / 2},{a}L{x - step / 2},{b}",
                "none",
                0.8,
                grey,
                1.6,
            )
    c.rect(
        x0 - 8, cy - half - 60 if r.random() < 0.5 else cy + half - 30, 92, 92, "none", 1, ink, 15
    )
    c.path(f"M70,{cy}H1030", "none", 0.7, grey, 1.2)


def _castle_plan(c: Canvas, r: Random, ink: str, grey: str) -> None:
    x0, y0, w, h = 250.0, 170.0, r.uniform(480, 580), r.uniform(320, 400)
    c.rect(x0, y0, w, h, "none", 1, ink, 16)
    c.rect(x0 + 96, y0 + 90, w - 192, h - 180, "none", 1, ink, 10)
    for x, y in ((x0, y0), (x0 + w, y0), (x0, y0 + h), (x0 + w, y0 + h)):
        c.circle(x, y, 58, "none", 1, ink, 15)
    for k in range(1, 5):
        x = x0 + w * k / 5
        c.line(x, y0, x, y0 + 90, ink, 7)
        c.line(x, y0 + h - 90, x, y0 + h, ink, 7)
    for k in range(1, 3):
        y = y0 + 90 + (h - 180) * k / 3
        c.line(x0, y, x0 + 96, y, ink, 7)
        c.line(x0 + w - 96, y, x0 + w, y, ink, 7)
    c.path(
        smooth(
            [
                (x0 - 110, y0 - 80),
                (x0 + w + 110, y0 - 90),
                (x0 + w + 120, y0 + h + 80),
                (x0 - 120, y0 + h + 84),
            ],
            True,
        ),
        "none",
        0.8,
        grey,
        2.5,
    )
    c.rect(x0 + w / 2 - 34, y0 + h - 12, 68, 24, grey)


def _house_plan(c: Canvas, r: Random, ink: str, grey: str) -> None:
    x0, y0, w, h = 220.0, 180.0, r.uniform(520, 640), r.uniform(320, 380)
    c.rect(x0, y0, w, h, "none", 1, ink, 13)
    xs = [
        x0 + w * t
        for t in sorted((r.uniform(0.2, 0.35), r.uniform(0.45, 0.6), r.uniform(0.7, 0.8)))
    ]
    mid = y0 + h * r.uniform(0.4, 0.6)
    c.line(x0, mid, x0 + w, mid, ink, 8)
    for k, x in enumerate(xs):
        c.line(x, y0 if k != 1 else mid, x, mid if k != 2 else y0 + h, ink, 8)
    for k in range(9):
        c.line(xs[0] + 12 + k * 9, mid + 8, xs[0] + 12 + k * 9, mid + 76, grey, 1.6)
    for k in range(7):
        x = x0 + 40 + k * (w - 80) / 6
        for y in (y0, y0 + h):
            c.rect(x - 17, y - 8, 34, 16, grey)
    c.path(f"M{xs[1]},{mid + 4}a46,46 0 0 1 -46,46", "none", 1, grey, 1.6)


def old_map(rng: Random) -> Pixels:
    """A map of an island or of a lordship, coloured by hand."""
    w, h = 1080, 820
    c = Canvas(w, h, "#e9dcbc")
    sea = "#c9d3c4"
    c.rect(40, 40, w - 80, h - 80, sea)
    cx, cy = w * rng.uniform(0.45, 0.55), h * 0.5
    shore = blob(rng, cx, cy, 380, 270, 0.24, 22)
    for k in range(5, 0, -1):
        c.path(shore, "none", 0.35, "#6b8a8a", k * 9)
    c.path(shore, "#efe4c6", 1, "#4a3c2c", 3)
    parts = ("#e6c9a0", "#d9d6a4", "#e6bfae", "#c9d3b0")
    for k in range(4):
        a = k * math.pi / 2 + 0.4
        c.path(
            blob(rng, cx + 130 * math.cos(a), cy + 95 * math.sin(a), 128, 96, 0.18, 12),
            parts[k],
            0.75,
        )
    for _ in range(3):
        points: list[Point] = [(cx + rng.uniform(-90, 90), cy + rng.uniform(-60, 60))]
        a = rng.random() * 6.28
        for _ in range(7):
            a += rng.uniform(-0.5, 0.5)
            points.append((points[-1][0] + 52 * math.cos(a), points[-1][1] + 40 * math.sin(a)))
        c.curve(points, "#5f8a94", 5)
    for _ in range(26):
        x, y = cx + rng.gauss(0, 0.34) * 300, cy + rng.gauss(0, 0.34) * 210
        way = rng.random()
        if way < 0.4:
            c.path(f"M{x - 15},{y}q15,-34 30,0", "#d0b88a", 1, "#4a3c2c", 1.6)
            c.line(x + 3, y - 15, x + 9, y - 2, "#4a3c2c", 1)
        elif way < 0.7:
            for q in range(3):
                c.ellipse(x + q * 9, y, 5, 7, "#7d9a5a", 1, "#4a3c2c", 1)
        else:
            c.rect(x - 7, y - 8, 14, 8, "#efe4c6", 1, "#4a3c2c", 1.3)
            c.poly([(x - 3, y - 8), (x, y - 20), (x + 3, y - 8)], "#b8472a", 1, "#4a3c2c", 1)
            script(c, rng, x + 11, y, rng.uniform(40, 76), 11, "#3a2f26", False)
    for _ in range(3):
        x, y = (
            rng.choice((rng.uniform(80, 180), rng.uniform(w - 180, w - 80))),
            rng.uniform(120, h - 120),
        )
        c.path(f"M{x - 22},{y}q22,22 44,0z", "#8a5a2f", 1, "#4a3c2c", 1.5)
        c.path(f"M{x},{y}v-40q24,14 0,30z", "#efe4c6", 1, "#4a3c2c", 1.5)
    x, y = w - 165.0, h - 170.0
    c.poly(star(x, y, 74, 20, 8), "#b8472a", 1, "#4a3c2c", 1.5)
    c.poly(star(x, y, 44, 13, 8, -67.5), "#e0b53a", 1, "#4a3c2c", 1.2)
    c.circle(x, y, 12, "#efe4c6", 1, "#4a3c2c", 2)
    c.rect(72, 72, 270, 124, "#efe4c6", 1, "#8a5a2f", 5)
    for k, s in enumerate((28, 18, 18)):
        script(c, rng, 92, 116 + k * 30, 226, s, "#3a2f26", k > 0 and False)
    for px, py, way in ((72, 72, 1), (342, 72, -1), (72, 196, -1), (342, 196, 1)):
        scroll(c, px, py, 19, way, 0, "#8a5a2f", 4, 4)
    for m, sw in ((20, 2), (40, 5)):
        c.rect(m, m, w - 2 * m, h - 2 * m, "none", 1, "#4a3c2c", sw)
    for k in range(40):
        c.rect(40 + k * (w - 80) / 40, 26, (w - 80) / 80, 8, "#4a3c2c")
        c.rect(40 + k * (w - 80) / 40, h - 34, (w - 80) / 80, 8, "#4a3c2c")
    draws = np.random.default_rng(rng.getrandbits(32))
    picture = papered(warped(c.render(), draws, 1.6, 50), draws, 1.8)
    for x in (w // 3, 2 * w // 3):
        picture[:, x : x + 3] -= 14
    return picture


def garden(rng: Random, seed: int = 0) -> Pixels:
    """A formal garden from above, as its designer washed it."""
    r = Random(seed)
    w, h = 1080, 800
    c = Canvas(w, h, "#ece2c6")
    c.rect(60, 60, w - 120, h - 120, "#cfd3a0")
    greens = ("#6f8f4a", "#8aa85a", "#5a7f4f", "#a3b56a")
    cx, cy = w / 2, h / 2
    nx, ny = r.choice((2, 4)), r.choice((2, 3))
    bw, bh = (w - 200) / nx, (h - 200) / ny
    motif = r.choice(("étoile", "broderie", "damier", "cercles"))
    for i in range(nx):
        for j in range(ny):
            x, y = 100 + i * bw + 12, 100 + j * bh + 12
            c.rect(x, y, bw - 24, bh - 24, "#e6d6b0", 1, "#5a7f4f", 5)
            c.rect(x + 12, y + 12, bw - 48, bh - 48, r.choice(greens))
            mx, my, s = x + bw / 2 - 12, y + bh / 2 - 12, min(bw, bh) * 0.34
            if motif == "étoile":
                c.poly(star(mx, my, s, s * 0.5, 8), "#e6d6b0")
                c.poly(star(mx, my, s * 0.7, s * 0.34, 8), "#b8603f")
            elif motif == "broderie":
                for side in (-1, 1):
                    for up in (-1, 1):
                        scroll(
                            c,
                            mx + side * s * 0.55,
                            my + up * s * 0.45,
                            s * 0.42,
                            side * up,
                            1.5,
                            "#e6d6b0",
                            7,
                            7,
                            "#e6d6b0",
                            ("#b8603f", "#e6d6b0"),
                        )
            elif motif == "damier":
                for q in range(16):
                    c.rect(
                        mx - s + (q % 4) * s / 2,
                        my - s + (q // 4) * s / 2,
                        s / 2 - 5,
                        s / 2 - 5,
                        ("#b8603f", "#7a5a8a", "#d9a84f", "#5a7f4f")[(q + q // 4) % 4],
                    )
            else:
                for q, tone in enumerate(("#e6d6b0", "#b8603f", "#8aa85a", "#d9a84f")):
                    c.circle(mx, my, s * (1 - q * 0.24), tone)
    c.rect(cx - 26, 60, 52, h - 120, "#ece2c6")
    c.rect(60, cy - 26, w - 120, 52, "#ece2c6")
    c.circle(cx, cy, 92, "#ece2c6")
    c.circle(cx, cy, 66, "#8fb3bd", 1, "#7a6a4f", 6)
    c.circle(cx, cy, 16, "#e8f0f0", 1, "#7a6a4f", 3)
    for x in range(78, w - 60, 34):
        for y in (78, h - 78):
            c.circle(x + 4, y + 5, 14, "#3a4a2f", 0.35)
            c.circle(x, y, 14, r.choice(greens), 1, "#4a6a3a", 1.5)
            c.circle(x - 4, y - 4, 5, "#c9d59a", 0.6)
    for y in range(112, h - 90, 34):
        for x in (78, w - 78):
            c.circle(x + 4, y + 5, 14, "#3a4a2f", 0.35)
            c.circle(x, y, 14, r.choice(greens), 1, "#4a6a3a", 1.5)
    c.rect(26, 26, w - 52, h - 52, "none", 1, "#6b5d45", 2)
    draws = np.random.default_rng(rng.getrandbits(32))
    return papered(
        warped(c.render(), draws, 1.8, 60) + (noise(h, w, 80, draws, 4) * 7)[..., None], draws, 1.2
    )


def from_above(rng: Random, seed: int = 0, medium: str = "noir et blanc") -> Pixels:
    """Fields, roads and a village from the air."""
    r = Random(seed)
    w, h = 1000, 760
    tones = ("#7d8a5a", "#95a06a", "#b3aa78", "#6b7a52", "#a89a72", "#86956a", "#c2b88c")
    c = Canvas(w, h, "#86956a")
    turn = r.uniform(-25, 25)
    c.push(f"rotate({turn} {w / 2} {h / 2})")
    y = -300.0
    while y < h + 300:
        row = r.uniform(40, 120)
        x = -300.0 + r.uniform(0, 80)
        while x < w + 300:
            col = r.uniform(60, 220)
            tone = light(r.choice(tones), r.uniform(-0.12, 0.12))
            c.rect(x, y, col - 3, row - 3, tone)
            if r.random() < 0.5:
                for q in range(int(row / 5)):
                    c.line(x, y + q * 5, x + col - 3, y + q * 5, light(tone, -0.12), 1.1, 0.6)
            x += col
        y += row
    c.pop()
    river = [(-30.0, h * r.uniform(0.2, 0.8))]
    while river[-1][0] < w + 60:
        river.append((river[-1][0] + 130, river[-1][1] + r.uniform(-110, 110)))
    c.curve(river, "#4a5a4a", 44)
    c.curve(river, "#55707a", 27)
    for _ in range(90):
        px, py = r.choice(river)
        c.circle(px + r.gauss(0, 60), py + r.gauss(0, 34), r.uniform(5, 11), "#3d4f36")
    cx, cy = w * r.uniform(0.38, 0.62), h * r.uniform(0.38, 0.62)
    roads: list[list[Point]] = []
    for k in range(6):
        a = k * 1.05 + r.uniform(-0.3, 0.3)
        pts = [(cx, cy)]
        for _ in range(7):
            a += r.uniform(-0.16, 0.16)
            pts.append((pts[-1][0] + 110 * math.cos(a), pts[-1][1] + 110 * math.sin(a)))
        roads.append(pts)
        c.curve(pts, "#d6cdb4", 6)
    for pts in roads:
        for t in range(26):
            i = t * 0.09
            (x1, y1), (x2, y2) = pts[int(i)], pts[int(i) + 1]
            f = i - int(i)
            px, py = x1 + (x2 - x1) * f, y1 + (y2 - y1) * f
            a = math.degrees(math.atan2(y2 - y1, x2 - x1))
            for side in (-1, 1):
                if r.random() < 0.85 - i * 0.24:
                    s = r.uniform(11, 20)
                    roof = r.choice(("#a8583c", "#8f4a36", "#6b6f76", "#b86a4a"))
                    c.push(
                        f"translate({px},{py}) rotate({a}) translate(0,{side * r.uniform(15, 22)})"
                    )
                    c.rect(-s / 2 + 4, -s * 0.35 + 5, s, s * 0.7, "#23261c", 0.5)
                    c.rect(-s / 2, -s * 0.35, s, s * 0.35, light(roof, 0.14))
                    c.rect(-s / 2, 0, s, s * 0.35, light(roof, -0.2))
                    c.pop()
    c.push(f"translate({cx},{cy}) rotate({turn})")
    c.rect(-34, -13, 78, 36, "#23261c", 0.5)
    c.rect(-40, -20, 78, 18, "#8a7f76")
    c.rect(-40, -2, 78, 18, "#5f5852")
    c.rect(-62, -15, 28, 28, "#a39a8a")
    c.pop()
    for _ in range(160):
        px, py = r.random() * w, r.random() * h
        if r.random() < 0.4:
            c.circle(px + 4, py + 4, 7, "#1f2a1a", 0.5)
            c.circle(px, py, 7, "#41553a")
            c.circle(px - 2, py - 2, 3, "#6b8058", 0.7)
    draws = np.random.default_rng(rng.getrandbits(32))
    picture = blur(c.render(), 0.8) + (noise(h, w, 12, draws, 3) * 9)[..., None]
    return (
        as_medium(picture, medium, rng)
        if medium != "couleur"
        else grain(picture * np.array([0.98, 1.0, 1.04], np.float32), draws, 5, 2)
    )


__all__ = ["from_above", "garden", "mix", "old_map", "plan"]
