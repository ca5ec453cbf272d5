"""Churches, chapels, abbeys, crosses: each drawn on its ground (y = 0), around x = 0.

A function draws with the mason it is given and says how wide and how high it went.
"""

from random import Random

from pop.demonstration.drawing.canvas import light
from pop.demonstration.drawing.masonry import Mason

Size = tuple[float, float]


def church(m: Mason, r: Random) -> Size:
    """A parish church: a gabled front and one tower, spire or dome."""
    w, h = r.uniform(300, 380), r.uniform(330, 430)
    tower_w, tower_h = r.uniform(150, 190), h * r.uniform(1.25, 1.7)
    side = r.choice((-1, 1, 0))
    pitch = w * r.uniform(0.34, 0.5)
    if side == 0:
        m.wall(-w / 2, -h * 0.74, w, h * 0.74)
        m.roof(-w / 2 - 12, -h * 0.74, w + 24, pitch * 0.8, 0.3)
        tx = -tower_w / 2
    else:
        m.wall(-w / 2, -h * 0.8, w, h * 0.8)
        m.gable(-w / 2, -h * 0.8, w, pitch)
        m.c.line(-w / 2 - 10, -h * 0.8 + 6, 0, -h * 0.8 - pitch - 4, m.p.roof, 11)
        m.c.line(w / 2 + 10, -h * 0.8 + 6, 0, -h * 0.8 - pitch - 4, light(m.p.roof, -0.2), 11)
        tx = w / 2 - 6 if side > 0 else -w / 2 - tower_w + 6
        if r.random() < 0.55:
            m.rose(0, -h * 0.66, w * 0.15, r.choice((8, 10, 12)))
        else:
            for dx in (-0.2, 0, 0.2):
                m.lancet(dx * w - 17, -h * (0.84 if dx == 0 else 0.78), 34, 110)
        m.portal(-55, -150, 110, 150, r.choice((3, 4)))
        for bx in (-w / 2 - 14, w / 2 - 20):
            m.buttress(bx, -h * 0.74, 34, 0)
    m.wall(tx, -tower_h, tower_w, tower_h)
    for k in range(2):
        m.lancet(tx + tower_w * (0.16 + 0.4 * k), -tower_h + 28, tower_w * 0.28, tower_h * 0.2)
    m.cornice(tx, -tower_h * 0.7, tower_w)
    m.cornice(tx, -tower_h, tower_w)
    if side == 0:
        m.portal(-48, -150, 96, 150, 3)
        m.rose(0, -h * 0.62, 40, 8)
        for sx in (-1, 1):
            m.lancet(sx * w * 0.36 - 18, -h * 0.52, 36, 130)
    else:
        m.c.circle(tx + tower_w / 2, -tower_h * 0.62, tower_w * 0.13, m.p.frame, 1, m.p.line, 2)
        m.c.path(
            f"M{tx + tower_w / 2},{-tower_h * 0.62}v{-tower_w * 0.08}m0,{tower_w * 0.08}h{tower_w * 0.06}",
            "none",
            1,
            m.p.line,
            3,
        )
    cap = tower_h * r.uniform(0.3, 0.85)
    if r.random() < 0.22:
        m.dome(tx - 6, -tower_h - 8, tower_w + 12, cap * 0.7)
        cap *= 0.7
    else:
        m.spire(tx, -tower_h - 6, tower_w, cap)
    return w + (tower_w * 2 if side else 40), tower_h + cap + 40


def abbey(m: Mason, r: Random) -> Size:
    """A great church: two towers, a rose, three porches."""
    w, h = 300.0, r.uniform(560, 640)
    tw, th = 170.0, h * r.uniform(0.98, 1.18)
    m.c.poly([(-120, -h * 0.9), (0, -h * 1.06), (120, -h * 0.9)], m.p.roof)
    uneven = r.random() < 0.4
    for side in (-1, 1):
        x = -w / 2 - tw + 8 if side < 0 else w / 2 - 8
        top = th * (0.72 if uneven and side < 0 else 1)
        m.wall(x, -top, tw, top)
        for k in range(2):
            m.lancet(x + tw * (0.14 + 0.39 * k), -top + 34, tw * 0.32, top * 0.2, 3)
        m.lancet(x + tw * 0.27, -h * 0.52, tw * 0.46, h * 0.22, 3)
        m.portal(x + 14, -h * 0.3, tw - 28, h * 0.3, 4)
        m.cornice(x, -top, tw, 12)
        m.cornice(x, -h * 0.56, tw, 9)
        m.cornice(x, -h * 0.31, tw, 9)
        if r.random() < 0.5 and not (uneven and side < 0):
            m.spire(x + 14, -top - 8, tw - 28, h * 0.5)
        else:
            for px in (x - 4, x + tw - 22):
                m.spire(px, -top - 4, 26, 70, m.p.side)
        for bx in (x - 16, x + tw - 22):
            m.buttress(bx, -top + 40, 38, 0)
    m.wall(-w / 2 + 8, -h * 0.82, w - 16, h * 0.82)
    m.gable(-w / 2 + 14, -h * 0.82, w - 28, 96)
    m.lancet(-20, -h * 0.92, 40, 60)
    m.rose(0, -h * 0.64, w * 0.35, r.choice((12, 16)))
    m.cornice(-w / 2 + 8, -h * 0.82, w - 16, 10)
    for k in range(9):
        x = -w / 2 + 20 + k * 29.5
        m.lancet(x, -h * 0.44, 24, 58, 1, False)
        m.c.path(f"M{x + 6},{-h * 0.44 + 58}q-1,-34 6,-40q7,6 6,40z", m.p.wall)
    m.portal(-w * 0.42, -h * 0.34, w * 0.84, h * 0.34, 5)
    for k in range(4):
        m.c.rect(
            -w / 2 - tw - k * 10,
            k * 6 - 4,
            w + 2 * tw - 16 + k * 20,
            7,
            m.p.frame,
            1,
            m.p.line,
            0.7,
        )
    return w + 2 * tw + 60, h * 1.55


def chapel(m: Mason, r: Random) -> Size:
    """A small chapel with a bell under a little arch, or a turret on its roof."""
    w, h = r.uniform(210, 270), r.uniform(150, 200)
    pitch = r.uniform(120, 180)
    m.wall(-w / 2, -h, w, h)
    m.gable(-w / 2, -h, w, pitch)
    m.c.line(-w / 2 - 10, -h + 6, 0, -h - pitch - 4, m.p.roof, 10)
    m.c.line(w / 2 + 10, -h + 6, 0, -h - pitch - 4, light(m.p.roof, -0.2), 10)
    if r.random() < 0.6:
        m.wall(-30, -h - pitch - 66, 60, 80, stones=2)
        m.window(-13, -h - pitch - 50, 26, 40, "cintre", False)
        m.c.path(f"M-9,{-h - pitch - 18}q2,-22 9,-24q7,2 9,24z", "#7a6a3a")
        m.gable(-38, -h - pitch - 66, 76, 34)
        top = h + pitch + 120
    else:
        m.wall(-24, -h - pitch - 40, 48, 60, stones=2)
        m.spire(-24, -h - pitch - 40, 48, 110)
        top = h + pitch + 170
    m.door(-30, -100, 60, 100, r.choice(("cintre", "plat")))
    m.c.circle(0, -h - 10, 20, m.p.hole, 1, m.p.frame, 7)
    for sx in (-1, 1):
        m.window(sx * w * 0.32 - 13, -112, 26, 44, "cintre", False)
    return w + 30, top


def long_church(m: Mason, r: Random) -> Size:
    """A church from the side: tower, nave and its buttresses, apse."""
    bays = r.randint(4, 6)
    w, h = bays * 120.0, r.uniform(210, 260)
    x0 = -w / 2 + 60
    m.wall(x0, -h, w, h)
    m.roof(x0 - 8, -h, w + 16, r.uniform(120, 160), 0.04)
    m.c.path(f"M{x0 + w},0V{-h * 0.85}q90,10 100,{h * 0.3}V0Z", m.p.side, 1, m.p.line, 1)
    m.c.path(
        f"M{x0 + w - 6},{-h * 0.82}l14,-100q86,40 98,{100 + h * 0.3}z",
        m.p.roof,
        1,
        m.p.line,
        1,
    )
    for k in range(bays):
        x = x0 + k * 120
        m.lancet(x + 40, -h * 0.86, 48, h * 0.56)
        m.buttress(x - 13, -h * 0.92, 28, 0)
    tw, th = r.uniform(140, 170), h * r.uniform(1.7, 2.1)
    m.wall(x0 - tw, -th, tw, th)
    for k in range(2):
        m.lancet(x0 - tw + tw * (0.15 + 0.4 * k), -th + 26, tw * 0.3, 90)
    m.cornice(x0 - tw, -th, tw)
    m.cornice(x0 - tw, -th * 0.62, tw)
    cap = r.uniform(150, 320)
    m.spire(x0 - tw, -th - 6, tw, cap)
    m.door(x0 - tw * 0.68, -120, tw * 0.36, 120, "brisé")
    return w + tw + 130, th + cap + 40


def modern_church(m: Mason, r: Random) -> Size:
    """A church of the years 1950 to 1970: a concrete sail and a free-standing bell tower."""
    w, h = r.uniform(420, 520), r.uniform(300, 380)
    lean = r.choice((-1, 1))
    m.c.path(
        f"M{-w / 2},0Q{-w * 0.1 * lean},{-h * 0.3} {w * 0.22 * lean},{-h}Q{w * 0.34 * lean},{-h * 0.35} {w / 2},0Z",
        m.p.wall,
        1,
        m.p.line,
        1,
    )
    m.c.path(
        f"M{w * 0.22 * lean},{-h}Q{w * 0.34 * lean},{-h * 0.35} {w / 2 * lean},0H{w * 0.2 * lean}Z",
        m.p.dark,
        0.4,
    )
    glass = ("#c0392f", "#2f5f9a", "#d9a32f", "#3f7a5a", "#7a4a8a", "#e2ddce")
    for row in range(6):
        for k in range(7 - row):
            m.c.rect(
                -w * 0.22 + k * 26 + row * 11 * lean,
                -46 - row * 34,
                19,
                27,
                r.choice(glass),
                1,
                m.p.line,
                1,
            )
    m.c.rect(-w * 0.4, -70, 60, 70, m.p.door)
    tx = -lean * w * 0.66
    m.c.rect(tx - 16, -h * 1.25, 12, h * 1.25, m.p.wall, 1, m.p.line, 1)
    m.c.rect(tx + 10, -h * 1.25, 12, h * 1.25, m.p.dark, 1, m.p.line, 1)
    m.c.rect(tx - 26, -h * 1.16, 58, 9, m.p.side, 1, m.p.line, 1)
    m.c.path(f"M{tx + 3},{-h * 1.25}v-60m-18,18h36", "none", 1, m.p.line, 5)
    return w * 1.6, h * 1.25 + 80


def cross(m: Mason, r: Random) -> Size:
    """A wayside cross or calvary on its steps."""
    h = r.uniform(360, 460)
    for k in range(3):
        m.wall(-110 + k * 26, -(k + 1) * 30, 220 - k * 52, 30, stones=2)
    m.wall(-28, -160, 56, 72, stones=2)
    m.c.rect(-15, -h, 30, h - 160, m.p.wall, 1, m.p.line, 1)
    m.c.rect(4, -h, 11, h - 160, m.p.dark, 0.5)
    m.c.rect(-84, -h + 62, 168, 28, m.p.wall, 1, m.p.line, 1)
    m.c.rect(-84, -h + 80, 168, 10, m.p.dark, 0.45)
    if r.random() < 0.6:
        m.c.circle(0, -h + 76, 62, "none", 1, m.p.side, 13)
        m.c.circle(0, -h + 76, 69, "none", 1, m.p.line, 1)
    for x, y in ((-84, -h + 76), (84, -h + 76), (0, -h)):
        m.c.circle(x, y, 19, m.p.wall, 1, m.p.line, 1)
    return 260, h + 30
