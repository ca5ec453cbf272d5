"""What is published of people who may be living (rules of the domain, §5)."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from pop.model import catalogue
from pop.model.living import may_live
from pop.search.answers.searching import search
from pop.search.asking.query import Query
from tests.loading import load_rows

TODAY = date(2026, 11, 26)
AUTOR = catalogue.base("autor")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"DNAISS": "12 mars 1950"}, True),
        ({"DNAISS": "1950", "DMORT": "2001"}, False),
        ({"DNAISS": "1926"}, True),
        ({"DNAISS": "1925"}, False),
        ({"DNAISS": "1812"}, False),
        ({"SCLE": ["18e siècle"]}, False),
        ({"SCLE": ["20e siècle"]}, True),
        ({}, True),
        ({"DNAISS": "vers 1700"}, False),
    ],
)
def test_who_may_be_living(values: dict[str, Any], expected: bool) -> None:
    assert may_live(AUTOR, values, TODAY) is expected


def test_a_building_is_no_person() -> None:
    assert not may_live(catalogue.base("merimee"), {}, TODAY)


@pytest.mark.django_db
def test_of_a_living_person_the_year_of_birth_alone_is_shown_and_found(
    client: Client, own_index: None
) -> None:
    told = {"NOM": "LESTRANGE", "PREN": "Adèle", "LNAISS": "Villecachee", "ADRS": "rue Cachottier"}
    load_rows("autor", {"REF": "AW00001", **told, "DNAISS": "12 mars 1990"})
    load_rows("autor", {"REF": "AW00002", **told, "DNAISS": "1802", "DMORT": "1871"}, index=True)
    living = client.get("/notice/autor/AW00001").content.decode()
    assert "1990" in living
    assert not any(word in living for word in ("mars 1990", "Villecachee", "Cachottier"))
    dead = client.get("/notice/autor/AW00002").content.decode()
    assert "Villecachee" in dead
    for word in ("villecachee", "cachottier"):
        assert [notice.ref for notice in search(Query(text=word)).notices] == ["AW00002"]
