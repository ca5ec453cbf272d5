"""Files brought from afar and kept on this machine as long as there is room for them.

Those not used for the longest time go first. Nothing is lost with them: they are fetched again.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from pop.media.writing import written_whole

IN_USE = 120.0
"""Seconds during which what was asked for is not taken away: someone may be about to open it."""
# Counted again when so much has come since, rather than each time: a twentieth of the room.
_SHARE = 20


class Cache:
    """A folder of at most `size` bytes, plus what is in use; several processes may share it."""

    def __init__(self, folder: Path, size: int) -> None:
        self._folder = folder
        self._size = size
        self._come = size  # nothing is known of the folder yet

    def find(self, name: str) -> Path | None:
        """The file of that name, now the last to go; None when it is not here."""
        path = self.path(name)
        try:
            os.utime(path)
        except FileNotFoundError:
            return None
        return path

    @contextmanager
    def coming(self, name: str) -> Iterator[BinaryIO]:
        """Where to write that file; it appears whole, or not at all."""
        path = self.path(name)
        with written_whole(path) as file:
            yield file
            self._come += file.tell()
        if self._come * _SHARE >= self._size:
            self._make_room()
            self._come = 0

    def forget(self, name: str) -> None:
        """Remove that file; nothing when it is not here."""
        self.path(name).unlink(missing_ok=True)

    def _make_room(self) -> None:
        files = []
        for path in self._folder.glob("??/*"):
            # Another process may be taking it away.
            with suppress(FileNotFoundError):
                state = path.stat()
                files.append((state.st_mtime, state.st_size, path))
        room = self._size - sum(size for _, size, _ in files)
        until = time.time() - IN_USE
        for used, size, path in sorted(files):
            if room >= 0 or used > until:
                break
            path.unlink(missing_ok=True)
            room += size

    def path(self, name: str) -> Path:
        """Where that file is, or would be."""
        return self._folder / name[:2] / name
