"""Originals are read again a day's portion at a time, all in a year; what is damaged is told."""

import hashlib
import json
import logging
from datetime import date, timedelta
from pathlib import Path

import pytest

from pop.media import fixity, originals
from pop.media.models import Picture

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 26)
LONG = 1_000.0


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_DATA", str(tmp_path))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The checksums that are read, as they are."""
    asked: list[str] = []
    is_sound = originals.is_sound

    def told(checksum: str) -> bool:
        asked.append(checksum)
        return is_sound(checksum)

    monkeypatch.setattr(originals, "is_sound", told)
    return asked


def fill(count: int) -> list[str]:
    """That many originals; their checksums in order."""
    return sorted(originals.put(str(number).encode()) for number in range(count))


def _away() -> bool:
    raise originals.Failed("le dépôt S3 ne répond pas")


def damage(name: str) -> None:
    originals.local(name).write_bytes(b"something else")


@pytest.mark.parametrize("days", [1, 7, 30, 365])
def test_the_days_share_all_the_checksums(days: int) -> None:
    bounds = sorted(fixity.portion(day, days) for day in range(1_000, 1_000 + days))
    assert bounds[0][0] == "0" * 8
    assert bounds[-1][1] == ""
    assert [before for _, before in bounds[:-1]] == [first for first, _ in bounds[1:]]


def test_every_original_is_read_in_the_number_of_days_that_is_asked(
    read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POP_FIXITY_DAYS", "5")
    monkeypatch.setattr(fixity, "AT_LEAST", 0)
    names = fill(60)
    for day in range(5):
        assert not fixity.step(TODAY + timedelta(day), LONG)
        assert not fixity.step(TODAY + timedelta(day), LONG)
    assert sorted(read) == names


def test_a_small_collection_is_read_whole_each_day_a_larger_one_a_hundred_at_least(
    read: list[str],
) -> None:
    fill(30)
    assert not fixity.step(TODAY, LONG)
    assert len(read) == len(set(read)) == 30
    fill(150)
    assert not fixity.step(TODAY + timedelta(1), LONG)
    assert len(read) == 130
    assert fixity.state().checked == 100
    assert fixity.state().on == TODAY + timedelta(1)


def test_it_goes_on_from_where_it_was_stopped(read: list[str]) -> None:
    names = fill(40)
    assert fixity.step(TODAY, -1)
    assert read == []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(originals, "is_sound", lambda name: name != names[12] or _away())
        with pytest.raises(originals.Failed):
            fixity.step(TODAY, LONG)
    assert fixity.state().checked == 12
    assert not fixity.step(TODAY, LONG)
    assert read == names[12:]
    assert fixity.state().checked == 40


def test_days_when_nothing_ran_are_made_up_for(
    read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POP_FIXITY_DAYS", "4")
    monkeypatch.setattr(fixity, "AT_LEAST", 0)
    names = fill(40)
    assert not fixity.step(TODAY, LONG)
    later = TODAY + timedelta(3)
    assert fixity.step(later, LONG)
    assert fixity.step(later, LONG)
    assert not fixity.step(later, LONG)
    assert sorted(read) == names
    # Away for longer than a round: once is enough.
    read.clear()
    much_later = later + timedelta(400)
    while fixity.step(much_later, LONG):
        pass
    assert sorted(read) == names


def test_what_is_damaged_is_told_and_looked_at_again_until_it_is_mended(
    caplog: pytest.LogCaptureFixture,
) -> None:
    names = fill(3)
    damage(names[1])
    with caplog.at_level(logging.ERROR):
        fixity.step(TODAY, LONG)
    assert f"original abîmé : {names[1]}" in caplog.text
    assert fixity.state().damaged == [names[1]]
    originals.forget(names[1])
    fill(3)
    fixity.step(TODAY + timedelta(1), LONG)
    assert fixity.state().damaged == []


def test_a_known_picture_that_is_not_kept_is_missing_until_it_is_back(
    caplog: pytest.LogCaptureFixture,
) -> None:
    (name,) = fill(1)
    absent = hashlib.sha256(b"absent").hexdigest()
    for known in (name, absent):
        Picture.objects.create(checksum=known)
    assert list(fixity.read_all()) == sorted([(name, True), (absent, False)])
    assert fixity.state().missing == [absent]
    originals.put(b"absent")
    fixity.step(TODAY, LONG)
    assert fixity.state().missing == []


def test_a_day_tells_what_is_missing(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POP_FIXITY_DAYS", "1")
    absent = hashlib.sha256(b"absent").hexdigest()
    Picture.objects.create(checksum=absent)
    with caplog.at_level(logging.ERROR):
        assert not fixity.step(TODAY, LONG)
    assert f"original absent : {absent}" in caplog.text
    # Nobody shows it any more: it is not missed.
    Picture.objects.all().delete()
    fixity.step(TODAY + timedelta(1), LONG)
    assert fixity.state().missing == []


def test_some_are_read_from_anywhere_round_to_the_first() -> None:
    names = fill(5)
    assert [name for name, _ in fixity.read_some(3, names[3])] == [names[3], names[4], names[0]]
    assert len(list(fixity.read_some(50, names[3]))) == 5


def test_a_memory_that_cannot_be_read_begins_again() -> None:
    fill(2)
    fixity.step(TODAY, LONG)
    file = originals.folder() / "fixity.json"
    assert json.loads(file.read_text())["checked"] == 2
    file.write_text("{half of")
    assert fixity.state() == fixity.State()
    assert not fixity.step(TODAY, LONG)
    assert fixity.state().checked == 2
