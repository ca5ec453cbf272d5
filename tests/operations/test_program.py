"""The program `pop`, in processes of its own: what it says, writes, refuses, and beside whom."""

import os
import re
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import BASES, DATA, Answer, Platform, ended, platform

VALSERINE = DATA / "valserine.csv"
FURNITURE = DATA / "mobilier.csv"
# The words of argparse, of the system and of Python that a French sentence would not have.
ENGLISH = re.compile(
    r"\b(usage|error|show this|positional|required|invalid|unrecognized|expected|choose from"
    r"|No such|Traceback|Exception)\b"
)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Platform]:
    """A platform whose folder is not even there yet."""
    with platform(tmp_path / "state" / "pop") as own:
        yield own


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    """A platform that holds valserine.csv and mobilier.csv; tests that share it only read."""
    with platform(tmp_path_factory.mktemp("loaded")) as own:
        assert own.pop("load", VALSERINE, FURNITURE).code == 0
        yield own


def says_no(answer: Answer, *words: str) -> bool:
    """Whether a command refused as it must: code 2, a French sentence, no other output."""
    assert answer.code == 2, answer
    assert answer.out == ""
    assert not ENGLISH.search(answer.err), answer.err
    return all(word in answer.err for word in words)


# -- The command line


def test_the_help_is_in_french(empty: Platform) -> None:
    for arguments in (["--help"], ["load", "--help"]):
        answer = empty.pop(*arguments)
        assert answer.code == 0
        assert answer.err == ""
        assert "emploi :" in answer.out
        assert "montrer cette aide" in answer.out
        assert not ENGLISH.search(answer.out), answer.out
    assert not empty.folder.exists(), "asking for help writes nothing"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([], "commande"),
        (["inconnue"], "inconnue"),
        (["search", "--inconnue"], "--inconnue"),
        (["search", "x", "--page", "douze"], "--page"),
        (["search", "x", "--base", "nulle"], "nulle"),
        (["load"], "FICHIER"),
        (["load", str(VALSERINE), "--base", "nulle"], "nulle"),
        (["places", "unload", "x"], "unload"),
    ],
)
def test_what_is_not_understood_is_refused_in_french(
    arguments: list[str], named: str, loaded: Platform
) -> None:
    assert says_no(loaded.pop(*arguments), named)


def test_when_the_reader_has_left_the_work_goes_on(empty: Platform) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        answer = ended(empty.start("load", VALSERINE, stdout=writing))
    finally:
        os.close(writing)
    assert (answer.code, answer.err) == (0, "")
    assert empty.counts() == {"merimee": 3}


# -- An empty folder


def test_status_prepares_an_empty_folder_and_counts_eight_empty_bases(empty: Platform) -> None:
    said = empty.ask("status")
    assert said["notices"] == dict.fromkeys(BASES, 0)
    assert list(said["notices"]) == list(BASES)
    assert said["batches"] == {"total": 0, "unfinished": 0}
    assert said["index"]["notices"] == said["index"]["lag"] == 0
    key = empty.folder / "secret_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert (empty.folder / "pop.sqlite3").exists() != ("POP_DATABASE" in empty.environment)


def test_searching_before_the_first_load_finds_nothing(empty: Platform) -> None:
    said = empty.ask("search", "abbatiale")
    assert (said["total"], said["refs"], said["bases"]) == (0, [], [])


def test_searching_without_an_index_says_what_to_do(empty: Platform) -> None:
    empty.ask("load", VALSERINE)
    (empty.folder / "index" / "living").unlink()
    answer = empty.pop("search", "abbatiale")
    assert answer.code != 0
    assert "pop index" in answer.err
    empty.ask("index")
    assert empty.ask("search", "abbatiale")["total"] == 1


def test_two_commands_begun_together_on_an_empty_folder_both_succeed(empty: Platform) -> None:
    begun = [empty.start("load", VALSERINE), empty.start("load", FURNITURE)]
    for answer in [ended(process) for process in begun]:
        assert answer.code == 0, answer
        assert answer.err == ""
    said = empty.ask("status")
    assert (said["notices"]["merimee"], said["notices"]["palissy"]) == (3, 8)
    assert said["batches"] == {"total": 2, "unfinished": 0}
    assert (said["index"]["notices"], said["index"]["lag"]) == (11, 0)


# -- Loading


def test_a_load_tells_a_person_what_was_taken_refused_and_left(empty: Platform) -> None:
    answer = empty.pop("load", VALSERINE)
    assert answer.code == 0
    assert answer.err == ""
    for said in (
        "valserine.csv → Architecture (Mérimée)",
        "Colonnes non reprises : Colonne inconnue",
        "3 créées, 0 modifiées, 0 inchangées, 3 refusées",
        "Refus, ligne 5 : La référence manque",
        "Refus, ligne 6 : La référence « PA00990001 » est déjà plus haut",
        "Refus, ligne 7 : La référence « PA 0099 » n’a pas la forme attendue",
        "3 notices indexées",
    ):
        assert said in answer.out
    said = empty.ask("status")
    assert said["notices"]["merimee"] == sum(said["notices"].values()) == 3
    assert (said["index"]["notices"], said["index"]["lag"]) == (3, 0)
    assert said["index"]["current"]


def test_a_load_answers_one_json_document_and_the_same_again_changes_nothing(
    empty: Platform,
) -> None:
    first = empty.pop("load", VALSERINE, "--json")
    assert (first.code, first.err) == (0, "")
    said = first.json()
    assert (said["file"], said["base"], said["dry_run"]) == ("valserine.csv", "merimee", False)
    counted = ("rows", "created", "updated", "unchanged")
    assert [said[key] for key in counted] == [6, 3, 0, 0]
    assert [(one["line"], one["ref"]) for one in said["refused"]] == [
        (5, ""), (6, "PA00990001"), (7, "PA 0099"),
    ]  # fmt: skip
    assert said["unknown_columns"] == ["Colonne inconnue"]

    again = empty.ask("load", VALSERINE)
    assert [again[key] for key in counted] == [6, 0, 0, 3]
    assert again["refused"] == said["refused"]


def test_a_dry_run_reports_and_writes_nothing(empty: Platform) -> None:
    said = empty.ask("load", VALSERINE, "--dry-run")
    assert (said["dry_run"], said["created"], len(said["refused"])) == (True, 3, 3)
    status = empty.ask("status")
    assert sum(status["notices"].values()) == 0
    assert status["batches"]["total"] == 0
    assert status["index"]["generation"] is None


UNUSABLE = {
    "page.csv": b"<!DOCTYPE html><html><body>Erreur 404</body></html>\n",
    "vide.csv": b"",
    "blanc.csv": b" \n\n",
    "tableur.csv": b"PK\x03\x04\x14\x00\x06\x00\x08\x00[Content_Types].xml",
    "colonne.csv": b"une seule colonne\nrien\n",
    "sans-reference.csv": b"Titre;Ville\nMoulin;Sainte-Orne\n",
    "absent.csv": None,
    "dossier": None,
}


def test_what_is_no_table_is_refused_by_its_name_and_writes_nothing(
    loaded: Platform, tmp_path: Path
) -> None:
    for name, content in UNUSABLE.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
    (tmp_path / "dossier").mkdir()
    answer = loaded.pop("load", *(tmp_path / name for name in UNUSABLE))
    assert says_no(answer)
    sentences = answer.err.splitlines()
    for name, sentence in zip(UNUSABLE, sentences, strict=True):
        assert re.fullmatch(rf"pop : (.*/)?{re.escape(name)} : .*\w.*\.", sentence)
    assert says_no(loaded.pop("load", tmp_path / "absent.csv"), "absent.csv")
    assert loaded.counts() == {"merimee": 3, "palissy": 8}


def test_a_good_file_beside_a_bad_one_is_loaded_and_the_code_says_two(
    empty: Platform, tmp_path: Path
) -> None:
    bad = tmp_path / "vide.csv"
    bad.touch()
    answer = empty.pop("load", bad, FURNITURE, "--json")
    assert answer.code == 2
    assert "vide.csv" in answer.err
    refused, said = answer.json()
    assert refused["file"] == "vide.csv"
    assert "vide" in refused["error"]
    assert said["created"] == 8
    spoken = empty.pop("search", "calice").out.splitlines()
    assert spoken[0] == "1 résultat"
    assert re.fullmatch(r"  palissy +PM00990001 +Calice dit .*", spoken[1])


# -- Asking


def test_a_search_answers_in_order_and_in_the_bases_asked(loaded: Platform) -> None:
    everywhere = loaded.ask("search", "abbatiale")
    assert everywhere["total"] == 7
    assert len(everywhere["refs"]) == len(everywhere["bases"]) == 7
    assert everywhere["refs"][0] == "PA00990001", "its title has the word, the others their place"
    alone = loaded.ask("search", "abbatiale", "--base", "merimee")
    assert (alone["total"], alone["refs"], alone["bases"]) == (1, ["PA00990001"], ["merimee"])


def test_a_corrected_search_says_so_and_facets_come_when_asked_for(loaded: Platform) -> None:
    said = loaded.ask("search", "abbatialle", "--facets")
    assert (said["reading"], said["words"]) == ("corrigé", "abbatiale")
    assert said["facets"]["base"]["Architecture (Mérimée)"] >= 1
    spoken = loaded.pop("search", "abbatialle", "--facets").out
    assert "Résultats pour « abbatiale »" in spoken
    refused = loaded.pop("search", "--with", "criteres=MUSEO au-moins")
    assert refused.code == 0
    assert "critère" in refused.out


@pytest.mark.parametrize("shape", ["pa00990001", " PA-0099 0001 "])
def test_a_reference_is_found_in_any_shape(shape: str, loaded: Platform) -> None:
    assert loaded.ask("search", shape, "--base", "merimee")["refs"] == ["PA00990001"]


def test_the_notice_of_a_reference_comes_before_those_that_cite_it(loaded: Platform) -> None:
    assert loaded.ask("search", "PA00990001")["refs"][0] == "PA00990001"


def test_datings_not_understood_are_listed(loaded: Platform, tmp_path: Path) -> None:
    said = loaded.ask("dates", VALSERINE)
    assert said["distinct"] == said["carrying"] == said["understood"] + len(said["missed"])
    assert said["missed"] == []
    odd = tmp_path / "dates.csv"
    odd.write_text("REF|SCLE\nPA00990001|12e siècle ; 12e zorglub\n", "utf-8")
    answer = loaded.pop("dates", odd, "--base", "merimee")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("       1  12e zorglub\n1 datations comprises sur 2 "), answer.out
    assert says_no(loaded.pop("dates", VALSERINE, "--column", "NULLE"), "NULLE")


def test_coordinates_that_cannot_be_placed_are_listed(loaded: Platform, tmp_path: Path) -> None:
    table = tmp_path / "points.csv"
    table.write_text(
        "REF|DPT|COOR|ZONE\n"
        "PA00990001|75|0651500 ; 6861800|lambert93\n"
        "PA00990002|29|0651500 ; 6861800|lambert93\n",
        "utf-8",
    )
    said = loaded.ask("coordinates", table, "--base", "merimee")
    assert (said["rows"], said["measurable"], said["landed"]) == (2, 2, 1)
    assert [one["ref"] for one in said["rest"]] == ["PA00990002"]
    assert says_no(loaded.pop("coordinates", VALSERINE), "valserine.csv", "COOR")


def test_the_dictionary_is_told_or_written(loaded: Platform, tmp_path: Path) -> None:
    pages = loaded.ask("dictionary")
    assert list(pages) == list(BASES)
    answer = loaded.pop("dictionary", "--write", tmp_path / "fields")
    assert answer.code == 0
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "fields").iterdir()}
    assert "# Rights" in written.pop("rights.md")
    assert written == {f"fields-{key}.md": page for key, page in pages.items()}
    assert "`TICO`" in pages["merimee"]


def test_communes_of_insee_lead_to_the_place_of_today(empty: Platform, tmp_path: Path) -> None:
    folder = tmp_path / "insee"
    folder.mkdir()
    assert says_no(empty.pop("places", "load", folder), "communes.csv")
    (folder / "communes.csv").write_text(
        "TYPECOM,COM,DEP,NCCENR,LIBELLE,COMPARENT\n"
        "COM,00009,00,Les Trois-Moulins,Les Trois-Moulins,\n"
        "COMD,00001,,Montclar-sur-Valserre,Montclar-sur-Valserre,00009\n",
        "utf-8",
    )
    (folder / "mouvements-communes.csv").write_text(
        "MOD,DATE_EFF,TYPECOM_AV,COM_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,LIBELLE_AP\n"
        "32,2021-01-01,COM,00001,,Montclar-sur-Valserre,COM,00009,Les Trois-Moulins\n",
        "utf-8",
    )
    said = empty.ask("places", "load", folder)
    assert said["communes"] == 1
    assert "2021-01-01" in said["edition"]
    empty.ask("load", VALSERINE)
    found = empty.ask("search", "trois moulins")
    assert sorted(found["refs"]) == ["PA00990001", "PA00990002"]


# -- Beside a running site


def test_what_is_loaded_is_on_the_running_site_at_once(empty: Platform) -> None:
    with empty.serve() as server:
        assert server.get("/notice/merimee/PA00990001")[0] == 404
        assert "0 résultat" in server.get("/recherche?q=abbatiale")[1]
        assert empty.pop("load", VALSERINE).code == 0
        status, page = server.get("/notice/merimee/PA00990001")
        assert status == 200
        assert "<h1>Abbatiale Notre-Dame-des-Orges</h1>" in page
        assert "1 résultat" in server.get("/recherche?q=abbatiale")[1]
        assert "3 édifices" in server.get("/")[1]
    assert server.process.returncode == 0, "it stops as it is told to"


def test_the_index_is_built_again_under_a_site_that_goes_on_answering(loaded: Platform) -> None:
    before = loaded.ask("status")["index"]
    with loaded.serve() as server:
        rebuilding = loaded.start("index", "--rebuild", "--json")
        pages = [server.get("/recherche?q=abbatiale")]
        while rebuilding.poll() is None:
            pages.append(server.get("/recherche?q=abbatiale"))
            time.sleep(0.01)
        pages.append(server.get("/recherche?q=abbatiale"))
        said = ended(rebuilding).json()
        assert said["indexed"] == 11
        assert said["generation"] != before["generation"]
        for status, page in pages:
            assert status == 200
            assert "7 résultats" in page
    assert loaded.ask("status")["index"] == {**before, "generation": said["generation"]}


# -- The ministry's own file


@pytest.mark.real_data
def test_the_protected_buildings_go_in_whole_and_again_unchanged(
    empty: Platform, real_data: Path
) -> None:
    path = real_data / "merimee" / "merimee-MH-2022.csv"
    if not path.is_file():
        pytest.skip("the real files (../shared/data) are not here")
    first = empty.ask("load", path)
    assert (first["rows"], first["created"], first["refused"]) == (45_285, 45_285, [])
    again = empty.ask("load", path)
    assert (again["rows"], again["unchanged"], again["updated"]) == (45_285, 45_285, 0)
    status = empty.ask("status")
    assert status["notices"]["merimee"] == status["index"]["notices"] == 45_285
    assert status["index"]["lag"] == 0
    # Enough of them for documents to be made by helpers.
    faults = empty.ask("index", "--check")
    assert (faults["missing"], faults["stale"], faults["extra"]) == (0, 0, 0)
