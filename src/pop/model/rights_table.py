"""`rights.yaml` read into typed objects: what may be said of the rights of a picture, and the words
by which sources say it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import yaml
from msgspec import Meta, Struct

from pop.model.values.words import normal

FILE = Path(__file__).with_name("rights.yaml")
# What holds when nothing is said; what holds when what is said is not understood.
DEFAULT, UNKNOWN = "non-verifies", "autre"

Reuse = Literal["oui", "non", "non vérifiés"]


class Statement(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that may be said of rights; its keys are explained at the head of the file."""

    name: str
    sentence: Annotated[str, Meta(min_length=10)]
    reuse: Reuse
    uri: str = ""
    largest: Annotated[int, Meta(ge=0)] = 0
    shown: bool = True
    review: str = ""

    def named(self, version: str) -> str:
        """Its name, with the version that a source wrote, maybe none."""
        return self.name.format(version=version.rstrip("/").replace("/", " ")).strip()

    def address(self, version: str) -> str:
        """Its address for machines; none when it needs a version that the source does not give."""
        return self.uri.format(version=version) if version or "{" not in self.uri else ""


class Mention(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say a statement."""

    words: tuple[str, ...]
    statement: str
    alone: bool = False


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    statements: dict[str, Statement]
    mentions: tuple[Mention, ...]
    doubts: tuple[str, ...]


@cache
def table() -> Table:
    """The file, read once. Raises ValueError on one that does not hold together."""
    read = msgspec.convert(yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader), Table)
    faults = [
        f"mention « {mention.words[0]} » of an unknown statement « {mention.statement} »"
        for mention in read.mentions
        if mention.statement not in read.statements
    ]
    needed = {DEFAULT, UNKNOWN} - read.statements.keys()
    faults += [f"no statement « {key} »" for key in sorted(needed)]
    if list(read.statements)[-1:] != [DEFAULT]:
        faults.append(f"« {DEFAULT} » must be the last statement")
    if faults:
        raise ValueError(f"{FILE.name}: {'; '.join(faults)}")
    return read


@cache
def rank() -> Mapping[str, int]:
    """The order of statements, what protects most first."""
    return {key: place for place, key in enumerate(table().statements)}


@cache
def phrases() -> Mapping[str, Mention]:
    """The mentions by their folded words, the longest first."""
    found = {normal(words): mention for mention in table().mentions for words in mention.words}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


@cache
def doubts() -> frozenset[str]:
    """The folded words that take belief away from what opens."""
    return frozenset(map(normal, table().doubts))


# Made here, by one thread: several that ask together for the first time find them half made.
_made = msgspec.json.Decoder(Table)
