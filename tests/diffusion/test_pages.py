"""Home, results, dictionary: what they say, and the rules every page follows."""

import re

import pytest
from django.test import Client

from tests.loading import load_rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_index(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_DATA", str(tmp_path_factory.mktemp("data")))


@pytest.fixture
def _notices() -> None:
    farms = (
        {"REF": f"PA0077{n:04d}", "TICO": f"ferme {n}", "SCLE": ["18e siècle"]} for n in range(60)
    )
    load_rows("merimee", *farms)
    load_rows("museo", {"REF": "M9901", "NOMOFF": "musée de la ferme"}, index=True)


@pytest.mark.usefixtures("_notices")
def test_the_home_page_counts_what_each_base_holds(client: Client) -> None:
    html = client.get("/").content.decode()
    assert "61 notices" in html
    assert "60 édifices" in html
    assert "1 musée<" in html
    for name in ("Architecture (Mérimée)", "MNR et Jeu de Paume (Rose-Valland)", "Enluminures"):
        assert name in html


@pytest.mark.usefixtures("_notices")
def test_results_are_paged_and_the_bases_counted(client: Client) -> None:
    html = client.get("/recherche?q=ferme").content.decode()
    assert "61 résultats" in html
    assert len(re.findall(r"<article", html)) == 25
    assert "/recherche?q=ferme&amp;page=2" in html
    assert "/recherche?q=ferme&amp;base=museo" in html
    last = client.get("/recherche?q=ferme&page=3").content.decode()
    assert len(re.findall(r"<article", last)) == 11


@pytest.mark.usefixtures("_notices")
def test_a_chosen_filter_is_shown_and_can_be_taken_off(client: Client) -> None:
    html = client.get("/recherche?siecle=18e+siècle").content.decode()
    assert "60 résultats" in html
    assert "retirer ce filtre" in html
    assert 'href="/recherche"' in html


@pytest.mark.usefixtures("_notices")
def test_no_result_is_never_a_dead_end(client: Client) -> None:
    html = client.get("/recherche?q=introuvable&base=museo").content.decode()
    assert "Aucune notice" in html
    assert 'href="/recherche?q=introuvable"' in html


def test_before_the_first_load_every_page_answers(client: Client) -> None:
    for address in ("/", "/recherche?q=x", "/dictionnaire", "/composants"):
        assert client.get(address).status_code == 200, address


def test_the_dictionary_finds_fields_by_word_and_names_their_vocabulary(client: Client) -> None:
    html = client.get("/dictionnaire/merimee").content.decode()
    assert "ark:/67717/T96" in html
    found = client.get("/dictionnaire?q=protec").content.decode()
    assert "<code>PROT</code>" in found
    assert "<code>TICO</code>" not in found


def test_the_public_dictionary_does_not_list_internal_fields(client: Client) -> None:
    assert "<code>COM2</code>" not in client.get("/dictionnaire/palissy").content.decode()
    assert client.get("/dictionnaire/inconnue").status_code == 404


@pytest.mark.usefixtures("_notices")
@pytest.mark.parametrize(
    "address", ["/", "/recherche", "/notice/museo/M9901", "/dictionnaire", "/composants", "/rien"]
)
def test_every_page_keeps_the_content_security_policy(address: str, client: Client) -> None:
    response = client.get(address)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    html = response.content.decode()
    ours = r'<script(?![^>]*\ssrc=| type="application/ld)|\sstyle=|\son\w+='
    assert not re.search(ours, html)
    assert not re.search(
        r'(?:src|href)="(?:https?:)?//(?!testserver|pop\.culture|data\.culture)', html
    )
    assert '<html lang="fr">' in html


def test_chance_leads_to_a_picture_and_never_to_what_calls_for_care(client: Client) -> None:
    load_rows(
        "joconde",
        {"REF": "000PE000001", "TITR": "Vase", "IMG": "vase.jpg"},
        {"REF": "000PE000002", "TITR": "Momie d’enfant", "IMG": "momie.jpg"},
        {"REF": "000PE000003", "TITR": "Coupe"},
    )
    load_rows("mnr", {"REF": "MNR00001", "TITR": "Paysage", "VIDEO": "paysage.jpg"}, index=True)
    drawn = [client.get("/hasard") for _ in range(30)]
    assert {response.headers["Location"] for response in drawn} == {"/notice/joconde/000PE000001"}
    assert {response.headers["Cache-Control"] for response in drawn} == {"no-store"}


def test_chance_on_an_empty_site_leads_to_the_search(client: Client) -> None:
    assert client.get("/hasard").headers["Location"] == "/recherche"


@pytest.mark.usefixtures("_notices")
def test_statistics_count_what_search_finds(client: Client) -> None:
    html = client.get("/statistiques").content.decode()
    rows = dict(re.findall(r'<a href="([^"]*)">[^<]*</a></th><td class="numeric">(\d+)</td>', html))
    assert rows["/recherche?base=merimee"] == "60"
    assert rows["/recherche?base=museo"] == "1"
    assert rows["/recherche?siecle=18e%20si%C3%A8cle"] == "60"
    for address, number in rows.items():
        assert f"{number} résultat" in client.get(address).content.decode()


def test_statistics_of_an_empty_site_say_so(client: Client) -> None:
    assert "Aucune notice" in client.get("/statistiques").content.decode()
