"""What one value of a field gives to the index: its words, terms, numbers, spellings.

Most values are those of many notices (a domain, a place, an author): what they give is remembered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from pop.model import catalogue
from pop.model.loading import part_codes
from pop.model.schema import Field, Type
from pop.model.values.registry import TYPES
from pop.model.values.words import normal, normal_all
from pop.search.asking import facets
from pop.search.content.labels import Spelling

SEPARATOR = "\x1f"
"""Between the parts of a composed term; no text of a notice has it."""

# Longer texts are compared by their words; shorter ones also whole.
SHORT = 100
# Characters of a short value that comparisons look at.
COMPARED = 80
NAMES_WEIGHT = 7
# Values of a field that are remembered, if they are not long: those that come back.
REMEMBERED, NOT_LONG = 2_000, 50

_WORDLESS = frozenset(
    {Type.DAY, Type.EMAIL, Type.URL, Type.FILE, Type.NUMBER, Type.YES_NO, Type.RECORD,
     Type.COORDINATES}
)  # fmt: skip
_KEYED = frozenset({Type.REFERENCE, Type.INVENTORY})
_PLACE_CODES = frozenset({"LOCA", "PLOC", "LIEU", "ADRS", "WADRS", "CANT", "AIRE", "PAYS"})
_PLACE_FACETS = frozenset({"commune", "departement", "region"})


class Read(NamedTuple):
    """What a value gives.

    term: itself, to be compared, when it is short; said: its words under its field, when it is
    long; words: those that are searched; keys: of the number that it is; filters, spellings: of
    the facets that it feeds.
    """

    term: str
    said: str
    words: str
    keys: tuple[str, ...]
    filters: tuple[str, ...]
    spellings: tuple[Spelling, ...]


@dataclass(frozen=True, slots=True, eq=False)
class IndexedField:
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
    known: dict[str, Read] = field(default_factory=dict)


def filter_term(key: str, value: str) -> str:
    """How the value of a filter is written in the index: spellings of one thing share it."""
    return f"{key}{SEPARATOR}{normal(value)}"


def read(given: Sequence[tuple[IndexedField, str]]) -> list[Read]:
    """What each of the values of a notice gives, in their order."""
    known = [described.known.get(text) for described, text in given]
    new = [pair for pair, there in zip(given, known, strict=True) if there is None]
    # All folded at once: much less time than one by one.
    made = iter(
        [_remembered(*one) for one in zip(new, normal_all([t for _, t in new]), strict=True)]
    )
    return [there or next(made) for there in known]


def _remembered(given: tuple[IndexedField, str], folded: str) -> Read:
    described, text = given
    found = _read(described, text, folded)
    if len(text) <= NOT_LONG:
        if len(described.known) >= REMEMBERED:
            described.known.clear()
        described.known[text] = found
    return found


def _read(described: IndexedField, text: str, folded: str) -> Read:
    spellings = tuple(_value(facet, text, folded) for facet in described.facets)
    # The engine has the values of a facet in a field of its own.
    there = {(facet, key) for facet, key, _ in spellings}
    return Read(
        f"{described.lead}{folded[:COMPARED]}{SEPARATOR}{compared(text)}"
        if len(text) <= SHORT
        else "",
        _said(described.lead, folded) if len(text) > COMPARED else "",
        _searched(text, folded) if described.reads_days else folded if described.band else "",
        tuple(TYPES[described.type].index(text).keys) if described.keyed else (),
        tuple(
            f"{key}{SEPARATOR}{folded}" for key in described.filters if (key, folded) not in there
        ),
        spellings,
    )


def _said(lead: str, folded: str) -> str:
    """The words of a long text, each under its field, once."""
    found = dict.fromkeys(folded.split())
    return lead + f" {lead}".join(found) if found else ""


def _searched(text: str, folded: str) -> str:
    """The words of a dating to search: « janvier 1975 » finds 1975/01/28."""
    read_ = TYPES[Type.DATE].index(text).words
    return folded if read_ is text else normal(read_)


def _value(facet: str, text: str, folded: str) -> Spelling:
    """The value of a facet that a text is, its folded form being known."""
    if facets.FACETS[facet].people:
        return spelling(facet, text)
    return facet, folded, squeezed(text)


@lru_cache(maxsize=100_000)
def spelling(facet: str, text: str) -> Spelling:
    """The value of a facet that a text is, and how it may be shown."""
    return facet, facets.value_key(facet, text), facets.spelling(facet, text)


def compared(text: str) -> str:
    """What exact comparisons look at: a line break counts for a space."""
    return squeezed(text)[:COMPARED]


def squeezed(text: str) -> str:
    """The text with one space wherever there are several, or a line break."""
    # Nearly all texts are so already, which is told much faster than it is done.
    if text.isprintable() and "  " not in text and text == text.strip():
        return text
    return " ".join(text.split())


@cache
def fields(base: str) -> Mapping[str, IndexedField]:
    """The public fields of a base, with what is done of each."""
    described = catalogue.base(base)
    titles = frozenset(code for line in described.title for code in part_codes(line.compose))
    # Without a century, the other fields that tell when a thing was made do; never births.
    dates = frozenset(code for line in described.date_line for code in part_codes(line.compose))
    return {
        code: IndexedField(
            f"{code}{SEPARATOR}",
            field_.type,
            band(field_, code, titles),
            field_.type is Type.DATE,
            field_.type in _KEYED,
            field_.facet == "siecle",
            code in dates and not field_.living_people,
            facets.fed_by(base, code),
            tuple(key for key in (field_.facet, field_.search_key) if key and key != "base"),
        )
        for code, field_ in described.fields.items()
        if field_.public
    }


def band(described: Field, code: str, titles: frozenset[str]) -> str:
    """The index field of the words of a field; "" when they are not searched."""
    if not described.searched or described.type in _WORDLESS or described.generated == "base_name":
        return ""
    if code in titles:
        return "titles"
    if code in _PLACE_CODES or described.facet in _PLACE_FACETS:
        return "places"
    weight = described.weight if described.weight is not None else 1
    heavy = weight >= NAMES_WEIGHT or described.facet == "denomination"
    return "names" if heavy else "texts"
