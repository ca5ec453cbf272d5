"""The page of results: what was found, in which order, how it was understood, what narrows it."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from msgspec.structs import replace

from pop.diffusion import keeping
from pop.diffusion.addresses import (
    advanced_address,
    notice_address,
    result_address,
    search_address,
)
from pop.diffusion.cards import cards
from pop.diffusion.filters import chips, facet_values, filters, pairs, year_bars
from pop.diffusion.marking import Marker
from pop.diffusion.paging import pages
from pop.diffusion.preparing import once_indexed
from pop.search.answers.counting import MOST_SHOWN, search_values
from pop.search.answers.numbers import News
from pop.search.answers.searching import Results, facets, pasted, search
from pop.search.answers.suggesting import suggest
from pop.search.asking.address import read
from pop.search.asking.criteria import Misunderstood
from pop.search.asking.facets import FACETS
from pop.search.asking.query import LAST_PAGE, PAGE_SIZE, Query, Sort, View
from pop.search.engine.generations import snapshot
from pop.search.meaning.understanding import Reading, literal
from pop.ui.typography import french

SORTS = {
    Sort.RELEVANCE: "Pertinence",
    Sort.OLDEST: "Du plus ancien",
    Sort.NEWEST: "Du plus récent",
    Sort.TITLE: "Titre",
    Sort.PLACE: "Lieu",
    Sort.UPDATED: "Mise à jour",
}

VIEWS = {
    View.MOSAIC: ("mosaic", "Mosaïque"),
    View.LIST: ("list", "Liste"),
    View.TABLE: ("table", "Tableau"),
}


@once_indexed
def results(request: HttpRequest) -> HttpResponse:
    """What a search finds, 25 notices a page; the address says the whole of it."""
    query, remarks = read(dict(request.GET.lists()))
    if (followed := pasted(query)) != query:
        return HttpResponseRedirect(search_address(followed))
    state = snapshot()
    found = search(query, state)
    counts = facets(query, state, found)
    shown = _ranked(query, found)
    view = query.view or _suitable(shown)
    chosen = chips(query, counts)
    context = {
        "query": query,
        "total": found.total,
        "words": found.understood.words if found.understood else query.text,
        "cards": keeping.mark(shown, keeping.held(request)),
        # A table has no button, and nothing found none either.
        "keeping_from": request.get_full_path() if shown and view is not View.TABLE else "",
        "view": view.value,
        "views": _views(query, view),
        "table": _table(query, shown) if view is View.TABLE else None,
        "chips": chosen,
        "narrowed": len(chosen) + len(query.bases),
        "advanced_url": advanced_address(query) if query.criteria is not None else "",
        "facets": filters(query, counts),
        "years": year_bars(query, counts),
        "sorts": _sorts(query),
        "pager": _pager(query, found),
        "messages": list(_messages(query, found, remarks)),
        "empty": _empty(query) if not found.notices and not found.problem else None,
    }
    return render(request, "diffusion/results.html", context)


@once_indexed
def facet(request: HttpRequest, key: str) -> HttpResponse:
    """All the values of one facet in a search, those that have some words first asked for."""
    if key not in FACETS or key == "base":
        raise Http404(key)
    query, _ = read(dict(request.GET.lists()))
    containing = request.GET.get("contient", "").strip()[:100]
    state = snapshot()
    values: list[dict[str, Any]] = []
    more = False
    problem = ""
    if state is not None:
        try:
            counted = search_values(query, state, key, containing)
            values, more = facet_values(query, counted), counted.more
        except Misunderstood as error:
            problem = str(error)
    context = {
        "facet": FACETS[key],
        "values": values,
        "more": more,
        "most": MOST_SHOWN,
        "containing": containing,
        "kept": pairs(query),
        "back": search_address(query.first_page()),
        "problem": problem,
        "action": reverse("facet", args=[key]),
    }
    return render(request, "diffusion/facet.html", context)


def suggestions(request: HttpRequest) -> HttpResponse:
    """What the letters typed so far may mean, as JSON for the search box."""
    asked = request.GET.get("q", "")[:200]
    state = snapshot()
    found = suggest(asked, state) if state else []
    answer = [
        {
            "kind": one.kind,
            "label": french(one.label),
            "more": one.more,
            "url": search_address(one.query),
        }
        for one in found
    ]
    response = JsonResponse({"suggestions": answer})
    response["Cache-Control"] = "public, max-age=60"
    return response


def _messages(query: Query, found: Results, remarks: list[str]) -> Iterator[dict[str, Any]]:
    """What must be said of how the search was understood, each with a way to refuse it."""
    for remark in remarks:
        yield {"kind": "warning", "text": remark}
    if found.problem:
        yield {"kind": "warning", "text": found.problem}
    understood = found.understood
    if understood is None:
        return
    yield from (
        {"kind": "info", "text": notice.text, "links": _links(notice)} for notice in found.news
    )
    as_typed = {
        "label": f"Chercher « {query.text} » tel quel",
        "url": search_address(literal(query)),
    }
    if understood.reading is Reading.CORRECTED:
        yield {
            "kind": "info",
            "text": f"Résultats pour « {understood.words} », et non « {query.text} ».",
            "links": [as_typed],
        }
    elif understood.reading is Reading.PARTIAL:
        missing = " ".join(f"« {word} »" for word in understood.missing)
        text = "Aucune notice n’a tous ces mots : voici celles qui en ont le plus."
        if missing:
            text += f" Aucune n’a {missing}."
        yield {"kind": "info", "text": text}
    for one in understood.widened:
        others = ", ".join(one.shown)
        yield {
            "kind": "info",
            "text": f"« {one.said} » est cherché aussi par ses autres noms "
            f"et ses termes plus précis : {others}…",
            "links": [as_typed],
        }


def _links(news: News) -> list[dict[str, str]]:
    if not news.successor:
        return []
    base, ref = news.successor
    return [{"label": f"Voir la notice {ref}", "url": notice_address(base, ref)}]


def _sorts(query: Query) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "url": search_address(replace(query.first_page(), sort=sort)),
            "current": query.sort is sort,
        }
        for sort, label in SORTS.items()
    ]


def _ranked(query: Query, found: Results) -> list[dict[str, Any]]:
    """The cards of a page; their links bear the search, so that one result leads to the next."""
    words = found.understood.words if found.understood else ""
    shown = cards(found.notices, Marker(words))
    if query.sort.unlimited:
        return shown
    for rank, (card, notice) in enumerate(zip(shown, found.notices, strict=True), 1):
        card["rank"] = rank + (query.page - 1) * PAGE_SIZE
        card["url"] = result_address(notice.base, notice.ref, query, card["rank"])
    return shown


def _suitable(shown: list[dict[str, Any]]) -> View:
    """The mosaic when half of what is found has a picture, else the list."""
    pictured = sum(1 for card in shown if card["image"])
    return View.MOSAIC if pictured * 2 >= max(len(shown), 1) else View.LIST


def _views(query: Query, current: View) -> list[dict[str, Any]]:
    return [
        {
            "icon": icon,
            "label": label,
            "url": search_address(replace(query, view=view)),
            "current": view is current,
        }
        for view, (icon, label) in VIEWS.items()
    ]


# The columns of the table, with the orders that two of them are links to.
_COLUMNS = (
    ("Titre", Sort.TITLE),
    ("Base", None),
    ("Lieu", Sort.PLACE),
    ("Date", Sort.OLDEST),
    ("Référence", None),
)


def _table(query: Query, shown: list[dict[str, Any]]) -> dict[str, Any]:
    """The context of ui/components/table.html, for those who compare."""
    columns = [
        {
            "label": label,
            "url": search_address(replace(query.first_page(), sort=sort)) if sort else "",
            "sort": "ascending" if sort is query.sort else "",
        }
        for label, sort in _COLUMNS
    ]
    rows = [
        [
            {"text": card["title"], "url": card["url"]},
            {"text": card["base"]["name"]},
            {"text": card["place"]},
            {"text": card["date"]},
            {"text": card["ref"]},
        ]
        for card in shown
    ]
    return {"id": "tableau", "caption": "Notices trouvées", "columns": columns, "rows": rows}


def _pager(query: Query, found: Results) -> dict[str, Any]:
    if query.sort.unlimited:
        return _unlimited_pager(query, found)
    last = min(found.pages, LAST_PAGE)
    return {
        **pages(query.page, last, lambda number: search_address(query.on_page(number))),
        "beyond": _beyond(query) if found.pages > LAST_PAGE else None,
    }


def _beyond(query: Query) -> dict[str, Any]:
    """Past the last page of an order, everything can still be read in the order of the store."""
    return {
        "limit": LAST_PAGE * PAGE_SIZE,
        "url": search_address(replace(query.first_page(), sort=Sort.STORED)),
    }


def _unlimited_pager(query: Query, found: Results) -> dict[str, Any]:
    """From one position to the next, however far."""
    last = found.notices[-1].pk if found.notices else 0
    more = len(found.notices) == PAGE_SIZE
    return {
        "previous_url": search_address(query.first_page()) if query.after else "",
        "next_url": search_address(replace(query.first_page(), after=last)) if more else "",
        "pages": [],
        "from_start": True,
    }


def _empty(query: Query) -> dict[str, Any]:
    suggestions = []
    wider = Query(text=query.text)
    if query.restrictions != wider:
        suggestions.append({"label": "Chercher sans filtre", "url": search_address(wider)})
    suggestions.append({"label": "Voir toutes les notices", "url": search_address(Query())})
    return {
        "title": "Aucune notice ne répond à cette recherche",
        "text": "Vérifiez l’orthographe, essayez moins de mots, ou une référence comme PA00078014.",
        "suggestions": suggestions,
    }
