"""The store filled with the crowd WITHOUT the door, for the bench of search alone.

Rows of notices, stamps and links are written in bulk: no batch, no check, no revision, no flag.
The door has a bench of its own (`door.py`); here only what search reads must be there.
"""

import gc
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from django.db import connection, connections, transaction

from bench.crowd import Crowd
from bench.lexicon import Lexicon
from pop.model import catalogue
from pop.notices.packing import pack
from pop.notices.store import references

MAKERS = 2
# Pieces made and not yet written: enough to keep the makers busy, few enough for the memory.
AHEAD = 24
_NOTICE = (
    'INSERT INTO notices_notice (id, base, ref, "values", version, producer, updated_on, '
    "latitude, longitude, has_image, flags) VALUES"
)
_STAMP = "INSERT INTO notices_stamp (notice_id, sequence, pending) VALUES"
_LINK = "INSERT INTO notices_link (source_id, base, field, ref) VALUES"

Rows = tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]

_crowd: Crowd


def fill(count: int, seed: int = 1) -> float:
    """Put the crowd in an empty store; seconds taken."""
    global _crowd
    start = time.perf_counter()
    _crowd = Crowd(Lexicon(seed), count, seed)
    connections.close_all()
    # The makers share the words; looking for garbage among them would copy them.
    gc.freeze()
    with get_context("fork").Pool(MAKERS) as makers, _without_indexes("notices_link"):
        first = 1
        pieces = _crowd.pieces()
        for begun in range(0, len(pieces), AHEAD):
            numbered = []
            for piece in pieces[begun : begun + AHEAD]:
                numbered.append((first, *piece))
                first += piece[2]
            with transaction.atomic():
                for notices, links in makers.imap(_rows, numbered):
                    _insert(_NOTICE, notices)
                    _insert(_STAMP, [(row[0], row[0], False) for row in notices])
                    _insert(_LINK, links)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM notices_clock")
        cursor.execute(
            "INSERT INTO notices_clock (id, sequence, notices) VALUES (1, %s, %s)", [count, count]
        )
    return time.perf_counter() - start


def _rows(piece: tuple[int, str, int, int]) -> Rows:
    """The rows of one piece, made in a process of its own."""
    number, base, first, count = piece
    described = catalogue.base(base)
    notices, links = [], []
    for id_, made in enumerate(_crowd.piece(base, first, count), number):
        latitude, longitude = made.place or (None, None)
        notices.append(
            (id_, base, made.ref, pack(made.values), 1, made.producer, made.updated, latitude,
             longitude, made.image, "")
        )  # fmt: skip
        links += [(id_, base, field, ref) for field, ref in references(described, made.values)]
    return notices, links


def _insert(statement: str, rows: list[tuple[Any, ...]]) -> None:
    if not rows:
        return
    if connection.vendor == "postgresql":
        table = statement.removeprefix("INSERT INTO ").removesuffix(" VALUES")
        with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        return
    connection.ensure_connection()
    marks = ",".join("?" * len(rows[0]))
    connection.connection.executemany(f"{statement} ({marks})", rows)


@contextmanager
def _without_indexes(table: str) -> Iterator[None]:
    """Indexes of a table dropped, then made again at once: cheaper than row by row."""
    query = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql <> ''"
        if connection.vendor == "sqlite"
        else "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s "
        "AND indexname NOT LIKE '%%_pkey'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [table])
        indexes: Iterable[tuple[str, str]] = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
    connections.close_all()
    yield
    with connection.cursor() as cursor:
        for _, definition in indexes:
            cursor.execute(definition)
        cursor.execute("ANALYZE")
