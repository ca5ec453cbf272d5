"""The home page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pop.diffusion.addresses import search_address
from pop.model import catalogue
from pop.notices import reading
from pop.search.query import Query


def home(request: HttpRequest) -> HttpResponse:
    """The bases by their human names, with what they hold."""
    counts = reading.counts()
    bases = [
        {
            "key": base.key,
            "name": base.name,
            "about": base.about,
            "count": counts[base.key],
            "things": base.things if counts[base.key] >= 2 else base.thing,
            "url": search_address(Query(bases=(base.key,))),
        }
        for base in catalogue.bases().values()
    ]
    return render(request, "diffusion/home.html", {"bases": bases, "total": sum(counts.values())})
