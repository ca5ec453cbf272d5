"""Motifs that several families draw: scrolls, leaves, flowers, birds, bands, stars."""

import math
from random import Random

from pop.demonstration.drawing.canvas import Canvas, Point, smooth


def leaf(c: Canvas, x: float, y: float, angle: float, size: float, fill: str, stroke: str = "",
         sw: float = 1) -> None:  # fmt: skip
    """A pointed leaf that leaves (x, y) towards that angle, in degrees."""
    s = size
    c.push(f"translate({x},{y}) rotate({angle})")
    c.path(
        f"M0,0C{s * 0.3},{-s * 0.42} {s * 0.75},{-s * 0.38} {s},0"
        f"C{s * 0.75},{s * 0.3} {s * 0.35},{s * 0.26} 0,0Z",
        fill, 1, stroke, sw,
    )  # fmt: skip
    c.pop()


def flower(c: Canvas, x: float, y: float, r: float, petals: int, fill: str, heart: str,
           stroke: str = "", sw: float = 1) -> None:  # fmt: skip
    for k in range(petals):
        c.push(f"translate({x},{y}) rotate({k * 360 / petals})")
        c.path(
            f"M0,0C{r * 0.5},{-r * 0.35} {r * 0.45},{-r} 0,{-r}"
            f"C{-r * 0.45},{-r} {-r * 0.5},{-r * 0.35} 0,0Z",
            fill, 1, stroke, sw,
        )  # fmt: skip
        c.pop()
    c.circle(x, y, r * 0.28, heart, 1, stroke, sw)


def scroll(c: Canvas, x: float, y: float, r: float, way: int, start: float, stroke: str, sw: float,
           leaves: int = 6, leaf_fill: str = "", heart: tuple[str, str] | None = None,
           turns: float = 1.6) -> None:  # fmt: skip
    """A stem that winds up on itself, with leaves, and a flower at its heart."""
    points: list[Point] = []
    for i in range(41):
        t = i / 40
        a = start + way * t * turns * 2 * math.pi
        rr = r * (1 - t * 0.86)
        points.append((x + rr * math.cos(a), y + rr * math.sin(a)))
    c.curve(points, stroke, sw)
    for k in range(leaves):
        i = int(2 + 33 * k / leaves)
        (x1, y1), (x2, y2) = points[i], points[i + 1]
        tangent = math.degrees(math.atan2(y2 - y1, x2 - x1))
        side = 1 if k % 2 else -1
        leaf(c, x1, y1, tangent + side * 52, r * 0.36 * (1 - i / 40 * 0.5), leaf_fill or stroke)
    if heart:
        hx, hy = points[-1]
        flower(c, hx, hy, r * 0.24, 6, heart[0], heart[1])


def bird(
    c: Canvas, x: float, y: float, s: float, body: str, wing: str, line: str, way: int = 1
) -> None:
    c.push(f"translate({x},{y}) scale({s * way:.3f},{s:.3f})")
    c.path(
        "M-70,30C-70,-20 -30,-55 12,-44C30,-74 74,-66 70,-32L92,-26L70,-17"
        "C66,26 34,60 -12,56C-30,74 -66,92 -98,104C-78,74 -70,52 -70,30Z", body, 1, line, 5,
    )  # fmt: skip
    c.path("M-50,22C-24,-8 14,-4 34,30C6,32 -18,46 -42,58Z", wing)
    c.circle(52, -38, 5, line)
    c.path("M-12,56l-8,32M6,52l2,34", "none", 1, line, 5)
    c.pop()


def band(c: Canvas, y: float, h: float, fill: str) -> None:
    c.rect(0, y, c.width, h, fill)


def frieze(c: Canvas, y: float, h: float, kind: str, one: str, other: str, step: float = 0) -> None:
    """A repeated border: « godrons », « postes », « dents », « grecque », « losanges », « perles »."""
    step = step or h * 1.1
    count = max(round(c.width / step), 1)
    w = c.width / count
    for i in range(count):
        x = i * w
        if kind == "godrons":
            c.path(f"M{x + w * 0.1},{y}q{w * 0.4},{-h * 0.3} {w * 0.8},0"
                   f"v{h * 0.7}q{-w * 0.4},{h * 0.5} {-w * 0.8},0z",
                   one if i % 2 else other)  # fmt: skip
        elif kind == "dents":
            c.poly([(x, y + h), (x + w / 2, y), (x + w, y + h)], one)
        elif kind == "losanges":
            c.poly([(x, y + h / 2), (x + w / 2, y), (x + w, y + h / 2), (x + w / 2, y + h)],
                   "none", 1, one, h * 0.09)  # fmt: skip
            c.circle(x + w / 2, y + h / 2, h * 0.16, other)
        elif kind == "grecque":
            u, v = w / 6, h / 5
            c.path(f"M{x},{y + h}V{y}H{x + 5 * u}V{y + 4 * v}H{x + 2 * u}"
                   f"V{y + 2 * v}H{x + 3.4 * u}", "none", 1, one, h * 0.13, "butt")  # fmt: skip
        elif kind == "postes":
            scroll(c, x + w / 2, y + h / 2, h * 0.42, 1, math.pi, one, h * 0.12, 0, turns=1.2)
            c.line(x, y + h * 0.94, x + w, y + h * 0.94, one, h * 0.1)
        elif kind == "perles":
            c.circle(x + w / 2, y + h / 2, min(w, h) * 0.36, one if i % 3 else other)
        elif kind == "feuilles":
            leaf(c, x + w / 2, y + h, -90, h * 0.95, one if i % 2 else other)


def star(
    x: float, y: float, outer: float, inner: float, points: int, turn: float = -90
) -> list[Point]:
    """The corners of a star."""
    corners = []
    for k in range(points * 2):
        r = outer if k % 2 == 0 else inner
        a = math.radians(turn + k * 180 / points)
        corners.append((x + r * math.cos(a), y + r * math.sin(a)))
    return corners


def blob(
    rng: Random, x: float, y: float, rx: float, ry: float, rough: float, points: int = 9
) -> str:
    """A closed, rounded, irregular outline."""
    around = []
    for k in range(points):
        a = 2 * math.pi * k / points
        d = 1 + rng.uniform(-rough, rough)
        around.append((x + rx * d * math.cos(a), y + ry * d * math.sin(a)))
    return smooth(around, closed=True)
