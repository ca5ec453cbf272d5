"""Writing notices, many at a time: values, history and marks in one transaction.

Only the room `changes` calls these functions.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from pop.notices.clock import advance
from pop.notices.models import Act, Mark, Notice, Revision
from pop.notices.packing import Values

# Columns that follow the values of a notice.
_COLUMNS = (
    "values", "version", "sequence", "producer", "created_on", "updated_on",
    "latitude", "longitude", "has_image", "flags",
)  # fmt: skip


def stored(base: str, refs: Sequence[str]) -> dict[str, Notice]:
    """The notices of that base that exist among those references, in one query."""
    return {notice.ref: notice for notice in Notice.objects.filter(base=base, ref__in=refs)}


def difference(before: Values, after: Values) -> Values:
    """What changes from the one to the other: {code: [old, new]}, None for an absent field."""
    changed: dict[str, Any] = {}
    for code in before.keys() | after.keys():
        old, new = before.get(code), after.get(code)
        if old != new:
            changed[code] = [old, new]
    return changed


def write(act: Act, created: Iterable[Notice], updated: Iterable[tuple[Notice, Values]]) -> None:
    """Store new notices, and notices changed with their differences, as one transaction.

    Versions, sequence numbers, revisions and marks "to be indexed" are set here.
    """
    new = list(created)
    changed = list(updated)
    with transaction.atomic():
        numbers = iter(advance(len(new) + len(changed)))
        for notice in new:
            notice.version = 1
            notice.sequence = next(numbers)
        Notice.objects.bulk_create(new)
        for notice, _ in changed:
            notice.version += 1
            notice.sequence = next(numbers)
        Notice.objects.bulk_update([notice for notice, _ in changed], _COLUMNS)
        Revision.objects.bulk_create(
            [Revision(notice=notice, version=1, act=act) for notice in new]
            + [
                Revision(notice=notice, version=notice.version, act=act, changes=values)
                for notice, values in changed
            ]
        )
        Mark.objects.bulk_create(
            [Mark(notice=n, sequence=n.sequence) for n in (*new, *(n for n, _ in changed))],
            update_conflicts=True,
            unique_fields=["notice"],
            update_fields=["sequence"],
        )
