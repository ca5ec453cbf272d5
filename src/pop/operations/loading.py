"""One table loaded: planned, applied, and told to a person or a script."""

import time
from typing import Any

from django.db import transaction

from pop.changes import applying, planning
from pop.changes.rows import Report
from pop.imports.tables import Table
from pop.operations.screen import Screen, number


class _DryRun(Exception):
    """Leaves the transaction of a trial, so that nothing of it stays."""


def load(table: Table, screen: Screen, dry_run: bool, start: float) -> dict[str, Any]:
    """Load one opened table; what there is to say of it, as data."""
    _introduce(table, screen)
    if dry_run:
        report = _try(table, screen)
    else:
        batch = planning.open_batch(origin)
        report = planning.plan(
            batch, origin, table.rows(), lambda n: screen.progress("Contrôle", n)
        )
        total = report.created + report.updated
        applying.apply(batch, lambda n: screen.progress("Écriture", n, total))
    seconds = time.monotonic() - start
    _tell(table, report, screen, seconds, dry_run)
    return _data(table, report, seconds, dry_run)


def _open(table: Table) -> Any:
    return planning.open_batch(
        author="pop load", reason=f"Chargement de {table.path.name}", source=table.path.name
    )


def _try(table: Table, screen: Screen) -> Report:
    report = Report()
    try:
        with transaction.atomic():
            report = planning.plan(
                _open(table), table.rows(), lambda n: screen.progress("Contrôle", n)
            )
            raise _DryRun
    except _DryRun:
        return report


def _introduce(table: Table, screen: Screen) -> None:
    dialect = table.dialect
    names = {"|": "barre |", ";": "point-virgule", ",": "virgule", "\t": "tabulation"}
    screen.say(
        f"{table.path.name} → {table.columns.base.name} "
        f"({dialect.encoding.removesuffix('-sig')}, {names[dialect.separator]})"
    )
    if table.columns.unknown:
        screen.say("  Colonnes non reprises : " + ", ".join(table.columns.unknown))


def _tell(table: Table, report: Report, screen: Screen, seconds: float, dry_run: bool) -> None:
    verb = "seraient créées" if dry_run else "créées"
    screen.say(
        f"  {number(report.rows)} lignes en {seconds:.1f} s : {number(report.created)} {verb}, "
        f"{number(report.updated)} modifiées, {number(report.unchanged)} inchangées, "
        f"{number(report.refusals)} refusées, {number(report.warned)} avec avertissement."
    )
    for repair, count in table.repairs.most_common(5):
        screen.say(f"  Réparé : {repair} ({number(count)})")
    for line, _, message in report.refused[:10]:
        screen.say(f"  Refus, ligne {line} : {message}")
    if report.refusals > 10:
        screen.say(f"  … et {number(report.refusals - 10)} autres refus (--json les donne).")
    groups = sorted(report.warnings.items(), key=lambda item: -item[1].count)
    for flag, group in groups[:12]:
        ref, message = group.examples[0]
        screen.say(f"  {flag} : {number(group.count)} fois, par exemple {ref} : {message}")


def _data(table: Table, report: Report, seconds: float, dry_run: bool) -> dict[str, Any]:
    return {
        "file": table.path.name,
        "base": table.columns.base.key,
        "dry_run": dry_run,
        "rows": report.rows,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "refused": [
            {"line": line, "ref": ref, "reason": reason} for line, ref, reason in report.refused
        ],
        "warned": report.warned,
        "warnings": {
            flag: {"field": group.code, "count": group.count, "examples": group.examples}
            for flag, group in report.warnings.items()
        },
        "unknown_columns": list(table.columns.unknown),
        "repairs": dict(table.repairs),
        "seconds": round(seconds, 3),
    }
