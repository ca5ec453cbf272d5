"""Communes by INSEE code: those of today, and what became of those of yesterday.

A notice keeps the INSEE code of its time; here one asks which commune that is today, under both
names. The list is one compact file, made by `building`; without it everything still works, less
finely: `current()` is then None.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec
import zstandard

FILE_NAME = "communes.msgpack.zst"
BUILT = Path(__file__).parent / "built" / FILE_NAME
"""The list that set-up makes from the npm package; not in the repository."""

Kind = Literal["actuelle", "arrondissement", "déléguée", "associée", "ancienne"]

_NOWHERE = -(2**31)
"""Stands for a centre that is not known, among hundred-thousandths of a degree."""


class Columns(msgspec.Struct):
    """Communes side by side, as the file holds them: 45,000 small records would weigh ten times.

    `codes` and `names` are joined by line breaks; `latitudes` and `longitudes` are in 1e-5 degree.
    """

    codes: str
    names: str
    latitudes: list[int]
    longitudes: list[int]


class Table(msgspec.Struct):
    """The whole file.

    `edition`: which edition of which source; `date`: the day it tells, as YYYY-MM-DD, or "".
    `former`: all codes that are not those of a commune of today (merged, delegated, moved to
    another département, arrondissements); `kinds` and `successors` go with them, one for one.
    `old_names`: names once borne by a code of either list, the latest first.
    """

    source: str
    licence: str
    edition: str
    date: str
    today: Columns
    former: Columns
    kinds: list[Kind]
    successors: list[list[str]]
    old_names: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of today. `centre`: (latitude, longitude) in degrees, when known."""

    code: str
    name: str
    centre: tuple[float, float] | None = None
    old_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What an INSEE code stands for.

    `commune`: the commune of today. `name_then`: the last name the code bore, when it is not the
    name of the commune of today, else None. `kind`: what the code is now. `others`: communes of
    today which may be meant as well, because the commune was divided; `commune` is then the
    likeliest, not the only one. `centre`: the finest known, of the commune of that time first.
    """

    code: str
    commune: Commune
    kind: Kind
    name_then: str | None = None
    others: tuple[Commune, ...] = ()
    centre: tuple[float, float] | None = None

    @property
    def divided(self) -> bool:
        """Whether several communes of today share what the code stood for."""
        return bool(self.others)

    @property
    def names(self) -> tuple[str, ...]:
        """All the names by which one may look for it, that of today first."""
        names = (self.commune.name, self.name_then or "", *self.commune.old_names)
        return tuple(dict.fromkeys(name for name in names if name))


class Communes:
    """The communes of one file, in some 15 MB of memory."""

    def __init__(self, table: Table) -> None:
        self.source = table.source
        self.licence = table.licence
        self.edition = table.edition
        self.date = table.date
        self._today = _List(table.today)
        self._former = _List(table.former)
        self._kinds = table.kinds
        self._successors = table.successors
        self._old_names = table.old_names

    @classmethod
    def load(cls, path: Path) -> "Communes":
        """Read a file made by `building`; OSError or ValueError when it cannot be."""
        try:
            raw = zstandard.ZstdDecompressor().decompress(path.read_bytes())
        except zstandard.ZstdError as error:
            raise ValueError(f"{path} is not a list of communes") from error
        return cls(msgspec.msgpack.decode(raw, type=Table))

    def __len__(self) -> int:
        """How many communes there are today."""
        return len(self._today.codes)

    def __iter__(self) -> Iterator[Commune]:
        """The communes of today, in the order of the codes."""
        return (self._commune(code) for code in self._today.codes)

    def find(self, insee: str) -> Found | None:
        """The commune of an INSEE code, of today or of any time since 1943; None if unknown."""
        code = insee.strip().upper()
        if code in self._today.rank:
            commune = self._commune(code)
            old = commune.old_names[0] if commune.old_names else None
            return Found(code, commune, "actuelle", old, (), commune.centre)
        rank = self._former.rank.get(code)
        if rank is None:
            return None
        first, *others = (self._commune(one) for one in self._successors[rank])
        name = self._former.names[rank]
        return Found(
            code,
            first,
            self._kinds[rank],
            name if name and name != first.name else None,
            tuple(others),
            self._former.centre(rank) or first.centre,
        )

    def _commune(self, code: str) -> Commune:
        rank = self._today.rank[code]
        return Commune(
            code,
            self._today.names[rank],
            self._today.centre(rank),
            tuple(self._old_names.get(code, ())),
        )


class _List:
    """Columns made ready for questions."""

    def __init__(self, columns: Columns) -> None:
        self.codes = columns.codes.split("\n") if columns.codes else []
        self.names = columns.names.split("\n") if columns.codes else []
        self.rank = {code: rank for rank, code in enumerate(self.codes)}
        self._latitudes = array("i", columns.latitudes)
        self._longitudes = array("i", columns.longitudes)

    def centre(self, rank: int) -> tuple[float, float] | None:
        latitude, longitude = self._latitudes[rank], self._longitudes[rank]
        return None if latitude == _NOWHERE else (latitude / 1e5, longitude / 1e5)


def columns(rows: list[tuple[str, str, tuple[float, float] | None]]) -> Columns:
    """Columns of (code, name, centre in degrees)."""
    centres = [
        (round(centre[0] * 1e5), round(centre[1] * 1e5)) if centre else (_NOWHERE, _NOWHERE)
        for _, _, centre in rows
    ]
    return Columns(
        "\n".join(code for code, _, _ in rows),
        "\n".join(name for _, name, _ in rows),
        [latitude for latitude, _ in centres],
        [longitude for _, longitude in centres],
    )


_paths: tuple[Path, ...] = (BUILT,)
_current: Communes | None = None


def use(*paths: Path) -> None:
    """Say where the list is: the first of these files that exists, read at the first question.

    Called once at start, with the list of POP_DATA before BUILT; until then, BUILT alone.
    """
    global _paths, _current
    _paths, _current = paths, None


def current() -> Communes | None:
    """The list that the whole program uses, or None when no file is there."""
    global _current
    if _current is None:
        for path in _paths:
            if path.is_file():
                _current = Communes.load(path)
                break
    return _current
