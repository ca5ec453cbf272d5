"""Pyramids: every level, every tile, to the last pixel of odd edges; read by other programs too."""

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import pyvips
import simplejpeg
from PIL import Image

from pop.media import pyramids
from pop.media.decoding import Unreadable
from pop.media.sizes import TILE, at_most, levels
from pop.media.tiled import Malformed, Tiled

pytestmark = pytest.mark.no_database

SIZES = [(1, 1), (300, 200), (512, 512), (513, 512), (1025, 700), (1537, 2049), (3000, 520)]


Pixels = np.ndarray[Any, Any]


def smooth(width: int, height: int) -> Pixels:
    y, x = np.mgrid[0:height, 0:width]
    wave = 127 + 120 * np.sin((x + y) / max(width + height, 2) * 12)
    bands = (x * 255 / max(width - 1, 1), y * 255 / max(height - 1, 1), wave)
    return np.dstack(bands).astype(np.uint8)


def saved(pixels: Pixels, path: Path) -> Path:
    pyvips.Image.new_from_array(pixels, interpretation="srgb").jpegsave(str(path), Q=95)
    return path


def made(path: Path) -> Tiled:
    target = path.parent / "pyramid.tif"
    pyramids.make(path, target)
    return Tiled(target)


def near(first: Pixels, second: Pixels, most: float) -> None:
    assert first.shape == second.shape
    assert np.abs(first.astype(int) - second.astype(int)).mean() < most


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_levels_are_halves_rounded_up_and_hold_the_picture(
    width: int, height: int, tmp_path: Path
) -> None:
    pixels = smooth(width, height)
    pyramid = made(saved(pixels, tmp_path / "a.jpg"))
    assert [(one.width, one.height) for one in pyramid.levels] == levels(width, height)
    near(pyramid.part(0, 0, 0, width, height, False), pixels, 3)
    last = pyramid.levels[-1]
    assert max(last.width, last.height) <= 128
    small = pyramid.part(len(pyramid.levels) - 1, 0, 0, last.width, last.height, False)
    there = np.asarray(Image.fromarray(pixels).reduce(2 ** (len(pyramid.levels) - 1)))
    near(small, there, 8)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_each_tile_is_a_whole_jpeg_cut_at_the_edge(width: int, height: int, tmp_path: Path) -> None:
    pyramid = made(saved(smooth(width, height), tmp_path / "a.jpg"))
    for number, level in enumerate(pyramid.levels):
        for row in range(-(-level.height // TILE)):
            for column in range(level.across):
                tile = pyramid.tile(number, column, row)
                tall, wide, _, _ = simplejpeg.decode_jpeg_header(tile)
                assert wide == min(TILE, level.width - column * TILE)
                assert tall == min(TILE, level.height - row * TILE)
                Image.open(io.BytesIO(tile)).load()


def test_other_programs_read_it(tmp_path: Path) -> None:
    pixels = smooth(1300, 1100)
    pyramid = made(saved(pixels, tmp_path / "a.jpg"))
    path = tmp_path / "pyramid.tif"
    for number, level in enumerate(pyramid.levels):
        page = pyvips.Image.new_from_file(str(path), page=number)
        assert (page.width, page.height) == (level.width, level.height)
        ours = pyramid.part(number, 0, 0, level.width, level.height, False)
        near(page.numpy(), ours, 4)
    near(pyramid.part(0, 0, 0, 1300, 1100, False), pixels, 3)
    with Image.open(path) as image:
        assert image.size == (1300, 1100)
        assert getattr(image, "n_frames", 1) == len(pyramid.levels)
        near(np.asarray(image), pixels, 3)


def test_what_has_few_colours_loses_nothing(real_data: Path, tmp_path: Path) -> None:
    chart = real_data / "schemas/iiif/67352ccc-d1b0-11e1-89ae-279075081939.png"
    copy = tmp_path / "chart.png"
    copy.write_bytes(chart.read_bytes())
    pyramid = made(copy)
    assert not pyramid.is_jpeg
    with Image.open(chart) as image:
        pixels = np.asarray(image.convert("RGB"))
    assert np.array_equal(pyramid.part(0, 0, 0, 1000, 1000, False), pixels)


def test_a_photograph_in_png_is_kept_as_jpeg(tmp_path: Path) -> None:
    grain = np.random.default_rng(1).integers(0, 255, (200, 300, 3), dtype=np.uint8)
    path = tmp_path / "a.png"
    Image.fromarray(grain).save(path)
    assert made(path).is_jpeg


def test_it_is_upright_and_bears_nothing_of_the_original(tmp_path: Path) -> None:
    picture = pyvips.Image.new_from_array(smooth(900, 600), interpretation="srgb").copy()
    picture.set_type(pyvips.GValue.gint_type, "orientation", 6)
    picture.set_type(pyvips.GValue.gstr_type, "exif-ifd0-Artist", "Quelqu’un")
    picture.jpegsave(str(tmp_path / "a.jpg"))
    pyramid = made(tmp_path / "a.jpg")
    assert (pyramid.levels[0].width, pyramid.levels[0].height) == (600, 900)
    content = (tmp_path / "pyramid.tif").read_bytes()
    assert b"Quelqu" not in content
    assert b"Exif" not in content


def test_grey_stays_grey_and_sixteen_bits_become_eight(tmp_path: Path) -> None:
    deep = (np.linspace(0, 65535, 700 * 600).reshape(600, 700)).astype(np.uint16)
    path = tmp_path / "a.png"
    pyvips.Image.new_from_array(deep, interpretation="grey16").pngsave(str(path))
    pyramid = made(path)
    assert pyramid.bands == 1
    near(pyramid.part(0, 0, 0, 700, 600, False)[:, :, 0], (deep >> 8).astype(np.uint8), 2)


def test_what_is_transparent_stands_on_white(tmp_path: Path) -> None:
    clear = np.zeros((64, 64, 4), np.uint8)
    path = tmp_path / "a.png"
    Image.fromarray(clear, "RGBA").save(path)
    assert made(path).part(0, 0, 0, 64, 64, False).min() == 255


def test_a_damaged_picture_leaves_no_pyramid(tmp_path: Path) -> None:
    path = saved(smooth(900, 900), tmp_path / "a.jpg")
    path.write_bytes(b"\xff\xd8\xff" + b"nothing" * 50)
    with pytest.raises(Unreadable):
        pyramids.make(path, tmp_path / "pyramid.tif")
    assert [one.name for one in tmp_path.iterdir()] == ["a.jpg"]


def test_another_file_is_no_pyramid(tmp_path: Path) -> None:
    path = saved(smooth(64, 64), tmp_path / "a.jpg")
    with pytest.raises(Malformed):
        Tiled(path)


def test_the_size_that_rights_allow() -> None:
    assert at_most(4000, 3000, 1200) == (1000, 750)
    assert at_most(100, 80, 1200) == (100, 80)
    assert at_most(4000, 3000, 1) == (125, 94)


@pytest.mark.parametrize("kept", ["striped", "tiled"])
@pytest.mark.parametrize("bands", ["rgb", "rgba"])
@pytest.mark.parametrize("how", ["lzw", "uncompressed"])
def test_sixteen_bits_with_a_profile_look_as_the_same_picture_in_eight(
    kept: str, bands: str, how: str, real_data: Path, tmp_path: Path
) -> None:
    def pixels(name: str) -> Pixels:
        copy = tmp_path / name
        copy.write_bytes((real_data / "images/formats" / name).read_bytes())
        return made(copy).part(0, 0, 0, 64, 56, False)

    deep = pixels(f"tif-{bands}-1res-64x56x16-{kept}-{how}.tif")
    near(deep, pixels("jpg-rgb-64x56x8-baseline.jpg"), 16)


def test_every_sample_file_has_a_pyramid_or_a_reason(real_data: Path, tmp_path: Path) -> None:
    refused = {}
    for path in sorted((real_data / "images").rglob("*")):
        if path.is_file():
            try:
                pyramids.make(path, tmp_path / "pyramid.tif")
            except Unreadable as error:
                refused[path.name] = str(error)
    assert sorted(refused) == ["LICENSE.txt", "pdf-multipage.pdf", "pdf.pdf"]
