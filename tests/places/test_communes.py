"""Communes: what became of them, from small lists and, when they are here, from the real ones."""

import csv
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from pop.places import building, communes, geography
from pop.places.communes import Communes

_TODAY = """TYPECOM,COM,DEP,NCCENR,LIBELLE,COMPARENT
COM,01033,01,Valserhône,Valserhône,
COMD,01033,,Bellegarde-sur-Valserine,Bellegarde-sur-Valserine,01033
COMD,01205,,Lancrans,Lancrans,01033
COM,08203,08,Guignicourt-sur-Vence,Guignicourt-sur-Vence,
COM,08454,08,Touligny,Touligny,
COM,2A004,2A,Ajaccio,Ajaccio,
COM,50592,50,Tessy-Bocage,Tessy-Bocage,
COM,75056,75,Paris,Paris,
ARM,75101,75,Paris 1er Arrondissement,Paris 1er Arrondissement,75056
COM,91095,91,Bouray-sur-Juine,Bouray-sur-Juine,
COM,97601,976,Acoua,Acoua,
"""

_CHANGES = """MOD,DATE_EFF,TYPECOM_AV,COM_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,LIBELLE_AP
32,2019-01-01,COM,01033,,Bellegarde-sur-Valserine,COM,01033,Valserhône
32,2019-01-01,COM,01033,,Bellegarde-sur-Valserine,COMD,01033,Bellegarde-sur-Valserine
32,2019-01-01,COM,01205,,Lancrans,COM,01033,Valserhône
32,2018-01-01,COM,50649,,Pont-Farcy,COM,50592,Tessy-Bocage
41,2018-01-01,COM,14513,,Pont-Farcy,COM,50649,Pont-Farcy
41,1976-01-01,COM,20004,,Ajaccio,COM,2A004,Ajaccio
31,1971-01-01,COM,01018,,Arlod,COM,01033,Bellegarde-sur-Valserine
30,1968-03-02,COM,08227,,Hocmont,COM,08454,Touligny
30,1968-03-02,COM,08227,,Hocmont,COM,08203,Guignicourt-sur-Vence
41,1968-01-01,COM,78095,,Bouray-sur-Juine,COM,91095,Bouray-sur-Juine
10,1956-10-19,COM,01033,,Bellegarde,COM,01033,Bellegarde-sur-Valserine
30,2007-02-23,COM,97123,,Saint-Barthélemy,,,
"""

_OVERSEAS = "code_commune,nom_commune\n97701,Saint-Barthélemy\n"

_CENTRES = "insee,nom,lat,lon\n01033,Valserhône,46.106658,5.832457\n01205,Lancrans,46.12,5.83\n"


@pytest.fixture
def insee(tmp_path: Path) -> Communes:
    """A very small France."""
    for name, text in (
        ("communes.csv", _TODAY),
        ("mouvements-communes.csv", _CHANGES),
        ("collectivites-outremer.csv", _OVERSEAS),
        ("communes_centroides_2018.csv", _CENTRES),
    ):
        (tmp_path / name).write_text(text, "utf-8")
    out = tmp_path / "new" / communes.FILE_NAME
    building.build_from_insee(tmp_path, out)
    return Communes.load(out)


@pytest.fixture
def npm(tmp_path: Path) -> Communes:
    """The same, a part of it, as the npm package tells it."""
    rows = [
        {
            "code": "01033",
            "nom": "Valserhône",
            "type": "commune-actuelle",
            "anciensCodes": ["01205", "01018"],
        },
        {
            "code": "01033",
            "nom": "Bellegarde-sur-Valserine",
            "type": "commune-deleguee",
            "chefLieu": "01033",
        },
        {"code": "01205", "nom": "Lancrans", "type": "commune-deleguee", "chefLieu": "01033"},
        {"code": "2A004", "nom": "Ajaccio", "type": "commune-actuelle"},
        {"code": "75056", "nom": "Paris", "type": "commune-actuelle"},
        {
            "code": "75101",
            "nom": "Paris 1er Arrondissement",
            "type": "arrondissement-municipal",
            "commune": "75056",
        },
    ]
    (tmp_path / "data").mkdir()
    (tmp_path / "data/communes.json").write_text(json.dumps(rows), "utf-8")
    (tmp_path / "package.json").write_text('{"version": "6.0.0"}', "utf-8")
    out = tmp_path / communes.FILE_NAME
    building.build_from_npm(tmp_path, out)
    return Communes.load(out)


@pytest.mark.parametrize(
    ("code", "today", "name_then", "kind"),
    [
        ("01033", "Valserhône", "Bellegarde-sur-Valserine", "actuelle"),
        ("01205", "Valserhône", "Lancrans", "déléguée"),
        ("01018", "Valserhône", "Arlod", "ancienne"),
        ("75101", "Paris", "Paris 1er Arrondissement", "arrondissement"),
        ("20004", "Ajaccio", None, "ancienne"),
        ("78095", "Bouray-sur-Juine", None, "ancienne"),
        ("14513", "Tessy-Bocage", "Pont-Farcy", "ancienne"),
        ("98501", "Acoua", None, "ancienne"),
        ("97123", "Saint-Barthélemy", None, "ancienne"),
        ("2a004 ", "Ajaccio", None, "actuelle"),
    ],
)
def test_an_old_code_leads_to_the_commune_of_today(
    insee: Communes, code: str, today: str, name_then: str | None, kind: str
) -> None:
    found = insee.find(code)
    assert found
    assert (found.commune.name, found.name_then, found.kind) == (today, name_then, kind)
    assert not found.divided


def test_a_divided_commune_says_so(insee: Communes) -> None:
    found = insee.find("08227")
    assert found
    assert found.divided
    assert {found.commune.code, *(one.code for one in found.others)} == {"08203", "08454"}
    assert geography.derive("08227", "08", insee).divided


def test_all_the_names_are_known(insee: Communes) -> None:
    found = insee.find("01018")
    assert found
    assert found.names == ("Valserhône", "Arlod", "Bellegarde-sur-Valserine", "Bellegarde")


def test_the_finest_centre_is_given(insee: Communes) -> None:
    lancrans, arlod, paris = (insee.find(code) for code in ("01205", "01018", "75056"))
    assert lancrans
    assert lancrans.centre == (46.12, 5.83)
    assert arlod
    assert arlod.centre == pytest.approx((46.106658, 5.832457), abs=1e-5)
    assert paris
    assert paris.centre is None


def test_what_is_unknown_is_none(insee: Communes) -> None:
    assert insee.find("99999") is None
    assert insee.find("") is None


def test_the_file_says_where_it_comes_from(insee: Communes, npm: Communes) -> None:
    assert insee.source == "INSEE"
    assert insee.date == "2019-01-01"
    assert "decoupage-administratif 6.0.0" in npm.edition
    assert "Licence Ouverte" in insee.licence
    assert [one.name for one in npm] == ["Valserhône", "Ajaccio", "Paris"]
    assert len(npm) == 3


def test_the_npm_package_leads_to_the_same_communes(insee: Communes, npm: Communes) -> None:
    for code in ("01033", "01205", "01018", "75101", "20004"):
        one, other = insee.find(code), npm.find(code)
        assert one
        assert other
        assert one.commune.code == other.commune.code
        assert one.kind == other.kind


def test_a_file_that_is_something_else_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"not a list of communes")
    with pytest.raises(ValueError, match="not a list of communes"):
        Communes.load(other)
    with pytest.raises(FileNotFoundError):
        building.build_from_insee(tmp_path / "absent", tmp_path / "out")


@pytest.fixture
def anywhere() -> Iterator[None]:
    """Leave the list of the program as it was found."""
    yield
    communes.use(communes.BUILT)


def test_the_first_list_that_exists_is_used(
    anywhere: None, insee: Communes, tmp_path: Path
) -> None:
    communes.use(tmp_path / "absent")
    assert communes.current() is None
    assert geography.derive("01205").path == ("Auvergne-Rhône-Alpes", "Ain")
    communes.use(tmp_path / "absent", tmp_path / "new" / communes.FILE_NAME)
    assert communes.current() is communes.current() is not None
    assert geography.derive("01205").path == ("Auvergne-Rhône-Alpes", "Ain", "Valserhône")


@pytest.mark.parametrize(
    ("code", "departement", "path"),
    [
        ("01205", "01", ("Auvergne-Rhône-Alpes", "Ain", "Valserhône")),
        ("78095", "78", ("Île-de-France", "Essonne", "Bouray-sur-Juine")),
        ("14513", "", ("Normandie", "Manche", "Tessy-Bocage")),
        ("20004", "", ("Corse", "Corse-du-Sud", "Ajaccio")),
        ("20999", "", ("Corse",)),
        ("20999", "2B", ("Corse", "Haute-Corse")),
        ("97701", "", ("Saint-Barthélemy", "Saint-Barthélemy")),
        ("", "Seine-Inférieure", ("Normandie", "Seine-Maritime")),
        ("", "Seine", ("Île-de-France",)),
        ("44999", "75", ("Pays de la Loire", "Loire-Atlantique")),
        ("lieu", "44", ("Pays de la Loire", "Loire-Atlantique")),
        ("", "", ()),
    ],
)
def test_a_place_is_derived_from_insee_then_departement(
    insee: Communes, code: str, departement: str, path: tuple[str, ...]
) -> None:
    place = geography.derive(code, departement, insee)
    assert place.path == path
    if place.departement and place.departement.code == "76":
        assert place.region_before_2016
        assert place.region_before_2016.name == "Haute-Normandie"


@pytest.fixture(scope="module")
def whole(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real list."""
    out = tmp_path_factory.mktemp("communes") / communes.FILE_NAME
    building.build_from_insee(real_data / "geo", out)
    return out


@pytest.mark.real_data
def test_the_real_list_is_small(whole: Path) -> None:
    assert whole.stat().st_size < 600_000
    tracemalloc.start()
    try:
        known = Communes.load(whole)
        held, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(known) > 34_900
    assert held < 12e6
    assert peak < 20e6


@pytest.mark.real_data
def test_every_commune_of_the_protected_buildings_is_known(whole: Path, real_data: Path) -> None:
    known = Communes.load(whole)
    codes: set[str] = set()
    with (real_data / "merimee/merimee-MH-2022.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE):
            codes.update(code.strip() for code in (row["INSEE"] or "").split(";"))
    unknown = [code for code in codes if code and known.find(code) is None]
    assert len(codes) > 16_000
    assert len(unknown) < 10, unknown


@pytest.mark.real_data
def test_every_successor_is_a_commune_of_today(whole: Path, real_data: Path) -> None:
    known = Communes.load(whole)
    today = {one.code for one in known}
    lost: set[str] = set()
    with (real_data / "geo/mouvements-communes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found = known.find(row["COM_AV"]) if row["COM_AV"] else None
            if found:
                assert {found.commune.code, *(one.code for one in found.others)} <= today
            elif row["COM_AV"]:
                lost.add(row["COM_AV"])
    assert not lost


def test_set_up_builds_from_the_package_or_says_it_is_absent(
    npm: Communes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    built = tmp_path / "built" / communes.FILE_NAME
    monkeypatch.setattr(building, "BUILT", built)
    monkeypatch.setattr(building, "PACKAGE", tmp_path / "absent")
    assert building.main() == 0
    assert "absent" in capsys.readouterr().err
    assert not built.exists()
    monkeypatch.setattr(building, "PACKAGE", tmp_path)
    assert building.main() == 0
    assert len(Communes.load(built)) == len(npm)
