"""Pictures asked as a browser does, in this process: what stands before Django's pages."""

from typing import Any
from unittest.mock import patch
from wsgiref.util import setup_testing_defaults

from config.wsgi import pages
from pop.iiif.image_server import before


def image_of(path: str) -> tuple[int, bytes]:
    """The status and the bytes that an address under /iiif/3/ or /iiif/2/ answers."""
    environ: dict[str, Any] = {"PATH_INFO": path, "HTTP_HOST": "localhost"}
    setup_testing_defaults(environ)
    told: list[str] = []

    def start(status: str, headers: Any, error: Any = None) -> Any:
        told.append(status)

    # The connection of a test lives longer than a request: Django's own test client keeps it too.
    # Nothing that another test found is trusted.
    with patch("pop.iiif.held.close_old_connections"):
        body = b"".join(before(pages)(environ, start))
    return int(told[0].split()[0]), body
