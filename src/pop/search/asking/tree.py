"""The tree of a query: what must be said, by which field, how the parts hold together.

A pure value, the same for the box, the advanced search, links and the API: it knows no engine,
no screen. Written in words (`criteria.py`), in JSON (`query.py`, by the tags below) and
translated by the engine (`translating.py`).
"""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct


class Operator(StrEnum):
    """The sixteen operators of the former advanced search, by the word that addresses carry.

    Those « exactement » look at case and accents, the others never do.
    """

    CONTAINS = "contient"
    EQUALS = "egale"
    BEGINS = "commence-par"
    CONTAINS_NOT = "ne-contient-pas"
    DIFFERS = "differe-de"
    CONTAINS_EXACTLY = "contient-exactement"
    EQUALS_EXACTLY = "egale-exactement"
    BEGINS_EXACTLY = "commence-exactement-par"
    CONTAINS_NOT_EXACTLY = "ne-contient-pas-exactement"
    DIFFERS_EXACTLY = "differe-exactement-de"
    AT_LEAST = "au-moins"
    AT_MOST = "au-plus"
    ABOVE = "plus-que"
    BELOW = "moins-que"
    EXISTS = "existe"
    MISSING = "n-existe-pas"

    @property
    def takes_value(self) -> bool:
        """Whether it compares with something; the two others only ask if a field is filled."""
        return self not in (Operator.EXISTS, Operator.MISSING)

    @property
    def positive(self) -> "Operator":
        """The operator that this one denies, or itself."""
        return _DENIED.get(self, self)

    @property
    def denies(self) -> bool:
        return self in _DENIED


_DENIED = {
    Operator.CONTAINS_NOT: Operator.CONTAINS,
    Operator.DIFFERS: Operator.EQUALS,
    Operator.CONTAINS_NOT_EXACTLY: Operator.CONTAINS_EXACTLY,
    Operator.DIFFERS_EXACTLY: Operator.EQUALS_EXACTLY,
    Operator.MISSING: Operator.EXISTS,
}

IN_WORDS = {
    Operator.CONTAINS: "contient",
    Operator.EQUALS: "est égal à",
    Operator.BEGINS: "commence par",
    Operator.CONTAINS_NOT: "ne contient pas",
    Operator.DIFFERS: "est différent de",
    Operator.CONTAINS_EXACTLY: "contient exactement",
    Operator.EQUALS_EXACTLY: "est exactement",
    Operator.BEGINS_EXACTLY: "commence exactement par",
    Operator.CONTAINS_NOT_EXACTLY: "ne contient pas exactement",
    Operator.DIFFERS_EXACTLY: "n’est pas exactement",
    Operator.AT_LEAST: "supérieur ou égal à",
    Operator.AT_MOST: "inférieur ou égal à",
    Operator.ABOVE: "supérieur à",
    Operator.BELOW: "inférieur à",
    Operator.EXISTS: "existe",
    Operator.MISSING: "n’existe pas",
}
"""What people read, beside a field and a value."""


PLACES = ("", "titre", "lieu")
"""Where words may be looked for: anywhere, in titles, in the names of places."""


class Word(Struct, frozen=True, tag="mot", tag_field="type"):
    """A word, anywhere in a notice; `field` narrows where, one of `PLACES`."""

    text: str
    field: str = ""


class Phrase(Struct, frozen=True, tag="expression", tag_field="type"):
    """Words that follow each other, in this order."""

    text: str
    field: str = ""


class Prefix(Struct, frozen=True, tag="debut", tag_field="type"):
    """The beginning of a word."""

    text: str
    field: str = ""


class Criterion(Struct, frozen=True, tag="critere", tag_field="type"):
    """A field compared with a value.

    fields: codes of which any may answer; base: the base whose fields they are, "" for all
    those that have them.
    """

    fields: tuple[str, ...]
    operator: Operator
    value: str = ""
    base: str = ""


class All(Struct, frozen=True, tag="et", tag_field="type"):
    """Every part holds."""

    parts: "tuple[Node, ...]"


class Either(Struct, frozen=True, tag="ou", tag_field="type"):
    """One part at least holds."""

    parts: "tuple[Node, ...]"


class Not(Struct, frozen=True, tag="sauf", tag_field="type"):
    """The part does not hold."""

    part: "Node"


Node: TypeAlias = Word | Phrase | Prefix | Criterion | All | Either | Not


def criteria_of(node: Node | None) -> list[Criterion]:
    """Every criterion of a tree, from left to right."""
    match node:
        case Criterion():
            return [node]
        case All(parts) | Either(parts):
            return [found for part in parts for found in criteria_of(part)]
        case Not(part):
            return criteria_of(part)
    return []


def size(node: Node | None) -> int:
    """How many leaves a tree has."""
    match node:
        case None:
            return 0
        case All(parts) | Either(parts):
            return sum(map(size, parts))
        case Not(part):
            return size(part)
    return 1


def depth(node: Node | None) -> int:
    """How deep its groups are nested."""
    match node:
        case All(parts) | Either(parts):
            return 1 + max(map(depth, parts), default=0)
        case Not(part):
            return 1 + depth(part)
    return 0
