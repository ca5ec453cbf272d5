"""Values that belong to other notices, worked out for many at a time and never copied.

A work shows its museum's place and contact; a building the photographs that name it, in the
order of MARQ, and the objects kept in it; a reference that leads nowhere raises a flag.
Rules: production-2024.md §1.1, §4 and annex A.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import Q

from pop.model import catalogue
from pop.model.schema import Base
from pop.model.schema import Link as LinkRule
from pop.notices.models import Link, Notice
from pop.notices.store import texts

# What a work of Joconde borrows from its museum, by the name of the rule in the model.
FROM_MUSEUM = {
    "museum_name": "NOMOFF",
    "museum_region": "REGION",
    "museum_departement": "DPT",
    "museum_town": "VILLE_M",
    "museum_contact": "CONTACT_GENERIQUE",
    "museum_label": "LABEL",
}
# Links shown on one page or indexed for one notice; a base may hold thousands for one.
MOST_INCOMING = 500


@dataclass(slots=True)
class Derived:
    """What other notices give to one: values by code, flags, linked notices by relation."""

    values: dict[str, Any] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    linked: dict[str, list[Notice]] = field(default_factory=dict)
    point: tuple[float, float] | None = None


def derive(notices: Iterable[Notice]) -> dict[int, Derived]:
    """For each notice, by id. Three queries whatever their number."""
    notices = list(notices)
    found = {notice.pk: Derived() for notice in notices}
    outgoing = list(_outgoing(notices))
    incoming = _incoming(notices)
    others = _named(outgoing)
    sources = Notice.objects.in_bulk(
        {link.source_id for links in incoming.values() for link in links}
    )
    for notice, rule, ref in outgoing:
        target = next((t for base in rule.to if (t := others.get((base, ref)))), None)
        derived = found[notice.pk]
        if target is None:
            derived.flags.append(missing_flag(rule))
        elif not _hidden(target, f"{notice.base}.{rule.field}"):
            _add(derived, rule.relation, target)
    for notice in notices:
        derived = found[notice.pk]
        for link in incoming.get(notice.ref, ()):
            source = sources.get(link.source_id)
            if source is not None:
                _receive(derived, notice, link, source)
        _borrow(derived, notice, others)
        _order_photographs(derived)
    return found


def missing_flag(rule: LinkRule) -> str:
    """The flag of a reference that leads nowhere, under the code people know."""
    tail = (
        "MATCH_FAIL" if rule.field.startswith("REF") and len(rule.field) == 6 else "REF_NOT_FOUND"
    )
    return f"{rule.field}_{tail}"


def _outgoing(notices: list[Notice]) -> Iterator[tuple[Notice, LinkRule, str]]:
    for notice in notices:
        for rule in catalogue.base(notice.base).links:
            if _hidden(notice, rule.field):
                continue
            for ref in texts(notice.values.get(rule.field)):
                yield notice, rule, ref.strip().upper()


def _named(outgoing: list[tuple[Notice, LinkRule, str]]) -> dict[tuple[str, str], Notice]:
    refs = {ref for _, _, ref in outgoing}
    if not refs:
        return {}
    bases = {base for _, rule, _ in outgoing for base in rule.to}
    notices = Notice.objects.filter(base__in=bases, ref__in=refs)
    return {(notice.base, notice.ref): notice for notice in notices}


def _incoming(notices: list[Notice]) -> dict[str, list[Link]]:
    """Links that name these notices, by reference, the most recent left out past a bound."""
    refs = {notice.ref for notice in notices if _inverse_rules(notice.base)}
    if not refs:
        return {}
    accepted = Q()
    for base in {notice.base for notice in notices}:
        for source, rule in _inverse_rules(base):
            if rule.field != "MUSEO":
                accepted |= Q(base=source.key, field=rule.field)
    if not accepted:
        return {}
    links: dict[str, list[Link]] = {}
    for link in Link.objects.filter(accepted, ref__in=refs).order_by("pk").iterator():
        group = links.setdefault(link.ref, [])
        if len(group) < MOST_INCOMING:
            group.append(link)
    return links


def _inverse_rules(base: str) -> list[tuple[Base, LinkRule]]:
    """The link fields of all bases that may name a notice of this one."""
    return [
        (source, rule)
        for source in catalogue.bases().values()
        for rule in source.links
        if base in rule.to
    ]


def _receive(derived: Derived, notice: Notice, link: Link, source: Notice) -> None:
    """A notice that names this one: said here by the reciprocal field and its relation."""
    rules = catalogue.base(source.base).links
    rule = next((r for r in rules if r.field == link.field and notice.base in r.to), None)
    if (
        rule is None
        or _hidden(source, link.field)
        or _hidden(notice, f"{source.base}.{link.field}")
    ):
        return
    if rule.reciprocal:
        given = derived.values.get(rule.reciprocal)
        if given is None:
            given = list(texts(notice.values.get(rule.reciprocal)))
        if source.ref not in given:
            derived.values[rule.reciprocal] = [*given, source.ref]
    if rule.inverse:
        _add(derived, rule.inverse, source)


def _hidden(notice: Notice, link: str) -> bool:
    """Whether that link would tell where a masked notice is (rules of the domain, §2)."""
    masking = catalogue.base(notice.base).masking
    return bool(
        masking
        and masking.hides(notice.values)
        and link in (*masking.inferred_by, *masking.inferred_by_links_from)
    )


def _add(derived: Derived, relation: str, notice: Notice) -> None:
    group = derived.linked.setdefault(relation, [])
    if all(other.pk != notice.pk for other in group):
        group.append(notice)


def _borrow(derived: Derived, notice: Notice, others: dict[tuple[str, str], Notice]) -> None:
    """A work takes its museum's name, place and contact, and stands where the museum does."""
    for code, source_code in _borrowed(notice.base):
        museum_ref = next(iter(texts(notice.values.get("MUSEO"))), "").strip().upper()
        museum = others.get(("museo", museum_ref))
        if museum is None:
            return
        value = museum.values.get(source_code)
        if value:
            derived.values[code] = value
        if museum.latitude is not None and museum.longitude is not None:
            derived.point = (museum.latitude, museum.longitude)


@cache
def _borrowed(base: str) -> tuple[tuple[str, str], ...]:
    """The fields of a base that a museum fills: code, code of the museum."""
    fields = catalogue.base(base).fields.items()
    return tuple((c, FROM_MUSEUM[f.generated]) for c, f in fields if f.generated in FROM_MUSEUM)


def _order_photographs(derived: Derived) -> None:
    """Photographs with a rank (MARQ) first, in its order; the others as they came."""
    for group in derived.linked.values():
        if group and group[0].base == "memoire":
            group.sort(key=_rank)


def _rank(notice: Notice) -> tuple[bool, int]:
    rank = str(notice.values.get("MARQ", "")).strip()
    return (False, int(rank)) if rank.isdigit() else (True, 0)
