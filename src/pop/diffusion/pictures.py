"""Pictures of notices: where they are, what is said beside them, the address that serves them.

An address names the notice as well as the picture: nothing is served that no public notice
holds, and what leaves its notice is served no more.
"""

from itertools import islice
from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from pop.diffusion import downloads
from pop.diffusion.addresses import notice_address
from pop.iiif.shown import holders, shown
from pop.model import catalogue
from pop.model.rights import PictureRights, named
from pop.model.schema import Type
from pop.model.values.registry import TYPES
from pop.notices import pictured, reading
from pop.notices.derived import Derived
from pop.notices.images import Image
from pop.notices.models import Notice
from pop.notices.pictured import Pictured
from pop.ui.typography import french

# A month: an address never shows two different pictures.
CACHE = "public, max-age=2592000, immutable"
CARD_WIDTHS = (240, 480, 960)
CARD_WIDTH, PAGE_WIDTH, LARGE_WIDTH = 480, 960, 1600
# Pixels of a step of the classes that keep a narrow picture from being much enlarged.
NARROW_STEP = 160
# Pictures of one notice and of its photographs shown on its page.
MOST_SHOWN = 12


def picture(
    request: HttpRequest, base: str, ref: str, checksum: str, width: int
) -> HttpResponseBase:
    """One picture of a notice, at one of the widths that `media` offers; none of those that may
    not be shown."""
    from pop.media import decoding, derivatives, originals

    notice = reading.get(base, ref) if base in catalogue.bases() else None
    if notice is None or all(one.image.file != checksum for one in pictured.shown(notice)):
        raise Http404(checksum)
    try:
        file = derivatives.derivative(checksum, width).open("rb")
    except (originals.Absent, decoding.Unreadable, ValueError) as error:
        raise Http404(str(error)) from None
    return FileResponse(file, content_type="image/jpeg", headers={"Cache-Control": CACHE})


def address(notice: Notice, image: Image, width: int) -> str:
    """Where a picture of a notice is, that wide at most."""
    return reverse("picture", args=[notice.base, notice.ref, image.file, width])


def of_card(notice: Notice, derived: Derived[Notice] | None, title: str) -> dict[str, Any] | None:
    """The picture of a card (ui/components/card.html): the first of the notice's own, else of
    the photographs that name it; None without any."""
    found = next(shown(notice, derived), None)
    if found is None:
        return None
    return as_tile(found, title)


def as_tile(found: Pictured, title: str) -> dict[str, Any]:
    """One picture of a notice, as cards and tiles take it."""
    holder, image = found.notice, found.image
    return {
        "file": image.file,
        "rights": found.rights,
        "url": address(holder, image, CARD_WIDTH),
        "alt": french(image.caption) or title,
        "width": image.width or None,
        "height": image.height or None,
        "shape": shape(image.width, image.height),
        "tone": tone(image.color),
        "srcset": ", ".join(f"{address(holder, image, width)} {width}w" for width in CARD_WIDTHS),
        # In rows of one height (mosaic.css, .wall): how wide it is on a phone, and elsewhere.
        "tile_sizes": _sizes(image, 170, 250),
        "wall_sizes": _sizes(image, 140, 215),
    }


def _sizes(image: Image, narrow: int, wide: int) -> str:
    """The attribute `sizes` of a picture shown at these heights, in pixels."""
    ratio = _ratio(image.width, image.height)
    return f"(max-width: 43.75em) {ratio * narrow:.0f}px, {ratio * wide:.0f}px"


def shape(width: int, height: int) -> str:
    """The class of a proportion (mosaic.css): « r135 » is 1.35 times as wide as high.

    By steps of 5 hundredths; what is longer or higher is cut in its mosaic, never in its page.
    """
    return f"r{round(_ratio(width, height) * 20) * 5:03d}"


def _size_class(image: Image) -> str:
    """What gives a picture its place on a page before it comes (components.css); one narrower than
    the page is enlarged by less than a step."""
    if not image.width or not image.height:
        return ""
    steps = -(-image.width // NARROW_STEP)
    narrow = f" upto-{steps}" if steps * NARROW_STEP < PAGE_WIDTH else ""
    return f"sized {shape(image.width, image.height)}{narrow}"


def tone(color: str) -> str:
    """The classes of a dominant colour (colours.css), « tone red-7 green-4 blue-0 »; "" when it is
    not known."""
    if not color:
        return ""
    red, green, blue = (int(color[at : at + 2], 16) // 32 for at in (1, 3, 5))
    return f"tone red-{red} green-{green} blue-{blue}"


def _ratio(width: int, height: int) -> float:
    return min(max(width / height if width and height else 1.35, 0.5), 2.6)


def of_page(notice: Notice, derived: Derived[Notice], title: str) -> list[dict[str, Any]]:
    """The pictures of a page, its own first, with what must be said beside each."""
    return [
        {
            "file": image.file,
            "url": address(one.notice, image, PAGE_WIDTH),
            "large": address(one.notice, image, LARGE_WIDTH),
            "download": downloads.address(one.notice, image),
            "alt": french(image.caption) or title,
            "caption": french(image.caption),
            "taken": _taken(image),
            **_said(one.rights, one.reuse),
            "width": image.width or None,
            "height": image.height or None,
            "classes": f"{_size_class(image)} {tone(image.color)}".strip(),
            "notice_url": ""
            if one.notice.pk == notice.pk
            else notice_address(one.notice.base, one.notice.ref),
        }
        for one in islice(shown(notice, derived), MOST_SHOWN)
        for image in [one.image]
    ]


def first_rights(notice: Notice, derived: Derived[Notice]) -> dict[str, Any] | None:
    """What must be said of the picture that stands for a notice, even if only the name of its file
    is known here; None for a notice without picture."""
    first = next(shown(notice, derived), None)
    if first:
        return _said(first.rights, first.reuse)
    holders_ = holders(notice, derived)
    known = (one for one in holders_ if pictured.is_pictured(one.base, one.values))
    return next((_said(*pictured.rights_of(one)) for one in known), None)


def _said(told: PictureRights, reuse: str) -> dict[str, Any]:
    """What must be said beside a picture: its credit, its rights in a sentence, the author of the
    work depicted apart, the address of the statement with its name, the sentence of law."""
    return {
        "credit": french(told.credit),
        "photographer": french(told.photographer),
        "work_author": french(told.work_author),
        "rights": told.sentence,
        "statement": {"url": told.uri, "name": french(named(told.uri))} if told.uri else None,
        "reuse": reuse,
        "status": told.status,
    }


def _taken(image: Image) -> str:
    """« Prise de vue : 22 décembre 2015 », « Prise de vue : 1921 »; a month is left out."""
    if len(image.date) == len("2015-12-22"):
        return french(f"Prise de vue : {TYPES[Type.DATE].display(image.date)}")
    return french(f"Prise de vue : {image.date[:4]}") if image.date else ""
