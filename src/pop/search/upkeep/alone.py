"""One process, or one thread, at a time in a piece of work on the index; the others wait."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from config.paths import data_folder


@contextmanager
def alone(work: str, wait: bool = True) -> Iterator[bool]:
    """Hold the lock of that name in the folder of the platform; False, when others hold it and one
    does not wait for them."""
    path = data_folder() / f"{work}.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
