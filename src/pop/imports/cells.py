"""Values as a source gives them → values of a notice: mended, split where a field is repeated.

One `Filler` a base. A row that needs no mending, nearly all of them, costs one look at the
whole of it; the others are mended cell by cell.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from pop.imports import references
from pop.imports.columns import Columns, Treatment
from pop.imports.points import read_point, without_null_island
from pop.model.checking import Finding
from pop.model.schema import Base
from pop.model.values import text
from pop.places import departements

# Worked out by the platform on the whole notice; what a file says of them is not read.
WORKED_OUT: Final = frozenset(
    {
        "producer", "base_name", "has_image", "has_point", "flags", "imports", "history",
        "photographs", "polygon", "polygon_type",
    }
)  # fmt: skip

DEPARTEMENTS_CODED = "départements mis en code"


def worked_out(base: Base) -> frozenset[str]:
    """The codes of a base that are never taken from a file."""
    fields = base.fields.items()
    return frozenset(code for code, field in fields if field.generated in WORKED_OUT)


class Filler:
    """Rows of cells into values, for the columns of one base."""

    def __init__(self, columns: Columns, repairs: Counter[str]) -> None:
        self._base = columns.base
        self._repairs = repairs
        self._width = len(columns.codes)
        self._texts: list[tuple[int, str]] = []
        self._lists: list[tuple[int, str]] = []
        self._more: list[tuple[int, str]] = []
        self._points: list[tuple[int, str, str]] = []
        self._treated = dict(columns.treatments)
        self._shifted = bool(columns.mapping and columns.mapping.shifted_places)
        self._ref = columns.codes.index(("REF",)) if ("REF",) in columns.codes else -1
        self._sort(columns)

    def _sort(self, columns: Columns) -> None:
        """Columns by what is done with them, so that a row is filled by three plain loops."""
        skipped = worked_out(self._base) | {"REF"}
        fed: set[str] = set()
        for place, codes in enumerate(columns.codes):
            if len(codes) == 2:
                self._points.append((place, *codes))
            elif codes and codes[0] not in skipped:
                [code] = codes
                kind = self._lists if self._base.fields[code].many else self._texts
                (self._more if code in fed else kind).append((place, code))
                fed.add(code)
        geography = self._base.geography
        self._pair = (geography.latitude or "", geography.longitude or "")
        self._located = bool(self._points) or fed.issuperset(self._pair)

    def fill(self, line: int, cells: Sequence[str]) -> tuple[str, dict[str, Any], list[Finding]]:
        """Reference, values, and what there is to say of the row itself."""
        findings = []
        if text.mend("|".join(cells)).repairs:
            cells = [self._mended(cell) for cell in cells]
        if self._treated:
            cells = self._treat(cells)
        ref = cells[self._ref] if -1 < self._ref < len(cells) else ""
        values: dict[str, Any] = {}
        if len(cells) >= self._width:
            for place, code in self._texts:
                values[code] = cells[place].strip()
            for place, code in self._lists:
                # Most cells are empty: no call for them, there are ten of them a row.
                values[code] = pieces(cells[place]) if cells[place] else []
        else:
            for place, code in self._texts:
                if place < len(cells):
                    values[code] = cells[place].strip()
            for place, code in self._lists:
                if place < len(cells):
                    values[code] = pieces(cells[place])
        for place, code in self._more:
            if place < len(cells):
                self._complete(values, code, cells[place])
        if self._located:
            self._locate(values, cells)
        if self._shifted:
            findings += self._shifted_place(line, values)
        return references.normal(ref, self._base), values, findings

    def _mended(self, cell: str) -> str:
        mended = text.mend(cell)
        self._repairs.update(mended.repairs)
        return mended.text

    def _complete(self, values: dict[str, Any], code: str, cell: str) -> None:
        """A second column for one field: nothing of either is lost."""
        if isinstance(values.get(code), list):
            values[code] += pieces(cell)
            return
        given, more = values.get(code, ""), cell.strip()
        values[code] = f"{given} ; {more}" if given and more and more != given else given or more

    def _locate(self, values: dict[str, Any], cells: Sequence[str]) -> None:
        for place, latitude, longitude in self._points:
            if place < len(cells) and not values.get(latitude):
                values[latitude], values[longitude] = read_point(cells[place])
        latitude, longitude = self._pair
        if latitude in values and longitude in values:
            pair = without_null_island(values[latitude], values[longitude])
            values[latitude], values[longitude] = pair

    def _treat(self, cells: Sequence[str]) -> list[str]:
        treated = list(cells)
        for place, treatment in self._treated.items():
            if place < len(treated):
                treated[place] = treat(treatment, treated[place], self._repairs)
        return treated

    def _shifted_place(self, line: int, values: dict[str, Any]) -> list[Finding]:
        codes = values.get(self._base.geography.insee or "", [])
        for code in codes if isinstance(codes, list) else [codes]:
            if len(code) in (1, 2, 3) and departements.by_code(code):
                return [
                    Finding(
                        "PLACE_SHIFTED",
                        self._base.geography.insee or "",
                        f"Ligne {line} : « {code} » est un département, pas le code INSEE d’une "
                        "commune ; commune, département et INSEE sont peut-être décalés.",
                    )
                ]
        return []


def pieces(cell: str) -> list[str]:
    """The values of a repeated field in one cell."""
    if ";" in cell:
        return [piece for part in cell.split(";") if (piece := part.strip())]
    cell = cell.strip()
    return [cell] if cell else []


def treat(treatment: Treatment, cell: str, repairs: Counter[str]) -> str:
    """A value treated as a mapping asks; itself when it is not understood."""
    match treatment:
        case Treatment.DEPARTEMENT:
            found = departements.successors(cell)
            if len(found) != 1 or found[0].code == cell.strip():
                return cell
            repairs[DEPARTEMENTS_CODED] += 1
            return found[0].code
        case Treatment.FILE_NAME:
            return cell.rstrip("/").rpartition("/")[2] or cell
