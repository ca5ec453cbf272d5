"""The parts of buildings seen from the front: walls, openings, roofs, towers, doors."""

import math
from random import Random

from pop.demonstration.drawing.canvas import Canvas, light, mix
from pop.demonstration.drawing.scenery import Palette


class Mason:
    """Draws parts of a building on a sheet, with the colours of a view."""

    def __init__(self, c: Canvas, p: Palette, rng: Random, coarse: float = 1) -> None:
        self.c, self.p, self.rng, self.coarse = c, p, rng, coarse

    def wall(
        self, x: float, y: float, w: float, h: float, fill: str = "", stones: float = 1
    ) -> None:
        """A wall with the marks of its stones, a shade on its right."""
        base = fill or self.p.wall
        self.c.rect(x, y, w, h, base, 1, self.p.line, 1)
        if stones:
            for _ in range(int(w * h / 1500 * stones / self.coarse)):
                bw, bh = self.rng.choice((18, 26, 34)), self.rng.choice((9, 12))
                bx, by = x + self.rng.random() * (w - bw), y + self.rng.random() * (h - bh)
                tone = self.p.dark if self.rng.random() < 0.62 else "#ffffff"
                self.c.rect(bx, by, min(bw, w), min(bh, h), tone, self.rng.uniform(0.05, 0.17))
        self.c.rect(x + w * 0.9, y, w * 0.1, h, self.p.dark, 0.22)
        self.c.rect(x, y + h - min(h * 0.06, 14), w, min(h * 0.06, 14), self.p.dark, 0.28)

    def window(self, x: float, y: float, w: float, h: float, head: str = "plat", panes: bool = True,
               shutters: str = "") -> None:  # fmt: skip
        """A window whose outer corner is (x, y); head « plat », « cintre » or « brisé »."""
        m = w * 0.13
        self.c.path(
            _arch(x - m, y - m, w + 2 * m, h + m * 1.3, head), self.p.frame, 1, self.p.line, 0.8
        )
        self.c.path(_arch(x, y, w, h, head), self.p.hole)
        self.c.path(_arch(x, y, w * 0.3, h, "plat"), "#000000", 0.18)
        if panes:
            bar = max(w * 0.06, 1.4)
            self.c.line(x + w / 2, y + 1, x + w / 2, y + h, self.p.frame, bar)
            for k in range(1, 3 if h > w * 1.3 else 2):
                yy = y + h * k / (3 if h > w * 1.3 else 2)
                self.c.line(x, yy, x + w, yy, self.p.frame, bar)
        if shutters:
            for sx in (x - m - w * 0.55, x + w + m):
                self.c.rect(
                    sx, y - m * 0.4, w * 0.55, h + m * 0.6, shutters, 1, light(shutters, -0.3), 1
                )
        self.c.rect(
            x - m * 1.3, y + h, w + 2.6 * m, max(m * 0.5, 2), self.p.side, 1, self.p.line, 0.8
        )

    def lancet(
        self, x: float, y: float, w: float, h: float, depth: int = 2, tracery: bool = True
    ) -> None:
        """A pointed opening in several orders, with its tracery."""
        step = w * 0.08
        for k in range(depth):
            tone = (self.p.wall, self.p.dark, self.p.side)[k % 3]
            d = k * step
            self.c.path(
                _arch(x + d, y + d * 1.2, w - 2 * d, h - d * 1.2, "brisé"),
                tone,
                1,
                self.p.line,
                0.8,
            )
        d = depth * step
        ww, hh = w - 2 * d, h - d * 1.2
        self.c.path(_arch(x + d, y + d * 1.2, ww, hh, "brisé"), self.p.hole)
        if tracery and ww > 14:
            mid, top = x + w / 2, y + d * 1.2 + hh * 0.36
            sw = max(ww * 0.06, 1.5)
            self.c.line(mid, top, mid, y + h, self.p.wall, sw)
            self.c.circle(mid, top - ww * 0.14, ww * 0.17, "none", 1, self.p.wall, sw * 0.8)
            for sx in (x + d + ww * 0.03, mid):
                self.c.path(
                    _arch(sx, top + ww * 0.05, ww * 0.46, ww * 0.6, "brisé"),
                    "none",
                    1,
                    self.p.wall,
                    sw * 0.7,
                )

    def door(self, x: float, y: float, w: float, h: float, head: str = "plat") -> None:
        m = w * 0.16
        self.c.path(_arch(x - m, y - m, w + 2 * m, h + m, head), self.p.frame, 1, self.p.line, 1)
        self.c.path(_arch(x, y, w, h, head), self.p.door)
        for k in range(1, 4):
            self.c.line(x + w * k / 4, y + h * 0.16, x + w * k / 4, y + h, "#000000", 1.4, 0.35)

    def portal(self, x: float, y: float, w: float, h: float, orders: int = 4) -> None:
        """The deep pointed porch of a church and its double door."""
        self.lancet(x, y, w, h, orders, False)
        inner = w * (1 - 0.16 * orders)
        top = y + h * 0.42
        self.c.rect(x + (w - inner) / 2, top, inner, h - (top - y), self.p.door)
        self.c.line(x + w / 2, top, x + w / 2, y + h, self.p.hole, 3)
        for k in range(1, 6):
            self.c.line(
                x + (w - inner) / 2 + inner * k / 6,
                top,
                x + (w - inner) / 2 + inner * k / 6,
                y + h,
                "#000000",
                1,
                0.35,
            )

    def rose(self, x: float, y: float, r: float, petals: int = 12) -> None:
        for share, tone in (
            (1, self.p.wall),
            (0.93, self.p.dark),
            (0.86, self.p.wall),
            (0.8, self.p.hole),
        ):
            self.c.circle(x, y, r * share, tone, 1, self.p.line, 0.8)
        for k in range(petals):
            a = 2 * math.pi * k / petals
            self.c.line(x + r * 0.22 * math.cos(a), y + r * 0.22 * math.sin(a),
                        x + r * 0.52 * math.cos(a), y + r * 0.52 * math.sin(a), self.p.wall, r * 0.035)  # fmt: skip
            b = a + math.pi / petals
            self.c.circle(
                x + r * 0.64 * math.cos(b),
                y + r * 0.64 * math.sin(b),
                r * 0.13,
                "none",
                1,
                self.p.wall,
                r * 0.03,
            )
        self.c.circle(x, y, r * 0.21, "none", 1, self.p.wall, r * 0.04)

    def gable(self, x: float, foot: float, w: float, h: float, fill: str = "") -> None:
        """A triangle of masonry."""
        self.c.poly(
            [(x, foot), (x + w / 2, foot - h), (x + w, foot)],
            fill or self.p.side,
            1,
            self.p.line,
            1,
        )

    def roof(
        self, x: float, foot: float, w: float, h: float, inset: float = 0.1, fill: str = ""
    ) -> None:
        """A roof seen along its ridge, with its courses."""
        tone = fill or self.p.roof
        i = w * inset
        self.c.poly(
            [(x, foot), (x + i, foot - h), (x + w - i, foot - h), (x + w, foot)],
            tone,
            1,
            light(tone, -0.35),
            1,
        )
        rows = max(int(h / 13), 2)
        for k in range(1, rows):
            t = k / rows
            self.c.line(
                x + i * t,
                foot - h * t,
                x + w - i * t,
                foot - h * t,
                light(tone, -0.22 if k % 2 else 0.14),
                1.6,
                0.5,
            )
        self.c.poly(
            [(x + w * 0.62, foot), (x + w * 0.62, foot - h), (x + w - i, foot - h), (x + w, foot)],
            "#000000",
            0.13,
        )

    def dormer(self, x: float, foot: float, w: float, h: float) -> None:
        self.c.rect(x, foot - h * 0.62, w, h * 0.62, self.p.wall, 1, self.p.line, 0.8)
        self.c.poly(
            [(x - w * 0.14, foot - h * 0.6), (x + w / 2, foot - h), (x + w * 1.14, foot - h * 0.6)],
            light(self.p.roof, -0.15),
            1,
            self.p.line,
            0.8,
        )
        self.c.rect(x + w * 0.24, foot - h * 0.5, w * 0.52, h * 0.46, self.p.hole)
        self.c.line(x + w / 2, foot - h * 0.5, x + w / 2, foot - h * 0.04, self.p.frame, 1.6)

    def chimney(self, x: float, foot: float, w: float, h: float) -> None:
        tone = mix(self.p.side, "#9a5a42", 0.55)
        self.c.rect(x, foot - h, w, h, tone, 1, self.p.line, 0.8)
        self.c.rect(
            x - w * 0.12, foot - h, w * 1.24, h * 0.1, light(tone, 0.15), 1, self.p.line, 0.8
        )

    def cornice(self, x: float, y: float, w: float, h: float = 8) -> None:
        self.c.rect(x - h * 0.6, y, w + h * 1.2, h * 0.55, self.p.frame, 1, self.p.line, 0.8)
        self.c.rect(
            x - h * 0.2, y + h * 0.55, w + h * 0.4, h * 0.45, self.p.side, 1, self.p.line, 0.6
        )

    def column(self, x: float, y: float, w: float, h: float) -> None:
        self.c.rect(
            x + w * 0.1,
            y,
            w * 0.8,
            h,
            self.c.gradient((0, self.p.frame), (0.45, self.p.wall), (1, self.p.dark), across=True),
        )
        self.c.rect(x - w * 0.1, y, w * 1.2, w * 0.35, self.p.frame, 1, self.p.line, 0.7)
        self.c.rect(
            x - w * 0.1, y + h - w * 0.3, w * 1.2, w * 0.3, self.p.frame, 1, self.p.line, 0.7
        )

    def spire(self, x: float, foot: float, w: float, h: float, fill: str = "") -> None:
        """A pointed roof on a tower, its right side in shade, a cross above."""
        tone = fill or self.p.roof
        self.c.poly(
            [(x - w * 0.06, foot), (x + w / 2, foot - h), (x + w * 1.06, foot)],
            tone,
            1,
            light(tone, -0.3),
            1,
        )
        self.c.poly(
            [(x + w / 2, foot - h), (x + w * 1.06, foot), (x + w * 0.58, foot)], "#000000", 0.24
        )
        for k in range(1, int(h / 18)):
            t = k / int(h / 18)
            self.c.line(
                x + w / 2 - w * 0.56 * t,
                foot - h * (1 - t),
                x + w / 2 + w * 0.56 * t,
                foot - h * (1 - t),
                light(tone, -0.3),
                0.8,
                0.45,
            )
        self.c.path(
            f"M{x + w / 2},{foot - h}v{-w * 0.3}m{-w * 0.09},{w * 0.1}h{w * 0.18}",
            "none",
            1,
            self.p.line,
            max(w * 0.03, 2),
        )

    def dome(self, x: float, foot: float, w: float, h: float) -> None:
        """A bulbous roof with a small lantern."""
        tone = self.p.roof
        self.c.path(f"M{x},{foot}C{x - w * 0.14},{foot - h * 0.45} {x + w * 0.2},{foot - h * 0.55} {x + w / 2},{foot - h * 0.72}"
                    f"C{x + w * 0.8},{foot - h * 0.55} {x + w * 1.14},{foot - h * 0.45} {x + w},{foot}Z", tone, 1, light(tone, -0.3), 1)  # fmt: skip
        self.c.path(
            f"M{x + w / 2},{foot - h * 0.72}C{x + w * 0.8},{foot - h * 0.55} {x + w * 1.14},{foot - h * 0.45} {x + w},{foot}H{x + w * 0.62}Z",
            "#000000",
            0.2,
        )
        self.c.rect(
            x + w * 0.42, foot - h * 0.86, w * 0.16, h * 0.16, self.p.wall, 1, self.p.line, 0.8
        )
        self.c.poly(
            [
                (x + w * 0.38, foot - h * 0.86),
                (x + w / 2, foot - h),
                (x + w * 0.62, foot - h * 0.86),
            ],
            tone,
        )

    def buttress(self, x: float, top: float, w: float, foot: float) -> None:
        for k, share in enumerate((0.7, 0.85, 1.0)):
            y0 = top + (foot - top) * (0, 0.36, 0.7)[k]
            y1 = top + (foot - top) * (0.36, 0.7, 1)[k]
            ww = w * share
            self.c.rect(x + (w - ww) / 2, y0, ww, y1 - y0, self.p.wall, 1, self.p.line, 0.8)
            self.c.rect(x + (w - ww) / 2 + ww * 0.62, y0, ww * 0.38, y1 - y0, self.p.dark, 0.5)
            self.c.poly(
                [
                    (x + (w - ww) / 2 - 2, y0 + 6),
                    (x + (w - ww) / 2 + 3, y0 - 6),
                    (x + (w + ww) / 2 - 3, y0 - 6),
                    (x + (w + ww) / 2 + 2, y0 + 6),
                ],
                self.p.side,
                1,
                self.p.line,
                0.7,
            )
        self.c.rect(x + w, top, w * 0.45, foot - top, "#000000", 0.13)

    def battlements(self, x: float, y: float, w: float, h: float = 20) -> None:
        count = max(int(w / (h * 1.5)), 3) | 1
        step = w / count
        self.c.rect(x - 3, y - 2, w + 6, h * 0.5, self.p.side, 1, self.p.line, 0.8)
        for k in range(0, count, 2):
            self.c.rect(x + k * step, y - h, step, h, self.p.wall, 1, self.p.line, 0.8)

    def round_tower(self, x: float, top: float, w: float, foot: float, cap: float = 0) -> None:
        """A round tower, shaded across, under a pointed roof of height `cap` or battlements."""
        self.wall(x, top, w, foot - top, stones=1.2)
        self.c.rect(
            x,
            top,
            w,
            foot - top,
            self.c.gradient((0, self.p.wall), (0.4, self.p.wall), (1, self.p.dark), across=True),
            0.55,
        )
        for k in range(2):
            self.window(
                x + w * 0.38,
                top + (foot - top) * (0.2 + 0.36 * k),
                w * 0.2,
                w * 0.34,
                "plat",
                False,
            )
        if cap:
            self.cornice(x, top - 6, w, 9)
            self.spire(x, top - 6, w, cap)
        else:
            self.battlements(x, top, w)

    def timbered(self, x: float, y: float, w: float, h: float, plaster: str, wood: str) -> None:
        """One storey of a timber-framed house."""
        rng = self.rng
        self.c.rect(x, y, w, h, plaster, 1, wood, 1)
        bays = max(int(w / 62), 3)
        post = max(w / bays * 0.16, 6)
        for k in range(bays):
            bx, bw = x + k * w / bays + post / 2, w / bays - post
            if k % 3 == 1:
                self.c.rect(bx, y + h * 0.14, bw, h * 0.46, self.p.hole)
                for t in (0.33, 0.66):
                    self.c.line(
                        bx + bw * t, y + h * 0.14, bx + bw * t, y + h * 0.6, self.p.frame, 2
                    )
                self.c.line(bx, y + h * 0.37, bx + bw, y + h * 0.37, self.p.frame, 2)
            else:
                way = rng.random()
                if way < 0.4:
                    self.c.line(bx, y + h * 0.12, bx + bw, y + h * 0.62, wood, post * 0.75)
                elif way < 0.8:
                    self.c.line(bx + bw, y + h * 0.12, bx, y + h * 0.62, wood, post * 0.75)
            self.c.line(bx, y + h * 0.68, bx + bw, y + h * 0.95, wood, post * 0.65)
            self.c.line(bx + bw, y + h * 0.68, bx, y + h * 0.95, wood, post * 0.65)
        for k in range(bays + 1):
            self.c.rect(x + k * (w - post) / bays, y, post, h, wood)
        for yy in (y - 3, y + h * 0.61, y + h - 8):
            self.c.rect(x - 4, yy, w + 8, 11, wood)
        self.c.rect(x, y + h, w, 12, "#000000", 0.25)


def _arch(x: float, y: float, w: float, h: float, head: str) -> str:
    """An opening, its head flat, round or pointed."""
    foot = y + h
    if head == "cintre":
        spring = y + min(w / 2, h)
        return f"M{x},{foot}V{spring}A{w / 2},{w / 2} 0 0 1 {x + w},{spring}V{foot}Z"
    if head == "brisé":
        spring = y + min(w * 0.87, h)
        return (f"M{x},{foot}V{spring}A{w},{w} 0 0 1 {x + w / 2},{y}"
                f"A{w},{w} 0 0 1 {x + w},{spring}V{foot}Z")  # fmt: skip
    return f"M{x},{foot}V{y}H{x + w}V{foot}Z"
