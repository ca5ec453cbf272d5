"""One value for one thing, shown as it is most often written; long facets are searched."""

from collections import Counter
from pathlib import Path

import pytest

from pop.search.answers.counting import MOST_SHOWN, count, search_values
from pop.search.answers.searching import search
from pop.search.asking.query import Query
from pop.search.content import labels
from pop.search.engine import generations
from pop.search.engine.index import Snapshot
from tests.loading import load_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]


def snapshot() -> Snapshot:
    found = generations.snapshot()
    assert found is not None
    return found


def farms(*denominations: str, start: int = 0) -> list[dict[str, object]]:
    return [
        {"REF": f"IA0066{number:04d}", "TICO": "Bâtiment", "DENO": [text]}
        for number, text in enumerate(denominations, start)
    ]


def values(key: str, query: Query | None = None) -> dict[str, tuple[str, int]]:
    counted = count(query or Query(text="bâtiment"), snapshot(), keys=[key]).facets[key]
    return {value.key: (value.label, value.count) for value in counted.values}


def test_spellings_of_one_thing_share_a_key_and_the_most_used_is_shown() -> None:
    spellings = ["église", "Église", "EGLISE", "église", "eglise", "église ", "Halle"]
    load_rows("merimee", *farms(*spellings), index=True)
    assert values("denomination") == {"eglise": ("église", 6), "halle": ("Halle", 1)}


def test_the_label_follows_what_is_written_later() -> None:
    load_rows("merimee", *farms("Halle", "Halle"), index=True)
    assert values("denomination") == {"halle": ("Halle", 2)}
    load_rows("merimee", *farms("halle", "halle", "halle", start=10), index=True)
    assert values("denomination") == {"halle": ("halle", 5)}


@pytest.mark.parametrize("spelling", ["église", "EGLISE", "Eglise", "eglise"])
def test_any_spelling_chooses_the_value(spelling: str) -> None:
    load_rows("merimee", *farms("église", "Église", "halle"), index=True)
    assert search(Query(filters=(("denomination", spelling),))).total == 2
    assert search(Query(filters=(("deno", spelling),))).total == 2


def test_a_name_is_one_whatever_qualifies_it() -> None:
    load_rows(
        "merimee",
        {"REF": "IA00660001", "TICO": "Bâtiment", "AUTR": ["CARVIN Toussaint (architecte)"]},
        {"REF": "IA00660002", "TICO": "Bâtiment", "AUTR": ["Carvin Toussaint (?)"]},
        {"REF": "IA00660003", "TICO": "Bâtiment", "AUTR": ["CARVIN Toussaint"]},
        index=True,
    )
    assert values("auteur") == {"carvin toussaint": ("CARVIN Toussaint", 3)}


def test_communes_of_one_name_in_two_departements_are_two() -> None:
    load_rows(
        "merimee",
        {"REF": "IA00660001", "TICO": "Bâtiment", "COM": ["Brest"], "INSEE": ["29019"],
         "DPT": ["29"]},
        {"REF": "IA00660002", "TICO": "Bâtiment", "COM": ["Brest"], "DPT": ["10"]},
        index=True,
    )  # fmt: skip
    assert set(values("commune")) == {"brest 29", "brest 10"}
    assert search(Query(filters=(("commune", "Brest (29)"),))).total == 1
    assert search(Query(filters=(("commune", "Brest"),))).total == 2


@pytest.fixture
def _many(own_index: None) -> None:
    names = [f"grange numéro {n}" for n in range(MOST_SHOWN + 20)] + ["Pigeonnier carré"] * 3
    load_rows("merimee", *farms(*names), index=True)


@pytest.mark.usefixtures("_many")
def test_a_long_facet_shows_its_first_values_and_says_that_there_are_others() -> None:
    counted = search_values(Query(), snapshot(), "denomination", "")
    assert (len(counted.values), counted.more) == (MOST_SHOWN, True)
    assert counted.values[0].label == "Pigeonnier carré"


@pytest.mark.usefixtures("_many")
def test_a_long_facet_is_searched() -> None:
    for containing, found in {
        "carre": {"Pigeonnier carré": 3},
        "CARRÉ pigeo": {"Pigeonnier carré": 3},
        "numero 217": {"grange numéro 217": 1},
        "inconnu": {},
        "grange carré": {},
    }.items():
        counted = search_values(Query(), snapshot(), "denomination", containing)
        assert {value.label: value.count for value in counted.values} == found, containing


HOSTILE = ('"', "*", "a OR b", "NEAR(", "é" * 500, "\x00", "key:x", "'", "\U0001f3f0", "ﬁ", "²")


@pytest.mark.usefixtures("_many")
def test_no_text_is_too_hostile_for_it() -> None:
    for containing in HOSTILE:
        counted = search_values(Query(), snapshot(), "denomination", containing)
        assert all("grange" in value.label or "carré" in value.label for value in counted.values)


def test_a_value_found_only_outside_of_the_search_is_not_shown() -> None:
    load_rows("merimee", *farms("halle", "grange"), index=True)
    counted = search_values(
        Query(criteria=None, filters=(("deno", "halle"),)), snapshot(), "denomination", "grange"
    )
    assert counted.values == ()


def test_labels_counted_by_several_writers_add_up(tmp_path: Path) -> None:
    for spellings in (["Halle"], ["halle", "halle"]):
        writer = labels.Writer(tmp_path)
        writer.count(Counter(("denomination", "halle", text) for text in spellings))
        writer.commit()
        writer.commit()
        writer.close()
    known = labels.Labels(tmp_path)
    assert known.of([("denomination", "halle"), ("denomination", "inconnu")]) == {
        ("denomination", "halle"): "halle"
    }
    assert known.matching("hal", ["denomination"], 5) == [("denomination", "halle")]
    assert known.matching("hal", ["commune"], 5) == []
