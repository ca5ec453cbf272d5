"""A notice taken away: as data for programs, as a tagged PDF for paper and screen readers."""

import io
import json

import pytest
from django.test import Client
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.loading import load_rows

pytestmark = pytest.mark.django_db
PAGE = "/notice/merimee/PA00990001"


@pytest.fixture(autouse=True)
def _notice() -> None:
    load_rows("palissy", {"REF": "PM00990001", "TICO": "Cloche", "REFA": ["PA00990001"]})
    load_rows(
        "merimee",
        {
            "REF": "PA00990001", "TICO": "Halle #let x = 1", "DENO": ["halle"], "COM": ["Brest"],
            "DPT": ["29"], "HIST": "Bâtie en 1768. " * 30, "CONTACT": "crmh@example.fr",
            "DMAJ": "2021-03-04",
        },
    )  # fmt: skip


def test_the_data_hold_what_is_public_by_the_codes_of_the_base(client: Client) -> None:
    response = client.get(f"{PAGE}.json")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    said = json.loads(response.content)
    assert (said["base"], said["ref"], said["updated"]) == ("merimee", "PA00990001", "2021-03-04")
    assert said["url"] == f"http://testserver{PAGE}"
    assert said["fields"]["DENO"] == ["halle"]
    assert said["linked"][0]["url"] == "http://testserver/notice/palissy/PM00990001"
    assert "crmh@example.fr" not in response.content.decode()
    assert "@commune" not in said["fields"]


def test_other_spellings_lead_to_the_permanent_address(client: Client) -> None:
    for form in (".json", ".pdf"):
        sent = client.get(f"/notice/palissy/pa00990001{form}")
        assert (sent.status_code, sent.headers["Location"]) == (301, f"{PAGE}{form}")
        assert client.get(f"/notice/merimee/PA404{form}").status_code == 404


def test_the_pdf_is_tagged_named_and_in_french(client: Client) -> None:
    response = client.get(f"{PAGE}.pdf")
    assert response.headers["Content-Type"] == "application/pdf"
    document = PdfReader(io.BytesIO(response.content))
    root = document.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("fr")
    assert b"pdfuaid" in root["/Metadata"].get_data()  # type: ignore[attr-defined]
    # Texts of notices are data, whatever they look like.
    assert document.metadata is not None
    assert document.metadata.title == "Halle #let x = 1"
    text = "".join(page.extract_text() for page in document.pages)
    assert "Bâtie en 1768." in text
    assert "Cloche" in text
    assert "crmh@example.fr" not in text


def test_the_page_leads_to_both(client: Client) -> None:
    html = client.get(PAGE).content.decode()
    assert f'href="{PAGE}.pdf"' in html
    assert f'href="{PAGE}.json"' in html
