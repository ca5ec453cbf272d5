"""Every old address of the table leads, on the site itself, where it led on the former ones."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from pop.diffusion.addresses import notice_address, search_address
from pop.search.asking.old_addresses import Found
from pop.search.asking.query import Query
from tests.search.test_old_addresses import TABLE

pytestmark = pytest.mark.django_db

# Notices answer by themselves, whatever the spelling of their address.
SEARCHES = [(address, found) for address, found in TABLE if found and "/notice/" not in address]


@pytest.mark.parametrize(("address", "found"), SEARCHES, ids=[address for address, _ in SEARCHES])
def test_an_old_address_is_redirected_for_good(address: str, found: Found, client: Client) -> None:
    parts = urlsplit(address if "//" in address else f"https://{address}")
    response = client.get(f"{parts.path}?{parts.query}")
    expected = search_address(found) if isinstance(found, Query) else notice_address(*found)
    assert (response.status_code, response.headers["Location"]) == (301, expected)


def test_a_script_of_mistral_that_nobody_knows_is_not_found(client: Client) -> None:
    assert client.get("/public/mistral/inconnu_fr").status_code == 404


def test_a_gallery_says_that_it_is_gone_and_where_to_go(client: Client) -> None:
    response = client.get("/gallery/42")
    assert response.status_code == 410
    assert 'href="/recherche?image=oui"' in response.content.decode()
