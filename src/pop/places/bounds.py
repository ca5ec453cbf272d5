"""Boxes on the globe: is this point where it should be?"""

from collections.abc import Iterable
from typing import NamedTuple, Self

MARGIN = 0.05
"""Degrees to allow around a box (about 5 km): outlines are simplified, shores and islets cut."""


class Bounds(NamedTuple):
    """A box in WGS84 degrees. It never crosses the 180th meridian: no French land does."""

    south: float
    west: float
    north: float
    east: float

    def contains(self, latitude: float, longitude: float) -> bool:
        """Whether the point is inside, edges included."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east

    def widened(self, degrees: float = MARGIN) -> Self:
        """The same box, larger by so many degrees on each side."""
        return self._replace(
            south=max(self.south - degrees, -90.0),
            west=max(self.west - degrees, -180.0),
            north=min(self.north + degrees, 90.0),
            east=min(self.east + degrees, 180.0),
        )

    @classmethod
    def around(cls, boxes: Iterable["Bounds"]) -> Self:
        """The smallest box that holds all the others; ValueError when there is none."""
        souths, wests, norths, easts = zip(*boxes, strict=True)
        return cls(min(souths), min(wests), max(norths), max(easts))
