"""Text as the index sees it: folded words, the same for what is written and what is asked.

Accents, case, œ, elision (straight or typographic apostrophe) and hyphens never matter; « St » is
« Saint », « XVIIe » is « 17e ». Everything is done here, before the engine, so that positions
have no gap and initials stay.
"""

import re
from collections.abc import Iterator

from pop.model.values.folding import fold

# Elided articles and conjunctions; « aujourd'hui » or « d'Ormesson » lose nothing else.
_ELIDED = re.compile(
    r"\b(?:l|d|qu|n|s|j|c|m|t|jusqu|lorsqu|puisqu|quoiqu|presqu|entr)'(?=[a-z0-9])"
)
_WORD = re.compile(r"[^\W_]+")

_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
# « vie » is life before it is a sixth century.
_SAME = {
    f"{'x' * tens}{unit}e": f"{10 * tens + rank}e"
    for tens in range(3)
    for rank, unit in enumerate(_UNITS)
    if 2 <= 10 * tens + rank <= 21 and f"{'x' * tens}{unit}" != "vi"
} | {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}


def normal(text: str) -> str:
    """Folded words separated by one space."""
    folded = fold(text)
    if "'" in folded:
        folded = _ELIDED.sub(" ", folded)
    found = _WORD.findall(folded)
    return " ".join([_SAME.get(word, word) for word in found])


def words(text: str) -> Iterator[str]:
    """The folded words one by one."""
    yield from normal(text).split()
