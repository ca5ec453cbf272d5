"""`pop load --report`: everything there is to say of a load, in a file."""

import csv
import json
import time
from pathlib import Path
from typing import Any

import pytest

from pop.operations.loading import load, write_report
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
def answers(opened: Opened, db: None) -> list[dict[str, Any]]:
    told = load(opened(*TABLE), Screen(quiet=True), dry_run=True, start=time.monotonic())
    return [told, {"file": "page.csv", "error": "page.csv : c’est une page web."}]


def test_a_spreadsheet_opens_the_whole_report(
    answers: list[dict[str, Any]], tmp_path: Path
) -> None:
    path = tmp_path / "rapport.csv"
    write_report(path, answers)
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
    answers: list[dict[str, Any]], tmp_path: Path
) -> None:
    path = tmp_path / "rapport.JSON"
    write_report(path, answers)
    read = json.loads(path.read_text("utf-8"))
    assert [answer["file"] for answer in read] == ["f.csv", "page.csv"]
    assert read[0]["bases"] == ["merimee"]
    assert read[0]["form"].startswith("UTF-8")
    assert [one["line"] for one in read[0]["refused"]] == [3, 4]
