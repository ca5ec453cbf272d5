"""An image, or a document, out of every notice, revision and plan that holds it.

Nothing in the database says which do: everything is read, by slices and without holding
anybody up, then rewritten, and read again until nothing holds it any more.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection, models, transaction

from pop.changes.gate import writing
from pop.changes.models import Kind, Planned
from pop.changes.redrawing import redraw, rewrite
from pop.notices import clock, documents, images
from pop.notices.models import Notice, Revision
from pop.notices.packing import Values, mentions, unpack

_LISTS = (images.CODE, documents.CODE)
SLICE = 5000
# Rewritten in one transaction: another writer waits for that long at most.
AT_ONCE = 50

removers: list[Callable[[str], None]] = []
"""What else forgets an image, given its checksum: whoever keeps its bytes adds itself here."""

_HOLDERS: tuple[tuple[type[models.Model], str], ...] = (
    (
        Planned,
        "SELECT id, after, diff FROM changes_planned WHERE id > %s ORDER BY id LIMIT %s",
    ),
    (
        Revision,
        "SELECT id, changes FROM notices_revision WHERE id > %s ORDER BY id LIMIT %s",
    ),
    (
        Notice,
        'SELECT id, "values" FROM notices_notice WHERE id > %s ORDER BY id LIMIT %s',
    ),
)


def is_held(checksum: str) -> bool:
    """Whether some notice, revision or plan holds that image."""
    return next(_holders(checksum), None) is not None


def remove(checksum: str) -> int:
    """Remove it everywhere; how many notices, revisions and planned rows held it."""
    done = 0
    while found := list(_holders(checksum)):
        for start in range(0, len(found), AT_ONCE):
            with writing(), transaction.atomic():
                clock.advance(0)  # nothing is being applied meanwhile
                for model, key in found[start : start + AT_ONCE]:
                    _clean(model, key, checksum)
        done += len(found)
    with writing(), transaction.atomic():
        # A conflict tells in words the images of both sides.
        told = Planned.objects.filter(kind=Kind.CONFLICT, note__contains=checksum[:12])
        told.update(note="L’image en cause a été expurgée.")
    for remover in removers:
        remover(checksum)
    return done


def _holders(checksum: str) -> Iterator[tuple[type[models.Model], int]]:
    """Plans first, then revisions, then notices: the way values go."""
    for model, query in _HOLDERS:
        last = 0
        while True:
            with connection.cursor() as cursor:
                cursor.execute(query, [last, SLICE])
                rows = cursor.fetchall()
            if not rows:
                break
            last = rows[-1][0]
            for key, *values in rows:
                if any(value is not None and _holds(value, checksum) for value in values):
                    yield model, key


def _holds(packed: bytes | memoryview, checksum: str) -> bool:
    """Whether a list of these values, or of these changes, names it."""
    if not mentions(packed, checksum):
        return False
    values = unpack(packed)
    lists = [values.get(code) or () for code in _LISTS]
    return any(checksum in images.checksums(one) for value in lists for one in (value, *value))


def _clean(model: type[models.Model], key: int, checksum: str) -> None:
    row: Any = model._default_manager.filter(pk=key).first()
    if isinstance(row, Planned):
        redraw(row, _less(row.after, checksum), _less_change(row.diff, checksum))
    elif isinstance(row, Revision):
        row.changes = _less_change(row.changes, checksum)
        row.save(update_fields=["changes"])
    elif isinstance(row, Notice):
        rewrite(row, _less(row.values, checksum) or {})


def _less(values: Values | None, checksum: str) -> Values | None:
    if not values:
        return values
    left = dict(values)
    for code in _LISTS:
        if code in values:
            left[code] = images.without(values[code], checksum)
            if left[code] is None:
                del left[code]
    return left


def _less_change(changes: Values | None, checksum: str) -> Values | None:
    if not changes:
        return changes
    left = dict(changes)
    for code in _LISTS:
        if code in changes:
            old, new = (images.without(value, checksum) for value in changes[code])
            left[code] = [old, new]
            if old == new:
                del left[code]
    return left
