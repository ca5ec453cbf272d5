"""The addresses of notices and searches, written in one place."""

from django.urls import reverse

from pop.model import catalogue
from pop.search.address import to_address
from pop.search.query import Query

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
