"""What an interrupted process left: begun batches are finished, plans never ended are dropped."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from pop.changes import applying, fanout
from pop.changes.gate import writing
from pop.changes.models import Batch, Planned, PlannedLink, State
from pop.changes.ownership import Busy, owning

# Seconds left to a process between opening a batch and taking it in hand.
JUST_OPENED = 10


def recover() -> list[int]:
    """Finish forward what was being applied; forget what was being planned. Batches finished.

    A batch that a living process is working on is left alone, and so is one just opened: its
    process is about to take it in hand.
    """
    finished = []
    waiting = Batch.objects.filter(state__in=(State.PLANNING, State.APPLYING)).order_by("pk")
    opened_before = timezone.now() - timedelta(seconds=JUST_OPENED)
    for batch in waiting.exclude(state=State.PLANNING, act__at__gt=opened_before):
        try:
            if batch.state == State.APPLYING:
                applying.apply(batch)
                finished.append(batch.pk)
            else:
                with owning(batch):
                    cancel(batch)
        except Busy:
            continue
    fanout.drain()
    return finished


def forget(batch: Batch) -> None:
    """A trial: abandon the batch and leave no trace of it."""
    if cancel(batch):
        with writing(), transaction.atomic():
            act = batch.act
            batch.delete()
            act.delete()


def cancel(batch: Batch) -> bool:
    """Abandon a batch that has not begun to be applied; whether it could be."""
    with writing(), transaction.atomic():
        stopped = Batch.objects.filter(
            pk=batch.pk, state__in=(State.PLANNING, State.PLANNED)
        ).update(state=State.CANCELLED)
        if stopped:
            PlannedLink.objects.filter(batch=batch).delete()
            Planned.objects.filter(batch=batch).delete()
    return bool(stopped)
