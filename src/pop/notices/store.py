"""The store read in sets, for those who plan changes: light rows, no model objects."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import psycopg
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


class Known(NamedTuple):
    """What of a notice tells whether a row is to be merged with it: see Notice.digest."""

    id: int
    flags: str
    digest: bytes | None


_COLUMNS = 'id, base, ref, version, "values", flags, producer'


def known(base: str, refs: Sequence[str]) -> dict[str, Known]:
    """The notices of that base that exist among those references, without their values."""
    rows = _of_refs("ref, id, flags, digest", base, refs)
    return {ref: Known(id_, flags, digest) for ref, id_, flags, digest in rows}


def stored(base: str, refs: Sequence[str]) -> dict[str, Stored]:
    """The notices of that base that exist among those references, in one query."""
    return {notice.ref: notice for notice in _read(_of_refs(_COLUMNS, base, refs))}


def stored_by_id(ids: Sequence[int]) -> dict[int, Stored]:
    """The notices of those ids that exist, in one query."""
    if not ids:
        return {}
    query = f"SELECT {_COLUMNS} FROM notices_notice WHERE id"
    if connection.vendor == "postgresql":
        rows = fetch(f"{query} = ANY(%s)", [list(ids)])
    else:
        rows = fetch(f"{query} IN ({_marks(ids)})", ids)
    return {notice.id: notice for notice in _read(rows)}


def _of_refs(columns: str, base: str, refs: Sequence[str]) -> list[Any]:
    if not refs:
        return []
    if connection.vendor != "postgresql":
        query = f"SELECT {columns} FROM notices_notice WHERE base = %s AND ref IN ({_marks(refs)})"
        return fetch(query, [base, *refs])
    # One look in the index a reference, whatever the server knows of the table: just after a
    # load it knows nothing, and would read the whole base.
    return fetch(
        f"""SELECT {columns} FROM unnest(%s::text[]) AS wanted (name) CROSS JOIN LATERAL (
        SELECT * FROM notices_notice WHERE base = %s AND ref = wanted.name LIMIT 1) AS found""",
        [list(refs), base],
    )


def fetch(query: str, parameters: Sequence[Any]) -> list[Any]:
    """The rows of a query as plain tuples.

    On PostgreSQL they come in binary: packed values would otherwise be spelled out in
    hexadecimal by the server, and read back here.
    """
    if connection.vendor != "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(query, parameters)
            return list(cursor.fetchall())
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as raw:
        raw.execute(query, parameters, binary=True)
        return raw.fetchall()


def _marks(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values))


def _read(rows: list[Any]) -> Iterator[Stored]:
    for id_, base, ref, version, values, flags, producer in rows:
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
