"""Date expressions, as producers write them: « 4e quart 19e siècle », « 1870 entre,1875 et »,
« 1975/01/28 : inscrit MH », « Néolithique ».

A value is understood whole or not at all. What is understood, the conventions behind every
vague word and the table of periods: docs/reference/dates.md.
"""

from functools import lru_cache

from pop.model.values import date_display, date_grammar, typography
from pop.model.values.date_expression import (
    Certainty,
    DateExpression,
    ImpossibleDate,
    Interval,
    NotUnderstood,
)
from pop.model.values.date_signs import carries_date
from pop.model.values.verbs import Fault, Indexed

__all__ = [
    "Certainty",
    "DateExpression",
    "Interval",
    "check",
    "display",
    "index",
    "parse",
]

# Values repeat massively: 60,800 centuries of Mérimée are 215 different ones.
_REMEMBERED = 1 << 16


def parse(text: str) -> DateExpression | None:
    """The intervals of years the text says, or None when it is not understood. Never raises."""
    read = _read(text)
    return read if isinstance(read, DateExpression) else None


def check(text: str) -> tuple[Fault, ...]:
    """INVALID_DATE, REVERSED_DATE, or UNREADABLE_DATE when a year, a century or a period is
    there but cannot be read. A text without any of them, or an unknown date, has no fault."""
    read = _read(text)
    if isinstance(read, Fault):
        return (read,)
    if read is None and carries_date(text):
        return (
            Fault(
                "UNREADABLE_DATE",
                f"La date {typography.quoted(text)} n’est pas comprise ; écrivez-la par exemple "
                "« 19e siècle », « 2e quart 19e siècle », « vers 1880 », « 1642-1645 » "
                "ou « 1975/01/28 ».",
            ),
        )
    return ()


@lru_cache(maxsize=_REMEMBERED)
def display(text: str) -> str:
    """The text with French typography, days in letters, « date inconnue » for 9999/99/99."""
    return date_display.shown(text, parse(text) is not None)


@lru_cache(maxsize=_REMEMBERED)
def index(text: str) -> Indexed:
    """Words to search, the full day as `YYYY-MM-DD` for key, and the years of all intervals."""
    read = parse(text)
    if read is None:
        return Indexed(words=text)
    words = text
    if read.day or read.unknown:
        # « janvier 1975 » must find 1975/01/28, and 9999 must find nothing.
        words = display(text).replace(typography.NO_BREAK, " ").replace(typography.NARROW, " ")
    return Indexed(words=words, keys=(read.day,) if read.day else (), years=read.years)


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str) -> DateExpression | Fault | None:
    try:
        return date_grammar.read(text)
    except ImpossibleDate as impossible:
        return Fault(impossible.code, impossible.message)
    except NotUnderstood:
        return None
