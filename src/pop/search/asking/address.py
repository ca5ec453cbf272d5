"""Query ⇄ address bar: readable, stable, the whole of the search (docs/reference/queries.md).

Reading never fails: what is unknown or malformed is left aside and told in French by `remarks`,
so that an old or damaged link still gives a page.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar
from urllib.parse import quote, urlencode

from pop.model import catalogue
from pop.search.asking import criteria
from pop.search.asking.query import (
    FARTHEST,
    FEWEST_CORNERS,
    LAST_PAGE,
    LONGEST_TEXT,
    MOST_CORNERS,
    MOST_FILTERS,
    Box,
    Query,
    Sort,
    View,
    filter_keys,
    is_area,
    one_line,
)
from pop.search.asking.tree import Node

_T = TypeVar("_T")

_YEARS = re.compile(r"(-?\d{1,7})?\.\.(-?\d{1,7})?|(-?\d{1,7})")

_Parameters = Mapping[str, Sequence[str]]


def to_address(query: Query) -> str:
    """The query string of the address bar, empty for an empty search."""
    pairs = [("q", query.text)] if query.text else []
    pairs += [("base", base) for base in query.bases]
    pairs += list(query.filters)
    if query.years is not None:
        pairs.append(("annees", _years_written(query.years)))
    if query.box:
        box = query.box
        pairs.append(("cadre", _numbers((box.south, box.west, box.north, box.east))))
    if query.area:
        pairs.append(("zone", ";".join(_numbers(corner) for corner in query.area)))
    if query.criteria is not None:
        pairs.append(("criteres", criteria.write(query.criteria)))
    if query.literal:
        pairs.append(("tel-quel", "oui"))
    if query.sort is not Sort.RELEVANCE:
        pairs.append(("tri", query.sort.value))
    if query.view is not None:
        pairs.append(("vue", query.view.value))
    if query.page > 1:
        pairs.append(("page", str(query.page)))
    if query.after:
        pairs.append(("apres", str(query.after)))
    return urlencode(pairs, quote_via=quote, safe=";,:")


def from_address(parameters: _Parameters) -> Query:
    """The search an address asks for."""
    return read(parameters)[0]


def read(parameters: _Parameters) -> tuple[Query, list[str]]:
    """The search an address asks for, and what could not be understood of it, in French."""
    remarks: list[str] = []
    text = one_line(" ".join(_all(parameters, "q")))
    if len(text) > LONGEST_TEXT:
        remarks.append(f"Seuls les {LONGEST_TEXT} premiers caractères du texte sont cherchés.")
        text = text[:LONGEST_TEXT].rstrip()
    query = Query(
        text=text,
        bases=_distinct(_bases(parameters, remarks)),
        filters=_filters(parameters, remarks),
        years=_years(_years_text(parameters), remarks),
        box=_box(_last(parameters, "cadre"), remarks),
        area=_area(_last(parameters, "zone"), remarks),
        criteria=_criteria(_last(parameters, "criteres"), remarks),
        literal=_last(parameters, "tel-quel") == "oui",
        sort=_sort(_last(parameters, "tri"), remarks),
        view=_view(_last(parameters, "vue"), remarks),
        page=min(max(_number(_last(parameters, "page"), 1), 1), LAST_PAGE),
        after=_number(_last(parameters, "apres"), 0),
    )
    return query, remarks


def _bases(parameters: _Parameters, remarks: list[str]) -> Iterable[str]:
    for name in _all(parameters, "base"):
        try:
            yield catalogue.base(name).key
        except KeyError:
            remarks.append(f"La base « {name[:40]} » n’existe pas : elle est laissée de côté.")


def _filters(parameters: _Parameters, remarks: list[str]) -> tuple[tuple[str, str], ...]:
    known = filter_keys()
    found = _distinct(
        (key, value.strip()[:LONGEST_TEXT].strip())
        for key in parameters
        if key in known
        for value in _all(parameters, key)
        if value.strip()
    )
    if len(found) > MOST_FILTERS:
        remarks.append(f"Seuls les {MOST_FILTERS} premiers filtres sont pris.")
    return found[:MOST_FILTERS]


def _years_text(parameters: _Parameters) -> str:
    """`annees=1850..1900`, or the two fields `de` and `a` of the form of the page."""
    first, last = _last(parameters, "de").strip(), _last(parameters, "a").strip()
    return f"{first}..{last}" if first or last else _last(parameters, "annees")


def _years(text: str, remarks: list[str]) -> tuple[int | None, int | None] | None:
    if not text:
        return None
    found = _YEARS.fullmatch(text.strip())
    if found is None or text.strip() == "..":
        remarks.append("Les années s’écrivent « 1850..1900 », « 1850.. », « ..1900 » ou « 1889 ».")
        return None
    if found[3]:
        return int(found[3]), int(found[3])
    first, last = (int(one) if one else None for one in (found[1], found[2]))
    if first is not None and last is not None and first > last:
        remarks.append("Les années sont remises dans l’ordre.")
        first, last = last, first
    return first, last


def _years_written(years: tuple[int | None, int | None]) -> str:
    first, last = ("" if year is None else str(year) for year in years)
    return first if first and first == last else f"{first}..{last}"


def _box(text: str, remarks: list[str]) -> Box | None:
    if not text:
        return None
    numbers = _degrees(text)
    if len(numbers) == 4:
        box = Box(*numbers)
        if box.is_on_earth:
            return box
    remarks.append("Le cadre s’écrit sud,ouest,nord,est, en degrés.")
    return None


def _area(text: str, remarks: list[str]) -> tuple[tuple[float, float], ...]:
    if not text:
        return ()
    corners = [_degrees(corner) for corner in text.split(";")[: MOST_CORNERS + 1]]
    if not is_area(corners):
        remarks.append(
            "La zone s’écrit latitude,longitude;latitude,longitude;… : "
            f"de {FEWEST_CORNERS} à {MOST_CORNERS} sommets."
        )
        return ()
    return tuple((corner[0], corner[1]) for corner in corners)


def _degrees(text: str) -> list[float]:
    try:
        return [float(one) for one in text.split(",", 5) if re.fullmatch(r"-?\d+(\.\d+)?", one)]
    except ValueError:
        return []


def _numbers(numbers: Iterable[float]) -> str:
    """Numbers without exponent, whole ones without decimals, as short as they are exact."""
    return ",".join(_decimal(number) for number in numbers)


def _decimal(number: float) -> str:
    text = f"{Decimal(repr(float(number))):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _criteria(text: str, remarks: list[str]) -> Node | None:
    if not text.strip():
        return None
    try:
        return criteria.read(text)
    except criteria.Misunderstood as error:
        remarks.append(f"Les critères ne sont pas compris. {error}")
        return None


def _sort(text: str, remarks: list[str]) -> Sort:
    if not text:
        return Sort.RELEVANCE
    try:
        return Sort(text)
    except ValueError:
        known = ", ".join(Sort)
        remarks.append(f"Le tri « {text[:40]} » n’existe pas ; il y a {known}.")
        return Sort.RELEVANCE


def _view(text: str, remarks: list[str]) -> View | None:
    try:
        return View(text) if text else None
    except ValueError:
        known = ", ".join(View)
        remarks.append(f"La vue « {text[:40]} » n’existe pas ; il y a {known}.")
        return None


def _all(parameters: _Parameters, key: str) -> list[str]:
    values = parameters.get(key, ())
    return [values] if isinstance(values, str) else list(values)


def _last(parameters: _Parameters, key: str) -> str:
    values = _all(parameters, key)
    return values[-1] if values else ""


def _distinct(items: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(items))


def _number(text: str, default: int) -> int:
    """A whole number that any database holds; the default for anything else."""
    if text.isascii() and text.isdigit() and len(text) < 19:
        return min(int(text), FARTHEST)
    return default
