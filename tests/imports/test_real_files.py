"""The ministry's own files, and those of others, as they are."""

import gzip
import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from pop.changes.rows import Row
from pop.imports.measuring import coordinates, datings
from pop.imports.sources import NotATable, Source, open_source
from pop.model import catalogue
from pop.model.checking import Checker

pytestmark = pytest.mark.real_data

COUNTS = {
    "merimee/merimee-MH-2022.csv": (45_285, "merimee"),
    "merimee/inventaire-pays-de-la-loire.tsv": (62, "merimee"),
    "museofile/museofile-2025-10.csv": (1_222, "museo"),
    "memoire/fond_guerre_14-18.geojson": (100, "memoire"),
    "pop-api/exploration_palissy_response.json": (10, "palissy"),
    "pop-api/exploration_palissy_item.json": (1, "palissy"),
    "pop-api/exploration_merimee_item.json": (1, "merimee"),
}


def read(path: Path) -> tuple[Source, list[Row]]:
    if not path.is_file():
        pytest.skip(f"{path.name} is not here")
    [source] = open_source(path)
    return source, list(source.rows())


@pytest.mark.parametrize("name", COUNTS)
def test_every_notice_is_there_once_with_a_good_reference(name: str, real_data: Path) -> None:
    count, base = COUNTS[name]
    source, rows = read(real_data / name)
    assert (len(rows), source.count) == (count, count)
    assert [one.key for one in source.bases] == [base]
    assert len({row.ref for row in rows}) == count
    checker = Checker(catalogue.base(base))
    assert not [row.ref for row in rows if checker.reference(row.ref)]
    assert source.notes == ()


def test_merimee_keeps_its_quotes_and_gets_its_apostrophes_back(real_data: Path) -> None:
    source, rows = read(real_data / "merimee" / "merimee-MH-2022.csv")
    titles = {row.values["TICO"] for row in rows}
    assert {'"Abri Patate"', '"Château-Bas", à l\'entrée de la citadelle'} <= titles
    assert source.form == "UTF-8, barre |, sans guillemets"
    assert source.repairs == {"caractères Windows-1252 rétablis": 641}
    assert source.unknown == ()
    assert not any(row.findings for row in rows)
    # Written back, the values are those of the file.
    path = source.path
    first = path.read_text("utf-8").split("\n")[1].split("|")
    assert [rows[0].ref, rows[0].values["TICO"]] == [first[0], first[6]]


def test_museofile_links_and_places(real_data: Path) -> None:
    source, rows = read(real_data / "museofile" / "museofile-2025-10.csv")
    assert source.unknown == ()
    assert sum(bool(row.values["REFMER"]) for row in rows) > 100
    located = [row for row in rows if row.values["POP_COORDONNEES.lat"]]
    assert len(located) > 1_100
    assert all(row.values["POP_COORDONNEES.lon"] for row in located)


def test_inventaire_quotes_are_undone_and_places_that_slipped_flagged(real_data: Path) -> None:
    source, rows = read(real_data / "merimee" / "inventaire-pays-de-la-loire.tsv")
    assert source.unknown == ("appartient_a",)
    assert not any(row.values["DESC"].startswith('"') for row in rows)
    assert max(len(row.values["NOMS"]) for row in rows) > 1
    flagged = [row.ref for row in rows if row.findings]
    assert flagged == ["IA17047185", "IA53000573", "IA53000574"]


def test_photographs_have_codes_of_departements(real_data: Path) -> None:
    source, rows = read(real_data / "memoire" / "fond_guerre_14-18.geojson")
    codes = Counter(code for row in rows for code in row.values["DPT"])
    assert codes["02"] == 8
    assert codes["22"] == 3, "Côtes-d’Armor"
    assert codes["Belfort"] == 1, "what is not understood stays"
    assert source.unknown == ("cpost", "geometry")


def test_answers_of_the_former_api(real_data: Path) -> None:
    source, rows = read(real_data / "pop-api" / "exploration_palissy_response.json")
    assert set(source.unknown) == {"POP_COMMENTAIRES", "DOSURLP"}
    calice = next(row for row in rows if row.ref == "IM52000611")
    assert calice.values["DENO"] == ["calice", "patène"]
    assert calice.values["POP_COORDONNEES.lat"] == "", "(0, 0) is no place"
    assert "HISTORIQUE" not in calice.values


@pytest.mark.parametrize(
    "name",
    [
        "joconde/liste-champs-joconde.ods",
        "joconde/specs/20180315_musee_export_joconde_exemple.xlsx",
        "joconde/specs/specifications_export_Joconde_20240325.pdf",
        "joconde/joconde-costume.csv",
        "orgues/indexFrance-inventairedesorgues-osm.csv",
        "museums/Louvre_results_filter_china_louvre.csv",
        "oai/sickle/ListRecords.xml",
        "thesauri/joconde-lex/lexdeno.txt",
        "geo/departements-version-simplifiee.geojson",
    ],
)
def test_what_bears_no_references_of_ours_is_refused_whole(name: str, real_data: Path) -> None:
    path = real_data / name
    if not path.is_file():
        pytest.skip(f"{path.name} is not here")
    with pytest.raises(NotATable, match=path.name):
        open_source(path)


def test_an_archive_of_them_gives_the_same_rows(real_data: Path, tmp_path: Path) -> None:
    names = ["museofile/museofile-2025-10.csv", "memoire/fond_guerre_14-18.geojson"]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.write(real_data / name, name)
    path = tmp_path / "export.zip"
    path.write_bytes(held.getvalue())
    for source, name in zip(open_source(path), names, strict=True):
        assert list(source.rows()) == read(real_data / name)[1]
    path.write_bytes(gzip.compress((real_data / names[0]).read_bytes()))
    [source] = open_source(path)
    assert list(source.rows()) == read(real_data / names[0])[1]


def test_datings_and_coordinates_are_measured_on_the_same_files(real_data: Path) -> None:
    path = real_data / "merimee" / "merimee-MH-2022.csv"
    assert sum(1 for _ in datings(path, None, ())) > 45_000
    rejected = real_data / "coordinates" / "coordinates-and-dates-rejected-2018.csv"
    assert sum(1 for _ in coordinates(rejected, None)) > 1_000
