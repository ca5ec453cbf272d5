"""A plan as people read it before saying yes: what changes, what is refused, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass

from pop.changes.gate import writing
from pop.changes.models import Batch, Kind, Planned, State
from pop.notices.packing import Values

PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the plan: {code: [old, new]} for what it changes, a note when it will not."""

    id: int
    line: int
    base: str
    ref: str
    kind: Kind
    changes: Values
    flags: tuple[str, ...]
    left_out: bool
    note: str


def page(batch: Batch, after: int = 0, kind: Kind | None = None, size: int = PAGE) -> list[Line]:
    """The rows that follow that one (0 for the first page), of one kind or of all."""
    rows = Planned.objects.filter(batch=batch, pk__gt=after).order_by("pk")
    if kind is not None:
        rows = rows.filter(kind=kind)
    return [_line(row) for row in rows[:size]]


def stream(batch: Batch, kind: Kind | None = None) -> Iterator[Line]:
    """The whole plan, a page at a time in memory."""
    after = 0
    while lines := page(batch, after, kind, 500):
        yield from lines
        after = lines[-1].id


def leave_out(batch: Batch, rows: list[int], out: bool = True) -> int:
    """Leave rows out of a plan that is ready (or take them back); how many were."""
    if batch.state != State.PLANNED:
        return 0
    with writing():
        return batch.rows.filter(pk__in=rows).update(left_out=out)


def _line(row: Planned) -> Line:
    changes = row.diff
    if changes is None and row.after is not None:
        changes = {code: [None, value] for code, value in row.after.items()}
    return Line(
        id=row.pk,
        line=row.line,
        base=row.base,
        ref=row.ref,
        kind=Kind(row.kind),
        changes=changes or {},
        flags=tuple(row.flags.split()),
        left_out=row.left_out,
        note=row.note,
    )
