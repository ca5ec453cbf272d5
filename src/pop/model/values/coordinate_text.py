"""The numbers that a text of coordinates holds, and how they go together.

It knows how people write, and nothing of maps: decimal points and commas, spaces between
thousands, « X= », « 48°51'30" N », vertices separated by « / ». Which number is a longitude is the
affair of `coordinate_readings`.
"""

import re
from dataclasses import dataclass

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Written:
    """The numbers of a text, in its order.

    `parts`: the numbers of each vertex, one part when the text does not separate them.
    `figures`: how many follow the decimal mark of each number, in the same order.
    `semicolon`: the numbers are separated by « ; ». `mended`: the letter O stood for a zero.
    """

    parts: tuple[tuple[float, ...], ...]
    figures: tuple[int, ...]
    semicolon: bool
    mended: bool = False

    @property
    def numbers(self) -> tuple[float, ...]:
        """All the numbers, parts put end to end."""
        return tuple(number for part in self.parts for number in part)

    @property
    def decimals(self) -> int:
        """How many figures follow the decimal mark of the most precise number."""
        return max(self.figures)


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to take the numbers together.

    `vertices`: pairs in the order of the text, not yet x and y, the closing one left out.
    `corners`: the pairs are two opposite corners of an extent. `cost`: see
    `coordinate_readings`. `assumed`: what it takes for granted, in French, or None.
    """

    vertices: tuple[Pair, ...]
    corners: bool = False
    cost: int = 0
    assumed: str | None = None


_SPACES = re.compile(r"[\u00a0\u202f\u2009\t ]+")
_VERTEX_END = re.compile(r"[/\n\r£|]+")
_SPACED_COMMA = re.compile(r"\s,(?=\s|$)")
_LETTER_FOR_ZERO = re.compile(r"(?<![^\W_])O(?=\d)|(?<=\d)O(?=\d)")
_AROUND = re.compile(r"[\s.;,:=\"'xXyYm-]*")

_POINT = r"(?:\.\d+)?"
_COMMA = r"(?:\.\d+|,\s?\d{1,3}(?![\d.])|(?<!\d{4}),\d{4,}(?!\.))?"
_GROUPED = r"\d{1,4}(?:\s\d{3})+(?!\d)"


def _number(grouped: bool, comma: bool) -> re.Pattern[str]:
    whole = rf"(?:{_GROUPED}|\d+)" if grouped else r"\d+"
    return re.compile(rf"[-+]?{whole}{_COMMA if comma else _POINT}")


_NUMBERS = {
    (grouped, comma): _number(grouped, comma)
    for grouped in (True, False)
    for comma in (True, False)
}


def written(text: str) -> Written | None:
    """The numbers of the text, or None when it has fewer than two or other words beside.

    Without « ; » the comma may separate or begin the decimals: it separates when spaces stand
    around it or when a decimal point is seen elsewhere, else the figures beside it decide.
    """
    plain = _SPACES.sub(" ", text.replace("\u2212", "-")).strip(" \"'«»{}[]()")
    mended = _LETTER_FOR_ZERO.sub("0", plain)
    semicolon = ";" in mended
    comma = semicolon or not re.search(r"\d\.\d", mended)
    for grouped, decimal_comma in ((True, comma), (False, comma), (False, False)):
        parts: list[tuple[float, ...]] = []
        figures: list[int] = []
        for part in filter(str.strip, _VERTEX_END.split(mended)):
            found = _numbers_in(part, grouped, decimal_comma)
            if found is None:
                return None
            if found:
                parts.append(tuple(number for number, _ in found))
                figures.extend(after for _, after in found)
        if sum(map(len, parts)) >= 2:
            return Written(tuple(parts), tuple(figures), semicolon, mended != plain)
    return None


def _numbers_in(part: str, grouped: bool, decimal_comma: bool) -> list[tuple[float, int]] | None:
    """Each number of one vertex with its figures; None when something else remains."""
    if ";" in part:
        fields = part.split(";")
    elif decimal_comma:
        fields = _SPACED_COMMA.split(part)
    else:
        fields = part.split(",")
    number = _NUMBERS[grouped, decimal_comma]
    numbers: list[tuple[float, int]] = []
    for field in fields:
        if not _AROUND.fullmatch(number.sub(" ", field)):
            return None
        for match in number.findall(field):
            bare = re.sub(r"\s", "", match).replace(",", ".")
            numbers.append((float(bare), len(bare.partition(".")[2])))
    return numbers


_ANGLE = (
    r"(?P<d{0}>[-+]?\d+(?:[.,]\d+)?)\s*°?\s*"
    r"(?:(?P<m{0}>\d+(?:[.,]\d+)?)\s*['′’]\s*)?(?:(?P<s{0}>\d+(?:[.,]\d+)?)\s*(?:\"|''|″|”)\s*)?"
)
_AFTER = _ANGLE + r"(?P<h{0}>[NSEWO]\b|nord|sud|est|ouest)"
_BEFORE = r"(?P<h{0}>[NSEWO]|nord|sud|est|ouest)\s*" + _ANGLE
_DEGREES = tuple(
    re.compile(
        "".join((one.replace("{0}", "1"), r"\s*[,;/]?\s*", one.replace("{0}", "2"))), re.IGNORECASE
    )
    for one in (_AFTER, _BEFORE)
)


def degrees(text: str) -> tuple[float, float, int] | None:
    """(latitude, longitude, decimals) of two angles that name their side, else None.

    « 48°51'30" N, 2°17'40" E », « 48,8584° N, 2,2945° E », « N 48.8584 W 2.2945 »; O is Ouest.
    """
    plain = _SPACES.sub(" ", text).strip()
    for pattern in _DEGREES:
        found = pattern.fullmatch(plain)
        if found:
            break
    else:
        return None
    sides = [found[f"h{i}"][0].upper() for i in (1, 2)]
    angles = []
    for i, side in zip((1, 2), sides, strict=True):
        whole, minutes, seconds = (
            float((found[f"{unit}{i}"] or "0").replace(",", ".")) for unit in "dms"
        )
        if minutes >= 60 or seconds >= 60 or whole < 0:
            return None
        angle = whole + minutes / 60 + seconds / 3600
        angles.append(-angle if side in "SWO" else angle)
    decimals = max(len(re.sub(r"^[^.,]*[.,]?", "", found[f"d{i}"])) for i in (1, 2))
    if found["m1"] or found["m2"]:
        decimals = 4  # a second of arc is worth about 0,0003°
    first_is_latitude = [side in "NS" for side in sides]
    if first_is_latitude == [True, False]:
        return angles[0], angles[1], decimals
    if first_is_latitude == [False, True]:
        return angles[1], angles[0], decimals
    return None


_LAST_VERTEX = "Le dernier sommet, incomplet, n’est pas pris en compte."
_REPEATED = "Le dernier nombre répète le premier : il n’est pas pris en compte."
_IN_HALVES = "Les nombres sont lus par moitiés : tous les x, puis tous les y."
_EXTENT = "Les quatre nombres sont lus comme une emprise : x, x, y, y."


def shapes(text: Written) -> tuple[Shape, ...]:
    """The ways to take the numbers together, the plainest first; () when none is sensible."""
    parts = text.parts
    if len(parts) > 1 and all(len(part) == 2 for part in parts):
        return (_shape(_pairs(text.numbers)),)
    if len(parts) > 1 and len(parts[-1]) == 1 and all(len(part) == 2 for part in parts[:-1]):
        return (_shape(_pairs(text.numbers[:-1]), 1, _LAST_VERTEX),)
    numbers = text.numbers
    found: list[Shape] = []
    if len(numbers) % 2 == 0:
        found.append(_shape(_pairs(numbers)))
        if len(numbers) == 4:
            found.append(_extent(numbers, 1, _EXTENT))
        elif len(numbers) > 4:
            found.append(_shape(tuple(zip(*_halves(numbers), strict=True)), 1, _IN_HALVES))
    elif numbers[0] == numbers[-1]:
        numbers = numbers[:-1]
        if len(numbers) == 4:
            found.append(_extent(numbers, 1, _EXTENT))
        found.append(_shape(_pairs(numbers), 2, _REPEATED))
    return tuple(found)


def _halves(numbers: tuple[float, ...]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    middle = len(numbers) // 2
    return numbers[:middle], numbers[middle:]


def _pairs(numbers: tuple[float, ...]) -> tuple[Pair, ...]:
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _shape(pairs: tuple[Pair, ...], cost: int = 0, assumed: str | None = None) -> Shape:
    kept = tuple(pair for i, pair in enumerate(pairs) if i == 0 or pair != pairs[i - 1])
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept = kept[:-1]
    return Shape(kept, cost=cost, assumed=assumed)


def _extent(numbers: tuple[float, ...], cost: int, assumed: str) -> Shape:
    a1, a2, b1, b2 = numbers
    return Shape(((a1, b1), (a2, b2)), corners=True, cost=cost, assumed=assumed)
