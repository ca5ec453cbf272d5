"""What every public page shows: search box, menu, footer."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from pop.diffusion import keeping
from pop.diffusion.addresses import advanced_address
from pop.diffusion.editorial import PAGES
from pop.search.asking.address import from_address
from pop.search.asking.query import Query
from pop.ui.typography import french


def site(request: HttpRequest) -> dict[str, Any]:
    """The context that the page layout expects (see ui/page.html)."""
    query = from_address(dict(request.GET.lists()))
    results, dictionary, basket = reverse("results"), reverse("dictionary"), reverse("basket")
    advanced = reverse("advanced")
    return {
        "banner": french(request.META.get("pop.banner", "")),
        "show_codes": "codes" in request.GET,
        "home_url": reverse("home"),
        "search": {
            "action": results,
            "value": query.text if request.path == results else "",
            "label": "Chercher dans les huit bases",
            "placeholder": "Un lieu, un nom, une référence…",
            "more": {
                "label": "Recherche avancée",
                # From results, with what is searched.
                "url": advanced_address(query if request.path == results else Query()),
                "current": request.path == advanced,
            },
        },
        "nav_links": [
            {"label": "Explorer", "url": results, "current": request.path == results},
            {"label": "Au hasard", "url": reverse("chance"), "current": False},
            {
                "label": "Panier",
                "url": basket,
                "current": request.path == basket,
                "basket": True,
                "count": keeping.count(request),
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
