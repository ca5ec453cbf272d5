"""Dates as notices write them: centuries by quarter, years, « vers », days."""

from pop.demonstration.generating.chance import Dice


def century(year: int) -> str:
    """« 15e siècle », « 1er siècle »."""
    number = (year - 1) // 100 + 1
    return f"{number}{'er' if number == 1 else 'e'} siècle"


def part(year: int, d: Dice | None = None) -> str:
    """The same, by quarter, half, or as one says: « 4e quart 15e siècle », « milieu 17e siècle »."""
    rest = (year - 1) % 100
    way = d.random() if d else 0
    if way > 0.9 and 40 <= rest <= 60:
        return f"milieu {century(year)}"
    if way > 0.8:
        return f"{'1ère' if rest < 50 else '2e'} moitié {century(year)}"
    if way > 0.72:
        return century(year)
    return f"{('1er', '2e', '3e', '4e')[rest // 25]} quart {century(year)}"


def about(year: int, d: Dice) -> str:
    """A year, sometimes less sure."""
    return d.weighted(
        ((f"{year}", 7), (f"{year} vers", 1), (f"{year} avant", 0.4), (f"{year} après", 0.3))
    )


def day(d: Dice, first: int, last: int) -> str:
    """A day as « 1931/03/14 », the form of protections."""
    return f"{d.randint(first, last)}/{d.randint(1, 12):02d}/{d.randint(1, 28):02d}"


def iso(d: Dice, first: int, last: int) -> str:
    """A day as « 2014-06-03 », the form of the life of a notice."""
    return day(d, first, last).replace("/", "-")


_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)


def said(text: str) -> str:
    """« 1931/03/14 » as it is said: « 14 mars 1931 »."""
    year, month, number = text.split("/")
    first = "1er" if int(number) == 1 else str(int(number))
    return f"{first} {_MONTHS[int(month) - 1]} {year}"


def life(d: Dice, notice: int, first: int = 1996) -> dict[str, str]:
    """DMIS and DMAJ of a notice; the first ones of each kind are the most recently revised."""
    created = iso(d, first, 2019)
    revised = iso(d, 2020, 2024) if notice % 3 else created
    return {"DMIS": created, "DMAJ": revised}
