"""A few works of a search, to show what it holds: others each day, one view of a thing.

What calls for care is left out, and so are the works of Rose-Valland, which decorate no page
(`model/care.py`).
"""

import random
from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec.structs import replace

from pop.model import care, catalogue
from pop.notices.models import Notice
from pop.search.answers.searching import keys_in_order
from pop.search.asking.query import Query, Sort
from pop.search.engine.index import Snapshot

SHOWN = 12
# Taken from the search, before some are kept.
TAKEN = 30


def pictured_keys(query: Query, state: Snapshot, day: date) -> list[int]:
    """Some notices of a search with a picture, by database key, from a place that the day
    decides."""
    bases = query.bases or tuple(catalogue.bases())
    kept = query.in_bases(*(base for base in bases if not care.is_kept_out(base)))
    if not kept.bases:
        return []
    pictured = replace(kept.with_filter("image", "oui"), sort=Sort.STORED)
    part = random.Random(day.toordinal()).random()  # noqa: S311
    return keys_in_order(pictured, state, TAKEN, part)


def fit(notices: Iterable[Notice]) -> list[Notice]:
    """Those that may be shown to somebody who asked for none in particular."""
    return [n for n in notices if not care.is_sensitive(n.base, n.values)]


def distinct(cards: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cards with a picture, one of each thing: « Église Saint-Roch, le portail » is that
    church again."""
    found: dict[str, dict[str, Any]] = {}
    for card in cards:
        if card["image"]:
            found.setdefault(card["title"].partition(",")[0], card)
    return list(found.values())[:SHOWN]
