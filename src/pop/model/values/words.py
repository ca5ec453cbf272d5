"""Text as the index sees it: folded words, the same for what is written and what is asked.

Accents, case, œ, elision (straight or typographic apostrophe) and hyphens never matter; « St » is
« Saint », « XVIIe » is « 17e ». Everything is done here, before the engine, so that positions
have no gap and initials stay.
"""

import re
from collections.abc import Iterator, Sequence

from pop.model.values.folding import fold

# Elided articles and conjunctions; « aujourd'hui » or « d'Ormesson » lose nothing else.
_ELIDED = frozenset("""l d qu n s j c m t jusqu lorsqu puisqu quoiqu presqu entr""".split())
# Stands between texts folded together: no letter, no space, and in no text that people write.
_BETWEEN = "\x00"
_KEPT = f"'{_BETWEEN}"
# What is in no word becomes a space: character by character, and by byte of Windows-1252.
_NO_WORD = re.compile(rf"[^\w{_KEPT}]|_")
_SPACED = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) not in _KEPT}
_SPACED_BYTES = bytes(
    ord(" ") if _NO_WORD.match(bytes([code]).decode("cp1252", "replace")) else code
    for code in range(256)
)

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
    return _words(fold(text.replace(_BETWEEN, " ")))


def normal_all(texts: Sequence[str]) -> list[str]:
    """`normal` of each text, all folded at once: much less time for the texts of a notice."""
    folded = fold(f" {_BETWEEN} ".join(texts))
    if folded.count(_BETWEEN) != len(texts) - 1:
        return [normal(text) for text in texts]
    return [text.strip() for text in _words(folded).split(_BETWEEN)]


def _words(folded: str) -> str:
    found = _freed(_spaced(folded)).split()
    if not _SAME.keys().isdisjoint(found):
        found = [_SAME.get(word, word) for word in found]
    return " ".join(found)


def _spaced(folded: str) -> str:
    """With a space for every character that is in no word, apostrophes apart."""
    if folded.isascii():
        return folded.translate(_SPACED)
    try:
        return folded.encode("cp1252").translate(_SPACED_BYTES).decode("cp1252")
    except UnicodeEncodeError:
        return _NO_WORD.sub(" ", folded)


def _freed(folded: str) -> str:
    """Without apostrophes, nor what was elided before them."""
    if "'" not in folded:
        return folded
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
