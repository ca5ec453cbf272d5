"""Every address of a notice leads somewhere: to it, to what replaced it, to what became of it."""

import json
import re

import pytest
from django.test import Client
from pytest_django import Settings

from pop.notices.models import Act, Tombstone
from tests.loading import load_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]


@pytest.mark.parametrize("address", ["/notice/museofile", "/notice/museo/"])
def test_a_base_without_reference_leads_to_all_its_notices(address: str, client: Client) -> None:
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (301, "/recherche?base=museo")
    assert client.get("/notice/inconnue/").status_code == 404


def test_a_renumbered_notice_is_found_by_its_former_address(client: Client) -> None:
    load_rows("memoire", {"REF": "APMH00000001", "POP_ANCIENNE_REF": "MH0000001"}, index=True)
    response = client.get("/notice/memoire/MH0000001")
    assert response.status_code == 301
    assert response.headers["Location"] == "/notice/memoire/APMH00000001"


def test_a_notice_taken_away_says_so(client: Client) -> None:
    load_rows("memoire", {"REF": "APMH00000001"}, index=True)
    act = Act.objects.create(author="une personne", reason="un motif interne")
    Tombstone.objects.create(
        notice_id=99, base="merimee", ref="PA00999999", version=1, act=act, sequence=10**6
    )
    response = client.get("/notice/merimee/PA00999999")
    html = response.content.decode()
    assert response.status_code == 410
    assert "a été retirée" in html
    assert "une personne" not in html and "motif interne" not in html
    assert client.get("/notice/merimee/PA00999998").status_code == 404


def test_the_site_has_one_name(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["pop.example", "www.pop.example", "www.other.example"]
    response = client.get("/recherche?q=pont", headers={"host": "www.pop.example"})
    assert response.status_code == 301
    assert response.headers["Location"] == "http://pop.example/recherche?q=pont"
    for host in ("pop.example", "www.other.example"):
        assert client.get("/aide", headers={"host": host}).status_code == 200


def test_what_is_shared_of_a_notice(client: Client) -> None:
    title = "Halle </script><script>alert(1)</script> & Cie"
    load_rows("merimee", {"REF": "PA00990001", "TICO": title, "DENO": ["halle"], "COM": ["Brest"]})
    html = client.get("/notice/merimee/PA00990001").content.decode()
    assert '<meta property="og:url" content="http://testserver/notice/merimee/PA00990001">' in html
    assert "alert(1)</script>" not in html
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found
    data = json.loads(found[1])
    assert data["@type"] == "LandmarksOrHistoricalBuildings"
    assert data["name"].replace("\u00a0", " ").replace("\u202f", " ") == title
    assert data["identifier"] == "PA00990001"


def test_nothing_is_offered_of_people_who_may_be_living(client: Client) -> None:
    load_rows("autor", {"REF": "AW00001", "NOM": "Quévert", "PREN": "Luce", "DNAISS": "1980"})
    html = client.get("/notice/autor/AW00001").content.decode()
    assert "og:title" not in html
    assert "ld+json" not in html
    assert "noindex" in html
