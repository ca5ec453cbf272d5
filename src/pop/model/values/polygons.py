"""Polygons as GeoJSON wants them: closed, longitude first, counter-clockwise (RFC 7946, 3.1.6).

A vertex is (latitude, longitude) in WGS84 degrees, as everywhere else in the model. Parcels
and villages are small: the plane is good enough to measure them.
"""

import itertools
import math
from collections.abc import Sequence
from typing import Any

Vertex = tuple[float, float]


def opened(vertices: Sequence[Vertex]) -> tuple[Vertex, ...]:
    """The vertices without those that repeat the one before, nor the closing one."""
    kept = [v for i, v in enumerate(vertices) if i == 0 or v != vertices[i - 1]]
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return tuple(kept)


def geojson(vertices: Sequence[Vertex]) -> dict[str, Any] | None:
    """A GeoJSON Polygon, or None when fewer than three vertices, or none out of line."""
    ring = opened(vertices)
    if len(ring) < 3 or _in_line(ring):
        return None
    if _doubled_area(ring) < 0:
        ring = (ring[0], *reversed(ring[1:]))
    pairs = [[longitude, latitude] for latitude, longitude in ring]
    return {"type": "Polygon", "coordinates": [[*pairs, list(pairs[0])]]}


def centroid(vertices: Sequence[Vertex]) -> Vertex:
    """The centre of mass of the surface; of the vertices when there is no surface."""
    ring = opened(vertices)
    middle = _mean(ring)
    area = _doubled_area(ring)
    span = max(math.dist(middle, v) for v in ring)
    # A ring that crosses itself may have next to no signed area, and a centroid far away.
    if abs(area) <= 1e-6 * span * span or crosses_itself(ring):
        return middle
    latitude = longitude = 0.0
    for (lat1, lon1), (lat2, lon2) in _sides(ring):
        y1, x1, y2, x2 = lat1 - middle[0], lon1 - middle[1], lat2 - middle[0], lon2 - middle[1]
        cross = x1 * y2 - x2 * y1
        latitude += (y1 + y2) * cross
        longitude += (x1 + x2) * cross
    return middle[0] + latitude / (3 * area), middle[1] + longitude / (3 * area)


def crosses_itself(vertices: Sequence[Vertex]) -> bool:
    """Whether two sides that do not follow each other meet."""
    sides = _sides(opened(vertices))
    count = len(sides)
    spans = sorted((min(a[1], b[1]), max(a[1], b[1]), i) for i, (a, b) in enumerate(sides))
    for rank, (_, east, i) in enumerate(spans):
        for west, _, j in itertools.islice(spans, rank + 1, None):
            if west > east:
                break  # sorted by their western end: those after this one begin further still
            if (i - j) % count not in (1, count - 1) and _sides_meet(*sides[i], *sides[j]):
                return True
    return False


def _mean(ring: Sequence[Vertex]) -> Vertex:
    return (math.fsum(v[0] for v in ring) / len(ring), math.fsum(v[1] for v in ring) / len(ring))


def _sides(ring: Sequence[Vertex]) -> list[tuple[Vertex, Vertex]]:
    return [(ring[i], ring[(i + 1) % len(ring)]) for i in range(len(ring))]


def _doubled_area(ring: Sequence[Vertex]) -> float:
    """Twice the signed area, positive when counter-clockwise seen with north up.

    Measured from the first vertex: far from the origin, the plain sum loses its digits.
    """
    y0, x0 = ring[0]
    return math.fsum(
        (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0) for (y1, x1), (y2, x2) in _sides(ring)
    )


def _in_line(ring: Sequence[Vertex]) -> bool:
    first = ring[0]
    far = max(ring, key=lambda v: math.dist(first, v))
    length = math.dist(first, far)
    return all(abs(_turn(first, far, v)) <= 1e-9 * length * length for v in ring)


def _turn(a: Vertex, b: Vertex, c: Vertex) -> float:
    """Positive when the path a, b, c turns left, negative when right, 0 when straight."""
    return (b[1] - a[1]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[1] - a[1])


def _sides_meet(a: Vertex, b: Vertex, c: Vertex, d: Vertex) -> bool:
    turns = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if turns[0] * turns[1] < 0 and turns[2] * turns[3] < 0:
        return True
    ends = ((a, b, c), (a, b, d), (c, d, a), (c, d, b))
    return any(turn == 0 and _between(*end) for turn, end in zip(turns, ends, strict=True))


def _between(a: Vertex, b: Vertex, point: Vertex) -> bool:
    return min(a[0], b[0]) <= point[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= point[1] <= max(
        a[1], b[1]
    )
