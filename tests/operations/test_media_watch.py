"""What the side process does: each chore in its turn, none held up by another."""

import logging
import os
import time

import pytest

from pop.media import fixity, originals
from pop.operations import media_watch
from pop.operations.program import UNUSABLE, main

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]


def test_a_chore_that_has_more_to_do_goes_on_and_one_that_fails_rests(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.db.close_old_connections", lambda: None)
    done: list[str] = []

    def fails() -> bool:
        done.append("fails")
        raise OSError("the store is away")

    def works() -> bool:
        done.append("works")
        return done.count("works") < 3

    rests: dict[media_watch.Chore, float] = {fails: 0.0, works: 0.0}
    with caplog.at_level(logging.ERROR):
        for _ in range(5):
            media_watch.turn(rests)
    assert done == ["fails", "works", "works", "works"]
    assert "the store is away" in caplog.text
    assert all(until > time.monotonic() for until in rests.values())


def test_fixity_is_one_of_its_chores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.db.close_old_connections", lambda: None)
    originals.put(b"an image")
    media_watch.turn(dict.fromkeys(media_watch.CHORES, 0.0))
    assert fixity.state().checked == 1


def test_it_is_not_launched_by_hand_without_a_parent(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getppid", lambda: 1)
    assert main(["media", "watch"]) == UNUSABLE
    assert "pop serve" in capsys.readouterr().err
