"""Collections: every manifest of a search is reached, a hundred at a time, and all are there."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from pop.iiif import collections
from pop.search.engine import comparing_fields
from tests.bundle import BUILDING, MASKED
from tests.iiif.conftest import ORIGIN, PICTURED, Validate
from tests.iiif.test_manifests import address

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pictured")]
Read = Callable[[str], dict[str, Any]]
SEARCH = "/iiif/collection/recherche"


def reached(read: Read, where: str) -> Iterator[str]:
    """The manifests of a collection and of all those it names."""
    for one in read(where)["items"]:
        if one["type"] == "Collection":
            yield from reached(read, one["id"])
        else:
            yield one["id"].removeprefix(ORIGIN)


@pytest.mark.real_data
@pytest.mark.parametrize(
    "where",
    [
        SEARCH,
        f"{SEARCH}?page=1",
        f"{SEARCH}?q=introuvable",
        f"{SEARCH}?q=abbatiale&base=merimee&tri=titre",
        f"{SEARCH}?tri=enregistrement&apres=1&page=1",
        "/iiif/collection/musee/M9901",
    ],
)
def test_collections_are_valid(where: str, read: Read, validate: Validate) -> None:
    found = read(where)
    validate(found)
    assert found["id"].removeprefix(ORIGIN) == where


def test_all_the_notices_with_pictures_are_reached_once(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A manuscript has no picture of its own: its decorations are found.
    expected = {address(*key) for key in PICTURED} - {address("enluminures", "INI-CM0000001")}
    expected |= {address("enluminures", f"INI-D000000{rank}") for rank in (1, 2, 3, 4)}
    expected |= {address("memoire", "AP77N00001"), address("merimee", BUILDING)}
    monkeypatch.setattr(collections, "SIZE", 3)
    for query in ("", "?tri=titre", "?tri=enregistrement"):
        found = list(reached(read, SEARCH + query))
        assert sorted(found) == sorted(expected), query
        for manifest in found:
            read(manifest)


def test_beyond_what_an_order_reaches_all_are_reached_in_that_of_the_store(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = sorted(reached(read, SEARCH))
    monkeypatch.setattr(collections, "SIZE", 2)
    monkeypatch.setattr(collections, "PARTS", 3)
    monkeypatch.setattr(collections, "FARTHEST", 4)
    first = read(f"{SEARCH}?tri=titre")
    assert first["id"] == f"{ORIGIN}{SEARCH}?tri=enregistrement"
    assert len(first["items"]) == 4
    assert first["items"][-1]["label"] == {"fr": ["Notices suivantes"]}
    assert sorted(reached(read, f"{SEARCH}?tri=titre")) == whole


def test_a_search_is_asked_as_the_page_of_results_is(read: Read) -> None:
    assert list(reached(read, f"{SEARCH}?q=moisson&base=mnr")) == [address(*PICTURED[9])]
    named = read(f"{SEARCH}?q=moisson&base=mnr&siecle=17e siècle")
    assert "moisson" in named["label"]["fr"][0] and "17e" in named["label"]["fr"][0]
    assert read(f"{SEARCH}?annees=hier")["summary"]["fr"][1].startswith("Les années s’écrivent")


def test_a_part_says_of_what_it_is_a_part_and_ends(read: Read, client: Client) -> None:
    found = read(f"{SEARCH}?base=joconde&page=1")
    assert found["partOf"][0]["id"] == f"{ORIGIN}{SEARCH}?base=joconde"
    assert found["label"] == {"fr": ["Notices 1 à 2"]}
    for page in ("2", "501", "99999"):
        answer = client.get(f"{SEARCH}?base=joconde&page={page}")
        assert answer.status_code == 404
        assert "n’existe pas" in json.loads(answer.content)["error"]


def test_the_collection_of_a_museum_holds_its_works_and_its_own_pictures(
    read: Read, client: Client
) -> None:
    where = "/iiif/collection/musee/M9901"
    found = read(where)
    assert found["label"] == {"fr": ["Musée des Orges"]}
    assert found["homepage"][0]["id"] == f"{ORIGIN}/notice/museo/M9901"
    assert list(reached(read, where)) == [
        address("museo", "M9901"),
        address("joconde", "00990000001"),
    ]
    assert client.get("/iiif/collection/musee/m9901")["Location"] == where
    assert client.get("/iiif/collection/musee/PA00990001").status_code == 404


def test_no_collection_places_a_masked_object(read: Read) -> None:
    for query in ("cadre=48,3,49,4", "commune=Aix-en-Othe", "q=reliquaire aix-en-othe"):
        assert address("palissy", MASKED) not in list(reached(read, f"{SEARCH}?{query}")), query
    assert address("palissy", MASKED) in list(reached(read, f"{SEARCH}?q=reliquaire"))


def test_a_search_that_asks_too_much_is_refused_in_french(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing_fields, "MOST_COMPARED", 0)
    answer = client.get(SEARCH, {"criteres": 'joconde.TITR au-moins "m"'})
    assert answer.status_code == 400
    assert "trop de valeurs" in json.loads(answer.content)["error"]
