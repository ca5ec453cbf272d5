"""A smaller JPEG of an original, at one of a few widths, made when first asked for.

It never is larger than the original, bears none of its metadata (place, device, names), and is
turned upright. Only formats that are known by their first bytes are read (decoding.py).
"""

from pathlib import Path

import pyvips

from pop.media import originals
from pop.media.decoding import Unreadable, thumbnail

WIDTHS = (240, 480, 960, 1600)
"""The widths that may be asked for, in pixels: a card, a card on a fine screen, a page, a
large screen."""
QUALITY = 80
DOWNLOADED_QUALITY = 90


def derivative(checksum: str, width: int) -> Path:
    """The file of that picture, that wide at most.

    Raises Absent for an unknown picture, Unreadable for one that cannot be shown, ValueError for
    a width that is not offered.
    """
    if width not in WIDTHS:
        raise ValueError(f"{width} is not among {WIDTHS}")
    made = originals.derivatives(checksum) / f"{width}.jpg"
    if not made.exists():
        originals.write(made, _reduced(originals.local(checksum), width))
    return made


def downloaded(checksum: str, side: int) -> Path:
    """The file of that picture to be taken away, its longest side that many pixels at most.

    Raises Absent for an unknown picture, Unreadable for one that cannot be shown.
    """
    made = originals.derivatives(checksum) / f"download-{side}.jpg"
    if not made.exists():
        small = thumbnail(originals.local(checksum), side, height=side)
        originals.write(made, _jpeg(small, DOWNLOADED_QUALITY, interlace=False))
    return made


def _reduced(original: Path, width: int) -> bytes:
    return _jpeg(thumbnail(original, width), QUALITY, interlace=True)


def _jpeg(small: pyvips.Image, quality: int, interlace: bool) -> bytes:
    if small.hasalpha():
        small = small.flatten(background=255)
    try:
        jpeg: bytes = small.jpegsave_buffer(Q=quality, keep="none", interlace=interlace)
    except pyvips.Error as error:
        raise Unreadable(f"l’image est abîmée ou incomplète ({error})") from None
    return jpeg
