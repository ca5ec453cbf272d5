"""One form for comparing words: no capitals, no accents, one apostrophe, single spaces.

Every key of the platform goes through `fold` (terms, names, references), and so does what
people type, so that « Île-de-France » and « ile-de-france » meet. It is called millions of
times at indexing, hence the fast road for texts that fit in Windows-1252, nearly all of them.
"""

import unicodedata
from typing import Final

APOSTROPHES: Final = "\u2019\u2018\u201b\u02bc\u02b9\u2032\u00b4`\uff07"
_HYPHENS: Final = "\u2010\u2011"
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTERS: Final = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}


def fold(text: str) -> str:
    """The text in lower case, without accents, œ as oe, straight apostrophes, single spaces.

    Punctuation stays. Spaces of any kind, at the ends too, count for one or none. Letters of
    other alphabets only lose their capitals and their marks. `fold(fold(x)) == fold(x)`, and
    no text makes it fail.
    """
    if text.isascii():
        folded = text.lower()
        if "`" in folded:
            folded = folded.replace("`", "'")
        return " ".join(folded.split())
    try:
        raw = text.encode("cp1252")
    except UnicodeEncodeError:
        return " ".join(text.translate(_CHARACTERS).split())
    folded = raw.translate(_BYTES, _REMOVED).decode("cp1252")
    if not folded.isascii():
        for character, replacement in _WIDER:
            if character in folded:
                folded = folded.replace(character, replacement)
    return " ".join(folded.split())


def _fold_character(character: str) -> str:
    previous, folded = "", character
    while folded != previous:
        previous = folded
        decomposed = unicodedata.normalize("NFD", folded.casefold())
        folded = "".join(
            _LETTERS.get(part, part) for part in decomposed if not unicodedata.combining(part)
        )
    return folded


class _Characters(dict[int, str]):
    """What each character folds to, worked out the first time it is met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_CHARACTERS: Final = _Characters()
_CHARACTERS.update(dict.fromkeys(map(ord, APOSTROPHES), "'"))
_CHARACTERS.update(dict.fromkeys(map(ord, _HYPHENS), "-"))
_CHARACTERS.update(dict.fromkeys(map(ord, _INVISIBLE), ""))


def _windows_tables() -> tuple[bytes, bytes, tuple[tuple[str, str], ...]]:
    """`_CHARACTERS` for Windows-1252: a byte for a byte, the bytes removed, the wider rest."""
    table, removed, wider = bytearray(range(256)), bytearray(), []
    for byte in range(256):
        try:
            character = bytes([byte]).decode("cp1252")
        except UnicodeDecodeError:
            continue
        folded = _CHARACTERS[ord(character)]
        if not folded:
            removed.append(byte)
            continue
        try:
            encoded = folded.encode("cp1252")
        except UnicodeEncodeError:
            encoded = b""
        if len(encoded) == 1:
            table[byte] = encoded[0]
        else:
            # Kept as they are, under one capital form or the other, then replaced as text.
            wider.append((character, folded))
    return bytes(table), bytes(removed), tuple(wider)


_BYTES, _REMOVED, _WIDER = _windows_tables()
