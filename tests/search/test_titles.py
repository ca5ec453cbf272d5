"""Titles by their first letters, the most frequent first, worked out ahead when they are many."""

import pytest

from pop.search.answers.suggesting import suggest
from pop.search.content.labels import Labels
from pop.search.engine import generations, titles
from pop.search.engine.index import Snapshot
from pop.search.upkeep import rebuilding
from tests.loading import load_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]

TITLES = ["Moulin"] * 5 + ["Moulin Neuf"] * 3 + ["Moulinerie", "Mairie", "Mairie", "Halle", "É"]


def built() -> Snapshot:
    rows = [{"REF": f"IA0055{n:04d}", "TICO": title} for n, title in enumerate(TITLES)]
    load_rows("merimee", *rows)
    rebuilding.rebuild()
    found = generations.snapshot()
    assert found is not None
    return found


@pytest.mark.parametrize("few", [0, 1, 2, 5_000])
def test_they_are_the_same_ahead_or_read_now(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(titles, "FEW", few)
    snapshot = built()
    assert titles.beginning(snapshot, "mo") == ["moulin", "moulin neuf", "moulinerie"]
    assert titles.beginning(snapshot, "moulin ") == ["moulin neuf"]
    assert titles.beginning(snapshot, "ma") == ["mairie"]
    assert titles.beginning(snapshot, "z") == []
    assert [one.label for one in suggest("moulin n", snapshot)][:1] == ["Moulin Neuf"]


def test_only_what_many_titles_begin_with_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(titles, "FEW", 2)
    snapshot = built()
    kept = Labels.of_folder(snapshot.folder)
    assert kept.begun("moul") == ["moulin", "moulin neuf", "moulinerie"]
    assert kept.begun("ma") == []
    assert kept.begun("moulin n") == []
    # The next index tells anew.
    load_rows("merimee", {"REF": "IA00559999", "TICO": "Moule"})
    rebuilding.rebuild()
    again = generations.snapshot()
    assert again is not None
    assert "moule" in Labels.of_folder(again.folder).begun("moul")
