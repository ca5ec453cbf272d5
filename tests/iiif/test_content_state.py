"""Content states: what is written is read again, what others write too, and where it leads."""

import base64
import json
from contextlib import suppress
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from pop.iiif.content_state import LONGEST, Region, Target, Unreadable, decode, encode
from tests.iiif.conftest import ORIGIN

MANIFEST = f"{ORIGIN}/iiif/merimee/PA00990001/manifest.json"
CANVAS = f"{ORIGIN}/iiif/memoire/AP99N00001/canvas/memoire-AP99N00001-{'b2' * 8}"
NAMES = st.text(st.characters(exclude_characters="#", exclude_categories=["Cs"]), max_size=40)
ADDRESSES = NAMES.map(lambda name: f"https://site.example/{name}".strip())
NUMBERS = st.integers(1, 999_999_999)
REGIONS = st.none() | st.builds(Region, NUMBERS, NUMBERS, NUMBERS, NUMBERS)


@given(ADDRESSES, ADDRESSES, REGIONS)
def test_what_is_written_is_read_again(canvas: str, manifest: str, region: Region | None) -> None:
    written = encode(canvas, manifest, region)
    assert set(written) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert decode(written) == Target(canvas, manifest, region)


@given(st.text(max_size=200) | st.binary(max_size=60).map(lambda b: base64.b64encode(b).decode()))
def test_anything_else_is_refused_in_french_or_read(text: str) -> None:
    try:
        assert decode(text).address
    except Unreadable as error:
        assert "IIIF" in str(error) or "iiif-content" in str(error)


KEYS = st.sampled_from(["id", "target", "source", "selector", "partOf", "value"])
LEAVES = st.none() | st.text() | st.integers() | st.just("https://site.example/c")


@given(st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)))
def test_no_state_breaks_the_reading(state: Any) -> None:
    with suppress(Unreadable):
        assert decode(_packed(state)).address.startswith("http")


def _packed(state: Any) -> str:
    written = quote(json.dumps(state), safe="!'()*~")
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def _canvas(**more: Any) -> dict[str, Any]:
    return {
        "id": CANVAS,
        "type": "Canvas",
        "partOf": [{"id": MANIFEST, "type": "Manifest"}],
        **more,
    }


SELECTED = {
    "type": "SpecificResource",
    "source": _canvas(),
    "selector": {"type": "FragmentSelector", "value": "xywh=10,20,30,40"},
}
PART = Region(10, 20, 30, 40)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (MANIFEST, Target(MANIFEST)),
        (f"{CANVAS}#xywh=10,20,30,40", Target(CANVAS, "", PART)),
        (f"{CANVAS}#xywh=pixel:10.5,20.2,30,40", Target(CANVAS, "", PART)),
        (f"{CANVAS}#xywh=percent:10,20,30,40", Target(CANVAS)),
        (f"{CANVAS}#xywh=10,20,0,40", Target(CANVAS)),
        (json.dumps({"id": MANIFEST, "type": "Manifest"}), Target(MANIFEST)),
        (_packed({"id": MANIFEST, "type": "Manifest"}), Target(MANIFEST)),
        (_packed(_canvas()), Target(CANVAS, MANIFEST)),
        (_packed({"type": "Annotation", "target": SELECTED}), Target(CANVAS, MANIFEST, PART)),
        (_packed({"type": "Annotation", "target": [SELECTED, _canvas()]}),
         Target(CANVAS, MANIFEST, PART)),
        (_packed({"type": "Annotation", "target": f"{CANVAS}#xywh=10,20,30,40"}),
         Target(CANVAS, "", PART)),
        (_packed(_canvas(partOf=MANIFEST)), Target(CANVAS, MANIFEST)),
    ],
)  # fmt: skip
def test_the_forms_that_others_write_are_read(state: str, expected: Target) -> None:
    assert decode(state) == expected


NONE = ["", "x", "http", "{}", "[]", "é", "e30", "A" * (LONGEST + 1), '{"target": {"target": 1}}']


@pytest.mark.parametrize("state", NONE)
def test_what_is_none_is_refused_in_french(state: str) -> None:
    with pytest.raises(Unreadable, match=r"IIIF|iiif-content"):
        decode(state)


@pytest.fixture
def opened(client: Client, pictured: None) -> Any:
    """Where a content state leads, or the status and the words of the refusal."""

    def open_(state: str) -> Any:
        answer = client.get("/iiif/ouvrir", {"iiif-content": state})
        if answer.status_code == 302:
            return answer["Location"]
        return answer.status_code, json.loads(answer.content)["error"]

    return open_


@pytest.mark.django_db
class TestOpening:
    """The page that a content state leads to."""

    def test_a_manifest_leads_to_the_page_of_its_notice(self, opened: Any) -> None:
        assert opened(MANIFEST) == "/notice/merimee/PA00990001"
        assert opened(MANIFEST.replace("http:", "https:")) == "/notice/merimee/PA00990001"

    def test_a_canvas_leads_to_its_picture_on_the_page_of_the_manifest(self, opened: Any) -> None:
        state = encode(CANVAS, MANIFEST, PART)
        expected = "/notice/merimee/PA00990001?image=3&region=10,20,30,40"
        assert opened(state) == expected

    def test_a_canvas_alone_leads_to_the_notice_that_holds_it(self, opened: Any) -> None:
        assert opened(CANVAS) == "/notice/memoire/AP99N00001?image=2"
        assert opened(encode(CANVAS, "https://ailleurs.example/m")).endswith("AP99N00001?image=2")

    def test_a_folio_leads_to_its_own_notice(self, opened: Any) -> None:
        folder = f"{ORIGIN}/iiif/enluminures/INI-D0000002"
        canvas = f"{folder}/canvas/enluminures-INI-D0000002-{'82' * 8}"
        manifest = f"{ORIGIN}/iiif/enluminures/INI-CM0000001/manifest.json"
        assert opened(encode(canvas, manifest)) == "/notice/enluminures/INI-D0000002?image=1"

    @pytest.mark.parametrize(
        "foreign",
        [
            "https://ailleurs.example/iiif/merimee/PA00990001/manifest.json",
            f"{ORIGIN}/notice/merimee/PA00990001",
            f"{ORIGIN}@ailleurs.example/iiif/merimee/PA00990001/manifest.json",
            "https://[",
            "https://testserver\\@ailleurs.example/",
        ],
    )
    def test_what_is_not_ours_is_refused_in_french(self, foreign: str, opened: Any) -> None:
        status, why = opened(foreign)
        assert status == 400
        assert "autre site" in why

    def test_what_is_no_more_is_said(self, opened: Any) -> None:
        for gone in (CANVAS.replace("b2", "b0"), f"{ORIGIN}/iiif/merimee/PA404/manifest.json"):
            assert opened(gone)[0] == 404

    def test_a_page_that_is_given_a_state_opens_it(self, client: Client, pictured: None) -> None:
        state = encode(CANVAS, MANIFEST)
        answer = client.get("/notice/merimee/IA00990002", {"iiif-content": state}, follow=True)
        assert answer.redirect_chain[-1][0] == "/notice/merimee/PA00990001?image=3"
        assert answer.status_code == 200
