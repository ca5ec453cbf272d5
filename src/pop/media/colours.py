"""The colours of pictures by their French names: which ones there are, and the name of a point.

Decided in CIELAB, by lightness, chroma and hue: frontiers are drawn between names rather than
distances measured to samples, so that dark orange is brown and pale orange beige, as people say.
A photograph without colours has one name for the whole of it, « noir et blanc » or « sépia ».
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

NAMES: Mapping[str, str] = {
    "rouge": "rouge",
    "orange": "orange",
    "jaune": "jaune",
    "vert": "vert",
    "bleu": "bleu",
    "violet": "violet",
    "rose": "rose",
    "brun": "brun",
    "beige": "beige",
    "gris": "gris",
    "noir": "noir",
    "blanc": "blanc",
    "noir-et-blanc": "noir et blanc",
    "sepia": "sépia",
}
"""The name of each colour by its code, in the order people are shown them; stored in rows of
pictures and in addresses, they never change."""
BLACK_AND_WHITE, SEPIA = "noir-et-blanc", "sepia"
CODES = tuple(NAMES)
_PLAIN = CODES[:12]
_RANKS = {code: rank for rank, code in enumerate(_PLAIN)}

# Chroma: below, a grey; warm tones are seen as coloured a little sooner when they are light.
_GREY, _PALE = 11.0, 8.0
# Lightness below which, and above which, nothing but black and white is seen.
_BLACK, _WHITE = 18.0, 91.0

_LINEAR = np.array(
    [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in np.arange(256) / 255],
    dtype=np.float32,
)
# From linear sRGB to XYZ, each divided by that of the white of daylight (D65).
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
     [0.0193339, 0.1191920, 0.9503041]], dtype=np.float32,
) / np.array([[0.95047], [1.0], [1.08883]], dtype=np.float32)  # fmt: skip


def lab(pixels: NDArray[np.uint8]) -> Floats:
    """Points of sRGB, from 0 to 255, in CIELAB; the last axis is (L, a, b)."""
    linear = _LINEAR[pixels]
    xyz = linear @ _TO_XYZ.T
    root = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = root[..., 0], root[..., 1], root[..., 2]
    found: Floats = np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), axis=-1)
    return found


def named(points: Floats) -> NDArray[np.uint8]:
    """The rank in CODES of the name of each point of CIELAB, one of the first twelve."""
    light, a, b = points[..., 0], points[..., 1], points[..., 2]
    chroma = np.hypot(a, b)
    hue = np.degrees(np.arctan2(b, a)) % 360
    warm = (hue >= 35) & (hue < 112)
    pale = warm & (light >= 70)
    cases = (
        ("noir", (light < _BLACK) & (chroma < 20) | (light < 9) & (chroma < 40)),
        ("blanc", (light > _WHITE) & (chroma < _GREY)),
        ("beige", pale & (chroma >= _PALE) & (chroma < 32)),
        ("gris", chroma < _GREY),
        *_coloured(light, chroma, hue),
    )
    tests = [test for _, test in cases]
    ranks = [np.uint8(_RANKS[code]) for code, _ in cases]
    found: NDArray[np.uint8] = np.select(tests, ranks, np.uint8(_RANKS["gris"]))
    return found


def _coloured(
    light: Floats, chroma: Floats, hue: Floats
) -> tuple[tuple[str, NDArray[np.bool_]], ...]:
    """What has a hue, the first that fits: sectors of hue, cut by lightness and chroma."""
    reddish = (hue >= 340) | (hue < 47)
    yellow = (hue >= 82) & (hue < 112)
    return (
        ("rose", reddish & ((light >= 64) | (light >= 45) & ((hue >= 340) | (hue < 15)))),
        ("brun", reddish & (hue >= 30) & (hue < 47) & (chroma < 38)),
        ("rouge", reddish),
        ("orange", (hue >= 47) & (hue < 82) & (light >= 55) & (chroma >= 56)),
        ("beige", (hue >= 47) & (hue < 82) & (light >= 70)),
        ("brun", (hue >= 47) & (hue < 82)),
        ("jaune", yellow & (light >= 60) & (chroma >= 32)),
        ("beige", yellow & (light >= 70)),
        ("brun", yellow & (hue < 98)),
        ("vert", (hue >= 82) & (hue < 200)),
        ("bleu", (hue >= 200) & (hue < 309)),
        ("rose", (hue >= 309) & (light >= 58)),
        ("violet", hue >= 309),
    )


def without_colours(points: Floats) -> str:
    """BLACK_AND_WHITE or SEPIA for a picture (rows of points of CIELAB) that has only tones of
    one tint, from dark to light; "" for another."""
    light = points[:, 0]
    low, high = np.percentile(light, (4, 96))
    if high - low < 25:
        return ""
    tint = points[:, 1:]
    chroma = np.hypot(tint[:, 0], tint[:, 1])
    if np.percentile(chroma, 96) < 7:
        return BLACK_AND_WHITE
    # The tint of a print follows its tones; that of an object laid on a paper does not.
    step = np.minimum(((light - low) / (high - low) * 8).clip(0), 7).astype(np.intp)
    counts = np.bincount(step, minlength=8)
    means = [np.bincount(step, tint[:, i], 8) / np.maximum(counts, 1) for i in (0, 1)]
    spread = np.hypot(tint[:, 0] - means[0][step], tint[:, 1] - means[1][step])
    if np.percentile(spread, 90) > 4:
        return ""
    a, b = tint.mean(axis=0)
    mean = float(np.hypot(a, b))
    lights = chroma[light >= np.percentile(light, 80)]
    if mean < 6:
        return BLACK_AND_WHITE
    is_warm = 40 <= np.degrees(np.arctan2(b, a)) % 360 <= 105
    return SEPIA if is_warm and mean < 34 and lights.mean() >= 4 else ""
