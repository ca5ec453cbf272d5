"""Forms are taken from our own pages only, without a cookie (docs/decisions/0003).

Every browser in use says where a request that may change something comes from: Sec-Fetch-Site,
else Origin. A program that says neither carries nobody's cookies by surprise.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

GetResponse = Callable[[HttpRequest], HttpResponseBase]
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))


def refuse_others(get_response: GetResponse) -> GetResponse:
    """The middleware that answers 403 to what another site's page sends."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.method in SAFE or _is_ours(request):
            return get_response(request)
        return _refused(request)

    return answer


def _is_ours(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()


def _refused(request: HttpRequest) -> HttpResponse:
    return render(request, "403.html", status=403)
