"""Years as numbers: counting across our era, and cutting a span into its parts.

Historians count 1 after -1. Here, and only inside the reading of dates, years are counted
*straight*: 1 is followed backwards by 0 (1 BCE), -1 (2 BCE)…, so that lengths and parts are
plain arithmetic. `historical` gives back the year people write.
"""

CENTURY = 100
MILLENNIUM = 1000

Span = tuple[int, int]
"""First and last straight year, both included."""


def historical(year: int) -> int:
    """The year as people write it: 0 → -1, -1 → -2; years of our era do not change."""
    return year if year > 0 else year - 1


def straight(year: int) -> int:
    """The straight year of a historical one; -1 → 0."""
    return year if year > 0 else year + 1


def century(rank: int, length: int, before_our_era: bool) -> Span:
    """The span of a century (`length` 100) or millennium (1000) of given rank, from 1 up.

    The 19th century is 1801-1900, the first before our era is -100 to -1.
    """
    if before_our_era:
        last = -length * (rank - 1)
        return last - length + 1, last
    first = length * (rank - 1) + 1
    return first, first + length - 1


def part(span: Span, rank: int, count: int) -> Span:
    """The part of given rank when a span is cut in `count`: quarter 4 of 4, half 1 of 2…

    Years are shared so that parts follow each other without hole; -1 is the last part.
    """
    first, last = span
    length = last - first + 1
    if rank < 0:
        rank = count
    start = first + length * (rank - 1) // count
    return start, max(start, first + length * rank // count - 1)


def edge(span: Span, which: str, counted: bool) -> Span:
    """« début », « milieu » or « fin » of a span.

    Convention: the beginning and the end are a quarter of a counted span (century,
    millennium), as the ministry's vocabulary has quarters, a third of any other (decade,
    period); the middle is the tenth on each side of the centre (12th century: 1141-1160).
    """
    first, last = span
    if which == "milieu":
        length = last - first + 1
        centre, around = first + length // 2, length // 10
        return max(first, centre - around), min(last, max(centre + around - 1, centre))
    count = 4 if counted else 3
    return part(span, 1 if which == "debut" else count, count)


def margin(year: int) -> int:
    """Years allowed on each side of « vers »: 5 from 1500 on, 10 from year 1, 50 before.

    A convention: « vers 1880 » is 1875-1885, « vers 1250 » is 1240-1260.
    """
    if year >= 1500:
        return 5
    return 10 if year > 0 else 50


_MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar of that year has that day (Julian leap years until 1582)."""
    if not (1 <= month <= 12 and 1 <= day <= _MONTH_LENGTHS[month - 1]):
        return False
    leap = year % 4 == 0 and (year <= 1582 or year % 100 != 0 or year % 400 == 0)
    return day < 29 or month != 2 or leap
