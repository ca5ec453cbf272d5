"""From one result to the next without going back to the list; the address says the search.

The page of a notice found by a search bears that search and the rank of the notice in it.
"""

from typing import Any

from django.http import HttpRequest

from pop.diffusion.addresses import RANK, result_address, search_address
from pop.notices import reading
from pop.notices.models import Notice
from pop.search.answers.searching import place_of
from pop.search.asking.address import from_address
from pop.search.asking.query import PAGE_SIZE, Query


def journey(request: HttpRequest, notice: Notice) -> dict[str, Any] | None:
    """The context of ui/components/journey.html; None when the address bears no search, or one
    that no longer finds this notice there."""
    given = request.GET.get(RANK, "")
    if not (given.isascii() and given.isdigit() and len(given) < 7):
        return None
    rank = int(given)
    query = from_address(dict(request.GET.lists())).first_page()
    place = place_of(notice.pk, query, rank)
    if place is None:
        return None
    keys = [key for key in (place.before, place.after) if key is not None]
    found = {one.pk: one for one in reading.many(keys)}
    return {
        "rank": rank,
        "total": place.total,
        "back_url": f"{search_address(query.on_page((rank - 1) // PAGE_SIZE + 1))}#resultat-{rank}",
        "previous_url": _address(found.get(place.before or 0), query, rank - 1),
        "next_url": _address(found.get(place.after or 0), query, rank + 1),
    }


def _address(notice: Notice | None, query: Query, rank: int) -> str:
    return result_address(notice.base, notice.ref, query, rank) if notice else ""
