"""From rows to a plan: what each notice will be, what is refused, what is only warned.

Nothing is written but the plan itself: it can be read, left out in part, applied later.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from django.db import transaction

from pop.changes.models import Batch, Kind, Planned, State
from pop.changes.rows import Group, Report, Row
from pop.model import catalogue
from pop.model.checking import Checker, Finding
from pop.notices import store
from pop.notices.models import Act, Notice
from pop.notices.packing import Values

SLICE = 1000

Progress = Callable[[int], None]


def open_batch(author: str, reason: str, source: str = "") -> Batch:
    """A new, empty batch."""
    act = Act.objects.create(author=author, reason=reason, source=source)
    return Batch.objects.create(act=act)


def plan(batch: Batch, rows: Iterable[Row], progress: Progress = lambda done: None) -> Report:
    """Plan every row, in slices: memory does not grow with their number.

    A reference met twice in one batch is refused the second time. The report counts and
    gathers; the plan itself is in `batch.rows`.
    """
    planner = _Planner(batch)
    for slice_ in _slices(rows, SLICE):
        planner.plan(slice_)
        progress(planner.report.rows)
    report = planner.report
    batch.state = State.PLANNED
    batch.created, batch.updated = report.created, report.updated
    batch.unchanged, batch.refused = report.unchanged, len(report.refused)
    batch.warned = report.warned
    batch.save()
    return report


def _slices(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while taken := list(islice(iterator, size)):
        yield taken


class _Planner:
    """The planning of one batch, slice after slice."""

    def __init__(self, batch: Batch) -> None:
        self.report = Report()
        self._batch = batch
        self._checkers = {key: Checker(base) for key, base in catalogue.bases().items()}
        self._seen: set[tuple[str, str]] = set()
        self._today = date.today().isoformat()

    def plan(self, rows: list[Row]) -> None:
        accepted = [row for row in rows if self._accepts(row)]
        known: dict[str, dict[str, Notice]] = {}
        for key in {row.base for row in accepted}:
            known[key] = store.stored(key, [row.ref for row in accepted if row.base == key])
        planned = []
        for row in accepted:
            change = self._change(row, known[row.base].get(row.ref))
            if change is not None:
                planned.append(change)
        with transaction.atomic():
            Planned.objects.bulk_create(planned)

    def _accepts(self, row: Row) -> bool:
        self.report.rows += 1
        fault = self._checkers[row.base].reference(row.ref)
        if fault is None and (row.base, row.ref) in self._seen:
            fault = Finding(
                "REF_TWICE",
                "REF",
                f"La référence « {row.ref} » est déjà plus haut dans ce fichier : "
                "gardez une seule ligne par notice.",
                refuses=True,
            )
        if fault is not None:
            self.report.refused.append((row.number, row.ref, fault.message))
            return False
        self._seen.add((row.base, row.ref))
        return True

    def _change(self, row: Row, stored: Notice | None) -> Planned | None:
        before = stored.values if stored else {}
        after = self._merged(row, before)
        if stored and after == before:
            self.report.unchanged += 1
            self._warn(row, self._checkers[row.base].check(after))
            return None
        if not stored:
            after.setdefault("DMIS", self._today)
            after.setdefault("DMAJ", self._today)
            self.report.created += 1
        else:
            if "DMAJ" not in row.values:
                after["DMAJ"] = self._today
            self.report.updated += 1
        findings = self._checkers[row.base].check(after)
        self._warn(row, findings)
        return Planned(
            batch=self._batch,
            base=row.base,
            ref=row.ref,
            kind=Kind.UPDATE if stored else Kind.CREATE,
            version=stored.version if stored else 0,
            after=after,
            flags=" ".join(sorted({finding.flag for finding in findings})),
        )

    @staticmethod
    def _merged(row: Row, before: Values) -> Values:
        after: dict[str, Any] = dict(before)
        for code, value in row.values.items():
            if value in ("", [], None):
                after.pop(code, None)
            else:
                after[code] = value
        after["REF"] = row.ref
        return after

    def _warn(self, row: Row, findings: Iterable[Finding]) -> None:
        warned = False
        for finding in (*row.findings, *findings):
            warned = True
            group = self.report.warnings.setdefault(finding.flag, Group(finding.field))
            group.add(row.ref, finding.message)
        self.report.warned += warned
