"""Opening a file of notices: begin here.

The content decides, never the extension: what is inside an archive, then JSON or a table. A
file is read whole once before its first row is given, so that one which is not what it seems
is refused, with the line and the reason, before anything is written.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Protocol

from pop.changes.rows import Row
from pop.imports import encodings, packages
from pop.imports.json_notices import open_notices
from pop.imports.packages import Piece
from pop.imports.refusals import NotATable, NotRecognised, Unreadable
from pop.imports.tables import open_table
from pop.model.schema import Base

__all__ = ["NotATable", "NotRecognised", "Source", "Unreadable", "open_source"]


class Source(Protocol):
    """Notices of one text, ready to be read.

    path: the file given; name: what people call it, « export.zip › merimee.csv » inside an
    archive; count: its rows; unit: what a row is counted in, in French (« ligne »); bases: the
    most frequent first; form: how it is written; unknown: columns that feed nothing; notes:
    sentences on what is lost or left aside; repairs: what was mended, counted by `rows`.
    """

    path: Path
    name: str
    count: int
    unit: str
    bases: tuple[Base, ...]
    unknown: tuple[str, ...]
    notes: tuple[str, ...]
    repairs: Counter[str]

    @property
    def form(self) -> str: ...

    def rows(self) -> Iterator[Row]: ...


def open_source(path: Path, base: str | None = None) -> list[Source]:
    """The sources of a file: one, or several in a zip.

    `base` is the key of a base, when the file does not tell or must be told. Raises Unreadable
    (NotATable, NotRecognised), whose message names the file, and OSError.
    """
    try:
        pieces = packages.pieces(path)
    except Unreadable as refusal:
        raise refusal.of(path.name) from refusal
    sources: list[Source] = []
    aside: list[Unreadable] = []
    for piece in pieces:
        try:
            sources.append(_open(piece, base))
        except NotATable as refusal:
            aside.append(refusal.of(piece.name))
        except Unreadable as refusal:
            raise refusal.of(piece.name) from refusal
    if not sources:
        raise aside[0]
    left = tuple(f"Laissé de côté : {refusal}" for refusal in aside)
    sources[0].notes = (*sources[0].notes, *left)
    return sources


def _open(piece: Piece, base: str | None) -> Source:
    writing = encodings.examine(piece)
    first = _first_character(encodings.chunks(piece, writing))
    if first in ("{", "["):
        return open_notices(piece, writing, base)
    return open_table(piece, writing, base)


def _first_character(chunks: Iterator[str]) -> str:
    for chunk in islice(chunks, 4):
        if found := chunk.lstrip("\ufeff \t\r\n"):
            return found[0]
    return ""
