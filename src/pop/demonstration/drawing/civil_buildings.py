"""Castles, houses, public and working buildings: each on its ground (y = 0), around x = 0."""

from random import Random

from pop.demonstration.drawing.canvas import light
from pop.demonstration.drawing.masonry import Mason
from pop.demonstration.drawing.ornament import blob

Size = tuple[float, float]


def castle(m: Mason, r: Random) -> Size:
    """A château: a long body of two storeys, pavilions or round towers, tall slate roofs."""
    bays = r.choice((5, 7, 9))
    w, floor = bays * 78.0, r.uniform(118, 138)
    h = floor * 2
    m.roof(-w / 2 - 10, -h, w + 20, r.uniform(110, 150), 0.05)
    for k in range(bays // 2):
        m.chimney(-w / 2 + 60 + k * (w - 120) / max(bays // 2 - 1, 1), -h - 104, 26, 76)
    m.wall(-w / 2, -h, w, h)
    for k in range(bays):
        x = -w / 2 + k * 78 + 22
        m.window(x, -h + 26, 34, 66)
        if k == bays // 2:
            m.door(x - 6, -104, 46, 104, "cintre")
        else:
            m.window(x, -floor + 26, 34, 66)
        if k % 2 == 0:
            m.dormer(x - 4, -h + 4, 42, 74)
    m.cornice(-w / 2, -floor - 4, w, 8)
    m.cornice(-w / 2, -h - 6, w, 12)
    ends = r.choice(("tours", "pavillons"))
    for side in (-1, 1):
        if ends == "tours":
            tw = r.uniform(96, 112)
            x = -w / 2 - tw * 0.62 if side < 0 else w / 2 - tw * 0.38
            m.round_tower(x, -h - 24, tw, 0, r.uniform(150, 190))
        else:
            pw = 150.0
            x = -w / 2 - pw + 30 if side < 0 else w / 2 - 30
            m.roof(x - 10, -h - 34, pw + 20, 170, 0.28)
            m.wall(x, -h - 34, pw, h + 34)
            for k in range(2):
                for y in (-h - 6, -floor + 20):
                    m.window(x + 24 + k * 68, y, 34, 70)
            m.cornice(x, -h - 40, pw, 12)
    return w + 260, h + 260


def manor(m: Mason, r: Random) -> Size:
    """A small manor with a stair turret."""
    w, h = r.uniform(330, 400), r.uniform(180, 220)
    m.roof(-w / 2 - 10, -h, w + 20, r.uniform(140, 180), 0.06)
    m.chimney(-w / 2 + 30, -h - 120, 30, 70)
    m.chimney(w / 2 - 60, -h - 120, 30, 70)
    m.wall(-w / 2, -h, w, h, stones=1.3)
    for k in range(4):
        x = -w / 2 + 34 + k * (w - 90) / 3
        m.window(x, -h + 24, 32, 54)
        if k != 2:
            m.window(x, -86, 32, 50)
    tx = r.uniform(-30, 60)
    m.round_tower(tx, -h - 60, 92, 0, 150)
    m.door(tx + 26, -92, 40, 92, "cintre")
    return w + 30, h + 250


def timber_houses(m: Mason, r: Random) -> Size:
    """One to three timber-framed houses that lean on each other."""
    count = r.choice((1, 2, 3))
    plasters = ("#ece0c6", "#e7d3a8", "#d9b7a0", "#dcd3bd", "#e3c9a6", "#cdd0bd")
    x = -count * 120.0
    start, top = x, 0.0
    for _ in range(count):
        w, floors, fh = r.uniform(210, 260), r.choice((2, 3, 3)), r.uniform(128, 150)
        plaster, wood = r.choice(plasters), r.choice(("#5c3a26", "#4a3226", "#6b4630"))
        y = 0.0
        m.wall(x, -fh * 0.9, w, fh * 0.9)
        m.door(x + w * 0.12, -102, 52, 102, r.choice(("plat", "cintre")))
        m.window(x + w * 0.5, -fh * 0.72, w * 0.36, fh * 0.46)
        y = -fh * 0.9
        for k in range(floors):
            jut = 10 * (k + 1)
            m.timbered(x - jut, y - fh, w + 2 * jut, fh, plaster, wood)
            y -= fh
        jut = 10 * floors + 12
        gable = r.uniform(150, 200)
        m.c.poly(
            [(x - jut, y), (x + w / 2, y - gable), (x + w + jut, y)],
            m.p.roof,
            1,
            light(m.p.roof, -0.35),
            1,
        )
        for k in range(1, 9):
            t = k / 9
            m.c.line(
                x + w / 2 - (w / 2 + jut) * t,
                y - gable * (1 - t),
                x + w / 2 + (w / 2 + jut) * t,
                y - gable * (1 - t),
                light(m.p.roof, -0.2 if k % 2 else 0.16),
                2,
                0.6,
            )
        m.c.rect(x + w / 2 - 30, y - gable * 0.5, 60, 66, plaster, 1, wood, 8)
        m.c.rect(x + w / 2 - 15, y - gable * 0.5 + 12, 30, 40, m.p.hole)
        top = max(top, -y + gable)
        x += w - 6
    m.c.wrap(0, "translate(0,0)") if count < 0 else None
    return (x - start) * 1.1, top + 20


def street(m: Mason, r: Random) -> Size:
    """A row of plastered town houses."""
    tints = ("#ecdcc0", "#e7c9ad", "#dcd7c5", "#c9d2cf", "#e4b99a", "#d8c48f", "#f0ead9")
    shutters = ("#5f7f86", "#6b7a52", "#7c3f36", "#3f566e", "#8a8a80")
    x, top = -420.0, 0.0
    while x < 360:
        w, floors, fh = r.choice((170, 200, 240)), r.choice((2, 3, 3, 4)), r.uniform(92, 108)
        h = floors * fh + 20
        tint, shutter = r.choice(tints), r.choice(shutters) if r.random() < 0.75 else ""
        m.roof(
            x - 8, -h, w + 16, r.uniform(56, 86), 0.03, r.choice((m.p.roof, light(m.p.roof, 0.12)))
        )
        m.chimney(x + w * r.uniform(0.1, 0.8), -h - 50, 22, 46)
        m.wall(x, -h, w, h, tint, 0.3)
        bays = 2 if w < 180 else 3
        for f in range(floors):
            for k in range(bays):
                bx = x + w * (k + 0.5) / bays - 16
                if f == 0 and k == bays - 1:
                    m.door(bx - 3, -88, 40, 88, r.choice(("plat", "cintre")))
                elif f == 0 and r.random() < 0.35:
                    m.window(bx - 8, -84, 50, 62, "plat")
                else:
                    m.window(bx, -(f + 1) * fh + 20, 31, 56, "plat", True, shutter)
        m.cornice(x, -h - 4, w, 8)
        top = max(top, h + 90)
        x += w
    return x + 440, top


def palace(m: Mason, r: Random) -> Size:
    """A town hall, a theatre, a museum: a classical front with columns and a pediment."""
    wings = r.choice((2, 3, 4))
    centre, bay = 300.0, 74.0
    w, floor = centre + 2 * wings * bay, r.uniform(128, 150)
    h = floor * 2 + 10
    m.roof(-w / 2 - 8, -h, w + 16, 66, 0.03)
    m.wall(-w / 2, -h, w, h, stones=0.5)
    for k in range(wings):
        for side in (-1, 1):
            x = side * (centre / 2 + k * bay + bay / 2) - 18
            m.window(x, -h + 28, 36, 74, "cintre" if r.random() < 2 else "plat")
            m.window(x, -floor + 26, 36, 76)
    m.cornice(-w / 2, -h - 8, w, 14)
    m.cornice(-w / 2, -floor - 6, w, 10)
    m.wall(-centre / 2, -h - 14, centre, h + 14, m.p.frame, 0.2)
    for k in range(3):
        m.window(-110 + k * 92, -h + 30, 40, 78, "cintre")
        m.door(-112 + k * 92, -112, 44, 112, "cintre")
    order = 4 if r.random() < 0.5 else 6
    for k in range(order):
        m.column(-centre / 2 + 8 + k * (centre - 40) / (order - 1), -h + 4, 24, floor - 18)
    m.cornice(-centre / 2 - 8, -h - 22, centre + 16, 18)
    m.gable(-centre / 2 - 14, -h - 26, centre + 28, 92, m.p.side)
    m.gable(-centre / 2 + 16, -h - 32, centre - 32, 68, m.p.wall)
    m.c.circle(0, -h - 56, 17, m.p.frame, 1, m.p.line, 2)
    top = h + 130
    if r.random() < 0.45:
        m.wall(-34, -h - 170, 68, 70, stones=0.4)
        m.c.circle(0, -h - 136, 22, m.p.frame, 1, m.p.line, 2)
        m.c.path(f"M0,{-h - 136}v-14m0,14h10", "none", 1, m.p.line, 3)
        m.dome(-38, -h - 170, 76, 110)
        top = h + 290
    for k in range(4):
        m.c.rect(-centre / 2 - k * 12, -4 + k * 6, centre + k * 24, 6, m.p.frame, 1, m.p.line, 0.7)
    return w + 40, top


def market_hall(m: Mason, r: Random) -> Size:
    """A timber market hall: a great roof on posts."""
    bays = r.choice((5, 6, 7))
    w, h = bays * 92.0, 150.0
    m.c.rect(-w / 2 + 10, -h, w - 20, h, "#1f1a16", 0.75)
    for k in range(bays):
        m.c.rect(-w / 2 + k * 92 + 44, -h, 9, h, "#3d2b1f", 0.8)
    m.roof(-w / 2 - 34, -h + 6, w + 68, r.uniform(190, 240), 0.16)
    wood = "#5a3f2a"
    for k in range(bays + 1):
        x = -w / 2 + k * 92
        m.c.rect(x - 8, -h, 16, h - 20, wood, 1, "#2d1d13", 1)
        m.c.rect(x - 13, -22, 26, 22, m.p.wall, 1, m.p.line, 1)
        for side in (-1, 1):
            if -w / 2 <= x + side * 40 <= w / 2:
                m.c.line(x, -h + 62, x + side * 40, -h + 8, wood, 8)
    m.c.rect(-w / 2 - 10, -h, w + 20, 13, wood, 1, "#2d1d13", 1)
    m.wall(-26, -h - 230, 52, 46, stones=0.3)
    m.spire(-30, -h - 230, 60, 74)
    return w + 80, h + 330


def windmill(m: Mason, r: Random) -> Size:
    h = r.uniform(290, 340)
    m.c.poly(
        [(-86, 0), (-62, -h), (62, -h), (86, 0)],
        m.c.gradient((0, m.p.wall), (0.45, m.p.wall), (1, m.p.dark), across=True),
        1,
        m.p.line,
        1,
    )
    m.door(-22, -84, 44, 84, "cintre")
    for y in (-h * 0.5, -h * 0.78):
        m.window(-12, y, 24, 32, "plat", False)
    m.c.poly([(-76, -h), (0, -h - 96), (76, -h)], m.p.roof, 1, m.p.line, 1)
    m.c.poly([(0, -h - 96), (76, -h), (18, -h)], "#000000", 0.2)
    turn = r.uniform(10, 80)
    for k in range(4):
        m.c.push(f"translate(0,{-h - 24}) rotate({turn + k * 90})")
        m.c.rect(-5, -250, 10, 260, "#5a4634", 1, "#33261b", 1)
        m.c.rect(4, -244, 46, 186, "#efe7d2", 0.5)
        for j in range(8):
            m.c.line(4, -244 + j * 26, 50, -244 + j * 26, "#5a4634", 3)
        for xx in (27, 50):
            m.c.line(xx, -244, xx, -60, "#5a4634", 3)
        m.c.pop()
    m.c.circle(0, -h - 24, 13, "#33261b")
    return 520, h + 290


def water_mill(m: Mason, r: Random) -> Size:
    w, h = 330.0, 210.0
    m.roof(-w / 2 - 10, -h, w + 20, 130, 0.05)
    m.chimney(w / 2 - 70, -h - 90, 28, 70)
    m.wall(-w / 2, -h, w, h, stones=1.4)
    for k in range(3):
        m.window(-w / 2 + 130 + k * 66, -h + 30, 30, 44)
        m.window(-w / 2 + 130 + k * 66, -96, 30, 48)
    cx, cy, rr = -w / 2 + 20, -74.0, 118.0
    m.c.circle(cx, cy, rr, "none", 1, "#4b3524", 13)
    m.c.circle(cx, cy, rr * 0.72, "none", 1, "#4b3524", 7)
    for k in range(16):
        m.c.push(f"translate({cx},{cy}) rotate({k * 22.5})")
        m.c.line(0, 0, 0, -rr, "#5b4330", 5)
        m.c.rect(-17, -rr - 14, 34, 12, "#6b5038", 1, "#33261b", 1)
        m.c.pop()
    m.c.rect(cx - 170, -132, 190, 13, "#5b4330", 1, "#33261b", 1)
    return w + 300, h + 170


def lighthouse(m: Mason, r: Random) -> Size:
    h = r.uniform(430, 560)
    stripes = r.choice((0, 0, 3, 5))
    m.wall(-150, -110, 300, 110, stones=0.6)
    m.roof(-158, -110, 316, 54, 0.06)
    for k in range(4):
        m.window(-118 + k * 64, -80, 26, 40)
    m.c.poly(
        [(-56, 0), (-36, -h), (36, -h), (56, 0)],
        m.c.gradient((0, m.p.wall), (0.4, m.p.frame), (1, m.p.dark), across=True),
        1,
        m.p.line,
        1,
    )
    for k in range(stripes):
        t0, t1 = (2 * k + 1) / (2 * stripes + 1), (2 * k + 2) / (2 * stripes + 1)
        a, b = 56 - 20 * t0, 56 - 20 * t1
        m.c.poly([(-a, -h * t0), (-b, -h * t1), (b, -h * t1), (a, -h * t0)], "#b0372c", 0.88)
    for t in (0.3, 0.5, 0.7):
        m.window(-9, -h * t, 18, 30, "plat", False)
    m.c.rect(-58, -h - 12, 116, 14, m.p.side, 1, m.p.line, 1)
    for k in range(13):
        m.c.line(-56 + k * 9.3, -h - 12, -56 + k * 9.3, -h - 34, m.p.line, 2)
    m.c.rect(-58, -h - 36, 116, 4, m.p.line)
    m.c.rect(-27, -h - 76, 54, 66, "#f6e6a8", 1, m.p.line, 3)
    for k in range(3):
        m.c.line(-27 + k * 27, -h - 76, -27 + k * 27, -h - 12, m.p.line, 3)
    m.c.path(f"M-34,{-h - 76}q34,-56 68,0z", "#46545c", 1, m.p.line, 1)
    m.c.line(0, -h - 104, 0, -h - 132, m.p.line, 4)
    m.door(-18, -66, 36, 66, "cintre")
    return 320, h + 150


def keep(m: Mason, r: Random) -> Size:
    """A tower of the Middle Ages, whole or in ruins."""
    w, h = r.uniform(190, 240), r.uniform(400, 480)
    m.wall(-w / 2, -h, w, h, stones=1.8)
    for y in (-h * 0.78, -h * 0.5):
        m.lancet(-18, y, 36, 70, 1)
    m.door(-26, -120, 52, 84, "brisé")
    if r.random() < 0.5:
        m.battlements(-w / 2, -h, w, 28)
        for k in range(6):
            m.c.rect(-w / 2 - 10 + k * (w + 8) / 6, -h + 14, 12, 22, m.p.side, 1, m.p.line, 1)
    else:
        m.c.poly(
            [
                (-w / 2 - 4, -h - 30),
                (-w / 2 - 4, -h + 6),
                (-w / 4, -h + 70),
                (0, -h + 26),
                (w / 4, -h + 96),
                (w / 2 + 4, -h + 20),
                (w / 2 + 4, -h - 30),
            ],
            m.p.horizon if m.p.has_sky else m.p.sky,
        )
        for _ in range(12):
            m.c.path(
                blob(r, r.uniform(-w / 2, w / 2), -h + r.uniform(40, 200), 16, 12, 0.3),
                m.p.leaves[0],
                0.8,
            )
    side = r.choice((-1, 1))
    m.wall(w / 2 - 6 if side > 0 else -w / 2 - 210, -130, 216, 130, stones=1.6)
    m.battlements(w / 2 - 6 if side > 0 else -w / 2 - 210, -130, 216, 22)
    return w + 420, h + 50


def gate(m: Mason, r: Random) -> Size:
    """A town gate between two towers."""
    h = r.uniform(250, 300)
    m.wall(-100, -h, 200, h, stones=1.4)
    m.battlements(-100, -h, 200, 24)
    m.c.path("M-62,0V-110A62,62 0 0 1 62,-110V0Z", m.p.hole, 1, m.p.frame, 12)
    for k in range(5):
        m.c.line(-48 + k * 24, -140, -48 + k * 24, -86, m.p.dark, 4)
    m.c.line(-60, -112, 60, -112, m.p.dark, 4)
    m.lancet(-17, -h + 40, 34, 62, 2)
    cap = r.choice((0, 150))
    for x in (-236, 108):
        m.round_tower(x, -h - 46, 128, 0, cap)
    return 520, h + 90 + cap


def station(m: Mason, r: Random) -> Size:
    """A railway station with its clock and its glass awning."""
    w, h = r.uniform(560, 680), 190.0
    m.roof(-w / 2 - 8, -h * 0.72, w + 16, 52, 0.04)
    m.wall(-w / 2, -h * 0.72, w, h * 0.72, "", 0.4)
    for k in range(int(w / 78)):
        x = -w / 2 + 26 + k * 78
        if abs(x + 20) > 130:
            m.window(x, -h * 0.56, 40, 84, "cintre")
    m.roof(-138, -h - 16, 276, 84, 0.16)
    m.wall(-130, -h - 16, 260, h + 16, "", 0.4)
    for k in range(3):
        m.door(-104 + k * 80, -104, 48, 104, "cintre")
        m.window(-98 + k * 80, -h + 12, 36, 46, "cintre")
    m.wall(-40, -h - 84, 80, 66, stones=0.3)
    m.c.circle(0, -h - 50, 25, m.p.frame, 1, m.p.line, 4)
    m.c.path(f"M0,{-h - 50}v-16m0,16h11", "none", 1, m.p.line, 3)
    m.gable(-50, -h - 84, 100, 36)
    m.c.poly(
        [(-w / 2 + 20, -112), (w / 2 - 20, -112), (w / 2, -92), (-w / 2, -92)],
        "#93a7ab",
        0.75,
        m.p.line,
        2,
    )
    for k in range(int(w / 60)):
        m.c.line(-w / 2 + 10 + k * 60, -92, -w / 2 + 10 + k * 60, 0, m.p.line, 3)
    return w + 30, h + 150


def factory(m: Mason, r: Random) -> Size:
    """A works: saw-tooth roofs and a brick chimney."""
    bays = r.choice((4, 5, 6))
    x = -bays * 60.0
    cx = x - 60 if r.random() < 0.5 else x + bays * 120 + 40
    h = r.uniform(430, 540)
    m.c.poly([(cx - 26, 0), (cx - 15, -h), (cx + 15, -h), (cx + 26, 0)], "#a3573f", 1, "#5e3022", 1)
    for k in range(int(h / 16)):
        m.c.line(cx - 24, -k * 16, cx + 24, -k * 16, "#5e3022", 1, 0.3)
    m.c.rect(cx - 20, -h - 8, 40, 14, "#8a4632", 1, "#5e3022", 1)
    for k in range(bays):
        bx = x + k * 120
        m.wall(bx, -170, 120, 170, stones=0.9)
        m.c.poly([(bx, -170), (bx, -260), (bx + 120, -170)], m.p.side, 1, m.p.line, 1)
        m.c.poly([(bx + 6, -178), (bx + 6, -244), (bx + 28, -228), (bx + 28, -178)], "#8fa5ad", 0.9)
        m.c.line(bx, -262, bx + 122, -170, m.p.roof, 9)
        for row in range(2):
            m.window(bx + 18 + row * 48, -132, 36, 76, "cintre")
    m.door(x + 36, -92, 54, 92)
    return bays * 120 + 240, h + 30


def farm(m: Mason, r: Random) -> Size:
    """A farmhouse with its barn in one line."""
    w, h = r.uniform(560, 680), r.uniform(120, 140)
    m.roof(-w / 2 - 14, -h, w + 28, r.uniform(130, 160), 0.07)
    m.chimney(-w / 2 + 90, -h - 120, 30, 62)
    m.wall(-w / 2, -h, w, h, stones=1.3)
    m.door(-w / 2 + 60, -86, 42, 86)
    for x in (-w / 2 + 16, -w / 2 + 124, -w / 2 + 186):
        m.window(x, -84, 30, 40, "plat", True, r.choice(("#5f7f86", "#7c3f36", "#6b7a52")))
    m.c.path(f"M{w * 0.14},0V-96A56,44 0 0 1 {w * 0.14 + 112},-96V0Z", m.p.door, 1, m.p.frame, 8)
    for x in (w * 0.4, w * 0.4 + 46):
        m.c.rect(x, -74, 12, 34, m.p.hole)
    return w + 40, h + 190


def dovecote(m: Mason, r: Random) -> Size:
    m.round_tower(-100, -250, 200, 0, r.uniform(130, 170))
    m.c.rect(-104, -150, 208, 10, m.p.frame, 1, m.p.line, 1)
    for row in range(3):
        for k in range(5):
            m.c.rect(-58 + k * 26, -222 + row * 22, 11, 12, m.p.hole)
    m.door(-24, -86, 48, 86, "cintre")
    return 240, 440


def wash_house(m: Mason, r: Random) -> Size:
    """A wash-house: a roof on posts above its basin."""
    w = r.uniform(380, 460)
    m.c.rect(-w / 2, -110, w, 110, "#2a241f", 0.6)
    m.wall(-w / 2 - 20, -44, w + 40, 44, stones=1.6)
    m.c.rect(-w / 2 + 10, -30, w - 20, 16, m.p.water)
    m.roof(-w / 2 - 34, -116, w + 68, 104, 0.16)
    for k in range(5):
        m.c.rect(-w / 2 + k * (w - 14) / 4, -118, 14, 78, "#6b5038", 1, "#33261b", 1)
    return w + 90, 240


def fountain(m: Mason, r: Random) -> Size:
    m.c.ellipse(0, 0, 240, 26, m.p.dark)
    m.wall(-230, -58, 460, 60, stones=1.2)
    m.c.ellipse(0, -58, 230, 25, m.p.frame, 1, m.p.line, 2)
    m.c.ellipse(0, -58, 208, 20, m.p.water)
    m.c.rect(
        -30, -210, 60, 152, m.c.gradient((0, m.p.wall), (1, m.p.dark), across=True), 1, m.p.line, 1
    )
    m.c.ellipse(0, -206, 112, 15, m.p.frame, 1, m.p.line, 2)
    m.c.path("M-112,-206q10,52 86,56h52q76,-4 86,-56z", m.p.side, 1, m.p.line, 1)
    m.c.rect(-17, -320, 34, 116, m.p.wall, 1, m.p.line, 1)
    m.c.path("M-26,-320q26,-70 26,-86q0,16 26,86z", m.p.wall, 1, m.p.line, 1)
    for side in (-1, 1):
        m.c.path(f"M{side * 100},-204q{side * 34},50 {side * 38},140", "none", 0.7, "#e8f1f3", 5)
        m.c.path(f"M{side * 60},-206q{side * 14},60 {side * 16},142", "none", 0.6, "#e8f1f3", 4)
    return 520, 430


def modern_block(m: Mason, r: Random) -> Size:
    """A building of the twentieth century: a grid of glass and coloured panels."""
    columns, rows = r.choice((7, 9, 11)), r.choice((5, 8, 11))
    cw, ch = 58.0, 52.0
    w, h = columns * cw, rows * ch + 66
    panels = r.choice(
        (
            ("#d9a32f", "#2f5f8a", "#c0c4c2"),
            ("#b5452f", "#e2ddce", "#7d8f8a"),
            ("#5d8a7a", "#d8d2c0", "#8aa0aa"),
        )
    )
    m.c.rect(-w / 2, -h, w, h, m.p.wall, 1, m.p.line, 1)
    for k in range(columns):
        for row in range(rows):
            x, y = -w / 2 + k * cw + 5, -h + 10 + row * ch
            m.c.rect(x, y, cw - 10, ch * 0.5, "#5f737d", 1, m.p.frame, 2)
            m.c.poly([(x, y), (x + 18, y), (x, y + ch * 0.4)], "#ffffff", 0.16)
            m.c.rect(x, y + ch * 0.54, cw - 10, ch * 0.34, r.choice(panels))
    m.c.rect(-w / 2 + 16, -62, w - 32, 62, "#3a4348")
    for k in range(columns):
        m.c.poly(
            [
                (-w / 2 + k * cw + 20, -62),
                (-w / 2 + k * cw + 40, -62),
                (-w / 2 + k * cw + 33, 0),
                (-w / 2 + k * cw + 27, 0),
            ],
            m.p.wall,
            1,
            m.p.line,
            1,
        )
    m.c.rect(-w / 2 - 10, -h - 10, w + 20, 12, m.p.side, 1, m.p.line, 1)
    m.c.rect(w / 2 - w * 0.12, -h, w * 0.12, h, "#000000", 0.12)
    return w + 60, h + 30


def villa(m: Mason, r: Random) -> Size:
    """A villa of the years 1930: white volumes, a round corner, terraces."""
    white = m.p.wall
    m.c.rect(-210, -150, 420, 150, white, 1, m.p.line, 1)
    m.c.path("M60,0V-260H170A60,60 0 0 1 230,-200V0Z", white, 1, m.p.line, 1)
    m.c.path("M170,-260A60,60 0 0 1 230,-200V0H196V-260Z", m.p.dark, 0.35)
    m.c.rect(-190, -250, 250, 100, m.p.frame, 1, m.p.line, 1)
    m.c.rect(-176, -226, 210, 54, "#5f737d", 1, m.p.line, 2)
    for k in range(1, 6):
        m.c.line(-176 + k * 35, -226, -176 + k * 35, -172, m.p.frame, 3)
    m.c.rect(88, -226, 126, 46, "#5f737d", 1, m.p.line, 2)
    for y in (-150, -250):
        m.c.rect(-216, y - 7, 290, 9, m.p.side, 1, m.p.line, 1)
    for k in range(3):
        m.c.line(-216, -164 - k * 9, -190, -164 - k * 9, m.p.line, 2.5)
    m.c.rect(-180, -108, 120, 70, "#5f737d", 1, m.p.frame, 4)
    m.door(-20, -104, 50, 104)
    m.c.circle(142, -100, 24, "#5f737d", 1, m.p.frame, 6)
    m.c.rect(-228, -14, 470, 14, m.p.side, 1, m.p.line, 1)
    return 520, 320
