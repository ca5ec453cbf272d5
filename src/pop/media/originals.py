"""Originals under the SHA-256 of their bytes: the same picture twice is kept once.

They are in the store that POP_MEDIA names (`stores.py`); what is made of them stays on this
machine, and can be made again.
"""

import hashlib
import shutil
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from config.paths import data_folder
from pop.media.store import Absent as Absent
from pop.media.store import Failed as Failed
from pop.media.store import is_name
from pop.media.stores import store
from pop.media.writing import written_whole


def folder() -> Path:
    """Where everything of this room is, on this machine."""
    return data_folder() / "media"


def local(checksum: str) -> Path:
    """The original as a file of this machine: its own when it is kept on disk, else a copy.

    To be read only, and asked for again each time. Raises Absent, Failed.
    """
    return store().local(_name(checksum))


def open(checksum: str) -> BufferedReader:
    """The original as it is kept, open for reading. Raises Absent, Failed."""
    return store().open(_name(checksum))


def has(checksum: str) -> bool:
    """Whether that original is kept. Raises Failed."""
    return is_name(checksum) and store().has(checksum)


def put(content: bytes) -> str:
    """Keep these bytes; their checksum. Raises Failed."""
    checksum = hashlib.sha256(content).hexdigest()
    if not store().has(checksum):
        store().put(checksum, content)
    return checksum


def keep(file: Path) -> str:
    """Keep the bytes of a file, however large; their checksum. Raises Failed."""
    named = checksum(file)
    if not store().has(named):
        store().keep(named, file)
    return named


def checksum(file: Path) -> str:
    """The checksum under which that file would be kept."""
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def held(first: str = "", before: str = "") -> Iterator[str]:
    """The checksums of the originals kept, from the first on, below the other; in no order but
    that of their two first digits. Raises Failed."""
    return store().names(first, before)


def is_sound(checksum: str) -> bool:
    """Whether the bytes kept are still those; read again, all of them. Raises Absent, Failed."""
    with open(checksum) as kept:
        return hashlib.file_digest(kept, "sha256").hexdigest() == checksum


def derivatives(checksum: str) -> Path:
    """The folder of what is made of a picture, always on this machine. Raises Absent when this
    is no checksum at all."""
    return folder() / "derivatives" / checksum[:2] / _name(checksum)


def forget(checksum: str) -> None:
    """Remove an original, its former versions and all that was made of it; nothing when it is not
    there. Raises Failed."""
    shutil.rmtree(derivatives(checksum), ignore_errors=True)
    store().delete(checksum)


def write(kept: Path, content: bytes) -> None:
    """Write a file beside its place, then move it there at once."""
    with written_whole(kept) as file:
        file.write(content)


def _name(checksum: str) -> str:
    if not is_name(checksum):
        raise Absent(checksum)
    return checksum
