"""Views of a building: the same one, from one seed, by day or by night, photographed at several
dates, drawn in ink, washed in colour."""

from collections.abc import Callable
from random import Random

import numpy as np

from pop.demonstration.drawing import civil_buildings as civil
from pop.demonstration.drawing import sacred_buildings as sacred
from pop.demonstration.drawing.canvas import Canvas, Pixels
from pop.demonstration.drawing.masonry import Mason
from pop.demonstration.drawing.prints import MEDIUMS, as_medium
from pop.demonstration.drawing.scenery import (
    INK,
    NIGHT,
    hills,
    meadow,
    palette,
    passers,
    paved,
    sky,
    trees,
    water,
)
from pop.demonstration.drawing.surface import papered, warped

KINDS: dict[str, Callable[[Mason, Random], tuple[float, float]]] = {
    "église": sacred.church,
    "église de flanc": sacred.long_church,
    "abbatiale": sacred.abbey,
    "chapelle": sacred.chapel,
    "église moderne": sacred.modern_church,
    "croix": sacred.cross,
    "château": civil.castle,
    "manoir": civil.manor,
    "maison à pans de bois": civil.timber_houses,
    "rue": civil.street,
    "palais": civil.palace,
    "halle": civil.market_hall,
    "moulin à vent": civil.windmill,
    "moulin à eau": civil.water_mill,
    "phare": civil.lighthouse,
    "donjon": civil.keep,
    "porte de ville": civil.gate,
    "gare": civil.station,
    "usine": civil.factory,
    "ferme": civil.farm,
    "colombier": civil.dovecote,
    "lavoir": civil.wash_house,
    "fontaine": civil.fountain,
    "immeuble": civil.modern_block,
    "villa": civil.villa,
}
_RURAL = {
    "chapelle",
    "croix",
    "château",
    "manoir",
    "moulin à vent",
    "ferme",
    "colombier",
    "lavoir",
    "villa",
    "donjon",
}
_WATER = {"moulin à eau", "phare"}


def building(
    rng: Random, kind: str, seed: int, stone: str = "calcaire", roof: str = "ardoise",
    medium: str = "couleur", wide: bool = False, scale: float = 1.0,
) -> Pixels:  # fmt: skip
    """One view. `seed` makes the building, `rng` what surrounds it that day; `medium` is how it
    was taken, among `MEDIUMS`; `scale` enlarges the sheet."""
    if medium in ("encre", "lavis"):
        return _elevation(rng, kind, seed, stone, roof, medium)
    p = NIGHT if medium == "nuit" else palette(rng, stone, roof)
    own = Random(seed)
    trial = Mason(Canvas(10, 10), p, Random(seed), 4)
    w, h = KINDS[kind](trial, own)
    width, height = _sheet(w, h, wide or w > h * 1.5)
    width, height = int(width * scale), int(height * scale)
    ground = height * (0.84 if height > width else 0.8)
    k = min(width * 0.86 / w, ground * 0.9 / h)
    c = Canvas(width, height, p.sky)
    horizon = ground - height * 0.05
    sky(c, p, rng, horizon)
    rural = kind in _RURAL
    hills(c, p, rng, horizon, 2 if rural or kind in _WATER else 1)
    if kind == "phare":
        water(c, p, rng, horizon - height * 0.05, ground + 20)
    half = w * k / 2
    trees(
        c, p, rng, ground + 4, height * rng.uniform(0.2, 0.34), (width / 2 - half, width / 2 + half)
    )
    mark = c.mark()
    KINDS[kind](Mason(c, p, Random(seed), 1), Random(seed))
    c.wrap(mark, f"translate({width / 2},{ground}) scale({k:.3f})")
    c.ellipse(width / 2 + half * 0.08, ground + 3, half * 1.04, height * 0.012, "#000000", 0.3)
    if kind == "moulin à eau":
        water(c, p, rng, ground, height)
    elif rural or kind in _WATER:
        meadow(c, p, rng, ground)
    else:
        paved(c, p, rng, ground)
        passers(c, p, rng, ground, rng.choice((0, 2, 4, 7)))
    return as_medium(c.render(), medium, rng)


def _sheet(w: float, h: float, wide: bool) -> tuple[int, int]:
    ratio = w / h
    if wide:
        ratio = max(ratio, 1.5)
    ratio = min(max(ratio * 1.05, 0.68), 1.9)
    area = 820_000
    return int((area * ratio) ** 0.5), int((area / ratio) ** 0.5)


def _elevation(rng: Random, kind: str, seed: int, stone: str, roof: str, medium: str) -> Pixels:
    """The front alone on paper, as an architect draws it."""
    own = Random(seed)
    p = INK if medium == "encre" else palette(Random(seed), stone, roof)
    w, h = KINDS[kind](Mason(Canvas(10, 10), p, Random(seed), 4), own)
    width, height = _sheet(w, h, False)
    c = Canvas(width, height, "#f3ecdc")
    k = min(width * 0.8 / w, height * 0.78 / h)
    ground = height * 0.5 + h * k / 2
    mark = c.mark()
    KINDS[kind](Mason(c, p, Random(seed), 3), Random(seed))
    c.wrap(mark, f"translate({width / 2},{ground}) scale({k:.3f})")
    c.line(width * 0.05, ground + 2, width * 0.95, ground + 2, "#3a3126", 3)
    for i in range(6):
        x = width * 0.1 + i * width * 0.06
        c.line(x, height * 0.945, x, height * 0.955, "#3a3126", 1.5)
    c.line(width * 0.1, height * 0.95, width * 0.4, height * 0.95, "#3a3126", 1.5)
    c.rect(width * 0.025, height * 0.02, width * 0.95, height * 0.96, "none", 1, "#6b5d45", 1.5)
    draws = np.random.default_rng(rng.getrandbits(32))
    picture = warped(c.render(), draws, 1.1, 90)
    if medium == "lavis":
        picture = picture * 0.72 + np.float32(243 * 0.28)
    return papered(picture, draws, 1.1)


__all__ = ["KINDS", "MEDIUMS", "building"]
