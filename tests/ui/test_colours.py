"""The colours of tokens.css can be told apart by everybody, in both themes (WCAG 1.4.3, 1.4.11)."""

import re
from pathlib import Path

import pytest

from pop.diffusion.pictures import tone
from pop.media.colours import NAMES

PAPERS = ("paper", "paper-2", "raised")
WORDS = ("ink", "ink-2", "ink-3", "accent", "accent-strong")
STATES = ("info", "success", "warning", "error")
BASES = ("joconde", "museo", "merimee", "palissy", "memoire", "autor", "mnr", "enluminures")
# What is written on what, then what is drawn on what: edges, focus, pictograms.
WRITTEN = [
    *((ink, paper) for ink in WORDS for paper in PAPERS),
    *((state, paper) for state in STATES for paper in (*PAPERS, f"{state}-soft")),
    *(("ink", f"{state}-soft") for state in STATES),
    *(("accent", f"{state}-soft") for state in STATES),
    ("accent-ink", "accent"), ("accent-ink", "accent-strong"), ("ink", "accent-soft"),
    ("ink", "paper-3"), ("ink-2", "paper-3"), ("paper", "ink"), ("ink", "mark"),
]  # fmt: skip
DRAWN = [(one, paper) for one in ("edge", "focus", *BASES) for paper in PAPERS]


def themes(root: Path) -> dict[str, dict[str, str]]:
    """The colours of the light theme, and those of the dark one."""
    css = (root / "src/pop/ui/static/ui/tokens.css").read_text()
    light, dark = css.split("@media screen and (prefers-color-scheme: dark)")
    dark = dark.partition("@media")[0]
    named = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{6});")
    first = dict(named.findall(light))
    return {"light": first, "dark": first | dict(named.findall(dark))}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_and_edges_stand_out(theme: str, root: Path) -> None:
    colours = themes(root)[theme]
    faint = [
        f"{one} on {other}: {ratio:.2f}"
        for pairs, least in ((WRITTEN, 4.5), (DRAWN, 3))
        for one, other in pairs
        if (ratio := contrast(colours[one], colours[other])) < least
    ]
    assert faint == []


def test_every_colour_of_a_picture_has_a_sample_and_every_tone_a_class(root: Path) -> None:
    css = (root / "src/pop/ui/static/ui/colours.css").read_text()
    classes = set(re.findall(r"^\.([a-z0-9-]+) \{", css, re.M))
    assert {f"swatch-{code}" for code in NAMES} <= classes
    for light in range(256):
        said = tone(f"#{light:02x}{255 - light:02x}{light:02x}")
        assert set(said.split()) <= classes
