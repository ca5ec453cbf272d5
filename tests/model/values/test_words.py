"""Words of many texts folded together are those of each text folded alone, and stay folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.model.values.words import normal, normal_all

# What folding treats apart, mixed as producers mix it, with what stands between texts.
PIECES = ["a", "É", "'", "’", "œ", "-", ".", " ", "\n", "\x1f", "St ", "XVIIe", "d'", "l’", "0",
          "é", "_", "Ж", "\u200b", "“", "²", "\x81", "°", "«", "中", "\x00"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=20)


@given(st.lists(TEXTS, max_size=6))
def test_folded_together_or_one_by_one(texts: list[str]) -> None:
    assert normal_all(texts) == [normal(text) for text in texts]


@given(TEXTS)
def test_words_are_separated_by_one_space_and_nothing_else(text: str) -> None:
    words = normal(text)
    assert words == " ".join(words.split())
    assert all(character.isalnum() or character == " " for character in words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Église Saint-Léger", "eglise saint leger"),
        ("L’œuvre d'art", "oeuvre art"),
        ("St Roch, XVIIe", "saint roch 17e"),
        ("« Tour » n° 12 bis", "tour n 12 bis"),
        ("Ж_中", "ж 中"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert normal(text) == words
