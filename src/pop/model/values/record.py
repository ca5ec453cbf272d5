"""Record: a sub-document of the former POP, as JSON (HISTORIQUE, MEMOIRE, polygons).

It is kept whole so that nothing is lost, and never shown as such: HISTORIQUE holds names and
e-mails of staff (production-2024.md §1.0). What the public needs of it has a field of its own.
"""

from typing import Any

import msgspec

from pop.model.values import typography
from pop.model.values.verbs import Fault, Indexed


def parse(text: str) -> Any:
    """The content of the JSON, or None when it cannot be read (JSON `null` is None too)."""
    try:
        return msgspec.json.decode(text)
    except (ValueError, RecursionError):
        return None


def check(text: str) -> tuple[Fault, ...]:
    """INVALID_RECORD when the text is neither blank nor JSON."""
    if not text.strip() or text.strip() == "null" or parse(text) is not None:
        return ()
    return (
        Fault(
            "INVALID_RECORD",
            f"{typography.quoted(text)} n’est pas du JSON ; "
            "laissez ce champ tel que POP l’a exporté.",
        ),
    )


def display(_text: str) -> str:
    """Nothing: a record is never shown to the public."""
    return ""


def index(_text: str) -> Indexed:
    """Nothing: a record is never searched."""
    return Indexed()
