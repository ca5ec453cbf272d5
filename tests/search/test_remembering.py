"""What was found is remembered while the index stays as it is, and no longer; a bounded number."""

import pytest

from pop.search.answers import searching
from pop.search.answers.searching import search
from pop.search.asking.query import Query, Sort
from pop.search.engine import generations
from pop.search.engine.index import Snapshot
from pop.search.engine.remembering import Memory
from tests.loading import load_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]


def test_a_page_is_found_once_for_a_state_of_the_index(monkeypatch: pytest.MonkeyPatch) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle aux grains"}, index=True)
    searching.forget()
    asked = []
    engine = Snapshot.search

    def counted(self: Snapshot, *arguments: object, **options: object) -> object:
        asked.append(arguments)
        return engine(self, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Snapshot, "search", counted)
    for _ in range(3):
        assert search(Query(text="halle")).total == 1
    first = len(asked)
    assert search(Query(text="halle", sort=Sort.TITLE)).total == 1
    assert search(Query(text="halle").on_page(2)).notices == []
    assert len(asked) > first
    load_rows("merimee", {"REF": "PA00990002", "TICO": "Halle au blé"}, index=True)
    assert search(Query(text="halle")).total == 2
    assert generations.snapshot() is not None


def test_the_oldest_use_is_forgotten() -> None:
    memory: Memory[int] = Memory(2)
    memory.put("a", 1)
    memory.put("b", 2)
    assert memory.get("a") == 1
    memory.put("c", 3)
    assert (memory.get("a"), memory.get("b"), memory.get("c")) == (1, None, 3)
    memory.clear()
    assert memory.get("a") is None
