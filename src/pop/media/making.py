"""Pyramids made by processes that may be lost: in the background, those that wait, by as many as
there are cores; at once, the one that somebody asks for, by one beside each process that serves.

What is made is told by the row of the picture; stopped at any time, the next pass goes on. What
cannot be made is not tried again: its row says why.
"""

import atexit
import json
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Lock

from django.db import transaction

from pop.media import originals, pyramids
from pop.media.answering import Answering
from pop.media.decoding import Unreadable
from pop.media.models import Picture
from pop.media.tiled import Malformed, Tiled

SLICE = 64
"""Pictures given out at a time; their rows are written together."""
PATIENCE = 600.0
"""Seconds before a picture is given up."""
LOST = "l’image ne se décode pas : elle est abîmée ou piégée"

Failures = dict[str, str]


def waiting() -> int:
    """How many pictures have no pyramid yet."""
    return Picture.objects.filter(pyramid=Picture.WAITING).count()


def make(seconds: float | None = None, progress: Callable[[int], None] = lambda _: None) -> bool:
    """Make what waits, for about that long when it is said; whether some is left."""
    until = None if seconds is None else time.monotonic() + seconds
    done = 0
    with _Makers(os.cpu_count() or 1) as makers:
        for checksums in _slices():
            if until is not None and time.monotonic() >= until:
                return True
            _tell(checksums, makers.make(checksums))
            done += len(checksums)
            progress(done)
    return False


def _slices() -> Iterator[list[str]]:
    last = ""
    while True:
        rows = Picture.objects.filter(pyramid=Picture.WAITING, checksum__gt=last)
        found = list(rows.order_by("checksum").values_list("checksum", flat=True)[:SLICE])
        if not found:
            return
        yield found
        last = found[-1]


def _tell(checksums: list[str], failures: Failures) -> None:
    made = [checksum for checksum in checksums if checksum not in failures]
    with transaction.atomic():
        Picture.objects.filter(checksum__in=made).update(pyramid=Picture.MADE, failure="")
        for checksum, reason in failures.items():
            Picture.objects.filter(checksum=checksum).update(
                pyramid=Picture.IMPOSSIBLE, failure=reason[:300]
            )


def opened(checksum: str) -> Tiled:
    """The pyramid of a picture, made at once when it is not there, or is not what we write.

    Raises originals.Absent, originals.Failed, Unreadable.
    """
    made = pyramids.path(checksum)
    try:
        return Tiled(made)
    except Malformed:
        made.unlink(missing_ok=True)
    except FileNotFoundError:
        pass
    with _TURN:
        if not made.exists() and (reason := _asked(_AT_ONCE, originals.local(checksum), made)):
            raise Unreadable(reason)
    return Tiled(made)


# One at a time for those who wait; it ends with the process that serves.
_AT_ONCE = Answering("pop.media.maker", PATIENCE)
_TURN = Lock()
atexit.register(_AT_ONCE.stop)


def _asked(maker: Answering, original: Path, made: Path) -> str:
    """Why a process could not make that pyramid, "" when it did."""
    said = maker.ask(f"{original.resolve()}\t{made.resolve()}")
    return str(json.loads(said).get("reason", "")) if said else LOST


class _Makers:
    """Processes that make pyramids, and a thread that waits for each."""

    def __init__(self, count: int) -> None:
        self._free: SimpleQueue[Answering] = SimpleQueue()
        self._all = [Answering("pop.media.maker", PATIENCE) for _ in range(count)]
        for one in self._all:
            self._free.put(one)
        self._threads = ThreadPoolExecutor(count)

    def __enter__(self) -> "_Makers":
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown()
        for one in self._all:
            one.stop()

    def make(self, checksums: list[str]) -> Failures:
        """Why each of those that could not be made was not."""
        said = zip(checksums, self._threads.map(self._make, checksums), strict=True)
        return {checksum: reason for checksum, reason in said if reason}

    def _make(self, checksum: str) -> str:
        made = pyramids.path(checksum)
        if made.exists():
            return ""
        try:
            original = originals.local(checksum)
        except originals.Absent:
            return "son original n’est pas là"
        maker = self._free.get()
        try:
            return _asked(maker, original, made)
        finally:
            self._free.put(maker)
