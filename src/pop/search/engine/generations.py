"""The generations of the index: one folder each, a pointer to the living one.

A new generation is written beside the living one, then the pointer moves: readers never
see a half-built index.
"""

import hashlib
import shutil
from functools import lru_cache
from pathlib import Path

import msgspec

from config.paths import data_folder
from pop.model import catalogue, rights_table
from pop.search.engine.index import Engine, Snapshot

# Raised when the shape of documents changes, so that older indexes are rebuilt.
DOCUMENT_VERSION = 11
_BUILT_FROM = "pop.model"
# While a generation is being built: the place in time from which it is.
_BEGUN = "begun"


def folder() -> Path:
    """Where the generations are."""
    return data_folder() / "index"


def living() -> str | None:
    """The name of the living generation, or None before the first."""
    try:
        return (folder() / "living").read_text().strip() or None
    except FileNotFoundError:
        return None


def open_living() -> Engine | None:
    """The living index, opened once a process and again when another takes its place.

    None before the first one, or when the living one was built for another shape of documents:
    it is about to be built again.
    """
    for _ in range(3):
        name = living()
        if name is None or not _is_readable(name):
            return None
        try:
            return _open(folder() / name)
        except (OSError, ValueError):
            # The pointer moved meanwhile, and the old generation was cleared away.
            if living() == name:
                raise
    return None


def snapshot() -> Snapshot | None:
    """The living index as it is now, or None."""
    engine = open_living()
    return engine.snapshot() if engine else None


@lru_cache(maxsize=2)
def _open(path: Path) -> Engine:
    return Engine(path)


def begin(until: int) -> tuple[str, int]:
    """A generation to be built beside the living one, and the place in time it is built from:
    one that was begun for the same model and stopped on its way, else a new one from `until`."""
    for path in folder().glob("[0-9]*/" + _BEGUN):
        if path.parent.name != living() and _is_built_from_now(path.parent.name):
            return path.parent.name, int(path.read_text() or 0)
    name = create()
    (folder() / name / _BEGUN).write_text(str(until))
    return name, until


def create() -> str:
    """A new, empty generation beside the living one; its name."""
    numbers = [int(p.name) for p in folder().glob("[0-9]*") if p.name.isdigit()]
    name = str(max(numbers, default=0) + 1)
    path = folder() / name
    path.mkdir(parents=True)
    (path / _BUILT_FROM).write_text(f"{DOCUMENT_VERSION} {fingerprint()}")
    return name


def open_new(name: str) -> Engine:
    """A generation being built."""
    return Engine(folder() / name)


def drop(name: str) -> None:
    """Forget a generation that must not live."""
    shutil.rmtree(folder() / name, ignore_errors=True)


def make_living(name: str) -> None:
    """Move the pointer, at once, and clear away the generations left behind.

    The one that was living stays until the next switch: requests may still be reading it.
    """
    before = living()
    (folder() / name / _BEGUN).unlink(missing_ok=True)
    temporary = folder() / "living.new"
    temporary.write_text(name)
    temporary.replace(folder() / "living")
    for path in folder().glob("[0-9]*"):
        if path.name.isdigit() and path.name not in (name, before):
            shutil.rmtree(path, ignore_errors=True)


def is_current() -> bool:
    """Whether the living generation was built from the model as it is now."""
    name = living()
    return name is not None and _is_built_from_now(name)


def _is_built_from_now(name: str) -> bool:
    return _built_from(name) == f"{DOCUMENT_VERSION} {fingerprint()}"


def _is_readable(name: str) -> bool:
    return _built_from(name).partition(" ")[0] == str(DOCUMENT_VERSION)


def _built_from(name: str) -> str:
    try:
        return (folder() / name / _BUILT_FROM).read_text()
    except FileNotFoundError:
        return ""


def fingerprint() -> str:
    """What the model and the shape of documents come down to."""
    described = msgspec.json.encode(
        [DOCUMENT_VERSION, list(catalogue.bases().values()), rights_table.table()]
    )
    return hashlib.sha256(described).hexdigest()
