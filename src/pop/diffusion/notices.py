"""The address of a notice: the page, the right base, or an honest « not found »."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from pop.diffusion import finding, keeping
from pop.diffusion.addresses import notice_address, report_address
from pop.diffusion.citing import cite
from pop.diffusion.journey import journey
from pop.diffusion.museum import museum
from pop.diffusion.notice_page import build
from pop.diffusion.sharing import shared
from pop.model import catalogue
from pop.model.living import may_live


def notice(request: HttpRequest, base: str, ref: str) -> HttpResponse:
    """The page of a notice. Another spelling of its address leads to the permanent one."""
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
