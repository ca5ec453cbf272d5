"""Pictures of notices: where they are, what is said beside them, the address that serves them.

An address names the notice as well as the picture: nothing is served that no public notice
holds, and what leaves its notice is served no more.
"""

from collections.abc import Iterator
from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from pop.diffusion.addresses import notice_address
from pop.model import catalogue
from pop.notices import images, reading
from pop.notices.derived import Derived
from pop.notices.images import Image
from pop.notices.models import Notice
from pop.ui.typography import french

# A month: an address never shows two different pictures.
CACHE = "public, max-age=2592000, immutable"
CARD_WIDTHS = (240, 480, 960)
CARD_WIDTH, PAGE_WIDTH, LARGE_WIDTH = 480, 960, 1600
NARROW_STEP = 160
UNCHECKED = "Droits non vérifiés"
"""What is said of a picture of which nothing is."""
# Pictures of one notice and of its photographs shown on its page.
MOST_SHOWN = 12


def picture(
    request: HttpRequest, base: str, ref: str, checksum: str, width: int
) -> HttpResponseBase:
    """One picture of a notice, at one of the widths that `media` offers."""
    from pop.media import decoding, derivatives, originals

    notice = reading.get(base, ref) if base in catalogue.bases() else None
    if notice is None or checksum not in images.checksums(notice.values.get(images.CODE)):
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
    return as_tile(*found, title)


def as_tile(holder: Notice, image: Image, title: str) -> dict[str, Any]:
    """One picture of a notice, as cards and tiles take it."""
    return {
        "file": image.file,
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
            "url": address(holder, image, PAGE_WIDTH),
            "large": address(holder, image, LARGE_WIDTH),
            "alt": french(image.caption) or title,
            "caption": french(image.caption),
            "credit": french(image.credit),
            "rights": french(image.rights or UNCHECKED),
            "width": image.width or None,
            "height": image.height or None,
            "classes": f"{_size_class(image)} {tone(image.color)}".strip(),
            "notice_url": notice_address(holder.base, holder.ref) if holder.pk != notice.pk else "",
        }
        for (holder, image), _ in zip(shown(notice, derived), range(MOST_SHOWN), strict=False)
    ]


def shown(notice: Notice, derived: Derived[Notice] | None) -> Iterator[tuple[Notice, Image]]:
    """The pictures shown for a notice, each with the notice that holds it: its own, then those of
    the photographs that name it."""
    for image in images.of(notice.values):
        yield notice, image
    if catalogue.base(notice.base).images_from and derived:
        for group in derived.linked.values():
            for other in group:
                if other.base == "memoire":
                    for image in images.of(other.values):
                        yield other, image
