"""Counting what is understood, and the signs of a date."""

import pytest

from pop.model.values.date_coverage import Coverage, understood
from pop.model.values.date_signs import carries_date


def test_counts_are_of_distinct_values_and_missed_ones_come_most_frequent_first() -> None:
    values = ["1880", " 1880 ", "19e siècle", "acquis", "", "1000 ans", "13e bis", "1000 ans"]
    coverage = understood(values)
    assert (coverage.distinct, coverage.carrying, coverage.understood) == (5, 4, 2)
    assert coverage.missed == (("1000 ans", 2), ("13e bis", 1))
    assert coverage.rate == 0.5


def test_nothing_to_understand_is_all_understood() -> None:
    assert understood([]) == Coverage(0, 0, 0, ())
    assert understood([]).rate == 1.0


@pytest.mark.parametrize(
    "text",
    ["n° 1234", "19e", "XIXe s.", "SIECLE", "si\ufffdcle", "siï¿½cle", "époque inconnue", "mai 80"],
)
def test_signs_of_a_date_are_looked_for_broadly(text: str) -> None:
    assert carries_date(text)


@pytest.mark.parametrize("text", ["", "acquis", "détruit)", "Paris", "mode du pays d'Arles", "12"])
def test_other_texts_have_none(text: str) -> None:
    assert not carries_date(text)
