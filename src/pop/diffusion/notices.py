"""The address of a notice: the page, the right base, or an honest « not found »."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from pop.diffusion.addresses import notice_address
from pop.diffusion.journey import journey
from pop.diffusion.notice_page import build
from pop.model import catalogue
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
    return render(
        request,
        "diffusion/notice.html",
        {
            "page": build(found, is_invented),
            "journey": journey(request, found),
            "permalink": request.build_absolute_uri(permanent),
        },
    )
