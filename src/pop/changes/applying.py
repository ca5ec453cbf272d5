"""From a plan to the store: slices, each one transaction of a few statements over sets.

A batch that has begun always ends: whoever finds it half-way (`recovery`) calls `apply` again.
"""

import time
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction

from pop.changes import conflicts, fanout, statistics
from pop.changes.drafting import Drafter
from pop.changes.gate import writing
from pop.changes.models import Batch, Kind, State
from pop.changes.ownership import owning
from pop.notices import clock

# A slice should hold the store for about this long: no other writer waits twice as long.
GOAL = 0.08
FIRST_SLICE, SMALLEST, LARGEST = 500, 50, 4000

Progress = Callable[[int], None]


class NotReady(Exception):
    """The batch is not in a state to be applied; the message says which, in French."""


def apply(batch: Batch, progress: Progress = lambda done: None) -> int:
    """Apply what the batch planned and has not applied yet; gives back how many rows.

    Raises NotReady, or Busy when another process is at it.
    """
    with owning(batch):
        batch.refresh_from_db()
        if batch.state not in (State.PLANNED, State.APPLYING):
            raise NotReady(f"Le lot {batch.pk} est {batch.get_state_display()} : rien à appliquer.")
        with writing(), transaction.atomic():
            Batch.objects.filter(pk=batch.pk).update(state=State.APPLYING)
        drafter = Drafter(batch)
        done, last, size, known = 0, 0, FIRST_SLICE, statistics.FEW
        while True:
            start = time.monotonic()
            with writing(), transaction.atomic():
                applied = _slice(batch, drafter, last, size)
            if not applied:
                break
            fanout.drain()
            done, last = done + len(applied), applied[-1]
            progress(done)
            if done > known:
                statistics.renew(*statistics.NOTICES)
                known = done * 2
            size = _next_size(size, time.monotonic() - start)
        with writing(), transaction.atomic():
            _finish(batch)
    return done


def _next_size(size: int, seconds: float) -> int:
    wanted = int(size * GOAL / max(seconds, 0.001))
    return max(SMALLEST, min(LARGEST, wanted, size * 2))


def _finish(batch: Batch) -> None:
    batch.conflicts = batch.rows.filter(kind=Kind.CONFLICT).count()
    batch.state = State.APPLIED
    batch.save(update_fields=["state", "conflicts"])


_HERE = (
    "p.batch_id = %(batch)s AND p.id BETWEEN %(low)s AND %(high)s "
    "AND p.kind IN (1, 2, 3, 4) AND NOT p.left_out"
)
_COLUMNS = (
    '"values", version, producer, created_on, updated_on, latitude, longitude, has_image, flags, '
    "digest"
)
_AFTER = (
    "p.after, p.version + 1, p.producer, p.created_on, p.updated_on, p.latitude, p.longitude, "
    "p.has_image, p.flags, p.digest"
)
_SET = ", ".join(
    f"{column} = {value}"
    for column, value in zip(_COLUMNS.split(", "), _AFTER.split(", "), strict=True)
)

# Each is one statement over the slice; `first` is the first sequence number taken for it.
# « +l.id »: in the order of an index, SQLite would read the links of the whole batch each time.
_STATEMENTS = (
    # Stamps of the notices themselves.
    f"""INSERT INTO notices_stamp (notice_id, sequence, pending)
    SELECT p.notice_id, %(first)s - 1 + ROW_NUMBER() OVER (ORDER BY p.id), %(true)s
    FROM changes_planned p WHERE {_HERE}
    ON CONFLICT (notice_id) DO UPDATE SET sequence = excluded.sequence, pending = excluded.pending
    """,
    f"""INSERT INTO notices_tombstone (notice_id, base, ref, version, act_id, sequence)
    SELECT p.notice_id, p.base, p.ref, p.version + 1, %(act)s, s.sequence
    FROM changes_planned p JOIN notices_stamp s ON s.notice_id = p.notice_id
    WHERE {_HERE} AND p.kind = 3""",
    f"""DELETE FROM notices_notice WHERE id IN (
    SELECT p.notice_id FROM changes_planned p WHERE {_HERE} AND p.kind = 3)""",
    f"""DELETE FROM notices_tombstone WHERE notice_id IN (
    SELECT p.notice_id FROM changes_planned p WHERE {_HERE} AND p.kind = 4)""",
    f"""INSERT INTO notices_notice (id, base, ref, {_COLUMNS})
    SELECT p.notice_id, p.base, p.ref, {_AFTER}
    FROM changes_planned p WHERE {_HERE} AND p.kind IN (1, 4)""",
    f"""UPDATE notices_notice SET {_SET} FROM changes_planned p
    WHERE {_HERE} AND p.kind = 2 AND notices_notice.id = p.notice_id""",
    f"""INSERT INTO notices_revision (notice_id, version, act_id, changes)
    SELECT p.notice_id, p.version + 1, %(act)s, p.diff FROM changes_planned p WHERE {_HERE}""",
    f"""DELETE FROM notices_link WHERE source_id IN (
    SELECT p.notice_id FROM changes_planned p WHERE {_HERE} AND p.relinks AND p.kind <> 1)""",
    f"""INSERT INTO notices_link (source_id, base, field, ref)
    SELECT l.notice_id, p.base, l.field, l.ref
    FROM changes_planned p
    JOIN changes_plannedlink l ON l.batch_id = p.batch_id AND l.notice_id = p.notice_id
    WHERE {_HERE} AND p.relinks AND p.kind <> 3 ORDER BY +l.id""",
    f"""DELETE FROM changes_plannedlink WHERE batch_id = %(batch)s AND notice_id IN (
    SELECT p.notice_id FROM changes_planned p WHERE {_HERE})""",
    f"DELETE FROM changes_planned WHERE id IN (SELECT p.id FROM changes_planned p WHERE {_HERE})",
)  # the fragments are constants of this file


def _slice(batch: Batch, drafter: Drafter, after: int, size: int) -> list[int]:
    """Apply the rows after that one; those that were seen to, none when none is left."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM changes_planned WHERE batch_id = %s AND kind IN (1, 2, 3, 4) "
            "AND NOT left_out AND id > %s ORDER BY id LIMIT %s",
            [batch.pk, after, size],
        )
        ids = [row[0] for row in cursor.fetchall()]
        if not ids:
            return []
        # Locks the clock, so that what is read below stays true until the end of the slice.
        first = clock.advance(len(ids))
        conflicts.settle(batch, drafter, ids[0], ids[-1])
        here: dict[str, Any] = {
            "batch": batch.pk,
            "low": ids[0],
            "high": ids[-1],
            "act": batch.act_id,
            "first": first,
            "true": True,
        }
        fanout.mark_linked(cursor, _HERE, here)
        for statement in _STATEMENTS:
            cursor.execute(statement, here)
    return ids
