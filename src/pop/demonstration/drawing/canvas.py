"""A sheet to draw on with shapes: lines, polygons, curves, gradients; then a table of colours.

Shapes are written as SVG and rendered by libvips, in about 80 microseconds each.
"""

import re
from collections.abc import Iterable
from typing import Any

import numpy as np
import pyvips
from numpy.typing import NDArray

Pixels = NDArray[np.floating[Any]]
"""A picture: rows, columns, red-green-blue, from 0 to 255."""
Point = tuple[float, float]


class Canvas:
    """Shapes put one above the other. Units are pixels, y goes down."""

    def __init__(self, width: int, height: int, ground: str = "#ffffff") -> None:
        self.width, self.height = width, height
        self._parts: list[str] = []
        self._defs: list[str] = []
        self.rect(0, 0, width, height, ground)

    def rect(
        self, x: float, y: float, w: float, h: float, fill: str, alpha: float = 1,
        stroke: str = "", sw: float = 1,
    ) -> None:  # fmt: skip
        if w > 0 and h > 0:
            self._add(f'rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}"',
                      fill, alpha, stroke, sw)  # fmt: skip

    def circle(
        self, x: float, y: float, r: float, fill: str, alpha: float = 1, stroke: str = "",
        sw: float = 1,
    ) -> None:  # fmt: skip
        self._add(f'circle cx="{x:.1f}" cy="{y:.1f}" r="{max(r, 0):.1f}"', fill, alpha, stroke, sw)

    def ellipse(
        self, x: float, y: float, rx: float, ry: float, fill: str, alpha: float = 1,
        stroke: str = "", sw: float = 1,
    ) -> None:  # fmt: skip
        self._add(
            f'ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{max(rx, 0):.1f}" ry="{max(ry, 0):.1f}"',
            fill, alpha, stroke, sw,
        )  # fmt: skip

    def poly(
        self, points: Iterable[Point], fill: str, alpha: float = 1, stroke: str = "", sw: float = 1
    ) -> None:
        said = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._add(f'polygon points="{said}"', fill, alpha, stroke, sw)

    def path(
        self, d: str, fill: str = "none", alpha: float = 1, stroke: str = "", sw: float = 1,
        caps: str = "round",
    ) -> None:  # fmt: skip
        """`d` is a path of SVG; its numbers need not be rounded."""
        ends = f' stroke-linecap="{caps}" stroke-linejoin="round"' if stroke else ""
        self._add(f'path d="{_rounded(d)}"{ends}', fill, alpha, stroke, sw)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, stroke: str, sw: float = 1,
        alpha: float = 1,
    ) -> None:  # fmt: skip
        self.path(f"M{x1:.1f},{y1:.1f}L{x2:.1f},{y2:.1f}", "none", alpha, stroke, sw)

    def curve(
        self, points: list[Point], stroke: str, sw: float = 1, alpha: float = 1, fill: str = "none"
    ) -> None:
        """A smooth line through the points."""
        self.path(smooth(points), fill, alpha, stroke, sw)

    def gradient(
        self, *stops: tuple[float, str], across: bool = False, radial: bool = False
    ) -> str:
        """A fill that goes from one colour to another, downwards, across or outwards."""
        name = f"g{len(self._defs)}"
        said = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in stops)
        way = "" if across else ' x2="0" y2="1"'
        kind = "radialGradient" if radial else "linearGradient"
        self._defs.append(f'<{kind} id="{name}"{"" if radial else way}>{said}</{kind}>')
        return f"url(#{name})"

    def push(self, transform: str) -> None:
        """What follows is moved, turned or scaled, until `pop`."""
        self._parts.append(f'<g transform="{_rounded(transform)}">')

    def pop(self) -> None:
        self._parts.append("</g>")

    def mark(self) -> int:
        """Where the sheet stands, to `wrap` later what comes from here on."""
        return len(self._parts)

    def wrap(self, mark: int, transform: str) -> None:
        """Move, turn or scale all that was drawn since that mark."""
        self._parts.insert(mark, f'<g transform="{_rounded(transform)}">')
        self._parts.append("</g>")

    def _add(self, shape: str, fill: str, alpha: float, stroke: str, sw: float) -> None:
        said = f'<{shape} fill="{fill}"'
        if alpha < 1:
            said += f' fill-opacity="{alpha:.2f}" stroke-opacity="{alpha:.2f}"'
        if stroke:
            said += f' stroke="{stroke}" stroke-width="{sw:.1f}"'
        self._parts.append(said + "/>")

    def render(self) -> Pixels:
        """The colours of the sheet."""
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" '
            f'height="{self.height}"><defs>{"".join(self._defs)}</defs>{"".join(self._parts)}</svg>'
        )
        image = pyvips.Image.svgload_buffer(svg.encode(), unlimited=True)
        rendered: Pixels = image.flatten().extract_band(0, n=3).numpy().astype(np.float32)
        return rendered


_NEEDLESS = re.compile(r"(?<=\.\d\d)\d+")


def _rounded(text: str) -> str:
    """The same with two decimals at most."""
    return _NEEDLESS.sub("", text)


def smooth(points: list[Point], closed: bool = False) -> str:
    """The commands of a smooth path through the points (Catmull-Rom made Bézier)."""
    last = len(points) - 1

    def at(i: int) -> Point:
        return points[i % len(points)] if closed else points[min(max(i, 0), last)]

    said = f"M{points[0][0]:.1f},{points[0][1]:.1f}"
    for i in range(len(points) if closed else last):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (at(i + k) for k in (-1, 0, 1, 2))
        said += (
            f"C{x1 + (x2 - x0) / 6:.1f},{y1 + (y2 - y0) / 6:.1f} "
            f"{x2 - (x3 - x1) / 6:.1f},{y2 - (y3 - y1) / 6:.1f} {x2:.1f},{y2:.1f}"
        )
    return said + ("Z" if closed else "")


def mix(one: str, other: str, share: float) -> str:
    """A colour between two, `share` of the way to the other."""
    a, b = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (one, other))
    return "#" + "".join(
        f"{round(min(max(x + (y - x) * share, 0), 255)):02x}" for x, y in zip(a, b, strict=True)
    )


def light(colour: str, share: float) -> str:
    """A colour made lighter (share > 0) or darker (share < 0)."""
    return mix(colour, "#ffffff" if share > 0 else "#000000", abs(share))


def rgb(colour: str) -> Pixels:
    """A colour as three numbers."""
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], np.float32)
