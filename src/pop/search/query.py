"""What is asked, as one object: the box, the bases, the filters, the page; ⇄ address bar."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import quote, urlencode

from pop.model import catalogue

_T = TypeVar("_T")

PAGE_SIZE = 25
LONGEST_TEXT = 500
LAST_PAGE = 400


@dataclass(frozen=True, slots=True)
class Query:
    """A search. `filters` are (facet key, value) pairs: alternatives under one key, all keys."""

    text: str = ""
    bases: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    page: int = 1

    def on_page(self, page: int) -> "Query":
        return replace(self, page=page)

    def in_bases(self, *bases: str) -> "Query":
        return replace(self, bases=bases, page=1)

    def without(self, key: str, value: str) -> "Query":
        kept = tuple(pair for pair in self.filters if pair != (key, value))
        return replace(self, filters=kept, page=1)

    @property
    def address(self) -> str:
        """The query string of the address bar, empty for an empty search."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [("base", base) for base in self.bases]
        pairs += list(self.filters)
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        return urlencode(pairs, quote_via=quote)


def filter_keys() -> frozenset[str]:
    """The keys a filter may have: the facets and search keys that the bases declare."""
    fields = [field for base in catalogue.bases().values() for field in base.fields.values()]
    declared = {key for field in fields for key in (field.facet, field.search_key) if key}
    return frozenset(declared - {"base"})


def from_address(parameters: Mapping[str, Sequence[str]]) -> Query:
    """The search an address asks for. What is unknown or malformed is left aside, never fatal."""
    text = " ".join(_all(parameters, "q"))[:LONGEST_TEXT].strip()
    bases = []
    for name in _all(parameters, "base"):
        try:
            bases.append(catalogue.base(name).key)
        except KeyError:
            continue
    filters = [
        (key, value.strip()[:LONGEST_TEXT])
        for key in parameters
        if key in filter_keys()
        for value in _all(parameters, key)
        if value.strip()
    ]
    return Query(text, _distinct(bases), _distinct(filters), _page(_all(parameters, "page")))


def _all(parameters: Mapping[str, Sequence[str]], key: str) -> list[str]:
    values = parameters.get(key, ())
    return [values] if isinstance(values, str) else list(values)


def _distinct(items: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(items))


def _page(given: list[str]) -> int:
    text = given[-1] if given else ""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
    return min(max(number, 1), LAST_PAGE)
