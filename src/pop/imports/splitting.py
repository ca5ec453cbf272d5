"""Lines of a delimited text → cells, for the four ways in which people use quotes.

NONE: quotes are characters of the values. STANDARD: as in the rules of CSV, read by the csv
module. LOOSE: values in quotes, but quotes inside are not doubled, or one is never closed.
SPARING: only values that hold a separator are in quotes (Gertrude), others keep theirs.
"""

import csv
from collections.abc import Iterator
from enum import Enum
from typing import Final

from pop.imports.refusals import Unreadable

SEPARATORS: Final = ("|", ";", "\t", ",")
# Lines that one value in quotes may hold. Beyond, a quote was opened and never closed.
MOST_LINES: Final = 1_000

csv.field_size_limit(16 * 2**20)


class Quoting(Enum):
    """How values are put in quotes."""

    NONE = "sans guillemets"
    STANDARD = "valeurs entre guillemets"
    LOOSE = "guillemets irréguliers"
    SPARING = "guillemets quand il le faut"


Record = tuple[int, list[str]]


def split(lines: Iterator[str], separator: str, quoting: Quoting, width: int) -> Iterator[Record]:
    """Each record with the line it begins on; blank lines are passed over.

    `width` is how many cells are expected: LOOSE and SPARING use it to tell a quote that
    closes from one that is part of the value. Raises Unreadable, and for STANDARD csv.Error,
    when quotes are broken.
    """
    match quoting:
        case Quoting.NONE:
            return _plain(lines, separator)
        case Quoting.STANDARD:
            return _standard(lines, separator)
        case _:
            return _loose(lines, separator, width, sparing=quoting is Quoting.SPARING)


def _plain(lines: Iterator[str], separator: str) -> Iterator[Record]:
    for number, line in enumerate(lines, 1):
        if line.isspace():
            continue
        yield number, line.rstrip("\r\n").split(separator)


def _standard(lines: Iterator[str], separator: str) -> Iterator[Record]:
    reader = csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=True)
    line = 1
    for record in reader:
        if reader.line_num - line > MOST_LINES:
            raise csv.Error("a quote is never closed")
        if any(record) and not (len(record) == 1 and record[0].isspace()):
            yield line, record
        line = reader.line_num + 1


def _loose(lines: Iterator[str], separator: str, width: int, *, sparing: bool) -> Iterator[Record]:
    numbered = enumerate(lines, 1)
    ahead = next(numbered, None)
    while ahead is not None:
        number, text = ahead[0], ahead[1].rstrip("\r\n")
        ahead = next(numbered, None)
        if not text.strip():
            continue
        taken = 1
        while True:
            cells, closed = _cells(text, separator, width, sparing)
            if closed or _is_row(ahead, separator, width) or (not ahead and len(cells) == width):
                break
            if ahead is None or taken >= MOST_LINES:
                end = f"{taken} lignes plus loin" if ahead else "jusqu’à la fin du fichier"
                raise Unreadable(
                    f"un guillemet ouvert ici n’est pas refermé, {end} ; les valeurs qui suivent "
                    "sont mêlées. Corrigez cette ligne ou exportez de nouveau le tableau.",
                    number,
                )
            text += "\n" + ahead[1].rstrip("\r\n")
            ahead = next(numbered, None)
            taken += 1
        yield number, cells


def _is_row(ahead: tuple[int, str] | None, separator: str, width: int) -> bool:
    """Whether the next line is a whole row: then an open quote before it is a stray one."""
    if ahead is None:
        return False
    text = ahead[1].rstrip("\r\n")
    try:
        # A line that keeps the rules of CSV is as wide as they say: « b"|"c|d" » is two cells.
        return len(next(csv.reader([text], delimiter=separator, strict=True))) == width
    except csv.Error:
        cells, closed = _cells(text, separator, width, sparing=False)
    return closed and len(cells) == width


def _cells(text: str, separator: str, width: int, sparing: bool) -> tuple[list[str], bool]:
    """The cells of a text, and whether its quotes are all closed.

    The first way of reading the quotes that gives the expected number of cells wins.
    """
    plain = text.split(separator)
    if '"' not in text:
        return plain, True
    for pairs in (True, False):
        cells, closed = tokens(text, separator, pairs, sparing)
        if closed and len(cells) == width:
            return cells, True
    if len(plain) == width:
        cells = [_unwrapped(cell, sparing) for cell in plain]
        last = plain[-1].lstrip()
        return cells, not (last.startswith('"') and last.count('"') % 2)
    cells, closed = tokens(text, separator, pairs=True, sparing=sparing)
    return (cells if closed else [_unwrapped(cell, sparing) for cell in plain]), closed


def tokens(text: str, separator: str, pairs: bool, sparing: bool) -> tuple[list[str], bool]:
    """The cells of a text read from left to right, and whether its quotes are all closed.

    A quote that begins a cell is closed by one that a separator or the end follows; when
    `pairs`, two quotes there are one character and close nothing.
    """
    cells: list[str] = []
    place, end = 0, len(text)
    while True:
        if text.startswith('"', place):
            close = _closing(text, separator, place + 1, pairs)
            if close < 0:
                cells.append(text[place:])
                return cells, False
            cells.append(_unwrapped(text[place : close + 1], sparing))
            place = close + 1
        else:
            stop = text.find(separator, place)
            stop = end if stop < 0 else stop
            cells.append(text[place:stop])
            place = stop
        if place >= end:
            return cells, True
        place += 1


def _closing(text: str, separator: str, place: int, pairs: bool) -> int:
    """Where the quote that closes a cell is, or -1."""
    end = len(text)
    while (found := text.find('"', place)) >= 0:
        run = found
        while run < end and text[run] == '"':
            run += 1
        if (run == end or text[run] == separator) and not (pairs and (run - found) % 2 == 0):
            return run - 1
        place = run
    return -1


def enclosed(cell: str) -> bool:
    """Whether a cell is in quotes, those inside doubled."""
    return len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1].replace('""', "")


def needs_quotes(cell: str) -> bool:
    """Whether what is between the quotes is a reason to put some."""
    inside = cell[1:-1]
    return '"' in inside or "\n" in inside or any(mark in inside for mark in SEPARATORS)


def _unwrapped(cell: str, sparing: bool) -> str:
    """A cell without the quotes around it, those inside made single when all are doubled."""
    bare = cell.strip()
    if len(bare) < 2 or not bare[0] == bare[-1] == '"' or (sparing and not needs_quotes(bare)):
        return cell
    inside = bare[1:-1]
    if '"' not in inside:
        return inside
    if '"' not in inside.replace('""', ""):
        return inside.replace('""', '"')
    # « "La Pierre" dite "le Coq" » is no value in quotes: its first inner quote closes one.
    first = inside.index('"')
    opens = first == 0 or not (inside[first - 1].isalnum() or inside[first - 1] in ".!?)»")
    return inside if opens else cell
