"""Every family of pictures by its name, and a picture from its recipe."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pyvips

from pop.demonstration.drawing import (
    buildings,
    furnishings,
    glass,
    goldwork,
    landscapes,
    manuscripts,
    plans,
    portraits,
    pottery,
    specimens,
    still_lifes,
    textiles,
)
from pop.demonstration.drawing.canvas import Pixels
from pop.demonstration.drawing.recipes import Recipe
from pop.demonstration.drawing.surface import finished
from pop.media import looks
from pop.media.looks import Look, look

FAMILIES: dict[str, Callable[..., Pixels]] = {
    "building": buildings.building,
    "plan": plans.plan,
    "map": plans.old_map,
    "garden": plans.garden,
    "from above": plans.from_above,
    "landscape": landscapes.landscape,
    "portrait": portraits.portrait,
    "still life": still_lifes.still_life,
    "composition": still_lifes.composition,
    "vase": pottery.vase,
    "plate": pottery.plate,
    "vessel": goldwork.vessel,
    "monstrance": goldwork.monstrance,
    "cross": goldwork.cross,
    "reliquary": goldwork.reliquary,
    "medal": goldwork.medal,
    "carved": goldwork.carved,
    "manuscript": manuscripts.manuscript,
    "textile": textiles.textile,
    "window": glass.window,
    "tiles": glass.tiles,
    "specimen": specimens.specimen,
    "furniture": furnishings.furniture,
    "poster": furnishings.poster,
}
QUALITY = 84


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture made: its bytes (JPEG), its size in pixels, its look."""

    content: bytes
    width: int
    height: int
    look: Look


def draw(recipe: Recipe) -> Drawn:
    """The picture of a recipe."""
    pixels = finished(FAMILIES[recipe.family](Random(recipe.seed), **recipe.parameters))
    image = pyvips.Image.new_from_array(pixels).copy(interpretation="srgb")
    content: bytes = image.jpegsave_buffer(Q=QUALITY, optimize_coding=True, keep="none")
    small = pyvips.Image.thumbnail_buffer(content, 240, height=2400, size="down")
    return Drawn(content, image.width, image.height, look(looks.pixels(small)))
