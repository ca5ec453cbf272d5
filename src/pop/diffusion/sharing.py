"""What other sites read of a notice when its address is shared or indexed: Open Graph for those who
show a card of it, the basics of schema.org for search engines."""

import json
from typing import Any
from urllib.parse import quote

from django.utils.safestring import SafeString, mark_safe

from pop.diffusion.citing import plain
from pop.diffusion.notice_page import NoticePage
from pop.model.schema import Base

# Inside a script element, these would end it or begin another.
_ESCAPED = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def shared(base: Base, page: NoticePage, address: str, origin: str) -> dict[str, Any]:
    """The context of the head of a notice: open_graph [(property, content)], data (JSON-LD), and
    the address that writes a message about it. origin: the site's, without a stroke at its end."""
    title = plain(page.title)
    facts = ", ".join(plain(fact) for fact in (page.subtitle, page.place, page.date) if fact)
    picture = page.pictures[0] if page.pictures else None
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": base.schema_org,
        "@id": address,
        "url": address,
        "name": title,
        "identifier": page.ref,
    }
    open_graph = [
        ("og:type", "article"),
        ("og:site_name", "POP, plateforme ouverte du patrimoine"),
        ("og:locale", "fr_FR"),
        ("og:title", title),
        ("og:url", address),
    ]
    if facts:
        described["description"] = facts
        open_graph.append(("og:description", facts))
    if picture:
        image = origin + picture["large"]
        described["image"] = image
        open_graph += [("og:image", image), ("og:image:alt", plain(picture["alt"]))]
    body = f"{title}\n{address}"
    return {
        "open_graph": open_graph,
        "data": _script(described),
        "message": f"mailto:?subject={quote(title)}&body={quote(body)}",
    }


def _script(data: dict[str, Any]) -> SafeString:
    written = json.dumps(data, ensure_ascii=False).translate(_ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')  # noqa: S308
