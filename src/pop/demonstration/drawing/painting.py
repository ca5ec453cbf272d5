"""How a composition was made: oil, gouache, watercolour, pastel, red chalk, ink, copperplate."""

import numpy as np
from numpy.random import Generator

from pop.demonstration.drawing.canvas import Pixels, rgb
from pop.demonstration.drawing.surface import (
    blur,
    brushed,
    crackled,
    engraved,
    grain,
    grey,
    noise,
    papered,
    places,
    toned,
    vignette,
    warped,
    woven,
)

TECHNIQUES = (
    "huile",
    "huile ancienne",
    "gouache",
    "aquarelle",
    "pastel",
    "sanguine",
    "lavis d’encre",
    "estampe",
)


def as_technique(picture: Pixels, technique: str, draws: Generator) -> Pixels:
    """The composition as that technique leaves it."""
    h, w = picture.shape[:2]
    if technique in ("huile", "huile ancienne"):
        moved = warped(picture, draws, 2.6, 34)
        painted = brushed(moved, draws, 22, 1.0 if technique == "huile" else 0.55)
        if technique == "huile ancienne":
            mean = painted.mean(axis=2, keepdims=True)
            painted = (painted * 0.78 + mean * 0.22) * np.array([1.0, 0.93, 0.76], np.float32)
            painted = crackled(painted, draws, 60, 0.2)
            painted = vignette(painted, 0.45)
        return woven(painted, 2.4, 0.045)
    if technique == "gouache":
        flat = warped(picture, draws, 2.2, 46)
        return papered(flat + (noise(h, w, 30, draws, 3) * 6)[..., None], draws, 0.8)
    if technique == "aquarelle":
        wet = blur(warped(picture, draws, 7, 70), 1.2)
        pale = wet * 0.66 + np.float32(250 * 0.34)
        edge = np.abs(grey(blur(wet, 2)) - grey(blur(wet, 7)))
        pools = noise(h, w, 90, draws, 4) * 9
        return papered(pale - (np.clip(edge, 0, 22) * 1.5 + pools)[..., None], draws, 1.3)
    if technique == "pastel":
        moved = blur(warped(picture, draws, 4, 26), 1.2)
        tooth = draws.standard_normal((h, w), np.float32)
        tooth = (tooth + np.roll(tooth, 1, 1) + np.roll(tooth, 1, 0)) / 1.7
        chalk = np.clip(tooth * 0.28 + 0.8, 0.25, 1)[..., None]
        return moved * chalk + rgb("#cbb898") * (1 - chalk)
    if technique == "sanguine":
        return _chalk(picture, draws, "#8a3a22", "#f0e3cb")
    if technique == "lavis d’encre":
        wet = blur(warped(picture, draws, 4, 50), 1.4)
        ink = toned(wet, "#2b241d", "#a08e74", "#f2e9d6", 1.15)
        return papered(ink + (noise(h, w, 60, draws, 4) * 7)[..., None], draws, 1.2)
    if technique == "estampe":
        return engraved(picture, draws, max(min(h, w) / 150, 4.5))
    raise ValueError(technique)


def _chalk(picture: Pixels, draws: Generator, chalk: str, paper: str) -> Pixels:
    """Strokes laid side by side, denser in the shadows."""
    h, w = picture.shape[:2]
    tone = grey(blur(warped(picture, draws, 4, 40), 1.5))
    low, high = np.percentile(tone[::4, ::4], (2, 97))
    dark = 1 - np.clip((tone - low) / max(high - low, 1), 0, 1)
    gy, gx = np.gradient(blur(tone, 1.2))
    contour = np.clip(np.hypot(gx, gy) / 14, 0, 1)
    y, x = places(h, w)
    bend = noise(h, w, 160, draws, 2) * 14
    hatch = np.sin((x * 0.75 + y + bend) * 2 * np.pi / 7.5) * 0.5 + 0.5
    rough = np.clip(noise(h, w, 3.2, draws, 2) * 0.6 + 0.75, 0, 1)
    load = np.clip(dark * 1.15 - hatch * 0.45 * (dark < 0.75) + contour * 0.55 - 0.06, 0, 1) * rough
    load = load[..., None]
    return papered(rgb(paper) * (1 - load) + rgb(chalk) * load, draws, 1.2)


__all__ = ["TECHNIQUES", "as_technique", "grain"]
