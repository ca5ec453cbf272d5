"""Delimited text as institutions send it: encoding, separator and quoting found by reading."""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEPARATORS = ("|", ";", "\t", ",")
SAMPLE = 256 * 1024

csv.field_size_limit(min(sys.maxsize, 10_000_000))


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file is written."""

    encoding: str
    separator: str
    quoted: bool


class Unreadable(Exception):
    """The file is not a table that can be read; the message, in French, says what to do."""


def examine(path: Path) -> Dialect:
    """Find out how the file is written, from its beginning. Raises Unreadable."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    if not sample.strip():
        raise Unreadable(f"{path.name} : le fichier est vide.")
    encoding = _encoding(path, sample)
    lines = [line for line in sample.decode(encoding, "replace").splitlines() if line.strip()]
    header = lines[0].lstrip("\ufeff")
    if header.lstrip().startswith(("<!DOCTYPE", "<html", "<HTML", "<?xml", "{", "[", "PK", "%PDF")):
        raise Unreadable(
            f"{path.name} : ce n’est pas un tableau de texte (ligne 1 : « {header[:60]} »). "
            "Exportez-le en CSV."
        )
    separator = max(SEPARATORS, key=header.count)
    if header.count(separator) == 0:
        raise Unreadable(
            f"{path.name} : aucun séparateur (| ; , ou tabulation) dans la première ligne "
            f"« {header[:60]} ». Enregistrez le tableau en CSV."
        )
    return Dialect(encoding, separator, _is_quoted(lines[1:], separator))


def _encoding(path: Path, sample: bytes) -> str:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\x00" in sample:
        raise Unreadable(
            f"{path.name} : c’est un fichier binaire (tableur, image…), pas un texte. "
            "Exportez-le en CSV."
        )
    # A sample may cut a character in two: its last three bytes do not count.
    try:
        sample[: max(len(sample) - 3, 1) if len(sample) == SAMPLE else None].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252" if any(0x80 <= byte <= 0x9F for byte in sample) else "latin-1"
    return "utf-8-sig"


def _is_quoted(lines: list[str], separator: str) -> bool:
    """Whether values stand in quotes: told by how often a quote touches a separator.

    Titles begin with a quote too (« "la Pierre-au-Coq" »), so one is not enough.
    """
    body = "\n".join(lines[:500])
    if separator in ",;" and '"' in body:
        return True
    touching = body.count(f'{separator}"') + body.count(f'"{separator}')
    return touching > 0.5 * body.count(separator)


def read(path: Path, dialect: Dialect) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on, the header first; blank lines are passed over."""
    with path.open(encoding=dialect.encoding, errors="replace", newline="") as file:
        if dialect.quoted:
            reader = csv.reader(file, delimiter=dialect.separator)
        else:
            reader = csv.reader(file, delimiter=dialect.separator, quoting=csv.QUOTE_NONE)
        line = 1
        for record in reader:
            if any(cell.strip() for cell in record):
                yield line, record
            line = reader.line_num + 1
