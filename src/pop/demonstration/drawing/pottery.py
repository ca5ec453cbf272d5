"""Vases, pots and plates: their shapes and their glazes."""

import math
from collections.abc import Callable
from random import Random

import numpy as np

from pop.demonstration.drawing.canvas import Canvas, Pixels, light, mix, rgb
from pop.demonstration.drawing.ornament import band, bird, flower, frieze, leaf, scroll
from pop.demonstration.drawing.surface import blur, grain, noise, places
from pop.demonstration.drawing.turning import Ground, Matter, Profile, turned

Skin = Callable[[Random], tuple[Pixels, Matter]]

SHAPES: dict[str, Profile] = {
    "albarelle": ((0, .205), (.03, .212), (.05, .175), (.10, .168), (.16, .19), (.20, .275), (.26, .30), (.5, .255), (.74, .285), (.83, .30), (.88, .275), (.92, .20), (.95, .19), (.97, .215), (1, .215)),
    "amphore": ((0, .16), (.025, .17), (.05, .12), (.14, .095), (.22, .11), (.28, .22), (.38, .31), (.5, .335), (.65, .27), (.82, .15), (.92, .095), (.95, .09), (.97, .15), (1, .16)),
    "bouteille": ((0, .085), (.02, .09), (.05, .06), (.2, .052), (.36, .07), (.46, .16), (.58, .26), (.7, .30), (.82, .28), (.92, .2), (.97, .17), (1, .165)),
    "coupe": ((0, .56), (.02, .565), (.04, .55), (.3, .5), (.55, .38), (.72, .22), (.78, .12), (.82, .10), (.9, .12), (.95, .2), (1, .23)),
    "jarre": ((0, .24), (.03, .25), (.06, .21), (.12, .24), (.25, .37), (.42, .42), (.62, .38), (.85, .26), (.96, .21), (1, .21)),
    "potiche": ((0, .15), (.02, .16), (.05, .13), (.10, .14), (.18, .29), (.28, .35), (.42, .33), (.65, .22), (.85, .17), (.95, .19), (1, .2)),
    "pot": ((0, .33), (.03, .34), (.06, .31), (.2, .35), (.5, .40), (.8, .35), (.94, .28), (.97, .3), (1, .3)),
    "vase cornet": ((0, .36), (.02, .365), (.06, .30), (.25, .19), (.45, .15), (.55, .19), (.62, .21), (.7, .17), (.85, .2), (.95, .27), (1, .28)),
    "gobelet": ((0, .34), (.02, .34), (.3, .31), (.6, .28), (.85, .25), (.93, .24), (.96, .28), (1, .28)),
}  # fmt: skip

STUDIOS = {
    "clair": Ground("#cecac2", "#96928c"),
    "sable": Ground("#d6ceba", "#a0967f"),
    "ardoise": Ground("#5e6468", "#26292c"),
    "noir": Ground("#3c3a3a", "#131213"),
    "bleu": Ground("#9fb0bb", "#5b6d79"),
    "terre": Ground("#a58f7b", "#5c4b3e"),
}

_FAIENCE = (
    ("#1f3f8f", "#5c7fc4", "#d9962b", "#4f8a57"),
    ("#24408a", "#7f9ad0", "#24408a", "#7f9ad0"),
    ("#7a2f5c", "#b06d93", "#d5a02f", "#5d8a5a"),
    ("#2d6b4f", "#79ab8c", "#c98a2d", "#355f8f"),
    ("#a0431f", "#d08b57", "#2f5f8a", "#6b8c4a"),
)


def vase(
    rng: Random, shape: str = "albarelle", decor: str = "faïence", studio: str = "clair"
) -> Pixels:
    """A pot of that shape and decor, as a museum photographs it."""
    draws = np.random.default_rng(rng.getrandbits(32))
    profile = tuple(
        (h, r * (1 + 0.05 * math.sin(3 * h + rng.random() * 6))) for h, r in SHAPES[shape]
    )
    skin, matter = _SKINS[decor](rng)
    size = (1080, 800) if shape == "coupe" else (760, 980) if shape != "pot" else (900, 880)
    picture = turned(
        profile, skin, matter, STUDIOS[studio], draws, size,
        share=0.52 if shape == "coupe" else 0.74, turn=rng.random(),
    )  # fmt: skip
    return grain(picture, draws, 3.2, 1.2)


def plate(rng: Random, decor: str = "faïence", studio: str = "sable") -> Pixels:
    """A plate or a dish seen from the front."""
    size = 820
    draws = np.random.default_rng(rng.getrandbits(32))
    dark, pale, warm, green = rng.choice(_FAIENCE)
    ground = "#efece4" if decor == "faïence" else rng.choice(("#e6d3a8", "#ded9cd", "#c9a06a"))
    c = Canvas(size, size, ground)
    c.push(f"scale({size / 1000:.3f})")
    m = 500.0
    for r, w in ((448, 10), (430, 4), (300, 4), (286, 10)):
        c.circle(m, m, r, "none", 1, dark, w)
    arms = rng.choice((6, 8, 10, 12))
    for k in range(arms):
        c.push(f"rotate({k * 360 / arms} {m} {m})")
        scroll(c, m - 30, m - 366, 46, 1, 1.6, dark, 5, 6, pale, (warm, dark))
        leaf(c, m + 22, m - 366, -20, 56, green, dark, 2)
        flower(c, m + 62, m - 372, 20, 6, warm, dark)
        c.pop()
    kind = rng.choice(("oiseau", "bouquet", "rosace", "paysage"))
    if kind == "oiseau":
        for blade in range(7):
            leaf(
                c,
                m - 120 + blade * 36,
                m + 130 - abs(blade - 3) * 4,
                rng.uniform(-150, -30),
                70,
                green,
                dark,
                3,
            )
        bird(c, m, m, 1.5, pale, dark, dark, rng.choice((-1, 1)))
    elif kind == "bouquet":
        for _ in range(9):
            a = math.radians(rng.uniform(-165, -15))
            x, y = m + 170 * math.cos(a), m + 60 + 200 * math.sin(a)
            c.path(
                f"M{m},{m + 150}Q{m + (x - m) * 0.2},{(y + m + 150) / 2} {x},{y}",
                "none",
                1,
                green,
                5,
            )
            flower(
                c,
                x,
                y,
                rng.uniform(28, 44),
                rng.choice((5, 6, 8)),
                rng.choice((dark, pale, warm)),
                warm,
                dark,
                2,
            )
    elif kind == "rosace":
        for ring, n in ((60, 6), (130, 12), (210, 18)):
            for k in range(n):
                a = 2 * math.pi * k / n
                leaf(
                    c,
                    m + ring * 0.6 * math.cos(a),
                    m + ring * 0.6 * math.sin(a),
                    math.degrees(a),
                    ring * 0.5,
                    (pale, dark, warm)[k % 3],
                )
        flower(c, m, m, 46, 8, warm, dark)
    else:
        c.path(f"M{m - 240},{m + 60}q120,-90 240,-10t240,0v40q-100,160 -240,160t-240,-160z", pale)
        c.rect(m - 60, m - 90, 90, 130, ground, 1, dark, 5)
        c.poly([(m - 76, m - 90), (m - 15, m - 160), (m + 46, m - 90)], dark)
        for _ in range(4):
            x = m + rng.uniform(-190, 190)
            c.ellipse(x, m + 10, 34, 56, green, 1, dark, 3)
    c.pop()
    skin = c.render()
    down, across = ((at - size / 2) * (1000 / size) for at in places(size, size))
    d = np.hypot(across, down)
    skin += (noise(size, size, 260, draws) * 5)[..., None]
    bowl = np.where(d < 296, 0.10 * (d / 296) ** 3, -0.05)
    lean = bowl * (-(across * 0.7 + down * 0.7) / np.maximum(d, 1))
    skin = skin * (0.93 + 3.2 * lean + 0.05 * (down < -across))[..., None]
    gleam = np.exp(-(((across + 190) / 150) ** 2 + ((down + 210) / 70) ** 2)) * 60
    skin += gleam[..., None]
    studio_ground = STUDIOS[studio]
    margin = size // 12
    side = size + 2 * margin
    picture = np.empty((side, side, 3), np.float32)
    picture[:] = rgb(mix(studio_ground.bright, studio_ground.dim, 0.35))
    yy, xx = ((at - side / 2) * (1000 / size) for at in places(side, side))
    shadow = blur(((np.hypot(xx - 16, yy - 22) < 470) * 120).astype(np.float32), 18)
    picture -= shadow[..., None] * 0.9
    mask = np.clip((470 - np.hypot(xx, yy)) / 1.6, 0, 1)[..., None]
    full = np.pad(skin, ((margin, margin), (margin, margin), (0, 0)), "edge")
    return grain(picture * (1 - mask) + full * mask, draws, 3.2, 1.2)


def _faience(rng: Random) -> tuple[Pixels, Matter]:
    dark, pale, warm, green = rng.choice(_FAIENCE)
    c = Canvas(1500, 1000, rng.choice(("#f1efe8", "#eeeadd", "#e9edf0")))
    band(c, 20, 8, dark)
    band(c, 36, 3, dark)
    frieze(c, 58, 40, rng.choice(("godrons", "feuilles", "dents")), dark, pale, 26)
    band(c, 124, 3, dark)
    band(c, 150, 8, dark)
    frieze(c, 178, 72, rng.choice(("losanges", "perles", "postes")), dark, warm)
    band(c, 262, 3, dark)
    band(c, 273, 7, dark)
    for i in range(6):
        x, way = 125 + i * 250, 1 if i % 2 else -1
        if i % 3 == 1:
            c.ellipse(x, 475, 100, 150, "#f6f4ee", 1, dark, 8)
            c.ellipse(x, 475, 86, 135, "none", 1, warm, 4)
            for k in range(26):
                a = k * 2 * math.pi / 26
                c.circle(x + 111 * math.cos(a), 475 + 162 * math.sin(a), 8, dark if k % 2 else warm)
            if i == 1:
                bird(c, x, 470, 0.8, pale, dark, dark, rng.choice((-1, 1)))
                for a in (-150, -100, -60, -20):
                    leaf(c, x + a / 3 + 30, 560, a, 38, green, dark, 2)
            else:
                for _ in range(7):
                    a = math.radians(rng.uniform(-160, -20))
                    fx, fy = x + 60 * math.cos(a), 520 + 100 * math.sin(a)
                    c.line(x, 560, fx, fy, green, 3)
                    flower(c, fx, fy, 17, 6, rng.choice((warm, pale, dark)), dark)
        else:
            scroll(c, x, 400, 92, way, 1.6, dark, 6, 13, pale, (warm, dark))
            scroll(c, x, 556, 92, -way, 4.7, dark, 6, 13, green, (warm, dark))
    band(c, 672, 7, dark)
    band(c, 687, 3, dark)
    frieze(c, 700, 40, "dents", dark, pale, 17)
    band(c, 750, 3, dark)
    band(c, 770, 11, pale)
    band(c, 790, 3, dark)
    frieze(c, 830, 40, rng.choice(("perles", "feuilles")), dark, warm, 34)
    band(c, 925, 15, dark)
    return _kiln(c, rng, 6), Matter(0.55)


def _figures(rng: Random) -> tuple[Pixels, Matter]:
    black, clay = ("#1d1815", "#bd6a35") if rng.random() < 0.6 else ("#b9622f", "#1f1a17")
    c = Canvas(1200, 900, black)
    band(c, 235, 45, clay)
    frieze(c, 238, 40, "feuilles", black, black, 25)
    band(c, 290, 4, clay)
    band(c, 300, 215, clay)
    for i in range(8):
        x = i * 150 + 75
        if i % 2:
            bird(c, x, 412, 0.75, black, clay, black, 1 if i % 4 == 1 else -1)
        else:
            for j in range(9):
                leaf(c, x, 465, -90 + (j - 4) * 21, 76 - abs(j - 4) * 6, black)
            scroll(c, x - 45, 480, 27, -1, 0, black, 5, 0)
            scroll(c, x + 45, 480, 27, 1, math.pi, black, 5, 0)
    band(c, 522, 4, clay)
    band(c, 538, 40, clay)
    frieze(c, 543, 30, "grecque", black, black, 32)
    band(c, 586, 3, clay)
    band(c, 665, 4, clay)
    band(c, 676, 2, clay)
    frieze(c, 760, 100, "dents", clay, clay, 26)
    return _kiln(c, rng, 7), Matter(0.35)


def _single(colours: tuple[str, ...], gloss: float, drip: bool) -> Skin:
    def skin(rng: Random) -> tuple[Pixels, Matter]:
        draws = np.random.default_rng(rng.getrandbits(32))
        one = rng.choice(colours)
        picture = np.empty((800, 900, 3), np.float32)
        picture[:] = rgb(one)
        picture += (noise(800, 900, 300, draws, 5) * 16)[..., None]
        if drip:
            low = np.linspace(0, 1, 800, dtype=np.float32)[:, None]
            edge = 0.42 + 0.12 * noise(800, 900, 60, draws, 3, 0.4)
            over = np.clip((edge - low) * 14, 0, 1)[..., None]
            picture = picture * (1 - over) + rgb(light(one, rng.choice((-0.45, 0.45)))) * over
        net = np.abs(noise(800, 900, 46, draws, 3))
        picture -= (np.clip(1 - net / 0.02, 0, 1) * 18)[..., None]
        return picture, Matter(gloss)

    return skin


def _lustre(rng: Random) -> tuple[Pixels, Matter]:
    copper, blue, ivory = rng.choice(
        (("#9a4a1f", "#27467f", "#e9dfc8"), ("#7a5a18", "#2f6b5f", "#efe6d2"))
    )
    c = Canvas(1200, 800, ivory)
    for i in range(12):
        x = i * 100 + 50
        c.path(
            f"M{x},60C{x + 43},140 {x + 43},330 {x},440C{x - 43},330 {x - 43},140 {x},60Z",
            copper if i % 2 else blue,
        )
        c.path(
            f"M{x},110C{x + 26},170 {x + 26},310 {x},390C{x - 26},310 {x - 26},170 {x},110Z", ivory
        )
        scroll(c, x, 250, 20, 1, 0, copper, 4, 4)
        c.circle(x - 50, 90, 11, copper)
        c.circle(x - 50, 430, 13, copper)
    band(c, 480, 16, blue)
    band(c, 504, 5, copper)
    frieze(c, 540, 60, "postes", copper, blue)
    band(c, 20, 10, copper)
    band(c, 640, 10, blue)
    frieze(c, 690, 50, "dents", copper, blue, 30)
    return _kiln(c, rng, 7), Matter(0.6)


def _stripes(rng: Random) -> tuple[Pixels, Matter]:
    ground, one, two = rng.choice(
        (
            ("#d9b98a", "#5b2f1d", "#a45a2a"),
            ("#e8dcc0", "#3c5a3a", "#a8762f"),
            ("#b96f43", "#efe2c6", "#3a2418"),
        )
    )
    c = Canvas(1000, 800, ground)
    y = 60.0
    while y < 760:
        h = rng.choice((10, 16, 60, 80))
        if h < 20:
            band(c, y, h, rng.choice((one, two)))
        else:
            frieze(
                c, y, h, rng.choice(("dents", "losanges", "grecque", "postes", "perles")), one, two
            )
        y += h + rng.choice((14, 26, 40))
    return _kiln(c, rng, 8), Matter(0.22, shine=24)


_SKINS = {
    "faïence": _faience,
    "figures": _figures,
    "lustre": _lustre,
    "rayures": _stripes,
    "céladon": _single(("#9dbfa8", "#8fb3a6", "#b3c9ac"), 0.75, False),
    "grès": _single(("#6b5a48", "#8a7a63", "#4d5256"), 0.4, True),
    "émail": _single(("#1d4f6e", "#7d1f2b", "#2f6b57", "#c08a1e"), 0.85, True),
}
DECORS = tuple(_SKINS)


def _kiln(c: Canvas, rng: Random, strength: float) -> Pixels:
    """What firing leaves on a painted decor: it is nowhere quite even."""
    draws = np.random.default_rng(rng.getrandbits(32))
    skin = blur(c.render(), 0.7)
    skin += (noise(c.height, c.width, 180, draws, 4) * strength)[..., None]
    return skin + (noise(c.height, c.width, 6, draws, 2) * 3)[..., None]
