"""Départements and régions: names in any spelling, codes, boxes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.places import departements
from pop.places.bounds import Bounds
from pop.places.folding import fold


def _code(text: str) -> str | None:
    found = departements.find(text)
    return found.code if found else None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("01", "01"),
        ("1", "01"),
        ("2a", "2A"),
        ("974", "974"),
        ("Seine-Maritime", "76"),
        ("SEINE MARITIME", "76"),
        ("Seine Inférieure", "76"),
        ("Loire-Inférieure", "44"),
        ("Charente-Inférieure", "17"),
        ("Basses-Alpes", "04"),
        ("Alpes (Basses-)", "04"),
        ("Rhin (Haut-)", "68"),
        ("Basses-Pyrénées", "64"),
        ("Côtes-du-Nord", "22"),
        ("Côte d’Or", "21"),
        ("cote-d'or", "21"),
        ("Réunion", "974"),
        ("La Réunion", "974"),
        ("l'Ain", "01"),
        ("St-Pierre-et-Miquelon", "975"),
        ("Wallis et Futuna", "986"),
        ("Paris", "75"),
        ("Seine", "75"),
        ("96", None),
        ("Bavière", None),
        ("", None),
    ],
)
def test_a_departement_is_found_in_any_spelling(text: str, code: str | None) -> None:
    assert _code(text) == code


@given(st.sampled_from(departements.all_departements()), st.data())
def test_accents_capitals_and_hyphens_do_not_matter(
    departement: departements.Departement, data: st.DataObject
) -> None:
    bare = "".join(
        c for c in unicodedata.normalize("NFD", departement.name) if not unicodedata.combining(c)
    )
    spelling = data.draw(st.sampled_from([departement.name, bare, bare.upper(), bare.lower()]))
    separator = data.draw(st.sampled_from(["-", " ", "  ", " - "]))
    assert _code(spelling.replace("-", separator)) == departement.code


@given(st.text())
def test_any_text_may_be_asked(text: str) -> None:
    found = departements.find(text)
    assert found is None or found in departements.all_departements()
    departements.of_insee(text)
    departements.find_region(text)
    assert fold(fold(text)) == fold(text)


def test_an_old_departement_gives_all_its_successors() -> None:
    def codes(text: str) -> list[str]:
        return [one.code for one in departements.successors(text)]

    assert codes("Seine") == ["75", "92", "93", "94"]
    assert codes("Seine-et-Oise")[:3] == ["78", "91", "95"]
    assert codes("20") == codes("Corse") == ["2A", "2B"]
    assert codes("Meurthe") == ["54", "57"]
    found = departements.find("76")
    assert found
    assert found.old_names == ("Seine-Inférieure",)


@pytest.mark.parametrize(
    ("insee", "code"),
    [
        ("2A004", "2A"),
        ("2b033", "2B"),
        ("97411", "974"),
        ("97801", "978"),
        ("98818", "988"),
        ("98501", "976"),
        ("01001", "01"),
        ("20004", None),
        ("0100", None),
        ("99123", None),
        ("", None),
    ],
)
def test_an_insee_code_gives_its_departement(insee: str, code: str | None) -> None:
    found = departements.of_insee(insee)
    assert (found.code if found else None) == code


def test_there_are_as_many_as_there_should_be() -> None:
    everything = departements.all_departements()
    assert len(everything) == 108
    assert sum(one.region is not None for one in everything) == 101
    assert len(departements.regions()) == 18
    before = {one.region_before_2016.name for one in everything if one.region_before_2016}
    assert len(before) == 27
    assert {"Alsace", "Picardie", "Centre", "Limousin"} <= before


@pytest.mark.parametrize(
    ("code", "today", "before"),
    [
        ("67", "Grand Est", "Alsace"),
        ("76", "Normandie", "Haute-Normandie"),
        ("41", "Centre-Val de Loire", "Centre"),
        ("29", "Bretagne", "Bretagne"),
        ("974", "La Réunion", "La Réunion"),
    ],
)
def test_regions_of_today_and_before_2016(code: str, today: str, before: str) -> None:
    departement = departements.by_code(code)
    assert departement
    assert departement.region
    assert departement.region_before_2016
    assert (departement.region.name, departement.region_before_2016.name) == (today, before)


def test_a_region_is_found_in_any_spelling() -> None:
    for text in ("Ile-de-France", "ÎLE DE FRANCE", "11"):
        region = departements.find_region(text)
        assert region
        assert region.name == "Île-de-France"
    assert departements.find_region("Alsace") is None
    assert departements.find_region("") is None


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        ("75", 48.8584, 2.2945),
        ("29", 48.4585, -5.0966),  # Ouessant, beyond the simplified outline
        ("2A", 41.3870, 9.1590),  # Bonifacio
        ("974", -21.3393, 55.4781),
        ("973", 4.9224, -52.3135),
        ("975", 46.7811, -56.1764),
        ("984", -49.3500, 70.2200),  # Port-aux-Français
        ("988", -22.2758, 166.4580),
    ],
)
def test_boxes_hold_what_they_should(code: str, latitude: float, longitude: float) -> None:
    departement = departements.by_code(code)
    assert departement
    assert departement.holds(latitude, longitude)
    assert departements.in_france(latitude, longitude)
    others = [one.code for one in departements.all_departements() if one.holds(latitude, longitude)]
    assert len(others) < 6


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(0, 0), (41.9, 12.5), (51.5, -0.13), (45.0, 80.0), (-45.0, 100.0)]
)
def test_elsewhere_is_not_in_france(latitude: float, longitude: float) -> None:
    assert not departements.in_france(latitude, longitude)


def test_bounds_grow_and_stop_at_the_poles() -> None:
    box = Bounds(-89.99, -179.99, 10, 20)
    assert box.widened(0.5) == Bounds(-90, -180, 10.5, 20.5)
    assert box.contains(10, 20)
    assert not box.contains(10.1, 20)
    assert box.widened(0.2).contains(10.1, 20)
    assert Bounds.around([Bounds(0, 0, 1, 1), Bounds(-1, 2, 0.5, 3)]) == Bounds(-1, 0, 1, 3)
    with pytest.raises(ValueError, match="unpack"):
        Bounds.around([])
