"""Number: latitude, longitude and the like, with a decimal point or comma."""

import re

from pop.model.values import typography
from pop.model.values.verbs import Fault, Indexed

_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,20}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,2})?"
)


def parse(text: str) -> float | None:
    """The number, or None when the text is not one (never an infinity)."""
    plain = text.strip().replace(",", ".").replace("\u2212", "-")
    return float(plain) if _NUMBER.fullmatch(plain) else None


def check(text: str) -> tuple[Fault, ...]:
    """NOT_RIGHT when the text is neither blank nor a number."""
    if not text.strip() or parse(text) is not None:
        return ()
    return (
        Fault(
            "NOT_RIGHT",
            f"Un nombre est attendu au lieu de {typography.quoted(text)} ; "
            "écrivez-le en chiffres, comme 48.8566.",
        ),
    )


def display(text: str) -> str:
    """The number with the decimal comma; the text itself when it is no number."""
    return text.replace(".", ",") if parse(text) is not None else text


def index(text: str) -> Indexed:
    """The text."""
    return Indexed(words=text)
