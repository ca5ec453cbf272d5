"""Day: a date of the trade (DMIS, DMAJ), written « 2025-10-13 », « 2025/10/13 » or « 13/10/2025 ».

Dates of works and of protections, in all their vagueness, are another type: `dates`.
"""

import datetime
import re

from pop.model.values import typography
from pop.model.values.verbs import Fault, Indexed

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)

_YEAR_FIRST = re.compile(r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


def parse(text: str) -> datetime.date | None:
    """The day, or None when the text is no day of the calendar."""
    stripped = text.strip()
    if found := _YEAR_FIRST.fullmatch(stripped):
        year, month, day = found[1], found[3], found[4]
    elif found := _DAY_FIRST.fullmatch(stripped):
        day, month, year = found.groups()
    else:
        return None
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def check(text: str) -> tuple[Fault, ...]:
    """INVALID_DATE when the text is neither blank nor a day."""
    if not text.strip() or parse(text):
        return ()
    return (
        Fault(
            "INVALID_DATE",
            f"{typography.quoted(text)} n’est pas un jour du calendrier ; "
            "écrivez l’année, le mois et le jour comme 2025-10-13.",
        ),
    )


def display(text: str) -> str:
    """« 13 octobre 2025 », « 1er mai 2024 »; the text itself when it is no day."""
    day = parse(text)
    if day is None:
        return text
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def index(text: str) -> Indexed:
    """The text, the day as `YYYY-MM-DD` for key, and its year."""
    day = parse(text)
    if day is None:
        return Indexed(words=text)
    return Indexed(words=text, keys=(day.isoformat(),), years=(day.year, day.year))
