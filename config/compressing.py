"""Answers packed with gzip: words, never pictures nor typefaces, which are packed already.

Django's own middleware adds bytes at random, so that the length tells nothing of a secret (BREACH).
"""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

PACKED = ("text/", "application/json", "application/ld+json", "image/svg+xml", "application/xml")


class PackWords(GZipMiddleware):
    """Packs what gains by it."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not response.headers.get("Content-Type", "").startswith(PACKED):
            return response
        packed: HttpResponseBase = super().process_response(request, response)
        return packed
