"""Pictures: each family draws, always the same, in true and varied proportions."""

from collections import Counter
from random import Random

import numpy as np
import pytest

from pop.demonstration.drawing import (
    buildings,
    furnishings,
    goldwork,
    landscapes,
    manuscripts,
    portraits,
    pottery,
    specimens,
    still_lifes,
    textiles,
)
from pop.demonstration.drawing.canvas import Pixels
from pop.demonstration.drawing.catalogue import FAMILIES, draw
from pop.demonstration.drawing.painting import TECHNIQUES
from pop.demonstration.drawing.recipes import Recipe
from pop.demonstration.generating.collection import collection
from pop.demonstration.generating.entries import Entry

pytestmark = pytest.mark.no_database


def _assert_a_picture(pixels: Pixels) -> None:
    height, width = pixels.shape[:2]
    assert pixels.shape == (height, width, 3)
    assert min(height, width) > 400
    assert np.isfinite(pixels).all()
    # Neither empty nor noise, whose neighbours differ by 85: even a print has its whites.
    shown = np.clip(pixels, 0, 255)
    assert shown.std() > 12
    assert np.abs(np.diff(shown, axis=0)).mean() < 60


@pytest.mark.parametrize("family", list(FAMILIES))
def test_every_family_draws_and_always_the_same(family: str) -> None:
    parameters = {"kind": "église", "seed": 3} if family == "building" else {}
    first = FAMILIES[family](Random(5), **parameters)
    _assert_a_picture(first)
    assert np.array_equal(first, FAMILIES[family](Random(5), **parameters))
    assert not np.array_equal(first, FAMILIES[family](Random(6), **parameters))


@pytest.mark.parametrize("kind", list(buildings.KINDS))
def test_every_kind_of_building(kind: str) -> None:
    _assert_a_picture(buildings.building(Random(1), kind, 7, "granite", "tuile"))


@pytest.mark.parametrize("medium", buildings.MEDIUMS)
def test_every_way_to_take_a_view(medium: str) -> None:
    _assert_a_picture(buildings.building(Random(2), "chapelle", 7, medium=medium))


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_every_technique(technique: str) -> None:
    _assert_a_picture(landscapes.landscape(Random(3), "vallée", "midi", technique))


@pytest.mark.parametrize(
    ("draw_one", "ways"),
    [
        (landscapes.landscape, landscapes.SUBJECTS),
        (still_lifes.still_life, still_lifes.SUBJECTS),
        (manuscripts.manuscript, manuscripts.KINDS),
        (textiles.textile, textiles.KINDS),
        (specimens.specimen, specimens.KINDS),
        (furnishings.furniture, furnishings.KINDS),
        (portraits.portrait, portraits.CENTURIES),
        (pottery.vase, tuple(pottery.SHAPES)),
        (goldwork.vessel, tuple(goldwork.SHAPES)),
    ],
)  # fmt: skip
def test_every_way_of_a_family(draw_one, ways) -> None:  # type: ignore[no-untyped-def]
    for way in ways:
        _assert_a_picture(draw_one(Random(4), way))


def test_a_picture_says_its_size_and_its_colour() -> None:
    drawn = draw(Recipe("vase", 3, {"shape": "potiche", "decor": "faïence"}))
    assert drawn.content.startswith(b"\xff\xd8\xff")
    assert drawn.width < drawn.height
    assert len(drawn.look.color) == 7 and drawn.look.color.startswith("#")


def test_recipes_of_the_collection_name_families_that_exist() -> None:
    pictures = [picture for entry in collection(1, 20_000) for picture in entry.pictures]
    families = Counter(picture.recipe.family for picture in pictures)
    assert families.keys() <= FAMILIES.keys()
    assert len(families) > 20
    assert len(pictures) > 700
    assert all(picture.caption and picture.credit for picture in pictures)
    # Rights of every sort: free, to be asked for, not checked.
    assert len({picture.rights for picture in pictures}) == 4
    # Some are as wide as a panorama, or as large as what a laboratory delivers.
    assert any(picture.recipe.parameters.get("ratio", 1) > 2.5 for picture in pictures)
    assert any(picture.recipe.parameters.get("scale", 1) > 4 for picture in pictures)


def test_what_is_drawn_is_what_the_title_says(entries: list[Entry]) -> None:
    words = {
        "vallée": "vallée",
        "marine": "barque",
        "moisson": "moisson",
        "port": "port",
        "naufrage": "naufrage",
        "fruits": "fruits",
        "fleurs": "fleurs",
        "poissons": "poissons",
        "papillons": "papillons",
    }
    checked = 0
    for entry in collection(1, 20_000):
        for picture in entry.pictures:
            drawn = picture.recipe.parameters.get("subject") or picture.recipe.parameters.get(
                "kind"
            )
            if (
                entry.base == "joconde"
                and drawn in words
                and not entry.values["TITR"].startswith(
                    ("Panorama", "Le Goûter", "Chapelle", "Fête")
                )
            ):
                assert words[drawn] in entry.values["TITR"].lower(), (entry.values["TITR"], drawn)
                checked += 1
    assert checked > 25
