"""A smaller JPEG of an original, at one of a few widths, made when first asked for.

It never is larger than the original, bears none of its metadata (place, device, names), and is
turned upright. Only formats that are known by their first bytes are read.
"""

from pathlib import Path

import pyvips

from pop.media import originals

WIDTHS = (240, 480, 960, 1600)
"""The widths that may be asked for, in pixels: a card, a card on a fine screen, a page, a
large screen."""
QUALITY = 80
MOST_PIXELS = 400_000_000
"""More than that is refused before anything is decoded."""

_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*")


class Unreadable(ValueError):
    """The original is not a picture that we can show."""


def derivative(checksum: str, width: int) -> Path:
    """The file of that picture, that wide at most.

    Raises Absent for an unknown picture, Unreadable for one that cannot be shown, ValueError for
    a width that is not offered.
    """
    if width not in WIDTHS:
        raise ValueError(f"{width} is not among {WIDTHS}")
    original = originals.path(checksum)
    made = originals.derivatives(checksum) / f"{width}.jpg"
    if not made.exists():
        if not original.exists():
            raise originals.Absent(checksum)
        originals.write(made, _reduced(original, width))
    return made


def _reduced(original: Path, width: int) -> bytes:
    with original.open("rb") as file:
        if not file.read(8).startswith(_SIGNATURES):
            raise Unreadable(f"{original.name} is neither JPEG, PNG nor TIFF")
    try:
        header = pyvips.Image.new_from_file(str(original), access="sequential")
        if header.width * header.height > MOST_PIXELS:
            raise Unreadable(f"{original.name} has too many pixels")
        small = pyvips.Image.thumbnail(
            str(original), width, height=10 * width, size="down", export_profile="srgb"
        )
        jpeg: bytes = small.jpegsave_buffer(Q=QUALITY, keep="none", interlace=True)
    except pyvips.Error as error:
        raise Unreadable(f"{original.name}: {error}") from None
    return jpeg
