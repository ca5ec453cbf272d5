"""What the references of a file tell: which base each row is of, and whether they are any."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from pop.imports.refusals import Unreadable
from pop.model import catalogue
from pop.model.schema import Base
from pop.model.values.typography import quoted
from pop.notices.producers import first_producers

_LONGEST_PREFIX: Final = 5


def normal(ref: str, base: Base) -> str:
    """A reference in capitals, the zeros that a spreadsheet ate given back."""
    ref = ref.strip().upper()
    pad = base.reference.pad_to
    return ref.rjust(pad, "0") if ref and pad else ref


@lru_cache(maxsize=10_000)
def bases_told(beginning: str) -> tuple[str, ...]:
    """The bases whose producers begin references so, the most precise prefix first."""
    found = []
    for key in catalogue.bases():
        for length in range(1, _LONGEST_PREFIX + 1):
            if first_producers().has_known_prefix(key, beginning[:length]):
                found.append((length, key))
                break
    return tuple(key for _, key in sorted(found, key=lambda one: -one[0]))


def base_of(ref: str, among: str) -> str:
    """The base of a row of a file of that base: the prefix tells of another, or nothing."""
    told = bases_told(ref[:_LONGEST_PREFIX])
    return among if not told or among in told else told[0]


class References:
    """The references of a file as they go by: how many by base, how many are none."""

    def __init__(self, base: Base, column: str, mixed: bool) -> None:
        self.bases: Counter[str] = Counter()
        self._base, self._column = base, column
        self._mixed = mixed and has_prefixes(base.key)
        self._patterns = {
            key: re.compile(each.reference.pattern) for key, each in catalogue.bases().items()
        }
        self._seen = self._faulty = self._empty = 0
        self._example: tuple[int, str] | None = None

    def add(self, number: int, ref: str) -> None:
        """Count one reference; empty ones only tell that a row has none."""
        given, ref = ref, normal(ref, self._base)
        key = self._base.key
        if not ref:
            self.bases[key] += 1
            self._empty += 1
            return
        self._seen += 1
        if self._mixed:
            key = base_of(ref, key)
        self.bases[key] += 1
        if not self._patterns[key].fullmatch(ref):
            self._faulty += 1
            self._example = self._example or (number, given.strip())

    def refuse(self, unit: str) -> None:
        """Raise Unreadable when most are no references: the columns slipped, or are others."""
        if self._empty and not self._seen:
            raise Unreadable(
                f"{quoted(self._column)} est vide partout ({self._empty} {unit}s) : "
                "sans référence, aucune notice ne peut être reconnue."
            )
        if self._example and self._faulty * 2 > self._seen:
            number, ref = self._example
            raise Unreadable(
                f"{unit} {number} : {quoted(ref)} n’est pas une référence de la base "
                f"« {self._base.name} », comme {self._faulty} valeurs sur {self._seen} de "
                f"{quoted(self._column)}. Les colonnes sont décalées, ou ce n’est pas la bonne "
                f"base ; une référence y est comme « {self._base.reference.example} »."
            )


def has_prefixes(key: str) -> bool:
    """Whether the references of that base begin as its producers are told to."""
    example = catalogue.base(key).reference.example
    return any(first_producers().has_known_prefix(key, example[:length]) for length in range(1, 6))
