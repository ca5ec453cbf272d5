"""Text as the index sees it: folded words, the same for what is written and what is asked.

Accents, case, œ, elision (straight or typographic apostrophe) and hyphens never matter; « St » is
« Saint », « XVIIe » is « 17e ». Everything is done here, before the engine, so that positions
have no gap and initials stay.
"""

import re
from collections.abc import Iterator

from pop.model.values.folding import fold

# Elided articles and conjunctions; « aujourd'hui » or « d'Ormesson » lose nothing else.
_ELIDED = frozenset("""l d qu n s j c m t jusqu lorsqu puisqu quoiqu presqu entr""".split())
_WORD = re.compile(r"[^\W_]+")
# Every ASCII character that is in no word becomes a space, but the apostrophe.
_SPACED = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "'"}

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
    plain = folded.isascii()
    if plain:
        folded = folded.translate(_SPACED)
    if "'" in folded:
        folded = _freed(folded)
    found = folded.split() if plain else _WORD.findall(folded)
    if not _SAME.keys().isdisjoint(found):
        found = [_SAME.get(word, word) for word in found]
    return " ".join(found)


def _freed(folded: str) -> str:
    """Without apostrophes, nor what was elided before them."""
    pieces = folded.split("'")
    for place in range(len(pieces) - 1):
        piece = pieces[place]
        begin = len(piece)
        while begin and piece[begin - 1].isalnum():
            begin -= 1
        following = pieces[place + 1][:1]
        if piece[begin:] in _ELIDED and following.isascii() and following.isalnum():
            pieces[place] = piece[:begin]
    return " ".join(pieces)


def words(text: str) -> Iterator[str]:
    """The folded words one by one."""
    yield from normal(text).split()
