"""What an address of the Image API asks, in the words of its specification, and what it means.

Sections 4 of Image API 3.0 and of 2.1: region, size, rotation, quality, format. Pure: no file, no
HTTP. What cannot be is refused with a sentence in French.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

FORMATS = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
QUALITIES = frozenset(("default", "color", "gray", "bitonal"))
LARGEST_AREA = 16_000_000
"""Pixels of an answer, at most."""
_NUMBER = r"\d+(?:\.\d+)?"
_REGION = re.compile(rf"(pct:)?({_NUMBER}),({_NUMBER}),({_NUMBER}),({_NUMBER})", re.ASCII)
_ROTATION = re.compile(r"(!?)(\d{1,3}(?:\.\d{1,6})?|\.\d{1,6})", re.ASCII)
_SIZE = re.compile(
    r"(\^?)(?:(max|full)|pct:(\d+(?:\.\d+)?|\.\d+)|(!?)(\d{0,9}),(\d{0,9}))", re.ASCII
)


class Refused(ValueError):
    """The address does not say something that can be done; the message says why, in French."""


class Region(NamedTuple):
    """Pixels of the whole picture."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, understood: a region, the size to give it, and what to do with it then."""

    region: Region
    width: int
    height: int
    rotation: float
    mirrored: bool
    quality: str
    format: str

    @property
    def plain(self) -> bool:
        """Whether nothing but a region and a size is asked, in JPEG."""
        return (
            self.format == "jpg"
            and self.quality in ("default", "color")
            and not self.rotation
            and not self.mirrored
        )


def understood(
    version: int, width: int, height: int, region: str, size: str, rotation: str, last: str
) -> Asked:
    """The request that these parts of an address make of a picture that large. Raises Refused."""
    quality, dot, format = last.rpartition(".")
    if not dot or format not in FORMATS:
        raise Refused(f"Le format « {format} » n’est pas offert : {', '.join(FORMATS)}.")
    if quality not in QUALITIES:
        raise Refused(f"La qualité « {quality} » n’existe pas : {', '.join(sorted(QUALITIES))}.")
    turned = _ROTATION.fullmatch(rotation)
    if not turned or float(turned[2]) > 360:
        raise Refused(f"La rotation « {rotation} » n’est pas un nombre de degrés, de 0 à 360.")
    wanted = _region(width, height, region)
    sized = _size(version, wanted, size)
    if sized[0] * sized[1] > LARGEST_AREA:
        raise Refused(
            f"Une réponse a au plus {LARGEST_AREA // 1_000_000} millions de points : "
            "demandez une taille plus petite."
        )
    return Asked(wanted, *sized, float(turned[2]) % 360, bool(turned[1]), quality, format)


def _region(width: int, height: int, text: str) -> Region:
    if text == "full":
        return Region(0, 0, width, height)
    if text == "square":
        side = min(width, height)
        return Region((width - side) // 2, (height - side) // 2, side, side)
    found = _REGION.fullmatch(text)
    if not found:
        raise Refused(f"La région « {text} » n’est pas comprise : x,y,largeur,hauteur.")
    x, y, w, h = (float(number) for number in found.groups()[1:])
    if found[1]:
        x, w, y, h = x * width / 100, w * width / 100, y * height / 100, h * height / 100
    elif not all(number.isdigit() for number in found.groups()[1:]):
        raise Refused("Une région en points se donne en nombres entiers.")
    left, top = round(x), round(y)
    right, bottom = min(round(x + w), width), min(round(y + h), height)
    if left >= right or top >= bottom:
        raise Refused("La région est vide, ou hors de l’image.")
    return Region(left, top, right - left, bottom - top)


def _size(version: int, region: Region, text: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(text)
    if not found or (version == 2 and found[1]) or (version == 3 and found[2] == "full"):
        raise Refused(f"La taille « {text} » n’est pas comprise.")
    larger, whole, percent, best, w, h = found.groups()
    if whole:
        return _largest(region, bool(larger))
    if percent:
        ratio = float(percent) / 100
        sized = round(region.width * ratio), round(region.height * ratio)
    elif best:
        if not (w and h):
            raise Refused(f"La taille « {text} » demande une largeur et une hauteur.")
        ratio = min(int(w) / region.width, int(h) / region.height)
        if not larger:
            # As large as possible, no larger than the region (Image API 3.0, 4.2).
            ratio = min(ratio, 1.0)
        sized = (
            min(round(region.width * ratio), int(w)),
            min(round(region.height * ratio), int(h)),
        )
        sized = max(sized[0], 1 if int(w) else 0), max(sized[1], 1 if int(h) else 0)
    elif w and h:
        sized = int(w), int(h)
    elif w:
        sized = int(w), max(round(region.height * int(w) / region.width), 1)
    elif h:
        sized = max(round(region.width * int(h) / region.height), 1), int(h)
    else:
        raise Refused(f"La taille « {text} » n’est pas comprise.")
    if 0 in sized:
        raise Refused("La taille demandée est nulle.")
    if not larger and (sized[0] > region.width or sized[1] > region.height):
        if version == 3:
            raise Refused("Plus grand que la région : l’agrandissement se demande par « ^ ».")
        if sized[0] * sized[1] > LARGEST_AREA:
            raise Refused("La taille demandée est trop grande.")
    return sized


def _largest(region: Region, larger: bool) -> tuple[int, int]:
    area = region.width * region.height
    if area <= LARGEST_AREA and not larger:
        return region.width, region.height
    ratio = (LARGEST_AREA / area) ** 0.5
    if not larger:
        ratio = min(ratio, 1.0)
    return max(int(region.width * ratio), 1), max(int(region.height * ratio), 1)
