"""How many answer is the same counted by lists, and remembered only for what was asked."""

import pytest

from pop.search.asking.query import Query
from pop.search.engine.index import Snapshot
from pop.search.meaning import totals
from pop.search.meaning.understanding import understand
from tests.loading import load_rows
from tests.search.test_labels import snapshot

pytestmark = pytest.mark.django_db


def count(text: str, state: Snapshot, **asked: object) -> int | None:
    return understand(Query(text=text, literal=True, **asked), state).total  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["brest", "orges", "moulin", "chapelle", "phare", "zyzzyx"])
def test_one_word_is_counted_as_it_is_found(text: str, valserre: Snapshot) -> None:
    totals.forget()
    for bases in ((), ("merimee",)):
        understood = understand(Query(text=text, literal=True, bases=bases), valserre)
        assert understood.total == valserre.count(understood.engine_query)


def test_beginnings_in_different_places_are_different_questions(valserre: Snapshot) -> None:
    totals.forget()
    assert count("titre:bres*", valserre) == 0
    assert count("lieu:bres*", valserre)


@pytest.mark.usefixtures("own_index")
def test_a_change_is_counted() -> None:
    load_rows("merimee", {"REF": "IA00440001", "TICO": "Beffroi"}, index=True)
    assert count("beffroi", snapshot()) == 1
    load_rows("merimee", {"REF": "IA00440002", "TICO": "Beffroi"}, index=True)
    assert count("beffroi", snapshot()) == 2
    load_rows("merimee", {"REF": "IA00440001", "TICO": "Halle"}, index=True)
    assert count("beffroi", snapshot()) == 1
