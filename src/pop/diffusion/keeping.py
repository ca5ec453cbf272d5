"""The basket of whoever asks for a page, from the one cookie of the site.

The cookie holds the secret of the basket and how many notices are in it, so that the menu says it
without a query. No cookie is set before something is put in a basket.
"""

import re
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from pop.visitors import baskets
from pop.visitors.baskets import Item
from pop.visitors.models import Basket

COOKIE = "panier"
# A little over a year, the longest that browsers keep one.
KEPT = 400 * 24 * 3600


def secret(request: HttpRequest) -> str:
    """What opens the basket of this browser, "" when it has none."""
    return request.COOKIES.get(COOKIE, "").rpartition(".")[0]


def count(request: HttpRequest) -> int:
    """How many notices its basket held when it last changed."""
    said = request.COOKIES.get(COOKIE, "").rpartition(".")[2]
    return min(int(said), baskets.MOST) if re.fullmatch(r"[0-9]{1,4}", said) else 0


def held(request: HttpRequest) -> frozenset[Item]:
    """What it holds; a query only for who has a basket with something in it."""
    if not count(request):
        return frozenset()
    return frozenset(baskets.items(baskets.own(secret(request))))


def remember(
    request: HttpRequest, response: HttpResponseBase, opened_by: str, basket: Basket
) -> None:
    """Give the browser its basket to keep."""
    response.set_cookie(
        COOKIE,
        f"{opened_by}.{len(basket.items)}",
        max_age=KEPT,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def mark(cards: list[dict[str, Any]], kept: frozenset[Item]) -> list[dict[str, Any]]:
    """The same cards, each with its button (ui/components/keep.html)."""
    for card in cards:
        card["keep"] = button(card["base"]["key"], card["ref"], kept)
    return cards


def button(base: str, ref: str, kept: frozenset[Item]) -> dict[str, Any]:
    """The context of ui/components/keep.html."""
    return {
        "value": f"{base}/{ref}",
        "id": f"garder-{base}-{'_'.join(ref.split())}",
        "kept": (base, ref) in kept,
    }
