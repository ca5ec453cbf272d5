"""A polygon as rectangles that the engine can look for."""

from collections.abc import Sequence

from pop.search.asking.query import Box

# Horizontal strips that a polygon is cut in: its edge is right to 1/96 of its height.
STRIPS = 96


def strips(corners: Sequence[tuple[float, float]]) -> list[Box]:
    """The polygon of (latitude, longitude) corners, cut in strips from south to north.

    A strip spans the parts of its middle line that are inside (even-odd rule).
    """
    low = min(latitude for latitude, _ in corners)
    high = max(latitude for latitude, _ in corners)
    step = (high - low) / STRIPS
    found = []
    for rank in range(STRIPS):
        south, north = low + rank * step, low + (rank + 1) * step
        crossings = sorted(_crossings(corners, (south + north) / 2))
        for west, east in zip(crossings[::2], crossings[1::2], strict=False):
            found.append(Box(south, west, north, east))
    return found or [Box(low, min(c[1] for c in corners), high, max(c[1] for c in corners))]


def _crossings(corners: Sequence[tuple[float, float]], latitude: float) -> list[float]:
    found = []
    for (lat1, lon1), (lat2, lon2) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (lat1 > latitude) != (lat2 > latitude):
            found.append(lon1 + (latitude - lat1) * (lon2 - lon1) / (lat2 - lat1))
    return found
