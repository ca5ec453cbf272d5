"""Counts with a bar for the eye: statistics, producers, museums."""

from collections.abc import Sequence
from typing import Any

from pop.diffusion.filters import all_values, facet_values
from pop.search.answers.counting import count, search_values
from pop.search.asking.query import Query
from pop.search.engine.index import Snapshot

# The longest bar of a drawing, in its own units.
WIDTH = 100


def bars(key: str, title: str, values: list[dict[str, Any]], more: str = "") -> dict[str, Any]:
    """The context of ui/components/bars.html, for values with their label, count and address;
    more: where the other values are."""
    most = max((value["count"] for value in values), default=0)
    drawn = [
        {**value, "bar": max(round(value["count"] / most * WIDTH), 1) if most else 0}
        for value in values
    ]
    return {"key": key, "title": title, "values": drawn, "width": WIDTH, "more": more}


def tables(query: Query, state: Snapshot, keys: Sequence[str]) -> list[dict[str, Any]]:
    """What a search holds, by facet: those that part it in several values."""
    facets = count(query, state, keys=keys, years=False).facets
    found = []
    for key in keys:
        counted = facets[key]
        if key == "siecle" and counted.more:
            # A row of centuries with holes would lie.
            counted = search_values(query, state, key, "")
        if len(counted.values) > 1:
            values = facet_values(query, counted)
            more = all_values(query, key) if counted.more else ""
            found.append(bars(key, counted.facet.title, values, more))
    return found
