"""The addresses of notices and searches, written in one place."""

from django.urls import reverse
from msgspec.structs import replace

from pop.model import catalogue
from pop.model.values.words import normal
from pop.search.address import to_address
from pop.search.query import Query, Sort

RANK = "rang"
"""The parameter of the rank of a result."""


def notice_address(base: str, ref: str) -> str:
    """The permanent address of a notice."""
    described = catalogue.base(base)
    return reverse("notice", args=[described.address or described.key, ref])


def report_address(base: str, ref: str) -> str:
    """Where an error of a notice is reported."""
    described = catalogue.base(base)
    return reverse("report", args=[described.address or described.key, ref])


def result_address(base: str, ref: str, query: Query, rank: int) -> str:
    """The address of a notice found by a search, at that rank: its page leads to the next ones."""
    asked = to_address(query.first_page())
    return f"{notice_address(base, ref)}?{asked}{'&' if asked else ''}{RANK}={rank}"


def search_address(query: Query) -> str:
    """The address of a page of results."""
    asked = to_address(query)
    return reverse("results") + (f"?{asked}" if asked else "")


def advanced_address(query: Query) -> str:
    """The address of the advanced search, filled with that search."""
    asked = to_address(query.first_page())
    return reverse("advanced") + (f"?{asked}" if asked else "")


def producer_slug(label: str) -> str:
    """A producer in an address: the key of its value in the facet, with strokes for spaces. Two
    spellings of one label have one address, two producers never do."""
    return normal(label).replace(" ", "-")


def producer_address(label: str) -> str:
    """The permanent address of the page of a producer."""
    slug = producer_slug(label)
    return reverse("producer", args=[slug]) if slug else reverse("producers")


def museums_address(query: Query) -> str:
    """The address of the list of museums that a search of museums asks for."""
    asked = to_address(replace(query, bases=(), sort=Sort.RELEVANCE, view=None))
    return reverse("museums") + (f"?{asked}" if asked else "")
