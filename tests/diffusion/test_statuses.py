"""The sentence of an MNR stands beside it wherever it is shown (rules of the domain, §4)."""

import io

import pytest
from django.test import Client
from pypdf import PdfReader

from tests.loading import load_rows

pytestmark = pytest.mark.django_db
SENTENCE = "mise provisoirement à la garde des Musées nationaux"
NOTICE = "/notice/rose-valland/MNR00387"


@pytest.fixture(autouse=True)
def _work(own_index: None) -> None:
    load_rows("mnr", {"REF": "MNR00387", "TITR": "Barque"}, index=True)


@pytest.mark.parametrize(
    "address",
    [NOTICE, f"{NOTICE}.json", *(f"/recherche?vue={view}" for view in ("mosaique", "liste"))],
)
def test_it_stands_on_pages_and_in_data(address: str, client: Client) -> None:
    assert SENTENCE in client.get(address).content.decode()


def test_it_leaves_with_what_is_taken_away(client: Client) -> None:
    client.post("/panier", {"ajouter": "mnr/MNR00387"})
    html = client.get("/panier").content.decode()
    assert SENTENCE in html
    public = html.partition('href="/panier/')[2].partition(".pdf")[0]
    assert SENTENCE in client.get(f"/panier/{public}.csv").content.decode()
    for address in (f"/panier/{public}.pdf", f"{NOTICE}.pdf"):
        document = PdfReader(io.BytesIO(client.get(address).content))
        said = " ".join("".join(page.extract_text() for page in document.pages).split())
        assert SENTENCE in said, address
