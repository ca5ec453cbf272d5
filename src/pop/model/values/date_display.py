"""A date expression as people read it: dates in letters, French typography, no word lost.

    1975/01/28:inscrit MH  →  28 janvier 1975 : inscrit MH
    9999/99/99 : classé MH →  date inconnue : classé MH
    1870 entre,1875 et     →  entre 1870 et 1875
    3e siècle av. JC       →  3e siècle av. J.-C.

Only a text that was understood is touched beyond its spaces; a date that no calendar has, or
a word we do not know, is shown as it was written.
"""

import re

from pop.model.values import typography
from pop.model.values.date_readings import UNKNOWN_YEAR
from pop.model.values.date_years import day_exists
from pop.model.values.day import MONTHS
from pop.model.values.typography import NO_BREAK

UNKNOWN = "date inconnue"

_YEAR_FIRST = re.compile(
    r"(?<![\w/.-])([0-9]{4})"
    r"(?: ?/+ ?([0-9]{1,2})(?: ?/+ ?([0-9]{1,2}))?|-([0-9]{1,2})-([0-9]{1,2}))(?![\w/-])"
)
_DAY_FIRST = re.compile(r"(?<![\w/.-])(?:([0-9]{1,2})/)?([0-9]{1,2})/([0-9]{4})(?![\w/-])")
_UNKNOWN_YEAR = re.compile(rf"(?<![\w/.-]){UNKNOWN_YEAR}(?![\w/-])")
_AFTER_ITS_YEAR = re.compile(
    r"([0-9]{3,4})\s+(vers|avant|après|environ)(\s*\(\?\))?", re.IGNORECASE
)
_BETWEEN = re.compile(r"([0-9]{3,4})\s+entre\s*,\s*([0-9]{3,4})\s+et", re.IGNORECASE)
_AND_BETWEEN = re.compile(r"([0-9]{3,4})\s+et\s*,\s*([0-9]{3,4})\s+entre", re.IGNORECASE)
_SPACED_ENDING = re.compile(r"(?<=[0-9])\s+(?=e\s+si[eè]cle)", re.IGNORECASE)
_CHRIST = re.compile(
    r"\b(av|avant|ap|apr|apr[eè]s)\b\.?\s*(?:J\.?\s?-?\s?C\b\.?)(?!hrist)", re.IGNORECASE
)
# Not between figures (12:30, 1,5).
_COLON = re.compile(
    r"(?<=[\w)])\s*:\s*(?=[^\W\d_])|(?<=[^\W\d_])\s*:\s*(?=[0-9])|(?<=\w)\s*:(?=\s)"
)
_COMMA = re.compile(r"(?<=[\w)])\s*([,;])(?=[^\W\d_]|[0-9]{3,4}(?![0-9]))")
_ORDINAL = re.compile(
    r"(?<=[0-9IVXivx])(er|ère|ere|re|e|è|é|ème|eme|nd|nde|de)\s+"
    r"(?=si[eèé]cle|s\.|quart|moiti|tiers|mill[eé]naire)",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(rf"(?<![0-9])([0-9]{{1,2}}|1er)\s+(?=(?:{'|'.join(MONTHS)})\b)")
# « 187? » is a decade: a space would make it the year 187.
_HOLE = re.compile(r"(?<![0-9])((?:1[0-9]|20)[0-9])\?(?!\w)")
_HELD_MARK = "\ue001"
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")


def shown(text: str, understood: bool) -> str:
    """The text set for reading; `understood` says whether dates.parse made sense of it."""
    text = _SPACES.sub(" ", text).strip()
    if not understood:
        return typography.typeset(text)
    text = _HOLE.sub(rf"\1{_HELD_MARK}", _spelled_out(text))
    return typography.typeset(text).replace(_HELD_MARK, "?")


def _spelled_out(text: str) -> str:
    if "/" in text or "-" in text:
        text = _DAY_FIRST.sub(_day_first, _YEAR_FIRST.sub(_year_first, text))
    if str(UNKNOWN_YEAR) in text:
        text = _UNKNOWN_YEAR.sub(UNKNOWN, text)
    if found := _AFTER_ITS_YEAR.fullmatch(text):
        text = f"{found[2].lower()} {found[1]}{found[3] or ''}"
    elif found := _BETWEEN.fullmatch(text):
        text = f"entre {found[1]} et {found[2]}"
    elif found := _AND_BETWEEN.fullmatch(text):
        text = f"entre {found[2]} et {found[1]}"
    if ":" in text:
        text = _COLON.sub(" : ", text)
    text = _COMMA.sub(_separated, text)
    text = _SPACED_ENDING.sub("", text)
    text = _CHRIST.sub(_before_or_after_christ, text)
    text = _ORDINAL.sub(rf"\1{NO_BREAK}", text)
    text = _DAY_OF_MONTH.sub(rf"\1{NO_BREAK}", text)
    return _SPACES.sub(" ", text)


def _year_first(found: re.Match[str]) -> str:
    year, month, day, iso_month, iso_day = found.groups()
    return _in_letters(found.group(), year, month or iso_month, day or iso_day)


def _day_first(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return _in_letters(found.group(), year, month, day)


def _in_letters(written: str, year: str, month: str, day: str | None) -> str:
    number, rank = int(day or 0) % 99, int(month) % 99
    if int(year) in (UNKNOWN_YEAR, 0):
        return UNKNOWN
    if not rank and not number:
        return year
    if rank > 12 or (number and not day_exists(int(year), rank, number)):
        return written
    if not number:
        return f"{MONTHS[rank - 1]} {year}"
    return f"{'1er' if number == 1 else number} {MONTHS[rank - 1]} {year}"


def _separated(found: re.Match[str]) -> str:
    return ", " if found[1] == "," else " ; "


def _before_or_after_christ(found: re.Match[str]) -> str:
    word = found[1]
    if word.lower() in ("av", "ap", "apr"):
        word = "av." if word.lower() == "av" else "apr."
    return f"{word}{NO_BREAK}J.-C."
