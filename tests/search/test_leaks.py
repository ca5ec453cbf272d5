"""What the public may not read cannot be found, counted, suggested nor guessed either."""

import sqlite3

import pytest

from pop.model import catalogue
from pop.model.values.words import normal
from pop.search.answers import counting
from pop.search.answers.searching import facets as count
from pop.search.answers.searching import search
from pop.search.answers.suggesting import suggest
from pop.search.answers.values import suggested
from pop.search.asking.criteria import Misunderstood, read
from pop.search.asking.facets import FACETS
from pop.search.asking.fields import families
from pop.search.asking.query import Box, Query
from pop.search.content import labels
from pop.search.content.document import BANDS, HEADS
from pop.search.engine import generations
from pop.search.engine.index import Snapshot
from pop.search.meaning.understanding import Reading
from tests.bundle import (
    BUILDING,
    MARKER,
    MASKED,
    NOT_SHOWN_PHOTO,
    PHOTO,
    YEAR,
    hidden_values,
    load_bundle,
    masked_object,
    secret,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def snapshot(own_platform: None) -> Snapshot:
    """One notice of each base with all it hides; a masked object, its building, a photograph."""
    load_bundle()
    found = generations.snapshot()
    assert found is not None
    return found


def test_each_base_hides_something(snapshot: Snapshot) -> None:
    assert all(hidden_values(base) for base in catalogue.bases())
    assert search(Query(text="reliquaire"), snapshot).total == 1


def fields() -> list[str]:
    """Every field of the index that holds terms."""
    raw = ["own", "keys", "filters", "values", "said", "filled", "title", "place"]
    found = [*raw, *(facet.engine_field for facet in FACETS.values()), *BANDS]
    return [*found, *(f"{name}_stems" for name in HEADS), "stems"]


@pytest.mark.parametrize("field", fields())
def test_no_term_of_the_index_holds_it(field: str, snapshot: Snapshot) -> None:
    terms = [term for term, _ in snapshot.beginning(field, "")]
    assert not [term for term in terms if MARKER in term.lower()]


@pytest.mark.parametrize("field", ["own", "values", "titles", "facet_base"])
def test_terms_are_really_looked_at(field: str, snapshot: Snapshot) -> None:
    assert snapshot.beginning(field, "")


def test_no_label_holds_it(snapshot: Snapshot) -> None:
    with sqlite3.connect(snapshot.folder / labels.FILE_NAME) as database:
        rows = database.execute("SELECT facet, key, label FROM spelling").fetchall()
    database.close()
    assert rows
    assert not [row for row in rows if MARKER in normal(" ".join(row))]


@pytest.mark.parametrize("base", list(catalogue.bases()))
def test_no_search_finds_it(base: str, snapshot: Snapshot) -> None:
    for code in hidden_values(base):
        word = secret(code)
        for text in (word, word[:12] + "*", f'"{word} {YEAR}"', f"titre:{word}", f"lieu:{word}",
                     f"{code}:{word}", f"auteur:{word}", f"vue {word}"):  # fmt: skip
            found = search(Query(text=text, literal=True), snapshot)
            assert found.total == 0 or found.reading is Reading.PARTIAL, (code, text)
        for filter_key in ("commune", "auteur", "denomination", "musee", "loca"):
            assert search(Query(filters=((filter_key, word),)), snapshot).total == 0


@pytest.mark.parametrize("base", list(catalogue.bases()))
def test_no_criterion_asks_for_it(base: str) -> None:
    for code in hidden_values(base):
        with pytest.raises(Misunderstood, match="n’existe pas"):
            read(f"{base}.{code} existe")


@pytest.mark.parametrize("base", list(catalogue.bases()))
def test_no_field_offered_is_hidden_and_no_value_of_one_is_suggested(
    base: str, snapshot: Snapshot
) -> None:
    hidden = hidden_values(base)
    offered = {choice.name for family in families((base,)) for choice in family.choices}
    for code in hidden:
        assert f"{base}.{code}" not in offered
        for name in (code, f"{base}.{code}", f"{base}.{code}+REF"):
            for typed in (MARKER[:4], secret(code), YEAR):
                found = suggested(name, typed, snapshot)
                assert not [value for value in found if MARKER in normal(value) or YEAR in value]


def test_no_correction_and_no_suggestion_gives_it(snapshot: Snapshot) -> None:
    for text in ("zzqsecretcomm", "zzqsecretadr", "zzqsecre", MARKER):
        found = search(Query(text=text), snapshot)
        assert found.reading is not Reading.CORRECTED
        assert found.total == 0
        assert suggest(text, snapshot) == []


def test_no_year_of_a_hidden_field_dates_a_notice(snapshot: Snapshot) -> None:
    assert search(Query(years=(int(YEAR), int(YEAR))), snapshot).total == 0
    assert count(Query(filters=(("image", "non"),)), snapshot).years == ()


def test_every_word_that_would_place_a_masked_object_is_unknown(snapshot: Snapshot) -> None:
    for code in masked_object():
        assert search(Query(text=secret(code)), snapshot).total == 0, code


def test_a_masked_object_is_placed_by_no_search_filter_nor_map(snapshot: Snapshot) -> None:
    around = Box(48, 3, 49, 4)
    for query in (
        Query(text="reliquaire", filters=(("commune", "Aix-en-Othe"),)),
        Query(text="reliquaire", filters=(("localise", "oui"),)),
        Query(text="reliquaire", box=around),
        Query(text="reliquaire", area=((48, 3), (49, 3), (49, 4), (48, 4))),
        Query(criteria=read('DENO egale "reliquaire" et COM existe')),
        Query(criteria=read('DENO egale "reliquaire" et REFA existe')),
        Query(criteria=read('DENO egale "reliquaire" et INSEE egale "10003"')),
    ):
        assert search(query, snapshot).total == 0, query
    assert search(Query(box=around), snapshot).total == 1, "the building is there"
    assert search(Query(text="reliquaire", filters=(("departement", "10"),)), snapshot).total == 1


def test_a_masked_object_is_told_by_no_facet(snapshot: Snapshot) -> None:
    told = counting.count(Query(text="reliquaire"), snapshot, keys=["commune", "localise"]).facets
    assert told["commune"].values == ()
    assert [value.key for value in told["localise"].values] == ["non"]


def test_a_masked_object_is_told_by_no_value_suggested(snapshot: Snapshot) -> None:
    for code in (*masked_object(), "COM", "LBASE", "REFO"):
        for typed in (MARKER, "aix", MASKED, BUILDING):
            for value in suggested(f"palissy.{code}", typed, snapshot):
                assert MARKER not in normal(value)
                assert "aix" not in normal(value)
                assert BUILDING not in value
    assert suggested("merimee.COM", "aix", snapshot) == ["Aix-en-Othe"], "the building is there"


def test_a_masked_object_shares_no_notice_with_those_that_would_place_it(
    snapshot: Snapshot,
) -> None:
    assert [n.ref for n in search(Query(text=MASKED), snapshot).notices] == [MASKED]
    for code in ("REFO", "LBASE"):
        found = search(Query(criteria=read(f'{code} egale "{MASKED}"')), snapshot)
        assert found.total == 0, code
    assert {n.ref for n in search(Query(text=BUILDING), snapshot).notices} == {
        BUILDING, PHOTO, NOT_SHOWN_PHOTO,
    }  # fmt: skip
    pictured = search(Query(text="reliquaire", filters=(("image", "oui"),)), snapshot)
    assert pictured.total == 0, "a picture of the place it is in would tell it"


def test_places_in_order_do_not_tell_it(snapshot: Snapshot) -> None:
    terms = [term for term, _ in snapshot.beginning("place", "grand est aube")]
    assert sorted(terms) == ["grand est aube 10 aix villemaur palis", "grand est aube 10 ~"]
