"""The permanent addresses of a notice and of its producer, written in one place."""

from django.urls import reverse

from pop.model import catalogue
from pop.model.values.words import normal


def notice_address(base: str, ref: str) -> str:
    """The permanent address of the page of a notice."""
    return reverse("notice", args=[slug(base), ref])


def slug(base: str) -> str:
    """A base in an address."""
    described = catalogue.base(base)
    return described.address or described.key


def producer_slug(label: str) -> str:
    """A producer in an address: the key of its value in the facet, with strokes for spaces. Two
    spellings of one label have one address, two producers never do."""
    return normal(label).replace(" ", "-")


def producer_address(label: str) -> str:
    """The permanent address of the page of a producer."""
    of_one = producer_slug(label)
    return reverse("producer", args=[of_one]) if of_one else reverse("producers")
