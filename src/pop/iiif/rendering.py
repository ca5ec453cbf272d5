"""The picture that a request asks, by the quickest way that is right.

A whole tile of the pyramid is given as it is kept. The rest is cut in the level that is just
large enough, decoded tile by tile, resampled when the sizes differ, and written.
"""

import io
from typing import Any

import numpy as np
import simplejpeg
from PIL import Image

from pop.iiif.image_request import Asked, Region
from pop.media.sizes import TILE, at_most
from pop.media.tiled import Level, Tiled

QUALITY = 85
WEBP_QUALITY = 80
# A level a tenth too small is enlarged: nobody sees it, and four times less is decoded.
NEAR = 0.9
_TURNS = {
    90.0: Image.Transpose.ROTATE_270,
    180.0: Image.Transpose.ROTATE_180,
    270.0: Image.Transpose.ROTATE_90,
}


class Shown:
    """A pyramid as it may be seen: whole, or from the first level that is no longer than that.

    largest: the longest side, in pixels, that rights allow; 0 for no limit. What is larger is
    as if it did not exist, so that tiles do not give it back.
    """

    def __init__(self, pyramid: Tiled, largest: int = 0) -> None:
        self._pyramid = pyramid
        self._first = 0
        if largest:
            sizes = pyramid.levels
            self._first = next(
                (n for n, level in enumerate(sizes) if max(level.width, level.height) <= largest),
                len(sizes) - 1,
            )
        self.levels: tuple[Level, ...] = pyramid.levels[self._first :]
        self.width, self.height = self.levels[0].width, self.levels[0].height

    def tile_as_asked(self, region: str, size: str) -> bytes | None:
        """The JPEG file that « x,y,w,h » and « w,h » (or « w, ») name, when the pyramid holds just
        that; None for all that wants to be looked at more closely."""
        if not region.replace(",", "").isdecimal() or not size.replace(",", "").isdecimal():
            return None
        corner, (width, comma, height) = region.split(","), size.partition(",")
        if len(corner) != 4 or not (width and comma) or "," in height:
            return None
        x, y, right, bottom = (int(number or 0) for number in corner)
        right, bottom = min(x + right, self.width), min(y + bottom, self.height)
        if x >= right or y >= bottom:
            return None
        wanted = Region(x, y, right - x, bottom - y)
        return self.kept_tile(wanted, int(width), int(height) if height else 0)

    def kept_tile(self, region: Region, width: int, height: int) -> bytes | None:
        """The JPEG file of that region at that size, when the pyramid holds just that.

        height: 0 for the one that keeps the proportions, to the nearest pixel.
        """
        if not self._pyramid.is_jpeg:
            return None
        x, y, region_width, region_height = region
        for number, level in enumerate(self.levels):
            step = TILE << number
            if x % step or y % step:
                return None
            if region_width > step or region_height > step:
                continue
            # Up to the edge of the tile, or of the picture.
            if region_width != min(step, self.width - x):
                return None
            if region_height != min(step, self.height - y):
                return None
            column, row = x // step, y // step
            if width == min(TILE, level.width - column * TILE):
                kept = min(TILE, level.height - row * TILE)
                if height == kept or (
                    not height and abs(kept - region_height * width / region_width) <= 1
                ):
                    return self._pyramid.tile(self._first + number, column, row)
        return None

    def pixels(self, asked: Asked, gray: bool = False) -> Image.Image:
        """The region at its size, from the smallest level that is large enough, or nearly."""
        x, y, region_width, region_height = asked.region
        number = 0
        for candidate in range(1, len(self.levels)):
            scale = (1 << candidate) * NEAR
            if region_width < asked.width * scale or region_height < asked.height * scale:
                break
            number = candidate
        level, scale = self.levels[number], 1 << number
        left, top = x / scale, y / scale
        right = min((x + region_width) / scale, level.width)
        bottom = min((y + region_height) / scale, level.height)
        size = asked.width, asked.height
        if abs(right - left - size[0]) < 1 and abs(bottom - top - size[1]) < 1:
            # A level at the very scale: its own pixels, half a pixel aside at most.
            x, y = min(round(left), level.width - size[0]), min(round(top), level.height - size[1])
            if x >= 0 and y >= 0:
                corner = x + size[0], y + size[1]
                return _image(self._pyramid.part(self._first + number, x, y, *corner, gray))
        # Whole pixels around what is asked, and the exact part of them.
        box = int(left), int(top), -int(-right // 1), -int(-bottom // 1)
        part = _image(self._pyramid.part(self._first + number, *box, gray))
        exact = left - box[0], top - box[1], right - box[0], bottom - box[1]
        return part.resize(size, Image.Resampling.BILINEAR, exact, reducing_gap=2.0)


def rendered(shown: Shown, asked: Asked) -> bytes:
    """The file that is asked."""
    if asked.plain:
        kept = shown.kept_tile(asked.region, asked.width, asked.height)
        if kept is not None:
            return kept
    image = shown.pixels(asked, gray=asked.quality in ("gray", "bitonal"))
    if asked.mirrored:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if asked.rotation in _TURNS:
        image = image.transpose(_TURNS[asked.rotation])
    elif asked.rotation:
        white = 255 if image.mode == "L" else (255, 255, 255)
        image = image.rotate(
            -asked.rotation, Image.Resampling.BICUBIC, expand=True, fillcolor=white
        )
    if asked.quality == "bitonal":
        image = image.point(lambda value: 255 if value >= 128 else 0)
    return written(image, asked.format)


def whole_at_most(shown: Shown, side: int) -> bytes:
    """The whole picture as a JPEG, at the largest of its sizes that is no longer than that."""
    width, height = at_most(shown.width, shown.height, side)
    return rendered(
        shown,
        Asked(Region(0, 0, shown.width, shown.height), width, height, 0, False, "default", "jpg"),
    )


def written(image: Image.Image, format: str) -> bytes:
    """A picture as a file of that format: jpg, png or webp."""
    if format == "jpg":
        pixels = np.asarray(image)
        if pixels.ndim == 2:
            return bytes(simplejpeg.encode_jpeg(pixels[:, :, np.newaxis], QUALITY, "GRAY", "Gray"))
        return bytes(simplejpeg.encode_jpeg(pixels, QUALITY, "RGB", "420", fastdct=True))
    file = io.BytesIO()
    if format == "png":
        image.save(file, "PNG", compress_level=1)
    else:
        image.save(file, "WEBP", quality=WEBP_QUALITY, method=1)
    return file.getvalue()


def _image(pixels: np.ndarray[Any, np.dtype[np.uint8]]) -> Image.Image:
    height, width, bands = pixels.shape
    mode = "L" if bands == 1 else "RGB"
    return Image.frombuffer(mode, (width, height), pixels, "raw", mode, 0, 1)
