"""What `pop media watch` does beside the site, a little of each in turn: the chores of `media`."""

import logging
import os
import time
from collections.abc import Callable

from pop.operations.program import DONE, Refusal

PORTION = 20.0
"""Seconds that a chore may take before the others have their turn."""
EVERY = 10.0
"""Seconds of rest of a chore that has nothing left to do."""

Chore = Callable[[], bool]
"""Does some of its work, for PORTION seconds at most; whether some is left."""

_logger = logging.getLogger(__name__)


def watch() -> int:
    """As long as the parent lives."""
    parent = os.getppid()
    if parent == 1:
        raise Refusal("pop media watch est lancé par pop serve ; il s’arrête avec lui.")
    rests = dict.fromkeys(CHORES, 0.0)
    while os.getppid() == parent:
        turn(rests)
        time.sleep(1)
    return DONE


def turn(rests: dict[Chore, float]) -> None:
    """Once each chore that is not at rest: it rests when nothing is left, or when it fails, which
    holds nothing else up. `rests`: until when, by the clock of time.monotonic."""
    from django.db import close_old_connections

    close_old_connections()
    for chore, until in rests.items():
        if time.monotonic() < until:
            continue
        left = False
        try:
            left = chore()
        except Exception:
            _logger.exception("pop media watch : une tâche a échoué, elle sera reprise")
        if not left:
            rests[chore] = time.monotonic() + EVERY


def _fixity() -> bool:
    from django.utils import timezone

    from pop.media import fixity

    return fixity.step(timezone.localdate(), PORTION)


def _looks() -> bool:
    """What changed since the file of likeness was written: looked at, then compared."""
    from pop.search.looks import likeness, looking

    if likeness.is_late():
        looking.look(looking.pictured(likeness.since()))
        likeness.update()
    return False


def _pyramids() -> bool:
    from pop.media import making

    return making.make(PORTION)


CHORES: tuple[Chore, ...] = (_pyramids, _looks, _fixity)
"""All of them, in the order of their turns."""
