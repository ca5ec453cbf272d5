"""The notices linked to one, grouped by relation, the way to all of them when there are many."""

from collections.abc import Iterator
from typing import Any

from pop.diffusion.addresses import search_address
from pop.diffusion.cards import card
from pop.model import catalogue
from pop.model.schema import Base
from pop.notices import reading
from pop.notices.derived import Derived
from pop.notices.models import Notice
from pop.search.answers.searching import total
from pop.search.asking.query import Query
from pop.search.asking.tree import Criterion, Operator
from pop.search.engine import generations

# Shown on the page; the others are counted, and found by a search.
MOST_SHOWN = 24


def groups(base: Base, ref: str, derived: Derived[Notice]) -> list[dict[str, Any]]:
    """Linked notices that exist, both ways, by relation; in a mosaic when half of them have a
    picture. `all` leads to the search that finds them all, with their number."""
    found = []
    tree = _of_tree(base, "whole") | _of_tree(base, "part")
    for relation, notices in derived.linked.items():
        if relation in tree:
            continue
        shown = [card(notice) for notice in notices[:MOST_SHOWN]]
        pictured = sum(1 for one in shown if one["image"])
        is_cut = relation in derived.cut or len(notices) > MOST_SHOWN
        found.append(
            {
                "title": relation,
                "cards": shown,
                "mosaic": pictured * 2 >= len(shown),
                "all": _all(base, ref, relation) if is_cut else None,
                "more": is_cut,
            }
        )
    return found


def tree(base: Base, ref: str, derived: Derived[Notice]) -> dict[str, Any] | None:
    """What this notice is a part of, and its own parts with how many they have themselves: the
    context of ui/components/tree.html; None when it is neither a whole nor a part."""
    wholes = [one for name in _of_tree(base, "whole") for one in derived.linked.get(name, ())]
    names = [name for name in _of_tree(base, "part") if name in derived.linked]
    parts = [one for name in names for one in derived.linked[name]]
    if not wholes and not parts:
        return None
    shown = parts[:MOST_SHOWN]
    numbers = reading.numbers_of_parts(shown)
    is_cut = len(parts) > MOST_SHOWN or derived.cut.intersection(names)
    return {
        "wholes": [card(one) for one in wholes[:MOST_SHOWN]],
        "parts": [{**card(one), "parts": numbers[one.pk]} for one in shown],
        "all": _all(base, ref, names[0]) if is_cut else None,
        "more": is_cut,
    }


def _of_tree(base: Base, what: str) -> set[str]:
    """The relations by which the notices named are wholes, or parts, of this one."""
    opposite = {"whole": "part", "part": "whole"}[what]
    said = {rule.relation for rule in base.links if rule.tree == what}
    heard = {
        rule.inverse
        for other in catalogue.bases().values()
        for rule in other.links
        if rule.tree == opposite and base.key in rule.to
    }
    return said | heard


def _all(base: Base, ref: str, relation: str) -> dict[str, Any] | None:
    """The search that finds every notice of that relation, when a field of theirs says it."""
    snapshot = generations.snapshot()
    if snapshot is None:
        return None
    for named, code in _said_by(base, relation):
        query = Query(
            bases=(named,),
            criteria=Criterion((code,), Operator.EQUALS, ref, named),
        )
        if count := total(query, snapshot):
            return {"url": search_address(query), "count": count}
    return None


def _said_by(base: Base, relation: str) -> Iterator[tuple[str, str]]:
    """The fields of other notices that hold the reference of this one: base, code."""
    for other in catalogue.bases().values():
        for rule in other.links:
            if rule.inverse == relation and base.key in rule.to:
                yield other.key, rule.field
    for rule in base.links:
        if rule.relation == relation and rule.reciprocal:
            yield rule.to[0], rule.reciprocal
