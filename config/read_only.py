"""When nothing can be written, forms say so with a page that depends on nothing.

Either the operator wants it (POP_READ_ONLY, while a copy is made or moved), or the database
refuses: a disk that is full, a server that has become a replica. Reading goes on.
"""

from collections.abc import Callable

from django.conf import settings
from django.db import InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from config.same_origin import SAFE

GetResponse = Callable[[HttpRequest], HttpResponseBase]
RETRY_AFTER = 600


class ReadOnly:
    """The middleware: 503, and what to do."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.READ_ONLY and request.method not in SAFE:
            return _refused()
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """What the database refuses to write; other faults are faults."""
        if request.method in SAFE or not isinstance(error, OperationalError | InternalError):
            return None
        return _refused()


def _refused() -> HttpResponse:
    response = HttpResponse(render_to_string("503.html"), status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    return response
