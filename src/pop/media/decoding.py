"""A picture opened for making smaller ones: by libvips, else by Pillow for what its wheel cannot.

Nothing is decoded before its header was read and its size found reasonable.
"""

import warnings
from pathlib import Path

import numpy as np
import pyvips
from PIL import Image, UnidentifiedImageError

from pop.media import formats

MOST_PIXELS = 400_000_000
"""More than that is refused before anything is decoded."""
PICTURES = frozenset(("JPEG", "PNG", "TIFF", "WebP", "GIF", "BMP", "JPEG 2000", "AVIF"))

Image.MAX_IMAGE_PIXELS = None  # our own limit stands before


class Unreadable(ValueError):
    """Not a picture that we can show; the message says why, in French."""


def thumbnail(
    path: Path, width: int, strict: bool = False, height: int | None = None
) -> pyvips.Image:
    """The picture upright, in sRGB, that wide at most and never larger than it is.

    height: that high at most (else ten times the width); strict: refuse a picture of which a part
    is missing, which is else shown as far as it goes.
    """
    kind = kind_of(path)
    height = height or 10 * width
    if kind in ("BMP", "JPEG 2000", "AVIF"):
        whole = _by_pillow(path)
        return whole.thumbnail_image(width, height=height, size="down")
    try:
        header = pyvips.Image.new_from_file(str(path), access="sequential")
        _check(header.width, header.height)
        return pyvips.Image.thumbnail(
            str(path), width, height=height, size="down", export_profile="srgb",
            fail_on="truncated" if strict else "none",
        )  # fmt: skip
    except pyvips.Error as error:
        raise Unreadable(f"l’image est abîmée ou incomplète ({_first_line(error)})") from None


def upright(path: Path) -> tuple[str, pyvips.Image]:
    """The format of a picture, and the picture whole: turned upright, in sRGB or in grey, eight
    bits, on white. Read once from top to bottom. Raises Unreadable."""
    kind = kind_of(path)
    if kind in ("BMP", "JPEG 2000", "AVIF"):
        return kind, _by_pillow(path)
    try:
        image = pyvips.Image.new_from_file(str(path), access="sequential")
        _check(image.width, image.height)
        if image.get_typeof("orientation") and image.get("orientation") in range(2, 9):
            image = pyvips.Image.new_from_file(str(path)).autorot()
        return kind, _on_white(_in_srgb(image))
    except pyvips.Error as error:
        raise Unreadable(f"l’image est abîmée ou incomplète ({_first_line(error)})") from None


def _in_srgb(image: pyvips.Image) -> pyvips.Image:
    """Eight bits of sRGB, or of grey when there is no colour."""
    is_profiled = image.get_typeof("icc-profile-data") != 0
    if image.interpretation == "cmyk" or (is_profiled and image.bands >= 3):
        image = image.icc_transform("srgb", embedded=is_profiled, intent="relative", depth=8)
    elif image.interpretation in ("b-w", "grey16"):
        image = image.colourspace("b-w")
    else:
        image = image.colourspace("srgb")
    return image.cast("uchar")


def _on_white(image: pyvips.Image) -> pyvips.Image:
    return image.flatten(background=255) if image.hasalpha() else image


def size(path: Path) -> tuple[int, int]:
    """Width and height in pixels, as it is seen (turned upright)."""
    kind = kind_of(path)
    if kind in ("BMP", "JPEG 2000", "AVIF"):
        with _opened(path) as image:
            _check(*image.size)
            return image.size
    try:
        image = pyvips.Image.new_from_file(str(path), access="sequential")
        _check(image.width, image.height)
        turned = image.get_typeof("orientation") and image.get("orientation") in (5, 6, 7, 8)
    except pyvips.Error as error:
        raise Unreadable(f"l’image est abîmée ou incomplète ({_first_line(error)})") from None
    return (image.height, image.width) if turned else (image.width, image.height)


def kind_of(path: Path) -> str:
    """The format of a file, by its content. Raises Unreadable for what is no picture."""
    with path.open("rb") as file:
        start = file.read(formats.LENGTH)
    kind = formats.recognised(start)
    if kind == "PDF":
        raise Unreadable("c’est un PDF, non une image")
    if kind not in PICTURES:
        raise Unreadable(
            "ce n’est pas une image connue (JPEG, PNG, TIFF, WebP, GIF, JPEG 2000, BMP, AVIF), "
            "quel que soit son nom"
            if start
            else "le fichier est vide"
        )
    return kind


def _by_pillow(path: Path) -> pyvips.Image:
    with _opened(path) as image:
        _check(*image.size)
        try:
            pixels = np.asarray(image.convert("RGB"))
        except (OSError, ValueError, SyntaxError) as error:
            raise Unreadable(f"l’image est abîmée ou incomplète ({error})") from None
    return pyvips.Image.new_from_array(pixels, interpretation="srgb")


def _opened(path: Path) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Image.open(path)
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise Unreadable(f"l’image est abîmée ou incomplète ({error})") from None


def _check(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise Unreadable(
            f"l’image a {width * height // 1_000_000} millions de points, "
            f"{MOST_PIXELS // 1_000_000} au plus : réduisez-la"
        )


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
