"""The producers: who feeds which bases, all of them on one list, and a page for each.

A producer is a value of the facet « producteur », or a label of the table that has no notice
yet. Nothing is counted but by the index, which knows what is public and nothing else.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from msgspec.structs import replace

from pop.diffusion.addresses import producer_address, producer_slug, search_address
from pop.diffusion.bars import tables
from pop.diffusion.cards import cards
from pop.diffusion.chosen import distinct, fit, pictured_keys
from pop.diffusion.paging import asked_page, pages
from pop.diffusion.preparing import once_indexed
from pop.model import care, catalogue
from pop.model.living import may_live
from pop.model.schema import Licence
from pop.model.values.words import normal
from pop.notices import producers as labels
from pop.notices import reading
from pop.notices.models import Notice
from pop.notices.models import Producer as Stored
from pop.search.answers.counting import search_values
from pop.search.answers.searching import first_keys
from pop.search.asking.query import Query, Sort
from pop.search.engine.generations import snapshot
from pop.search.engine.index import Snapshot
from pop.ui.typography import french

# Producers of one page of the list; the most that one base is expected to have.
PAGE = 50
MOST = 5_000
# What their notices are counted by, on the page of one; the notices changed last, shown there.
COUNTED = ("region", "siecle", "domaine", "denomination")
LATEST = 6

# What was counted last, by state of the index.
_remembered: dict[str, dict[str, "Producer"]] = {}


@dataclass(frozen=True, slots=True)
class Producer:
    """A producer, and how many notices it has in each base."""

    label: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def name(self) -> str:
        return french(labels.name(self.label))

    @property
    def address(self) -> str:
        return producer_address(self.label)

    @property
    def query(self) -> Query:
        return Query(filters=(("producteur", self.label),))

    @property
    def plain_bases(self) -> list[dict[str, Any]]:
        """The context of ui/components/base_counts.html, without links."""
        return [
            {"key": key, "name": catalogue.base(key).name, "count": number}
            for key, number in self.counts.items()
        ]

    @property
    def bases(self) -> list[dict[str, Any]]:
        """The same, each base a link to the notices of this producer in it."""
        return [
            {**base, "url": search_address(self.query.in_bases(base["key"]))}
            for base in self.plain_bases
        ]


@once_indexed
def producers(request: HttpRequest) -> HttpResponse:
    """All of them, or those that have the words asked for, 50 a page."""
    asked = request.GET.get("q", "").strip()[:100]
    found = [one for one in known() if _answers(one, asked)]
    last = max(-(-len(found) // PAGE), 1)
    page = asked_page(request.GET.get("page", ""), last)
    context = {
        "asked": asked,
        "total": len(found),
        "producers": found[(page - 1) * PAGE : page * PAGE],
        "page": page,
        "pager": pages(page, last, lambda number: _list_address(asked, number)),
        "permalink": request.build_absolute_uri(_list_address(asked, page)),
    }
    return render(request, "diffusion/producers.html", context)


def known() -> list[Producer]:
    """Every producer in the order of names, those without any notice included."""
    state = snapshot()
    found = dict(_counted(state)) if state else {}
    for label in Stored.objects.values_list("label", flat=True):
        found.setdefault(producer_slug(label), Producer(label, {}))
    return sorted((one for slug, one in found.items() if slug), key=lambda one: normal(one.name))


@once_indexed
def producer(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of one. Another spelling of its address leads to the permanent one."""
    state = snapshot()
    key = producer_slug(slug)
    one = _counted(state).get(key) if state else None
    one = one or next((one for one in known() if producer_slug(one.label) == key), None)
    if one is None:
        raise Http404(slug)
    if slug != key:
        return HttpResponsePermanentRedirect(one.address)
    context = {
        "producer": one,
        "results_url": search_address(one.query),
        "licences": _licences(one),
        "tables": [],
        "permalink": request.build_absolute_uri(one.address),
        "trail": [{"label": "Producteurs", "url": reverse("producers")}, {"label": one.name}],
    }
    if state and one.total:
        context |= _shown(one, state) | {"tables": tables(one.query, state, COUNTED)}
    return render(request, "diffusion/producer.html", context)


def _counted(state: Snapshot) -> dict[str, Producer]:
    """The producers of public notices, by what their addresses say; counted once for each state
    of the index."""
    found = _remembered.get(state.state)
    if found is None:
        found = {}
        for base in catalogue.bases():
            for value in search_values(Query(bases=(base,)), state, "producteur", "", MOST).values:
                slug = producer_slug(value.key)
                found.setdefault(slug, Producer(value.label, {})).counts[base] = value.count
        _remembered.clear()
        _remembered[state.state] = found
    return found


def _shown(one: Producer, state: Snapshot) -> dict[str, Any]:
    """Some of its works and the notices it changed last, all read at once."""
    query = one.query
    wall = pictured_keys(query.in_bases(*one.counts), state, date.today())
    latest = first_keys(replace(query, sort=Sort.UPDATED), state, LATEST * 2)
    notices = {notice.pk: notice for notice in reading.many([*wall, *latest])}
    on_wall = [n.pk for n in fit(notices[key] for key in wall if key in notices)]
    changed = [key for key in latest if key in notices and _listed(notices[key])][:LATEST]
    wanted = list(dict.fromkeys([*on_wall, *changed]))
    shown = dict(zip(wanted, cards(notices[key] for key in wanted), strict=True))
    return {
        "wall": distinct(shown[key] for key in on_wall),
        "latest": [shown[key] for key in changed],
        "latest_url": search_address(replace(query, sort=Sort.UPDATED)),
    }


def _listed(notice: Notice) -> bool:
    """Whether a page offered to search engines may name that notice."""
    base = catalogue.base(notice.base)
    if care.context(base.key, notice.values):
        return False
    return not may_live(base, notice.values, date.today())


def _licences(one: Producer) -> list[dict[str, Any]]:
    """How the texts of its notices may be reused, base by base, as the model declares it."""
    described = [catalogue.base(key) for key in one.counts]
    return [
        {"base": base.name, "licence": _licence(base.rights.data, one.label)} for base in described
    ]


def _licence(declared: tuple[Licence, ...], label: str) -> Licence | None:
    return next((one for one in declared if not one.when or one.when.holds("", label)), None)


def _answers(one: Producer, asked: str) -> bool:
    """Whether every word asked begins a word of its name or of its label."""
    there = f" {normal(f'{one.name} {one.label}')}"
    return all(f" {word}" in there for word in normal(asked).split())


def _list_address(asked: str, page: int) -> str:
    given = {"q": asked, "page": page if page > 1 else ""}
    said = urlencode({key: value for key, value in given.items() if value})
    return reverse("producers") + (f"?{said}" if said else "")
