"""Taking back and taking away, by the program: `pop undo`, `pop expurge`, `--as-producer`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import DATA, Platform, platform

VALSERINE = DATA / "valserine.csv"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Platform]:
    with platform(tmp_path / "data") as found:
        yield found


def test_a_load_is_undone_by_its_number_and_the_undo_too(place: Platform) -> None:
    batch = place.ask("load", VALSERINE)["batch"]
    trial = place.ask("undo", str(batch), "--dry-run")
    assert (trial["batch"], trial["changed"]) == (None, 3)
    assert place.counts() == {"merimee": 3}
    undone = place.ask("undo", str(batch), "--reason", "mauvais fichier")
    assert (undone["changed"], undone["conflicts"]) == (3, [])
    assert place.counts() == {}
    assert place.ask("search", "abbatiale")["total"] == 0
    assert place.ask("undo", str(undone["batch"]))["restored"] == 3
    assert place.ask("search", "abbatiale")["refs"] == ["PA00990001"]
    wrong = place.pop("undo", "9999")
    assert (wrong.code, "inconnu" in wrong.err) == (2, True)


def test_a_value_is_expurgated_and_the_journal_replayed(place: Platform, tmp_path: Path) -> None:
    place.ask("load", VALSERINE)
    silent = place.pop("expurge", "merimee", "PA00990001", "HIST")
    assert (silent.code, "motif" in silent.err) == (2, True)
    place.ask("expurge", "merimee", "PA00990001", "HIST", "--reason", "demande")
    assert place.ask("search", "incendie")["total"] == 0
    journal = place.folder / "expurgations.jsonl"
    assert "incendie" not in journal.read_text()
    again = tmp_path / "again.csv"
    again.write_text("REF|HIST|DPT\nPA00990001|Après l’incendie|00\n", encoding="utf-8")
    place.ask("load", again, "--base", "merimee")
    assert place.ask("search", "incendie")["total"] == 1
    assert place.ask("expurge", "--replay", journal)["expurged"] == 1
    assert place.ask("search", "incendie")["total"] == 0


def test_a_producer_loads_only_what_it_may_write(place: Platform) -> None:
    said = place.ask("load", VALSERINE, "--as-producer", "Inventaire")
    assert said["created"] == 1
    reasons = {one["ref"]: one["reason"] for one in said["refused"]}
    assert "relève du producteur" in reasons["PA00990001"]
    assert place.ask("search", "moulin")["refs"] == ["IA00990003"]
