"""The dictionary of fields: what each one holds, drawn from the model."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pop.model import catalogue
from pop.model.dictionary import Entry, entries
from pop.model.values.words import normal


def dictionary(request: HttpRequest) -> HttpResponse:
    """The fields of all bases that answer a word, or the bases to choose from."""
    asked = request.GET.get("q", "").strip()[:200]
    found = [entry for entry in entries() if _answers(entry, asked)] if asked else []
    return _page(request, asked, found)


def base_dictionary(request: HttpRequest, base: str) -> HttpResponse:
    """The fields of one base, all of them or those that answer a word."""
    try:
        key = catalogue.base(base).key
    except KeyError:
        raise Http404(base) from None
    asked = request.GET.get("q", "").strip()[:200]
    found = [entry for entry in entries(key) if _answers(entry, asked)]
    return _page(request, asked, found, key)


def _page(request: HttpRequest, asked: str, found: list[Entry], key: str = "") -> HttpResponse:
    bases = [
        {
            "key": base.key,
            "name": base.name,
            "about": base.about,
            "count": len(entries(base.key)),
            "url": reverse("base-dictionary", args=[base.key]),
            "current": base.key == key,
        }
        for base in catalogue.bases().values()
    ]
    context: dict[str, Any] = {
        "bases": bases,
        "base": catalogue.base(key) if key else None,
        "asked": asked,
        "entries": found,
    }
    return render(request, "diffusion/dictionary.html", context)


def _answers(entry: Entry, asked: str) -> bool:
    """Whether every word asked begins a word of the entry."""
    there = f" {normal(entry.text)}"
    return all(f" {word}" in there for word in normal(asked).split())
