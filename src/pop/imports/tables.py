"""A table of notices → rows for a batch."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from pop.changes.rows import Row
from pop.imports import delimited
from pop.imports.columns import Columns, NotRecognised, recognise
from pop.imports.delimited import Dialect, Unreadable
from pop.model.checking import Finding
from pop.model.schema import Base
from pop.model.values import text

# Worked out by the platform on the whole notice; what a file says of them is not read.
WORKED_OUT = frozenset(
    {
        "producer", "base_name", "has_image", "has_point", "flags", "imports", "history",
        "photographs", "polygon", "polygon_type",
    }
)  # fmt: skip


# Rows looked at to tell the base by its references.
SAMPLE_ROWS = 50


@dataclass(slots=True)
class Table:
    """An opened table: how it is written, what its columns feed, what was mended in it."""

    path: Path
    dialect: Dialect
    columns: Columns
    repairs: Counter[str] = field(default_factory=Counter)

    def rows(self) -> Iterator[Row]:
        """One row a notice, read as it goes."""
        records = delimited.read(self.path, self.dialect)
        next(records, None)
        width = len(self.columns.codes)
        reader = _CellReader(self.columns.base, self.repairs)
        for line, record in records:
            values: dict[str, Any] = {}
            for codes, cell in zip(self.columns.codes, record, strict=False):
                if codes:
                    reader.read(codes, cell, values)
            findings: tuple[Finding, ...] = ()
            if len(record) != width:
                findings = (_ragged(line, len(record), width),)
            ref = reader.reference(values)
            yield Row(line, self.columns.base.key, ref, values, findings)


def open_table(path: Path, base: str | None = None) -> Table:
    """Look at a file and say how it will be read, without reading it whole.

    Raises Unreadable (not a table) or NotRecognised (no base fits its columns).
    """
    dialect = delimited.examine(path)
    beginning = [record for _, record in islice(delimited.read(path, dialect), SAMPLE_ROWS)]
    if not beginning:
        raise Unreadable(f"{path.name} : le fichier est vide.")
    try:
        header = [cell.strip() for cell in beginning[0]]
        columns = recognise(header, base, sample=beginning[1:])
    except NotRecognised as error:
        raise NotRecognised(f"{path.name} : {error}") from None
    return Table(path, dialect, columns)


class _CellReader:
    """Cells into values: mended, split where the field is repeated."""

    def __init__(self, base: Base, repairs: Counter[str]) -> None:
        self._base = base
        self._repairs = repairs
        self._skipped = {
            code for code, field in base.fields.items() if field.generated in WORKED_OUT
        }

    def read(self, codes: tuple[str, ...], cell: str, values: dict[str, Any]) -> None:
        mended = text.mend(cell)
        self._repairs.update(mended.repairs)
        content = mended.text.strip()
        if len(codes) == 2:
            latitude, _, longitude = content.partition(",")
            values[codes[0]], values[codes[1]] = latitude.strip(), longitude.strip()
            return
        code = codes[0]
        if code in self._skipped:
            return
        if not self._base.fields[code].many:
            values[code] = content
            return
        pieces = [piece for part in content.split(";") if (piece := part.strip())]
        # Two columns may feed one repeated field (address 1, address 2).
        values[code] = [*values.get(code, []), *pieces]

    def reference(self, values: dict[str, Any]) -> str:
        ref = str(values.pop("REF", "")).upper()
        pad = self._base.reference.pad_to
        return ref.rjust(pad, "0") if ref and pad else ref


def _ragged(line: int, found: int, expected: int) -> Finding:
    return Finding(
        "ROW_WIDTH",
        "",
        f"Ligne {line} : {found} colonnes au lieu de {expected} ; "
        "un séparateur s’y est peut-être glissé.",
    )
