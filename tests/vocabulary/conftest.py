"""Vocabularies for tests: files written for one test, read and loaded."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pop.vocabulary import loading, opening
from pop.vocabulary.loading import Loaded, Settings
from pop.vocabulary.models import Expands
from pop.vocabulary.scheme import Scheme

Read = Callable[..., Scheme]
Load = Callable[..., Loaded]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a text (or bytes) to a file and read it as a vocabulary."""

    def read_(text: str | bytes, encoding: str = "utf-8") -> Scheme:
        path = tmp_path / "vocabulaire"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return opening.read(path)

    return read_


@pytest.fixture
def load(read: Read) -> Load:
    """Write a text to a file and load it under a key."""

    def load_(
        text: str,
        key: str = "essai",
        expands: Expands = Expands.NARROWER,
        closed: tuple[str, ...] = (),
        title: str = "",
    ) -> Loaded:
        settings = Settings(key, title or key, f"{key}.txt", expands=expands, closed=closed)
        return loading.load(read(text), settings)

    return load_


def kinds(scheme: Scheme) -> dict[str, list[int]]:
    """The findings of a scheme: their lines by kind."""
    found: dict[str, list[int]] = {}
    for finding in scheme.findings:
        found.setdefault(finding.kind, []).append(finding.line)
    return found
