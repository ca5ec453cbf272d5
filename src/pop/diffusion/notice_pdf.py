"""A notice on paper: the same page, as a PDF tagged for assistive technologies (PDF/UA-1)."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest, HttpResponse

from pop.diffusion import finding, notice_page
from pop.diffusion.addresses import notice_address
from pop.diffusion.citing import SITE
from pop.diffusion.notice_page import NoticePage
from pop.diffusion.printing import Sheet
from pop.model.schema import Type
from pop.model.values.registry import TYPES
from pop.ui.typography import french

SIDE = 1280
# The first ones; all are on the page.
MOST_PICTURES = 3


def notice_pdf(request: HttpRequest, base: str, ref: str) -> HttpResponse:
    """The notice as a PDF; the same address as its page, with « .pdf »."""
    notice = finding.found(base, ref)
    if redirection := finding.elsewhere(request, notice, ".pdf"):
        return redirection
    page = notice_page.build(notice, bool(request.META.get("pop.banner")))
    address = request.build_absolute_uri(notice_address(notice.base, notice.ref))
    with Sheet() as sheet:
        warning = request.META.get("pop.banner", "")
        said = _said(page, notice.producer, address, warning, sheet)
        made = sheet.pdf("notice", said)
    response = HttpResponse(made, content_type="application/pdf")
    name = f"{page.base['key']}-{'-'.join(notice.ref.split())}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _said(
    page: NoticePage, producer: str, address: str, warning: str, sheet: Sheet
) -> dict[str, Any]:
    read = TYPES[Type.DAY].display(date.today().isoformat())
    return {
        "site": SITE,
        "base": page.base["name"],
        "ref": page.ref,
        "title": page.title,
        "subtitle": page.subtitle,
        "producer": producer,
        "facts": [fact for fact in (page.place, page.date) if fact],
        "warning": french(warning),
        "address": address,
        "read": french(f"Notice consultée le {read}."),
        "pictures": list(_pictures(page, sheet)),
        "statuses": [
            *page.context,
            *(
                french(" : ".join(filter(None, (status.get("word", ""), status["text"]))))
                for status in page.statuses
            ),
        ],
        "sections": list(_sections(page, address)),
    }


def _pictures(page: NoticePage, sheet: Sheet) -> Iterator[dict[str, Any]]:
    for picture in page.pictures[:MOST_PICTURES]:
        if file := sheet.picture(picture["file"], SIDE, picture["largest"]):
            yield {"file": file, "alt": picture["alt"], "said": list(_rights(picture))}


def _rights(picture: dict[str, Any]) -> Iterator[str]:
    """What the page says beside a picture, each thing in a few words."""
    if picture["caption"]:
        yield picture["caption"]
    if picture["credit"]:
        yield french(f"Crédit : {picture['credit']}")
    if picture["work_author"]:
        yield french(f"Auteur de l’œuvre : {picture['work_author']}")
    yield picture["rights"]
    if picture["statement"]:
        yield picture["statement"]["url"]
    if picture["status"]:
        yield picture["status"]


def _sections(page: NoticePage, address: str) -> Iterator[dict[str, Any]]:
    sections = [
        *((section["title"], section["lines"]) for section in page.sections),
        ("À propos de la notice", page.about),
        ("Voir aussi", page.see_also),
        ("Fait partie de", _linked(page.tree["wholes"] if page.tree else [])),
        ("Parties étudiées", _linked(page.tree["parts"] if page.tree else [])),
        *((group["title"], _linked(group["cards"])) for group in page.linked),
    ]
    for title, lines in sections:
        if lines:
            yield {"title": title, "lines": [_line(line, address) for line in lines]}


def _linked(cards: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"label": card["ref"], "values": [{"text": card["title"], "url": card["url"]}]}
        for card in cards
    ]


def _line(line: dict[str, Any], address: str) -> dict[str, Any]:
    """A line of the page; only what leads out of the search stays a link on paper."""
    values = []
    for value in [*line["values"], *line.get("folded", ())]:
        kept = {"text": str(value["text"])}
        if "paragraphs" in value:
            kept["paragraphs"] = value["paragraphs"]
        url = value.get("url", "")
        if url and not url.startswith("/recherche"):
            kept["url"] = urljoin(address, url)
        values.append(kept)
    return {"label": line["label"], "values": values}
