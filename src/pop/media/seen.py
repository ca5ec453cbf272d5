"""A picture that was looked at, as processes tell it to one another (nothing of the store here)."""

from typing import NamedTuple

from pop.media.looks import Look


class Seen(NamedTuple):
    """Its checksum, its size in pixels, its look."""

    checksum: str
    width: int
    height: int
    look: Look
