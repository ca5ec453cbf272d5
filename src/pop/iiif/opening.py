"""The page of the site that shows what a content state shows: a notice, a picture, a part of it."""

from urllib.parse import unquote, urlencode, urlsplit

from django.urls import Resolver404, resolve

from pop.iiif import shown
from pop.iiif.answers import Refused
from pop.iiif.content_state import Region, Target, Unreadable, decode
from pop.iiif.shown import FOLLOWED_BY_A_PAGE
from pop.notices import reading
from pop.notices.addresses import notice_address
from pop.notices.derived import derive
from pop.notices.images import Image
from pop.notices.models import Notice

FOREIGN = (
    "« iiif-content » désigne une ressource d’un autre site, ou qui n’est pas un manifeste ni un "
    "canevas : seuls ceux de POP s’ouvrent ici."
)
GONE = "« iiif-content » désigne une notice ou une image que POP ne montre pas, ou plus."


def page_of(content: str, host: str) -> str:
    """The address of the page: that of the notice, with `image`, the rank of the picture on its
    page from 1, and `region`, x,y,width,height in its pixels. Raises Refused."""
    try:
        target = decode(content)
    except Unreadable as error:
        raise Refused(400, str(error)) from None
    base, ref, named = _of_ours(target.address, host)
    if not named:
        notice = reading.named_in_address(base, ref)
        if notice is None:
            raise Refused(404, GONE)
        return notice_address(notice.base, notice.ref)
    holder, image = held(named)
    return _page(_whole(target, host, holder), holder, image, target.region)


def held(named: str) -> tuple[Notice, Image]:
    """The picture that a public identifier names, and the notice that holds it. Raises Refused."""
    one = shown.named(named)
    if one is None:
        raise Refused(404, GONE)
    return one.notice, one.image


def _of_ours(address: str, host: str) -> tuple[str, str, str]:
    """Base, reference, identifier of the picture, "" for a manifest. Raises Refused."""
    try:
        parts = urlsplit(address)
        found = resolve(unquote(parts.path)) if parts.netloc == host else None
    except (ValueError, Resolver404):
        found = None
    if found is None or found.url_name not in ("manifest", "canvas"):
        raise Refused(400, FOREIGN)
    return found.kwargs["base"], found.kwargs["ref"], found.kwargs.get("named", "")


def _whole(target: Target, host: str, holder: Notice) -> Notice:
    """The notice whose manifest shows the canvas, when it is said and one of ours."""
    if not target.manifest:
        return holder
    try:
        base, ref, _ = _of_ours(target.manifest, host)
    except Refused:
        return holder
    return reading.named_in_address(base, ref) or holder


def _page(notice: Notice, holder: Notice, image: Image, region: Region | None) -> str:
    asked: dict[str, str] = {}
    if rank := _rank(notice, holder, image):
        asked["image"] = str(rank)
    elif notice != holder:
        # Too far in the page of a building, or on a folio: its own notice shows it.
        return _page(holder, holder, image, region)
    if region:
        asked["region"] = ",".join(map(str, region))
    return f"{notice_address(notice.base, notice.ref)}?{urlencode(asked, safe=',')}"


def _rank(notice: Notice, holder: Notice, image: Image) -> int:
    derived = derive([notice], FOLLOWED_BY_A_PAGE)[notice.pk]
    for rank, one in enumerate(shown.shown(notice, derived), 1):
        if one.notice == holder and one.image.file == image.file:
            return rank
    return 0
