"""Manifests, canvases and collections at their addresses; what a content state leads to."""

from collections.abc import Callable
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponsePermanentRedirect, HttpResponseRedirect

from pop.iiif import collections, manifests, opening
from pop.iiif.addresses import canvas_address, manifest_address, museum_collection
from pop.iiif.answers import Answer, Refused, given
from pop.iiif.canvases import canvas as drawn
from pop.iiif.content_state import PARAMETER
from pop.iiif.pictured import pictured
from pop.iiif.words import fr, values
from pop.notices import reading
from pop.notices.derived import Derived
from pop.search.answers.searching import pasted, search
from pop.search.asking.address import read
from pop.search.asking.criteria import Misunderstood
from pop.search.asking.query import Query
from pop.search.engine.generations import snapshot

UNKNOWN = "Aucune notice n’a la référence « {ref} »."
NO_PICTURE = "Cette notice n’a pas d’image : elle n’a pas de manifeste."


@given
def manifest(request: HttpRequest, base: str, ref: str) -> Answer:
    """The manifest of a notice. Another spelling of its address leads to the permanent one."""
    notice = reading.named_in_address(base, ref)
    if notice is None:
        return _missing(ref, manifest_address)
    permanent = manifest_address(notice.base, notice.ref)
    if request.path != unquote(permanent):
        return _moved(request, permanent)
    found = manifests.manifest(notice, origin(request), request.META.get("pop.banner", ""))
    if found is None:
        raise Refused(404, NO_PICTURE)
    return found


@given
def canvas(request: HttpRequest, base: str, ref: str, named: str) -> Answer:
    """One canvas, by the public identifier of its picture."""
    holder, image = opening.held(named)
    if unquote(canvas_address(holder, image)) != request.path:
        raise Refused(404, opening.GONE)
    site = origin(request)
    for one in pictured(holder, Derived()):
        if one.image == image:
            whole = {"id": site + manifest_address(holder.base, holder.ref), "type": "Manifest"}
            return {
                "@context": manifests.CONTEXT,
                **drawn(site, *one),
                "partOf": [whole],
            }
    raise Refused(404, opening.GONE)


@given
def search_collection(request: HttpRequest) -> Answer:
    """The collection of a search, told as the address of results tells it; `page`, one part."""
    given_ = dict(request.GET.lists())
    query, remarks = read(given_)
    state = snapshot()
    if state is None:
        raise Refused(503, "Rien n’est encore indexé : revenez dans un moment.")
    query = pasted(query)
    try:
        if "page" in given_:
            found = collections.part(query, query.page, state, origin(request))
        else:
            found = collections.of_search(query, state, origin(request))
    except Misunderstood as error:
        raise Refused(400, str(error)) from None
    if found is None:
        raise Refused(404, "Cette partie de la collection n’existe pas.")
    if remarks:
        found["summary"] = values(*found.get("summary", fr())["fr"], *remarks)
    return found


@given
def museum_works(request: HttpRequest, ref: str) -> Answer:
    """The works of a museum."""
    museum = reading.get("museo", ref)
    if museum is None:
        return _missing(ref, lambda base, new: museum_collection(new), only="museo")
    permanent = museum_collection(museum.ref)
    if request.path != unquote(permanent):
        return _moved(request, permanent)
    return collections.of_museum(museum, snapshot(), origin(request))


@given
def open_state(request: HttpRequest) -> Answer:
    """Leads to the page that shows what `iiif-content` says."""
    return HttpResponseRedirect(opening.page_of(request.GET.get(PARAMETER, ""), request.get_host()))


def origin(request: HttpRequest) -> str:
    """The address of the site, without a stroke at its end."""
    return request.build_absolute_uri("/").rstrip("/")


def _moved(request: HttpRequest, permanent: str) -> HttpResponsePermanentRedirect:
    asked = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{permanent}?{asked}" if asked else permanent)


def _missing(ref: str, address: Callable[[str, str], str], only: str = "") -> Answer:
    """What to answer when no notice has that reference: where the one it was renumbered to is, or
    that it was taken away. Raises Refused."""
    for news in search(Query(text=ref)).news:
        if news.successor and only in ("", news.successor[0]):
            return HttpResponsePermanentRedirect(address(*news.successor))
        if not news.successor:
            raise Refused(410, news.text)
    raise Refused(404, UNKNOWN.format(ref=ref[:64]))
