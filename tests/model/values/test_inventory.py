"""Inventory numbers: written in a thousand ways, found by any of them."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.model.values import inventory


@pytest.mark.parametrize(
    "writings",
    [
        ["RF 1972 23", "rf.1972-23", "RF1972/23", "R.F. 1972.23"],
        ["D.2024.1.1", "D 2024 1 1", "d-2024-1-1"],
        ["MNR 123", "MNR123", "mnr-123", "M.N.R. 123"],
        ["8° 123", "8 123"],
        ["Inv. 1234 bis", "INV1234bis", "inv 1234-BIS"],
    ],
)
def test_one_key_for_every_writing(writings: list[str]) -> None:
    assert len({inventory.key(writing) for writing in writings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("D.2024.1.1", "D.2024.11"), ("RF 1972 23", "RF 197223"), ("12 A", "12 B")],
)
def test_different_numbers_have_different_keys(one: str, other: str) -> None:
    assert inventory.number_key(one) != inventory.number_key(other)


def test_padding_does_not_count_for_the_number_key() -> None:
    assert inventory.number_key("2011.0.0030") == inventory.number_key("2011.0.30")
    assert inventory.number_key("MNR 00123") == inventory.number_key("mnr-123")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1968.3.152.1 ; 1968.3.152.2", ("1968.3.152.1", "1968.3.152.2")),
        ("INV 779, MR 316", ("INV 779", "MR 316")),
        ("1008 (ancien n°, 1861)", ("1008 (ancien n°, 1861)",)),
        ("1901.1.756 (1-2) ;", ("1901.1.756 (1-2)",)),
        ("1008 (ancien n° ; 12", ("1008 (ancien n° ; 12",)),
    ],
)
def test_several_numbers(text: str, numbers: tuple[str, ...]) -> None:
    assert inventory.parse(text) == numbers


def test_blank() -> None:
    assert inventory.parse(" ; ") is None
    assert inventory.index("").keys == ()


@pytest.mark.parametrize(
    ("text", "found_by"),
    [
        ("2003.0.6039 ; 1008 (Ancien n° inventaire)", ["2003.0.6039", "1008", "2003 0 6039"]),
        ("1901.1.756 (1-2)", ["1901.1.756", "1901.1.756 (1-2)"]),
        ("Inv. 1234 bis", ["1234 bis", "inv 1234bis"]),
        ("N° 12", ["12", "n°12"]),
        ("1993.003.0031", ["1993.3.31", "1993-003-0031"]),
    ],
)
def test_what_finds_the_work(text: str, found_by: list[str]) -> None:
    keys = inventory.index(text).keys
    for typed in found_by:
        assert inventory.number_key(typed) in keys


def test_comments_are_no_keys() -> None:
    assert inventory.index("BMG 1954, ancien n° dans autre organisme").keys == ("BMG1954",)


@given(st.text(alphabet="aB1 2;,().°-/é0", max_size=30))
def test_keys_all_hold_a_figure_and_repeat_nothing(text: str) -> None:
    keys = inventory.index(text).keys
    assert len(set(keys)) == len(keys)
    assert all(any(map(str.isdigit, key)) for key in keys)
    assert inventory.display(text) == text


@pytest.mark.real_data
def test_every_real_number_has_a_key(real_data: Path) -> None:
    path = real_data / "joconde" / "joconde-costume.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        numbers = [row["Numero_inventaire"] for row in csv.DictReader(file)]
    without = [n for n in numbers if any(map(str.isdigit, n)) and not inventory.index(n).keys]
    assert len(numbers) > 4_000
    assert without == []
