"""Originals under the SHA-256 of their bytes: the same picture twice is kept once.

A file appears whole or not at all, whatever interrupts its writing.
"""

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from config.paths import data_folder

_CHECKSUM = re.compile(r"[0-9a-f]{64}")


class Absent(LookupError):
    """No picture is kept under this checksum."""


def folder() -> Path:
    """Where everything of this room is."""
    return data_folder() / "media"


def path(checksum: str) -> Path:
    """Where that original is kept, or would be. Raises Absent when it is no checksum at all."""
    if not _CHECKSUM.fullmatch(checksum):
        raise Absent(checksum)
    return folder() / "originals" / checksum[:2] / checksum


def put(content: bytes) -> str:
    """Keep these bytes; their checksum."""
    checksum = hashlib.sha256(content).hexdigest()
    kept = path(checksum)
    if not kept.exists():
        write(kept, content)
    return checksum


def keep(file: Path) -> str:
    """Keep the bytes of a file, however large; their checksum."""
    named = checksum(file)
    kept = path(named)
    if not kept.exists():
        with file.open("rb") as source, written_whole(kept) as written:
            shutil.copyfileobj(source, written, 1 << 20)
    return named


def checksum(file: Path) -> str:
    """The checksum under which that file would be kept."""
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def held() -> Iterator[Path]:
    """Every original that is kept."""
    for one in sorted((folder() / "originals").glob("??/*")):
        if _CHECKSUM.fullmatch(one.name):
            yield one


def open(checksum: str) -> BinaryIO:
    """The original, open for reading. Raises Absent."""
    try:
        return path(checksum).open("rb")
    except FileNotFoundError:
        raise Absent(checksum) from None


def local(checksum: str) -> Path:
    """The original as a file of this machine. Raises Absent."""
    kept = path(checksum)
    if not kept.exists():
        raise Absent(checksum)
    return kept


def derivatives(checksum: str) -> Path:
    """The folder of what is made of a picture."""
    return folder() / "derivatives" / checksum[:2] / checksum


def forget(checksum: str) -> None:
    """Remove a picture and all that was made of it; nothing when it is not there."""
    path(checksum).unlink(missing_ok=True)
    shutil.rmtree(derivatives(checksum), ignore_errors=True)


def write(kept: Path, content: bytes) -> None:
    """Write a file beside its place, then move it there at once."""
    with written_whole(kept) as file:
        file.write(content)


@contextmanager
def written_whole(kept: Path) -> Iterator[BinaryIO]:
    """A file that appears in its place when all of it is written, or never."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=kept.parent, prefix=".")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(kept)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
