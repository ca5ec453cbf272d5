"""What was worked out for the searches asked last, in each process: bounded, oldest use forgotten.

What is remembered names the state of the index it was taken from, so a change forgets it by itself.
"""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Memory(Generic[T]):
    """The answers to `most` questions; may be asked by several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()

    def get(self, asked: Hashable) -> T | None:
        """What was answered, or None."""
        with self._lock:
            found = self._kept.get(asked)
            if found is not None:
                self._kept.move_to_end(asked)
            return found

    def put(self, asked: Hashable, answer: T) -> None:
        """Remember an answer."""
        with self._lock:
            self._kept[asked] = answer
            self._kept.move_to_end(asked)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._kept.clear()
