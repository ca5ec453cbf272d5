"""A platform that holds the real files, in a folder of its own that serves again while nothing
that makes it has changed."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from relevance.records import FILES

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "pop"
LIBRARIES = ROOT / "requirements" / "dev.txt"
# What screens and commands do changes neither what is stored nor what is found.
_ELSEWHERE = ("diffusion", "ui", "operations")


@contextmanager
def prepared(folder: Path, real_files: Path, same_index: bool = False) -> Iterator[None]:
    """Within, this process works on a platform of this folder where the real files are loaded and
    indexed; what was done already is not done again. Another process waits for its turn.

    Sets POP_DATA for this process, on SQLite: the order does not depend on the database.
    `same_index` keeps the index though code has changed: right when only the understanding of
    queries did.
    """
    os.environ["POP_DATA"] = str(folder)
    os.environ.pop("POP_DATABASE", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _prepare(folder, [real_files / name for name in FILES], same_index)
        yield


def _prepare(folder: Path, files: Sequence[Path], same_index: bool) -> None:
    rooms = [room for room in _rooms() if room.name != "search"]
    loaded = _digest([*files, LIBRARIES, *_code(rooms)])
    indexed = _digest([*files, LIBRARIES, *_code(_rooms())])
    if _stamp(folder, "loaded") != loaded:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        _pop("load", *map(str, files))
        (folder / "loaded").write_text(loaded)
        (folder / "indexed").write_text(indexed)
    elif _stamp(folder, "indexed") != indexed and not same_index:
        _pop("index", "--rebuild")
        (folder / "indexed").write_text(indexed)


def _rooms() -> list[Path]:
    return sorted(p for p in SOURCES.iterdir() if p.is_dir() and p.name not in _ELSEWHERE)


def _code(rooms: Iterable[Path]) -> list[Path]:
    return sorted(
        path for room in rooms for path in room.rglob("*") if path.suffix in {".py", ".yaml"}
    )


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(str(path).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _stamp(folder: Path, name: str) -> str:
    path = folder / name
    return path.read_text() if path.is_file() else ""


def _pop(*arguments: str) -> None:
    command = [sys.executable, "-m", "pop.operations.program", *arguments, "--json"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
