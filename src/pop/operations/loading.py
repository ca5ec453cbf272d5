"""One source loaded: planned, applied, and told to a person or a script."""

import time
from typing import Any

from pop.accounts.permissions import Actor, Deed, Kind, Role
from pop.changes import applying, planning
from pop.changes.models import Batch
from pop.changes.planning import Origin, Tell
from pop.changes.recovery import cancel, forget
from pop.changes.rows import Report
from pop.imports.sources import Source
from pop.operations.screen import Screen, number


def ministry(source: str) -> Origin:
    """`pop load` as a rule: the ministry's own copy, of which everything is kept and flagged."""
    actor = Actor(Kind.MINISTRY, "pop load")
    return Origin(actor, Deed.MINISTRY_COPY, f"Chargement de {source}", source)


def as_producer(label: str, source: str) -> Origin:
    """`pop load --as-producer`: what that producer may write, under the rules of its imports."""
    actor = Actor(
        Kind.PRODUCER, label, producers=frozenset({label}), roles=frozenset({Role.MANAGER})
    )
    return Origin(actor, Deed.IMPORT, f"Import de {source}", source)


def load(
    source: Source, screen: Screen, dry_run: bool, start: float, producer: str = "",
    tell: Tell | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Load one opened source; what there is to say of it, as data.

    `tell` hears every warning and refusal, where the answer has examples. A trial (`dry_run`)
    is planned like any other batch, then abandoned. Raises Unreadable when
    the source proves not to be what it seemed: nothing of it stays.
    """
    _introduce(source, screen)
    origin = as_producer(producer, source.name) if producer else ministry(source.name)
    batch = planning.open_batch(origin)
    try:
        report = planning.plan(
            batch, origin, source.rows(),
            lambda n: screen.progress("Contrôle", n, source.count), tell,
        )  # fmt: skip
    except BaseException:
        cancel(batch)
        raise
    if dry_run:
        forget(batch)
    else:
        _remember(batch, source)
        total = report.created + report.updated
        applying.apply(batch, lambda n: screen.progress("Écriture", n, total))
    seconds = time.monotonic() - start
    number_of_batch = None if dry_run else batch.pk
    _tell(source, report, screen, seconds, number_of_batch)
    return {"batch": number_of_batch, **_data(source, report, seconds, dry_run)}


def _remember(batch: Batch, source: Source) -> None:
    """What was mended and left aside in the file stays with the batch."""
    batch.report = {
        **(batch.report or {}),
        "repairs": dict(source.repairs),
        "unknown_columns": list(source.unknown),
        "notes": list(source.notes),
    }
    batch.save(update_fields=["report"])


def _introduce(source: Source, screen: Screen) -> None:
    bases = ", ".join(base.name for base in source.bases)
    screen.say(f"{source.name} → {bases} ({source.form})")
    if source.unknown:
        screen.say("  Colonnes non reprises : " + ", ".join(source.unknown))
    for note in source.notes:
        screen.say(f"  {note[:1].upper()}{note[1:]}")


def _tell(
    source: Source, report: Report, screen: Screen, seconds: float, batch: int | None
) -> None:
    dry_run = batch is None
    verb = "seraient créées" if dry_run else "créées"
    screen.say(
        f"  {number(report.rows)} {source.unit}s en {seconds:.1f} s : "
        f"{number(report.created)} {verb}, "
        f"{number(report.updated)} modifiées, {number(report.unchanged)} inchangées, "
        f"{number(report.refusals)} refusées, {number(report.warned)} avec avertissement."
    )
    if batch:
        screen.say(f"  Pour revenir en arrière : pop undo {batch}")
    for repair, count in source.repairs.most_common(5):
        screen.say(f"  Réparé : {repair} ({number(count)})")
    for line, _, message in report.refused[:10]:
        screen.say(f"  Refus, {source.unit} {line} : {message}")
    if report.refusals > 10:
        screen.say(f"  … et {number(report.refusals - 10)} autres refus (--report les donne tous).")
    groups = sorted(report.warnings.items(), key=lambda item: -item[1].count)
    for flag, group in groups[:12]:
        ref, message = group.examples[0]
        screen.say(f"  {flag} : {number(group.count)} fois, par exemple {ref} : {message}")


def _data(source: Source, report: Report, seconds: float, dry_run: bool) -> dict[str, Any]:
    return {
        "file": source.name,
        "base": source.bases[0].key,
        "bases": [base.key for base in source.bases],
        "form": source.form,
        "notes": list(source.notes),
        "dry_run": dry_run,
        "rows": report.rows,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "refusals": report.refusals,
        "refused": [
            {"line": line, "ref": ref, "reason": reason} for line, ref, reason in report.refused
        ],
        "warned": report.warned,
        "warnings": {
            flag: {"field": group.code, "count": group.count, "examples": group.examples}
            for flag, group in report.warnings.items()
        },
        "unknown_columns": list(source.unknown),
        "repairs": dict(source.repairs),
        "seconds": round(seconds, 3),
    }
