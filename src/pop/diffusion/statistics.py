"""What the platform holds, in numbers: as the index counts it at this moment."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pop.diffusion.filters import facet_values
from pop.search.counting import search_values
from pop.search.facets import FACETS
from pop.search.generations import snapshot
from pop.search.query import Query

COUNTED = ("base", "region", "departement", "siecle", "producteur")
# The longest bar of a drawing, in its own units.
WIDTH = 100


def statistics(request: HttpRequest) -> HttpResponse:
    """One table a facet, each number a link to its notices."""
    state = snapshot()
    tables: list[dict[str, Any]] = []
    for key in COUNTED if state else ():
        counted = search_values(Query(), state, key, "") if state else None
        values = facet_values(Query(), counted) if counted else []
        most = max((value["count"] for value in values), default=0)
        for value in values:
            value["bar"] = max(round(value["count"] / most * WIDTH), 1)
        tables.append({"key": key, "title": FACETS[key].title, "values": values})
    context = {"tables": [table for table in tables if table["values"]], "width": WIDTH}
    return render(request, "diffusion/statistics.html", context)
