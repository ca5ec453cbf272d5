"""The words of a search are marked where they stand, and nothing else changes."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.diffusion.marking import Marker
from pop.model import catalogue


@pytest.mark.parametrize(
    ("words", "text", "marked"),
    [
        ("eglise", "Église Saint-Léger", "<mark>Église</mark> Saint-Léger"),
        ("notre dame", "Abbatiale Notre-Dame", "Abbatiale <mark>Notre</mark>-<mark>Dame</mark>"),
        ("moulins", "Le moulin de l’Isle", "Le <mark>moulin</mark> de l’Isle"),
        ("ile", "L’île et l'Ile", "L’<mark>île</mark> et l&#x27;<mark>Ile</mark>"),
        ("le pont de pierre", "Le pont de bois", "Le <mark>pont</mark> de bois"),
        ("st", "Saint Roch, St Jean", "<mark>Saint</mark> Roch, <mark>St</mark> Jean"),
        ("vase", "Vase <b>&", "<mark>Vase</mark> &lt;b&gt;&amp;"),
        ("", "Vase", "Vase"),
    ],
)
def test_marks(words: str, text: str, marked: str) -> None:
    assert Marker(words).mark(text) == marked


@given(st.text(max_size=40), st.text(max_size=80))
def test_without_its_marks_a_text_is_what_it_was(words: str, text: str) -> None:
    marked = Marker(words).mark(text)
    assert html.unescape(re.sub("</?mark>", "", marked)) == html.unescape(html.escape(text))


def test_an_excerpt_shows_the_first_long_public_text_that_has_the_word() -> None:
    base = catalogue.base("merimee")
    before, after = "mot " * 60, " suite" * 60
    values = {"HIST": f"{before}le pressoir banal{after}", "TICO": "Ferme"}
    excerpt = Marker("pressoirs").excerpt(base, values)
    assert excerpt is not None
    assert excerpt.startswith("…")
    assert excerpt.endswith("…")
    assert "le <mark>pressoir</mark> banal" in excerpt
    assert len(excerpt) < 260
    assert Marker("colombier").excerpt(base, values) is None


def test_an_excerpt_is_never_taken_from_what_is_not_public() -> None:
    base = catalogue.base("palissy")
    hidden = {code: "pressoir" for code, field in base.fields.items() if not field.public}
    assert hidden
    assert Marker("pressoir").excerpt(base, hidden) is None
