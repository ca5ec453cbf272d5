"""A page for every producer: what it has where the index says so, one address, few questions."""

import re

import pytest
from django.test import Client

from pop.notices.models import Producer
from tests.bundle import MASKED, load_bundle
from tests.loading import load_rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_index(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_DATA", str(tmp_path_factory.mktemp("data")))


@pytest.fixture
def _notices() -> None:
    churches = (
        {"REF": f"PA0077{n:04d}", "TICO": f"église {n}", "SCLE": [f"{12 + n % 3}e siècle"],
         "DPT": ["10"], "INSEE": ["10003"], "COM": ["Aix-en-Othe"]}
        for n in range(30)
    )  # fmt: skip
    load_rows("merimee", *churches, {"REF": "IA00990002", "TICO": "moulin"})
    load_rows("palissy", {"REF": "PM00990001", "TICO": "calice"}, index=True)


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def text(html: str) -> str:
    """What is read, its spaces made plain."""
    return " ".join(re.sub("<[^>]*>", " ", html).split())


@pytest.mark.usefixtures("_notices")
def test_the_list_says_what_each_has_in_each_base(client: Client) -> None:
    said = text(page(client, "/producteurs"))
    assert "Monuments Historiques 31 notices Architecture (Mérimée) 30" in said
    assert "Mobilier (Palissy) 1 notice" in said
    assert "Inventaire général du patrimoine culturel 1 notice" in said


@pytest.mark.usefixtures("_notices")
def test_a_producer_is_found_by_the_beginning_of_its_words_or_its_label(client: Client) -> None:
    assert "1 producteur pour" in text(page(client, "/producteurs?q=corp+vitr"))
    assert "Médiathèque du patrimoine" in page(client, "/producteurs?q=mpp")
    nobody = page(client, "/producteurs?q=introuvable")
    assert "Aucun producteur" in nobody
    assert "/musees?q=introuvable" in nobody
    assert "noindex" in nobody


def test_a_long_list_is_paged_and_a_page_too_far_is_the_last(client: Client) -> None:
    Producer.objects.bulk_create(Producer(label=f"Service {n:03d}") for n in range(120))
    first = page(client, "/producteurs?q=service")
    assert first.count('<article class="card">') == 50
    assert "/producteurs?q=service&amp;page=3" in first
    last = page(client, "/producteurs?q=service&page=99999")
    assert last.count('<article class="card">') == 20
    assert page(client, "/producteurs?page=x").count('<article class="card">') == 50


@pytest.mark.usefixtures("_notices")
def test_its_page_leads_to_its_notices_base_by_base(client: Client) -> None:
    html = page(client, "/producteurs/monuments-historiques")
    said = text(html)
    assert "31 notices en ligne" in said
    addresses = re.findall(r'href="(/recherche[^"]*)"', html)
    mobilier = next(a for a in addresses if "base=palissy" in a)
    assert "1 résultat" in page(client, mobilier.replace("&amp;", "&"))
    assert "12e siècle 10" in said
    assert "Licence Ouverte 2.0" in said
    assert "Mises à jour récentes" in said
    assert "Licence non déclarée" in text(page(client, "/producteurs/inventaire"))


@pytest.mark.usefixtures("_notices")
@pytest.mark.parametrize(
    "slug", ["Monuments-Historiques", "MONUMENTS HISTORIQUES", "monuments_historiques"]
)
def test_another_spelling_leads_to_the_permanent_address(slug: str, client: Client) -> None:
    response = client.get(f"/producteurs/{slug}")
    assert response.status_code == 301
    assert response["Location"] == "/producteurs/monuments-historiques"


@pytest.mark.usefixtures("_notices")
def test_a_producer_without_notices_has_a_page_and_an_unknown_one_none(client: Client) -> None:
    assert "Aucune notice en ligne" in page(client, "/producteurs/corpus-vitrearum")
    assert client.get("/producteurs/personne").status_code == 404
    assert client.get("/producteurs/-").status_code == 404


def test_before_the_first_load_both_pages_answer(client: Client) -> None:
    page(client, "/producteurs")
    page(client, "/producteurs/etat")


@pytest.mark.usefixtures("_notices")
def test_notices_and_statistics_lead_to_the_page_of_the_producer(client: Client) -> None:
    link = 'href="/producteurs/monuments-historiques"'
    assert link in page(client, "/notice/merimee/PA00770000")
    statistics = page(client, "/statistiques")
    assert link in statistics
    assert 'href="/recherche?producteur=Monuments%20Historiques"' in statistics


@pytest.mark.usefixtures("_notices")
def test_the_pages_ask_few_questions(client: Client, django_assert_max_num_queries: object) -> None:
    # Whether this is a demonstration; the table of producers.
    with django_assert_max_num_queries(2):  # type: ignore[operator]
        page(client, "/producteurs")
    # The same without the table; the notices shown, links and the notices at their two ends.
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        page(client, "/producteurs/monuments-historiques")


def test_a_masked_object_is_counted_and_placed_nowhere(client: Client) -> None:
    load_bundle()
    html = page(client, "/producteurs/monuments-historiques")
    assert "Reliquaire" in html
    card = html[html.index(MASKED) :][:600]
    assert "Aix-en-Othe" not in card
    # Its building, and nothing else, is in the département.
    rows = re.findall(r"departement=[^\"]*|region=[^\"]*", html)
    for row in rows:
        assert MASKED not in page(client, f"/recherche?{row}")


def test_rose_valland_and_what_calls_for_care_decorate_no_page(client: Client) -> None:
    sum_ = "ab" * 32
    picture = {"POP_IMAGES": [{"file": sum_, "width": 10, "height": 10}]}
    load_rows(
        "mnr", {"REF": "MNR00001", "TITR": "Paysage", "VIDEO": "a.jpg", **picture}, index=True
    )
    load_rows(
        "joconde",
        {"REF": "000PE000001", "TITR": "Vase", "IMG": "vase.jpg", **picture},
        {"REF": "000PE000002", "TITR": "Momie d’enfant", "IMG": "momie.jpg", **picture},
        index=True,
    )
    assert 'class="wall wall-short"' not in page(client, "/producteurs/mnr")
    assert "garde des Musées nationaux" in page(client, "/producteurs/mnr").replace("\u202f", " ")
    museums = page(client, "/producteurs/musee")
    assert 'class="wall wall-short"' in museums
    assert "000PE000001" in museums
    assert "Momie" not in museums


def test_a_person_who_may_be_living_is_not_among_the_latest(client: Client) -> None:
    load_rows(
        "autor",
        {"REF": "AW00001", "NOM": "Ancien", "DNAISS": "1801", "DMORT": "1870"},
        {"REF": "AW00002", "NOM": "Jeune", "DNAISS": "1980"},
        index=True,
    )
    html = page(client, "/producteurs/mpp")
    assert "2 notices en ligne" in text(html)
    assert "AW00001" in html
    assert "AW00002" not in html
