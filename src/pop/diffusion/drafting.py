"""What is done with a draft: a row or a group put in or taken away, the search that it makes."""

from dataclasses import replace

from pop.diffusion.drafts import BLANK, WAYS, Group, Part, Path, Row, size
from pop.search.asking import fields
from pop.search.asking.criteria import (
    DEEPEST,
    MOST_LEAVES,
    Misunderstood,
    bases_of,
    checked,
    field_of,
    operator,
)
from pop.search.asking.tree import All, Criterion, Either, Node, Not, Operator

# The way of looking for words that an operator of fields stands for, and the other way round.
_AS_WAY = {
    Operator.BEGINS: "debut",
    Operator.BEGINS_EXACTLY: "debut",
    Operator.EQUALS: "expression",
    Operator.EQUALS_EXACTLY: "expression",
}
_AS_OPERATOR = {"mot": Operator.CONTAINS, "expression": Operator.CONTAINS, "debut": Operator.BEGINS}


class Problem(ValueError):
    """What is wrong with one row, in French. control: which of its controls is to be mended."""

    def __init__(self, control: str, message: str) -> None:
        super().__init__(message)
        self.control = control
        self.message = message


def added(root: Group, path: Path, part: Part) -> tuple[Group, Path]:
    """The draft with one more part at the end of a group, and where it is. Raises Misunderstood."""
    if size(root) + size(part) > MOST_LEAVES:
        raise Misunderstood(f"Une recherche tient {MOST_LEAVES} conditions au plus.")
    deepest = len(path) + (2 if isinstance(part, Group) else 1)
    if deepest > DEEPEST:
        raise Misunderstood(f"Les groupes s’emboîtent sur {DEEPEST} niveaux au plus.")
    group = at(root, path)
    if not isinstance(group, Group):
        raise Misunderstood("Ce groupe n’est plus là : rien n’a été ajouté.")
    grown = replace(group, parts=(*group.parts, part))
    return _put(root, path, grown), (*path, len(grown.parts))


def removed(root: Group, path: Path) -> tuple[Group, Path]:
    """The draft without a part, and the part that is nearest to where it was.

    Nothing left in a group takes it away; nothing left at all leaves a blank row.
    """
    if not path or at(root, path) is None:
        return root, ()
    outer, rank = path[:-1], path[-1]
    group = at(root, outer)
    assert isinstance(group, Group)
    parts = (*group.parts[: rank - 1], *group.parts[rank:])
    if not parts:
        return removed(root, outer) if outer else (BLANK, (1,))
    return _put(root, outer, replace(group, parts=parts)), (*outer, min(rank, len(parts)))


def at(root: Group, path: Path) -> Part | None:
    """The part at that place."""
    part: Part = root
    for rank in path:
        if not isinstance(part, Group) or not 1 <= rank <= len(part.parts):
            return None
        part = part.parts[rank - 1]
    return part


def _put(root: Group, path: Path, part: Group) -> Group:
    if not path:
        return part
    rank = path[0] - 1
    inner = root.parts[rank]
    assert isinstance(inner, Group)
    parts = (*root.parts[:rank], _put(inner, path[1:], part), *root.parts[rank + 1 :])
    return replace(root, parts=parts)


def tree(root: Group) -> tuple[Node | None, dict[Path, Problem]]:
    """The criteria of a draft, rows with a problem and blank ones left out; the problems."""
    problems: dict[Path, Problem] = {}
    return _node(fitted_group(root), (), problems), problems


def complete(root: Group) -> Node | None:
    """The criteria that can be read in a draft: what it asks for already. Raises Misunderstood."""
    node, _ = tree(root)
    return node and checked(node)


def _node(part: Part, path: Path, problems: dict[Path, Problem]) -> Node | None:
    if isinstance(part, Row):
        try:
            node = _leaf(part)
        except Problem as problem:
            problems[path] = problem
            return None
    else:
        inner = [
            node
            for rank, one in enumerate(part.parts, 1)
            if (node := _node(one, (*path, rank), problems)) is not None
        ]
        if not inner:
            return None
        node = inner[0] if len(inner) == 1 else (All if part.every else Either)(tuple(inner))
    return Not(node) if node is not None and part.denied else node


def _leaf(row: Row) -> Node | None:
    """The criterion of a fitted row, None when it is blank. Raises Problem."""
    if row.is_blank:
        return None
    if not row.name:
        raise Problem("champ", "Choisissez dans quel champ chercher, ou retirez cette condition.")
    asked = operator(row.operator)
    way = WAYS.get(row.operator)
    if asked is None and way is None:
        raise Problem("operateur", "Choisissez un opérateur dans la liste.")
    if (asked is None or asked.takes_value) and not row.value.strip():
        raise Problem("valeur", "Écrivez une valeur, ou retirez cette condition.")
    if way:
        return way(row.value, "" if row.name == fields.ANYWHERE else row.name)
    field = field_of(row.name)
    if field is None or not all(bases_of(code, field[1]) for code in field[0]):
        raise Problem("champ", "Ce champ n’existe pas ou n’est pas public : choisissez-en un.")
    assert asked is not None
    return Criterion(field[0], asked, row.value if asked.takes_value else "", field[1])


def fitted(row: Row) -> Row:
    """The row with an operator for its field: one left from a field of another nature is turned
    into the nearest. A field is compared, words are looked for in places."""
    if row.name not in fields.PLACES:
        return replace(row, operator=_AS_OPERATOR.get(row.operator, row.operator))
    asked = operator(row.operator)
    if asked is None:
        return row
    way = _AS_WAY.get(asked.positive, "mot")
    return replace(row, operator=way, denied=row.denied != asked.denies)


def fitted_group(group: Group) -> Group:
    """The draft with all its rows fitted."""
    parts = (fitted_group(one) if isinstance(one, Group) else fitted(one) for one in group.parts)
    return replace(group, parts=tuple(parts))
