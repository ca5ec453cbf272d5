"""Vocabularies known beforehand, and the fields of the bases that draw from each.

A field of the model names its vocabulary and the address of it; a loaded vocabulary is that one
when its address or its title is the same. `known.csv` says it of the lexicons of Joconde, whose
files bear neither, and gives the fields that no vocabulary is named for.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pop.model import catalogue
from pop.model.values.words import normal

TABLE = Path(__file__).with_name("known.csv")


@dataclass(frozen=True, slots=True)
class Known:
    """A row of `known.csv`.

    file: its name without extension, "" for one that is known by its title only; within: the
    file that holds this one whole; fields: (base, code) beyond those of the model;
    closed: terms whose narrower ones do not widen a search (towns are no kind of province).
    """

    file: str
    within: str
    key: str
    title: str
    expands: str
    fields: tuple[tuple[str, str], ...]
    closed: tuple[str, ...]


@cache
def table() -> tuple[Known, ...]:
    """The rows of `known.csv`."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Known(
                row["file"],
                row["within"],
                row["key"],
                row["title"],
                row["expands"],
                tuple(_field(name) for name in row["fields"].split()),
                tuple(filter(None, row["closed"].split("|"))),
            )
            for row in csv.DictReader(file)
        )


def by_file(name: str) -> Known | None:
    """What is known of a file by its name without extension, in its exact capitals."""
    return next((known for known in table() if known.file == name), None)


def by_title(title: str) -> Known | None:
    """What is known of a vocabulary by the title that it gives itself, in any spelling."""
    return next((known for known in table() if normal(known.title) == normal(title)), None)


def by_key(key: str) -> Known | None:
    """What is known of a vocabulary by its key."""
    return next((known for known in table() if known.key == key), None)


def fields_named(title: str, uri: str = "") -> tuple[tuple[str, str], ...]:
    """The (base, code) of the fields whose vocabulary has that title or that address."""
    wanted = normal(title)
    return tuple(
        (base.key, code)
        for base in catalogue.bases().values()
        for code, field in base.fields.items()
        if (vocabulary := field.vocabulary)
        and ((wanted and normal(vocabulary.name) == wanted) or (uri and vocabulary.uri == uri))
    )


def fields_for(key: str, title: str = "", uri: str = "") -> tuple[tuple[str, str], ...]:
    """The (base, code) of the fields that draw from a vocabulary, by its key, title, address."""
    known = by_key(key)
    found = fields_named(title or (known.title if known else ""), uri)
    return tuple(dict.fromkeys((*found, *(known.fields if known else ()))))


def _field(name: str) -> tuple[str, str]:
    base, _, code = name.partition(".")
    return base, code
