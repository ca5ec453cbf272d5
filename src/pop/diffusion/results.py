"""The page of results."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pop.diffusion.addresses import search_address
from pop.diffusion.cards import cards
from pop.model import catalogue
from pop.search.query import LAST_PAGE, Query, from_address
from pop.search.searching import Results, search, totals_by_base

# Pages named around the current one.
NEIGHBOURS = 2


def results(request: HttpRequest) -> HttpResponse:
    """What a search finds, 25 notices a page; the address says the whole of it."""
    query = from_address(dict(request.GET.lists()))
    found = search(query)
    context = {
        "query": query,
        "total": found.total,
        "cards": cards(found.notices),
        "chips": _chips(query),
        "facets": [_base_facet(query)],
        "pager": _pager(query, found),
        "empty": _empty(query) if not found.notices else None,
    }
    return render(request, "diffusion/results.html", context)


def _base_facet(query: Query) -> dict[str, Any]:
    totals = totals_by_base(query)
    values = []
    for base in catalogue.bases().values():
        selected = base.key in query.bases
        count = totals.get(base.key, 0)
        if count or selected:
            chosen = set(query.bases) ^ {base.key}
            ordered = [key for key in catalogue.bases() if key in chosen]
            values.append(
                {
                    "label": base.name,
                    "count": count,
                    "url": search_address(query.in_bases(*ordered)),
                    "selected": selected,
                    "base": base.key,
                }
            )
    return {"title": "Bases", "open": True, "values": values}


def _chips(query: Query) -> list[dict[str, str]]:
    return [
        {"label": value, "url": search_address(query.without(key, value))}
        for key, value in query.filters
    ]


def _pager(query: Query, found: Results) -> dict[str, Any]:
    last = min(found.pages, LAST_PAGE)
    shown = {1, last, *range(query.page - NEIGHBOURS, query.page + NEIGHBOURS + 1)}
    pages: list[dict[str, Any]] = []
    before = 0
    for number in sorted(page for page in shown if 1 <= page <= last):
        if number > before + 1:
            pages.append({})
        url = search_address(query.on_page(number))
        pages.append({"number": number, "url": url, "current": number == query.page})
        before = number
    return {
        "previous_url": search_address(query.on_page(query.page - 1)) if query.page > 1 else "",
        "next_url": search_address(query.on_page(query.page + 1)) if query.page < last else "",
        "pages": pages,
    }


def _empty(query: Query) -> dict[str, Any]:
    suggestions = []
    if query.bases or query.filters:
        wider = Query(text=query.text)
        suggestions.append({"label": "Chercher sans filtre", "url": search_address(wider)})
    suggestions.append({"label": "Voir toutes les notices", "url": search_address(Query())})
    return {
        "title": "Aucune notice ne répond à cette recherche",
        "text": "Vérifiez l’orthographe, essayez moins de mots, ou une référence comme PA00078014.",
        "suggestions": suggestions,
    }
