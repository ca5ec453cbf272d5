"""The wall of pictures of the home page: works of every base, others each day.

Works that are not shown by chance stay out of it: those of Rose-Valland (rules of the domain, §4)
and what needs a word of care (§7).
"""

import random
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
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


def wall(day: date) -> list[dict[str, Any]]:
    """The cards of the wall, the bases taking turns; empty when nothing has a picture."""
    state = snapshot()
    if state is None:
        return []
    notices = [n for n in reading.many(_chosen(state, day)) if not _needs_care(n)]
    by_base: dict[str, list[dict[str, Any]]] = {}
    for card in cards(notices):
        if card["image"]:
            by_base.setdefault(card["base"]["key"], []).append(card)
    turns = chain.from_iterable(zip_longest(*by_base.values()))
    return [card for card in turns if card][:SHOWN]


def _chosen(state: Snapshot, day: date) -> list[int]:
    return _remembered(_Key(state), day)


class _Key:
    """A state of the index by its name alone, for remembering."""

    def __init__(self, state: Snapshot) -> None:
        self.state = state

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.state.state == other.state.state

    def __hash__(self) -> int:
        return hash(self.state.state)


@lru_cache(maxsize=4)
def _remembered(key: _Key, day: date) -> list[int]:
    return list(_found(key.state, day))


def _found(state: Snapshot, day: date) -> Iterator[int]:
    """Some notices with a picture, from a place in each base that the day decides."""
    draw = random.Random(day.toordinal())  # noqa: S311
    for base in catalogue.bases():
        if base in KEPT_OUT:
            continue
        query = Query(bases=(base,), filters=(("image", "oui"),), sort=Sort.STORED)
        found = keys_in_order(query, state, TAKEN, draw.random())
        yield from found


def _needs_care(notice: Notice) -> bool:
    titled = " ".join(
        text
        for code in ("TITR", "TICO", "DENO", "REPR", "LEG", "SUJET")
        for text in _texts(notice.values.get(code))
    )
    return not _CARE.isdisjoint(normal(titled).split())


def _texts(value: Any) -> list[str]:
    return [text for text in (value if isinstance(value, list) else [value]) if text]
