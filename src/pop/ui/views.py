from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pop.ui.samples import gallery


def components(request: HttpRequest) -> HttpResponse:
    """Every component of the interface on one page, with invented samples."""
    return render(request, "ui/components_page.html", gallery())
