"""Coverage: an honest count of what can be placed, on small rows and real refusals of 2018."""

import csv
from pathlib import Path

import pytest

from pop.model.values.coordinate_coverage import Row, coverage, departement_of


def test_coverage_counts_what_cannot_be_read_against_itself() -> None:
    rows = [
        Row("IA14000001", "1453033 ; 8226213"),
        Row("IA14000002", "1453033 ; 8226213 environ"),
        Row("IA14000003", "1453033"),
        Row("IA00000004", "1453033 ; 8226213"),
        Row("IA00000005", "1453033 ; 8226213", departement="Calvados"),
        Row("IA13000006", "1453033 ; 8226213"),
    ]
    measured = coverage(rows)
    assert (measured.rows, measured.with_numbers, measured.measurable) == (6, 5, 4)
    assert measured.landed == 2
    assert measured.share == 0.5
    assert [one.row.reference for one in measured.rest] == ["IA14000002", "IA13000006"]
    assert measured.corrections == {"zone_missing": 2}


@pytest.mark.parametrize(
    ("reference", "code"),
    [("IA17047185", "17"), ("EA97200007", "972"), ("IA2A000298", "2A"), ("PA00099617", None)],
)
def test_a_reference_tells_its_departement(reference: str, code: str | None) -> None:
    found = departement_of(Row(reference, ""))
    assert (found.code if found else None) == code


def _rejected(real_data: Path) -> list[Row]:
    path = real_data / "merimee" / "merimee-MH-2022.csv"
    with path.open(encoding="utf-8", newline="") as file:
        protected = csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE)
        known = {row["REF"]: row["DPT"] for row in protected}
    path = real_data / "coordinates" / "coordinates-and-dates-rejected-2018.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(reference, text, said.partition("find zone")[2], known.get(reference, ""))
            for kind, reference, said, text in csv.reader(file)
            if kind == "GEOLOC"
        ]


@pytest.mark.real_data
def test_nine_rejected_coordinates_in_ten_land_in_their_departement(real_data: Path) -> None:
    measured = coverage(_rejected(real_data))
    assert measured.measurable > 2900
    assert measured.share >= 0.97
    assert all(one.reading.faults for one in measured.rest)


@pytest.mark.real_data
def test_another_departement_is_almost_never_reached_by_chance(real_data: Path) -> None:
    """The placebo: the same rows, judged against a place where none of them is."""
    rows = [
        row._replace(departement="Ardennes" if departement.code < "50" else "Landes")
        for row in _rejected(real_data)
        if (departement := departement_of(row))
        and len(departement.code) == 2
        and departement.code not in ("02", "08", "33", "40", "47", "51", "55", "64")
    ]
    assert coverage(rows).share < 0.02
