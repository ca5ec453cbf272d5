"""Originals under their checksum: kept once, whole, found again, forgotten."""

import hashlib
from pathlib import Path

import pytest

from pop.media import originals


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_DATA", str(tmp_path))


def test_bytes_are_found_again_by_their_checksum() -> None:
    checksum = originals.put(b"an image")
    assert checksum == hashlib.sha256(b"an image").hexdigest()
    with originals.open(checksum) as file:
        assert file.read() == b"an image"


def test_the_same_bytes_are_kept_once() -> None:
    first, again = originals.put(b"one"), originals.put(b"one")
    kept = [path for path in originals.folder().rglob("*") if path.is_file()]
    assert first == again
    assert kept == [originals.local(first)]


def test_what_is_not_there_is_absent() -> None:
    with pytest.raises(originals.Absent):
        originals.open("0" * 64)


@pytest.mark.parametrize(
    "name", ["", "..", "../../secret_key", "A" * 64, "0" * 63, "0" * 64 + "\n"]
)
def test_no_other_file_can_be_named(name: str) -> None:
    with pytest.raises(originals.Absent):
        originals.local(name)


def test_a_write_that_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="no space"):
        originals.put(b"half of it")
    assert [path for path in originals.folder().rglob("*") if path.is_file()] == []


def test_an_image_forgotten_leaves_with_what_was_made_of_it() -> None:
    checksum = originals.put(b"an image")
    originals.write(originals.derivatives(checksum) / "240.jpg", b"smaller")
    originals.forget(checksum)
    originals.forget(checksum)
    assert [path for path in originals.folder().rglob("*") if path.is_file()] == []
