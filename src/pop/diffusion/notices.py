"""The address of a notice: the page, the right base, or an honest « not found »."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from pop.diffusion.addresses import notice_address
from pop.diffusion.citing import cite
from pop.diffusion.journey import journey
from pop.diffusion.museum import museum
from pop.diffusion.notice_page import build
from pop.model import catalogue
from pop.model.living import may_live
from pop.notices import reading


def notice(request: HttpRequest, base: str, ref: str) -> HttpResponse:
    """The page of a notice. Another spelling of its address leads to the permanent one."""
    try:
        key = catalogue.base(base).key
    except KeyError:
        key = ""
    found = reading.get(key, ref) if key else None
    found = found or reading.elsewhere(ref)
    if found is None:
        raise Http404(ref)
    permanent = notice_address(found.base, found.ref)
    if request.path != permanent:
        search = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{permanent}?{search}" if search else permanent)
    is_invented = bool(request.META.get("pop.banner"))
    page = build(found, is_invented)
    address = request.build_absolute_uri(permanent)
    described = catalogue.base(found.base)
    context = {
        "page": page,
        "journey": journey(request, found),
        "museum": museum(found, page.title),
        "permalink": address,
        # Of a person who may be living (rules of the domain, §5).
        "unlisted": may_live(described, found.values, date.today()),
        # Nobody should cite what does not exist.
        "citation": None
        if is_invented
        else cite(described, found, page.title, address, date.today()),
    }
    return render(request, "diffusion/notice.html", context)
