"""The notice that an address names, whatever spelling or base it uses."""

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect

from pop.diffusion.addresses import notice_address
from pop.model import catalogue
from pop.notices import reading
from pop.notices.models import Notice


def found(base: str, ref: str) -> Notice:
    """The notice of that base, by any of its names, else of any base; else Http404."""
    try:
        key = catalogue.base(base).key
    except KeyError:
        key = ""
    notice = reading.get(key, ref) if key else None
    notice = notice or reading.elsewhere(ref)
    if notice is None:
        raise Http404(ref)
    return notice


def elsewhere(
    request: HttpRequest, notice: Notice, form: str = ""
) -> HttpResponsePermanentRedirect | None:
    """Where to go when the address is not the permanent one of the notice, in that form
    (« .json »); None when it is."""
    permanent = notice_address(notice.base, notice.ref) + form
    if request.path == permanent:
        return None
    asked = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{permanent}?{asked}" if asked else permanent)
