"""Pictures for tests: flat or with a pattern, kept, with their row, as a value of a notice."""

from typing import Any

import numpy as np
import pyvips

from pop.media import originals, pictures
from pop.media.looks import look
from pop.media.seen import Seen
from pop.notices import images
from pop.notices.images import Image


def drawn(color: tuple[int, int, int], number: int = 0) -> bytes:
    """A picture of that colour, which its number makes different from the others."""
    pixels = np.full((60, 90, 3), color, dtype=np.uint8)
    pixels[:2, : number % 90 + 1] = 255 - np.array(color, dtype=np.uint8)
    content: bytes = pyvips.Image.new_from_array(pixels).jpegsave_buffer(Q=90)
    return content


def kept(color: tuple[int, int, int], number: int = 0, seen: bool = True) -> Image:
    """The same put among the originals; seen: with its row."""
    content = drawn(color, number)
    checksum = originals.put(content)
    if seen:
        pixels = pyvips.Image.new_from_buffer(content, "").numpy()
        pictures.record([Seen(checksum, 90, 60, look(pixels))])
    return Image(checksum, caption=f"Vue {number}", width=90, height=60, color="#2040c0")


def showing(*shown: Image) -> dict[str, Any]:
    """Those pictures as a value of a notice."""
    return {images.CODE: images.serialise(shown)}
