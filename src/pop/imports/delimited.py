"""Delimited text as institutions send it: separator and quoting found by reading it whole.

The reading is quick and keeps nothing; it also says whether the rows stand in their columns,
so that a file whose columns slipped is refused before anything is written.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from pop.imports import encodings, signatures
from pop.imports.encodings import Writing
from pop.imports.packages import Piece
from pop.imports.refusals import NotATable, Unreadable
from pop.imports.splitting import (
    SEPARATORS,
    Quoting,
    Record,
    enclosed,
    needs_quotes,
    split,
    tokens,
)
from pop.model.values.typography import quoted

__all__ = ["Dialect", "Layout", "examine", "records"]

# What the beginning is guessed from.
_SAMPLE_LINES: Final = 500
_SAMPLE_CHARACTERS: Final = 2**18
# A line longer than any row: this is no table.
_LONGEST_LINE: Final = 32 * 2**20
# Rows that may have another number of cells than the header and be kept, flagged one by one.
FEW_ODD: Final = 10
MANY_ODD: Final = 1_000

_NAMES: Final = {"|": "barre |", ";": "point-virgule", ",": "virgule", "\t": "tabulation"}
# Nobody writes a reference with quotes that would be its own.
_QUOTED_REFERENCE: Final = re.compile(r'"(?=[A-Z-]*[0-9])[A-Z0-9-]{4,20}"(?![^|;,\t])')
_EXCEL_SEPARATOR: Final = re.compile(r'\s*"?sep=(.)"?\s*$', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written; `skipped`: lines before the header (« sep=; »)."""

    separator: str
    quoting: Quoting
    header: tuple[str, ...]
    skipped: int = 0

    @property
    def words(self) -> str:
        """The separator and the quotes, for people."""
        return f"{_NAMES[self.separator]}, {self.quoting.value}"


@dataclass(slots=True)
class Layout:
    """What a whole reading counts: rows, and those that are not as wide as the header."""

    rows: int = 0
    odd: int = 0
    examples: list[tuple[int, int]] = field(default_factory=list)
    markup: int = 0

    def add(self, line: int, cells: list[str], width: int) -> None:
        """Count one row; cells that are empty beyond the header do not count."""
        self.rows += 1
        if len(cells) != width and not spare(cells, width):
            self.odd += 1
            if len(self.examples) < 5:
                self.examples.append((line, len(cells)))
            if not self.markup and signatures.markup(cells[0]):
                self.markup = line

    @property
    def slipped(self) -> bool:
        """Whether so many rows are odd that the columns cannot be trusted."""
        return (
            self.odd * 2 > self.rows
            or (self.odd > FEW_ODD and self.odd * 100 > self.rows)
            or self.odd > MANY_ODD
        )


def spare(cells: list[str], width: int) -> bool:
    """Whether what a row has beyond the header is empty: a separator too many at the end."""
    return len(cells) > width and not any(cell.strip() for cell in cells[width:])


Watch = Callable[[int, list[str]], None]


def examine(
    piece: Piece, writing: Writing, watch: Callable[[Dialect], Watch] | None = None
) -> tuple[Dialect, Layout]:
    """How a table is written, from the whole of it.

    `watch` is called with the header, and gives what to call with each row: the caller's own
    checks ride on the same reading. Raises NotATable and Unreadable.
    """
    if writing.longest > _LONGEST_LINE:
        raise NotATable("une ligne compte plus de 32 Mo : ce n’est pas un tableau de notices.")
    dialect = _guess(list(_sample(encodings.lines(piece, writing))))
    return _Reading(piece, writing, watch).settle(dialect)


def records(piece: Piece, writing: Writing, dialect: Dialect) -> Iterator[Record]:
    """Each row with the line it begins on, the header left out."""
    rows = _with_header(encodings.lines(piece, writing), dialect)
    next(rows, None)
    return rows


def _with_header(lines: Iterator[str], dialect: Dialect) -> Iterator[Record]:
    for _ in islice(lines, dialect.skipped):
        pass
    rows = split(lines, dialect.separator, dialect.quoting, len(dialect.header))
    return ((line + dialect.skipped, cells) for line, cells in rows) if dialect.skipped else rows


def _sample(lines: Iterator[str]) -> Iterator[str]:
    size = 0
    for line in islice(lines, _SAMPLE_LINES):
        yield line
        size += len(line)
        if size > _SAMPLE_CHARACTERS:
            return


def _guess(sample: list[str]) -> Dialect:
    """Separator and quoting as the beginning of the file shows them."""
    skipped = next((place for place, line in enumerate(sample) if line.strip("\ufeff \t\r\n")), -1)
    if skipped < 0:
        raise NotATable("le fichier est vide.")
    kind = signatures.markup(sample[skipped].lstrip("\ufeff"))
    if kind:
        raise NotATable(f"ligne {skipped + 1} : {kind.sentence}")
    told = _EXCEL_SEPARATOR.match(sample[skipped].lstrip("\ufeff"))
    skipped += bool(told)
    header = next(iter(sample[skipped:]), "").strip("\ufeff\r\n")
    body = [line.rstrip("\r\n") for line in sample[skipped + 1 :] if line.strip()]
    if told and told.group(1) in SEPARATORS:
        separator = told.group(1)
    else:
        separator = max(SEPARATORS, key=lambda mark: _fitness(header, body, mark))
    if separator not in header:
        raise NotATable(
            f"ligne {skipped + 1} : aucun séparateur (| ; , ou tabulation) dans "
            f"{quoted(header)}. Enregistrez le tableau en CSV."
        )
    quoting = Quoting.STANDARD if _mostly_quoted(body, separator) else Quoting.NONE
    names, _ = tokens(header, separator, pairs=True, sparing=False)
    return Dialect(separator, quoting, tuple(names), skipped)


def _fitness(header: str, body: list[str], separator: str) -> tuple[bool, int]:
    """How well a separator suits: most rows are as wide as the header, which is wide."""
    count = header.count(separator)
    wide = sum(1 for line in body if line.count(separator) >= count)
    return count > 0 and wide * 2 >= len(body), count


def _mostly_quoted(body: list[str], separator: str) -> bool:
    """Whether the values of this table, or those of one of its columns, are in quotes.

    Titles begin with a quote too (« "la Pierre-au-Coq" »), so one is not enough with « | »
    and tabs, which people often write without any. With « ; » and « , » it is.
    """
    quoted = filled = 0
    columns: dict[int, list[int]] = {}
    for line in body:
        if _QUOTED_REFERENCE.match(line):
            return True
        for place, cell in enumerate(line.split(separator)):
            bare = cell.strip()
            if not bare:
                continue
            begins, ends = bare[0] == '"', bare[-1] == '"'
            if begins and separator in ";,":
                return True
            filled += 2
            quoted += begins + ends
            column = columns.setdefault(place, [0, 0])
            column[0] += 1
            column[1] += len(bare) > 1 and begins and ends
    if quoted * 2 > filled:
        return True
    return any(full >= 5 and within >= full * 0.9 for full, within in columns.values())


class _Reading:
    """Whole readings of one file, until one explains it."""

    def __init__(
        self, piece: Piece, writing: Writing, watch: Callable[[Dialect], Watch] | None
    ) -> None:
        self._piece, self._writing, self._watch = piece, writing, watch

    def settle(self, guess: Dialect) -> tuple[Dialect, Layout]:
        """The reading that explains the file, which is always the last one made."""
        plain: tuple[Dialect, Layout] | None = None
        favoured = True
        if guess.quoting is Quoting.NONE:
            evidence = _Evidence(guess)
            plain = self._read(guess, evidence)
            favoured = evidence.favourable
            if not evidence.any or not (favoured or plain[1].odd):
                return plain
            guess = replace(guess, quoting=evidence.quoting if favoured else Quoting.STANDARD)
        if guess.quoting is Quoting.STANDARD:
            quoted = self._standard(guess)
            better = quoted and (favoured or plain is None or quoted[1].odd < plain[1].odd)
            if quoted and better and not quoted[1].slipped:
                return quoted
        if plain and not favoured and not plain[1].slipped:
            return self._read(plain[0])
        sparing = guess.quoting is Quoting.SPARING
        try:
            loose = self._read(
                replace(guess, quoting=Quoting.SPARING if sparing else Quoting.LOOSE)
            )
        except Unreadable:
            if plain and not plain[1].slipped:
                return self._read(plain[0])
            raise
        if plain and plain[1].odd < loose[1].odd:
            return self._read(plain[0])
        if sparing and loose[1].odd:
            # Some quotes looked like characters; the rules of CSV may explain them all.
            quoted = self._standard(replace(guess, quoting=Quoting.STANDARD))
            better = quoted and quoted[1].odd < loose[1].odd and not quoted[1].slipped
            return quoted if quoted and better else self._read(loose[0])
        return loose

    def _headed(self, dialect: Dialect) -> Dialect:
        """The dialect with the header as its own quoting reads it."""
        rows = _with_header(encodings.lines(self._piece, self._writing), dialect)
        first = next(rows, None)
        if first is None:
            raise NotATable("le fichier est vide.")
        names = tuple(name.strip('\ufeff" \t\xa0') for name in first[1])
        return replace(dialect, header=names)

    def _standard(self, dialect: Dialect) -> tuple[Dialect, Layout] | None:
        """A reading by the rules of CSV, or None where the file does not keep them."""
        try:
            return self._read(dialect)
        except csv.Error:
            return None

    def _read(
        self, dialect: Dialect, evidence: "_Evidence | None" = None
    ) -> tuple[Dialect, Layout]:
        dialect = self._headed(dialect)
        lines = encodings.lines(self._piece, self._writing)
        rows = _with_header(evidence.of(lines) if evidence else lines, dialect)
        next(rows, None)
        watch = self._watch(dialect) if self._watch else None
        layout, width = Layout(), len(dialect.header)
        for line, cells in rows:
            layout.add(line, cells, width)
            if watch:
                watch(line, cells)
        return dialect, layout


class _Evidence:
    """What the quotes of a table say, row after row: quoting, or characters of the values."""

    def __init__(self, dialect: Dialect) -> None:
        self._separator, self._width = dialect.separator, len(dialect.header)
        self._for = self._against = 0
        self._inside = False

    @property
    def any(self) -> bool:
        """Whether there are quotes at all."""
        return self._for + self._against > 0

    @property
    def favourable(self) -> bool:
        """Whether they look more like quoting."""
        return self._for > self._against

    @property
    def quoting(self) -> Quoting:
        """SPARING where other quotes are characters of the values."""
        return Quoting.SPARING if self._against else Quoting.STANDARD

    def of(self, lines: Iterator[str]) -> Iterator[str]:
        for line in lines:
            if '"' in line:
                self._look(line.rstrip("\r\n"))
            yield line

    def _look(self, line: str) -> None:
        cells = line.split(self._separator)
        if self._inside:
            # More of a value of several lines, whose first line was counted: two quotes there are
            # one character, and do not end it. A line as wide as a row does.
            self._inside = line.count('"') % 2 == 0 and len(cells) != self._width
            return
        if len(cells) != self._width:
            read, closed = tokens(line, self._separator, pairs=True, sparing=False)
            if not closed or len(read) == self._width:
                # The quotes explain what the separators do not.
                self._for += 1
                self._inside = not closed
                return
        for cell in cells:
            if '"' in cell:
                bare = cell.strip()
                needed = self._separator in ";," or needs_quotes(bare)
                if enclosed(bare) and needed:
                    self._for += 1
                else:
                    self._against += 1
