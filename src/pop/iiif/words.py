"""Texts as IIIF wants them: lists by language, never taken for markup."""

from html import escape
from typing import Any

from pop.model.values.typography import typeset

Texts = dict[str, list[str]]


def fr(*texts: str) -> Texts:
    """French texts, one a line, in French typography."""
    return {"fr": [plain(typeset(text)) for text in texts]}


def plain(text: str) -> str:
    """A text that viewers read as a text: one that begins with « < » and ends with « > » would be
    markup (Presentation API 3.0, §4.5)."""
    text = text.strip()
    return f"<span>{escape(text)}</span>" if text[:1] == "<" and text[-1:] == ">" else text


def pair(label: str, *values: str) -> dict[str, Texts]:
    """A label and its values, as metadata and required statements have them."""
    return {"label": fr(label), "value": fr(*values)}


def page(address: str, *labels: str) -> dict[str, Any]:
    """A page of the site, as a homepage."""
    return {
        "id": address,
        "type": "Text",
        "label": fr(*labels),
        "format": "text/html",
        "language": ["fr"],
    }
