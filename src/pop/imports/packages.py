"""A file as people send it → the texts inside: itself, or what a .gz or a .zip holds.

Always streamed, never written beside; what expands without end is refused. Chosen by the
first bytes, never by the name.
"""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from pop.imports import signatures
from pop.imports.refusals import NotATable, Unreadable

# One table expanded, at most; and how many times its compressed size beyond the first bytes.
# The ministry's files expand ten times; JSON of empty fields fifty; a bomb a thousand.
MOST_BYTES: Final = 20 * 2**30
MOST_TIMES: Final = 200
FREE_BYTES: Final = 100 * 2**20
MOST_MEMBERS: Final = 10_000

# What these modules raise on a damaged archive, OSError included (a seek out of the file).
_BROKEN = (zlib.error, EOFError, zipfile.BadZipFile, struct.error, ValueError, OSError)


@contextmanager
def _said() -> Iterator[None]:
    """What is wrong with an archive, in French."""
    try:
        yield
    except RuntimeError as error:
        raise Unreadable("l’archive est faite d’une façon qui n’est pas connue ici.") from error
    except _BROKEN as error:
        raise Unreadable(
            "l’archive est abîmée ou incomplète ; téléchargez-la ou faites-la de nouveau."
        ) from error


@dataclass(frozen=True, slots=True)
class Piece:
    """One text to read: `open` gives its bytes, expanded, from the beginning each time."""

    name: str
    path: Path
    open: Callable[[], BinaryIO]


def pieces(path: Path) -> list[Piece]:
    """What a file holds, at least one piece.

    Raises Unreadable (an empty, damaged or locked archive, a spreadsheet) and OSError.
    """
    if path.is_dir():
        raise NotATable("c’est un dossier, pas un fichier.")
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
    except FileNotFoundError as error:
        raise NotATable("ce fichier n’existe pas.") from error
    except PermissionError as error:
        raise NotATable("vous n’avez pas le droit de lire ce fichier.") from error
    if head.startswith(b"\x1f\x8b"):
        size = path.stat().st_size
        return [Piece(path.name, path, lambda: _guarded(gzip.open(path), size))]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _members(path, head)
    return [Piece(path.name, path, lambda: path.open("rb"))]


def _members(path: Path, head: bytes) -> list[Piece]:
    """The files of a zip, but those that systems add."""
    if b"[Content_Types].xml" in head or head[30:38] == b"mimetype":
        raise NotATable(_SPREADSHEET)
    with _said(), zipfile.ZipFile(path) as archive:
        members = archive.infolist()
    names = {member.filename for member in members}
    if names & {"[Content_Types].xml", "mimetype", "content.xml"}:
        raise NotATable(_SPREADSHEET)
    if len(members) > MOST_MEMBERS:
        raise Unreadable(f"l’archive a plus de {MOST_MEMBERS} fichiers ; faites-en plusieurs.")
    wanted = [member for member in members if not _added(member.filename)]
    if not wanted:
        raise NotATable("l’archive est vide.")
    if any(member.flag_bits & 1 for member in wanted):
        raise Unreadable("l’archive a un mot de passe ; faites-la de nouveau sans mot de passe.")
    return [_member(path, member) for member in wanted]


_SPREADSHEET = signatures.SPREADSHEET.format(".xlsx, .ods ou document du même genre")


def _member(path: Path, member: zipfile.ZipInfo) -> Piece:
    # What the archive says of sizes may lie: the file itself bounds what is compressed.
    size = min(member.compress_size, path.stat().st_size)

    def opened() -> BinaryIO:
        with _said(), zipfile.ZipFile(path) as archive:
            return _guarded(archive.open(member), size)

    return Piece(f"{path.name} › {_name(member)}", path, opened)


def _name(member: zipfile.ZipInfo) -> str:
    """The name of a file of a zip; old programs write UTF-8 without saying so."""
    name = member.filename
    if not member.flag_bits & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name


def _added(name: str) -> bool:
    """Whether a member is a folder, or what systems put in archives by themselves."""
    parts = name.split("/")
    last = parts[-1]
    return not last or last.startswith(".") or last == "Thumbs.db" or parts[0] == "__MACOSX"


class _Guard(io.RawIOBase):
    """Bytes of an archive, which stop with Unreadable when they are too many or broken."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self._stream, self._most, self._read = stream, most, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        with _said():
            data = self._stream.read(len(buffer))
        self._read += len(data)
        if self._read > self._most:
            raise Unreadable(
                f"l’archive se déplie sans fin (plus de {self._most // 2**20} Mo) ; "
                "rien n’en est lu."
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def _guarded(stream: object, compressed: int) -> BinaryIO:
    most = min(MOST_BYTES, max(FREE_BYTES, compressed * MOST_TIMES))
    return io.BufferedReader(_Guard(stream, most), 2**17)  # type: ignore[arg-type]
