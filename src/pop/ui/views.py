"""The pages of the interface itself: its components, its sign."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.templatetags.static import static

from pop.ui.samples import gallery


def components(request: HttpRequest) -> HttpResponse:
    """Every component of the interface on one page, with invented samples."""
    return render(request, "ui/components_page.html", gallery())


def favicon(request: HttpRequest) -> HttpResponsePermanentRedirect:
    """Where the sign of the site is, for who asks it at the place of old."""
    return HttpResponsePermanentRedirect(static("ui/icon.svg"))
