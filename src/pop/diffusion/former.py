"""Addresses of the former sites that still arrive here: each leads where it led."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.request import validate_host
from django.http.response import HttpResponseBase
from django.shortcuts import render

from pop.diffusion.addresses import notice_address, search_address
from pop.search.asking import old_addresses
from pop.search.asking.query import Query

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def without_www(get_response: GetResponse) -> GetResponse:
    """The middleware that leads www.pop… to pop…, where the site answers to both."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        host = request.get_host()
        bare = host.removeprefix("www.")
        if bare != host and validate_host(bare.partition(":")[0], settings.ALLOWED_HOSTS):
            address = f"{request.scheme}://{bare}{request.get_full_path()}"
            return HttpResponsePermanentRedirect(address)
        return get_response(request)

    return answer


def former(request: HttpRequest, rest: str = "") -> HttpResponse:
    """A search, an advanced search, a map or a script of Mistral."""
    found = old_addresses.from_path(request.path, dict(request.GET.lists()))
    if found is None:
        raise Http404(request.path)
    if isinstance(found, Query):
        return HttpResponsePermanentRedirect(search_address(found))
    return HttpResponsePermanentRedirect(notice_address(*found))


def gallery(request: HttpRequest, rest: str = "") -> HttpResponse:
    """A gallery of the former site: none was handed over, and the page says so."""
    return render(request, "diffusion/gallery.html", status=410)
