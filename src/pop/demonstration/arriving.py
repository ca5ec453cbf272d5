"""The collection brought into the store: pictures drawn by several processes, notices through the
door of `changes`, a first part at once, so that there soon is something to look at."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from django.db import transaction

from config.paths import data_folder
from pop.accounts.permissions import Actor, Deed, Kind
from pop.changes import applying, planning
from pop.changes.gate import writing
from pop.changes.planning import Origin
from pop.changes.rows import Row
from pop.demonstration import glossaries
from pop.demonstration.drawing.studio import drawing
from pop.demonstration.generating.collection import LEAST, collection
from pop.demonstration.generating.entries import Entry
from pop.media import pictures
from pop.media.seen import Seen
from pop.notices import demonstration, images
from pop.notices.images import Image
from pop.search.upkeep import indexer

SOURCE = "collection de démonstration"
"""The source that the batches of a demonstration bear, by which they are known again."""
ORIGIN = Origin(Actor(Kind.MINISTRY, "pop demo"), Deed.MINISTRY_COPY, "Démonstration", SOURCE)
# Few at first: somebody is waiting; then as many as are quickly written.
_PARTS = (30, 90, 180, 320, 640, 1500)

Progress = Callable[[int, int], None]


class CannotArrive(Exception):
    """Why the collection cannot come into this store, in French."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came: notices and pictures."""

    notices: int
    pictures: int


def arrive(seed: int, size: int, progress: Progress = lambda done, total: None) -> Arrived:
    """Bring the collection in, or what is still missing of it. Raises CannotArrive."""
    if size < LEAST:
        raise CannotArrive(f"La démonstration compte au moins {LEAST} notices.")
    with _alone():
        mark = _mark(seed, size)
        if mark.complete:
            return Arrived(0, 0)
        glossaries.bring()
        entries = collection(seed, size)[mark.done :]
        total, drawn_so_far = mark.done + len(entries), 0
        recipes = [asked.recipe for entry in entries for asked in entry.pictures]
        with drawing(recipes) as drawn:
            for part in _parts(entries, mark.done):
                seen = [list(islice(drawn, len(entry.pictures))) for entry in part]
                with writing(), transaction.atomic():
                    pictures.record(chain.from_iterable(seen))
                rows = [_row(entry, some) for entry, some in zip(part, seen, strict=True)]
                drawn_so_far += sum(map(len, seen))
                batch = planning.open_batch(ORIGIN)
                planning.plan(batch, ORIGIN, rows)
                applying.apply(batch)
                done = mark.done + len(part)
                with writing(), transaction.atomic():
                    demonstration.advance(mark, done, complete=done >= total)
                indexer.drain()
                progress(done, total)
        return Arrived(len(entries), drawn_so_far)


def _mark(seed: int, size: int) -> Any:
    """The mark of this store, set at the first start."""
    mark = demonstration.held()
    if mark is None:
        if demonstration.holds_real_notices():
            raise CannotArrive(
                "Ce dossier contient de vraies notices : la démonstration n’y est pas mêlée. "
                "Choisissez un autre dossier (POP_DATA=…)."
            )
        with writing(), transaction.atomic():
            return demonstration.begin(seed, size)
    if (mark.seed, mark.size) != (seed, size):
        raise CannotArrive(
            f"Une démonstration de {mark.size} notices (graine {mark.seed}) est déjà là : "
            "retirez-la d’abord (pop demo --remove)."
        )
    return mark


def _parts(entries: list[Entry], done: int) -> Iterator[list[Entry]]:
    """The entries by parts, larger and larger."""
    start, sizes = 0, iter(_PARTS if not done else ())
    while start < len(entries):
        size = next(sizes, 3000)
        yield entries[start : start + size]
        start += size


def _row(entry: Entry, seen: list[Seen]) -> Row:
    """The notice with its pictures."""
    values = {code: value for code, value in entry.values.items() if value not in ("", [], None)}
    if seen:
        values[images.CODE] = images.serialise(
            Image(
                one.checksum, said.caption, said.credit, said.rights,
                one.width, one.height, one.look.color,
            )
            for said, one in zip(entry.pictures, seen, strict=True)
        )  # fmt: skip
    return Row(1, entry.base, entry.ref, values)


@contextmanager
def _alone() -> Iterator[None]:
    """One arrival at a time in a store."""
    with (data_folder() / "demonstration.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotArrive(
                "La collection de démonstration est déjà en train d’arriver."
            ) from None
        yield
