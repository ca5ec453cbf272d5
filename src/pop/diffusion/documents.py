"""Documents of notices that were declared public: what leads to them, the address that serves them.

An address names the notice too: what is internal, or leaves its notice, is not served.
"""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from pop.model import catalogue
from pop.notices import documents, reading
from pop.notices.models import Notice
from pop.ui.typography import french

# What is declared public may be declared internal again: nobody keeps it without asking.
CACHE = "no-cache"


def document(request: HttpRequest, base: str, ref: str, checksum: str) -> HttpResponseBase:
    """A public document of a notice."""
    from pop.media import originals

    notice = reading.get(base, ref) if base in catalogue.bases() else None
    if notice is None or checksum not in {one.file for one in documents.public(notice.values)}:
        raise Http404(checksum)
    try:
        file = originals.local(checksum).open("rb")
    except originals.Absent:
        raise Http404(checksum) from None
    response = FileResponse(file, content_type="application/pdf")
    name = f"{notice.base}-{'-'.join(notice.ref.split())}-{checksum[:8]}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = CACHE
    return response


def of_page(notice: Notice) -> list[dict[str, Any]]:
    """The public documents of a notice, with the words of the links that lead to them."""
    return [
        {
            "url": reverse("document", args=[notice.base, notice.ref, one.file]),
            "title": french(one.title),
            "label": french(one.title or "Document"),
            "form": f"{one.kind}, {_weight(one.size)}" if one.size else one.kind,
        }
        for one in documents.public(notice.values)
    ]


def _weight(size: int) -> str:
    """« 2 Mo », « 1,4 Mo », « 830 ko »."""
    millions = size / 1_000_000
    if millions < 1:
        return f"{max(round(size / 1000), 1)}\u00a0ko"
    shown = (
        f"{millions:.1f}".removesuffix(".0").replace(".", ",")
        if millions < 10
        else f"{millions:.0f}"
    )
    return f"{shown}\u00a0Mo"
