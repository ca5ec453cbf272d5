"""Where each notice stands in the platform's time, and which of them the index does not show yet.

A notice is marked in the transaction that changes it (`Stamp`); its mark goes only once the index
shows the change. A notice that was taken away keeps its place in time.
"""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Max, QuerySet

from pop.changes.gate import writing
from pop.notices.models import Stamp

SLICE = 2000

Marks = list[tuple[int, int]]
"""(key of the notice, place in time) pairs."""


def now() -> int:
    """The last place in time."""
    return Stamp.objects.aggregate(last=Max("sequence"))["last"] or 0


def lag() -> int:
    """How many notices wait to be indexed."""
    return Stamp.objects.filter(pending=True).count()


def changed(after: int, until: int) -> "QuerySet[Stamp]":
    """What changed past a place in time, up to another one, indexed or not."""
    return Stamp.objects.filter(sequence__gt=after, sequence__lte=until)


def pending(until: int) -> "QuerySet[Stamp]":
    """What waits to be indexed, changed up to that place in time."""
    return Stamp.objects.filter(pending=True, sequence__lte=until)


def slices(stamps: "QuerySet[Stamp]") -> Iterator[Marks]:
    """Those marks by slices, in the order of time."""
    last = 0
    while marks := _next(stamps, last):
        yield marks
        last = marks[-1][1]


def _next(stamps: "QuerySet[Stamp]", after: int) -> Marks:
    later = stamps.filter(sequence__gt=after).order_by("sequence")
    return list(later.values_list("notice_id", "sequence")[:SLICE])


def keys(marks: Marks) -> list[int]:
    """The notices of those marks."""
    return [key for key, _ in marks]


def clear(marks: Marks) -> None:
    """The index shows these; a notice marked again since keeps its newer mark."""
    for start in range(0, len(marks), SLICE):
        part = marks[start : start + SLICE]
        with writing(), transaction.atomic():
            Stamp.objects.filter(
                notice_id__in=keys(part), sequence__lte=max(place for _, place in part)
            ).update(pending=False)
