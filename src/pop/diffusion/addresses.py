"""The addresses of notices and searches, written in one place."""

from django.urls import reverse

from pop.model import catalogue
from pop.search.address import to_address
from pop.search.query import Query


def notice_address(base: str, ref: str) -> str:
    """The permanent address of a notice."""
    described = catalogue.base(base)
    return reverse("notice", args=[described.address or described.key, ref])


def search_address(query: Query) -> str:
    """The address of a page of results."""
    asked = to_address(query)
    return reverse("results") + (f"?{asked}" if asked else "")
