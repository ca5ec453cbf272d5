"""The wall of pictures of the home page: works of every base, others each day.

Works that are not shown by chance stay out of it: those of Rose-Valland (rules of the domain, §4)
and what needs a word of care (§7).
"""

import random
from collections.abc import Iterator
from datetime import date
from itertools import chain, zip_longest
from typing import Any

from pop.diffusion.cards import cards
from pop.model import catalogue
from pop.model.values.words import normal
from pop.notices import reading
from pop.notices.models import Notice
from pop.search.engine import Snapshot
from pop.search.generations import snapshot
from pop.search.query import Query, Sort
from pop.search.searching import keys_in_order

SHOWN = 18
# Taken from each base, before one or two of each are kept.
TAKEN = 12
KEPT_OUT = frozenset({"mnr"})
# To be completed by a person of the trade: what asks for care before it meets the eye.
_CARE = frozenset(
    """momie momies crane cranes squelette squelettes ossement ossements cadavre cadavres humain
    humains supplice bourreau esclave esclaves negre negres negresse indigene indigenes""".split()
)


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
    notices = [n for n in reading.many(list(_found(state, day))) if not _needs_care(n)]
    by_base: dict[str, list[int]] = {}
    for notice, card in zip(notices, cards(notices), strict=True):
        if card["image"]:
            by_base.setdefault(notice.base, []).append(notice.pk)
    turns = chain.from_iterable(zip_longest(*by_base.values()))
    return [key for key in turns if key is not None][:SHOWN]


def _found(state: Snapshot, day: date) -> Iterator[int]:
    """Some notices with a picture, from a place in each base that the day decides."""
    draw = random.Random(day.toordinal())  # noqa: S311
    for base in catalogue.bases():
        if base in KEPT_OUT:
            continue
        query = Query(bases=(base,), filters=(("image", "oui"),), sort=Sort.STORED)
        yield from keys_in_order(query, state, TAKEN, draw.random())


def _needs_care(notice: Notice) -> bool:
    titled = " ".join(
        text
        for code in ("TITR", "TICO", "DENO", "REPR", "LEG", "SUJET")
        for text in _texts(notice.values.get(code))
    )
    return not _CARE.isdisjoint(normal(titled).split())


def _texts(value: Any) -> list[str]:
    return [text for text in (value if isinstance(value, list) else [value]) if text]
