"""The collections of a search and of a museum: parts of at most a hundred manifests each.

Presentation 3 has no pages: a collection names its parts, which are collections. Beyond what an
order of results reaches, the parts are in the order of the store, and each ten thousand notices
lead to the next ones, however far: every manifest is reached, and no answer is long.
"""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from pop.iiif.addresses import manifest_address, museum_collection, search_collection
from pop.iiif.canvases import thumbnail
from pop.iiif.manifests import CONTEXT
from pop.iiif.providers import name, site
from pop.iiif.shown import shown
from pop.iiif.words import fr, page, values
from pop.model import catalogue
from pop.model.displayed import Displayed
from pop.model.naming import title
from pop.model.values.typography import NARROW
from pop.notices import reading
from pop.notices.addresses import notice_address
from pop.notices.derived import derive_for_cards
from pop.notices.generated import whole
from pop.notices.models import Notice
from pop.search.answers.searching import hits, total
from pop.search.asking.facets import FACETS
from pop.search.asking.query import LAST_PAGE, PAGE_SIZE, Query, Sort, works
from pop.search.asking.wording import said
from pop.search.engine.index import Snapshot

SIZE = 100
"""Manifests of one part."""
PARTS = 100
"""Parts named at once in the order of the store."""
FARTHEST = LAST_PAGE * PAGE_SIZE
"""Results that the other orders reach."""
MOST_FOLLOWED = 24
"""Links of one field that are followed to find the first picture of a notice."""


def of_search(query: Query, snapshot: Snapshot, origin: str) -> dict[str, Any]:
    """The notices with pictures that a search finds, as parts. Raises Misunderstood."""
    query, number = _ordered(query, snapshot)
    counted = f"{number:,}".replace(",", NARROW)
    return {
        "@context": CONTEXT,
        "id": origin + search_collection(query),
        "type": "Collection",
        "label": fr(_label(query)),
        "summary": values(f"{counted} notice{'s' if number > 1 else ''} avec images"),
        "provider": [site(origin)],
        "items": list(_parts(query, snapshot, number, origin)),
    }


def part(query: Query, number: int, snapshot: Snapshot, origin: str) -> dict[str, Any] | None:
    """One part of the collection of a search, None beyond the last. Raises Misunderstood."""
    query = _positioned(query)
    last = PARTS if query.sort.unlimited else FARTHEST // SIZE
    if not 1 <= number <= last:
        return None
    found = hits(_pictured(query), snapshot, SIZE, (number - 1) * SIZE)
    if not found.keys:
        return None
    return {
        "@context": CONTEXT,
        "id": origin + search_collection(query, number),
        "type": "Collection",
        "label": fr(_named(number, (number - 1) * SIZE + len(found.keys))),
        "provider": [site(origin)],
        "partOf": [_reference(origin + search_collection(query), _label(query))],
        "items": list(_manifests(reading.many(found.keys), origin)),
    }


def of_museum(museum: Notice, snapshot: Snapshot | None, origin: str) -> dict[str, Any]:
    """The works of a museum: the parts of the search that finds them."""
    named = name(museum)
    collection: dict[str, Any] = {
        "@context": CONTEXT,
        "id": origin + museum_collection(museum.ref),
        "type": "Collection",
        "label": fr(named),
        "provider": [site(origin)],
        "homepage": [page(origin + notice_address(museum.base, museum.ref), named)],
        "items": list(_manifests([museum], origin)),
    }
    if snapshot is not None:
        query, number = _ordered(works(museum.ref), snapshot)
        collection["items"] += _parts(query, snapshot, number, origin)
    return collection


def _ordered(query: Query, snapshot: Snapshot) -> tuple[Query, int]:
    """The search whose parts are made, with how many notices it finds from its position: in the
    order asked for when that order reaches them all."""
    number = total(_pictured(query), snapshot)
    query = _positioned(replace(query, sort=Sort.STORED) if number > FARTHEST else query)
    if query.after:
        number = hits(_pictured(query), snapshot, 1).total
    return query, number


def _positioned(query: Query) -> Query:
    """The search without its page and its layout, nor a position where its order has none."""
    after = query.after if query.sort.unlimited else 0
    return replace(query, page=1, view=None, after=after)


def _pictured(query: Query) -> Query:
    return replace(query, filters=(*query.without_key("image").filters, ("image", "oui")))


def _parts(query: Query, snapshot: Snapshot, number: int, origin: str) -> Iterator[dict[str, Any]]:
    count = -(-number // SIZE)
    if query.sort.unlimited:
        count = min(count, PARTS)
    for rank in range(1, count + 1):
        yield _reference(origin + search_collection(query, rank), _named(rank, number))
    if number > count * SIZE:
        last = hits(_pictured(query), snapshot, 1, count * SIZE - 1).keys
        following = replace(query, after=last[0]) if last else query
        yield _reference(origin + search_collection(following), "Notices suivantes")


def _label(query: Query) -> str:
    """« Les huit bases où la notice contient « moulin », Auteur : Lestrange »."""
    chosen = (f"{FACETS[key].title} : {value}" for key, value in query.filters if key in FACETS)
    return ", ".join([said(query), *chosen])


def _reference(address: str, label: str) -> dict[str, Any]:
    return {"id": address, "type": "Collection", "label": fr(label)}


def _named(rank: int, last: int) -> str:
    """A part, by the ranks of its notices; `last`: that of the last there is."""
    return f"Notices {(rank - 1) * SIZE + 1} à {min(rank * SIZE, last)}"


def _manifests(notices: list[Notice], origin: str) -> Iterator[dict[str, Any]]:
    """The manifests of notices; none for one whose pictures are not kept here."""
    given = derive_for_cards(notices, MOST_FOLLOWED)
    for notice in notices:
        derived = given[notice.pk]
        sized = (one[:3] for one in shown(notice, derived) if one.image.width and one.image.height)
        first = next(sized, None)
        if first is None:
            continue
        base = catalogue.base(notice.base)
        named = title(base, notice.ref, Displayed(base, whole(notice, derived)))
        yield {
            "id": origin + manifest_address(notice.base, notice.ref),
            "type": "Manifest",
            "label": fr(named),
            "thumbnail": [thumbnail(origin, *first)],
        }
