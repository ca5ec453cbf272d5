"""Named periods: the table `periods.yaml`, and finding one of its names among tokens.

The table is data, with its sources and conventions; this module only reads it. A name is
found whatever its case, accents and hyphens, « premier », « 1er » and « Ier » being one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from pop.model.values.date_text import Token, folded, mended, tokens

TABLE = Path(__file__).with_name("periods.yaml")


@dataclass(frozen=True, slots=True)
class Period:
    """A line of the table. Years are historical; None is an open end.

    `spellings` are read anywhere, `plain` ones (everyday words) only where the context says
    that a period is meant. `source` is the text of the convention, not its key.
    """

    name: str
    start: int | None
    end: int | None
    source: str
    note: str
    spellings: tuple[str, ...]
    plain: tuple[str, ...]


Words = tuple[str, ...]

_MARKS = frozenset("?()[].,")


@lru_cache(maxsize=1)
def periods() -> tuple[Period, ...]:
    """The whole table, in its own order.

    Raises ValueError when a line is not sound: unknown source, end before start, no years,
    year zero, or a spelling that two periods share.
    """
    data: Any = yaml.load(TABLE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    sources: dict[str, str] = data["sources"]
    read = []
    owners: dict[Words, str] = {}
    for line in data["periods"]:
        name, start, end = line["name"], line["start"], line["end"]
        if line["source"] not in sources:
            raise ValueError(f"{name}: unknown source {line['source']!r}")
        if (start is None and end is None) or 0 in (start, end):
            raise ValueError(f"{name}: a period has a start or an end, and no year zero")
        if start is not None and end is not None and start > end:
            raise ValueError(f"{name}: starts after its end")
        plain = tuple(line.get("plain", ()))
        spellings = tuple(line.get("also", ()))
        if name not in plain:
            spellings = (name, *spellings)
        for spelling in (*spellings, *plain):
            if owners.setdefault(words_of(spelling), name) != name:
                raise ValueError(f"{spelling!r} is both {owners[words_of(spelling)]} and {name}")
        source, note = sources[line["source"]].strip(), line.get("note", "")
        read.append(Period(name, start, end, source, note, spellings, plain))
    return tuple(read)


def find(line: Sequence[Token], at: int, marked: bool) -> tuple[Period, int] | None:
    """The period whose name begins at token `at`, with the position after it; longest name first.

    `marked` says that a word such as « époque » came before, which lets plain words be read.
    """
    candidates = _by_first_word().get(_word(line[at]))
    if not candidates:
        return None
    for words, period, plain in candidates:
        after = _match(line, at, words)
        if after and (not plain or marked or _alone(line, at, after)):
            return period, after
    return None


def words_of(name: str) -> Words:
    """The words a name is compared by: folded, ordinals in figures, hyphens left out."""
    source = mended(name)
    return tuple(word for word in map(_word, tokens(source, folded(source))) if word)


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, list[tuple[Words, Period, bool]]]:
    found: dict[str, list[tuple[Words, Period, bool]]] = {}
    for period in periods():
        for spelling in (*period.spellings, *period.plain):
            words = words_of(spelling)
            found.setdefault(words[0], []).append((words, period, spelling in period.plain))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def _word(token: Token) -> str:
    if token.kind == "ord":
        return f"{token.value}e"
    if token.kind in ("word", "roman", "num"):
        return token.text
    return ""


def _match(line: Sequence[Token], at: int, words: Words) -> int:
    """Position after the words when they are all there from `at`, 0 otherwise."""
    for word in words:
        while at < len(line) and line[at].kind == "-":
            at += 1
        if at >= len(line) or _word(line[at]) != word:
            return 0
        at += 1
    return at


def _alone(line: Sequence[Token], at: int, after: int) -> bool:
    return at == line[0].start == 0 and all(token.kind in _MARKS for token in line[after:])
