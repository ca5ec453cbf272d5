"""What must be able to disappear: a value out of everything the platform remembers.

Everything can be undone but this. The value leaves the notice, all its revisions, every plan
and the index; a minimal trace stays, without the value, and is replayed after a restore
(rules of the domain, §3).
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from django.db import connection, transaction

from config.paths import data_folder
from pop.accounts.permissions import Actor, may_expurge
from pop.changes import fanout
from pop.changes.drafting import columns
from pop.changes.gate import writing
from pop.changes.models import Batch, Planned, PlannedLink
from pop.model import catalogue
from pop.model.checking import Checker
from pop.notices import store
from pop.notices.models import Expurgation, Link, Notice, Revision, Tombstone
from pop.notices.packing import Values
from pop.notices.producers import Producers


class CannotExpurge(Exception):
    """Why this cannot be expurgated, in French."""


def journal() -> Path:
    """The journal of expurgations, beside the database, to replay on a restored copy."""
    return data_folder() / "expurgations.jsonl"


def expurge(actor: Actor, base: str, ref: str, field: str, reason: str) -> None:
    """Remove the values a field ever had, everywhere. Raises CannotExpurge."""
    refusal = may_expurge(actor, reason)
    if refusal:
        raise CannotExpurge(refusal.message)
    if field == "REF" or field not in catalogue.base(base).fields:
        raise CannotExpurge(f"Le champ {field} n’existe pas dans cette base, ou la désigne.")
    with writing(), transaction.atomic():
        ids = _ids(base, ref)
        if not ids:
            raise CannotExpurge(f"La notice {ref} est inconnue dans cette base.")
        trace = Expurgation.objects.create(
            base=base, ref=ref, field=field, author=actor.name, reason=reason
        )
        _remove(base, ref, field, ids)
        line = {"base": base, "ref": ref, "field": field, "author": actor.name, "reason": reason}
        _append({**line, "at": trace.at.isoformat()})


def replay(lines: Iterable[str]) -> int:
    """Do again, on a restored copy, the expurgations of a journal; how many notices they met."""
    done = 0
    for line in lines:
        if not line.strip():
            continue
        entry = json.loads(line)
        with writing(), transaction.atomic():
            ids = _ids(entry["base"], entry["ref"])
            if not ids:
                continue
            _remove(entry["base"], entry["ref"], entry["field"], ids)
            known = Expurgation.objects.filter(
                base=entry["base"], ref=entry["ref"], field=entry["field"]
            )
            if not known.exists():
                fields = ("base", "ref", "field", "author", "reason")
                Expurgation.objects.create(**{name: entry[name] for name in fields})
        done += 1
    return done


def _ids(base: str, ref: str) -> list[int]:
    """The notice of that reference, and those that bore it and are no more."""
    living = Notice.objects.filter(base=base, ref=ref).values_list("pk", flat=True)
    dead = Tombstone.objects.filter(base=base, ref=ref).values_list("notice_id", flat=True)
    return [*living, *dead]


def _remove(base: str, ref: str, field: str, ids: list[int]) -> None:
    for revision in Revision.objects.filter(notice_id__in=ids).iterator():
        if revision.changes and field in revision.changes:
            revision.changes = _without(revision.changes, field)
            revision.save(update_fields=["changes"])
    for row in Planned.objects.filter(base=base, ref=ref):
        row.after = _without(row.after, field) if row.after else row.after
        row.diff = _without(row.diff, field) if row.diff else row.diff
        # What two people wrote stands in the words of a conflict.
        row.note = ""
        row.save(update_fields=["after", "diff", "note"])
    PlannedLink.objects.filter(notice_id__in=ids, field=field).delete()
    for notice in Notice.objects.filter(base=base, ref=ref):
        if field in notice.values:
            _rewrite(notice, _without(notice.values, field))
    _forget_in_reports(ref)


def _rewrite(notice: Notice, values: Values) -> None:
    """The notice without the value; its columns, links and flags follow."""
    base = catalogue.base(notice.base)
    drawn = columns(notice.base, notice.ref, values, Producers.stored(), Checker(base))
    Notice.objects.filter(pk=notice.pk).update(values=values, **drawn._asdict())
    before = [target for _, target in store.references(base, notice.values)]
    Link.objects.filter(source_id=notice.pk).delete()
    Link.objects.bulk_create(
        Link(source_id=notice.pk, base=notice.base, field=field, ref=target)
        for field, target in store.references(base, values)
    )
    linked = Notice.objects.filter(ref__in=before, base__in=catalogue.bases())
    touched = {notice.pk, *linked.values_list("pk", flat=True)}
    with connection.cursor() as cursor:
        fanout.mark(cursor, sorted(touched))


def _forget_in_reports(ref: str) -> None:
    """Examples of warnings quote values: those of this notice go."""
    for batch in Batch.objects.exclude(report=None).iterator():
        warnings = (batch.report or {}).get("warnings", {})
        changed = False
        for group in warnings.values():
            kept = [example for example in group["examples"] if example[0] != ref]
            changed |= len(kept) != len(group["examples"])
            group["examples"] = kept
        if changed:
            batch.save(update_fields=["report"])


def _append(entry: dict[str, str]) -> None:
    path = journal()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(entry, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _without(values: Values, field: str) -> Values:
    return {code: value for code, value in values.items() if code != field}
