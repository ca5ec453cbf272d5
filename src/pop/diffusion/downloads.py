"""A picture taken away: as large as its rights allow, saying by whom it is and under which rights.

The address names the notice and the picture (iiif/identifiers.py): nothing leaves that no public
notice holds. What the original said of persons and places stays behind (media/crediting.py).
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from pop.diffusion.addresses import notice_address
from pop.iiif import identifiers
from pop.model import catalogue
from pop.notices import images, pictured, reading
from pop.notices.images import Image
from pop.notices.models import Notice
from pop.ui.typography import french

# An hour: credit and rights may be mended.
CACHE = "public, max-age=3600"
LARGEST = 10_000
"""The longest side, in pixels, of what is taken away."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What rights say of a picture that is taken away: its longest side in pixels (0: it may not
    be), by whom, the line of credit, the sentence, the address of the licence if there is one."""

    side: int
    creator: str
    credit: str
    rights: str
    licence: str = ""


def allowed(notice: Notice, image: Image) -> Allowed:
    """What the notice allows of one of its pictures."""
    told = pictured.rights_of(notice, image)[0]
    if not told.shown:
        return Allowed(0, "", "", "")
    side = min(told.largest or LARGEST, LARGEST)
    said = (told.photographer or told.credit, told.credit, told.sentence, told.uri)
    return Allowed(side, *said)


def address(notice: Notice, image: Image) -> str:
    """Where a picture of a notice is taken away."""
    # It comes encoded for an address, which reverse does too.
    told = unquote(identifiers.identifier(notice.base, notice.ref, image.file))
    return reverse("download", args=[told])


def download(request: HttpRequest, identifier: str) -> HttpResponse:
    """The picture of that identifier as a JPEG, with its credit and its rights inside."""
    from pop.media import crediting, decoding, derivatives, originals

    notice, image, rank = _found(identifier)
    terms = allowed(notice, image)
    if not terms.side:
        raise Http404(identifier)
    try:
        jpeg = derivatives.downloaded(image.file, terms.side).read_bytes()
    except (originals.Absent, decoding.Unreadable) as error:
        raise Http404(str(error)) from None
    except originals.Failed as error:
        sorry = f"L’image ne peut pas être donnée pour l’instant ({error}) : réessayez plus tard."
        return HttpResponse(sorry, status=503, content_type="text/plain; charset=utf-8")
    page = request.build_absolute_uri(notice_address(notice.base, notice.ref))
    said = crediting.Credits(
        creator=terms.creator,
        credit=terms.credit,
        rights=french(terms.rights),
        statement=terms.licence or page,
        caption=french(image.caption),
        source=page,
    )
    response = HttpResponse(crediting.credited(jpeg, said), content_type="image/jpeg")
    response["Cache-Control"] = CACHE
    name = f"POP-{notice.base}-{re.sub('[^0-9A-Za-z]+', '-', notice.ref)}-{rank}.jpg"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _found(identifier: str) -> tuple[Notice, Image, int]:
    """The notice, its picture, and the rank of it, from 1 on; else Http404."""
    asked = identifiers.parse(identifier)
    if asked is None or asked.base not in catalogue.bases():
        raise Http404(identifier)
    notice = reading.get(asked.base, asked.ref)
    for rank, image in enumerate(images.of(notice.values) if notice else (), 1):
        if notice and image.file.startswith(asked.start):
            return notice, image, rank
    raise Http404(identifier)
