"""IIIF Content State 1.0: a canvas, or a part of one, said in an address.

Written: an annotation in JSON, percent-encoded, then in base64url without « = » (§6). Read: that,
the same JSON bare, or the plain address of a manifest or of a canvas (§2.2, §2.3).
"""

import base64
import binascii
import re
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

import msgspec

PARAMETER = "iiif-content"
LONGEST = 10_000
"""Characters read at most."""
# What JavaScript's encodeURIComponent leaves as it is.
_KEPT = "!'()*~"
_NUMBER = r"(\d{1,9})(?:\.\d*)?"
_PIXELS = re.compile(rf"(?:^|&)xywh=(?:pixel:)?{','.join([_NUMBER] * 4)}(?:$|&)")


class Region(NamedTuple):
    """A part of a canvas, in its pixels."""

    x: int
    y: int
    width: int
    height: int


class Target(NamedTuple):
    """What a content state shows: the address of a canvas or of a manifest, of the manifest that
    shows it when it is said, a part of the canvas when it is not the whole."""

    address: str
    manifest: str = ""
    region: Region | None = None


class Unreadable(ValueError):
    """Something that is no content state; the message says why, in French."""


def encode(canvas: str, manifest: str, region: Region | None = None) -> str:
    """The content state of a canvas of a manifest."""
    address = canvas + (f"#xywh={','.join(map(str, region))}" if region else "")
    shown = {
        "id": address,
        "type": "Canvas",
        "partOf": [{"id": manifest, "type": "Manifest"}],
    }
    state = {
        "@context": "http://iiif.io/api/presentation/3/context.json",
        "id": f"{manifest}#etat",
        "type": "Annotation",
        "motivation": ["contentState"],
        "target": shown,
    }
    written = quote(msgspec.json.encode(state), safe=_KEPT)
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def decode(text: str) -> Target:
    """What a content state shows. Raises Unreadable."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise Unreadable("Le paramètre « iiif-content » est vide ou trop long.")
    if text.startswith(("http://", "https://")):
        return _of_address(text)
    try:
        state = msgspec.json.decode(text if text.startswith("{") else _unpacked(text))
    except (msgspec.MsgspecError, RecursionError, ValueError):
        raise Unreadable(
            "Le paramètre « iiif-content » n’est ni une adresse, ni un état de contenu IIIF "
            "(Content State 1.0)."
        ) from None
    found = _of_state(state)
    if found is None:
        raise Unreadable("Cet état de contenu IIIF ne désigne ni manifeste ni canevas.")
    return found


def _unpacked(text: str) -> str:
    padded = text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4)
    try:
        return unquote(base64.urlsafe_b64decode(padded).decode(), errors="strict")
    except binascii.Error as error:
        raise ValueError from error


def _of_address(address: str) -> Target:
    bare, _, fragment = address.partition("#")
    return Target(bare, "", _region(fragment))


def _of_state(state: Any, depth: int = 0) -> Target | None:
    """The first target of an annotation, or of what it holds."""
    if isinstance(state, list):
        state = state[0] if state else None
    if isinstance(state, str) and state.startswith(("http://", "https://")):
        return _of_address(state)
    if not isinstance(state, dict) or depth > 4:
        return None
    if "target" in state:
        return _of_state(state["target"], depth + 1)
    if "source" in state:
        found = _of_state(state["source"], depth + 1)
        return found and found._replace(region=found.region or _selected(state.get("selector")))
    found = _of_state(state.get("id", state.get("@id")), depth + 1)
    return found and found._replace(manifest=_whole(state.get("partOf")))


def _whole(part_of: Any) -> str:
    """The manifest that a canvas says it is part of."""
    first = part_of[0] if isinstance(part_of, list) and part_of else part_of
    named = first.get("id") if isinstance(first, dict) else first
    return named if isinstance(named, str) else ""


def _selected(selector: Any) -> Region | None:
    if isinstance(selector, list):
        selector = selector[0] if selector else None
    value = selector.get("value") if isinstance(selector, dict) else None
    return _region(value) if isinstance(value, str) else None


def _region(fragment: str) -> Region | None:
    """« xywh=10,20,30,40 » in pixels; None for nothing, an empty part or another unit."""
    found = _PIXELS.search(fragment)
    if found is None:
        return None
    region = Region(*map(int, found.groups()))
    return region if region.width and region.height else None
