"""« Signaler une erreur » from the page of a notice to the receipt; what is typed is never lost."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from pop.visitors import reports
from pop.visitors.models import Report
from tests.loading import load_rows

pytestmark = pytest.mark.django_db
FORM = "/signaler/merimee/PA00990001"
TYPED = {
    "objet": "description",
    "texte": "La halle est de 1768,\r\nnon de 1678.",
    "courriel": "lectrice@example.fr",
}


@pytest.fixture(autouse=True)
def _notice(monkeypatch: pytest.MonkeyPatch) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle", "CONTACT": "crmh@example.fr"})
    monkeypatch.setattr(reports, "QUICKEST", timedelta(seconds=-1))


def _token(html: str) -> str:
    found = re.search(r'name="jeton" value="([^"]+)"', html)
    assert found
    return found[1]


def _send(client: Client, **changes: str):  # type: ignore[no-untyped-def]
    token = _token(client.get(FORM).content.decode())
    return client.post(FORM, {"jeton": token, **TYPED, **changes})


def test_a_notice_leads_to_its_form_and_the_form_to_a_receipt(client: Client) -> None:
    assert f'href="{FORM}"' in client.get("/notice/merimee/PA00990001").content.decode()
    form = client.get(FORM)
    assert "no-store" in form.headers["Cache-Control"]
    response = _send(client)
    filed = Report.objects.get()
    assert response.status_code == 302
    assert response.headers["Location"] == f"/signalement/{filed.receipt}"
    assert filed.text == "La halle est de 1768,\nnon de 1678."
    assert filed.address == "http://testserver/notice/merimee/PA00990001"
    page = client.get(f"/signalement/{filed.receipt.lower()}").content.decode()
    assert filed.receipt in page
    assert "Halle" in page
    for hidden in ("1768", "lectrice@example.fr", "crmh@example.fr", filed.sender):
        assert hidden not in page


def test_what_is_wrong_is_said_and_what_was_typed_stays(client: Client) -> None:
    response = _send(client, courriel="lectrice@", objet="")
    html = response.content.decode()
    assert response.status_code == 422
    assert "<title>Erreur" in html
    assert 'href="#courriel"' in html
    assert html.count('aria-invalid="true"') == 2
    assert "La halle est de 1768" in html
    assert 'value="lectrice@"' in html
    assert not Report.objects.exists()
    # Mended, the same form goes through.
    sent = client.post(FORM, {"jeton": _token(html), **TYPED})
    assert sent.status_code == 302


def test_a_form_left_open_too_long_is_sent_again_as_it_is(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "OLDEST", timedelta(seconds=-1))
    monkeypatch.setattr(reports, "QUICKEST", timedelta(seconds=-2))
    late = _send(client).content.decode()
    assert "renvoyez-le" in late
    monkeypatch.setattr(reports, "OLDEST", timedelta(hours=1))
    monkeypatch.setattr(reports, "QUICKEST", timedelta(seconds=-1))
    assert client.post(FORM, {"jeton": _token(late), **TYPED}).status_code == 302


def test_a_flood_is_told_to_come_back(client: Client) -> None:
    for _ in range(reports.MOST_AN_HOUR):
        _send(client)
    response = _send(client)
    assert response.status_code == 429
    assert "La halle est de 1768" in response.content.decode()


def test_the_trap_is_hidden_from_people_and_says_what_to_do(client: Client) -> None:
    assert 'aria-hidden="true"' in client.get(FORM).content.decode()
    caught = _send(client, site="https://spam.example")
    assert caught.status_code == 422
    assert "Laissez ce champ vide" in caught.content.decode()


@pytest.mark.parametrize("address", ["/signaler/inconnue/PA1", "/signaler/merimee/PA404"])
def test_no_form_for_what_does_not_exist(address: str, client: Client) -> None:
    assert client.get(address).status_code == 404
    assert client.get("/signalement/SIG-AAAAA-AAAAA").status_code == 404


def test_another_spelling_leads_to_the_form(client: Client) -> None:
    response = client.get("/signaler/merimee/pa00990001")
    assert response.headers["Location"] == FORM


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 302),
        ({"Sec-Fetch-Site": "same-origin"}, 302),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"}, 403),
        ({"Origin": "http://testserver"}, 302),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_only_our_own_pages_send_forms(
    headers: dict[str, str], status: int, client: Client
) -> None:
    token = _token(client.get(FORM).content.decode())
    response = client.post(FORM, {"jeton": token, **TYPED}, headers=headers)
    assert response.status_code == status
    assert Report.objects.count() == (status == 302)
