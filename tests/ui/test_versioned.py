"""Files of the interface are asked for once a year, and anew as soon as they change."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.test import Client

from pop.ui import versioned

pytestmark = pytest.mark.django_db


def test_an_address_bears_the_mark_of_its_content(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    address = static("ui/base.css")
    assert re.fullmatch(r"/static/ui/base\.css\?v=[0-9a-f]{10}", address)
    found = finders.find("ui/components.css")
    monkeypatch.setattr(finders, "find", lambda name: found)
    versioned._mark.cache_clear()
    assert static("ui/base.css") != address
    versioned._mark.cache_clear()


def test_a_typeface_has_one_address_in_pages_and_styles() -> None:
    assert "?" not in static("vendor/fonts/spectral-latin-500-normal.woff2")


def test_browsers_keep_files_and_receive_them_packed(client: Client) -> None:
    response = client.get(static("ui/components.css"), headers={"accept-encoding": "gzip"})
    assert "max-age=31536000" in response.headers["Cache-Control"]
    assert response.headers["Content-Encoding"] == "gzip"
    packed = b"".join(response)
    response.close()
    assert b".button" in gzip.decompress(packed)


def test_words_are_packed_and_pictures_are_not(client: Client) -> None:
    headers = {"accept-encoding": "gzip"}
    page = client.get("/aide", headers=headers)
    assert page.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in page.headers["Vary"]
    assert client.get("/aide").headers.get("Content-Encoding") is None
    face = client.get("/static/vendor/fonts/spectral-latin-500-normal.woff2", headers=headers)
    assert face.headers.get("Content-Encoding") is None
    face.close()
