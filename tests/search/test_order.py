"""The order of results: by title as in French, by date, by place; every result is reached."""

import pytest
from msgspec.structs import replace

from pop.search.answers.searching import search
from pop.search.asking.query import PAGE_SIZE, Query, Sort
from pop.search.engine.index import Snapshot
from tests import collection

pytestmark = pytest.mark.django_db


def everything(query: Query, snapshot: Snapshot) -> list[str]:
    """All the references, page after page, as a visitor reads them."""
    refs: list[str] = []
    while True:
        results = search(query, snapshot)
        refs += [notice.ref for notice in results.notices]
        if len(results.notices) < PAGE_SIZE:
            assert len(refs) == results.total == len(set(refs))
            return refs
        if query.sort.unlimited:
            query = replace(query, after=results.notices[-1].pk)
        else:
            query = query.on_page(query.page + 1)


@pytest.mark.parametrize("sort", list(Sort))
def test_every_result_is_reached_page_after_page_and_none_twice(
    sort: Sort, valserre: Snapshot
) -> None:
    expected = sum(map(len, collection.ROWS.values()))
    assert expected > PAGE_SIZE
    assert len(everything(Query(sort=sort), valserre)) == expected


def test_titles_are_in_french_alphabetical_order(valserre: Snapshot) -> None:
    titled = ("IA00990005", "IA00990006", "IA00990007", "IA00990008", "IA00990009", "PA00990004")
    refs = everything(Query(bases=("merimee",), sort=Sort.TITLE), valserre)
    # Eau-Vive, Église, Élan, Été, oeil, Œuvre: no accent, no ligature, no capital counts.
    assert [ref for ref in refs if ref in titled] == [
        "IA00990005", "PA00990004", "IA00990006", "IA00990007", "IA00990009", "IA00990008",
    ]  # fmt: skip


def test_the_oldest_come_first_then_last_and_those_without_date_last_both_ways(
    valserre: Snapshot,
) -> None:
    up = everything(Query(bases=("merimee",), sort=Sort.OLDEST), valserre)
    down = everything(Query(bases=("merimee",), sort=Sort.NEWEST), valserre)
    undated = {"IA00990016", "IA00990017"}
    assert up[:3] == ["PA00990010", "PA00990011", "PA00990001"]
    assert down[0] == "IA00990009"
    assert set(up[-2:]) == set(down[-2:]) == undated
    dated = [ref for ref in up if ref not in undated]
    assert dated.index("IA00990006") < dated.index("IA00990003") < dated.index("IA00990007")


def test_places_go_by_region_departement_and_commune_and_the_placeless_last(
    valserre: Snapshot,
) -> None:
    refs = everything(Query(bases=("merimee",), sort=Sort.PLACE), valserre)
    placed = ["PA00990002", "IA00990015", "IA00990005", "PA00990004", "PA00990001", "IA00990014"]
    order = [ref for ref in refs if ref in placed]
    # Bretagne (Brest, Brest, Quimper), Corse, Grand Est, Pays de la Loire.
    assert set(order[:2]) == {"PA00990002", "IA00990015"}
    assert order[2:] == ["IA00990005", "PA00990004", "PA00990001", "IA00990014"]
    placeless = {"IA00990007", "IA00990008", "IA00990009", "IA00990013", "IA00990016", "IA00990017"}
    assert placeless <= set(refs[-len(placeless) - 1 :]), refs


def test_the_latest_updated_come_first_and_those_without_day_last(valserre: Snapshot) -> None:
    refs = everything(Query(bases=("merimee", "joconde"), sort=Sort.UPDATED), valserre)
    dated = [ref for ref in refs if ref in ("00990000001", "PA00990001", "PA00990002")]
    assert dated == ["00990000001", "PA00990001", "PA00990002"]


def test_a_year_without_century_dates_a_notice_too(valserre: Snapshot) -> None:
    around = everything(Query(years=(1889, 1889), bases=("merimee",)), valserre)
    assert set(around) == {"PA00990004", "IA00990005", "IA00990007", "IA00990014"}
    refs = everything(Query(filters=(("siecle", "19e siècle"),)), valserre)
    assert {"IA00990007", "IA00990013"} <= set(refs)


def test_births_date_nobody(valserre: Snapshot) -> None:
    assert search(Query(bases=("autor",), years=(1790, 1810)), valserre).total == 0
