"""The JPEG of a picture to be taken away, made from the original when first asked for.

It bears none of the metadata of the original, is turned upright, and never is larger.
"""

from pathlib import Path

import pyvips

from pop.media import originals
from pop.media.decoding import Unreadable, thumbnail

QUALITY = 90


def downloaded(checksum: str, side: int) -> Path:
    """The file of that picture, its longest side that many pixels at most.

    Raises Absent for an unknown picture, Unreadable for one that cannot be shown.
    """
    made = originals.derivatives(checksum) / f"download-{side}.jpg"
    if not made.exists():
        small = thumbnail(originals.local(checksum), side, height=side)
        originals.write(made, _jpeg(small))
    return made


def _jpeg(small: pyvips.Image) -> bytes:
    if small.hasalpha():
        small = small.flatten(background=255)
    try:
        jpeg: bytes = small.jpegsave_buffer(Q=QUALITY, keep="none")
    except pyvips.Error as error:
        raise Unreadable(f"l’image est abîmée ou incomplète ({error})") from None
    return jpeg
