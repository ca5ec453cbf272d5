"""Texts as IIIF wants them: lists by language, never taken for markup.

Labels are texts whatever they hold; values and summaries may be markup (Presentation API 3.0,
§4.5), and ours never are.
"""

from html import escape
from typing import Any

from pop.model.values.typography import typeset

Texts = dict[str, list[str]]


def fr(*texts: str) -> Texts:
    """French texts, one a line, in French typography."""
    return {"fr": [typeset(text).strip() for text in texts]}


def values(*texts: str) -> Texts:
    """The same where one that begins with « < » and ends with « > » would be markup."""
    return {"fr": [_plain(text) for text in fr(*texts)["fr"]]}


def _plain(text: str) -> str:
    return f"<span>{escape(text)}</span>" if text[:1] == "<" and text[-1:] == ">" else text


def pair(label: str, *said: str) -> dict[str, Texts]:
    """A label and its values, as metadata and required statements have them."""
    return {"label": fr(label), "value": values(*said)}


def page(address: str, *labels: str) -> dict[str, Any]:
    """A page of the site, as a homepage."""
    return {
        "id": address,
        "type": "Text",
        "label": fr(*labels),
        "format": "text/html",
        "language": ["fr"],
    }
