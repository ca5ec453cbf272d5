"""Pyramids made in the background: all that wait, once; what cannot be made says why."""

from pathlib import Path

import pytest
import pyvips

from pop.media import making, originals, pictures, pyramids
from pop.media.answering import Answering
from pop.media.looks import look
from pop.media.models import Picture
from pop.media.seen import Seen
from pop.media.tiled import Tiled

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_DATA", str(tmp_path))


def kept(shade: int) -> str:
    """An original with its row; its sum."""
    image = (pyvips.Image.black(700, 600, bands=3) + shade).cast("uchar")
    checksum = originals.put(image.copy(interpretation="srgb").jpegsave_buffer())
    pictures.record([Seen(checksum, 700, 600, look(image.numpy()))])
    return checksum


def test_what_waits_is_made_once() -> None:
    checksums = [kept(shade) for shade in (10, 60, 110)]
    assert making.waiting() == 3
    assert making.make() is False
    assert making.waiting() == 0
    for checksum in checksums:
        assert Tiled(pyramids.path(checksum)).levels[0].width == 700
    made = pyramids.path(checksums[0]).stat().st_mtime_ns
    Picture.objects.update(pyramid=Picture.WAITING)
    making.make()
    assert pyramids.path(checksums[0]).stat().st_mtime_ns == made


def test_what_cannot_be_made_says_why_and_is_not_tried_again() -> None:
    sound, damaged, gone = kept(10), kept(60), kept(110)
    originals.local(damaged).write_bytes(b"\xff\xd8\xffnothing more")
    originals.local(gone).unlink()
    making.make()
    states = {row.checksum: row for row in Picture.objects.all()}
    assert states[sound].pyramid == Picture.MADE
    assert states[damaged].pyramid == states[gone].pyramid == Picture.IMPOSSIBLE
    assert "abîmée" in states[damaged].failure
    assert "original" in states[gone].failure
    assert not pyramids.path(damaged).exists()
    assert making.waiting() == 0


def test_a_process_that_is_lost_loses_one_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = sorted((kept(10), kept(60)))
    ask = Answering.ask

    def lost(self: Answering, line: str) -> str:
        if first in line:
            self.stop()
            return ""
        return ask(self, line)

    monkeypatch.setattr(Answering, "ask", lost)
    making.make()
    assert Picture.objects.get(pk=first).failure == making.LOST
    assert Picture.objects.get(pk=second).pyramid == Picture.MADE


def test_it_stops_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "SLICE", 1)
    for shade in (10, 60):
        kept(shade)
    assert making.make(seconds=0) is True
    assert making.waiting() == 2
