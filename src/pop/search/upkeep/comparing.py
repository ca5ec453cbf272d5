"""The index held against the store, and a new index against the one it will replace."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from pop.notices import reading
from pop.notices.models import Notice, Stamp
from pop.search.asking import facets
from pop.search.asking.query import Query
from pop.search.engine.index import Snapshot
from pop.search.engine.tallying import tally
from pop.search.engine.translating import Translator

WINDOW = 20_000
# Values of a facet that are compared between two indexes.
COMPARED_VALUES = 1000
# Differences told; the others are counted.
TOLD = 20


class NotTheStore(Exception):
    """A new index does not hold what the store holds; the message says what, in French."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A facet value that two indexes count differently."""

    facet: str
    value: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Faults:
    """Notices that the index does not show as the store has them, by database key.

    missing: not there; stale: there, as they were; extra: there, and no more in the store.
    """

    missing: list[int]
    stale: list[int]
    extra: list[int]

    @property
    def total(self) -> int:
        return len(self.missing) + len(self.stale) + len(self.extra)


def check_bases(snapshot: Snapshot, still_marked: int) -> None:
    """Each base counts as many notices in the index as in the store.

    still_marked: notices changed since the index was begun, which may differ. Raises NotTheStore.
    """
    stored = reading.counts()
    counted = dict(_values(snapshot, "base"))
    for base, number in stored.items():
        if abs(counted.get(base, 0) - number) > still_marked:
            raise NotTheStore(
                f"Le nouvel index a {counted.get(base, 0)} notices de la base {base}, "
                f"la plateforme {number} : il n’est pas mis en service. Relancez la "
                "reconstruction ; si cela se répète, vérifiez l’espace disque."
            )


def differences(before: Snapshot, after: Snapshot) -> list[Difference]:
    """What two indexes count differently, facet by facet, the largest differences first."""
    found = []
    for facet in facets.FACETS:
        old, new = (dict(_values(snapshot, facet)) for snapshot in (before, after))
        found += [
            Difference(facet, value, old.get(value, 0), new.get(value, 0))
            for value in old.keys() | new.keys()
            if old.get(value, 0) != new.get(value, 0)
        ]
    return sorted(found, key=lambda one: (-abs(one.after - one.before), one.facet, one.value))


def _values(snapshot: Snapshot, facet: str) -> list[tuple[str, int]]:
    field = facets.FACETS[facet].engine_field
    every = Translator(snapshot).whole(Query(), None)
    return tally(snapshot, every, {field: COMPARED_VALUES})[0][field]


def check(snapshot: Snapshot) -> Faults:
    """Every notice of the store against the index, in step, with nothing kept but the faults."""
    missing, stale, extra = [], [], []
    stored = _stored()
    there = next(stored, None)
    for key, sequence in _indexed(snapshot):
        while there is not None and there[0] < key:
            if not there[2]:
                missing.append(there[0])
            there = next(stored, None)
        if there is None or there[0] != key:
            extra.append(key)
            continue
        if there[1] != sequence and not there[2]:
            stale.append(key)
        there = next(stored, None)
    while there is not None:
        if not there[2]:
            missing.append(there[0])
        there = next(stored, None)
    # Those taken away a moment ago keep their mark until the index forgets them.
    waiting = set(
        Stamp.objects.filter(notice_id__in=extra, pending=True).values_list("notice_id", flat=True)
    )
    return Faults(missing, stale, [key for key in extra if key not in waiting])


def _stored() -> Iterator[tuple[int, int, bool]]:
    """(key, sequence, whether it waits to be indexed) of every notice, by key."""
    last = 0
    while True:
        stamps = Stamp.objects.filter(
            Exists(Notice.objects.filter(pk=OuterRef("notice_id"))), notice_id__gt=last
        )
        rows = list(
            stamps.order_by("notice_id").values_list("notice_id", "sequence", "pending")[:WINDOW]
        )
        if not rows:
            return
        yield from rows
        last = rows[-1][0]


def _indexed(snapshot: Snapshot) -> Iterator[tuple[int, int]]:
    """(key, sequence) of every document, by key."""
    last = 0
    while rows := snapshot.following(last, WINDOW):
        yield from rows
        last = rows[-1][0]
