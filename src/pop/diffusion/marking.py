"""The words found, marked where they stand, and shown in context when only a long text has them."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from pop.model.schema import Base, Type
from pop.model.values.words import normal
from pop.search.asking.asked import HOLDING
from pop.search.content.stems import stemmed
from pop.ui.typography import french

_WORD = re.compile(r"[^\W_]+")
# Characters shown before and after the first word found in a long text.
BEFORE, AFTER = 60, 110
# A long text is looked at up to here.
FARTHEST = 20_000


class Marker:
    """Marks the words of one search: the same stem, whatever accents and capitals."""

    def __init__(self, words: str) -> None:
        self._stems = {stemmed(word) for word in normal(words).split() if word not in HOLDING}

    def __bool__(self) -> bool:
        return bool(self._stems)

    def mark(self, text: str) -> SafeString:
        """The text with its found words in <mark>, all the rest escaped."""
        pieces: list[str] = []
        done = 0
        for start, end in self._found(text):
            pieces += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
            done = end
        # Every piece was escaped above.
        return mark_safe("".join([*pieces, escape(text[done:])]))  # noqa: S308

    def is_in(self, texts: Iterable[str]) -> bool:
        """Whether one of the texts has one of the words."""
        return any(True for text in texts for _ in self._found(text))

    def excerpt(self, base: Base, values: Mapping[str, Any]) -> SafeString | None:
        """What surrounds the first word found in the long public texts of a notice."""
        for code, field in base.fields.items():
            if not (field.public and field.searched and field.type is Type.TEXT):
                continue
            for text in _texts(values.get(code)):
                for start, end in self._found(text[:FARTHEST]):
                    return self.mark(_around(text, start, end))
        return None

    def _found(self, text: str) -> Iterable[tuple[int, int]]:
        for word in _WORD.finditer(text):
            if not self._stems.isdisjoint(_stems(word.group())):
                yield word.span()


@lru_cache(maxsize=20_000)
def _stems(word: str) -> tuple[str, ...]:
    """The stems of a word as it is written; the same ones come back in every card."""
    return tuple(stemmed(one) for one in normal(word).split())


def _around(text: str, start: int, end: int) -> str:
    """The words around a place of a text, on one line."""
    first = text.rfind(" ", 0, max(start - BEFORE, 0)) + 1 if start > BEFORE else 0
    last = text.find(" ", end + AFTER)
    cut = text[first:] if last < 0 else text[first:last]
    shown = " ".join(cut.split())
    return french(f"{'… ' if first else ''}{shown}{' …' if last >= 0 else ''}")


def _texts(value: Any) -> list[str]:
    found = value if isinstance(value, list) else [value]
    return [text for text in found if isinstance(text, str) and text]
