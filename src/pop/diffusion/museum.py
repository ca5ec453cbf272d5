"""What the notice of a museum shows beside itself: its works online, a few of them, their domains.

Counted by the index, read in one query: the works have pictures of their own, and need nothing
of other notices to be shown here.
"""

from datetime import date
from typing import Any

from django.urls import reverse

from pop.diffusion.addresses import museums_address, search_address
from pop.diffusion.bars import tables
from pop.diffusion.cards import card
from pop.diffusion.chosen import distinct, fit, pictured_keys
from pop.model import catalogue
from pop.notices import reading
from pop.notices.models import Notice
from pop.notices.place import named
from pop.search.answers.searching import total
from pop.search.asking.query import Query, works
from pop.search.engine.generations import snapshot

COUNTED = ("domaine", "siecle")


def museum(notice: Notice, title: str) -> dict[str, Any] | None:
    """The context of diffusion/museum.html, for the notice of that title; None for the notice of
    anything else than a museum."""
    state = snapshot()
    if notice.base != "museo" or state is None:
        return None
    trail = [*_trail(notice), {"label": title}]
    query = works(notice.ref)
    online = total(query, state)
    if not online:
        return {"total": 0, "trail": trail}
    taken = fit(reading.many(pictured_keys(query, state, date.today())))
    return {
        "total": online,
        "results_url": search_address(query),
        "wall": distinct(card(one) for one in taken),
        "tables": tables(query, state, COUNTED),
        "trail": trail,
    }


def _trail(notice: Notice) -> list[dict[str, str]]:
    """The way back to the museums of the same place."""
    names = named(catalogue.base("museo").geography, notice.values)
    steps = [{"label": "Musées", "url": reverse("museums")}]
    for key in ("region", "departement"):
        if place := names.get(f"@{key}"):
            steps.append({"label": place, "url": museums_address(Query(filters=((key, place),)))})
    return steps
