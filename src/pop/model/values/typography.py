"""French typography of what is displayed. The stored text is verbatim and never goes through.

Only spaces and apostrophes change: `; : ! ?` and « » take narrow no-break spaces, « 19e
siècle », « p. 12 » and « 5 % » a no-break space, « l'église » a curved apostrophe.
"""

import re
from typing import Final

NARROW: Final = "\u202f"
NO_BREAK: Final = "\u00a0"

# Patterns begin with the characters looked for, and look behind after: ten times faster.
_SPACES: Final = " \t\u00a0\u2009\u202f"
_SPACE: Final = f"[{_SPACES}]"
_OPENING = re.compile(rf"«{_SPACE}*(?=[^\s»])")
# A sign glued on both sides (12:30, 1:50) is no punctuation, hence what must follow it.
_SIGN = re.compile(r"[;:!?]+(?=[\s)\]»”]|\Z)|»")
_AFTER_WORD: Final = frozenset(")]»”\"'’.…%°_\ue000")
_APOSTROPHE = re.compile(r"""'(?<=[^\W\d_]')(?=[^\W_]|[«“"(])""")
_CENTURY = re.compile(rf"([0-9IVXivx](?:er|e|ème)){_SPACE}+(?=[Ss]iècle)")
_BEFORE_NUMBER = re.compile(rf"([.°]){_SPACE}+(?=[0-9IVX])")
_ABBREVIATION = re.compile(
    r"(?:^|[^\w.])(?:pp?\.|ff?\.|fol\.|t\.|vol\.|chap\.|fig\.|pl\.|ill\.|cat\.|art\.|n°)\Z", re.I
)
_LONGEST_ABBREVIATION: Final = 6
_AFTER_NUMBER = re.compile(rf"([0-9]){_SPACE}+(?=[%€])")

# Stands for an address or an HTML entity while the rest is set; a private-use character that
# would be in the text is handled as an address too, so the count always comes right.
_HOLD: Final = "\ue000"
_MARK = re.compile(rf"://|@|www\.|&|{_HOLD}")
_BLANK = re.compile(r"\s|\Z")
_QUOTED_LENGTH: Final = 60


def typeset(text: str) -> str:
    """The text as French typography wants it, except addresses (web, e-mail).

    Idempotent; no character is lost or added but spaces and apostrophes, no line break moves.
    """
    if "://" in text or "@" in text or "www." in text or "&" in text or _HOLD in text:
        return _typeset_around_addresses(text)
    return _typeset(text)


def quoted(text: str) -> str:
    """The text between French quotes for a message, on one line, cut when it is long."""
    text = " ".join(text.split())
    if len(text) > _QUOTED_LENGTH:
        text = text[: _QUOTED_LENGTH - 1] + "…"
    return f"« {text} »"


def _typeset(text: str) -> str:
    if "'" in text:
        text = _APOSTROPHE.sub("’", text)
    if "«" in text:
        text = _OPENING.sub("«" + NARROW, text)
    if ";" in text or ":" in text or "?" in text or "!" in text or "»" in text:
        text = _space_before_signs(text)
    if "iècle" in text:
        text = _CENTURY.sub(rf"\1{NO_BREAK}", text)
    if "." in text or "°" in text:
        text = _BEFORE_NUMBER.sub(_no_break_after_abbreviation, text)
    if "%" in text or "€" in text:
        text = _AFTER_NUMBER.sub(rf"\1{NO_BREAK}", text)
    return text


def _space_before_signs(text: str) -> str:
    """A narrow no-break space before « ; : ! ? » that end a word, and before ».

    Other signs keep what is before them: « (?) », « Paris, ? », « : » at the head of a line.
    """
    pieces: list[str] = []
    done = 0
    for found in _SIGN.finditer(text):
        start, end = found.span()
        before = text[done:start]
        kept = before.rstrip(_SPACES)
        last = kept[-1:] or text[max(0, done - 1) : done]
        if text[start] == "»":
            ends_word = last not in ("", "«") and not last.isspace()
        else:
            ends_word = last.isalnum() or last in _AFTER_WORD
        pieces += (kept, NARROW) if ends_word else (before,)
        pieces.append(text[start:end])
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _no_break_after_abbreviation(found: re.Match[str]) -> str:
    start = found.start() + 1
    before = found.string[max(0, start - _LONGEST_ABBREVIATION) : start]
    return found[1] + NO_BREAK if _ABBREVIATION.search(before) else found.group()


def _typeset_around_addresses(text: str) -> str:
    held: list[str] = []
    pieces: list[str] = []
    done = 0
    for mark in _MARK.finditer(text):
        if mark.start() < done:
            continue
        start = mark.start()
        while start > done and not text[start - 1].isspace():
            start -= 1
        blank = _BLANK.search(text, mark.end())
        end = blank.start() if blank else len(text)
        token = text[start:end]
        if _is_held(token):
            held.append(token)
            pieces += (text[done:start], _HOLD)
        else:
            pieces.append(text[done:end])
        done = end
    pieces.append(text[done:])
    set_pieces = _typeset("".join(pieces)).split(_HOLD)
    whole = [set_pieces[0]]
    for token, piece in zip(held, set_pieces[1:], strict=True):
        whole += (token, piece)
    return "".join(whole)


def _is_held(token: str) -> bool:
    return (
        "://" in token
        or "@" in token
        or "www." in token
        or ("&" in token and ";" in token)
        or _HOLD in token
    )
