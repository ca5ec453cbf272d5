"""Pictures found for those who ask: made at once, made again, hidden at once, told when absent."""

from pathlib import Path

import pytest

from pop.iiif import held
from pop.iiif.held import Shelf
from pop.iiif.identifiers import identifier
from pop.media import originals, pyramids
from tests.images import image_of
from tests.loading import load_rows
from tests.pictures import kept, showing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]

REF = "PA00990001"


@pytest.fixture(autouse=True)
def _connection_of_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """It lives longer than a request."""
    monkeypatch.setattr(held, "close_old_connections", lambda: None)


@pytest.fixture
def checksum() -> str:
    image = kept((200, 30, 40))
    load_rows("merimee", {"REF": REF, "TICO": "Halle", **showing(image)})
    return image.file


def address(checksum: str, rest: str = "full/max/0/default.jpg") -> str:
    return f"/iiif/3/{identifier('merimee', REF, checksum)}/{rest}"


def test_a_picture_that_the_background_has_not_come_to_is_made_at_once(checksum: str) -> None:
    assert not pyramids.path(checksum).exists()
    assert image_of(address(checksum))[0] == 200
    assert pyramids.path(checksum).exists()


def test_a_pyramid_that_is_not_what_we_write_is_made_again(checksum: str) -> None:
    for wrong in (b"", b"II*\x00", b"anything else", b"II*\x00\x08\x00\x00\x00\x01"):
        pyramids.path(checksum).parent.mkdir(parents=True, exist_ok=True)
        pyramids.path(checksum).write_bytes(wrong)
        assert image_of(address(checksum))[0] == 200, wrong


def test_what_leaves_its_notice_is_served_no_more(
    checksum: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf()
    named = f"merimee-{REF}-{checksum[:16]}"
    assert shelf.get(named) is not None
    load_rows("merimee", {"REF": REF, "POP_IMAGES": None})
    monkeypatch.setattr(held, "TRUSTED", 0.0)
    assert shelf.get(named) is None


def test_few_pictures_stay_open(checksum: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "MOST", 2)
    images = [kept((10, 20, number)) for number in (50, 100, 150)]
    load_rows("merimee", {"REF": REF, **showing(*images)})
    shelf = Shelf()
    for image in images:
        assert shelf.get(f"merimee-{REF}-{image.file[:16]}") is not None
    assert len(shelf._kept) == 2


def test_an_original_that_is_gone_is_told(checksum: str) -> None:
    originals.local(checksum).unlink()
    status, body = image_of(address(checksum, "info.json"))
    assert status == 404
    assert "image" in body.decode()


def test_a_store_that_does_not_answer_is_told(
    checksum: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failed(_: str) -> Path:
        raise originals.Failed("le dépôt S3 ne répond pas")

    monkeypatch.setattr(originals, "local", failed)
    status, body = image_of(address(checksum, "info.json"))
    assert status == 503
    assert "ne répond pas" in body.decode()


def test_a_picture_that_crashes_its_decoder_is_told_and_harms_nothing(
    checksum: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as lost:
        lost.setattr("pop.media.answering.Answering.ask", lambda self, line: "")
        assert image_of(address(checksum))[0] == 404
    assert image_of(address(checksum))[0] == 200
