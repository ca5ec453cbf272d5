"""What is not shown to somebody who did not ask for it: home page, chance, likeness.

    is_sensitive("joconde", {"TITR": "Momie d’enfant"})  → True

Derived from what the notice says, never stored: human remains, the war dead, words that insult
(rules of the domain, §7), and the works of Rose-Valland whole (§4). Such notices are found by
search under the title of their source, which nothing rewrites.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pop.model import catalogue
from pop.model.care_table import kinds
from pop.model.values.typography import typeset
from pop.model.values.words import normal


def is_sensitive(base: str, values: Mapping[str, Any]) -> bool:
    """Whether a notice is to be shown to those alone who asked for it."""
    return catalogue.base(base).care.kept_out or next(_kinds(base, values), None) is not None


def is_kept_out(base: str) -> bool:
    """Whether no notice of that base is ever shown to somebody who did not ask."""
    return catalogue.base(base).care.kept_out


def context(base: str, values: Mapping[str, Any]) -> list[str]:
    """The lines that the page of a notice says first, in French; none for most notices."""
    return [typeset(kinds()[kind].context) for kind in _kinds(base, values)]


def _kinds(base: str, values: Mapping[str, Any]) -> Iterator[str]:
    for kind, codes in catalogue.base(base).care.read.items():
        said = [text for code in codes for text in _texts(values.get(code))]
        if said and _tells(kind, " | ".join(said)):
            yield kind


def _tells(kind: str, text: str) -> bool:
    words, exceptions = _patterns(kind)
    # Texts stay apart: « corps | humain » are no words in a row.
    folded = " | ".join(normal(part) for part in text.split("|"))
    if exceptions:
        folded = exceptions.sub(" ", folded)
    return words.search(folded) is not None


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """The words of a kind and its exceptions, folded."""
    told = kinds()[kind]
    return _pattern(told.words), _pattern(told.but) if told.but else None


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    folded = sorted({normal(word) for word in words}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, folded))})\b")


def _texts(value: Any) -> Iterator[str]:
    for text in value if isinstance(value, list) else (value,):
        if isinstance(text, str) and text:
            yield text
