"""Folding: what people type and what producers wrote meet, by the short road or the long one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.model.values import folding
from pop.model.values.folding import fold

FRENCH = st.text(alphabet="abcXYZ éÈçœŒæßÿ’'`-«»°\u00a0\u202f\u00ad\n\u0301µŁø0", max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Île-de-France", "ile-de-france"),
        ("  ÉGLISE\u00a0 Saint-Étienne\u202f! ", "eglise saint-etienne !"),
        ("Cœur, Œuvre, ex-æquo, Straße", "coeur, oeuvre, ex-aequo, strasse"),
        ("l’Assomption l`abbé d‘or l´été", "l'assomption l'abbe d'or l'ete"),
        ("e\u0301glise", "eglise"),
        ("Łódź, Đorđe, Søren, Þór", "lodz, dorde, soren, thor"),
        ("Dvořák ; Brâncuși ; İstanbul", "dvorak ; brancusi ; istanbul"),
        ("ΣΟΦΟΣ", "σοφοσ"),
        ("co\u00adopé\u200bra\ufeff", "coopera"),
        ("Aix\u2011en\u2010Provence", "aix-en-provence"),
        ("n° 12 (½)", "n° 12 (½)"),
        ("", ""),
        (" \n\t ", ""),
    ],
)
def test_known_words(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text() | FRENCH)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="cp1252")) | FRENCH)
def test_the_short_road_says_what_the_long_one_says(text: str) -> None:
    long_road = " ".join(text.translate(folding._CHARACTERS).split())
    assert fold(text) == long_road


@given(FRENCH)
def test_case_and_composition_do_not_count(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(text.swapcase()) == fold(text)


def test_half_characters_do_not_fail() -> None:
    assert fold("a\ud800B") == "a\ud800b"
