"""Pictures of notices: where they are, what is said beside them.

Their addresses are those of the Image API (iiif/image_server.py), which serves nothing that no
public notice shows; the sizes asked are those of the pyramid, sent as they are kept.
"""

from itertools import islice
from typing import Any

from pop.diffusion import downloads
from pop.diffusion.addresses import notice_address
from pop.iiif.addresses import image_services
from pop.iiif.shown import holders, shown
from pop.media.sizes import Size, at_most, levels
from pop.model.rights import PictureRights, named
from pop.model.schema import Type
from pop.model.values.registry import TYPES
from pop.notices import pictured
from pop.notices.derived import Derived
from pop.notices.images import Image
from pop.notices.models import Notice
from pop.notices.pictured import Pictured
from pop.ui.typography import french

# The longest sides of pictures: on a card, on a page; a card may ask more on a fine screen.
CARD, FINE, PAGE = 512, 1100, 1600
PAGE_WIDTH = 960
# Pixels of a step of the classes that keep a narrow picture from being much enlarged.
NARROW_STEP = 160
# Pictures of one notice and of its photographs shown on its page.
MOST_SHOWN = 12


def address(one: Pictured, side: int) -> str:
    """Where a picture is, at the largest of its sizes no longer than that."""
    size = _size(one, side)
    sized = f"{size[0]},{size[1]}" if size else f"!{side},{side}"
    return f"{service(one)}/full/{sized}/0/default.jpg"


def service(one: Pictured) -> str:
    """The image service of a picture (IIIF Image API 3.0), on this site."""
    return image_services("", one.notice, one.image)[0]


def _size(one: Pictured, side: int) -> Size | None:
    """Its size when its longest side is no more than that, nor than its rights allow; None when
    it is not known."""
    if not (one.image.width and one.image.height):
        return None
    width, height = one.image.width, one.image.height
    if one.rights.largest:
        width, height = at_most(width, height, one.rights.largest)
    return at_most(width, height, side)


def _srcset(one: Pictured, longest: int) -> str:
    """Its sizes up to that one, for the browser to choose."""
    largest = _size(one, longest)
    if largest is None:
        return ""
    base = service(one)
    return ", ".join(
        f"{base}/full/{width},{height}/0/default.jpg {width}w" for width, height in levels(*largest)
    )


def of_card(notice: Notice, derived: Derived[Notice] | None, title: str) -> dict[str, Any] | None:
    """The picture of a card (ui/components/card.html): the first of the notice's own, else of
    the photographs that name it; None without any."""
    found = next(shown(notice, derived), None)
    if found is None:
        return None
    return as_tile(found, title)


def as_tile(found: Pictured, title: str) -> dict[str, Any]:
    """One picture of a notice, as cards and tiles take it."""
    image = found.image
    return {
        "file": image.file,
        "rights": found.rights,
        "url": address(found, CARD),
        "alt": french(image.caption) or title,
        "width": image.width or None,
        "height": image.height or None,
        "shape": shape(image.width, image.height),
        "tone": tone(image.color),
        "srcset": _srcset(found, FINE),
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
            "url": address(one, PAGE),
            "srcset": _srcset(one, PAGE),
            "large": f"{service(one)}/full/max/0/default.jpg",
            "service": service(one),
            "largest": one.rights.largest,
            "download": downloads.address(one.notice, image),
            "alt": french(image.caption) or (f"{title}, image {rank}" if rank > 1 else title),
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
        for rank, one in enumerate(islice(shown(notice, derived), MOST_SHOWN), 1)
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
