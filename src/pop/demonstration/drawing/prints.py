"""How a view was taken: colour film, old prints, blueprints, by night."""

from random import Random

import numpy as np

from pop.demonstration.drawing.canvas import Pixels
from pop.demonstration.drawing.surface import aged, blur, framed, grain, toned, vignette

MEDIUMS = (
    "couleur",
    "sépia",
    "albuminé",
    "noir et blanc",
    "cyanotype",
    "autochrome",
    "nuit",
    "encre",
    "lavis",
)


def as_medium(picture: Pixels, medium: str, rng: Random) -> Pixels:
    """The picture as that process gives it."""
    draws = np.random.default_rng(rng.getrandbits(32))
    if medium == "sépia":
        old = aged(vignette(grain(blur(picture, 1.0), draws, 7), 0.5), draws)
        old = toned(old, "#23170c", "#9f7d54", "#f4e6c8")
        return framed(old, "#efe4cb", 0.025) if rng.random() < 0.4 else old
    if medium == "albuminé":
        old = aged(vignette(grain(blur(picture, 1.6), draws, 10), 0.8), draws, 1.5)
        return toned(old, "#2a1a14", "#a8825c", "#f1dcb4", 1.1)
    if medium == "noir et blanc":
        old = vignette(grain(blur(picture, 0.7), draws, 8), 0.3)
        old = toned(old, "#101214", "#85878a", "#f1f1ed", 1.12)
        return framed(old, "#fafaf6", 0.02) if rng.random() < 0.5 else old
    if medium == "cyanotype":
        old = aged(vignette(grain(blur(picture, 1.2), draws, 6), 0.4), draws)
        return toned(old, "#0d2036", "#5f87a8", "#e8f0f2")
    if medium == "autochrome":
        soft = blur(picture, 1.4)
        mean = soft.mean(axis=2, keepdims=True)
        warm = (soft * 0.6 + mean * 0.4) * np.array([1.04, 0.95, 0.8], np.float32) + 8
        return vignette(grain(warm, draws, 5, 11), 0.7)
    if medium == "nuit":
        glow = blur(picture, 22)
        lit = 255 - (255 - np.clip(picture, 0, 255)) * (255 - np.clip(glow, 0, 255) * 0.4) / 255
        return vignette(grain(lit.astype(np.float32), draws, 5, 3), 0.6)
    soft = vignette(grain(picture, draws, 3, 1.5), 0.2)
    mean = soft.mean(axis=2, keepdims=True)
    return mean + (soft - mean) * np.float32(0.9)
