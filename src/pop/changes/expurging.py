"""What must be able to disappear: a value, or an image, out of everything the platform remembers.

Everything can be undone but this. The value leaves the notice, all its revisions, every plan
and the index; a minimal trace stays, without the value, and is replayed after a restore
(rules of the domain, §3). An image leaves every notice at once (`expurging_images.py`).
"""

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from config.paths import data_folder
from pop.accounts.permissions import Actor, may_expurge
from pop.changes import expurging_images
from pop.changes.gate import writing
from pop.changes.models import Batch, Planned, PlannedLink
from pop.changes.redrawing import redraw, rewrite
from pop.model import catalogue
from pop.notices import clock, images
from pop.notices.models import Expurgation, Notice, Revision, Tombstone
from pop.notices.packing import Values


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
        clock.advance(0)  # nothing is being applied meanwhile
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
    """Do again, on a restored copy, the expurgations of a journal; how many met something."""
    done = 0
    for line in lines:
        if not line.strip():
            continue
        entry = json.loads(line)
        if entry.get("file"):
            _trace(entry)
            done += expurging_images.remove(entry["file"]) > 0
            continue
        with writing(), transaction.atomic():
            clock.advance(0)
            ids = _ids(entry["base"], entry["ref"])
            if not ids:
                continue
            _remove(entry["base"], entry["ref"], entry["field"], ids)
            _trace(entry)
        done += 1
    return done


def expurge_image(actor: Actor, checksum: str, reason: str) -> int:
    """Remove an image from every notice, revision and plan, and its bytes; how many notices,
    revisions and planned rows held it. Raises CannotExpurge.

    The trace comes first: from then on no plan takes that image in, and doing it again
    finishes what was interrupted.
    """
    refusal = may_expurge(actor, reason)
    if refusal:
        raise CannotExpurge(refusal.message)
    if not re.fullmatch("[0-9a-f]{64}", checksum):
        raise CannotExpurge("Une image se désigne par sa somme SHA-256 : 64 chiffres hexadécimaux.")
    known = Expurgation.objects.filter(file=checksum).exists()
    if not known and not expurging_images.is_held(checksum):
        raise CannotExpurge("Aucune notice, révision ni préparation ne porte cette image.")
    entry = {"base": "", "ref": "", "field": images.CODE, "file": checksum,
             "author": actor.name, "reason": reason}  # fmt: skip
    if _trace(entry):
        _append({**entry, "at": timezone.now().isoformat()})
    return expurging_images.remove(checksum)


def _trace(entry: dict[str, str]) -> bool:
    """Keep the minimal trace, once; whether it is new."""
    where = {name: entry.get(name, "") for name in ("base", "ref", "field", "file")}
    said = {name: entry[name] for name in ("author", "reason")}
    with writing(), transaction.atomic():
        _, new = Expurgation.objects.get_or_create(**where, defaults=said)
    return new


def _ids(base: str, ref: str) -> list[int]:
    """The notice of that reference, and those that bore it and are no more."""
    living = Notice.objects.filter(base=base, ref=ref).values_list("pk", flat=True)
    dead = Tombstone.objects.filter(base=base, ref=ref).values_list("notice_id", flat=True)
    return [*living, *dead]


def _remove(base: str, ref: str, field: str, ids: list[int]) -> None:
    for revision in Revision.objects.filter(notice_id__in=ids).iterator():
        if revision.changes and field in revision.changes:
            revision.changes = _without(revision.changes, field) or {}
            revision.save(update_fields=["changes"])
    for row in Planned.objects.filter(base=base, ref=ref):
        # What two people wrote stands in the words of a conflict.
        row.note = ""
        redraw(row, _without(row.after, field), _without(row.diff, field))
    PlannedLink.objects.filter(notice_id__in=ids, field=field).delete()
    for notice in Notice.objects.filter(base=base, ref=ref):
        if field in notice.values:
            rewrite(notice, {c: v for c, v in notice.values.items() if c != field})
    _forget_in_reports(ref)


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


def _without(values: Values | None, field: str) -> Values | None:
    return values and {code: value for code, value in values.items() if code != field}
