"""Search engines are offered every notice, but for people who may be living and inventions."""

import re

import pytest
from django.test import Client

from pop.diffusion import sitemaps
from pop.notices import demonstration
from tests.loading import load_rows

pytestmark = pytest.mark.django_db


def addresses(client: Client, path: str) -> list[str]:
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/xml")
    text = (response.getvalue() if response.streaming else response.content).decode()
    assert text.startswith("<?xml")
    return re.findall("<loc>([^<]*)</loc>", text)


def offered(client: Client) -> list[str]:
    """The address of every notice, through the files that the index lists."""
    files = addresses(client, "/sitemap.xml")
    found = [
        one for file in files for one in addresses(client, file.removeprefix("http://testserver"))
    ]
    return [one for one in found if "/notice/" in one]


def test_every_notice_is_offered_once(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "PART", 4)
    refs = [f"PA0099{n:04d}" for n in range(10)]
    load_rows("merimee", *({"REF": ref, "TICO": "Ferme"} for ref in refs))
    load_rows("mnr", {"REF": "MNR00001", "TITR": "Paysage"})
    expected = [f"http://testserver/notice/merimee/{ref}" for ref in refs]
    assert sorted(offered(client)) == sorted(
        [*expected, "http://testserver/notice/rose-valland/MNR00001"]
    )


def test_lists_and_producers_with_notices_are_offered(client: Client) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Ferme"}, index=True)
    found = addresses(client, "/sitemap-pages.xml")
    assert "http://testserver/musees" in found
    producers = [one for one in found if "/producteurs/" in one]
    assert producers == ["http://testserver/producteurs/monuments-historiques"]
    assert "http://testserver/sitemap-pages.xml" in addresses(client, "/sitemap.xml")


def test_a_person_who_may_be_living_is_offered_to_no_search_engine(client: Client) -> None:
    load_rows(
        "autor",
        {"REF": "AW00001", "NOM": "Ancien", "DNAISS": "1801", "DMORT": "1870"},
        {"REF": "AW00002", "NOM": "Jeune", "DNAISS": "1980"},
    )
    assert [one.rpartition("/")[2] for one in offered(client)] == ["AW00001"]
    assert '<meta name="robots" content="noindex">' in page(client, "AW00002")
    assert 'name="robots"' not in page(client, "AW00001")


def page(client: Client, ref: str) -> str:
    return client.get(f"/notice/autor/{ref}").content.decode()


def test_a_demonstration_is_offered_to_none(client: Client) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Ferme"})
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
    demonstration.begin(1, 400)
    assert offered(client) == []
    assert client.get("/sitemap-1.xml").status_code == 404
    assert client.get("/sitemap-pages.xml").status_code == 404
    assert "Sitemap" not in client.get("/robots.txt").content.decode()
