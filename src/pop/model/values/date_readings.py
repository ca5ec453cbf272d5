"""One point in time, read from tokens: a day, a year, a century, a decade, a named period.

`point` reads the longest one that starts at a given token. What surrounds it (« vers »,
« avant », « entre … et », « (?) ») and how several combine is the business of
`date_grammar`; a part or an ordinal whose century is said later (« 1er ou 2e quart du 19e
siècle ») is returned unfinished, with no span.
"""

from pop.model.values import date_years, periods
from pop.model.values import day as calendar
from pop.model.values.date_expression import ImpossibleDate
from pop.model.values.date_point import Point
from pop.model.values.date_text import Token
from pop.model.values.date_words import (
    DAYS_OF_WEEK,
    EDGES,
    EPOCH_WORDS,
    LAST,
    LINKING,
    MONTHS,
    PARTS,
    REPUBLICAN_MONTHS,
    TODAY,
    UNITS,
)
from pop.model.values.date_years import CENTURY

LATEST_YEAR = 2100
"""A year above it cannot be a date of something kept today; 9999 stands for « unknown »."""
UNKNOWN_YEAR = 9999

Read = tuple[Point, int]


def point(line: list[Token], at: int, marked: bool = False) -> Read | None:
    """The point that starts at token `at` and the position after it, or None.

    Raises ImpossibleDate when it is a date that does not exist. Linear in what it reads.
    """
    if at >= len(line):
        return None
    token = line[at]
    kind = token.kind
    if kind in ("word", "ord", "roman"):
        named = periods.find(line, at, marked)
        if named:
            return _period(*named)
    if kind in ("ord", "roman"):
        return _ordinal(line, at)
    if kind == "num":
        return _number(line, at)
    if kind in ("day", "dmy", "ym", "my"):
        return _figures(token), at + 1
    if kind == "hole":
        return _hole(token, at)
    if kind == "-" and at + 1 < len(line) and line[at + 1].start == token.end:
        number = line[at + 1]
        if number.kind == "num" and number.value:
            return _year_before(number.value, number.text), at + 2
    if kind == "word":
        return _word(line, at)
    return None


def _period(period: periods.Period, after: int) -> Read:
    start, end = period.start, period.end
    first = None if start is None else date_years.straight(start)
    last = None if end is None else date_years.straight(end)
    return Point("period", first, last), after


def _figures(token: Token) -> Point:
    """A date in figures; a month or a day of 99 or 00 is one that is not known."""
    numbers = [int(part) for part in _digits(token.text)]
    if token.kind in ("dmy", "my"):
        numbers.reverse()
    year, month, day = (*numbers, 0, 0)[:3]
    if year in (UNKNOWN_YEAR, 0):
        return Point("unknown")
    if token.kind == "ym" and 12 < month < 99 and month > year % 100:
        # « 1914/18 »: not a month, an abridged interval.
        return Point("day", year, year - year % 100 + month)
    return _day(year, month % 99, day % 99, token.text)


def _digits(text: str) -> list[str]:
    cut = text.partition("t")[0]
    return "".join(sign if sign.isdigit() else " " for sign in cut).split()


def _day(year: int, month: int, day: int, written: str) -> Point:
    if year > LATEST_YEAR:
        raise _too_late(year)
    if month > 12:
        raise _no_such_date(written, year, f"il n’y a pas de mois {month}")
    if month and day and not date_years.day_exists(year, month, day):
        raise _no_such_date(written, year, f"ce mois n’a pas de jour {day}")
    if month == 0 and day:
        raise _no_such_date(written, year, "le jour est donné sans le mois")
    iso = f"{year:04d}-{month:02d}-{day:02d}" if month and day else ""
    return Point("day", year, year, iso=iso)


def _no_such_date(written: str, year: int, why: str) -> ImpossibleDate:
    return ImpossibleDate(
        "INVALID_DATE",
        f"La date « {written} » n’existe pas ({why}) : "
        f"corrigez-la, ou écrivez {year} si seule l’année est sûre.",
    )


def _too_late(year: int) -> ImpossibleDate:
    return ImpossibleDate(
        "INVALID_DATE",
        f"L’année {year} est encore à venir : corrigez-la, "
        "ou écrivez 9999/99/99 si la date est inconnue.",
    )


def _hole(token: Token, at: int) -> Read | None:
    """« 18.. », « 187? »: a year whose last figures are not known."""
    known = int("".join(_digits(token.text)))
    length = CENTURY if known < 100 else 10
    if not 1000 <= known * length <= LATEST_YEAR:
        if length == 10:
            return Point("year", known, known, written=token.text, uncertain=True), at + 1
        return None
    start = known * length
    return Point("decade", start, start + length - 1, uncertain=True), at + 1


def _year_before(value: int, written: str) -> Point:
    year = date_years.straight(-value)
    return Point("year", year, year, before_our_era=True, era_said=True, written=written)


def _era(line: list[Token], at: int) -> str:
    return line[at].kind if at < len(line) and line[at].kind in ("bc", "ad") else ""


def _text(line: list[Token], at: int) -> str:
    return line[at].text if at < len(line) and line[at].kind == "word" else ""


def skip_linking(line: list[Token], at: int) -> int:
    """Position after articles and small words (« du », « de la », « l' », a stray « - »)."""
    while at < len(line) and (line[at].text in LINKING or line[at].kind == "-"):
        at += 1
    return at


def _number(line: list[Token], at: int) -> Read | None:
    token, value = line[at], line[at].value
    month = at + 1
    if value <= 31 and _day_pair(line, at):
        month = at + 3
    named = _text(line, month)
    if named in MONTHS or named in REPUBLICAN_MONTHS:
        return _month(line, month, value)
    if named in UNITS or named in PARTS:
        # « 27 siècle av JC », « 2 moitié »: the ending of the ordinal was forgotten.
        return _ordinal(line, at) if value < 100 and named != "s" else None
    after = at + 1 + (named in ("ans", "an"))
    era = _era(line, after)
    if era == "bc" and value:
        return _year_before(value, token.text), after + 1
    if after > at + 1:
        return None
    if era == "ad":
        after += 1
    if value == UNKNOWN_YEAR:
        return Point("unknown"), after
    if value > LATEST_YEAR:
        raise _too_late(value)
    if value >= 100 or (era and value):
        said = bool(era)
        return Point("year", value, value, era_said=said, written=token.text), after
    return Point("number", rank=value, written=token.text), after


def _day_pair(line: list[Token], at: int) -> bool:
    """« 28-29 août », « 3 au 5 mai »."""
    if at + 3 >= len(line) or line[at + 2].kind not in ("num", "ord"):
        return False
    between = line[at + 1]
    return between.text in ("-", "/", "et", "au", "a") and _text(line, at + 3) in MONTHS


def _month(line: list[Token], at: int, day: int) -> Read | None:
    """A month in letters at `at`, after its day or 0 when none was given."""
    name, after = line[at].text, at + 1
    if after < len(line) and line[after].kind == "." and len(name) < 5:
        after += 1
    if name in REPUBLICAN_MONTHS:
        found = _republican_year(line, skip_linking(line, after))
        if not found:
            return None
        start, last = REPUBLICAN_MONTHS[name]
        rank, after = found
        return Point("day", 1791 + rank + start, 1791 + rank + last), after
    if after + 1 < len(line) and line[after].text in ("-", "et", "a"):
        # « mai-juin 1913 »
        after += 2 if _text(line, after + 1) in MONTHS else 0
    if after < len(line) and line[after].text == "de":
        after += 1
    if after >= len(line) or line[after].kind != "num" or line[after].value < 100:
        return None
    year = line[after].value
    month = MONTHS[name]
    spelled = f"{calendar.MONTHS[month - 1]} {year}"
    return _day(year, month, day, f"{day} {spelled}" if day else spelled), after + 1


def _republican_year(line: list[Token], at: int) -> tuple[int, int] | None:
    if _text(line, at) != "an" or at + 1 >= len(line):
        return None
    rank = line[at + 1].value
    if line[at + 1].kind not in ("roman", "num", "ord") or not 1 <= rank <= 14:
        return None
    after = at + 2
    words = [_text(line, after + step) for step in range(3)]
    if words == ["de", "la", "republique"]:
        after += 3
    return rank, after


def _word(line: list[Token], at: int) -> Read | None:
    text = line[at].text
    if text in EDGES:
        return _edge(line, at)
    if text in LAST:
        return _ordinal(line, at)
    if text in MONTHS or text in REPUBLICAN_MONTHS:
        return _month(line, at, 0)
    if text in DAYS_OF_WEEK:
        inner = _number(line, at + 1) if at + 1 < len(line) and line[at + 1].value else None
        return inner if inner and inner[0].kind == "day" else None
    if text in ("annees", "decennie", "decennies") and at + 1 < len(line):
        return _decade(line[at + 1], at + 1)
    if text == "an":
        return _year_named(line, at)
    if text in TODAY or (text == "nos" and _text(line, at + 1) == "jours"):
        return Point("today"), at + (2 if text in ("nos", "aujourd'") else 1)
    return None


def _year_named(line: list[Token], at: int) -> Read | None:
    """« an II » of the Republic, « an 1000 », « an mil »."""
    found = _republican_year(line, at)
    if found:
        rank, after = found
        return Point("day", 1791 + rank, 1792 + rank), after
    if _text(line, at + 1) in ("mil", "mille"):
        return Point("year", 1000, 1000, written="1000"), at + 2
    if at + 1 < len(line) and line[at + 1].kind == "num":
        return _number(line, at + 1)
    return None


def _decade(token: Token, at: int) -> Read | None:
    """« années 1970 », « années 30 » (of the 20th century, which is not said: uncertain)."""
    year = token.value
    if token.kind != "num":
        return None
    if 10 <= year <= 90 and year % 10 == 0:
        start = 1900 + year
        return Point("decade", start, start + 9, uncertain=True, written=token.text), at + 1
    if not 100 <= year <= LATEST_YEAR:
        return None
    if year % 10:
        # « années 1835-1840 » counts years, not decades.
        return Point("year", year, year, written=token.text), at + 1
    return Point("decade", year, year + 9, written=token.text), at + 1


def _edge(line: list[Token], at: int) -> Read | None:
    """« début », « milieu », « fin » of what follows, or alone (« 19e siècle, fin »)."""
    which = EDGES[line[at].text]
    start = skip_linking(line, at + 1)
    while start < len(line) and line[start].text in EPOCH_WORDS:
        start = skip_linking(line, start + 1)
    inner = None
    if start < len(line) and line[start].text not in EDGES:
        inner = point(line, start, marked=start > at + 1)
    if inner is None:
        return Point("part", edge=which, about=True), at + 1
    found, after = inner
    found.about = True
    if found.kind in ("ordinal", "part", "century"):
        # The edge of a part would need the part first: « fin du 1er quart » keeps the quarter.
        if not found.count and not found.edge:
            found.edge = which
        if found.kind == "century":
            found.settle()
    elif found.kind in ("decade", "period") and found.first is not None and found.last is not None:
        found.first, found.last = date_years.edge((found.first, found.last), which, False)
    elif found.kind in ("number", "today", "unknown"):
        return None
    return found, after


def _ordinal(line: list[Token], at: int) -> Read | None:
    """What an ordinal begins: a century, a part of one, a day of a month, or nothing yet."""
    token, rank = line[at], line[at].value
    if token.kind == "word":
        rank = -1
    after = at + 1
    if 1 <= rank <= 31 and _day_pair(line, at):
        return _month(line, at + 3, rank)
    named = _text(line, after)
    if named in MONTHS or named in REPUBLICAN_MONTHS:
        return _month(line, after, rank)
    if named in PARTS:
        return _part(line, after, rank, PARTS[named])
    if rank < 1:
        return None
    if named in UNITS:
        after += 1
        if after < len(line) and line[after].kind == "." and named == "s":
            after += 1
        return _century(line, after, Point("century", rank=rank, unit=UNITS[named]))
    return Point("ordinal", rank=rank, written=token.text), after


def _century(line: list[Token], after: int, found: Point) -> Read:
    era = _era(line, after)
    if era:
        found.era_said, found.before_our_era = True, era == "bc"
        after += 1
    if not found.before_our_era and found.rank * found.unit > LATEST_YEAR:
        raise _no_such_century(found.rank)
    found.settle()
    return found, after


def _no_such_century(rank: int) -> ImpossibleDate:
    return ImpossibleDate(
        "INVALID_DATE",
        f"Le {rank}e siècle ou millénaire est encore à venir : corrigez-le, "
        "ou ajoutez « av. J.-C. » s’il précède notre ère.",
    )


def _part(line: list[Token], at: int, rank: int, count: int) -> Read | None:
    """A half, third, quarter or decade (word at `at`) of what follows, if anything follows."""
    if rank > count:
        raise ImpossibleDate(
            "INVALID_DATE",
            f"Il n’y a pas de {rank}e {line[at].text} : corrigez le nombre.",
        )
    start = skip_linking(line, at + 1)
    inner = None
    if start < len(line) and line[start].text not in EDGES and _text(line, start + 1) not in PARTS:
        inner = point(line, start, marked=True)
    found, after = inner if inner else (Point("part"), at + 1)
    if found.kind in ("ordinal", "century") and not found.count and not found.edge:
        found.count, found.piece = count, rank
        if found.kind == "ordinal":
            # « 2e moitié 19e », the word « siècle » being left out.
            found.kind, found.unit = "century", CENTURY
            return _century(line, after, found)
        found.settle()
        return found, after
    if found.kind in ("decade", "period") and found.first is not None and found.last is not None:
        found.first, found.last = date_years.part((found.first, found.last), rank, count)
        return found, after
    return Point("part", count=count, piece=rank), at + 1
