"""What a date expression means: intervals of years, each with its certainty."""

from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """How far the source commits itself, from the firmest to the weakest.

    It says nothing of precision, which the width of the interval shows: « 19e siècle » is
    exact, « vers 1880 » is not. A source that gives only one limit leaves an end open.
    """

    EXACT = "exact"
    """Stated without reserve; the bounds of a named period are those of our table."""
    ABOUT = "about"
    """« vers », « début », « milieu », « fin », « limite »: bounds set by a convention."""
    UNCERTAIN = "uncertain"
    """« (?) », « peut-être », « ou », or two statements that contradict each other."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Years from `start` to `end`, both included; None is an open end.

    Years before our era are negative and there is no year zero.
    """

    start: int | None
    end: int | None
    certainty: Certainty = Certainty.EXACT


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date expression that was understood.

    text: the value, as given;
    intervals: in the order of the text; empty when the date is unknown or only a style is named;
    unknown: the text says that the date is not known (`9999/99/99`, « sans date »);
    style: the text names a style (« style Louis XVI »), which says nothing of the date;
    note: what is said beside the date (« classé MH »), several being joined by « ; »;
    day: the first full day, as YYYY-MM-DD, when there is one.
    """

    text: str
    intervals: tuple[Interval, ...] = ()
    unknown: bool = False
    style: bool = False
    note: str = ""
    day: str | None = None

    @property
    def years(self) -> tuple[int | None, int | None] | None:
        """First and last year of all the intervals together; None when there is no interval."""
        if not self.intervals:
            return None
        starts = [interval.start for interval in self.intervals]
        ends = [interval.end for interval in self.intervals]
        return (
            None if None in starts else min(start for start in starts if start is not None),
            None if None in ends else max(end for end in ends if end is not None),
        )


class NotUnderstood(Exception):
    """The text is not a date expression this module can read."""


class ImpossibleDate(NotUnderstood):
    """The text is written as a date, but no calendar has it.

    `code` is the tail of a flag, `message` a French sentence that says what to do.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
