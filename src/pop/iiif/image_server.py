"""The Image API, versions 3.0 and 2.1, answered before Django sees the request.

A tile costs less to send than Django to wake: this is a WSGI application that answers /iiif/3/ and
/iiif/2/, and leaves all other addresses to the one it stands before.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.core.exceptions import DisallowedHost
from django.core.handlers.wsgi import WSGIRequest

from pop.iiif.held import Held, Shelf
from pop.iiif.image_information import CONTEXT, information
from pop.iiif.image_request import FORMATS, Refused, understood
from pop.iiif.rendering import rendered
from pop.media import originals

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_VERSIONS = {"/iiif/3/": 3, "/iiif/2/": 2}
_PREFIX = len("/iiif/3/")
_OPEN = ("Access-Control-Allow-Origin", "*")


def before(others: "WSGIApplication") -> "WSGIApplication":
    """The application that answers images itself, and gives the rest to `others`."""
    shelf = Shelf()

    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        version = _VERSIONS.get(path[:_PREFIX])
        if version is None:
            return others(environ, start)
        method = environ["REQUEST_METHOD"]
        if method not in ("GET", "HEAD"):
            return _no_method(method, start)
        # PATH_INFO is UTF-8 read as Latin-1 (PEP 3333).
        path = path[_PREFIX:].encode("latin-1").decode("utf-8", "replace")
        try:
            status, headers, body = _answer(environ, shelf, version, path)
        except originals.Failed as error:
            status, headers, body = _refused("503 Service Unavailable", f"{error}.")
            headers.append(("Retry-After", "60"))
        headers.append(("Content-Length", str(len(body))))
        start(status, headers)
        return [body] if method == "GET" else []

    return answer


Answer = tuple[str, list[tuple[str, str]], bytes]


def _answer(environ: "WSGIEnvironment", shelf: Shelf, version: int, path: str) -> Answer:
    parts = path.rsplit("/", 4)
    if parts[-1] == "info.json":
        return _information(environ, shelf, version, path[: -len("/info.json")])
    if len(parts) == 5:
        held = shelf.get(parts[0])
        if held is not None:
            return _picture(environ, held, version, parts)
    return _elsewhere(environ, shelf, version, path)


def _picture(environ: "WSGIEnvironment", held: Held, version: int, parts: list[str]) -> Answer:
    shown = held.shown
    if parts[4] == "default.jpg" and parts[3] == "0":
        tile = shown.tile_as_asked(parts[1], parts[2])
        if tile is not None and "HTTP_IF_NONE_MATCH" not in environ:
            return "200 OK", [("Content-Type", "image/jpeg"), *held.headers], tile
    try:
        asked = understood(version, shown.width, shown.height, *parts[1:])
    except Refused as error:
        return _refused("400 Bad Request", str(error))
    headers = [("Content-Type", FORMATS[asked.format]), *held.headers]
    if environ.get("HTTP_IF_NONE_MATCH") == held.tag:
        return "304 Not Modified", headers, b""
    return "200 OK", headers, rendered(shown, asked)


def _information(environ: "WSGIEnvironment", shelf: Shelf, version: int, identifier: str) -> Answer:
    held = shelf.get(identifier)
    if held is None:
        return _unknown()
    try:
        address = _address(environ, version, identifier)
    except DisallowedHost:
        return _refused("400 Bad Request", "Ce nom de machine n’est pas celui de ce site.")
    said = information(version, address, held.shown, held.rights)
    linked = "application/ld+json" in environ.get("HTTP_ACCEPT", "")
    kind = f'application/ld+json;profile="{CONTEXT[version]}"' if linked else "application/json"
    headers = [("Content-Type", kind), ("Vary", "Accept"), *held.headers]
    if environ.get("HTTP_IF_NONE_MATCH") == held.tag:
        return "304 Not Modified", headers, b""
    return "200 OK", headers, json.dumps(said, ensure_ascii=False).encode()


def _elsewhere(environ: "WSGIEnvironment", shelf: Shelf, version: int, path: str) -> Answer:
    """The bare address of a picture leads to its description."""
    if shelf.get(path) is None:
        return _unknown()
    place = f"/iiif/{version}/{quote(path, safe='')}/info.json"
    return "303 See Other", [("Location", place), _OPEN], b""


def _address(environ: "WSGIEnvironment", version: int, identifier: str) -> str:
    path = f"/iiif/{version}/{quote(identifier, safe='')}"
    return WSGIRequest(environ).build_absolute_uri(path)


def _unknown() -> Answer:
    return _refused("404 Not Found", "Aucune notice publiée ne montre cette image.")


def _refused(status: str, sentence: str) -> Answer:
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store"), _OPEN]
    return status, headers, sentence.encode()


def _no_method(method: str, start: "StartResponse") -> Iterable[bytes]:
    allowed = [("Allow", "GET, HEAD, OPTIONS"), ("Content-Length", "0"), _OPEN]
    if method == "OPTIONS":
        more = [
            ("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"),
            ("Access-Control-Allow-Headers", "*"),
            ("Access-Control-Max-Age", "86400"),
        ]
        start("204 No Content", [*allowed[:1], *more, _OPEN])
        return []
    start("405 Method Not Allowed", allowed)
    return []
