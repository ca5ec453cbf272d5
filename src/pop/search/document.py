"""What the index holds of a notice: words by weight, keys, facets, values, years, place.

Only public fields go in: what the public may not read cannot be found either.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from pop.model import catalogue
from pop.model.composing import first_line
from pop.model.loading import part_codes
from pop.model.protection import Act, Protection, protection
from pop.model.schema import Base, Field, Type
from pop.model.values.registry import TYPES
from pop.model.values.words import normal, normal_all
from pop.search import facets
from pop.search.labels import Spelling

SEPARATOR = "\x1f"
"""Between the parts of a composed term; no text of a notice has it."""

# The bands of words, from what weighs most: each is an index field of its own.
BANDS = ("titles", "names", "places", "texts")
# Those whose words are also searched by their stem: « Nantes » is not « Nant ».
STEMMED = ("titles", "names", "texts")
NAMES_WEIGHT = 7

# Longer texts are compared by their words; shorter ones also whole.
SHORT = 100
# Characters of a short value that comparisons look at.
COMPARED = 80

# Signs that a thing is well known, which make it come a little before its namesakes.
RENOWN_SIGNS = ("early", "linked", "famous")
EARLY = 1930
LINKED, FAMOUS = 5, 50

_WORDLESS = frozenset(
    {Type.DAY, Type.EMAIL, Type.URL, Type.FILE, Type.NUMBER, Type.YES_NO, Type.RECORD,
     Type.COORDINATES}
)  # fmt: skip
_KEYED = frozenset({Type.REFERENCE, Type.INVENTORY})
_PLACE_CODES = frozenset({"LOCA", "PLOC", "LIEU", "ADRS", "WADRS", "CANT", "AIRE", "PAYS"})
_PLACE_FACETS = frozenset({"commune", "departement", "region"})


@dataclass(frozen=True, slots=True)
class Document:
    """content: what the engine takes, by index field; spellings: of its facet values."""

    content: dict[str, Any]
    spellings: list[Spelling]


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """What is done with the values of one field. Made once: told apart by its identity."""

    lead: str
    type: Type
    band: str
    reads_days: bool
    keyed: bool
    dated: bool
    dated_otherwise: bool
    facets: tuple[str, ...]
    filters: tuple[str, ...]


def band(field: Field, code: str, titles: frozenset[str]) -> str:
    """The index field of the words of a field; "" when they are not searched."""
    if not field.searched or field.type in _WORDLESS or field.generated == "base_name":
        return ""
    if code in titles:
        return "titles"
    if code in _PLACE_CODES or field.facet in _PLACE_FACETS:
        return "places"
    weight = field.weight if field.weight is not None else 1
    return "names" if weight >= NAMES_WEIGHT or field.facet == "denomination" else "texts"


def filter_term(key: str, value: str) -> str:
    """How the value of a filter is written in the index: spellings of one thing share it."""
    return f"{key}{SEPARATOR}{normal(value)}"


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
    filled, given = _given(_plan(base_key), values)
    folded_texts = normal_all([text for _, text in given])
    for (field, text), folded in zip(given, folded_texts, strict=True):
        if len(text) <= SHORT:
            terms.append(f"{field.lead}{folded[:COMPARED]}{SEPARATOR}{compared(text)}")
        if len(text) > COMPARED:
            said.append(_said(field.lead, folded))
        if field.band:
            words[field.band][_shown(text, folded) if field.reads_days else folded] = None
        if field.keyed:
            keys += TYPES[field.type].index(text).keys
        if field.dated:
            dated.append(text)
        elif field.dated_otherwise:
            otherwise.append(text)
        for key in field.filters:
            filters.append(f"{key}{SEPARATOR}{folded}")
        for facet in field.facets:
            _count(counted, _value(facet, text, folded))
    placed = _placed(
        values.get("@region", ""),
        values.get("@departement", ""),
        values.get("@commune", ""),
        values.get("@commune_today", ""),
        _first(base.geography.commune, values),
    )
    words["places"].update(dict.fromkeys(placed.words))
    filters += placed.filters
    for spelling in placed.spellings:
        _count(counted, spelling)
    told = protection(base_key, ref, producer, values)
    _derive(base, values, told, counted)
    for answer in reuse:
        _count(counted, _spelling("reutilisable", answer))
    years = facets.spans(dated) or facets.spans(otherwise)
    for name in facets.centuries(years):
        _count(counted, _spelling("siecle", name))
    for name in colours:
        _count(counted, _spelling("couleur", name))
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
        "renown": _renown(told, linked),
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


@lru_cache(maxsize=100_000)
def _spelling(facet: str, text: str) -> Spelling:
    return facet, facets.value_key(facet, text), facets.spelling(facet, text)


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
        spellings.append(_spelling("region", region))
    if departement:
        spellings.append(_spelling("departement", departement))
        # « Finistère » and « 29 » alone choose it too.
        name, _, number = departement.rstrip(")").rpartition(" (")
        filters += [filter_term("departement", name), filter_term("departement", number)]
    if commune := commune_today or written:
        number = departement.rpartition("(")[2].rstrip(")")
        spellings.append(_spelling("commune", f"{commune} ({number})" if number else commune))
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


def _renown(told: Protection | None, linked: int) -> list[str]:
    signs = []
    for event in told.standing if told else ():
        year = event.date.years and event.date.years[0] if event.date else None
        if event.act is Act.LISTED and year and year <= EARLY:
            signs.append("early")
            break
    if linked >= LINKED:
        signs.append("linked")
    if linked >= FAMOUS:
        signs.append("famous")
    return signs


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
                _count(counted, _spelling(facet, name))


def _first(codes: Iterable[str], values: Mapping[str, Any]) -> str:
    for code in codes:
        value = values.get(code)
        text = value[0] if isinstance(value, list) and value else value
        if isinstance(text, str) and text:
            return text
    return ""


def _given(
    plan: Mapping[str, "_Plan"], values: Mapping[str, Any]
) -> tuple[list[str], list[tuple["_Plan", str]]]:
    """The codes of the public fields that say something, and each of their texts."""
    filled: list[str] = []
    given: list[tuple[_Plan, str]] = []
    for code, value in values.items():
        field = plan.get(code)
        if field is None or not value:
            continue
        filled.append(code)
        if isinstance(value, str):
            given.append((field, value))
        elif isinstance(value, list):
            given += [(field, text) for text in value if isinstance(text, str)]
    return filled, given


def _said(lead: str, folded: str) -> str:
    """The words of a long text, each under its field, once."""
    found = dict.fromkeys(folded.split())
    return lead + f" {lead}".join(found) if found else ""


def _shown(text: str, folded: str) -> str:
    """The words of a dating to search: « janvier 1975 » finds 1975/01/28."""
    read = TYPES[Type.DATE].index(text).words
    return folded if read is text else normal(read)


def _value(facet: str, text: str, folded: str) -> Spelling:
    """The value of a facet that a text is, its folded form being known."""
    if facets.FACETS[facet].people:
        return _spelling(facet, text)
    return facet, folded, _squeezed(text)


def _distinct(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, items)))


def compared(text: str) -> str:
    """What exact comparisons look at: a line break counts for a space."""
    return _squeezed(text)[:COMPARED]


def _squeezed(text: str) -> str:
    # Nearly all texts are so already, which is told much faster than it is done.
    if text.isprintable() and "  " not in text and text == text.strip():
        return text
    return " ".join(text.split())


@cache
def _plan(base: str) -> Mapping[str, _Plan]:
    """The public fields of a base, with what is done of each."""
    described = catalogue.base(base)
    titles = frozenset(code for line in described.title for code in part_codes(line.compose))
    # Without a century, the other fields that tell when a thing was made do; never births.
    dates = frozenset(code for line in described.date_line for code in part_codes(line.compose))
    return {
        code: _Plan(
            f"{code}{SEPARATOR}",
            field.type,
            band(field, code, titles),
            field.type is Type.DATE,
            field.type in _KEYED,
            field.facet == "siecle",
            code in dates and not field.living_people,
            facets.fed_by(base, code),
            tuple(key for key in (field.facet, field.search_key) if key and key != "base"),
        )
        for code, field in described.fields.items()
        if field.public
    }
