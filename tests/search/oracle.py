"""What must be found, worked out in plain Python from the store, without any index."""

from collections.abc import Iterable, Mapping
from typing import Any

from pop.model import catalogue
from pop.model.values import number
from pop.model.values.words import normal
from pop.notices.derived import derive
from pop.notices.generated import whole
from pop.notices.models import Notice
from pop.notices.store import texts
from pop.search.asking.query import Query, Sort
from pop.search.asking.tree import All, Criterion, Either, Node, Not, Operator
from pop.search.content.one_value import COMPARED, SHORT
from pop.search.engine.index import Snapshot
from pop.search.meaning.understanding import understand

Values = Mapping[str, Any]
Stored = dict[str, tuple[str, Values]]
"""By reference: the base, the values with those that are generated."""


def stored() -> Stored:
    """Everything that the store holds, as pages read it."""
    notices = list(Notice.objects.all())
    given = derive(notices)
    return {n.ref: (n.base, whole(n, given[n.pk])) for n in notices}


def found(query: Query, snapshot: Snapshot) -> set[str]:
    """The references of all that the index finds."""
    hits = snapshot.search(understand(query, snapshot).engine_query, Sort.STORED, 5000)
    refs = set(Notice.objects.filter(pk__in=hits.keys).values_list("ref", flat=True))
    assert len(refs) == hits.total == len(hits.keys)
    return refs


def answers(node: Node, base: str, values: Values) -> bool:
    """Whether a notice answers a tree of criteria."""
    match node:
        case All(parts):
            return all(answers(part, base, values) for part in parts)
        case Either(parts):
            return any(answers(part, base, values) for part in parts)
        case Not(part):
            return not answers(part, base, values)
        case Criterion():
            return _compared(node, base, values)
    raise AssertionError(node)


def _compared(asked: Criterion, base: str, values: Values) -> bool:
    fields = catalogue.base(base).fields
    known = [code for code in asked.fields if code in fields and fields[code].public]
    if not known or asked.base not in ("", base):
        return False
    there = any(_holds(asked.operator.positive, values.get(code), asked.value) for code in known)
    return there != asked.operator.denies


def _holds(operator: Operator, value: Any, asked: str) -> bool:
    if operator is Operator.EXISTS:
        return bool(value)
    given = list(texts(value))
    return any(_agree(operator, text, asked) for text in given) or (
        operator is Operator.CONTAINS and _said(given, asked)
    )


def _agree(operator: Operator, text: str, asked: str) -> bool:
    """One short value with what is asked; longer ones are only searched by their words."""
    if len(text) > SHORT:
        return False
    exact, wanted = (" ".join(one.split())[:COMPARED] for one in (text, asked))
    folded, folded_wanted = (normal(one)[:COMPARED] for one in (text, asked))
    if not folded_wanted:
        # Nothing but signs: only an exact comparison means something.
        folded, folded_wanted = exact, wanted
    match operator:
        case Operator.EQUALS:
            return folded == folded_wanted
        case Operator.BEGINS:
            return folded.startswith(folded_wanted)
        case Operator.CONTAINS:
            return folded_wanted in folded
        case Operator.EQUALS_EXACTLY:
            return exact == wanted
        case Operator.BEGINS_EXACTLY:
            return exact.startswith(wanted)
        case Operator.CONTAINS_EXACTLY:
            return wanted in exact
    numbers = number.parse(text), number.parse(asked)
    left: Any = normal(text)[:COMPARED] or exact
    right: Any = folded_wanted
    if None not in numbers:
        left, right = numbers
    return bool(
        {
            Operator.AT_LEAST: left >= right,
            Operator.AT_MOST: left <= right,
            Operator.ABOVE: left > right,
            Operator.BELOW: left < right,
        }[operator]
    )


def _said(given: Iterable[str], asked: str) -> bool:
    """The words in the long texts of a field; the last one may go on."""
    words = normal(asked)[:COMPARED].split()
    said = {word for text in given if len(text) > COMPARED for word in normal(text).split()}
    return (
        bool(words) and said.issuperset(words[:-1]) and any(w.startswith(words[-1]) for w in said)
    )
