"""Works that nobody asked for: the wall of the home page, others each day, and « au hasard ».

Those that are not shown by chance stay out of both (`model/care.py`).
"""

import random
from collections.abc import Iterator
from datetime import date
from itertools import chain, zip_longest
from typing import Any

from pop.diffusion.cards import cards
from pop.model import care, catalogue
from pop.notices import reading
from pop.notices.models import Notice
from pop.search.answers.searching import keys_in_order
from pop.search.asking.query import Query, Sort
from pop.search.engine.generations import snapshot
from pop.search.engine.index import Snapshot

SHOWN = 18
# Taken from each base, before one or two of each are kept.
TAKEN = 24

# What was chosen last, by state of the index and day: only the notices shown are read again.
_remembered: dict[tuple[str, date], list[int]] = {}


def wall(day: date) -> list[dict[str, Any]]:
    """The cards of the wall, the bases taking turns; empty when nothing has a picture."""
    state = snapshot()
    if state is None:
        return []
    chosen = _remembered.get((state.state, day))
    if chosen is None:
        chosen = _chosen(state, day)
        _remembered.clear()
        _remembered[state.state, day] = chosen
    return [card for card in cards(reading.many(chosen)) if card["image"]]


def _chosen(state: Snapshot, day: date) -> list[int]:
    """The notices to show, by database key."""
    notices = [
        n for n in reading.many(list(_found(state, day))) if not care.is_sensitive(n.base, n.values)
    ]
    by_base: dict[str, list[int]] = {}
    seen: set[str] = set()
    for notice, card in zip(notices, cards(notices), strict=True):
        # One view of a thing is enough: « Église Saint-Roch, le portail ».
        thing = card["title"].partition(",")[0]
        if card["image"] and thing not in seen:
            seen.add(thing)
            by_base.setdefault(notice.base, []).append(notice.pk)
    turns = chain.from_iterable(zip_longest(*by_base.values()))
    return [key for key in turns if key is not None][:SHOWN]


def _found(state: Snapshot, day: date) -> Iterator[int]:
    """Some notices with a picture, from a place in each base that the day decides."""
    draw = random.Random(day.toordinal())  # noqa: S311
    for base in catalogue.bases():
        if not care.is_kept_out(base):
            yield from keys_in_order(_pictured(base), state, TAKEN, draw.random())


def by_chance() -> Notice | None:
    """A notice with a picture drawn among all, each base as likely as the others; None when
    nothing has one."""
    state = snapshot()
    if state is None:
        return None
    draw = random.SystemRandom()
    bases = [base for base in catalogue.bases() if not care.is_kept_out(base)]
    for base in draw.sample(bases, len(bases)):
        notices = reading.many(keys_in_order(_pictured(base), state, TAKEN, draw.random()))
        fit = [one for one in notices if not care.is_sensitive(one.base, one.values)]
        if fit:
            return draw.choice(fit)
    return None


def _pictured(base: str) -> Query:
    return Query(bases=(base,), filters=(("image", "oui"),), sort=Sort.STORED)
