"""A document is read by everybody once it is declared public, and by nobody before."""

import pytest
from django.test import Client

from pop.changes import expurging
from pop.changes.expurging_images import removers
from pop.media import originals, pictures
from pop.notices import documents
from pop.notices.models import Notice
from pop.operations.program import DONE, UNUSABLE, main
from tests.loading import OPERATOR, load_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]

REF = "PA00990001"
PAGE = f"/notice/merimee/{REF}"
CONTENT = b"%PDF-1.4 the plan of the hall startxref 0 %%EOF"


@pytest.fixture
def checksum() -> str:
    """A notice that has one document, internal."""
    kept = originals.put(CONTENT)
    held = [{"file": kept, "title": "Plan de la halle", "size": 1_400_000}]
    load_rows("merimee", {"REF": REF, "TICO": "Halle", documents.CODE: held})
    return kept


def _address(checksum: str, ref: str = REF) -> str:
    return f"/documents/merimee/{ref}/{checksum}.pdf"


def test_an_internal_document_is_told_and_served_nowhere(checksum: str, client: Client) -> None:
    assert client.get(_address(checksum)).status_code == 404
    for page in (PAGE, f"{PAGE}.json"):
        said = client.get(page).content.decode()
        assert "Plan de la halle" not in said
        assert checksum not in said


def test_a_public_document_is_a_link_of_its_notice_that_serves_it(
    checksum: str, client: Client
) -> None:
    assert main(["media", "documents", "merimee", REF, "--publish", checksum[:8]]) == DONE
    page = client.get(PAGE).content.decode()
    assert "Plan de la halle (PDF, 1,4\u00a0Mo)" in page
    assert _address(checksum) in page
    response = client.get(_address(checksum))
    assert b"".join(response) == CONTENT
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "no-cache"
    told = client.get(f"{PAGE}.json").json()["documents"]
    assert told == [
        {"url": f"http://testserver{_address(checksum)}", "title": "Plan de la halle",
         "form": "PDF, 1,4\u00a0Mo"}
    ]  # fmt: skip
    # Under another notice, that does not hold it, nothing.
    load_rows("merimee", {"REF": "PA00990002", "TICO": "Four"})
    assert client.get(_address(checksum, "PA00990002")).status_code == 404
    assert main(["media", "documents", "merimee", REF, "--withdraw", checksum]) == DONE
    assert client.get(_address(checksum)).status_code == 404


def test_declaring_public_is_a_batch_that_is_undone(
    checksum: str, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["media", "documents", "merimee", REF, "--publish", checksum, "--json"]) == DONE
    batch = capsys.readouterr().out.partition('"batch": ')[2].partition(",")[0]
    assert b"".join(client.get(_address(checksum))) == CONTENT
    assert main(["undo", batch]) == DONE
    assert client.get(_address(checksum)).status_code == 404
    assert documents.of(Notice.objects.get(ref=REF).values)[0].title == "Plan de la halle"


@pytest.mark.parametrize("name", ["", "abc", "f" * 64])
def test_a_document_is_named_by_its_checksum(
    name: str, checksum: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["media", "documents", "merimee", REF, "--publish", name]) == UNUSABLE
    assert "ne désigne pas un document" in capsys.readouterr().err


def test_a_document_expurged_is_nowhere_and_does_not_come_back(checksum: str) -> None:
    assert pictures.forget in removers
    assert expurging.expurge_image(OPERATOR, checksum, "données personnelles") > 0
    assert not originals.has(checksum)
    assert documents.CODE not in Notice.objects.get(ref=REF).values
    held = [{"file": checksum}]
    report = load_rows("merimee", {"REF": REF, documents.CODE: held})
    assert "Le document" in report.refused[0][2]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("plan.pdf", "SHA-256"),
        ([{"file": "plan.pdf"}], "SHA-256"),
        ([{"file": "a" * 64, "public": "oui"}], "public"),
        ([{"file": "a" * 64, "kind": "DOC"}], "DOC"),
        ([{"file": "a" * 64}, {"file": "a" * 64}], "deux fois"),
    ],
)
def test_a_malformed_list_of_documents_is_refused_and_says_why(wrong: object, said: str) -> None:
    report = load_rows("merimee", {"REF": REF, "TICO": "Halle", documents.CODE: wrong})
    assert said in report.refused[0][2]
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (900, "1 ko"),
        (830_000, "830 ko"),
        (2_000_000, "2 Mo"),
        (1_449_000, "1,4 Mo"),
        (12_600_000, "13 Mo"),
    ],
)
def test_sizes_are_said_in_french(size: int, shown: str, client: Client) -> None:
    held = [{"file": "a" * 64, "size": size, "public": True}]
    load_rows("merimee", {"REF": REF, "TICO": "Halle", documents.CODE: held})
    assert f"Document (PDF, {shown})".replace(shown, shown.replace(" ", "\u00a0")) in (
        client.get(PAGE).content.decode()
    )
    # Its bytes are not here.
    assert client.get(_address("a" * 64)).status_code == 404
