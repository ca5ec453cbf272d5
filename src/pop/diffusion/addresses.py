"""The addresses of notices and searches, written in one place."""

from django.urls import reverse
from msgspec.structs import replace

from pop.notices.addresses import notice_address as notice_address
from pop.notices.addresses import producer_address as producer_address
from pop.notices.addresses import producer_slug as producer_slug
from pop.notices.addresses import slug
from pop.search.asking.address import to_address
from pop.search.asking.query import Query, Sort

RANK = "rang"
"""The parameter of the rank of a result."""


def report_address(base: str, ref: str) -> str:
    """Where an error of a notice is reported."""
    return reverse("report", args=[slug(base), ref])


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


def museums_address(query: Query) -> str:
    """The address of the list of museums that a search of museums asks for."""
    asked = to_address(replace(query, bases=(), sort=Sort.RELEVANCE, view=None))
    return reverse("museums") + (f"?{asked}" if asked else "")
