"""Reading notices: one, many, how many."""

from collections.abc import Sequence

from django.db.models import Count

from pop.model import catalogue
from pop.notices.models import Notice


def get(base: str, ref: str) -> Notice | None:
    """The notice of that base and reference, or None. The case of the reference is ignored."""
    return Notice.objects.filter(base=base, ref=ref.upper()).first()


def elsewhere(ref: str) -> Notice | None:
    """A notice of that reference in any base: for addresses that name the wrong one."""
    return Notice.objects.filter(ref=ref.upper(), base__in=catalogue.bases()).first()


def many(keys: Sequence[int]) -> list[Notice]:
    """The notices of those keys, in that order, in one query; absent ones are left out."""
    found = Notice.objects.in_bulk(keys)
    return [found[key] for key in keys if key in found]


def counts() -> dict[str, int]:
    """How many notices each base holds, bases without any included."""
    counted = dict.fromkeys(catalogue.bases(), 0)
    rows = Notice.objects.values("base").annotate(number=Count("pk")).order_by()
    counted.update({row["base"]: row["number"] for row in rows})
    return counted
