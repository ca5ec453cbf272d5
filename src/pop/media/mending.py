"""Texts of metadata as they were meant: UTF-8 whatever they were written in, on one line."""

import re

_WINDOWS = "cp1252"
# The upper half of Windows-1252 that goes on a character of UTF-8: bytes 80 to BF, misread.
_REST = bytes(range(0x80, 0xC0)).decode(_WINDOWS, "ignore")
# UTF-8 read as Windows-1252: é is « Ã© », « ’ » is « â€™ », œ is « Å“ », « is « Â« ». Other
# beginnings are letters of good French before a space or a sign (« É », « : »).
_BROKEN = re.compile(f"[ÃÂÅ][{_REST}\x80-\x9f]|â[{_REST}\x80-\x9f]{{2}}")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]+")


def decoded(raw: bytes) -> str:
    """Bytes of which nothing says the encoding: UTF-8 when they are, else Windows-1252."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode(_WINDOWS, "replace")


def mended(text: str, longest: int) -> str:
    """The text, accents repaired when it was read in the wrong encoding (twice at most), without
    control characters, that long at most."""
    for _ in range(2):
        text = _BROKEN.sub(_meant, text)
    text = " ".join(_CONTROLS.sub(" ", text).split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _meant(found: re.Match[str]) -> str:
    """The character that these misread bytes are, or themselves."""
    try:
        return b"".join(map(_byte, found[0])).decode()
    except UnicodeError:
        return found[0]


def _byte(letter: str) -> bytes:
    """The byte that was misread; one that Windows-1252 has not stands for itself."""
    return bytes((ord(letter),)) if "\x80" <= letter <= "\x9f" else letter.encode(_WINDOWS)
