"""When nothing can be written, the site is read as usual and forms say what to do."""

import pytest
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings

from pop.visitors import baskets

pytestmark = pytest.mark.django_db


def test_the_operator_may_close_the_forms(client: Client, settings: Settings) -> None:
    settings.READ_ONLY = True
    assert client.get("/panier").status_code == 200
    response = client.post("/panier", {"ajouter": "merimee/PA00990001"})
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "600"
    assert "Rien ne peut être enregistré" in response.content.decode()


def test_a_database_that_refuses_is_no_fault_of_the_visitor(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(baskets, "add", full)
    assert client.post("/panier", {"ajouter": "merimee/PA00990001"}).status_code == 503
    monkeypatch.setattr(baskets, "own", full)
    with pytest.raises(OperationalError):
        client.get("/panier")
