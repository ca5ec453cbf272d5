"""The order of the folios of a manuscript: preliminary leaves, then 1r < 1v < 2r < 10r.

« f. 12v », « fol. 12 v° », « 12 verso », « 12rb » (a column), « p. 3 », « f. IVr », « f. A »;
of « f. 3-5v » the first.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pop.model import catalogue
from pop.notices.derived import Derived
from pop.notices.models import Notice

BASE, DECORATIONS, FOLIO = "enluminures", "REFDE", "FOLIOS"
_SIDE = r"\s*(?P<side>r(?:ecto|°|o)?|v(?:erso|°|o)?)?(?P<column>[a-d])?(?![^\W\d_])"
_FIGURES = re.compile(rf"(?P<number>\d+)\s*(?P<more>bis|ter|quater)?{_SIDE}", re.I)
_ROMAN = re.compile(rf"(?<!\w)(?P<number>[IVXLC]+|[A-Z]){_SIDE}")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Folio(NamedTuple):
    """kind: 0 for a preliminary leaf, 1 for a numbered one, 2 when nothing tells; side: 1 on the
    back of a leaf. Folios compare in the order of the book."""

    kind: int
    number: int = 0
    more: str = ""
    side: int = 0
    column: str = ""


def parse(text: str) -> Folio:
    """Where a notice says that a decoration is."""
    if found := _FIGURES.search(text):
        return Folio(1, int(found["number"][:9]), (found["more"] or "").lower(), *_side(found))
    if found := _ROMAN.search(text):
        return Folio(0, _roman(found["number"]), "", *_side(found))
    return Folio(2)


def _side(found: re.Match[str]) -> tuple[int, str]:
    return int((found["side"] or "r")[0] in "vV"), (found["column"] or "").lower()


def _roman(text: str) -> int:
    """A Roman number; a single other letter by its place in the alphabet."""
    if not set(text) <= set(_VALUES):
        return ord(text) - ord("A") + 1
    numbers = [_VALUES[letter] for letter in text]
    return sum(
        -one if one < following else one
        for one, following in zip(numbers, [*numbers[1:], 0], strict=True)
    )


def follow(folios: Sequence[Folio]) -> bool:
    """Whether they are page after page of one book, none missing, the first on the right."""
    if any(folio.kind != 1 or folio.more for folio in folios) or not folios or folios[0].side:
        return False
    pages = [folio.number * 2 + folio.side for folio in folios]
    return all(after == before + 1 for before, after in pairwise(pages))


def decorated(manuscript: Notice, derived: Derived[Notice]) -> list[Notice]:
    """The notices of the decorations of a manuscript, in the order of its folios."""
    rule = next(rule for rule in catalogue.base(BASE).links if rule.field == DECORATIONS)
    found = derived.linked.get(rule.relation, []) if manuscript.base == BASE else []
    return sorted(found, key=of)


def of(decoration: Notice) -> Folio:
    """The folio of a decoration."""
    return parse(str(decoration.values.get(FOLIO, "")))


def is_decoration(notice: Notice) -> bool:
    """Whether a notice is that of a decoration, whose folio says where it is in its book."""
    return notice.base == BASE and bool(notice.values.get("REFC"))
