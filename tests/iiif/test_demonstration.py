"""Every manifest of the demonstration is valid: six hundred notices of all bases and kinds."""

import hashlib
import json

import pytest
from django.test import Client

from pop.demonstration.generating.collection import collection
from pop.iiif.addresses import manifest_address
from pop.model import catalogue
from tests.iiif.conftest import Validate
from tests.loading import load_rows

pytestmark = [pytest.mark.django_db, pytest.mark.real_data]


@pytest.fixture(scope="module")
def expected(own_platform: None) -> set[str]:
    """The addresses of the manifests of the notices that have pictures of their own."""
    entries = collection(1, 600)
    found = set()
    for base in catalogue.bases():
        rows = []
        for entry in (one for one in entries if one.base == base):
            images = [
                {
                    "file": hashlib.sha256(f"{entry.ref} {rank}".encode()).hexdigest(),
                    "caption": picture.caption,
                    "credit": picture.credit,
                    "width": 900,
                    "height": 1200,
                }
                for rank, picture in enumerate(entry.pictures)
            ]
            rows.append({**entry.values, "REF": entry.ref, "POP_IMAGES": images})
            if images:
                found.add(manifest_address(base, entry.ref))
        load_rows(base, *rows, index=base == "enluminures")
    return found


def test_all_are_valid_and_in_the_collection_of_all(
    expected: set[str], client: Client, validate: Validate
) -> None:
    reached = set()
    whole = json.loads(client.get("/iiif/collection/recherche").content)
    validate(whole)
    for part in whole["items"]:
        answered = json.loads(client.get(part["id"].removeprefix("http://testserver")).content)
        validate(answered)
        reached |= {one["id"].removeprefix("http://testserver") for one in answered["items"]}
    assert expected <= reached
    # Buildings are there by their photographs.
    assert {address.split("/")[2] for address in reached} >= {
        "joconde", "merimee", "palissy", "memoire", "enluminures", "rose-valland",
    }  # fmt: skip
    for address in reached:
        validate(json.loads(client.get(address).content))
