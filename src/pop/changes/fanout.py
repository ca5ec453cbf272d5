"""Notices that borrow values from changed ones: marked, never rewritten.

What belongs to another notice is not copied (decision 5): a museum's name on its works, a
photograph on its building. When the one changes, the sequence of the others advances.
"""

from typing import Any

from django.db import connection, transaction

from pop.changes.gate import writing
from pop.changes.models import Fanout
from pop.model import catalogue
from pop.notices import clock

# More than this many at once are left for `drain`, a piece at a time.
AT_ONCE = 2000

_UPSERT = (
    "INSERT INTO notices_stamp (notice_id, sequence, pending) VALUES (%s, %s, %s) "
    "ON CONFLICT (notice_id) DO UPDATE SET sequence = excluded.sequence, pending = excluded.pending"
)


def mark_linked(cursor: Any, here: str, parameters: dict[str, Any]) -> None:
    """Mark what is linked to the rows of a slice, both ways, before its links are rewritten."""
    bases = ", ".join(f"'{key}'" for key in catalogue.bases())
    cursor.execute(
        # `IN`, not a join: SQLite would read every notice of the base for each slice.
        f"""SELECT n.id FROM notices_notice n WHERE n.base IN ({bases}) AND n.ref IN (
        SELECT l.ref FROM changes_planned p JOIN notices_link l ON l.source_id = p.notice_id
        WHERE {here}
        UNION SELECT l.ref FROM changes_planned p
        JOIN changes_plannedlink l ON l.batch_id = p.batch_id AND l.notice_id = p.notice_id
        WHERE {here})""",
        parameters,
    )
    targets = [row[0] for row in cursor.fetchall()]
    cursor.execute(
        f"""SELECT DISTINCT l.source_id FROM changes_planned p JOIN notices_link l ON l.ref = p.ref
        WHERE {here} LIMIT {AT_ONCE + 1}""",
        parameters,
    )
    sources = [row[0] for row in cursor.fetchall()]
    if len(sources) > AT_ONCE:
        sources = []
        cursor.execute(
            f"""INSERT INTO changes_fanout (base, ref, beyond) SELECT p.base, p.ref, 0
            FROM changes_planned p WHERE {here}
            AND EXISTS (SELECT 1 FROM notices_link l WHERE l.ref = p.ref)""",
            parameters,
        )
    mark(cursor, sorted({*targets, *sources}))


def mark(cursor: Any, notices: list[int]) -> None:
    """Advance the sequence of these notices. Inside a transaction."""
    if notices:
        first = clock.advance(len(notices))
        rows = [(id_, first + place, True) for place, id_ in enumerate(notices)]
        cursor.executemany(_UPSERT, rows)


def drain() -> None:
    """Mark, a piece at a time, what was too many for one go."""
    while Fanout.objects.exists():
        with writing(), transaction.atomic(), connection.cursor() as cursor:
            clock.advance(0)
            waiting = Fanout.objects.order_by("pk").first()
            if waiting is None:
                return
            cursor.execute(
                "SELECT DISTINCT source_id FROM notices_link WHERE ref = %s AND source_id > %s "
                "ORDER BY source_id LIMIT %s",
                [waiting.ref, waiting.beyond, AT_ONCE],
            )
            sources = [row[0] for row in cursor.fetchall()]
            mark(cursor, sources)
            if len(sources) < AT_ONCE:
                waiting.delete()
            else:
                waiting.beyond = sources[-1]
                waiting.save(update_fields=["beyond"])
