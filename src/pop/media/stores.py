"""Where the bytes of originals are: a folder of this machine, or a bucket of S3 (`s3.py`).

A name is the SHA-256 of the bytes, in hexadecimal: what is under a name never changes.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, Protocol

from config import media
from config.paths import data_folder

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


def store() -> Store:
    """The store that POP_MEDIA names."""
    folder = data_folder() / "media"
    bucket = media.bucket()
    if bucket is None:
        return DiskStore(folder / "originals")
    return _s3(bucket, folder / "cache", media.cache_size())


@cache
def _s3(bucket: media.Bucket, folder: Path, size: int) -> Store:
    # Half a second to load: only where it is used.
    from pop.media.caching import Cache
    from pop.media.s3 import S3Store

    return S3Store(bucket, Cache(folder, size))


def is_name(text: str) -> bool:
    """Whether that is the name of something kept, or might be."""
    return _NAME.fullmatch(text) is not None


class DiskStore:
    """A folder of this machine, in 256 folders."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, content: bytes) -> None:
        with written_whole(self._path(name)) as written:
            written.write(content)

    def keep(self, name: str, file: Path) -> None:
        sum_ = hashlib.sha256()
        with file.open("rb") as source, written_whole(self._path(name)) as written:
            while chunk := source.read(CHUNK):
                sum_.update(chunk)
                written.write(chunk)
            if sum_.hexdigest() != name:
                raise Failed(f"{file.name} a changé pendant sa copie : recommencez")

    def open(self, name: str, start: int = 0) -> BufferedReader:
        try:
            file = self._path(name).open("rb")
        except FileNotFoundError:
            raise Absent(name) from None
        file.seek(start)
        return file

    def local(self, name: str) -> Path:
        path = self._path(name)
        if not path.exists():
            raise Absent(name)
        return path

    def has(self, name: str) -> bool:
        return self._path(name).exists()

    def delete(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def names(self, first: str = "", before: str = "") -> Iterator[str]:
        for number in range(256):
            group = f"{number:02x}"
            if group < first[:2] or (before and group > before[:2]):
                continue
            try:
                entries = os.scandir(self._folder / group)
            except FileNotFoundError:
                continue
            with entries:
                for entry in entries:
                    if is_name(entry.name) and first <= entry.name < (before or "g"):
                        yield entry.name

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name


@contextmanager
def written_whole(kept: Path) -> Iterator[BinaryIO]:
    """A file written beside its place, then moved there at once; nothing when it fails."""
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
