"""French typography for the words of the interface. Values of notices are never retouched."""

import re

NO_BREAK = "\N{NO-BREAK SPACE}"
THIN = "\N{NARROW NO-BREAK SPACE}"

_SPACES = f"[ {NO_BREAK}{THIN}]"
_BEFORE_HIGH = re.compile(rf"{_SPACES}+(?=[;!?»])")
_AFTER_OPENING = re.compile(rf"(?<=«){_SPACES}+")
_BEFORE_COLON = re.compile(rf"{_SPACES}+(?=:)")


def french(text: str) -> str:
    """The same words, with the unbreakable spaces French wants where a space was written."""
    text = _BEFORE_HIGH.sub(THIN, text)
    text = _AFTER_OPENING.sub(THIN, text)
    return _BEFORE_COLON.sub(NO_BREAK, text)


def number(value: int) -> str:
    """A whole number in groups of three figures."""
    return f"{int(value):,}".replace(",", THIN)
