"""Reading notices: one, many, how many, as they were, what happened to a field."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db.models import Count, OuterRef, Q, Subquery

from pop.model import catalogue
from pop.notices import store
from pop.notices.models import Link, Notice, Revision, Tombstone
from pop.notices.packing import Values


def get(base: str, ref: str) -> Notice | None:
    """The notice of that base and reference, or None. The case of the reference is ignored."""
    return Notice.objects.filter(base=base, ref=ref.upper()).first()


def elsewhere(ref: str) -> Notice | None:
    """A notice of that reference in any base: for addresses that name the wrong one."""
    return Notice.objects.filter(ref=ref.upper(), base__in=catalogue.bases()).first()


def named_in_address(base: str, ref: str) -> Notice | None:
    """The notice of that base, by any of its names, else of any base; None when there is none."""
    try:
        key = catalogue.base(base).key
    except KeyError:
        return elsewhere(ref)
    return get(key, ref) or elsewhere(ref)


def many(ids: Sequence[int]) -> list[Notice]:
    """The notices of those ids, in that order, in one query; absent ones are left out."""
    found = Notice.objects.in_bulk(ids)
    return [found[id_] for id_ in ids if id_ in found]


def named(keys: Sequence[tuple[str, str]]) -> list[Notice]:
    """The notices of those (base, reference), in that order, in one query; absent ones are left
    out."""
    refs: dict[str, list[str]] = {}
    for base, ref in keys:
        refs.setdefault(base, []).append(ref)
    asked = Q()
    for base, some in refs.items():
        asked |= Q(base=base, ref__in=some)
    if not refs:
        return []
    found = {(notice.base, notice.ref): notice for notice in Notice.objects.filter(asked)}
    return [found[key] for key in keys if key in found]


def numbers_of_parts(wholes: Sequence[Notice]) -> dict[int, int]:
    """How many parts each notice has, by id, in two queries; a part that both sides say is one."""
    if not wholes:
        return {}
    said = catalogue.bases().values()
    by_part = {(base.key, r.field) for base in said for r in base.links if r.tree == "whole"}
    by_whole = {(base.key, r.field) for base in said for r in base.links if r.tree == "part"}
    ids = {(notice.base, notice.ref): notice.pk for notice in wholes}
    parts: dict[int, set[str]] = {notice.pk: set() for notice in wholes}
    down = Link.objects.filter(source_id__in=parts, field__in={field for _, field in by_whole})
    for whole, base, field, ref in down.values_list("source_id", "base", "field", "ref"):
        if (base, field) in by_whole:
            parts[whole].add(ref)
    child = Notice.objects.filter(pk=OuterRef("source_id")).values("ref")[:1]
    up = Link.objects.filter(
        ref__in=[notice.ref for notice in wholes], field__in={field for _, field in by_part}
    ).annotate(child=Subquery(child))
    for base, field, ref, part in up.values_list("base", "field", "ref", "child"):
        if (base, field) in by_part and (base, ref) in ids and part:
            parts[ids[base, ref]].add(part)
    return {whole: len(found) for whole, found in parts.items()}


def counts() -> dict[str, int]:
    """How many notices each base holds, bases without any included."""
    counted = dict.fromkeys(catalogue.bases(), 0)
    rows = Notice.objects.values("base").annotate(number=Count("pk")).order_by()
    counted.update({row["base"]: row["number"] for row in rows})
    return counted


def grave(base: str, ref: str) -> Tombstone | None:
    """What stays of a notice that is no more, or None."""
    graves = Tombstone.objects.filter(base=base, ref=ref.upper()).select_related("act")
    return graves.order_by("-sequence").first()


def at(notice: Notice, moment: datetime) -> Values | None:
    """The values of a notice as they were at that moment; None before it existed."""
    values: Values = notice.values
    later = (
        Revision.objects.filter(notice_id=notice.pk, act__at__gt=moment)
        .order_by("-version")
        .values_list("changes", flat=True)
    )
    for changes in later:
        if changes is None:
            return None
        values = store.patched(values, cast(Values, changes), backwards=True)
    return values or None


@dataclass(frozen=True, slots=True)
class Event:
    """One change of one field: who, when, why, from where; the old and the new value."""

    version: int
    at: datetime
    author: str
    reason: str
    source: str
    old: Any
    new: Any


def history(notice: Notice, field: str) -> list[Event]:
    """What happened to one field, the latest first, its first value included."""
    events = []
    value = notice.values.get(field)
    revisions = Revision.objects.filter(notice_id=notice.pk).select_related("act")
    for revision in revisions.order_by("-version"):
        if revision.changes is None:
            old, new = None, value
        elif field in revision.changes:
            old, new = revision.changes[field]
        else:
            continue
        if old != new:
            act = revision.act
            events.append(
                Event(revision.version, act.at, act.author, act.reason, act.source, old, new)
            )
        value = old
    return events
