"""How much of a file of coordinates can be placed, and what is left to mend by hand.

A row is measurable when it holds two numbers and its département is known: then a place can be
judged. The reading is that of `coordinates.read`, no more lenient.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pop.model.values import coordinates
from pop.model.values.coordinates import Reading
from pop.places import departements
from pop.places.departements import Departement

# Counted without the reader's help, so that what it cannot read counts against it.
_NUMBER = re.compile(r"\d+(?:[.,]\s?\d{1,3}(?!\d)|\.\d+)?")
_REFERENCE = re.compile(r"[A-Z]{2}(?P<code>97\d|\d[\dAB])")


class Row(NamedTuple):
    """One notice: its reference, COOR or COORM, ZONE, and its département (code or name)."""

    reference: str
    coor: str
    zone: str = ""
    departement: str = ""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A row that does not land in its département, and what was understood of it."""

    row: Row
    reading: Reading


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of rows: all of them, those with two numbers, those of a known département too.

    `landed`: inside the département, its box and margin. `corrections`: how often each departure
    was assumed among them (codes of `Reading.corrections`). `rest`: the measurable ones that did
    not land.
    """

    rows: int
    with_numbers: int
    measurable: int
    landed: int
    corrections: Mapping[str, int]
    rest: tuple[Unplaced, ...]

    @property
    def share(self) -> float:
        """The part of the measurable rows that landed, from 0 to 1; 1 when there is none."""
        return self.landed / self.measurable if self.measurable else 1.0


def coverage(rows: Iterable[Row]) -> Coverage:
    """Read every row within its département, and count."""
    total = with_numbers = measurable = landed = 0
    corrections: Counter[str] = Counter()
    rest: list[Unplaced] = []
    for row in rows:
        total += 1
        if len(_NUMBER.findall(row.coor)) < 2:
            continue
        with_numbers += 1
        departement = departement_of(row)
        if departement is None:
            continue
        measurable += 1
        reading = coordinates.read(row.coor, row.zone, departement.bounds)
        point = reading.point
        if point and departement.holds(point.latitude, point.longitude):
            landed += 1
            corrections.update(reading.corrections)
        else:
            rest.append(Unplaced(row, reading))
    return Coverage(total, with_numbers, measurable, landed, corrections, tuple(rest))


def departement_of(row: Row) -> Departement | None:
    """Its DPT, else the digits of its reference: IA17047185 → 17, EA97200007 → 972, IA2A….

    « 00 » in a reference says nothing: those were numbered without the département.
    """
    if row.departement.strip():
        found = departements.successors(row.departement)
        return found[0] if len(found) == 1 else None
    reference = _REFERENCE.match(row.reference.strip().upper())
    return departements.by_code(reference["code"]) if reference else None
