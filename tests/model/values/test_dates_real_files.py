"""How much of the real files is understood: at least 98 % of the distinct values of each.

A value counts when it carries a year, a century or a period (`date_signs`, written apart from
the grammar). Each file is split the way its field is.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from pop.model.values import dates
from pop.model.values.date_coverage import Coverage, understood
from pop.model.values.date_signs import carries_date

pytestmark = pytest.mark.real_data
LEAST = 0.98


@pytest.fixture(scope="module")
def merimee(real_data: Path) -> list[dict[str, str]]:
    path = real_data / "merimee" / "merimee-MH-2022.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def joconde(real_data: Path) -> list[str]:
    """Every dating of the file: PERI and MILL of the work, EPOQ, and the date it was acquired."""
    path = real_data / "joconde" / "joconde-costume.csv"
    found: list[str] = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for column, value in row.items():
                if column.startswith(("Periode_de", "Millesime_de")):
                    found.append(value)
                elif column in ("Epoque", "Date_d_acquisition"):
                    found += value.split(";")
    return found


@pytest.fixture(scope="module")
def rejected(real_data: Path) -> list[str]:
    path = real_data / "coordinates" / "coordinates-and-dates-rejected-2018.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [row[3] for row in csv.reader(file) if row and row[0] == "DATE"]


def _values(rows: list[dict[str, str]], field: str) -> Iterator[str]:
    for row in rows:
        yield from (row[field] or "").split(";")


def _enough(coverage: Coverage, distinct: int) -> None:
    assert coverage.carrying >= distinct
    assert coverage.rate >= LEAST, coverage.missed[:20]


def test_merimee_centuries(merimee: list[dict[str, str]]) -> None:
    _enough(understood(_values(merimee, "SCLE")), 200)


def test_merimee_protections(merimee: list[dict[str, str]]) -> None:
    coverage = understood(_values(merimee, "DPRO"))
    _enough(coverage, 14_000)
    # A day that no calendar has must stay a fault, not become a date.
    assert "1914/19/21 : classé MH" in dict(coverage.missed)


def test_joconde(joconde: list[str]) -> None:
    _enough(understood(joconde), 700)


def test_dates_rejected_by_the_first_pop(rejected: list[str]) -> None:
    _enough(understood(rejected), 50)


def test_lexicon_of_joconde_periods(real_data: Path) -> None:
    path = real_data / "thesauri" / "joconde-lex" / "lexperi.txt"
    _enough(understood(path.read_text(encoding="utf-8").splitlines()[4:]), 330)


def test_what_is_left_out_of_the_count_holds_no_figure(
    merimee: list[dict[str, str]], joconde: list[str], rejected: list[str]
) -> None:
    values = {*_values(merimee, "SCLE"), *_values(merimee, "DPRO"), *joconde, *rejected}
    left_out = {value for value in values if not carries_date(value)}
    assert len(left_out) < 15
    assert not any(sign.isdigit() for value in left_out for sign in value)


def test_what_is_displayed_of_real_values_means_the_same(
    merimee: list[dict[str, str]], joconde: list[str], rejected: list[str]
) -> None:
    protections = sorted(set(_values(merimee, "DPRO")))[::7]
    for value in {*_values(merimee, "SCLE"), *protections, *joconde, *rejected}:
        found, shown = dates.parse(value), dates.parse(dates.display(value))
        assert (found is None) == (shown is None), value
        if found and shown:
            assert (found.intervals, found.day, found.unknown) == (
                shown.intervals,
                shown.day,
                shown.unknown,
            )
