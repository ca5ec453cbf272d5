"""Originals read again and held against their SHA-256: some each day, all of them in a year.

The checksums are walked in their order, a 365th of their space a day (POP_FIXITY_DAYS): what was
read is known from the date alone. A small file remembers where the day's reading stands, and what
was found damaged; days when nothing ran are made up for.
"""

import logging
import time
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice
from pathlib import Path

import msgspec

from config.media import fixity_days
from pop.media import originals
from pop.media.models import Picture

AT_LEAST = 100
"""Originals read in a day, when there are so many."""
_SPACE = 1 << 32
# Of a day whose reading is finished; after every checksum.
_END = "g"
_logger = logging.getLogger(__name__)


class State(msgspec.Struct):
    """Where the reading stands.

    day: the last one begun (proleptic ordinal, 0 before the first); cursor: the last checksum read
    of it; checked: how many were read that day; damaged: those whose bytes are no longer the same;
    missing: those of pictures that are known and not kept.
    """

    day: int = 0
    cursor: str = ""
    checked: int = 0
    damaged: list[str] = msgspec.field(default_factory=list)
    missing: list[str] = msgspec.field(default_factory=list)

    @property
    def on(self) -> date | None:
        """The day of the last reading."""
        return date.fromordinal(self.day) if self.day else None


def state() -> State:
    """Where the reading stands on this machine."""
    try:
        return msgspec.json.decode(_file().read_bytes(), type=State)
    except (FileNotFoundError, msgspec.DecodeError):
        return State()


def step(today: date, seconds: float) -> bool:
    """Go on with the reading that is due, for about that long; whether some is left.

    Raises originals.Failed.
    """
    now, until = state(), time.monotonic() + seconds
    if not _begin(now, today.toordinal()):
        return False
    names, missing = _of_day(now.day)
    try:
        for name in names:
            if name <= now.cursor:
                continue
            if time.monotonic() > until:
                return True
            _read(now, name)
            now.cursor = name
            now.checked += 1
    finally:
        _keep(now)
    for name in missing:
        _logger.error("original absent : %s ; reprenez-le d’une sauvegarde", name)
    still = Picture.objects.filter(checksum__in=now.missing).values_list("checksum", flat=True)
    now.missing = sorted({*(name for name in still if not originals.has(name)), *missing})
    now.cursor = _END
    _keep(now)
    return now.day < today.toordinal()


def read_all() -> Iterator[tuple[str, bool]]:
    """Every original: its checksum, and whether it is sound; those that are known and not kept
    come too, as unsound. What was found is remembered at the end."""
    now = state()
    now.damaged, now.missing = [], []
    for number in range(256):
        names, missing = _between(f"{number:02x}", f"{number + 1:02x}" if number < 255 else "")
        for name in sorted(names):
            yield name, _read(now, name)
        for name in sorted(missing):
            now.missing.append(name)
            yield name, False
    _keep(now)


def read_some(count: int, first: str) -> Iterator[tuple[str, bool]]:
    """That many originals from that checksum on, round to the first ones."""
    now = state()
    for name in islice(_following(first), count):
        yield name, _read(now, name)
    _keep(now)


def portion(day: int, days: int) -> tuple[str, str]:
    """The checksums of a day: from the first, below the other (empty: to the last one)."""
    number = day % days
    low, high = (_SPACE * bound // days for bound in (number, number + 1))
    return f"{low:08x}", "" if high == _SPACE else f"{high:08x}"


def _begin(now: State, today: int) -> bool:
    """Turn to the day that is due, if one is; what was damaged is read again first."""
    if now.day and now.cursor != _END:
        return True
    due = max(now.day + 1, today - fixity_days() + 1) if now.day else today
    if due > today:
        return False
    now.day, now.cursor, now.checked = due, "", 0
    for name in list(now.damaged):
        _read(now, name)
    return True


def _of_day(day: int) -> tuple[list[str], list[str]]:
    """The originals to read that day, in order; the known pictures of the day not kept."""
    first, before = portion(day, fixity_days())
    names, missing = _between(first, before)
    if len(names) < AT_LEAST:
        more = (name for name in _following(before) if name not in names)
        names |= set(islice(more, AT_LEAST - len(names)))
    return sorted(names), sorted(missing)


def _between(first: str, before: str) -> tuple[set[str], set[str]]:
    """The originals kept between two checksums; the known pictures that are not."""
    names = set(originals.held(first, before))
    known = Picture.objects.filter(checksum__gte=first, checksum__lt=before or _END)
    missing = set(known.values_list("checksum", flat=True)) - names
    return names, {name for name in missing if not originals.has(name)}


def _following(first: str) -> Iterable[str]:
    """All the originals, from that checksum on, then round from the first."""
    return chain(originals.held(first), originals.held("", first)) if first else originals.held()


def _read(now: State, name: str) -> bool:
    """Read one, remember whether it is sound, tell the operator when it is not."""
    try:
        sound = originals.is_sound(name)
    except originals.Absent:
        # Forgotten between the listing and the reading.
        sound = True
    if sound:
        now.damaged = [other for other in now.damaged if other != name]
    elif name not in now.damaged:
        now.damaged.append(name)
    if not sound:
        _logger.error("original abîmé : %s ; reprenez-le d’une sauvegarde", name)
    return sound


def _keep(now: State) -> None:
    originals.write(_file(), msgspec.json.encode(now))


def _file() -> Path:
    return originals.folder() / "fixity.json"
