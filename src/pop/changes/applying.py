"""From a plan to the store: slices, each one transaction."""

from collections.abc import Callable
from datetime import date

from django.db import transaction

from pop.changes.models import Batch, Kind, Planned, State
from pop.model.values import day
from pop.notices import generated, producers, store
from pop.notices.models import Notice

SLICE = 1000


class Conflict(Exception):
    """A notice changed between the plan and its application; the message names it."""


def apply(batch: Batch, progress: Callable[[int], None] = lambda done: None) -> int:
    """Apply what the batch planned and has not applied yet; gives back how many notices.

    A batch stopped half-way goes on from where it was when applied again.
    """
    Batch.objects.filter(pk=batch.pk).update(state=State.APPLYING)
    done = 0
    while rows := list(batch.rows.filter(applied=False).order_by("pk")[:SLICE]):
        _apply_slice(batch, rows)
        done += len(rows)
        progress(done)
    batch.state = State.APPLIED
    batch.save(update_fields=["state"])
    return done


def _apply_slice(batch: Batch, rows: list[Planned]) -> None:
    with transaction.atomic():
        existing: dict[tuple[str, str], Notice] = {}
        for key in {row.base for row in rows}:
            refs = [row.ref for row in rows if row.base == key]
            existing |= {(key, ref): n for ref, n in store.stored(key, refs).items()}
        created, updated = [], []
        for row in rows:
            notice = existing.get((row.base, row.ref))
            if (notice.version if notice else 0) != row.version:
                raise Conflict(
                    f"La notice {row.ref} a changé depuis la préparation de cet import : "
                    "préparez-le de nouveau pour voir la différence."
                )
            before = notice.values if notice else {}
            notice = notice or Notice(base=row.base, ref=row.ref)
            notice.values = row.after
            notice.flags = row.flags
            _set_columns(notice)
            if row.kind == Kind.CREATE:
                created.append(notice)
            else:
                updated.append((notice, store.difference(before, row.after)))
        store.write(batch.act, created, updated)
        Planned.objects.filter(pk__in=[row.pk for row in rows]).update(applied=True, after={})


def _set_columns(notice: Notice) -> None:
    """What is drawn from the values for the columns of the table."""
    notice.producer = producers.producer(notice.base, notice.ref, notice.values)
    notice.created_on = _day(notice.values.get("DMIS"))
    notice.updated_on = _day(notice.values.get("DMAJ"))
    point = generated.point(notice.base, notice.values)
    notice.latitude, notice.longitude = point if point else (None, None)
    notice.has_image = generated.has_image(notice.base, notice.values)


def _day(text: str | None) -> date | None:
    return day.parse(text) if text else None
