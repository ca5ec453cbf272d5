"""What is asked, as one object: words, bases, facets, dates, area, criteria, order, position.

The box, advanced search, links, exports and the API carry the same object. Its three forms say
the same whole: this value, the address bar (`address.py`), JSON (`to_json`, `from_json`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from pop.model import catalogue
from pop.search.asking.criteria import Misunderstood, checked
from pop.search.asking.tree import Node

PAGE_SIZE = 25
LONGEST_TEXT = 500
MOST_FILTERS = 64
# Beyond it, only the orders that a position can hold go on (`Sort.unlimited`).
LAST_PAGE = 2000
# The farthest year, before or after our era; the farthest position.
FARTHEST_YEAR = 9_999_999
FARTHEST = 10**18 - 1
FEWEST_CORNERS, MOST_CORNERS = 3, 64


class Sort(StrEnum):
    """The orders of results, by the word that addresses carry."""

    RELEVANCE = "pertinence"
    OLDEST = "ancien"
    NEWEST = "recent"
    TITLE = "titre"
    PLACE = "lieu"
    UPDATED = "mise-a-jour"
    STORED = "enregistrement"

    @property
    def unlimited(self) -> bool:
        """Whether any number of results can be read in this order, page after page."""
        return self is Sort.STORED


class View(StrEnum):
    """How results are laid out, by the word that addresses carry."""

    MOSAIC = "mosaique"
    LIST = "liste"
    TABLE = "tableau"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in WGS84 degrees."""

    south: float
    west: float
    north: float
    east: float

    @property
    def is_on_earth(self) -> bool:
        return -90 <= self.south <= self.north <= 90 and -180 <= self.west <= self.east <= 180


def is_area(corners: Sequence[Sequence[float]]) -> bool:
    """Whether these (latitude, longitude) corners make a polygon on the Earth."""
    return FEWEST_CORNERS <= len(corners) <= MOST_CORNERS and all(
        len(corner) == 2 and abs(corner[0]) <= 90 and abs(corner[1]) <= 180 for corner in corners
    )


def one_line(text: str) -> str:
    """The text of the box: one line, single spaces."""
    return " ".join(text.replace("\0", " ").split())


class Query(Struct, frozen=True, forbid_unknown_fields=True):
    """A search.

    filters: (facet key, value) pairs, alternatives under one key, all keys together;
    years: first and last year, both included, an open end None, negative before our era;
    box and area: where, in WGS84 degrees, the area a polygon of (latitude, longitude);
    literal: the words as typed, neither corrected nor widened by the vocabularies;
    view: None for the one that suits what is found;
    after: the position of a page in an unlimited order, 0 for the first.
    """

    text: str = ""
    bases: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    years: tuple[int | None, int | None] | None = None
    box: Box | None = None
    area: tuple[tuple[float, float], ...] = ()
    criteria: Node | None = None
    literal: bool = False
    sort: Sort = Sort.RELEVANCE
    view: View | None = None
    page: int = 1
    after: int = 0

    def on_page(self, page: int) -> "Query":
        return replace(self, page=page, after=0)

    def first_page(self) -> "Query":
        return self.on_page(1)

    def in_bases(self, *bases: str) -> "Query":
        return replace(self.first_page(), bases=bases)

    def with_filter(self, key: str, value: str) -> "Query":
        return replace(self.without(key, value), filters=(*self.filters, (key, value)))

    def without(self, key: str, value: str) -> "Query":
        kept = tuple(pair for pair in self.filters if pair != (key, value))
        return replace(self.first_page(), filters=kept)

    def without_key(self, key: str) -> "Query":
        """The query without the choices of one facet, as that facet is counted."""
        if key == "base":
            return self.in_bases()
        if key == "annees":
            return replace(self.first_page(), years=None)
        kept = tuple(pair for pair in self.filters if pair[0] != key)
        return replace(self.first_page(), filters=kept)

    @property
    def restrictions(self) -> "Query":
        """The same search without what orders and lays out its results: what is counted."""
        return replace(self.first_page(), sort=Sort.RELEVANCE, view=None)


def works(museum: str) -> Query:
    """The works of a museum, by its reference."""
    return Query(bases=("joconde",), filters=(("museo", museum),))


def filter_keys() -> frozenset[str]:
    """The keys a filter may have: the facets and search keys that the bases declare."""
    from pop.search.asking.facets import FACETS

    fields = [field for base in catalogue.bases().values() for field in base.fields.values()]
    declared = {key for field in fields for key in (field.facet, field.search_key) if key}
    return frozenset((declared | set(FACETS)) - {"base"})


def to_json(query: Query) -> bytes:
    """The query as JSON, what is not asked left out."""
    return msgspec.json.encode(query, order="deterministic")


def from_json(data: bytes | str) -> Query:
    """The query that a JSON says, put as an address would. Raises Misunderstood, in French."""
    try:
        query = _decode(data)
        criteria = None if query.criteria is None else checked(query.criteria)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Misunderstood(f"Cette recherche en JSON n’est pas comprise : {error}.") from None
    problem = _problem(query)
    if problem:
        raise Misunderstood(problem)
    keys = dict.fromkeys(key for key, _ in query.filters)
    return replace(
        query,
        text=one_line(query.text),
        bases=tuple(dict.fromkeys(query.bases)),
        filters=tuple(
            dict.fromkeys(pair for key in keys for pair in query.filters if pair[0] == key)
        ),
        criteria=criteria,
    )


def _problem(query: Query) -> str:
    """What makes a query unacceptable, in French; empty when nothing does."""
    if len(query.text) > LONGEST_TEXT:
        return f"Le texte cherché dépasse {LONGEST_TEXT} caractères."
    if len(query.filters) > MOST_FILTERS:
        return f"Il y a plus de {MOST_FILTERS} filtres."
    for name in query.bases:
        if name not in catalogue.bases():
            return f"La base « {name} » n’existe pas ; il y a {', '.join(catalogue.bases())}."
    known = filter_keys()
    for key, value in query.filters:
        if key not in known:
            return f"Le filtre « {key} » n’existe pas."
        if not value or value != value.strip() or len(value) > LONGEST_TEXT:
            return f"La valeur du filtre « {key} » est vide, trop longue ou bordée d’espaces."
    if query.years is not None and not _are_years(*query.years):
        return (
            "Les années sont deux nombres dans l’ordre, dont l’un peut manquer (null), "
            f"d’au plus {FARTHEST_YEAR}."
        )
    if query.box and not query.box.is_on_earth:
        return "Le cadre a un sud, un ouest, un nord et un est en degrés, dans l’ordre."
    if query.area and not is_area(query.area):
        return f"La zone a de {FEWEST_CORNERS} à {MOST_CORNERS} sommets, en degrés."
    if not (1 <= query.page <= LAST_PAGE and 0 <= query.after <= FARTHEST):
        return f"Les pages vont de 1 à {LAST_PAGE} ; une position n’est pas négative."
    return ""


def _are_years(first: int | None, last: int | None) -> bool:
    given = [year for year in (first, last) if year is not None]
    return bool(given) and given == sorted(given) and max(map(abs, given)) <= FARTHEST_YEAR


# Made once, here: threads that ask together for the first time find types half made, and die.
_decode = msgspec.json.Decoder(Query).decode
