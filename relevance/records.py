"""The real notices as the files give them: what is wanted is judged on these, never on what
the engine answers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pop.imports.sources import open_source
from pop.model import catalogue
from pop.model.composing import first_line
from pop.model.values.folding import fold

FILES = (
    "merimee/merimee-MH-2022.csv",
    "merimee/inventaire-pays-de-la-loire.tsv",
    "museofile/museofile-2025-10.csv",
)

Key = tuple[str, str]
Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One notice: its values by field code, as written."""

    base: str
    ref: str
    values: Mapping[str, Any]

    @property
    def key(self) -> Key:
        return self.base, self.ref

    @property
    def name(self) -> str:
        """What a person would recognise it by."""
        title = first_line(catalogue.base(self.base).title, self.values)
        place = first_line(catalogue.base(self.base).place_line, self.values)
        return " · ".join(part for part in (title, place) if part) or self.ref


@dataclass(frozen=True, slots=True)
class Rule:
    """Notices that share values: « every windmill of Vendée ». Each field of `values` has one of
    its phrases, no field of `others` has one of its own."""

    base: str
    values: Mapping[str, Phrases]
    others: Mapping[str, Phrases]


class Library:
    """All the notices, by key, and by what their fields say."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.by_key: dict[Key, Record] = {record.key: record for record in records}
        self._shelves: dict[tuple[str, str], dict[str, set[Key]]] = {}

    def matching(self, rule: Rule) -> set[Key]:
        """The notices of a rule."""
        having = [self._having(rule.base, code, said) for code, said in rule.values.items()]
        but = [self._having(rule.base, code, said) for code, said in rule.others.items()]
        return set.intersection(*having).difference(*but)

    def _having(self, base: str, code: str, phrases: Phrases) -> set[Key]:
        found: set[Key] = set()
        for text, keys in self._shelf(base, code).items():
            if any(phrase in text for phrase in phrases):
                found |= keys
        return found

    def _shelf(self, base: str, code: str) -> dict[str, set[Key]]:
        """The notices of a base by each value of a field; made once, as rules ask for it."""
        shelf = self._shelves.get((base, code))
        if shelf is None:
            shelf = self._shelves[base, code] = {}
            for key, record in self.by_key.items():
                value = record.values.get(code) if record.base == base else None
                for text in value if isinstance(value, list) else [value] if value else []:
                    shelf.setdefault(f"^ {plain(text)} $", set()).add(key)
        return shelf


def phrase(written: str) -> str:
    """What to look for in a value set between « ^ » and « $ »: whole words in a row, accents,
    capitals and punctuation aside. `^` begins the value, `$` ends it, `*` ends an unfinished word.
    """
    start = "^ " if written.startswith("^") else " "
    stop = " $" if written.endswith("$") else "" if written.endswith("*") else " "
    return start + plain(written) + stop


def plain(text: str) -> str:
    """Words in lower case, without accents nor punctuation, one space between them."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))


def read(folder: Path) -> Iterator[Record]:
    """Every notice of the real files. Raises OSError when a file is missing."""
    for name in FILES:
        for source in open_source(folder / name):
            for row in source.rows():
                yield Record(row.base, row.ref, row.values)
