"""What the index holds of a notice: words by weight, keys, facets, values, years, place.

Only public fields go in: what the public may not read cannot be found either.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from pop.model import catalogue
from pop.model.composing import first_line
from pop.model.protection import Act, Protection, protection
from pop.model.schema import Base, Type
from pop.model.values.registry import TYPES
from pop.model.values.words import normal
from pop.search.asking import facets
from pop.search.content import one_value
from pop.search.content.labels import Spelling
from pop.search.content.one_value import IndexedField, filter_term, spelling

# The bands of words, from what weighs most: each is an index field of its own.
BANDS = ("titles", "names", "places", "texts")
# Those whose words are also searched by their stem: « Nantes » is not « Nant ».
STEMMED = ("titles", "names", "texts")
# Those whose stems have a field of their own, beside the one that holds all of them.
HEADS = ("titles", "names")


# What multiplies the worth of a notice among those that have the same words: a picture, and each
# sign that a thing is well known (listed early, named by several notices, by many).
PICTURE, RENOWN = 0.1, 0.06
EARLY = 1930
LINKED, FAMOUS = 5, 50


@dataclass(frozen=True, slots=True)
class Document:
    """content: what the engine takes, by index field; spellings: of its facet values."""

    content: dict[str, Any]
    spellings: list[Spelling]


def build(
    base_key: str,
    ref: str,
    producer: str,
    values: Mapping[str, Any],
    point: tuple[float, float] | None = None,
    updated: date | None = None,
    linked: int = 0,
    reuse: Iterable[str] = (),
    colours: Iterable[str] = (),
) -> Document:
    """The document of one notice, its generated values included; `linked`: how many others
    name it; `reuse`: whether its pictures may be reused (notices/pictured.py); `colours`: names of
    those of its picture."""
    base = catalogue.base(base_key)
    words: dict[str, dict[str, None]] = {name: {} for name in BANDS}
    keys: list[str] = []
    filters: list[str] = []
    terms: list[str] = []
    said: list[str] = []
    dated: list[str] = []
    otherwise: list[str] = []
    counted: _Counted = {}
    filled, given = _given(one_value.fields(base_key), values)
    for (field, text), read in zip(given, one_value.read(given), strict=True):
        if read.term:
            terms.append(read.term)
        if read.said:
            said.append(read.said)
        if field.band:
            words[field.band][read.words] = None
        keys += read.keys
        if field.dated:
            dated.append(text)
        elif field.dated_otherwise:
            otherwise.append(text)
        filters += read.filters
        for one in read.spellings:
            _count(counted, one)
    placed = _placed(
        values.get("@region", ""),
        values.get("@departement", ""),
        values.get("@commune", ""),
        values.get("@commune_today", ""),
        _first(base.geography.commune, values),
    )
    words["places"].update(dict.fromkeys(placed.words))
    filters += placed.filters
    for one in placed.spellings:
        _count(counted, one)
    told = protection(base_key, ref, producer, values)
    _derive(base, values, told, counted)
    for answer in reuse:
        _count(counted, spelling("reutilisable", answer))
    years = facets.spans(dated) or facets.spans(otherwise)
    for name in facets.centuries(years):
        _count(counted, spelling("siecle", name))
    for name in colours:
        _count(counted, spelling("couleur", name))
    title = normal(first_line(base.title, values))
    content: dict[str, Any] = {
        "own": list(TYPES[Type.REFERENCE].index(ref).keys),
        "keys": _distinct(keys),
        "title": title or normal(ref),
        "filters": _distinct(filters),
        "values": _distinct(terms),
        "said": said,
        "filled": " ".join(filled),
        "place": placed.order,
        "quality": _quality(values.get("CONTIENT_IMAGE") == "oui", told, linked),
        "quarters": facets.quarters(years),
    }
    for name, found_words in words.items():
        content[name] = list(filter(None, found_words))
    spellings: list[Spelling] = []
    for key, found_values in counted.items():
        content[facets.FACETS[key].engine_field] = list(found_values)
        spellings += found_values.values()
    lows = [first for first, _ in years if first is not None]
    highs = [last for _, last in years if last is not None]
    if years:
        # An open end reaches as far as years can go.
        content["first_year"] = min(lows) if len(lows) == len(years) else -9_999_999
        content["last_year"] = max(highs) if len(highs) == len(years) else 9_999_999
        content["sort_year"] = min(lows) if lows else min(highs)
    if point:
        content["latitude"], content["longitude"] = point
    if updated:
        content["updated"] = updated.toordinal()
    return Document(content, spellings)


_Counted = dict[str, dict[str, Spelling]]
"""By facet, the values of a notice with their first spelling."""


def _count(counted: _Counted, spelling: Spelling) -> None:
    facet, key, _ = spelling
    values = counted.get(facet)
    if not key:
        return
    if values is None:
        counted[facet] = {key: spelling}
    elif key not in values:
        values[key] = spelling


class _Place(NamedTuple):
    """What the place of today gives to a notice."""

    words: tuple[str, ...]
    filters: tuple[str, ...]
    spellings: tuple[Spelling, ...]
    order: str


@lru_cache(maxsize=50_000)
def _placed(
    region: str, departement: str, commune_today: str, renamed: str, written: str
) -> _Place:
    """Région, département and commune of today; the names of the past still filter."""
    names = (commune_today, renamed, departement, region)
    filters: list[str] = []
    spellings: list[Spelling] = []
    if region:
        spellings.append(spelling("region", region))
    if departement:
        spellings.append(spelling("departement", departement))
        # « Finistère » and « 29 » alone choose it too.
        name, _, number = departement.rstrip(")").rpartition(" (")
        filters += [filter_term("departement", name), filter_term("departement", number)]
    if commune := commune_today or written:
        number = departement.rpartition("(")[2].rstrip(")")
        spellings.append(spelling("commune", f"{commune} ({number})" if number else commune))
        filters += [filter_term("commune", name) for name in _without_article(commune)]
    # « ~ » comes after every letter: notices without a place are last in its order.
    order = " ".join(normal(name) or "~" for name in (region, departement, commune))
    words = tuple(normal(name) for name in names if name)
    return _Place(words, tuple(filters), tuple(spellings), order)


@lru_cache(maxsize=50_000)
def _without_article(commune: str) -> tuple[str, ...]:
    """« Herbiers (Les) », « Les Herbiers » and « Herbiers » choose the same commune."""
    whole = normal(commune)
    words = whole.split()
    if len(words) > 1 and words[0] in _ARTICLES:
        return whole, " ".join(words[1:])
    if len(words) > 1 and words[-1] in _ARTICLES:
        return whole, " ".join(words[:-1])
    return (whole,)


_ARTICLES = frozenset({"le", "la", "les", "l"})


def _quality(pictured: bool, told: Protection | None, linked: int) -> float:
    """From 1, by how much the words of that notice are worth more than those of another."""
    renown = _listed_early(told) + (linked >= LINKED) + (linked >= FAMOUS)
    return 1 + PICTURE * pictured + RENOWN * renown


def _listed_early(told: Protection | None) -> bool:
    listed = (event.date for event in (told.standing if told else ()) if event.act is Act.LISTED)
    years = [date.years[0] for date in listed if date and date.years and date.years[0]]
    return any(year <= EARLY for year in years)


def _derive(
    base: Base,
    values: Mapping[str, Any],
    told: Protection | None,
    counted: _Counted,
) -> None:
    """What the whole notice tells: base, picture, point, protection."""
    counted["base"] = {base.key: ("base", base.key, base.name)}
    for facet, code in (("image", "CONTIENT_IMAGE"), ("localise", "POP_CONTIENT_GEOLOCALISATION")):
        if values.get(code) in ("oui", "non"):
            counted[facet] = {values[code]: (facet, values[code], values[code])}
    if told:
        for facet, names in (
            ("protection", facets.protections(told)),
            ("etat", facets.states(told)),
            ("label", facets.labels(told)),
        ):
            for name in names:
                _count(counted, spelling(facet, name))


def _first(codes: Iterable[str], values: Mapping[str, Any]) -> str:
    for code in codes:
        value = values.get(code)
        text = value[0] if isinstance(value, list) and value else value
        if isinstance(text, str) and text:
            return text
    return ""


def _given(
    fields: Mapping[str, IndexedField], values: Mapping[str, Any]
) -> tuple[list[str], list[tuple[IndexedField, str]]]:
    """The codes of the public fields that say something, and each of their texts."""
    filled: list[str] = []
    given: list[tuple[IndexedField, str]] = []
    for code, value in values.items():
        field = fields.get(code)
        if field is None or not value:
            continue
        filled.append(code)
        if isinstance(value, str):
            given.append((field, value))
        elif isinstance(value, list):
            given += [(field, text) for text in value if isinstance(text, str)]
    return filled, given


def _distinct(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, items)))
