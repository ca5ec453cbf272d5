"""The basket of a visitor: kept by a button of any page, named, shared, taken away."""

import csv
import io

import pytest
from django.test import Client
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from pop.visitors import baskets
from pop.visitors.models import Basket
from tests.loading import load_rows

pytestmark = pytest.mark.django_db
A, B = "merimee/PA00990001", "joconde/09940004427"


@pytest.fixture(autouse=True)
def _notices() -> None:
    load_rows(
        "merimee",
        {
            "REF": "PA00990001",
            "TICO": "Halle",
            "COM": ["Brest"],
            "DPT": ["29"],
            "CONTACT": "a@b.fr",
        },
    )
    load_rows("joconde", {"REF": "09940004427", "TITR": "=Barque", "AUTR": "Rosa Lestrange"})


def _public() -> str:
    return Basket.objects.get().public


def test_no_page_sets_a_cookie_before_something_is_kept(client: Client) -> None:
    for address in ("/", "/recherche", "/notice/merimee/PA00990001", "/panier"):
        assert not client.get(address).cookies
    assert "Votre panier est vide" in client.get("/panier").content.decode()


def test_a_button_keeps_a_notice_and_comes_back_to_it(client: Client) -> None:
    page = client.get("/notice/merimee/PA00990001").content.decode()
    assert f'name="ajouter" value="{A}" aria-pressed="false"' in page
    sent = client.post("/panier", {"ajouter": A, "retour": "/notice/merimee/PA00990001"})
    assert sent.status_code == 302
    assert sent.headers["Location"] == "/notice/merimee/PA00990001#garder-merimee-PA00990001"
    cookie = sent.cookies["panier"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    page = client.get("/notice/merimee/PA00990001").content.decode()
    assert f'name="retirer" value="{A}" aria-pressed="true"' in page
    assert "(1)" in page
    kept = client.get("/panier")
    assert "Halle" in kept.content.decode()
    assert "no-store" in kept.headers["Cache-Control"]


def test_scripts_are_answered_with_the_count(client: Client) -> None:
    headers = {"Accept": "application/json"}
    assert client.post("/panier", {"ajouter": [A, B]}, headers=headers).json() == {"count": 2}
    assert client.post("/panier", {"retirer": A}, headers=headers).json() == {"count": 1}


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", ""])
def test_no_form_leads_to_another_site(back: str, client: Client) -> None:
    sent = client.post("/panier", {"ajouter": A, "retour": back})
    assert sent.headers["Location"] == "/panier"


def test_emptied_and_given_back(client: Client) -> None:
    client.post("/panier", {"ajouter": [A, B]})
    client.post("/panier", {"vider": "1"})
    html = client.get("/panier").content.decode()
    assert "Votre panier est vide" in html
    assert "Rétablir les 2 notices retirées" in html
    client.post("/panier", {"retablir": "1"})
    assert "2 notices gardées" in client.get("/panier").content.decode()


def test_a_shared_basket_is_read_and_copied_but_not_changed(client: Client) -> None:
    client.post("/panier", {"ajouter": [A, B]})
    client.post("/panier", {"nom": "Halles et barques"})
    visitor = Client()
    html = visitor.get(f"/panier/{_public()}").content.decode()
    assert "Halles et barques" in html
    assert "Panier partagé, 2 notices" in html
    assert "Vider" not in html
    visitor.post("/panier", {"vider": "1"})
    visitor.post("/panier", {"copier": _public()})
    assert "2 notices gardées" in visitor.get("/panier").content.decode()
    assert Basket.objects.count() == 2
    assert visitor.get("/panier/inconnu").status_code == 404
    assert visitor.post("/panier", {"copier": "inconnu"}).status_code == 404


def test_a_full_basket_says_what_to_do(client: Client) -> None:
    many = [("joconde", f"{n:011}") for n in range(baskets.MOST)]
    secret, _ = baskets.add("", many)
    client.cookies["panier"] = f"{secret}.{baskets.MOST}"
    response = client.post("/panier", {"ajouter": A})
    assert response.status_code == 409
    assert "500 notices au plus" in response.content.decode()
    script = client.post("/panier", {"ajouter": A}, headers={"Accept": "application/json"})
    assert script.status_code == 409
    assert "retirez-en" in script.json()["problem"]


def test_what_is_no_more_published_is_said(client: Client) -> None:
    client.post("/panier", {"ajouter": ["merimee/PA00999999", A, "inconnue/1"]})
    html = client.get("/panier").content.decode()
    assert "Ne sont plus publiées" in html
    assert "PA00999999" in html
    assert "inconnue" not in html


def test_a_basket_is_taken_away_as_csv(client: Client) -> None:
    client.post("/panier", {"ajouter": [A, B]})
    response = client.get(f"/panier/{_public()}.csv")
    text = response.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [row["Référence"] for row in rows] == ["PA00990001", "09940004427"]
    assert rows[0]["Adresse"] == "http://testserver/notice/merimee/PA00990001"
    assert rows[0]["Commune [merimee.COM]"] == "Brest"
    assert rows[1]["Commune [merimee.COM]"] == ""
    # What a spreadsheet would compute stays a text; what is not public stays here.
    assert rows[1]["Titre"].startswith("'=")
    assert "a@b.fr" not in text


def test_a_basket_is_taken_away_as_pdf(client: Client) -> None:
    client.post("/panier", {"ajouter": [A, B]})
    client.post("/panier", {"nom": "Halles #1 *et* [barques]"})
    response = client.get(f"/panier/{_public()}.pdf")
    assert response.headers["Content-Type"] == "application/pdf"
    text = PdfReader(io.BytesIO(response.content)).pages[0].extract_text()
    assert "Halles #1 *et* [barques]" in text
    assert "Halle" in text and "PA00990001" in text


def test_queries_do_not_grow_with_the_basket(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    load_rows("merimee", *({"REF": f"PA0077{n:04d}", "TICO": "Ferme"} for n in range(60)))
    client.post("/panier", {"ajouter": [f"merimee/PA0077{n:04d}" for n in range(60)]})
    with django_assert_max_num_queries(8):
        assert client.get("/panier").status_code == 200
    with django_assert_max_num_queries(12):
        client.get(f"/panier/{_public()}.csv")
