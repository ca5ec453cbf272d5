"""A delimited table of notices, opened: rows for a batch."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from pop.changes.rows import Row
from pop.imports import delimited, encodings
from pop.imports.cells import Filler
from pop.imports.columns import Columns, for_base, recognise
from pop.imports.delimited import Dialect, Layout, Watch, spare
from pop.imports.encodings import Writing
from pop.imports.packages import Piece
from pop.imports.references import References, base_of
from pop.imports.refusals import Unreadable
from pop.imports.splitting import split
from pop.model import catalogue
from pop.model.checking import Finding
from pop.model.schema import Base

# Rows looked at to tell the base by its references.
SAMPLE_ROWS = 200


class Table:
    """An opened table: how it is written, what its columns feed, what was mended in it."""

    unit = "ligne"

    def __init__(
        self,
        piece: Piece,
        writing: Writing,
        dialect: Dialect,
        layout: Layout,
        columns: Columns,
        told: References,
    ) -> None:
        self._piece, self._writing, self._dialect = piece, writing, dialect
        self._columns = columns
        self.name, self.path = piece.name, piece.path
        self.count = layout.rows
        keys = [key for key, _ in told.bases.most_common()] or [columns.base.key]
        self.bases: tuple[Base, ...] = tuple(catalogue.base(key) for key in keys)
        self._fed = {key: _columns_of(columns, key, dialect) for key in keys}
        self.unknown = _unknown_to_all(list(self._fed.values()))
        self.repairs: Counter[str] = Counter()
        self.notes = writing.notes

    @property
    def form(self) -> str:
        """How the file is written, for people."""
        mapping = self._columns.mapping
        by = f", correspondance « {mapping.name} »" if mapping else ""
        return f"{self._writing.words}, {self._dialect.words}{by}"

    def rows(self) -> Iterator[Row]:
        """One row a notice, read as it goes."""
        self.repairs.clear()
        self.repairs.update(self._writing.repairs)
        fillers = {key: Filler(fed, self.repairs) for key, fed in self._fed.items()}
        main = self._columns.base.key
        place = self._columns.codes.index(("REF",))
        width, mixed = len(self._dialect.header), len(fillers) > 1
        for line, cells in delimited.records(self._piece, self._writing, self._dialect):
            key = main
            if mixed and place < len(cells):
                key = base_of(cells[place].strip().upper(), main)
            ref, values, findings = fillers[key].fill(line, cells)
            if len(cells) != width and not spare(cells, width):
                findings.append(_ragged(line, len(cells), width))
            yield Row(line, key, ref, values, tuple(findings))


def open_table(piece: Piece, writing: Writing, base: str | None) -> Table:
    """Read a table whole, once, to say how it will be read.

    Raises NotATable, NotRecognised, and Unreadable when its columns or its quotes are broken.
    """
    found: list[tuple[Columns, References]] = []

    def watch(dialect: Dialect) -> Watch:
        sample = _beginning(piece, writing, dialect)
        columns = recognise(dialect.header, base, sample)
        place = columns.codes.index(("REF",))
        mixed = base is None and columns.mapping is None
        told = References(columns.base, dialect.header[place], mixed)
        found.append((columns, told))
        return lambda line, cells: told.add(line, cells[place] if place < len(cells) else "")

    dialect, layout = delimited.examine(piece, writing, watch)
    columns, told = found[-1]
    _judge(layout, len(dialect.header))
    told.refuse("ligne")
    return Table(piece, writing, dialect, layout, columns, told)


def _beginning(piece: Piece, writing: Writing, dialect: Dialect) -> Sequence[Sequence[str]]:
    lines = encodings.lines(piece, writing)
    for _ in islice(lines, dialect.skipped):
        pass
    width = len(dialect.header)
    rows = split(lines, dialect.separator, dialect.quoting, width)
    return [cells for _, cells in islice(rows, 1, SAMPLE_ROWS)]


def _judge(layout: Layout, width: int) -> None:
    """Raise Unreadable when too many rows are not as wide as the header."""
    if layout.markup:
        raise Unreadable(
            "une page web (HTML) interrompt le tableau : le téléchargement a échoué en route. "
            "Téléchargez de nouveau le fichier.",
            layout.markup,
        )
    if not layout.slipped:
        return
    line, found = layout.examples[0]
    raise Unreadable(
        f"{found} {'colonnes' if found > 1 else 'colonne'} au lieu de {width}, et de même pour "
        f"{layout.odd} lignes sur {layout.rows} : les colonnes sont décalées. Cherchez-y un "
        "séparateur ou un saut de ligne de trop, puis enregistrez de nouveau le tableau.",
        line,
    )


def _columns_of(columns: Columns, key: str, dialect: Dialect) -> Columns:
    base = catalogue.base(key)
    return columns if key == columns.base.key else for_base(dialect.header, base)


def _unknown_to_all(fed: list[Columns]) -> tuple[str, ...]:
    """The columns that feed no base of the file, in their order."""
    known = set.intersection(*(set(columns.unknown) for columns in fed))
    return tuple(dict.fromkeys(name for name in fed[0].unknown if name in known))


def _ragged(line: int, found: int, expected: int) -> Finding:
    return Finding(
        "ROW_WIDTH",
        "",
        f"Ligne {line} : {found} colonnes au lieu de {expected} ; "
        "un séparateur s’y est peut-être glissé.",
    )
