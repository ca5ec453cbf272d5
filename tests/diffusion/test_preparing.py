"""While there is no index to read, pages say so; nothing tells that the platform is empty."""

import pytest
from django.test import Client

from pop.search.answers.searching import PREPARING
from pop.search.engine import generations
from pop.search.upkeep import indexer
from tests.loading import load_rows

pytestmark = pytest.mark.django_db

ASKING = (
    "/recherche?q=troyes",
    "/recherche/filtre/region",
    "/musees",
    "/producteurs",
    "/producteurs/inconnu",
    "/statistiques",
)
BUILDING = {"REF": "PA00990001", "TICO": "Église Saint-Roch", "DPT": ["Aube"]}


@pytest.fixture(autouse=True)
def _own_index(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_DATA", str(tmp_path_factory.mktemp("data")))


def read(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return " ".join(response.content.decode().replace("\u202f", " ").split())


@pytest.mark.parametrize("address", ASKING)
def test_a_page_that_asks_the_index_says_that_it_is_being_built(
    address: str, client: Client
) -> None:
    load_rows("merimee", BUILDING)
    assert "La recherche se prépare" in read(client, address, 503)
    assert int(client.get(address)["Retry-After"]) > 0


def test_an_index_of_another_shape_is_being_built_too(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_rows("merimee", BUILDING, index=True)
    assert "PA00990001" in read(client, "/recherche?q=roch")
    monkeypatch.setattr(generations, "DOCUMENT_VERSION", generations.DOCUMENT_VERSION + 1)
    read(client, "/recherche?q=roch", 503)
    indexer.drain()
    assert "PA00990001" in read(client, "/recherche?q=roch")


def test_notices_and_the_home_page_stay_open(client: Client) -> None:
    load_rows("merimee", BUILDING)
    assert "Saint-Roch" in read(client, "/notice/merimee/PA00990001")
    home = read(client, "/")
    assert PREPARING.split(" : ")[0] in home
    assert "Aucune notice" not in home
    assert 'class="card-count"' not in home


def test_the_advanced_search_says_why_it_does_not_count(client: Client) -> None:
    load_rows("merimee", BUILDING)
    html = read(client, "/recherche-avancee?q=roch")
    assert "La recherche se prépare" in html
