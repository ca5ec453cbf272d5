"""The home page: the collection through its pictures, the bases by their human names."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pop.diffusion.addresses import search_address
from pop.diffusion.wall import wall
from pop.model import catalogue
from pop.search.query import Query
from pop.search.searching import base_counts


def home(request: HttpRequest) -> HttpResponse:
    """A wall of works, then what each base holds, as the index counts it."""
    counts = base_counts()
    bases = [
        {
            "key": base.key,
            "name": base.name,
            "about": base.about,
            "count": counts.get(base.key, 0),
            "things": base.things if counts.get(base.key, 0) >= 2 else base.thing,
            "url": search_address(Query(bases=(base.key,))),
        }
        for base in catalogue.bases().values()
    ]
    context = {"bases": bases, "total": sum(counts.values()), "wall": wall(date.today())}
    return render(request, "diffusion/home.html", context)
