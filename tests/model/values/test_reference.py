"""References: any form of number finds the work, and never another one."""

import csv
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.model.values import reference

STORED = st.from_regex(
    r"\A(PA[0-9]{8}|IVR[0-9]{2}_[0-9]{16}NUCA|MNR[0-9]{5}|INI-D[0-9]{7}|[0-9]{11}|000PE[0-9]{6})\Z"
)


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        (
            "PA00078014",
            ["PA 00078014", "pa00078014", "PA-00078014", " Pa 000 78014.", "«PA00078014»"],
        ),
        ("IVR26_20242100001NUCA", ["ivr26 20242100001nuca", "IVR26-20242100001 NUCA"]),
        ("INI-D0000012", ["ini-d0000012", "INI D 0000012", "INID0000012"]),
        ("000PE025604", ["000pe025604", "000 PE 025604"]),
        ("MNR 12/3", ["mnr 12 / 3", "MNR12.3", "MNR-12(3)"]),
    ],
)
def test_one_key_for_every_writing(stored: str, typed: list[str]) -> None:
    assert {reference.key(writing) for writing in typed} == {reference.key(stored)}


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("MNR00123", ["MNR 123", "MNR123", "mnr-123", "M.N.R. 123", "mnr 00123"]),
        ("000PE025604", ["PE025604", "pe 25604"]),
        ("07990000001", ["7990000001"]),
        ("M0001", ["m1", "M 01"]),
    ],
)
def test_padding_does_not_count_for_the_number_key(stored: str, typed: list[str]) -> None:
    assert {reference.number_key(writing) for writing in typed} == {reference.number_key(stored)}


@pytest.mark.parametrize(
    ("one", "other"),
    [("MNR 12/3", "MNR 123"), ("MNR 12.3", "MNR 1203"), ("R 15 C", "R 15 D"), ("A0", "A")],
)
def test_different_works_have_different_keys(one: str, other: str) -> None:
    assert reference.number_key(one) != reference.number_key(other)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("pa-000 78014", "PA00078014"),
        ("ini-d0000012", "INI-D0000012"),
        ("ivr26_20242100001nuca", "IVR26_20242100001NUCA"),
        ("MNR 123", "MNR123"),
        ("mnr 12/3", "MNR12/3"),
        ("PA–00078014", "PA00078014"),
    ],
)
def test_normal(text: str, normal: str) -> None:
    parsed = reference.parse(text)
    assert parsed is not None
    assert (parsed.text, parsed.normal) == (text, normal)


@pytest.mark.parametrize("nothing", ["", "  ", "-/ ."])
def test_no_reference(nothing: str) -> None:
    assert reference.parse(nothing) is None
    assert reference.index(nothing).keys == ()


@given(STORED, st.randoms(use_true_random=False))
def test_spaces_strokes_and_case_never_change_the_key(stored: str, chance: random.Random) -> None:
    typed = "".join(chance.choice([c.lower(), c, c + " ", c + "-", " " + c]) for c in stored)
    assert reference.key(typed) == reference.key(stored)
    parsed = reference.parse(typed)
    assert parsed is not None
    assert parsed.key == reference.key(stored)


@given(st.text())
def test_keys_are_stable(text: str) -> None:
    exact = reference.key(text)
    assert reference.key(exact) == exact
    assert reference.number_key(exact) == reference.number_key(text)


@given(STORED)
def test_stored_references_are_well_formed_and_stay_as_they_are(stored: str) -> None:
    parsed = reference.parse(stored)
    assert reference.check(stored) == ()
    assert parsed is not None
    assert parsed.normal == reference.display(stored) == stored
    assert reference.index(stored).keys[0] == reference.key(stored)


@pytest.mark.parametrize(
    ("malformed", "culprit"),
    [("PA 00078014", "un espace"), ("PÀ00078014", "« À »"), ("PA00078014;", "« ; »")],
)
def test_faults_say_what_is_wrong(malformed: str, culprit: str) -> None:
    (fault,) = reference.check(malformed)
    assert fault.code == "INVALID_ALNUM"
    assert f"contient {culprit} ;" in fault.message


@pytest.mark.real_data
def test_real_references_have_distinct_keys(real_data: Path) -> None:
    """No two notices of Mérimée answer to the same key, exact or without padding."""
    path = real_data / "merimee" / "merimee-MH-2022.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE)
        references = {row["REF"] for row in rows if row["REF"]}
    assert len(references) > 40_000
    assert len({reference.key(ref) for ref in references}) == len(references)
    assert not [ref for ref in references if reference.check(ref)]
