"""Goldwork and metalwork: chalices, bells, monstrances, crosses, reliquaries, medals, coins, seals."""

import math
from random import Random

import numpy as np

from pop.demonstration.drawing.canvas import Canvas, Pixels, mix, rgb
from pop.demonstration.drawing.ornament import bird, flower, frieze, leaf, scroll, star
from pop.demonstration.drawing.relief import lit
from pop.demonstration.drawing.surface import Plane, blur, grain, grey, noise, spread
from pop.demonstration.drawing.turning import Ground, Matter, Profile, turned

METALS = {
    "or": ("#c79a3e", "#7d5717"), "argent": ("#b9bcc0", "#5f646b"), "bronze": ("#7a6f4e", "#3c3a2b"),
    "laiton": ("#b5914a", "#6b4f1e"), "étain": ("#96989a", "#54575b"), "cuivre": ("#a8623c", "#5a2f1b"),
}  # fmt: skip
SHAPES: dict[str, Profile] = {
    "calice": ((0, .255), (.02, .252), (.1, .235), (.2, .205), (.28, .15), (.325, .07), (.36, .045), (.4, .04), (.42, .07), (.455, .105), (.48, .115), (.505, .105), (.54, .07), (.56, .04), (.63, .038), (.70, .052), (.76, .09), (.83, .15), (.9, .22), (.93, .26), (.955, .262), (.96, .285), (1, .29)),
    "ciboire": ((0, .012), (.03, .03), (.05, .02), (.08, .05), (.12, .11), (.2, .19), (.25, .225), (.27, .24), (.29, .225), (.42, .2), (.5, .12), (.56, .045), (.6, .05), (.64, .1), (.68, .05), (.76, .045), (.84, .1), (.92, .2), (.96, .23), (1, .235)),
    "cloche": ((0, .10), (.02, .13), (.045, .20), (.07, .245), (.12, .262), (.3, .275), (.5, .30), (.7, .345), (.82, .40), (.9, .46), (.96, .52), (1, .525)),
    "aiguière": ((0, .12), (.03, .13), (.08, .08), (.2, .085), (.3, .17), (.45, .24), (.6, .22), (.75, .1), (.8, .06), (.86, .07), (.93, .16), (1, .18)),
    "chandelier": ((0, .06), (.03, .16), (.06, .17), (.09, .07), (.16, .05), (.2, .1), (.26, .06), (.4, .05), (.46, .1), (.52, .055), (.7, .065), (.78, .12), (.84, .09), (.9, .18), (.96, .26), (1, .27)),
    "bassin": ((0, .5), (.05, .51), (.1, .46), (.4, .4), (.7, .3), (.9, .18), (1, .2)),
}  # fmt: skip
_STUDIO = (
    Ground("#585452", "#1e1d1e"),
    Ground("#4a5058", "#16191d"),
    Ground("#c4c0b8", "#807c76"),
    Ground("#6b3a35", "#23100f"),
)


def vessel(rng: Random, shape: str = "calice", metal: str = "or") -> Pixels:
    """A turned vessel, or a bell, of that metal."""
    base, dark = METALS[metal]
    c = Canvas(1200, 900, base)
    for y in (30, 46, 420, 432, 850):
        c.rect(0, y, 1200, 4, dark)
    for i in range(8):
        scroll(c, i * 150 + 40, 130, 44, 1, 0, dark, 4, 7, dark)
        scroll(c, i * 150 + 115, 146, 44, -1, math.pi, dark, 4, 7, dark)
    frieze(
        c,
        210,
        46,
        rng.choice(("godrons", "feuilles", "grecque", "postes")),
        dark,
        mix(base, dark, 0.4),
    )
    gems = ("#2e4d8f", "#8f2e3a", "#2f6b49", "#6b4a8f") if metal in ("or", "argent") else (dark,)
    for i in range(16):
        c.circle(i * 75 + 20, 428, 17, gems[i % len(gems)], 1, dark, 4)
    if shape == "cloche":
        for y in (110, 120, 200, 210, 520, 540, 640):
            c.rect(0, y, 1200, 5, dark)
            c.rect(0, y - 4, 1200, 3, mix(base, "#ffffff", 0.35))
        frieze(c, 136, 48, "feuilles", dark, dark, 30)
    frieze(c, 700, 110, "dents", mix(base, dark, 0.5), dark, 60)
    draws = np.random.default_rng(rng.getrandbits(32))
    skin = (
        c.render() + (noise(900, 1200, 200, draws, 4) * (16 if metal == "bronze" else 7))[..., None]
    )
    size = (980, 860) if shape in ("cloche", "bassin") else (720, 960)
    picture = turned(SHAPES[shape], skin, Matter(metal=True), rng.choice(_STUDIO), draws, size,
                     0.44 if shape == "bassin" else 0.76, shape not in ("cloche", "ciboire"), rng.random())  # fmt: skip
    return grain(picture, draws, 3.5, 1.4)


def _chased(rng: Random, c: Canvas, heights: Canvas, ground: Ground, gloss: float = 0.9) -> Pixels:
    """A flat piece on the paper of a studio: colours from one sheet, relief from the other."""
    draws = np.random.default_rng(rng.getrandbits(32))
    colour, height = c.render(), grey(heights.render())
    mask = np.clip(grey(heights.render()) / 12, 0, 1)
    inside = blur(np.asarray(mask * 255, np.float32), 1.2) / 255
    picture = lit(height + noise(c.height, c.width, 9, draws, 2) * 3, colour, 0.09, gloss, 0.5)
    h, w = height.shape
    y, x = spread(h, w)
    glow = np.exp(-((x + 0.2) ** 2 + (y + 0.1) ** 2) / 0.8)[..., None]
    paper = rgb(ground.dim) * (1 - glow) + rgb(ground.bright) * glow
    shadow = np.roll(blur(np.asarray(mask * 255, np.float32), 16), (18, 16), (0, 1)) / 255
    paper = paper * (1 - 0.6 * shadow)[..., None]
    m = inside[..., None]
    return grain((paper * (1 - m) + picture * m).astype(np.float32), draws, 3.5, 1.4)


def monstrance(rng: Random, metal: str = "or") -> Pixels:
    """A monstrance: rays around its glass, on a foot."""
    base = METALS[metal][0]
    c, z = Canvas(720, 1080, base), Canvas(720, 1080, "#000000")
    x, y, r = 360.0, 330.0, 120.0
    rays = rng.choice((24, 32, 40))
    for k in range(rays):
        long = 1.0 if k % 2 == 0 else 0.78
        a = 2 * math.pi * k / rays
        b = math.pi / rays * 0.85
        z.poly([(x + r * math.cos(a - b), y + r * math.sin(a - b)), (x + 260 * long * math.cos(a), y + 260 * long * math.sin(a)),
                (x + r * math.cos(a + b), y + r * math.sin(a + b))], "#b0b0b0" if k % 2 == 0 else "#808080")  # fmt: skip
    for rr, tone in (
        (r + 22, "#ffffff"),
        (r + 4, "#909090"),
        (r - 12, "#e0e0e0"),
        (r - 26, "#606060"),
    ):
        z.circle(x, y, rr, tone)
    c.circle(x, y, r - 26, "#f2ead8")
    c.circle(x - 24, y - 30, 40, "#ffffff", 0.4)
    for k in range(12):
        a = 2 * math.pi * k / 12
        c.circle(
            x + (r + 3) * math.cos(a),
            y + (r + 3) * math.sin(a),
            10,
            ("#8f2e3a", "#2e4d8f", "#2f6b49")[k % 3],
        )
        z.circle(x + (r + 3) * math.cos(a), y + (r + 3) * math.sin(a), 10, "#ffffff")
    z.rect(x - 9, 30, 18, 80, "#d0d0d0")
    z.rect(x - 34, 54, 68, 17, "#d0d0d0")
    for w, y0, h in ((26, 460, 150), (54, 560, 36), (40, 630, 60), (22, 690, 130), (46, 740, 30)):
        z.rect(
            x - w / 2,
            y0,
            w,
            h,
            z.gradient((0, "#505050"), (0.5, "#ffffff"), (1, "#505050"), across=True),
        )
    z.ellipse(x, 590, 62, 40, "#ffffff")
    z.path(
        f"M{x - 20},820C{x - 60},900 {x - 190},900 {x - 200},980H{x + 200}C{x + 190},900 {x + 60},900 {x + 20},820Z",
        z.gradient((0, "#606060"), (0.5, "#ffffff"), (1, "#606060"), across=True),
    )
    z.rect(x - 214, 978, 428, 26, "#b0b0b0")
    for k in range(5):
        scroll(z, x - 120 + k * 60, 940, 24, 1 if k % 2 else -1, 0, "#303030", 4, 4)
    return _chased(rng, c, z, rng.choice(_STUDIO[:2]))


def cross(rng: Random, metal: str = "or") -> Pixels:
    """A processional cross with gems."""
    base, _ = METALS[metal]
    c, z = Canvas(760, 1000, base), Canvas(760, 1000, "#000000")
    x, y = 380.0, 380.0
    flare = rng.uniform(1.2, 1.8)
    for k, long in enumerate((300, 260, 420, 260)):
        z.push(f"translate({x},{y}) rotate({k * 90})")
        z.path(f"M-46,0L{-46 * flare},{-long}H{46 * flare}L46,0Z", "#a8a8a8")
        z.path(f"M-34,0L{-34 * flare},{-long + 14}H{34 * flare}L34,0Z", "#787878")
        z.circle(0, -long, 46 * flare, "#b0b0b0")
        scroll(z, -12, -long * 0.42, 24, 1, 0, "#d8d8d8", 5, 5)
        scroll(z, 12, -long * 0.66, 24, -1, 2, "#d8d8d8", 5, 5)
        z.circle(0, -long, 26, "#ffffff")
        z.pop()
        c.push(f"translate({x},{y}) rotate({k * 90})")
        c.circle(0, -long, 24, rng.choice(("#8f2e3a", "#2e4d8f", "#2f6b49", "#6b4a8f")))
        c.circle(-8, -long - 8, 6, "#ffffff", 0.6)
        c.pop()
    z.circle(x, y, 92, "#c0c0c0")
    z.circle(x, y, 70, "#606060")
    z.poly(star(x, y, 64, 30, 8), "#f0f0f0")
    c.circle(x, y, 24, "#8f2e3a")
    z.circle(x, y, 24, "#ffffff")
    z.rect(x - 20, 800, 40, 190, "#909090")
    z.ellipse(x, 838, 48, 34, "#ffffff")
    return _chased(rng, c, z, rng.choice(_STUDIO[:2]))


def reliquary(rng: Random, metal: str = "or") -> Pixels:
    """A reliquary in the form of a house: figures under arches, a roof of lozenges, enamel."""
    base = METALS[metal][0]
    enamel = rng.choice(("#2e4d8f", "#2f6b6b", "#8f2e3a", "#27418a"))
    c, z = Canvas(1080, 820, base), Canvas(1080, 820, "#000000")
    z.rect(120, 360, 840, 330, "#808080")
    z.poly([(90, 372), (220, 140), (860, 140), (990, 372)], "#909090")
    z.rect(200, 112, 680, 34, "#c0c0c0")
    for k in range(23):
        z.circle(214 + k * 29, 112, 12, "#ffffff")
    c.poly([(110, 362), (228, 152), (852, 152), (970, 362)], enamel)
    for row in range(4):
        for k in range(11):
            px, py = 190 + k * 70 + (35 if row % 2 else 0), 180 + row * 50
            if px < 920 - row * 8 + 40:
                z.poly(star(px, py, 26, 11, 4), "#e0e0e0")
                c.poly(star(px, py, 26, 11, 4), base)
    for k in range(7):
        x = 150 + k * 117
        c.path(f"M{x},660V450A42,42 0 0 1 {x + 84},450V660Z", enamel)
        z.path(f"M{x - 10},668V450A52,52 0 0 1 {x + 94},450V668Z", "#b0b0b0")
        z.path(f"M{x},660V450A42,42 0 0 1 {x + 84},450V660Z", "#606060")
        fx = x + 42
        z.path(
            f"M{fx - 26},656Q{fx - 22},560 {fx - 14},500H{fx + 14}Q{fx + 22},560 {fx + 26},656Z",
            z.gradient((0, "#909090"), (0.5, "#ffffff"), (1, "#909090"), across=True),
        )
        c.path(
            f"M{fx - 26},656Q{fx - 22},560 {fx - 14},500H{fx + 14}Q{fx + 22},560 {fx + 26},656Z",
            base,
        )
        c.circle(fx, 472, 27, base)
        z.circle(fx, 472, 27, "#909090")
        z.circle(fx, 474, 17, "#ffffff")
    z.rect(104, 684, 872, 30, "#c8c8c8")
    z.rect(104, 352, 872, 26, "#c8c8c8")
    for k in range(20):
        c.circle(132 + k * 43, 366, 9, ("#8f2e3a", "#2e4d8f", "#e6dcc0")[k % 3])
        z.circle(132 + k * 43, 366, 9, "#ffffff")
    for x in (130, 910):
        z.rect(x, 712, 44, 62, "#a0a0a0")
    return _chased(rng, c, z, rng.choice(_STUDIO))


def medal(rng: Random, kind: str = "médaille", metal: str = "bronze") -> Pixels:
    """A medal, a coin or a seal: a head, an arm, a bird or a plant, and a rim of dots."""
    base, _ = METALS.get(metal, ("#8f3a2a", "#5a1f17"))
    if kind == "sceau":
        base = rng.choice(("#8f3a2a", "#3f5a3a", "#a8843c", "#6b4a30"))
    size = 860
    c, z = Canvas(size, size, base), Canvas(size, size, "#000000")
    m, r = size / 2, 350.0
    if kind == "sceau":
        z.ellipse(m, m, r * 0.86, r, "#707070")
        z.ellipse(m, m, r * 0.72, r * 0.86, "#404040")
    else:
        z.circle(m, m, r, "#909090")
        z.circle(m, m, r - 18, "#505050")
    dots = rng.choice((60, 80, 100))
    for k in range(dots):
        a = 2 * math.pi * k / dots
        rx = r * 0.79 if kind == "sceau" else r - 36
        ry = r * 0.93 if kind == "sceau" else r - 36
        z.circle(m + rx * math.cos(a), m + ry * math.sin(a), 5.5, "#c0c0c0")
    subject = rng.choice(("tête", "tête", "écu", "oiseau", "plante", "étoile", "navire"))
    if subject == "tête":
        way = rng.choice((-1, 1))
        z.push(f"translate({m},{m + 10}) scale({way},1)")
        z.path(
            "M-60,190C-70,120 -40,100 -50,60C-130,50 -140,-60 -110,-120C-70,-200 60,-200 96,-120C110,-90 100,-70 104,-50L128,-6L104,6C112,30 104,36 102,48C106,74 90,84 54,80C50,110 70,130 120,160L96,206Z",
            "#a0a0a0",
        )
        z.path(
            "M-112,-110C-60,-210 70,-200 98,-118C40,-140 10,-100 -10,-60C-40,-40 -60,10 -50,60C-130,50 -146,-50 -112,-110Z",
            "#d0d0d0",
        )
        for k in range(9):
            z.path(
                f"M{-100 + k * 20},{-130 - 6 * math.sin(k)}q{-20},{70} {10},{130 - k * 12}",
                "none",
                1,
                "#606060",
                6,
            )
        z.circle(66, -44, 9, "#404040")
        z.path("M52,-62q20,-10 40,2", "none", 1, "#d0d0d0", 8)
        z.pop()
    elif subject == "écu":
        z.path(
            f"M{m - 130},{m - 170}h260v150c0,120 -80,170 -130,200c-50,-30 -130,-80 -130,-200z",
            "#a0a0a0",
        )
        z.path(
            f"M{m - 112},{m - 152}h224v130c0,104 -70,150 -112,176c-42,-26 -112,-72 -112,-176z",
            "#686868",
        )
        for k in range(3):
            z.poly(
                star(m - 60 + 60 * k, m - 90 + 70 * (k % 2), 40, 17, rng.choice((5, 6, 8))),
                "#d8d8d8",
            )
        z.rect(m - 110, m - 20, 220, 26, "#c0c0c0")
    elif subject == "oiseau":
        bird(z, m, m - 10, 2.1, "#b8b8b8", "#e0e0e0", "#606060", rng.choice((-1, 1)))
        for a in range(-150, -20, 26):
            leaf(z, m, m + 190, a, 110, "#909090")
    elif subject == "plante":
        z.line(m, m + 210, m, m - 120, "#a8a8a8", 16)
        for k in range(7):
            for side in (-1, 1):
                leaf(z, m, m + 170 - k * 44, -90 + side * 56, 120 - k * 8, "#b8b8b8", "#606060", 3)
        flower(z, m, m - 150, 70, 8, "#d8d8d8", "#f8f8f8", "#606060", 3)
    elif subject == "navire":
        z.path(f"M{m - 190},{m + 60}Q{m},{m + 210} {m + 190},{m + 60}Z", "#b0b0b0")
        z.rect(m - 7, m - 200, 14, 260, "#d0d0d0")
        z.path(f"M{m - 120},{m - 170}q150,60 240,0v170q-100,60 -240,0z", "#c8c8c8")
        for k in range(4):
            z.path(
                f"M{m - 240},{m + 150 + k * 22}q60,-30 120,0t120,0t120,0t120,0",
                "none",
                1,
                "#989898",
                8,
            )
    else:
        z.poly(star(m, m, 220, 90, rng.choice((5, 6, 8, 12))), "#b8b8b8")
        z.circle(m, m, 70, "#e0e0e0")
        z.circle(m, m, 44, "#909090")
    for k in range(26):
        a = 2 * math.pi * (k + 0.3) / 40 + rng.random() * 0.02
        rr = r - 66
        if kind != "sceau":
            z.push(
                f"translate({m + rr * math.cos(a - 2.6)},{m + rr * math.sin(a - 2.6)}) rotate({math.degrees(a - 2.6) + 90})"
            )
            z.rect(-6, -16, 5, 32, "#c8c8c8")
            z.rect(-6, -16, rng.choice((6, 16)), 5, "#c8c8c8")
            z.rect(-6, rng.choice((-2, 11)), 16, 5, "#c8c8c8")
            z.pop()
    return _chased(
        rng,
        c,
        z,
        rng.choice(
            (
                Ground("#c9c4ba", "#8f8b84"),
                Ground("#3c3a3a", "#131213"),
                Ground("#5d6d78", "#2a343b"),
            )
        ),
        0.75 if kind != "sceau" else 0.25,
    )


def carved(rng: Random, scene: str = "rinceaux", matter: str = "chêne") -> Pixels:
    """A carved panel of wood, stone or ivory: scrolls, an arm, a figure in a niche."""
    tones = {
        "chêne": "#8a6238",
        "noyer": "#5f3f28",
        "pierre": "#d6cbb4",
        "marbre": "#e6e2da",
        "ivoire": "#ead9b5",
        "terre cuite": "#b5714a",
    }
    base = tones[matter]
    w, h = (620, 980) if scene == "niche" else (980, 700)
    z = Canvas(w, h, "#808080")
    z.rect(20, 20, w - 40, h - 40, "#b0b0b0")
    z.rect(52, 52, w - 104, h - 104, "#505050")
    if scene == "niche":
        z.path(
            f"M{w * 0.2},{h * 0.86}V{h * 0.3}A{w * 0.3},{w * 0.3} 0 0 1 {w * 0.8},{h * 0.3}V{h * 0.86}Z",
            "#181818",
            1,
            "#c0c0c0",
            16,
        )
        x, foot, s = w / 2, h * 0.86, h * 0.62
        z.path(
            f"M{x - s * 0.19},{foot}Q{x - s * 0.2},{foot - s * 0.45} {x - s * 0.11},{foot - s * 0.76}H{x + s * 0.11}Q{x + s * 0.2},{foot - s * 0.45} {x + s * 0.19},{foot}Z",
            z.gradient((0, "#606060"), (0.4, "#f0f0f0"), (1, "#505050"), across=True),
        )
        for k in range(9):
            a = x - s * 0.15 + k * s * 0.038
            z.path(
                f"M{x + (a - x) * 0.5},{foot - s * 0.66}Q{a},{foot - s * 0.3} {a + (k - 4) * 3},{foot - 8}",
                "none",
                1,
                "#808080" if k % 2 else "#ffffff",
                7,
            )
        z.ellipse(
            x,
            foot - s * 0.86,
            s * 0.08,
            s * 0.105,
            z.gradient((0, "#909090"), (0.45, "#ffffff"), (1, "#707070"), across=True),
        )
        z.path(
            f"M{x - s * 0.1},{foot - s * 0.84}Q{x},{foot - s * 1.04} {x + s * 0.1},{foot - s * 0.84}L{x + s * 0.12},{foot - s * 0.7}L{x + s * 0.07},{foot - s * 0.88}Q{x},{foot - s * 0.98} {x - s * 0.07},{foot - s * 0.88}L{x - s * 0.12},{foot - s * 0.7}Z",
            "#d0d0d0",
        )
        for side in (-1, 1):
            z.path(
                f"M{x + side * s * 0.12},{foot - s * 0.7}Q{x + side * s * 0.2},{foot - s * 0.5} {x + side * s * 0.03},{foot - s * 0.5}",
                "none",
                1,
                "#e8e8e8",
                s * 0.06,
            )
        scroll(z, w * 0.2, h * 0.12, 44, 1, 0, "#d0d0d0", 9, 8)
        scroll(z, w * 0.8, h * 0.12, 44, -1, 3.1, "#d0d0d0", 9, 8)
    elif scene == "armes":
        x, y = w / 2, h / 2
        z.path(
            f"M{x - 120},{y - 160}h240v130c0,120 -76,170 -120,196c-44,-26 -120,-76 -120,-196z",
            "#b8b8b8",
            1,
            "#f0f0f0",
            12,
        )
        z.poly(
            [
                (x - 110, y - 60),
                (x, y - 120),
                (x + 110, y - 60),
                (x + 110, y - 20),
                (x, y - 80),
                (x - 110, y - 20),
            ],
            "#ffffff",
        )
        z.poly(star(x, y + 60, 50, 22, 6), "#ffffff")
        for side in (-1, 1):
            for k in range(2):
                scroll(
                    z,
                    x + side * (230 + k * 110),
                    y - 60 + k * 130,
                    96 - k * 20,
                    side,
                    1.5,
                    "#d8d8d8",
                    16,
                    12,
                    "#c0c0c0",
                    ("#f0f0f0", "#909090"),
                )
    else:
        for k in range(6):
            scroll(
                z,
                170 + (k % 3) * 320,
                h * (0.3 + 0.4 * (k // 3)),
                118,
                1 if k % 2 else -1,
                1.5,
                "#d0d0d0",
                17,
                13,
                "#b8b8b8",
                ("#f0f0f0", "#909090"),
            )
        bird(z, w / 2, h / 2, 1.0, "#d0d0d0", "#f0f0f0", "#707070", rng.choice((-1, 1)))
    draws = np.random.default_rng(rng.getrandbits(32))
    height: Plane = blur(grey(z.render()), 3)
    stretch = 0.12 if matter in ("chêne", "noyer") else 1
    veins = noise(h, w, 60 if stretch < 1 else 140, draws, 4, stretch)
    colour = rgb(base) + (veins * (13 if stretch < 1 else 6))[..., None]
    picture = lit(
        height + noise(h, w, 6, draws, 2) * 2.5,
        colour.astype(np.float32),
        0.075,
        0.22 if matter != "marbre" else 0.4,
        0.75,
    )
    return grain(picture, draws, 3, 1.2)
