"""The colours of pictures have the names that people give them."""

from pathlib import Path

import numpy as np
import pytest

from pop.media import colours, decoding
from pop.media.looks import Pixels, look, pixels

pytestmark = pytest.mark.no_database

SWATCHES = {
    "rouge": "#ff0000 #dc143c #b22222 #800000 #6d071a",
    "orange": "#ffa500 #ff8c00 #d2691e #cc7722",
    "jaune": "#ffff00 #ffd700 #daa520 #f0e68c",
    "vert": "#008000 #00ff00 #006400 #808000 #008080 #40e0d0",
    "bleu": "#0000ff #000080 #87ceeb #4169e1 #4682b4",
    "violet": "#800080 #4b0082 #8a2be2",
    "rose": "#ffc0cb #ff69b4 #ff1493 #da70d6",
    "brun": "#8b4513 #a0522d #5c4033",
    "beige": "#f5f5dc #d2b48c #f5deb3",
    "gris": "#808080 #c0c0c0 #404040 #708090",
    "noir": "#000000 #0a0a0a #10182c",
    "blanc": "#ffffff #fffff0 #fafafa",
}


def _flat(color: str) -> Pixels:
    rgb = np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)], dtype=np.uint8)
    return np.tile(rgb, (30, 40, 1))


@pytest.mark.parametrize(("code", "samples"), SWATCHES.items())
def test_a_flat_picture_has_the_name_of_its_colour(code: str, samples: str) -> None:
    for sample in samples.split():
        found = look(_flat(sample))
        assert found.colors == (code,), sample
        assert found.color == sample


def test_every_plain_name_is_met_above() -> None:
    assert set(SWATCHES) == set(colours.CODES) - {colours.BLACK_AND_WHITE, colours.SEPIA}


def test_the_most_present_colour_comes_first_and_is_the_dominant_one() -> None:
    picture = _flat("#2f62b5").copy()
    picture[:, :12] = (192, 40, 45)
    found = look(picture)
    assert found.colors == ("bleu", "rouge")
    assert found.color == "#2f62b5"


def test_a_few_vivid_points_are_seen_and_a_few_pale_ones_are_not() -> None:
    for color, seen in (("#ff0000", True), ("#d2b48c", False)):
        picture = _flat("#404040").copy()
        picture[:6, :8] = _flat(color)[:6, :8]
        assert (len(look(picture).colors) == 2) is seen


def test_white_around_a_cut_out_object_is_what_people_see() -> None:
    import pyvips

    hollow = pyvips.Image.black(40, 30, bands=4).copy(interpretation="srgb")
    assert look(pixels(hollow)).colors == ("blanc",)


def _photograph(real_data: Path) -> Pixels:
    folder = real_data / "images" / "aerial"
    path = next(path for path in sorted(folder.iterdir()) if "1953" in path.name)
    return pixels(decoding.thumbnail(path, 240))


def _toned(photograph: Pixels, dark: tuple[int, ...], light: tuple[int, ...]) -> Pixels:
    share = photograph.astype(float) / 255
    tones = np.array(dark) + (np.array(light) - np.array(dark)) * share
    grain = np.random.default_rng(1).normal(0, 4, tones.shape)
    toned: Pixels = (tones + grain).clip(0, 255).astype(np.uint8)
    return toned


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("dark", "light", "colors"),
    [
        ((0, 0, 0), (255, 255, 255), ("noir-et-blanc",)),
        ((8, 8, 8), (250, 247, 240), ("noir-et-blanc",)),
        ((40, 26, 16), (244, 228, 200), ("sepia",)),
        ((20, 12, 8), (250, 240, 224), ("sepia",)),
        ((10, 20, 90), (230, 238, 250), ("bleu",)),
    ],
)
def test_a_photograph_without_colours_has_one_name(
    dark: tuple[int, ...], light: tuple[int, ...], colors: tuple[str, ...], real_data: Path
) -> None:
    found = look(_toned(_photograph(real_data), dark, light))
    assert found.colors[: len(colors)] == colors
    if colors != ("bleu",):
        assert found.colors == colors


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("name", "first", "absent"),
    [
        ("peintures/starry_night_google.jpg", "bleu", {"rouge", "rose", "sepia"}),
        ("peintures/harvesters.jpeg", "brun", {"bleu", "violet", "sepia"}),
        ("peintures/hibiscus.regular.png", "vert", {"violet", "sepia"}),
        ("aerial/IGNF_PVA_1-0__1999-07-02__CA99S00952_1999_FR9039_0939.jpg", "gris",
         {"noir-et-blanc", "sepia"}),
        ("aerial/IGNF_PVA_1-0__1921-06-11__CCF00B-361_1921_CAF_B-36_0108.jpg", "noir-et-blanc",
         {"gris", "noir", "blanc"}),
    ],
)  # fmt: skip
def test_real_pictures(name: str, first: str, absent: set[str], real_data: Path) -> None:
    found = look(pixels(decoding.thumbnail(real_data / "images" / name, 240)))
    assert found.colors[0] == first
    assert not absent & set(found.colors)
