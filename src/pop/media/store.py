"""What is asked of a store of originals, wherever it is: a folder (`disk.py`), a bucket (`s3.py`).

A name is the SHA-256 of the bytes, in hexadecimal: what is under a name never changes.
"""

import re
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Protocol

CHUNK = 1 << 20
_NAME = re.compile(r"[0-9a-f]{64}")


class Absent(LookupError):
    """Nothing is kept under this name."""


class Failed(OSError):
    """The store did not do what was asked of it; the message says why, in French."""


class Store(Protocol):
    """What is asked of a store. All raise Failed when it does not answer, or refuses."""

    def put(self, name: str, content: bytes) -> None:
        """Keep these bytes, whole or not at all."""

    def keep(self, name: str, file: Path) -> None:
        """Keep the bytes of a file of any size, whole or not at all, without holding them."""

    def open(self, name: str, start: int = 0) -> BufferedReader:
        """The bytes as they are kept, from that one on. Raises Absent."""

    def local(self, name: str) -> Path:
        """A file of this machine that holds them; not to be written, not to be kept for later:
        asked for again each time. Raises Absent."""

    def has(self, name: str) -> bool:
        """Whether something is kept under that name."""

    def delete(self, name: str) -> None:
        """Remove it for good, former versions included; nothing when it is not there."""

    def names(self, first: str = "", before: str = "") -> Iterator[str]:
        """The names from `first` on and below `before`, met one after the other; in their order
        by groups of those that share their two first digits."""


def is_name(text: str) -> bool:
    """Whether that is the name of something kept, or might be."""
    return _NAME.fullmatch(text) is not None
