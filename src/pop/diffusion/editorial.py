"""Editorial pages: short texts in Markdown, which an operator replaces without touching the code.

A file of the same name in the folder `pages` of the folder of state is shown instead of ours.
"""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

from config.paths import data_folder
from pop.diffusion.addresses import search_address
from pop.model import catalogue
from pop.search.asking.query import Query
from pop.ui.typography import french

OURS = Path(__file__).parent / "pages"
PAGES = {
    "aide": "Aide",
    "contact": "Contact",
    "accessibilite": "Accessibilité : non conforme",
    "donnees-ouvertes": "Données ouvertes",
    "conditions-generales-utilisation": "Conditions d’utilisation",
    "mentions-legales": "Mentions légales",
    "donnees-personnelles": "Données personnelles",
    "apropos": "À propos",
}
"""The pages by address, in the order of the footer, with what their links say."""

# Markup of the source is shown as text: whoever writes a page writes no code.
_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def page(request: HttpRequest, name: str) -> HttpResponse:
    """One of the pages."""
    title, body = read(name)
    context = {
        "title": title or PAGES[name],
        # Written by `_MARKDOWN`, which lets no markup of the source through.
        "body": mark_safe(_MARKDOWN.render(body)),  # noqa: S308
    }
    return render(request, "diffusion/editorial.html", context)


def read(name: str) -> tuple[str, str]:
    """The title of a page, after « # », and the rest of its text."""
    file = data_folder() / "pages" / f"{name}.md"
    if not file.is_file():
        file = OURS / f"{name}.md"
    written = french(file.read_text(encoding="utf-8").strip())
    if not written.startswith("# "):
        return "", written
    title, _, body = written.partition("\n")
    return title.removeprefix("# ").strip(), body


def site_map(request: HttpRequest) -> HttpResponse:
    """What the site holds, on one page."""
    bases = [
        {"label": base.name, "url": search_address(Query(bases=(base.key,)))}
        for base in catalogue.bases().values()
    ]
    pages = [{"label": read(n)[0] or PAGES[n], "url": reverse(f"page-{n}")} for n in PAGES]
    context = {"bases": bases, "pages": pages}
    return render(request, "diffusion/site_map.html", context)
