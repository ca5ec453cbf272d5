"""What the platform holds, in numbers: as the index counts it, once for each state of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pop.diffusion.addresses import producer_address
from pop.diffusion.bars import bars
from pop.diffusion.filters import facet_values
from pop.diffusion.preparing import once_indexed
from pop.notices import producers
from pop.search.answers.counting import search_values
from pop.search.asking.facets import FACETS
from pop.search.asking.query import Query
from pop.search.engine.generations import snapshot
from pop.search.engine.index import Snapshot
from pop.ui.typography import french

COUNTED = ("base", "region", "departement", "siecle", "producteur")
# What was counted last, by state of the index.
_remembered: dict[str, list[dict[str, Any]]] = {}


@once_indexed
def statistics(request: HttpRequest) -> HttpResponse:
    """One table a facet, each number a link to its notices."""
    state = snapshot()
    tables = _tables(state) if state else []
    return render(request, "diffusion/statistics.html", {"tables": tables})


def _tables(state: Snapshot) -> list[dict[str, Any]]:
    found = _remembered.get(state.state)
    if found is None:
        counted = [_table(key, state) for key in COUNTED]
        found = [table for table in counted if table["values"]]
        _remembered.clear()
        _remembered[state.state] = found
    return found


def _table(key: str, state: Snapshot) -> dict[str, Any]:
    counted = search_values(Query(), state, key, "")
    values = facet_values(Query(), counted)
    if key == "producteur":
        for value, known in zip(values, counted.values, strict=True):
            value["label"] = french(producers.name(known.label))
            value["page"] = producer_address(known.label)
    return bars(key, FACETS[key].title, values)
