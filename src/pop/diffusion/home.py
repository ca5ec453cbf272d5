"""The home page: the collection through its pictures, the bases by their human names."""

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from pop.diffusion.addresses import notice_address, search_address
from pop.diffusion.wall import by_chance, wall
from pop.model import catalogue
from pop.model.schema import Base
from pop.search.answers.searching import PREPARING, base_counts, is_preparing
from pop.search.asking.query import Query


def home(request: HttpRequest) -> HttpResponse:
    """A wall of works, then what each base holds, as the index counts it."""
    counts = base_counts()
    bases = [
        {
            "key": base.key,
            "name": base.name,
            "about": base.about,
            "count": counts.get(base.key, 0),
            "things": _things(base, counts.get(base.key, 0)) if counts else "",
            "url": search_address(Query(bases=(base.key,))),
        }
        for base in catalogue.bases().values()
    ]
    context = {
        "bases": bases,
        "total": sum(counts.values()),
        "preparing": PREPARING if not counts and is_preparing() else "",
        "wall": wall(date.today()),
    }
    return render(request, "diffusion/home.html", context)


def _things(base: Base, count: int) -> str:
    return base.things if count >= 2 else base.thing


def chance(request: HttpRequest) -> HttpResponse:
    """A notice that nobody chose, another each time."""
    notice = by_chance()
    address = notice_address(notice.base, notice.ref) if notice else reverse("results")
    return HttpResponseRedirect(address, headers={"Cache-Control": "no-store"})
