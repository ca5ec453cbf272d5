"""The address of a notice: the page, the right base, or an honest « not found »."""

from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from pop.diffusion import finding, keeping
from pop.diffusion.addresses import notice_address, report_address
from pop.diffusion.citing import cite
from pop.diffusion.journey import journey
from pop.diffusion.museum import museum
from pop.diffusion.notice_page import build
from pop.diffusion.sharing import shared
from pop.iiif.addresses import manifest_address
from pop.iiif.content_state import PARAMETER
from pop.model import catalogue
from pop.model.living import may_live
from pop.notices.models import Notice


def notice(request: HttpRequest, base: str, ref: str) -> HttpResponse:
    """The page of a notice. Another spelling of its address leads to the permanent one; an IIIF
    content state in its address leads to the page of what it shows."""
    if PARAMETER in request.GET:
        asked = urlencode({PARAMETER: request.GET[PARAMETER]})
        return HttpResponseRedirect(f"{reverse('open-content-state')}?{asked}")
    try:
        found = finding.found(base, ref)
    except Http404:
        return finding.missing(request, ref)
    if redirection := finding.elsewhere(request, found):
        return redirection
    permanent = notice_address(found.base, found.ref)
    is_invented = bool(request.META.get("pop.banner"))
    page = build(found, is_invented, looked_at=True)
    address = request.build_absolute_uri(permanent)
    described = catalogue.base(found.base)
    unlisted = may_live(described, found.values, date.today())
    context = {
        "page": page,
        "journey": journey(request, found),
        "museum": museum(found, page.title),
        "permalink": address,
        "viewer": viewer_address(request, found) if page.has_manifest else "",
        "keep": keeping.button(found.base, found.ref, keeping.held(request)),
        "keeping_from": request.get_full_path(),
        "page_path": permanent,
        "shared": None
        if unlisted
        else shared(described, page, address, request.build_absolute_uri("/").rstrip("/")),
        "report_url": report_address(found.base, found.ref),
        # Of a person who may be living (rules of the domain, §5).
        "unlisted": unlisted,
        # Nobody should cite what does not exist.
        "citation": None
        if is_invented
        else cite(described, found, page.title, address, date.today()),
    }
    return render(request, "diffusion/notice.html", context)


def viewer_address(request: HttpRequest, notice: Notice) -> str:
    """What a viewer takes, dropped into it or pasted: the manifest of the notice, which says itself
    what it shows (IIIF Content State 1.0)."""
    manifest = request.build_absolute_uri(manifest_address(notice.base, notice.ref))
    return f"{manifest}?{urlencode({PARAMETER: manifest})}"
