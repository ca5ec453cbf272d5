"""The criteria of a search being made: the rows and groups of the advanced search page.

A draft may be incomplete, as a form that is being filled. It has two forms that say the same: this
value, and the parameters of the form (`read`, `written`), each named after its place:

    groupe=toutes & champ-1=merimee.DENO & operateur-1=egale & valeur-1=pont & groupe-2=une & …

`of` a tree gives the draft of a search, `drafting.tree` the search of a draft.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from pop.search.asking import fields
from pop.search.asking.criteria import DEEPEST, MOST_LEAVES, written_field
from pop.search.asking.tree import All, Criterion, Either, Node, Not, Operator, Phrase, Prefix, Word

WAYS: dict[str, type[Word] | type[Phrase] | type[Prefix]] = {
    "mot": Word,
    "expression": Phrase,
    "debut": Prefix,
}
"""How words are looked for, by the name that stands for an operator."""
_WAY = {kind: name for name, kind in WAYS.items()}
EVERY, ONE = "toutes", "une"

Path: TypeAlias = tuple[int, ...]
"""The place of a part: the rank, from 1, of each group that holds it, then its own."""

_NAME = re.compile(rf"(groupe|champ|operateur|valeur|sauf)((?:-[1-9]\d{{0,2}}){{0,{DEEPEST}}})")


@dataclass(frozen=True, slots=True)
class Row:
    """A condition. name: of the field, "" when none is chosen yet; denied: it must not hold."""

    name: str = ""
    operator: str = Operator.CONTAINS.value
    value: str = ""
    denied: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was asked yet."""
        return not self.name and not self.value.strip()


@dataclass(frozen=True, slots=True)
class Group:
    """Parts that must all hold (every) or of which one is enough."""

    parts: "tuple[Part, ...]" = ()
    every: bool = True
    denied: bool = False


Part: TypeAlias = Row | Group
BLANK = Group((Row(),))


def suffix(path: Path) -> str:
    """« -1-2 »: what the names of the controls of a part end with."""
    return "".join(f"-{rank}" for rank in path)


def of(node: Node | None) -> Group:
    """The draft that says a tree."""
    if node is None:
        return BLANK
    part = _of(node, False)
    return part if isinstance(part, Group) and not part.denied else Group((part,))


def _of(node: Node, denied: bool) -> Part:
    match node:
        case All(parts) | Either(parts):
            inner = tuple(_of(part, False) for part in parts)
            return Group(inner, isinstance(node, All), denied)
        case Not(part):
            # What is denied twice is a group that holds something denied.
            return Group((_of(part, True),), True, True) if denied else _of(part, True)
        case Criterion(codes, operator, value, base):
            return Row(written_field(codes, base), operator.value, value, denied)
        case Word(text, place) | Phrase(text, place) | Prefix(text, place):
            return Row(place or fields.ANYWHERE, _WAY[type(node)], text, denied)


def size(part: Part) -> int:
    """How many rows it has."""
    return 1 if isinstance(part, Row) else sum(map(size, part.parts))


def written(root: Group) -> list[tuple[str, str]]:
    """The draft as the parameters of the form."""
    return list(_written(root, ()))


def _written(part: Part, path: Path) -> Iterator[tuple[str, str]]:
    end = suffix(path)
    if isinstance(part, Group):
        yield f"groupe{end}", EVERY if part.every else ONE
    else:
        yield f"champ{end}", part.name
        yield f"operateur{end}", part.operator
        yield f"valeur{end}", part.value
    if part.denied:
        yield f"sauf{end}", "oui"
    if isinstance(part, Group):
        for rank, inner in enumerate(part.parts, 1):
            yield from _written(inner, (*path, rank))


@dataclass(slots=True)
class _Given:
    """What the parameters say of one place."""

    told: dict[str, str] = field(default_factory=dict)
    inner: "dict[int, _Given]" = field(default_factory=dict)

    def part(self) -> Part:
        denied = self.told.get("sauf") == "oui"
        if "groupe" in self.told or self.inner:
            inner = (self.inner[rank].part() for rank in sorted(self.inner))
            parts = tuple(one for one in inner if isinstance(one, Row) or one.parts)
            return Group(parts, self.told.get("groupe") != ONE, denied)
        return Row(
            self.told.get("champ", ""),
            self.told.get("operateur") or Operator.CONTAINS.value,
            self.told.get("valeur", ""),
            denied,
        )


def read(parameters: Mapping[str, Sequence[str]]) -> tuple[Group | None, list[str]]:
    """The draft that parameters say, None when they say none; what was left aside, in French."""
    root = _Given()
    for name, values in parameters.items():
        found = _NAME.fullmatch(name)
        if not found or not values:
            continue
        here = root
        for rank in found[2].split("-")[1:]:
            here = here.inner.setdefault(int(rank), _Given())
        here.told[found[1]] = values[-1]
    if not root.told and not root.inner:
        return None, []
    part = root.part()
    group = replace(part, denied=False) if isinstance(part, Group) else Group((part,))
    kept = _first_rows(group)
    remarks = [too_many()] if size(kept) < size(group) else []
    return (kept if kept.parts else replace(kept, parts=(Row(),))), remarks


def too_many() -> str:
    return (
        f"Une recherche tient {MOST_LEAVES} conditions au plus : les autres sont laissées de côté."
    )


def _first_rows(group: Group) -> Group:
    """The group with no more rows than a search may have."""
    left = MOST_LEAVES

    def kept(group: Group) -> Group:
        nonlocal left
        parts: list[Part] = []
        for part in group.parts:
            if left <= 0:
                break
            if isinstance(part, Group):
                parts.append(kept(part))
            else:
                left -= 1
                parts.append(part)
        return replace(group, parts=tuple(parts))

    return kept(group)
