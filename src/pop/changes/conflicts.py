"""Rows planned on a notice that has changed since: joined when they can be, else set aside.

Changes of different fields go together. On the same field, the later plan does not overwrite
what it has not seen: the row is kept as a conflict, with the values of both, field by field.
"""

from collections.abc import Mapping
from typing import Any

from django.db import connection

from pop.changes.drafting import Drafter
from pop.changes.models import Batch, Kind, Planned, PlannedLink
from pop.model import catalogue
from pop.model.schema import Field
from pop.notices import documents, images, store
from pop.notices.packing import Values
from pop.notices.store import Stored

_OUTDATED = """SELECT p.id FROM changes_planned p
LEFT JOIN notices_notice n ON n.base = p.base AND n.ref = p.ref
WHERE p.batch_id = %s AND p.id BETWEEN %s AND %s
AND p.kind IN (1, 2, 3, 4) AND NOT p.left_out
AND ((p.kind IN (2, 3) AND (n.id IS NULL OR n.version <> p.version OR n.id <> p.notice_id))
  OR (p.kind IN (1, 4) AND n.id IS NOT NULL)
  OR (p.kind = 4 AND NOT EXISTS (
    SELECT 1 FROM notices_tombstone t
    WHERE t.notice_id = p.notice_id AND t.version = p.version)))"""

KEPT = "La notice a été modifiée depuis sa création : elle est gardée."

# The trade's own dates follow every change: they are no disagreement.
_DATES = frozenset({"DMAJ", "DMIS"})


def settle(batch: Batch, drafter: Drafter, low: int, high: int) -> None:
    """Look at the rows of a slice whose notice has changed; inside its transaction."""
    with connection.cursor() as cursor:
        cursor.execute(_OUTDATED, [batch.pk, low, high])
        outdated = [row[0] for row in cursor.fetchall()]
    for row in Planned.objects.filter(pk__in=outdated):
        current = store.stored(row.base, [row.ref]).get(row.ref)
        if row.kind in (Kind.DELETE, Kind.RESTORE) or current is None:
            _set_aside(row, _gone(row, current))
        else:
            _join(drafter, row, current)


def _gone(row: Planned, current: Stored | None) -> str:
    if current is None:
        return "La notice a été retirée depuis ; rétablissez-la d’abord."
    if row.kind == Kind.DELETE:
        return KEPT
    return "Une notice de même référence existe de nouveau."


def _join(drafter: Drafter, row: Planned, current: Stored) -> None:
    wanted: Values = row.diff or {c: [None, v] for c, v in (row.after or {}).items()}
    clashes = clashing(wanted, current.values)
    if clashes:
        _set_aside(row, in_words(row.base, clashes))
        return
    after = dict(current.values)
    for code, (_, new) in wanted.items():
        if new is None:
            after.pop(code, None)
        else:
            after[code] = new
    if {c: v for c, v in after.items() if c not in _DATES} == {
        c: v for c, v in current.values.items() if c not in _DATES
    }:
        _set_aside(row, "")
        return
    findings = drafter.check(row.base, after)
    key = (row.base, row.ref)
    draft, links = drafter.write(row.line, current.id, current, key, after, findings)
    PlannedLink.objects.filter(batch_id=row.batch_id, notice_id=current.id).delete()
    fields: dict[str, Any] = draft._asdict()
    Planned.objects.filter(pk=row.pk).update(**fields)
    drafter.stage([], links)


def clashing(wanted: Values, current: Values) -> dict[str, tuple[Any, Any, Any]]:
    """Fields on which a planned change and the notice disagree: (planned on, now, wanted)."""
    return {
        code: (old, current.get(code), new)
        for code, (old, new) in wanted.items()
        if code not in _DATES and current.get(code) not in (old, new)
    }


def in_words(base: str, clashes: dict[str, tuple[Any, Any, Any]]) -> str:
    """The disagreement, field by field, in French."""
    fields = catalogue.base(base).fields
    return "\n".join(
        f"{_named(fields, code)} : "
        f"lu « {_said(old)} », devenu « {_said(now)} », proposé « {_said(new)} »."
        for code, (old, now, new) in clashes.items()
    )


def _named(fields: Mapping[str, Field], code: str) -> str:
    if code in (images.CODE, documents.CODE):
        return images.LABEL if code == images.CODE else documents.LABEL
    return f"{fields[code].label or code if code in fields else code} ({code})"


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " ; ".join(map(_said, value))
    if isinstance(value, dict) and "file" in value:
        called = value.get("caption") or value.get("title") or "sans titre"
        return f"{called} ({value['file'][:12]}…)"
    return str(value)


def _set_aside(row: Planned, why: str) -> None:
    """Keep the row out; without a reason it is that there is nothing left to do."""
    if why:
        row.kind = Kind.CONFLICT
        row.note = why
        row.save(update_fields=["kind", "note"])
    else:
        row.delete()
    if row.notice_id is not None:
        PlannedLink.objects.filter(batch_id=row.batch_id, notice_id=row.notice_id).delete()
