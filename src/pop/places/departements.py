"""Départements, overseas collectivities and régions, of today and before 2016.

Read once, at the first question, from the small CSV tables beside this file, which say their
sources and licence. Régions are always derived from the département, never from a text: REG
in the notices mixes three generations of names.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pop.places.bounds import MARGIN, Bounds
from pop.places.folding import fold, without_article


@dataclass(frozen=True, slots=True)
class Region:
    """A région: its INSEE code and its name as INSEE writes it."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Departement:
    """A département or an overseas collectivity (975, 977, 978, 984, 986, 987, 988).

    `region` and `region_before_2016` are None for the collectivities, which have none.
    `boxes` has one box, or several for scattered lands; `old_names` are names of former
    départements found, whole or in part, in this one.
    """

    code: str
    name: str
    region: Region | None
    region_before_2016: Region | None
    boxes: tuple[Bounds, ...]
    old_names: tuple[str, ...] = ()

    @property
    def bounds(self) -> Bounds:
        """One box around all its land, in WGS84 degrees, without margin."""
        return Bounds.around(self.boxes)

    def holds(self, latitude: float, longitude: float, margin: float = MARGIN) -> bool:
        """Whether a point in degrees is inside one of its boxes, widened by `margin` degrees."""
        return any(box.widened(margin).contains(latitude, longitude) for box in self.boxes)


def all_departements() -> tuple[Departement, ...]:
    """All of them, in the order of the codes."""
    return tuple(_tables().by_code.values())


def by_code(code: str) -> Departement | None:
    """The département of a code of today: « 01 », « 1 » (a zero lost), « 2a », « 974 »."""
    return _tables().by_code.get(code.strip().upper().rjust(2, "0"))


def find(text: str) -> Departement | None:
    """The département of a code or a name, in any spelling, old names included.

    An old département that was divided gives the first of its successors (Seine gives Paris):
    ask `successors` for all of them.
    """
    return next(iter(successors(text)), None)


def successors(text: str) -> tuple[Departement, ...]:
    """All the départements of today that a code or a name, new or old, stands for."""
    if not text.strip():
        return ()
    tables = _tables()
    exact = by_code(text)
    if exact:
        return (exact,)
    folded = fold(text)
    return tables.by_name.get(folded) or tables.by_name.get(without_article(folded), ())


def possible_for_insee(insee: str) -> tuple[Departement, ...]:
    """The départements that the first characters of an INSEE code of commune allow.

    One for most codes; two for the codes of Corsica before 1976 (20…); none when unreadable.
    Communes changed département (the Paris region in 1968): `geography.derive` knows more
    when the communes are built.
    """
    code = insee.strip().upper()
    if code.startswith("985"):
        return successors("976")  # Mayotte before it became a département, in 2011
    return successors(code[:3] if code.startswith(("97", "98")) else code[:2])


def of_insee(insee: str) -> Departement | None:
    """The département of an INSEE code (2A004 → 2A, 97411 → 974), None when not certain."""
    possible = possible_for_insee(insee) if len(insee.strip()) >= 5 else ()
    return possible[0] if len(possible) == 1 else None


def in_france(latitude: float, longitude: float, margin: float = MARGIN) -> bool:
    """Whether a point in degrees is inside one of the boxes, mainland and overseas.

    The boxes reach over the borders: a yes is « plausible », a no is certain.
    """
    return any(box.contains(latitude, longitude) for box in _all_boxes(margin))


def regions() -> tuple[Region, ...]:
    """The 18 régions of today, in the order of the codes."""
    return tuple(_tables().regions.values())


def find_region(text: str) -> Region | None:
    """The région of today with this code or this name, in any spelling."""
    code = text.strip().rjust(2, "0")
    folded = fold(text)
    for region in regions():
        if region.code == code or (folded and fold(region.name) == folded):
            return region
    return None


@dataclass(frozen=True, slots=True)
class _Tables:
    regions: dict[str, Region]
    by_code: dict[str, Departement]
    by_name: dict[str, tuple[Departement, ...]]


@cache
def _tables() -> _Tables:
    today: dict[str, Region] = {}
    before: dict[str, Region] = {}
    for row in _rows("regions.csv"):
        region = Region(row["code"], row["nom"])
        if row["today"] == "yes":
            today[region.code] = region
        if row["before_2016"] == "yes":
            before[region.code] = region

    old_names: dict[str, list[str]] = {}
    renamed: dict[str, list[str]] = {}
    for row in _rows("departements_anciens.csv"):
        codes = row["codes"].split()
        for code in codes:
            old_names.setdefault(code, []).append(row["nom"])
        renamed[fold(row["nom"])] = codes
        if row["code"]:
            renamed[row["code"]] = codes

    boxes: dict[str, list[Bounds]] = {}
    rows = {}
    for row in _rows("departements.csv"):
        rows[row["code"]] = row
        boxes.setdefault(row["code"], []).append(
            Bounds(*(float(row[edge]) for edge in Bounds._fields))
        )
    by_code = {
        code: Departement(
            code,
            row["nom"],
            today.get(row["region"]),
            before.get(row["region_2015"]),
            tuple(boxes[code]),
            tuple(old_names.get(code, ())),
        )
        for code, row in rows.items()
    }
    by_name = {name: tuple(by_code[code] for code in codes) for name, codes in renamed.items()}
    for departement in by_code.values():
        name = fold(departement.name)
        by_name[name] = by_name[without_article(name)] = (departement,)
    return _Tables(today, by_code, by_name)


@cache
def _all_boxes(margin: float) -> tuple[Bounds, ...]:
    return tuple(box.widened(margin) for one in all_departements() for box in one.boxes)


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("pop.places").joinpath(name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    yield from csv.DictReader(lines, delimiter=";")
