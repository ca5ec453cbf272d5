"""The store read in sets, for those who plan changes: light rows, no model objects."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from django.db import connection

from pop.model.schema import Base
from pop.notices.packing import Values, unpack

CLOSED = "@closed"
"""The value that says that a notice is closed: {"cause", "on", "successor"}."""


class Stored(NamedTuple):
    """A notice as planning needs it."""

    id: int
    base: str
    ref: str
    version: int
    values: Values
    flags: str
    producer: str


_COLUMNS = 'id, base, ref, version, "values", flags, producer'


def stored(base: str, refs: Sequence[str]) -> dict[str, Stored]:
    """The notices of that base that exist among those references, in one query."""
    if not refs:
        return {}
    marks = ", ".join(["%s"] * len(refs))
    query = f"SELECT {_COLUMNS} FROM notices_notice WHERE base = %s AND ref IN ({marks})"
    return {notice.ref: notice for notice in _read(query, [base, *refs])}


def stored_by_id(ids: Sequence[int]) -> dict[int, Stored]:
    """The notices of those ids that exist, in one query."""
    if not ids:
        return {}
    marks = ", ".join(["%s"] * len(ids))
    query = f"SELECT {_COLUMNS} FROM notices_notice WHERE id IN ({marks})"
    return {notice.id: notice for notice in _read(query, list(ids))}


def _read(query: str, parameters: list[Any]) -> Iterator[Stored]:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        for id_, base, ref, version, values, flags, producer in cursor.fetchall():
            yield Stored(id_, base, ref, version, unpack(values), flags, producer)


def difference(before: Values, after: Values) -> Values:
    """What changes from the one to the other: {code: [old, new]}, None for an absent field."""
    changed: dict[str, Any] = {}
    for code in before.keys() | after.keys():
        old, new = before.get(code), after.get(code)
        if old != new:
            changed[code] = [old, new]
    return changed


def patched(values: Values, changes: Values, backwards: bool = False) -> Values:
    """The values after those changes, or before them when `backwards`."""
    result = dict(values)
    for code, (old, new) in changes.items():
        value = old if backwards else new
        if value is None:
            result.pop(code, None)
        else:
            result[code] = value
    return result


def references(base: Base, values: Values) -> Iterator[tuple[str, str]]:
    """The references that a notice writes: (field, reference), each once."""
    seen: set[tuple[str, str]] = set()
    for link in base.links:
        for ref in texts(values.get(link.field)):
            pair = (link.field, ref.strip().upper()[:64])
            if pair[1] and pair not in seen:
                seen.add(pair)
                yield pair


def texts(value: Any) -> Iterable[str]:
    """The texts of a value, repeated or not."""
    if isinstance(value, list):
        return [text for text in value if isinstance(text, str) and text]
    return (value,) if isinstance(value, str) and value else ()
