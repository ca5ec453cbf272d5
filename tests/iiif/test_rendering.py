"""Pictures as they are asked: the same, whatever way they are made, to the edge and the turn."""

import io
from pathlib import Path

import numpy as np
import pytest
import pyvips
from PIL import Image, ImageChops, ImageStat

from pop.iiif.image_request import understood
from pop.iiif.rendering import Shown, rendered
from pop.media import pyramids
from pop.media.sizes import TILE
from pop.media.tiled import Tiled

pytestmark = pytest.mark.no_database

WIDE, HIGH = 1700, 1301


@pytest.fixture(scope="module")
def original() -> Image.Image:
    y, x = np.mgrid[0:HIGH, 0:WIDE]
    wave = 127 + 100 * np.sin(x / 150) * np.cos(y / 200)
    pixels = np.dstack((x * 255 / WIDE, y * 255 / HIGH, wave)).astype(np.uint8)
    return Image.fromarray(pixels)


@pytest.fixture(scope="module")
def pyramid(original: Image.Image, tmp_path_factory: pytest.TempPathFactory) -> Tiled:
    folder: Path = tmp_path_factory.mktemp("pyramid")
    image = pyvips.Image.new_from_array(np.asarray(original), interpretation="srgb")
    image.jpegsave(str(folder / "a.jpg"), Q=95)
    pyramids.make(folder / "a.jpg", folder / "a.tif")
    return Tiled(folder / "a.tif")


def got(shown: Shown, path: str, version: int = 3) -> Image.Image:
    asked = understood(version, shown.width, shown.height, *path.split("/"))
    image = Image.open(io.BytesIO(rendered(shown, asked)))
    image.load()
    return image


def alike(first: Image.Image, second: Image.Image, most: float = 3) -> None:
    assert first.size == second.size
    difference = ImageStat.Stat(ImageChops.difference(first.convert("RGB"), second.convert("RGB")))
    assert max(difference.mean) < most


def every_tile(shown: Shown) -> list[tuple[int, int, int, int, int, int]]:
    """x, y, width, height of the region, then its size, as a viewer asks them all."""
    tiles = []
    for number, level in enumerate(shown.levels):
        step = TILE << number
        for x in range(0, shown.width, step):
            for y in range(0, shown.height, step):
                width, height = min(step, shown.width - x), min(step, shown.height - y)
                size = -(-width // (1 << number)), -(-height // (1 << number))
                tiles.append((x, y, width, height, *size))
        assert level.width == -(-shown.width // (1 << number))
    return tiles


def test_every_tile_is_sent_as_it_is_kept(pyramid: Tiled, original: Image.Image) -> None:
    shown = Shown(pyramid)
    for x, y, width, height, wide, high in every_tile(shown):
        kept = shown.tile_as_asked(f"{x},{y},{width},{height}", f"{wide},{high}")
        assert kept is not None
        image = Image.open(io.BytesIO(kept))
        region = original.crop((x, y, x + width, y + height))
        alike(image, region.resize((wide, high), Image.Resampling.BOX), 4)
        asked = understood(
            3, WIDE, HIGH, f"{x},{y},{width},{height}", f"{wide},{high}", "0", "default.jpg"
        )
        assert rendered(shown, asked) == kept


def test_the_second_version_asks_a_tile_by_its_width(pyramid: Tiled) -> None:
    shown = Shown(pyramid)
    for x, y, width, height, wide, high in every_tile(shown):
        by_width = shown.tile_as_asked(f"{x},{y},{width},{height}", f"{wide},")
        if by_width is not None:
            assert Image.open(io.BytesIO(by_width)).size == (wide, high)
    assert shown.tile_as_asked("0,0,512,512", "512,") == shown.tile_as_asked(
        "0,0,512,512", "512,512"
    )


@pytest.mark.parametrize(
    ("region", "size"),
    [
        ("1,0,512,512", "512,512"), ("0,0,512,512", "511,512"), ("0,0,500,512", "500,512"),
        ("0,0,512,512", "max"), ("full", "512,"), ("0,0,512", "512,"), ("0,0,512,512", "512"),
        ("9999,0,512,512", "512,512"), ("0,0,512,512", ",512"), ("٠,0,512,512", "512,512,"),
    ],
)  # fmt: skip
def test_what_is_no_tile_is_looked_at_more_closely(pyramid: Tiled, region: str, size: str) -> None:
    assert Shown(pyramid).tile_as_asked(region, size) is None


@pytest.mark.parametrize(
    ("region", "size"),
    [
        ((0, 0, WIDE, HIGH), (800, 612)), ((0, 0, WIDE, HIGH), (425, 326)),
        ((100, 200, 256, 256), (256, 256)), ((511, 511, 2, 2), (2, 2)),
        ((700, 300, 1000, 1001), (333, 400)), ((1699, 1300, 1, 1), (1, 1)),
        ((400, 400, 100, 100), (400, 400)), ((0, 0, 1024, 1024), (511, 511)),
    ],
)  # fmt: skip
def test_any_region_at_any_size(
    pyramid: Tiled, original: Image.Image, region: tuple[int, ...], size: tuple[int, int]
) -> None:
    x, y, width, height = region
    image = got(Shown(pyramid), f"{x},{y},{width},{height}/^{size[0]},{size[1]}/0/default.png")
    there = original.crop((x, y, x + width, y + height)).resize(size, Image.Resampling.BILINEAR)
    alike(image, there, 4)


def test_turns_and_mirrors(pyramid: Tiled, original: Image.Image) -> None:
    shown = Shown(pyramid)
    part = original.crop((100, 50, 500, 350))
    turned = {
        "90": part.transpose(Image.Transpose.ROTATE_270),
        "180": part.transpose(Image.Transpose.ROTATE_180),
        "270": part.transpose(Image.Transpose.ROTATE_90),
        "360": part,
        "!0": part.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        "!90": part.transpose(Image.Transpose.FLIP_LEFT_RIGHT).transpose(
            Image.Transpose.ROTATE_270
        ),
    }
    for rotation, expected in turned.items():
        alike(got(shown, f"100,50,400,300/max/{rotation}/default.png"), expected)
    askew = got(shown, "100,50,400,300/max/45/default.png")
    assert askew.size[0] > 400
    assert askew.convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_qualities_and_formats(pyramid: Tiled, original: Image.Image) -> None:
    shown = Shown(pyramid)
    gray = got(shown, "0,0,512,512/max/0/gray.jpg")
    assert gray.mode == "L"
    alike(gray, original.crop((0, 0, 512, 512)).convert("L"))
    black = got(shown, "full/400,/0/bitonal.png")
    assert set(np.unique(np.asarray(black.convert("L")))) == {0, 255}
    assert got(shown, "full/200,/0/color.webp").format == "WEBP"
    assert got(shown, "full/200,/0/default.jpg").format == "JPEG"


def test_rights_that_limit_the_size_hide_what_is_larger(pyramid: Tiled) -> None:
    shown = Shown(pyramid, largest=900)
    assert (shown.width, shown.height) == (850, 651)
    assert got(shown, "full/max/0/default.jpg").size == (850, 651)
    tile = shown.tile_as_asked("0,0,512,512", "512,512")
    assert tile == Shown(pyramid).tile_as_asked("0,0,1024,1024", "512,512")
    assert Shown(pyramid, largest=10).levels[0].width == 107
    assert Shown(pyramid, largest=9000).width == WIDE
