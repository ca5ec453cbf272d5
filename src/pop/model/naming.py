"""What a notice and its values are called where people read them: titles and sentences."""

from collections.abc import Mapping
from typing import Any

from pop.model.composing import first_line
from pop.model.schema import Base, Field, Type
from pop.model.values.registry import TYPES
from pop.model.values.typography import typeset


def title(base: Base, ref: str, values: Mapping[str, Any]) -> str:
    """What the notice is called; its reference when nothing else is filled."""
    return capital(first_line(base.title, values)) or f"{base.thing.capitalize()} {ref}"


def sentence(base: Base, text: str) -> str:
    """A text as a sentence begins, where the base wants it, in French typography."""
    return capital(text) if base.capitalise else typeset(text)


def capital(text: str) -> str:
    """A text that begins with a capital, in French typography."""
    return typeset(text[:1].upper() + text[1:])


def worded(base: Base, field: Field, given: str) -> str:
    """One value of a field as a line of the page says it."""
    shown = TYPES[field.type].display(given)
    if base.capitalise and field.type in (Type.TEXT, Type.TERM, Type.DATE):
        return sentence(base, shown)
    return shown
