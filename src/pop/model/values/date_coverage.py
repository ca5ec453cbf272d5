"""How much of a list of values the reading of dates understands, and what it misses."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pop.model.values.date_signs import carries_date
from pop.model.values.dates import parse


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of distinct values.

    distinct: all; carrying: those that carry a year, a century or a named period;
    understood: those of the carrying ones that are understood;
    missed: the others, with the number of times each was met, most frequent first.
    """

    distinct: int
    carrying: int
    understood: int
    missed: tuple[tuple[str, int], ...]

    @property
    def rate(self) -> float:
        """Share of the carrying values that is understood, from 0 to 1; 1 when there is none."""
        return self.understood / self.carrying if self.carrying else 1.0


def understood(values: Iterable[str]) -> Coverage:
    """Coverage of values already split (one date expression each); blank ones do not count."""
    counts = Counter(value.strip() for value in values)
    del counts[""]
    carrying = [value for value in counts if carries_date(value)]
    missed = [(value, counts[value]) for value in carrying if parse(value) is None]
    missed.sort(key=lambda entry: (-entry[1], entry[0]))
    return Coverage(len(counts), len(carrying), len(carrying) - len(missed), tuple(missed))
