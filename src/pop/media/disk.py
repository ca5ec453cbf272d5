"""Originals in a folder of this machine."""

import hashlib
import os
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from pop.media.store import CHUNK, Absent, Failed, is_name
from pop.media.writing import written_whole


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
