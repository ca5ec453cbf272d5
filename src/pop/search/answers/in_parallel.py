"""Parts of one count made at the same time: the engine does not hold the interpreter."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from threading import Lock
from typing import TypeVar

T = TypeVar("T")


class _Others:
    """Threads that help, and how many tasks they have."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(os.cpu_count() or 1, "count")
        self._lock = Lock()
        self.tasks = 0

    def all(self, tasks: Sequence[Callable[[], T]]) -> list[T]:
        with self._lock:
            self.tasks += len(tasks)
        try:
            others = [self._threads.submit(task) for task in tasks[1:]]
            first = [task() for task in tasks[:1]]
            return first + [other.result() for other in others]
        finally:
            with self._lock:
                self.tasks -= len(tasks)


def in_parallel(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """The answers of tasks, in their order; the first is done here, the others beside when a
    processor is free. They must not speak to the database of notices."""
    return _others().all(tasks)


def are_free() -> bool:
    """Whether nobody else in this process does tasks: to share one's own costs more in all."""
    return not _others().tasks


@cache
def _others() -> _Others:
    return _Others()


# Threads are not copied with the process that made them.
os.register_at_fork(after_in_child=_others.cache_clear)
