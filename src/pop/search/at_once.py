"""Parts of one count made at the same time: the engine does not hold the interpreter."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

T = TypeVar("T")


def at_once(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """The answers of tasks, in their order; the first is done here, the others beside when a
    processor is free. They must not speak to the database of notices."""
    others = [_others().submit(task) for task in tasks[1:]]
    first = [task() for task in tasks[:1]]
    return first + [other.result() for other in others]


@cache
def _others() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(os.cpu_count() or 1, "count")


# Threads are not copied with the process that made them.
os.register_at_fork(after_in_child=_others.cache_clear)
