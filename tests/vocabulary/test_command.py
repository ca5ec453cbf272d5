"""`pop vocabulary`, as people run it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import Platform, platform


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Platform]:
    with platform(tmp_path / "state") as own:
        yield own


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    path = tmp_path / "lexdeno.txt"
    path.write_text("cruche = pichet\n\tgargoulette\ncruche\n", encoding="utf-8")
    return path


def test_from_a_file_to_a_term_and_away(place: Platform, lexicon: Path) -> None:
    assert place.ask("vocabulary", "list") == []
    dry = place.pop("vocabulary", "load", lexicon, "--dry-run")
    assert dry.code == 0
    assert "rien n’est écrit" in dry.out
    assert place.ask("vocabulary", "list") == []

    loaded = place.ask("vocabulary", "load", lexicon)
    assert (loaded["key"], loaded["concepts"], loaded["written"]) == (
        "joconde-denominations", 2, True,
    )  # fmt: skip
    assert loaded["fields"] == ["joconde.DENO"]
    assert [(each["line"], each["detail"]) for each in loaded["findings"]] == [
        (3, "« cruche », déjà ligne 1")
    ]
    again = place.pop("vocabulary", "load", lexicon)
    assert "inchangé" in again.out
    assert "terme répété au même endroit, réuni (1)" in again.out

    [listed] = place.ask("vocabulary", "list")
    assert (listed["concepts"], listed["expands"]) == (2, "narrower")
    shown = place.pop("vocabulary", "show", "Pichets").out
    assert "cruche — Liste d’autorités Dénomination – Joconde" in shown
    assert "synonyme (fr) : pichet" in shown
    assert "gargoulette" in shown
    [concept] = place.ask("vocabulary", "show", "gargoulette")
    assert concept["broader"] == ["cruche"]

    assert place.pop("vocabulary", "remove", "joconde-denominations").code == 0
    gone = place.pop("vocabulary", "remove", "joconde-denominations")
    assert (gone.code, gone.out) == (2, "")
    assert "vocabulaire inconnu" in gone.err


def test_what_cannot_be_loaded_is_said_and_the_others_are(
    place: Platform, lexicon: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "image.txt"
    bad.write_bytes(b"%PDF-1.4")
    part = lexicon.with_name("lextechA.txt")
    part.write_text("doré\n", encoding="utf-8")
    answer = place.pop("vocabulary", "load", bad, tmp_path / "absent", part, lexicon)
    assert answer.code == 2
    assert "image.txt : c’est un PDF" in answer.err
    assert "absent : fichier illisible (il n’existe pas)" in answer.err
    assert "lextechA.txt : laissé de côté, lextech.txt" in answer.out
    assert [each["key"] for each in place.ask("vocabulary", "list")] == ["joconde-denominations"]
    for wrong in (["--key", "a b"], ["--key", "a", str(part)], ["--title", "a", str(part)]):
        refused = place.pop("vocabulary", "load", lexicon, *wrong)
        assert (refused.code, refused.out) == (2, ""), wrong
    named = place.ask(
        "vocabulary", "load", part, "--key", "dorures", "--title", "Liste d’autorités Technique"
    )
    assert named["fields"] == ["joconde.TECH"]
