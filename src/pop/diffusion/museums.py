"""The museums: those of Muséofile by département, with how many of their works are online.

The list is a search of museums, in the order of places; each one's page is its notice
(`museum.py`).
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from msgspec.structs import replace

from pop.diffusion.addresses import museums_address
from pop.diffusion.cards import cards
from pop.diffusion.filters import facet_values
from pop.diffusion.paging import pages
from pop.diffusion.preparing import once_indexed
from pop.model import catalogue
from pop.model.values.words import normal
from pop.notices.models import Notice
from pop.notices.place import named
from pop.search.answers.counting import search_values
from pop.search.answers.searching import Results, search, total
from pop.search.asking.address import read
from pop.search.asking.query import Query, Sort, works
from pop.search.engine.generations import snapshot
from pop.search.engine.index import Snapshot
from pop.search.meaning.understanding import Reading
from pop.ui.typography import french, number, plural

BASE = "museo"
KEYS = ("region", "departement")
"""What the list is narrowed by, beside words."""

# How many works each département has, by state of the index.
_remembered: dict[str, dict[str, int]] = {}


@once_indexed
def museums(request: HttpRequest) -> HttpResponse:
    """The museums that are asked for, 25 a page, département by département."""
    query, remarks = _asked(request)
    state = snapshot()
    found = search(query, state)
    address = museums_address(query)
    context = {
        "query": query,
        "total": found.total,
        "words": found.understood.words if found.understood else query.text,
        "messages": [{"kind": "warning", "text": one} for one in [*remarks, *_said(found)]],
        "kept": query.filters,
        "facets": [_facet(query, key, state) for key in KEYS] if state else [],
        "groups": _groups(found.notices, state) if state else [],
        "pager": pages(query.page, found.pages, lambda page: museums_address(query.on_page(page))),
        "empty": _empty(query) if not found.notices else None,
        "permalink": request.build_absolute_uri(address),
    }
    return render(request, "diffusion/museums.html", context)


def _asked(request: HttpRequest) -> tuple[Query, list[str]]:
    """The search of an address: its words, its places, its page, nothing else."""
    given = {key: values for key, values in request.GET.lists() if key in ("q", "page", *KEYS)}
    query, remarks = read(given)
    return replace(query, bases=(BASE,), sort=Sort.PLACE), remarks


def _said(found: Results) -> list[str]:
    if found.problem:
        return [found.problem]
    if found.reading is Reading.CORRECTED and found.understood:
        return [f"Résultats pour « {found.understood.words} », et non « {found.query.text} »."]
    if found.reading is Reading.PARTIAL:
        return ["Aucun musée n’a tous ces mots : voici ceux qui en ont le plus."]
    return []


def _facet(query: Query, key: str, state: Snapshot) -> dict[str, Any]:
    """A place to narrow to, in alphabetical order: people look for theirs."""
    values = facet_values(query, search_values(query, state, key, ""), museums_address)
    chosen = any(value["selected"] for value in values)
    return {
        "title": "Régions" if key == "region" else "Départements",
        "values": sorted(values, key=lambda value: normal(value["label"])),
        "open": chosen or key == "region" or bool(query.filters),
    }


def _groups(notices: list[Notice], state: Snapshot) -> list[dict[str, Any]]:
    """The museums of a page under their département, each as a card that counts its works."""
    geography = catalogue.base(BASE).geography
    by_place = _works_by_departement(state)
    groups: dict[str, dict[str, Any]] = {}
    for notice, card in zip(notices, cards(notices), strict=True):
        names = named(geography, notice.values)
        place = names.get("@departement", "")
        group = groups.setdefault(
            place,
            {
                "title": french(place or "Lieu non renseigné"),
                "region": french(names.get("@region", "")),
                "works": by_place.get(normal(place), 0),
                "cards": [],
            },
        )
        online = total(works(notice.ref), state)
        card["lines"].append(
            french(f"{number(online)} œuvre{plural(online)} en ligne")
            if online
            else "Aucune œuvre en ligne"
        )
        # Their themes are among its lines; here they would be cut.
        group["cards"].append({**card, "thing": catalogue.base(BASE).thing})
    return list(groups.values())


def _works_by_departement(state: Snapshot) -> dict[str, int]:
    found = _remembered.get(state.state)
    if found is None:
        counted = search_values(Query(bases=("joconde",)), state, "departement", "")
        found = {value.key: value.count for value in counted.values}
        _remembered.clear()
        _remembered[state.state] = found
    return found


def _empty(query: Query) -> dict[str, Any]:
    ways = [{"label": "Voir tous les musées", "url": reverse("museums")}]
    if query.text and query.filters:
        everywhere = museums_address(replace(query.first_page(), filters=()))
        ways.insert(
            0, {"label": f"Chercher « {query.text} » dans toute la France", "url": everywhere}
        )
    return {
        "title": "Aucun musée ne répond à cette recherche",
        "text": "Essayez le nom de la ville, ou un seul mot du nom du musée.",
        "suggestions": ways,
    }
