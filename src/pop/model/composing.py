"""Lines composed of several fields: titles, places, cards, « Région ; Département (10) »."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pop.model.schema import Composed


def first_line(lines: Iterable[Composed], values: Mapping[str, Any]) -> str:
    """The first line that has something to say, or an empty string."""
    for line in lines:
        text = compose(line.compose, line.join, values)
        if text:
            return text
    return ""


def compose(parts: Iterable[str], join: str, values: Mapping[str, Any]) -> str:
    """The filled parts, joined; an empty part leaves no separator behind."""
    return join.join(filter(None, (_part(part, join, values) for part in parts)))


def _part(part: str, join: str, values: Mapping[str, Any]) -> str:
    """One part: « A », « A|B » (the first filled), « A (B) » (B in parentheses, value by value)."""
    alternatives, beside = _split(part)
    texts = next((found for code in alternatives if (found := _texts(values.get(code)))), [])
    notes = _texts(values.get(beside)) if beside else []
    if len(notes) == len(texts):
        texts = [f"{text} ({note})" for text, note in zip(texts, notes, strict=True)]
    elif notes and texts:
        texts = [*texts[:-1], f"{texts[-1]} ({', '.join(notes)})"]
    return join.join(texts)


@cache
def _split(part: str) -> tuple[list[str], str]:
    found = re.fullmatch(r"(\S+)(?: \((\S+)\))?", part)
    if found is None:
        raise ValueError(f"not a composed part: {part!r}")
    return found[1].split("|"), found[2] or ""


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for text in value if isinstance(text, str) and text]
    return [value] if isinstance(value, str) and value else []
