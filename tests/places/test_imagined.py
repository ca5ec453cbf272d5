"""Invented places: asked after the real ones, which they never hide."""

import pytest

from pop.places import imagined
from pop.places.bounds import Bounds
from pop.places.communes import Commune
from pop.places.departements import Departement, Region
from pop.places.geography import derive

REGION = Region("9", "Pays de Nulle-Part")
NOWHERE = Departement("9Z", "Nulle-Part", REGION, REGION, (Bounds(1, 1, 2, 2),))
TOWN = Commune("9Z001", "Utopie", (1.5, 1.5))


@pytest.fixture(autouse=True)
def _imagine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imagined, "_known", {})
    imagined.imagine(NOWHERE, [("9Z001", TOWN, None), ("9Z501", TOWN, "Utopie-la-Petite")])


def test_an_invented_code_has_its_whole_place() -> None:
    found = derive("9Z001", "9Z")
    assert found.path == ("Pays de Nulle-Part", "Nulle-Part", "Utopie")
    assert found.centre == (1.5, 1.5)
    assert found.commune_then is None


def test_a_former_invented_commune_keeps_its_name() -> None:
    assert derive("9Z501").commune_then == "Utopie-la-Petite"


@pytest.mark.parametrize("text", ["9Z", "9z", "Nulle-Part", "nulle part"])
def test_a_departement_by_its_code_or_its_name(text: str) -> None:
    assert derive("", text).path == ("Pays de Nulle-Part", "Nulle-Part")


def test_real_places_stay_what_they_are() -> None:
    before = derive("2A004", "2A").path
    ajaccio = Commune("2A004", "Utopie")
    imagined.imagine(
        Departement("2A", "Nulle-Part", REGION, REGION, ()), [("2A004", ajaccio, None)]
    )
    assert derive("2A004", "2A").path == before
    assert derive("", "2A").path[:2] == before[:2]


def test_what_nobody_told_is_unknown() -> None:
    assert derive("9Y001", "9Y").path == ()
    assert derive("", "").path == ()
