"""`pop load --report`: everything there is to say of a load, in a file."""

import csv
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pop.changes.rows import Row
from pop.operations.load_report import Spool, write_report
from pop.operations.loading import load
from pop.operations.screen import Screen
from tests.imports.conftest import Opened

TABLE = (
    "REF|TICO|DPT|COM|SCLE|=1+1",
    "PA00990001|L\x92abbatiale|00|Orne|12e siècle|x",
    "|Sans référence|00|Orne||x",
    "PA00990001|Doublon|00|Orne||x",
    "PA00990002|Moulin|00|Orne|18e siècle",
    "PA00990003|Halle|00|Orne|18e siècle|x",
    "PA00990004|Lavoir|00|Orne|18e siècle|x",
)


@pytest.fixture
def spool() -> Iterator[Spool]:
    with Spool() as kept:
        yield kept


@pytest.fixture
def answers(opened: Opened, spool: Spool, db: None) -> list[dict[str, Any]]:
    spool.begin()
    told = load(
        opened(*TABLE), Screen(quiet=True), dry_run=True, start=time.monotonic(), tell=spool.add
    )
    spool.begin()
    return [told, {"file": "page.csv", "error": "page.csv : c’est une page web."}]


def test_a_spreadsheet_opens_the_whole_report(
    answers: list[dict[str, Any]], spool: Spool, tmp_path: Path
) -> None:
    path = tmp_path / "rapport.csv"
    write_report(path, answers, spool)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    said = {(row["nature"], row["nombre"], row["message"]) for row in rows}
    assert ("bilan", "6", "lues") in said
    assert ("bilan", "4", "créées") in said
    assert ("bilan", "2", "refusées") in said
    assert ("colonne non reprise", "", "'=1+1") in said, "no formula"
    assert ("réparation", "1", "caractères Windows-1252 rétablis") in said
    assert [row["ligne"] for row in rows if row["nature"] == "refus"] == ["3", "4"]
    [ragged] = [row for row in rows if row["nature"] == "avertissement ROW_WIDTH"]
    assert ragged["référence"] == "PA00990002"
    assert rows[-1]["nature"] == "fichier refusé"
    assert rows[-1]["fichier"] == "page.csv"


def test_a_script_reads_the_same_as_the_answer(
    answers: list[dict[str, Any]], spool: Spool, tmp_path: Path
) -> None:
    path = tmp_path / "rapport.JSON"
    write_report(path, answers, spool)
    read = json.loads(path.read_text("utf-8"))
    assert [answer["file"] for answer in read] == ["f.csv", "page.csv"]
    assert read[0]["bases"] == ["merimee"]
    assert read[0]["form"].startswith("UTF-8")
    assert [one["line"] for one in read[0]["refused"]] == [3, 4]
    [ragged] = [one for one in read[0]["findings"] if one["flag"] == "ROW_WIDTH"]
    assert (ragged["line"], ragged["ref"]) == (5, "PA00990002")


def test_every_warning_is_there_of_new_and_of_unchanged_notices_alike(
    opened: Opened, db: None, tmp_path: Path
) -> None:
    rows = [f"PA{n:08d}|Ferme {n}|21|Orne|13001" for n in range(40)]
    table = ("REF|TICO|DPT|COM|INSEE", *rows, "PA/|Mal nommée|21|Orne|13001")
    path = tmp_path / "rapport.csv"
    said = []
    for _ in range(2):
        with Spool() as spool:
            spool.begin()
            told = load(
                opened(*table), Screen(quiet=True), False, start=time.monotonic(), tell=spool.add
            )
            write_report(path, [told], spool)
        with path.open(encoding="utf-8-sig", newline="") as file:
            said.append(list(csv.DictReader(file, delimiter=";")))
        warned = [row for row in said[-1] if row["nature"].endswith(" INSEE_DPT_MATCH_FAIL")]
        assert [row["ligne"] for row in warned] == [str(n) for n in range(2, 42)]
        assert [row["référence"] for row in warned] == [f"PA{n:08d}" for n in range(40)]
        assert all("13001" in row["message"] for row in warned)
        [whole] = [row for row in said[-1] if row["message"] == "INSEE_DPT_MATCH_FAIL"]
        assert (whole["nature"], whole["nombre"]) == ("bilan des avertissements", "40")
        assert [row["ligne"] for row in said[-1] if row["nature"] == "refus"] == ["42"]
    assert told["unchanged"] == 40
    first, again = ([row for row in rows_ if row["nature"] != "bilan"] for rows_ in said)
    assert first == again


def test_nothing_stays_of_a_source_that_proves_unreadable(spool: Spool) -> None:
    row = Row(2, "merimee", "PA1", {})
    for refusal in ("un", "deux"):
        spool.begin()
        spool.add(row, (), refusal)
    spool.forget()
    spool.begin()
    spool.add(row, (), "trois")
    assert [[one.message for one in spool.of(rank)] for rank in range(3)] == [["un"], [], ["trois"]]
