"""A small batch planned and applied in one transaction: a form saved, a notice closed."""

from collections.abc import Sequence

from django.db import transaction

from pop.changes import applying, planning
from pop.changes.gate import writing
from pop.changes.models import Batch
from pop.changes.planning import Origin
from pop.changes.rows import Report, Row

MOST_ROWS = 200


def change(origin: Origin, rows: Sequence[Row]) -> tuple[Batch, Report]:
    """Plan and apply a few rows; what is refused is in the report. All of it or nothing.

    The store is held once, briefly: another writer waits for the whole, so it must be small.
    """
    if len(rows) > MOST_ROWS:
        raise ValueError(f"{len(rows)} rows are a batch to plan and read before applying")
    with writing(), transaction.atomic():
        batch = planning.open_batch(origin)
        report = planning.plan(batch, origin, rows)
        applying.apply(batch)
        batch.refresh_from_db()
    return batch, report
