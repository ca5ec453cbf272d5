"""The notice that an address names, whatever spelling or base it uses."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from pop.diffusion.addresses import notice_address, search_address
from pop.model import catalogue
from pop.notices import reading
from pop.notices.models import Notice
from pop.search.answers.searching import search
from pop.search.asking.query import Query


def found(base: str, ref: str) -> Notice:
    """The notice of that base, by any of its names, else of any base; else Http404."""
    notice = reading.named_in_address(base, ref)
    if notice is None:
        raise Http404(ref)
    return notice


def missing(request: HttpRequest, ref: str) -> HttpResponse:
    """What to answer when no notice has that reference: the one it was renumbered to, a page that
    says it was taken away, else Http404."""
    for news in search(Query(text=ref)).news:
        if news.successor:
            return HttpResponsePermanentRedirect(notice_address(*news.successor))
        context = {"news": news.text, "ref": ref}
        return render(request, "diffusion/gone.html", context, status=410)
    raise Http404(ref)


def of_base(request: HttpRequest, base: str) -> HttpResponse:
    """An address that names a base and no notice leads to all the notices of the base."""
    try:
        key = catalogue.base(base).key
    except KeyError:
        raise Http404(base) from None
    return HttpResponsePermanentRedirect(search_address(Query(bases=(key,))))


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
