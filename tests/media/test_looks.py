"""Looks of pictures: the same after what copies do to them, different for different pictures."""

from pathlib import Path

import numpy as np
import pytest
import pyvips

from pop.media import decoding
from pop.media.looks import Look, look, pixels

pytestmark = [pytest.mark.no_database, pytest.mark.real_data]


def _differences(one: Look, other: Look) -> tuple[int, int]:
    """Bits of the looks, then of the prints."""
    layouts = (int.from_bytes(found.layout) for found in (one, other))
    first, second = layouts
    return (first ^ second).bit_count(), ((one.print ^ other.print) % (1 << 64)).bit_count()


def _pictures(real_data: Path) -> list[Path]:
    folder = real_data / "images" / "peintures"
    return [path for path in sorted(folder.iterdir()) if path.suffix in (".jpg", ".png")]


def _look(image: pyvips.Image) -> Look:
    return look(pixels(image.thumbnail_image(240, height=2400)))


def test_a_look_is_of_one_length_and_travels_as_json(real_data: Path) -> None:
    found = look(pixels(decoding.thumbnail(_pictures(real_data)[0], 240)))
    assert len(found.layout) == 32
    assert -(1 << 63) <= found.print < 1 << 63
    assert Look.heard(found.told()) == found


def test_copies_stay_near_and_others_far(real_data: Path, tmp_path: Path) -> None:
    paths = _pictures(real_data)
    looks = []
    for path in paths:
        whole = pyvips.Image.new_from_file(str(path)).colourspace("srgb")
        whole = whole.flatten(background=255) if whole.hasalpha() else whole
        original = _look(whole)
        looks.append(original)
        copy = tmp_path / "copy.jpg"
        whole.resize(0.4).jpegsave(str(copy), Q=40)
        layouts, prints = _differences(original, look(pixels(decoding.thumbnail(copy, 240))))
        assert layouts <= 14 and prints <= 6, path.name
    for place, one in enumerate(looks):
        for other in looks[place + 1 :]:
            layouts, prints = _differences(one, other)
            assert layouts > 36 and prints > 6


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1), (7, 5)])
def test_a_picture_of_any_shape_has_a_look(size: tuple[int, int]) -> None:
    found = look(np.full((*size, 3), 200, dtype=np.uint8))
    assert found.colors == ("gris",)
    assert found.print == 0
