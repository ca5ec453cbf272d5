"""Values that belong to other notices, worked out for many at a time and never copied.

A work shows its museum's place and contact; a building the photographs that name it, in the
order of MARQ, and the objects kept in it; a reference that leads nowhere raises a flag.
Rules: production-2024.md §1.1, §4 and annex A.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from pop.model import catalogue
from pop.model.schema import Base
from pop.model.schema import Link as LinkRule
from pop.notices.models import Link, Notice
from pop.notices.rows import Row, neighbours
from pop.notices.store import texts

N = TypeVar("N", Notice, Row)

# What a work of Joconde borrows from its museum, by the name of the rule in the model.
FROM_MUSEUM = {
    "museum_name": "NOMOFF",
    "museum_region": "REGION",
    "museum_departement": "DPT",
    "museum_town": "VILLE_M",
    "museum_contact": "CONTACT_GENERIQUE",
    "museum_label": "LABEL",
}
# Links of one field that are followed for one notice; some have thousands.
MOST_FOLLOWED = 500
# Neighbours read by one query of two parts; beyond, each part has its own.
_FEW = 1000


@dataclass(slots=True)
class Derived(Generic[N]):
    """What other notices give to one: values by code, flags, linked notices by relation."""

    values: dict[str, Any] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    linked: dict[str, list[N]] = field(default_factory=dict)
    # Relations of which only the first notices are here.
    cut: set[str] = field(default_factory=set)
    point: tuple[float, float] | None = None
    # (reciprocal field, reference) and (relation, id) already said: a building has hundreds.
    known: set[tuple[str, str | int]] = field(default_factory=set, repr=False)


def derive(notices: Iterable[Notice], most: int = MOST_FOLLOWED) -> dict[int, Derived[Notice]]:
    """For each notice, by id. Three queries whatever their number; `most` links of a field are
    followed."""
    found = _derive(list(notices), lambda query: query, most)
    for derived in found.values():
        _order_photographs(derived)
    return found


def derive_for_cards(notices: Iterable[Notice], most: int) -> dict[int, Derived[Notice]]:
    """The same for what a card shows of others: the museum of a work, the photographs that give
    a picture. Two queries; other links are not followed, and must not be shown."""
    found = _derive(list(notices), lambda query: query, most, _shown_on_cards)
    for derived in found.values():
        _order_photographs(derived)
    return found


def _shown_on_cards(rule: LinkRule) -> bool:
    return rule.images or rule.field == "MUSEO"


def derive_rows(rows: Iterable[Row]) -> dict[int, Derived[Row]]:
    """The same for many notices to index: linked notices come in any order, seen from outside."""
    return _derive(list(rows), neighbours, MOST_FOLLOWED)


def _derive(
    notices: list[N],
    read: Callable[[QuerySet[Notice]], Iterable[N]],
    most: int,
    follows: Callable[[LinkRule], bool] = lambda rule: True,
) -> dict[int, Derived[N]]:
    found: dict[int, Derived[N]] = {notice.pk: Derived() for notice in notices}
    outgoing = list(_outgoing(notices, found, most, follows))
    incoming = _incoming(notices, most, follows)
    ids = [link.source_id for links in incoming.values() for link in links]
    others: dict[tuple[str, str], N] = {}
    sources: dict[int, N] = {}
    for query in _neighbours(outgoing, list(dict.fromkeys(ids))):
        for notice in read(query):
            others[notice.base, notice.ref] = sources[notice.pk] = notice
    for notice, rule, ref in outgoing:
        target = next((t for base in rule.to if (t := others.get((base, ref)))), None)
        derived = found[notice.pk]
        if target is None:
            derived.flags.append(missing_flag(rule))
        elif _hidden(target, f"{notice.base}.{rule.field}"):
            _withhold(derived, notice, rule.field, ref)
        else:
            _add(derived, rule.relation, target)
    for notice in notices:
        derived = found[notice.pk]
        for link in incoming.get(notice.ref, ()):
            source = sources.get(link.source_id)
            if source is not None:
                _receive(derived, notice, link, source, most)
        _borrow(derived, notice, others)
    return found


def _neighbours(
    outgoing: list[tuple[N, LinkRule, str]], ids: list[int]
) -> Iterator[QuerySet[Notice]]:
    """The notices named and those that name, in one query for the few of a page; as many at once
    as a query of any database takes."""
    named = _named(outgoing)
    if named is not None and ids and len(outgoing) + len(ids) <= _FEW:
        yield Notice.objects.filter(named | Q(pk__in=ids))
        return
    if named is not None:
        yield Notice.objects.filter(named)
    for start in range(0, len(ids), 10_000):
        yield Notice.objects.filter(pk__in=ids[start : start + 10_000])


def missing_flag(rule: LinkRule) -> str:
    """The flag of a reference that leads nowhere, under the code people know."""
    tail = (
        "MATCH_FAIL" if rule.field.startswith("REF") and len(rule.field) == 6 else "REF_NOT_FOUND"
    )
    return f"{rule.field}_{tail}"


class Incoming(NamedTuple):
    """A link that names a notice."""

    source_id: int
    base: str
    field: str
    ref: str
    rank: int


def _outgoing(
    notices: list[N],
    found: dict[int, Derived[N]],
    most: int,
    follows: Callable[[LinkRule], bool],
) -> Iterator[tuple[N, LinkRule, str]]:
    for notice in notices:
        for rule in catalogue.base(notice.base).links:
            if not follows(rule) or _hidden(notice, rule.field):
                continue
            given = list(texts(notice.values.get(rule.field)))
            if len(given) > most:
                # What is not followed is not shown: nothing tells whether it may be.
                derived = found[notice.pk]
                derived.values[rule.field] = given[:most]
                derived.known |= {(rule.field, ref) for ref in given}
                derived.cut.add(rule.relation)
            for ref in given[:most]:
                yield notice, rule, ref.strip().upper()


def _named(outgoing: list[tuple[N, LinkRule, str]]) -> Q | None:
    refs = {ref for _, _, ref in outgoing}
    if not refs:
        return None
    bases = {base for _, rule, _ in outgoing for base in rule.to}
    return Q(base__in=bases, ref__in=refs)


def _incoming(
    notices: list[N], most: int, follows: Callable[[LinkRule], bool]
) -> dict[str, list[Incoming]]:
    """Links that name these notices, by reference: the first of each field, and one more when
    there are more."""
    refs = {notice.ref for notice in notices if _inverse_rules(notice.base)}
    if not refs:
        return {}
    accepted = Q()
    for base in {notice.base for notice in notices}:
        for source, rule in _inverse_rules(base):
            if rule.field != "MUSEO" and follows(rule):
                accepted |= Q(base=source.key, field=rule.field)
    if not accepted:
        return {}
    links: dict[str, list[Incoming]] = {}
    rank = Window(RowNumber(), partition_by=[F("ref"), F("base"), F("field")], order_by="id")
    found = Link.objects.filter(accepted, ref__in=refs).annotate(rank=rank)
    found = found.filter(rank__lte=most + 1).order_by("pk")
    for link in map(Incoming._make, found.values_list(*Incoming._fields).iterator()):
        links.setdefault(link.ref, []).append(link)
    return links


@cache
def _inverse_rules(base: str) -> list[tuple[Base, LinkRule]]:
    """The link fields of all bases that may name a notice of this one."""
    return [
        (source, rule)
        for source in catalogue.bases().values()
        for rule in source.links
        if base in rule.to
    ]


def _receive(derived: Derived[N], notice: N, link: Incoming, source: N, most: int) -> None:
    """A notice that names this one: said here by the reciprocal field and its relation."""
    rules = catalogue.base(source.base).links
    rule = next((r for r in rules if r.field == link.field and notice.base in r.to), None)
    if (
        rule is None
        or _hidden(source, link.field)
        or _hidden(notice, f"{source.base}.{link.field}")
    ):
        return
    if link.rank > most:
        derived.cut.add(rule.inverse)
        return
    if rule.reciprocal:
        given: list[str] | None = derived.values.get(rule.reciprocal)
        if given is None:
            given = list(texts(notice.values.get(rule.reciprocal)))
            derived.known |= {(rule.reciprocal, ref) for ref in given}
        if (rule.reciprocal, source.ref) not in derived.known:
            derived.known.add((rule.reciprocal, source.ref))
            given.append(source.ref)
            derived.values[rule.reciprocal] = given
    if rule.inverse:
        _add(derived, rule.inverse, source)


def _hidden(notice: Notice | Row, link: str) -> bool:
    """Whether that link would tell where a masked notice is (rules of the domain, §2)."""
    masking = catalogue.base(notice.base).masking
    return bool(
        masking
        and masking.hides(notice.values)
        and link in (*masking.inferred_by, *masking.inferred_by_links_from)
    )


def _withhold(derived: Derived[N], notice: N, code: str, ref: str) -> None:
    """Leave the reference of a masked notice out of what this one is known to say."""
    given = derived.values.get(code, notice.values.get(code))
    kept = [text for text in texts(given) if text.strip().upper() != ref]
    many = catalogue.base(notice.base).fields[code].many
    derived.values[code] = kept if many else "".join(kept)


def _add(derived: Derived[N], relation: str, notice: N) -> None:
    if (relation, notice.pk) not in derived.known:
        derived.known.add((relation, notice.pk))
        derived.linked.setdefault(relation, []).append(notice)


def _borrow(derived: Derived[N], notice: N, others: dict[tuple[str, str], N]) -> None:
    """A work takes its museum's name, place and contact, and stands where the museum does."""
    borrowed = _borrowed(notice.base)
    if not borrowed:
        return
    museum_ref = next(iter(texts(notice.values.get("MUSEO"))), "").strip().upper()
    museum = others.get(("museo", museum_ref))
    if museum is None:
        return
    for code, source_code in borrowed:
        if value := museum.values.get(source_code):
            derived.values[code] = value
    if museum.latitude is not None and museum.longitude is not None:
        derived.point = (museum.latitude, museum.longitude)


@cache
def _borrowed(base: str) -> tuple[tuple[str, str], ...]:
    """The fields of a base that a museum fills: code, code of the museum."""
    fields = catalogue.base(base).fields.items()
    return tuple((c, FROM_MUSEUM[f.generated]) for c, f in fields if f.generated in FROM_MUSEUM)


def _order_photographs(derived: Derived[Notice]) -> None:
    """Photographs with a rank (MARQ) first, in its order; the others as they came."""
    for group in derived.linked.values():
        if group and group[0].base == "memoire":
            group.sort(key=_rank)


def _rank(notice: Notice) -> tuple[bool, int]:
    rank = str(notice.values.get("MARQ", "")).strip()
    return (False, int(rank)) if rank.isdigit() else (True, 0)
