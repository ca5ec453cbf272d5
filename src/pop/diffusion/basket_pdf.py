"""A basket on paper: its notices as a list, each with its address."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import strip_tags
from django.views.decorators.http import require_http_methods

from pop.diffusion.cards import cards
from pop.diffusion.citing import SITE
from pop.diffusion.printing import Sheet
from pop.model.schema import Type
from pop.model.values.registry import TYPES
from pop.notices import reading
from pop.ui.typography import french, number
from pop.visitors import baskets

PIECE = 50
SIDE = 512


@require_http_methods(["GET", "HEAD"])
def as_pdf(request: HttpRequest, public: str) -> HttpResponse:
    """The basket as a PDF, in its order; what is no more published is left out.

    Pictures are those whose pyramid is made: none is made here, 500 would take minutes.
    """
    basket = baskets.shared(public)
    if basket is None:
        raise Http404(public)
    notices = reading.named(baskets.items(basket))
    shown = []
    for start in range(0, len(notices), PIECE):
        shown += cards(notices[start : start + PIECE])
    plural = "s" if len(shown) > 1 else ""
    read = TYPES[Type.DAY].display(date.today().isoformat())
    address = request.build_absolute_uri(reverse("shared-basket", args=[public]))
    said: dict[str, Any] = {
        "site": SITE,
        "title": basket.name or "Panier",
        "count": f"{number(len(shown))} notice{plural}",
        "address": address,
        "read": french(f"Consulté le {read}."),
        "warning": french(request.META.get("pop.banner", "")),
    }
    with Sheet() as sheet:
        said["notices"] = [_said(request, one, sheet) for one in shown]
        made = sheet.pdf("basket", said)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="panier-{public}.pdf"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _said(request: HttpRequest, card: dict[str, Any], sheet: Sheet) -> dict[str, Any]:
    said = {
        "title": strip_tags(card["title"]),
        "lines": [strip_tags(line) for line in [*card["lines"], *card["statuses"]]],
        "base": card["base"]["name"],
        "ref": card["ref"],
        "address": request.build_absolute_uri(card["url"]),
    }
    image = card["image"]
    if not image:
        return said
    rights = image["rights"]
    file = sheet.picture(image["file"], SIDE, rights.largest, ready=True)
    if file is None:
        return said
    told = [french(rights.credit), rights.sentence]
    return {**said, "file": file, "alt": image["alt"], "rights": [*filter(None, told)]}
