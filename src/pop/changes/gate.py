"""One writer at a time on SQLite, in turn: nobody polls, nobody starves.

SQLite lets one transaction write; the others ask again after growing delays, and a long load
that takes the lock back at once would leave them outside. Here they queue in the kernel.
PostgreSQL has its own queues: there the gate is open.
"""

import fcntl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from config.paths import data_folder

_inside = threading.local()


@contextmanager
def writing() -> Iterator[None]:
    """Hold the turn to write. A turn inside a turn is the same turn."""
    if connection.vendor != "sqlite" or getattr(_inside, "here", False):
        yield
        return
    path = data_folder() / "writing.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _inside.here = True
        try:
            yield
        finally:
            _inside.here = False
    # The next in the queue takes its turn before this thread asks for another.
    time.sleep(0)
