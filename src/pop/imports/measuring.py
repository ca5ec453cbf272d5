"""Datings and coordinates of a file, one by one: what `pop dates` and `pop coordinates` read.

A file is a table of notices, or a list of refusals as the first import of POP wrote them in
2018: kind (DATE or GEOLOC), reference, reason, text; no header.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from pop.imports import delimited, encodings, packages
from pop.imports.columns import Columns, recognise, simple
from pop.imports.refusals import NotRecognised, Unreadable
from pop.model.schema import Type
from pop.model.values.coordinate_coverage import Row

_REFUSALS = ("DATE,", "GEOLOC,")


def datings(path: Path, base: str | None, named: Sequence[str]) -> Iterator[str]:
    """Each value of the date columns, repeated ones split on « ; ».

    Columns are those named, else the date fields of the base that the headers tell. Raises
    Unreadable or NotRecognised.
    """
    if _is_refusals(path):
        cells = (text for kind, _, _, text in _refusals(path) if kind == "DATE")
    else:
        header, records = _table(path)
        places = _named(header, named) if named else _dates(header, base)
        cells = (record[place] for record in records for place in places if place < len(record))
    for cell in cells:
        yield from (text for part in cell.split(";") if (text := part.strip()))


def coordinates(path: Path, base: str | None) -> Iterator[Row]:
    """Each notice with measured coordinates. Raises Unreadable or NotRecognised."""
    if _is_refusals(path):
        for kind, reference, reason, text in _refusals(path):
            if kind == "GEOLOC":
                yield Row(reference, text, reason.partition("find zone")[2])
        return
    header, records = _table(path)
    columns = recognise(header, base)
    geography = columns.base.geography
    places = [
        _place(columns, code)
        for code in ("REF", geography.point_given, geography.zone, geography.departement)
    ]
    if places[1] is None:
        raise NotRecognised(f"{path.name} : aucune colonne de coordonnées (COOR).")
    for record in records:
        cells = ["" if at is None or at >= len(record) else record[at].strip() for at in places]
        if cells[1]:
            yield Row(*cells)


def _is_refusals(path: Path) -> bool:
    with path.open("rb") as file:
        return file.readline().decode("utf-8", "replace").startswith(_REFUSALS)


def _refusals(path: Path) -> Iterator[tuple[str, str, str, str]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        for record in csv.reader(file):
            if len(record) == 4:
                yield record[0], record[1], record[2], record[3]


def _table(path: Path) -> tuple[list[str], Iterator[list[str]]]:
    """The header and the rows of the one table of a file."""
    try:
        [piece, *others] = packages.pieces(path)
        if others:
            raise Unreadable("l’archive a plusieurs fichiers ; donnez-en un seul.")
        writing = encodings.examine(piece)
        dialect, _ = delimited.examine(piece, writing)
    except Unreadable as refusal:
        raise refusal.of(path.name) from refusal
    rows = delimited.records(piece, writing, dialect)
    return list(dialect.header), (cells for _, cells in rows)


def _named(header: Sequence[str], named: Sequence[str]) -> list[int]:
    wanted = {simple(name) for name in named}
    places = [place for place, name in enumerate(header) if simple(name) in wanted]
    if not places:
        raise NotRecognised(
            f"Aucune de ces colonnes n’est dans le fichier : {', '.join(named)}. "
            f"Colonnes lues : {', '.join(header[:20])}."
        )
    return places


def _dates(header: Sequence[str], base: str | None) -> list[int]:
    columns = recognise(header, base)
    fields = columns.base.fields
    return [
        place
        for place, codes in enumerate(columns.codes)
        if any(fields[code].type is Type.DATE for code in codes)
    ]


def _place(columns: Columns, code: str | None) -> int | None:
    return columns.codes.index((code,)) if code and (code,) in columns.codes else None
