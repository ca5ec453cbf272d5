"""The filters of a search as the page shows them: chosen ones, facets, bars of years."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from django.urls import reverse
from msgspec.structs import replace

from pop.diffusion.addresses import search_address
from pop.model import catalogue
from pop.search.answers.counts import Counted, Counts, Value
from pop.search.asking.address import to_address
from pop.search.asking.facets import FACETS, QUARTER, colour_code, value_key
from pop.search.asking.query import Query
from pop.search.asking.wording import sentence
from pop.ui.typography import french

# Facets unfolded at first; the others open when one of their values is chosen.
OPEN = 4
# Facets whose values are shown in other words than those of the address.
_BY_KEY = ("image", "localise", "reutilisable")
_REUSE = {
    "oui": "Images réutilisables",
    "non": "Images soumises à accord ou à condition",
    "non verifies": "Droits des images non vérifiés",
}
# Values of a century whose bar is the highest, in units of the drawing.
BAR_HEIGHT = 100
BAR_WIDTH = 10
# Room for that many at least: two bars must not fill the column.
FEWEST_BARS = 16


def filters(query: Query, counts: Counts) -> list[dict[str, Any]]:
    """The facets, each value a link that adds it or takes it off."""
    shown: list[dict[str, Any]] = []
    for key, counted in counts.facets.items():
        values = facet_values(query, counted)
        if not values or (len(values) == 1 and not values[0]["selected"] and key != "base"):
            continue
        chosen = any(value["selected"] for value in values)
        shown.append(
            {
                "title": counted.facet.title,
                "open": chosen or len(shown) < OPEN,
                "values": values,
                "more": {"label": "Voir tout", "url": all_values(query, key)}
                if counted.more
                else None,
            }
        )
    return shown


def facet_values(
    query: Query, counted: Counted, address: Callable[[Query], str] = search_address
) -> list[dict[str, Any]]:
    """The values of one facet alone; `address`: of the page that shows a search."""
    return [_value(query, counted.facet.key, value, address) for value in counted.values]


def pairs(query: Query) -> list[tuple[str, str]]:
    """The search as the hidden fields of a form."""
    return parse_qsl(to_address(query.first_page()), keep_blank_values=True)


def _value(query: Query, key: str, value: Value, address: Callable[[Query], str]) -> dict[str, Any]:
    other = _toggled(query, key, value)
    shown: dict[str, Any] = {
        "label": french(value.label[:1].upper() + value.label[1:]),
        "count": value.count,
        "url": address(other),
        "selected": value.selected,
    }
    if key == "base":
        shown["base"] = value.key
    elif key == "couleur":
        shown["swatch"] = colour_code(value.key)
    return shown


def _toggled(query: Query, key: str, value: Value) -> Query:
    if key == "base":
        chosen = set(query.bases) ^ {value.key}
        return query.in_bases(*(base for base in catalogue.bases() if base in chosen))
    if value.selected:
        for other_key, text in query.filters:
            if other_key == key and value_key(key, text) == value.key:
                query = query.without(key, text)
        return query.first_page()
    return query.with_filter(key, value.key if key in _BY_KEY else value.label)


def all_values(query: Query, key: str) -> str:
    """The page of all the values of a facet in a search."""
    asked = to_address(query.first_page())
    return reverse("facet", args=[key]) + (f"?{asked}" if asked else "")


def chips(query: Query, counts: Counts) -> list[dict[str, str]]:
    """What narrows the search, each a link that takes it off."""
    shown = [
        {
            "label": _chosen(key, text),
            "url": search_address(query.without(key, text)),
            "swatch": colour_code(text) if key == "couleur" else "",
        }
        for key, text in query.filters
    ]
    if query.years is not None:
        without = query.without_key("annees")
        shown.append({"label": _years(*query.years), "url": search_address(without)})
    if query.box or query.area:
        elsewhere = replace(query.first_page(), box=None, area=())
        shown.append({"label": "Zone de la carte", "url": search_address(elsewhere)})
    if query.criteria is not None:
        simple = replace(query.first_page(), criteria=None)
        shown.append({"label": sentence(query.criteria), "url": search_address(simple)})
    return shown


def kept(query: Query) -> list[dict[str, str]]:
    """What narrows the search beside its bases and criteria, each as a box to leave ticked."""
    shown = [
        {"name": key, "value": text, "label": f"{_title(key)} : {_chosen(key, text)}"}
        for key, text in query.filters
    ]
    others = (
        (Query(years=query.years), "Années : " + _years(*(query.years or (None, None)))),
        (Query(box=query.box), "Cadre de la carte"),
        (Query(area=query.area), "Zone de la carte"),
    )
    for part, label in others:
        shown += [{"name": name, "value": value, "label": label} for name, value in pairs(part)]
    return shown


def _title(key: str) -> str:
    return FACETS[key].title if key in FACETS else "Lien d’une notice"


def _chosen(key: str, text: str) -> str:
    if key == "image":
        return "Avec image" if text == "oui" else "Sans image"
    if key == "reutilisable" and (said := _REUSE.get(value_key(key, text))):
        return said
    if key == "museo":
        return f"Musée {text}"
    if key == "localise":
        return "Situé sur la carte" if text == "oui" else "Non situé"
    return french(text[:1].upper() + text[1:])


def _years(first: int | None, last: int | None) -> str:
    if first is None:
        return f"Jusqu’en {last}"
    if last is None:
        return f"À partir de {first}"
    return str(first) if first == last else f"{first}–{last}"


def year_bars(query: Query, counts: Counts) -> dict[str, Any] | None:
    """The quarters of centuries as bars, each a link; None when there is nothing to compare."""
    if len(counts.years) < 2:
        return None
    low, high = counts.years[0][0], counts.years[-1][0]
    largest = max(count for _, count in counts.years)
    bars = [
        {
            "x": (start - low) // QUARTER * BAR_WIDTH,
            "y": BAR_HEIGHT - max(2, count * BAR_HEIGHT // largest),
            "height": max(2, count * BAR_HEIGHT // largest),
        }
        for start, count in counts.years
    ]
    kept = pairs(query.without_key("annees"))
    first, last = query.years or (None, None)
    return {
        "bars": bars,
        "width": max((high - low) // QUARTER + 1, FEWEST_BARS) * BAR_WIDTH,
        "height": BAR_HEIGHT,
        "from": low,
        "to": high + QUARTER - 1,
        "first": "" if first is None else first,
        "last": "" if last is None else last,
        "kept": kept,
        "action": reverse("results"),
    }
