"""The collection taken away: every notice of the store in one batch, its pictures, its mark.

A store that bears the mark holds nothing real, so that what people changed or added in it goes
too. The batch stays in the history, like any other.
"""

from collections.abc import Callable, Iterator

from django.db import transaction

from pop.accounts.permissions import Actor, Deed, Kind, Role
from pop.changes import applying
from pop.changes.drafting import Drafter
from pop.changes.gate import writing
from pop.changes.ownership import owning
from pop.changes.planning import SLICE, Origin, finish, open_batch
from pop.changes.rows import Report
from pop.demonstration import glossaries
from pop.media import pictures
from pop.notices import demonstration, images, store
from pop.notices.models import Notice
from pop.notices.store import Stored
from pop.search.looks import likeness
from pop.search.upkeep import indexer

_ACTOR = Actor(Kind.OPERATOR, "pop demo --remove", roles=frozenset({Role.ADMINISTRATOR}))
_ORIGIN = Origin(_ACTOR, Deed.FORM, "Retrait de la démonstration")

Progress = Callable[[int, int], None]


def leave(progress: Progress = lambda done, total: None) -> int:
    """Take the demonstration out; how many notices went. Nothing without the mark."""
    if demonstration.held() is None:
        return 0
    total = Notice.objects.count()
    batch, report, shown = open_batch(_ORIGIN), Report(), set[str]()
    drafter = Drafter(batch)
    with owning(batch):
        for notices in _slices():
            for notice in notices:
                shown |= images.checksums(notice.values.get(images.CODE))
            with writing(), transaction.atomic():
                drafter.stage([drafter.delete(notice.id, notice) for notice in notices], [])
            report.rows += len(notices)
            report.updated += len(notices)
        finish(batch, report)
    applying.apply(batch, lambda done: progress(done, total))
    indexer.drain()
    glossaries.take_away()
    with writing(), transaction.atomic():
        pictures.forget(*shown)
    likeness.follow()
    with writing(), transaction.atomic():
        demonstration.end()
    return total


def _slices() -> Iterator[list[Stored]]:
    """Every notice, by id."""
    last = 0
    while ids := list(
        Notice.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:SLICE]
    ):
        yield list(store.stored_by_id(ids).values())
        last = ids[-1]
