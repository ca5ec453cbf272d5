"""Stored notices looked at again, once the model's checks or the producers' table have changed.

Flags, producer, dates, point and image are drawn from the values: where they would be drawn
otherwise today, they are corrected and the notice is marked, without a revision, since its
values stay. A recheck that was stopped goes on from where it was.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from django.db import connection, transaction
from django.db.models import Max

import pop.model
from config.paths import data_folder
from pop.changes import fanout
from pop.changes.drafting import Columns, columns
from pop.changes.gate import writing
from pop.changes.models import Fanout
from pop.model import catalogue
from pop.model.checking import Checker
from pop.notices import clock, store
from pop.notices.models import Link, Notice
from pop.notices.packing import unpack
from pop.notices.producers import Producers

SLICE = 500

Progress = Callable[[int, int], None]

_READ = (
    'SELECT id, base, ref, version, "values", flags, producer, created_on, updated_on, '
    "latitude, longitude, has_image FROM notices_notice WHERE id > %s ORDER BY id LIMIT %s"
)
_CORRECT = (
    "UPDATE notices_notice SET flags = %s, producer = %s, created_on = %s, updated_on = %s, "
    "latitude = %s, longitude = %s, has_image = %s WHERE id = %s AND version = %s"
)


@dataclass(slots=True)
class Rechecked:
    """What a recheck says: notices looked at, changed, and the flags that came and went.

    `resumed_after`: the id of notice after which a stopped recheck went on, 0 for a new one.
    """

    resumed_after: int = 0
    notices: int = 0
    changed: int = 0
    raised: Counter[str] = field(default_factory=Counter)
    cleared: Counter[str] = field(default_factory=Counter)


class _Correction(NamedTuple):
    id: int
    base: str
    ref: str
    version: int
    before: Columns
    after: Columns

    @property
    def is_seen_elsewhere(self) -> bool:
        """Whether notices linked to this one show what changes: its point, its having an image."""
        shown = ("latitude", "longitude", "has_image")
        return any(getattr(self.before, name) != getattr(self.after, name) for name in shown)


def recheck(progress: Progress = lambda done, total: None) -> Rechecked:
    """Look at every notice again, slice after slice; whoever writes meanwhile is not held up."""
    told = Rechecked(resumed_after=_resumed_after())
    rechecker = _Rechecker(told)
    last = told.resumed_after
    total = Notice.objects.aggregate(last=Max("pk"))["last"] or 0
    while rows := store.fetch(_READ, [last, SLICE]):
        rechecker.look_at(rows)
        last = rows[-1][0]
        _remember(last)
        progress(last, max(total, last))
    fanout.drain()
    _mark_file().unlink(missing_ok=True)
    return told


class _Rechecker:
    def __init__(self, told: Rechecked) -> None:
        self._told = told
        self._producers = Producers.stored()
        self._checkers = {key: Checker(base) for key, base in catalogue.bases().items()}

    def look_at(self, rows: list[Any]) -> None:
        """Correct those of a slice that are drawn otherwise today."""
        corrections = []
        for id_, base, ref, version, packed, flags, producer, created, updated, *rest in rows:
            self._told.notices += 1
            if base not in self._checkers:
                continue
            latitude, longitude, has_image = rest
            before = Columns(
                flags, producer, created and str(created), updated and str(updated),
                latitude, longitude, bool(has_image),
            )  # fmt: skip
            values = unpack(packed)
            after = columns(base, ref, values, self._producers, self._checkers[base])
            if after != before:
                corrections.append(_Correction(id_, base, ref, version, before, after))
        if corrections:
            with writing(), transaction.atomic():
                self._correct(corrections)

    def _correct(self, corrections: list[_Correction]) -> None:
        clock.advance(0)  # nothing is being applied meanwhile
        versions = dict(
            Notice.objects.filter(pk__in=[one.id for one in corrections]).values_list(
                "pk", "version"
            )
        )
        # A notice that has changed meanwhile was checked by that change.
        current = [one for one in corrections if versions.get(one.id) == one.version]
        with connection.cursor() as cursor:
            cursor.executemany(_CORRECT, [(*one.after, one.id, one.version) for one in current])
            fanout.mark(cursor, sorted({*(one.id for one in current), *_named_by(current)}))
        Fanout.objects.bulk_create(
            Fanout(base=one.base, ref=one.ref) for one in current if one.is_seen_elsewhere
        )
        for one in current:
            self._told.changed += 1
            old, new = set(one.before.flags.split()), set(one.after.flags.split())
            self._told.raised.update(new - old)
            self._told.cleared.update(old - new)


def _named_by(corrections: list[_Correction]) -> list[int]:
    """The notices that those name, when they show what changes (a building, its photographs)."""
    sources = [one.id for one in corrections if one.is_seen_elsewhere]
    refs = list(Link.objects.filter(source_id__in=sources).values_list("ref", flat=True))
    named = Notice.objects.filter(base__in=catalogue.bases(), ref__in=refs)
    return list(named.values_list("pk", flat=True))


def _mark_file() -> Path:
    return data_folder() / "recheck.json"


def _resumed_after() -> int:
    """Where a stopped recheck was; 0 when there is none, or when the checks changed since."""
    try:
        mark = json.loads(_mark_file().read_text())
        return int(mark["after"]) if mark["checks"] == _checks() else 0
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def _remember(after: int) -> None:
    path = _mark_file()
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps({"checks": _checks(), "after": after}))
    beside.replace(path)


@cache
def _checks() -> str:
    """What the model comes down to: the bases, and the code that reads and checks values."""
    found = hashlib.sha256(msgspec.json.encode(list(catalogue.bases().values())))
    for path in sorted(Path(pop.model.__path__[0]).rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()
