"""What every public page shows: search box, menu, footer."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from pop.diffusion.editorial import PAGES
from pop.search.address import from_address
from pop.ui.typography import french


def site(request: HttpRequest) -> dict[str, Any]:
    """The context that the page layout expects (see ui/page.html)."""
    query = from_address(dict(request.GET.lists()))
    results, dictionary = reverse("results"), reverse("dictionary")
    return {
        "banner": french(request.META.get("pop.banner", "")),
        "show_codes": "codes" in request.GET,
        "home_url": reverse("home"),
        "search": {
            "action": results,
            "value": query.text if request.path == results else "",
            "label": "Chercher dans les huit bases",
            "placeholder": "Un lieu, un nom, une référence…",
        },
        "nav_links": [
            {"label": "Explorer", "url": results, "current": request.path == results},
            {"label": "Au hasard", "url": reverse("chance"), "current": False},
            {
                "label": "Dictionnaire",
                "url": dictionary,
                "current": request.path.startswith(dictionary),
            },
        ],
        "footer_links": [
            *({"label": label, "url": reverse(f"page-{n}")} for n, label in PAGES.items()),
            {"label": "Producteurs", "url": reverse("producers")},
            {"label": "Musées", "url": reverse("museums")},
            {"label": "Dictionnaire des champs", "url": dictionary},
            {"label": "Statistiques", "url": reverse("statistics")},
            {"label": "Plan du site", "url": reverse("site-map")},
        ],
    }
