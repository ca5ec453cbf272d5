"""The generations of the index: one folder each, a pointer to the living one.

A new generation is written beside the living one, then the pointer moves: readers never
see a half-built index.
"""

import hashlib
import shutil
from functools import cache
from pathlib import Path

import msgspec

from config.paths import data_folder
from pop.model import catalogue
from pop.search.engine import Engine

# Raised when the shape of documents changes, so that older indexes are rebuilt.
DOCUMENT_VERSION = 2


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
    """The living index, opened once a process and again when another takes its place."""
    name = living()
    return _open(folder() / name) if name else None


@cache
def _open(path: Path) -> Engine:
    return Engine(path)


def create() -> str:
    """A new, empty generation beside the living one; its name."""
    numbers = [int(p.name) for p in folder().glob("[0-9]*") if p.name.isdigit()]
    name = str(max(numbers, default=0) + 1)
    path = folder() / name
    path.mkdir(parents=True)
    (path / "pop.model").write_text(fingerprint())
    return name


def open_new(name: str) -> Engine:
    """A generation being built."""
    return Engine(folder() / name)


def make_living(name: str) -> None:
    """Move the pointer, at once, and clear away the generations left behind."""
    temporary = folder() / "living.new"
    temporary.write_text(name)
    temporary.replace(folder() / "living")
    for path in folder().glob("[0-9]*"):
        if path.name.isdigit() and int(path.name) < int(name):
            shutil.rmtree(path, ignore_errors=True)


def is_current() -> bool:
    """Whether the living generation was built from the model as it is now."""
    name = living()
    if name is None:
        return False
    try:
        return (folder() / name / "pop.model").read_text() == fingerprint()
    except FileNotFoundError:
        return False


def fingerprint() -> str:
    """What the model and the shape of documents come down to."""
    described = msgspec.json.encode([DOCUMENT_VERSION, list(catalogue.bases().values())])
    return hashlib.sha256(described).hexdigest()
