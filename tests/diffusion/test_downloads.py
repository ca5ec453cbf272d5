"""A picture taken away: at the size that is allowed, with its credit, without what it told."""

import io
from typing import Any

import pytest
from django.test import Client
from PIL import Image, IptcImagePlugin

from pop.diffusion import downloads
from pop.diffusion.downloads import Allowed
from pop.iiif.identifiers import identifier
from pop.media import originals, xmp
from pop.notices import images
from tests.loading import load_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]

REF = "PA00990001"
PAGE = f"/notice/merimee/{REF}"
CREDIT = "Adèle Lestrange, Inventaire général"


def _original(width: int, height: int) -> str:
    """A picture lying on its side, that tells its maker and its place."""
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = 6, "zzqmaker"
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "N", (48.0, 17.0, 53.0)
    made = io.BytesIO()
    Image.new("RGB", (width, height), (20, 90, 160)).save(made, "JPEG", exif=exif)
    return originals.put(made.getvalue())


def _load(*pictures: dict[str, Any], ref: str = REF) -> None:
    load_rows("merimee", {"REF": ref, "TICO": "Halle", images.CODE: list(pictures)})


def _address(checksum: str, ref: str = REF) -> str:
    return f"/telecharger/{identifier('merimee', ref, checksum)}.jpg"


@pytest.fixture
def checksum() -> str:
    kept = _original(2000, 1200)
    _load({"file": "0" * 64}, {"file": kept, "credit": CREDIT, "rights": "© Région"})
    return kept


def test_it_is_as_large_as_rights_allow_upright_and_says_whose_it_is(
    checksum: str, client: Client
) -> None:
    response = client.get(_address(checksum))
    image = Image.open(io.BytesIO(response.content))
    assert (image.format, image.size) == ("JPEG", (1200, 2000))
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Disposition"] == (
        'attachment; filename="POP-merimee-PA00990001-2.jpg"'
    )
    record = IptcImagePlugin.getiptcinfo(image)
    assert record is not None
    assert record[2, 116] == "© Région.".encode()
    told = xmp.properties(image.info["xmp"])
    assert told[f"{{{xmp.DC}}}creator"] == [CREDIT]
    assert told[f"{{{xmp.PHOTOSHOP}}}Credit"] == [CREDIT]
    assert told[f"{{{xmp.RIGHTS}}}WebStatement"] == [f"http://testserver{PAGE}"]
    assert dict(image.getexif()) == {}
    assert b"zzqmaker" not in response.content


def test_it_is_never_larger_than_it_is(client: Client) -> None:
    kept = _original(60, 40)
    _load({"file": kept})
    image = Image.open(io.BytesIO(client.get(_address(kept)).content))
    assert image.size == (40, 60)
    (rights,) = xmp.properties(image.info["xmp"])[f"{{{xmp.DC}}}rights"]
    assert rights.startswith("Droits non vérifiés")


def test_rights_say_how_large_and_whether_it_leaves(
    checksum: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def allow(side: int) -> None:
        terms = Allowed(side, "", "", "CC BY", "https://creativecommons.org/licenses/by/4.0/")
        monkeypatch.setattr(downloads, "allowed", lambda notice, image: terms)

    allow(100)
    image = Image.open(io.BytesIO(client.get(_address(checksum)).content))
    assert image.size == (60, 100)
    statement = xmp.properties(image.info["xmp"])[f"{{{xmp.RIGHTS}}}WebStatement"]
    assert statement == ["https://creativecommons.org/licenses/by/4.0/"]
    allow(0)
    assert client.get(_address(checksum)).status_code == 404


def test_the_page_leads_to_it(checksum: str, client: Client) -> None:
    page = client.get(PAGE).content.decode()
    assert page.count("Télécharger l’image") == 2
    assert f'href="{_address(checksum)}"' in page


@pytest.mark.parametrize(
    "name",
    [
        "", "merimee", f"merimee-{REF}-{'f' * 16}", f"rien-{REF}-{'0' * 16}",
        f"palissy-{REF}-{'0' * 16}",
    ],
)  # fmt: skip
def test_what_no_notice_holds_does_not_leave(name: str, checksum: str, client: Client) -> None:
    assert client.get(f"/telecharger/{name}.jpg").status_code == 404


def test_a_picture_whose_bytes_are_lost_is_not_found(checksum: str, client: Client) -> None:
    assert client.get(_address("0" * 64)).status_code == 404


def test_what_leaves_its_notice_is_not_taken_away_any_more(checksum: str, client: Client) -> None:
    _load()
    assert client.get(_address(checksum)).status_code == 404
