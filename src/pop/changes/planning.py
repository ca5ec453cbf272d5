"""From rows to a plan: what each notice will be, what is refused, what is only warned.

Nothing is written but the plan itself: it can be read, left out in part, applied later.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from django.db import transaction

from pop.accounts.permissions import (
    Actor,
    Deed,
    Version,
    may_create,
    may_update,
    may_write_field,
)
from pop.changes import statistics
from pop.changes.drafting import Draft, Drafter, Links
from pop.changes.gate import writing
from pop.changes.models import Batch, State
from pop.changes.ownership import owning
from pop.changes.rows import Report, Row
from pop.changes.seen import Seen
from pop.model import catalogue, situation
from pop.model.checking import Finding
from pop.notices import clock, documents, images, store
from pop.notices.models import Act, Expurgation
from pop.notices.packing import Values
from pop.notices.store import Known, Stored

T = TypeVar("T")

SLICE = 1000

Progress = Callable[[int], None]
Tell = Callable[[Row, Sequence[Finding], str], None]
"""Hears what there is to say of each row: its findings, and why it is refused, if it is."""


class Cancelled(Exception):
    """The batch was abandoned while it was being planned; nothing is left of it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """By whom and by what sort of act changes come, and from which source."""

    actor: Actor
    deed: Deed
    reason: str
    source: str = ""

    @property
    def is_strict(self) -> bool:
        """Whether rules that refuse do so: everywhere but for the ministry's own copy, of which
        everything is kept and flagged (decision 9)."""
        return self.deed is not Deed.MINISTRY_COPY


def open_batch(origin: Origin, undoes: Batch | None = None) -> Batch:
    """A new, empty batch."""
    with writing(), transaction.atomic():
        act = Act.objects.create(
            author=origin.actor.name[:200],
            reason=origin.reason[:500],
            source=origin.source[:500],
        )
        return Batch.objects.create(act=act, undoes=undoes)


def plan(
    batch: Batch,
    origin: Origin,
    rows: Iterable[Row],
    progress: Progress = lambda done: None,
    tell: Tell | None = None,
) -> Report:
    """Plan every row, in slices: memory does not grow with their number.

    A reference met twice in one batch is refused the second time. The report counts and
    gathers; the plan itself is in `batch.rows`. `tell` hears of every row, those that change
    nothing included, which are then checked again. Raises Cancelled.
    """
    planner = _Planner(batch, origin, tell)
    with owning(batch):
        for slice_ in slices(rows, SLICE):
            planner.plan(slice_)
            progress(planner.report.rows)
        finish(batch, planner.report)
    return planner.report


def finish(batch: Batch, report: Report) -> None:
    """The plan is whole: keep its counts and its report with the batch."""
    batch.state = State.PLANNED
    batch.rows_read = report.rows
    batch.created, batch.updated = report.created, report.updated
    batch.unchanged, batch.refused = report.unchanged, report.refusals
    batch.conflicts, batch.warned = len(report.conflicts), report.warned
    batch.report = {
        "warnings": {
            flag: {"field": group.code, "count": group.count, "examples": group.examples}
            for flag, group in report.warnings.items()
        }
    }
    with writing(), transaction.atomic():
        batch.save()
    if report.rows > statistics.FEW:
        statistics.renew(*statistics.PLANS)


def slices(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """The rows by groups of that size."""
    iterator = iter(rows)
    while taken := list(islice(iterator, size)):
        yield taken


class _Planner:
    """The planning of one batch, slice after slice."""

    def __init__(self, batch: Batch, origin: Origin, tell: Tell | None = None) -> None:
        self.report = Report()
        self._tell = tell
        self._batch = batch
        self._origin = origin
        self._drafter = Drafter(batch)
        self._seen = Seen()
        self._today = date.today().isoformat()

    def plan(self, rows: list[Row]) -> None:
        drafts: list[Draft] = []
        links: Links = []
        accepted = [row for row in rows if self._accepts(row, drafts)]
        known = _by_base(store.known, accepted)
        changing = [row for row in accepted if not self._is_known(row, known[row.base])]
        stored = _by_base(store.stored, changing)
        ids = self._ids(sum(row.ref not in stored[row.base] for row in changing))
        for row in changing:
            self._change(row, stored[row.base].get(row.ref), ids, drafts, links)
        # Only now is the store held: the rest was thought out beside it.
        with writing(), transaction.atomic():
            if not Batch.objects.filter(pk=self._batch.pk, state=State.PLANNING).exists():
                raise Cancelled("Le lot a été abandonné pendant sa préparation ; rien n’est écrit.")
            self._drafter.stage(drafts, links)

    @staticmethod
    def _ids(count: int) -> Iterator[int]:
        """Ids for notices to come."""
        if not count:
            return iter(())
        with writing(), transaction.atomic():
            first = clock.reserve(count)
        return iter(range(first, first + count))

    def _accepts(self, row: Row, drafts: list[Draft]) -> bool:
        self.report.rows += 1
        fault = self._drafter.reference_fault(row.base, row.ref)
        if fault is None and self._seen.add(f"{row.base} {row.ref}"):
            fault = Finding(
                "REF_TWICE",
                "REF",
                f"La référence « {row.ref} » est déjà plus haut dans ce fichier : "
                "gardez une seule ligne par notice.",
                refuses=True,
            )
        if fault is not None:
            self._refuse(row, fault.message, drafts)
            return False
        return True

    def _is_known(self, row: Row, known: Mapping[str, Known]) -> bool:
        """Whether this very row made the notice what it is: nothing to do, then, but to count it,
        unless it is wanted as an example of a warning."""
        notice = known.get(row.ref)
        if notice is None or row.findings or notice.digest != row.digest:
            return False
        flags = notice.flags.split()
        if self._tell or self.report.wants_examples(flags):
            return False
        self.report.unchanged += 1
        self.report.warn_again(flags)
        return True

    def _refuse(self, row: Row, why: str, drafts: list[Draft]) -> None:
        self.report.refuse(row.number, row.ref, why)
        if self._tell:
            self._tell(row, (), why)
        drafts.append(self._drafter.refuse(row.number, row.base, row.ref, why))

    def _change(
        self, row: Row, stored: Stored | None, ids: Iterator[int], drafts: list[Draft],
        links: Links,
    ) -> None:  # fmt: skip
        before = stored.values if stored else {}
        try:
            after = merged(before, row)
        except images.Malformed as error:
            self._refuse(row, str(error), drafts)
            return
        if stored and after == before:
            self._unchanged(row, stored)
            return
        if stored:
            if "DMAJ" not in row.values:
                after["DMAJ"] = self._today
        else:
            after.setdefault("DMIS", self._today)
            after.setdefault("DMAJ", self._today)
        findings = self._drafter.check(row.base, after)
        why = (
            self._forbidden(row, stored, after)
            or self._expurged(before, after)
            or self._unacceptable(findings)
        )
        if why:
            self._refuse(row, why, drafts)
            return
        self.report.updated += bool(stored)
        self.report.created += not stored
        self._warn(row, findings)
        notice_id = stored.id if stored else next(ids)
        key = (row.base, row.ref)
        draft, written = self._drafter.write(
            row.number, notice_id, stored, key, after, findings, digest=row.digest
        )
        drafts.append(draft)
        links += written

    def _forbidden(self, row: Row, stored: Stored | None, after: Values) -> str:
        """Why this actor may not do this, or nothing."""
        actor, deed, base = self._origin.actor, self._origin.deed, catalogue.base(row.base)
        producer = self._drafter.producer(row.base, row.ref, after)
        if stored is None:
            refusal = may_create(actor, deed, base, row.ref, producer, after)
            return refusal.message if refusal else ""
        now, then = Version(producer, after), Version(stored.producer, stored.values)
        refusal = may_update(actor, base, then, now)
        for code in () if refusal else store.difference(stored.values, after):
            refusal = may_write_field(
                actor,
                deed,
                base,
                code,
                ref=row.ref,
                producer=stored.producer,
                reason=self._origin.reason,
            )
            if refusal:
                break
        return refusal.message if refusal else ""

    @staticmethod
    def _expurged(before: Values, after: Values) -> str:
        """An image that left for good does not come back by another door."""
        added = _files(after) - _files(before)
        gone = Expurgation.objects.filter(file__in=added).first() if added else None
        if gone is None:
            return ""
        if gone.file in images.checksums(after.get(documents.CODE)):
            return (
                f"Le document {gone.file[:12]}… a été expurgé le {gone.at:%d/%m/%Y} : il ne peut "
                "pas revenir ; retirez-le de la liste."
            )
        return (
            f"L’image {gone.file[:12]}… a été expurgée le {gone.at:%d/%m/%Y} : elle ne peut pas "
            "revenir ; retirez-la de la liste."
        )

    def _unacceptable(self, findings: list[Finding]) -> str:
        """What a producer's import refuses, and the ministry's own copy only flags."""
        if not self._origin.is_strict:
            return ""
        return " ".join(finding.message for finding in findings if finding.refuses)

    def _unchanged(self, row: Row, stored: Stored) -> None:
        self.report.unchanged += 1
        flags = stored.flags.split()
        if self._tell or row.findings or self.report.wants_examples(flags):
            self._warn(row, self._drafter.check(row.base, stored.values))
        else:
            self.report.warn_again(flags)

    def _warn(self, row: Row, findings: list[Finding]) -> None:
        said = [*row.findings, *findings]
        self.report.warn(said, row.ref)
        if self._tell and said:
            self._tell(row, said, "")


def _by_base(
    read: Callable[[str, Sequence[str]], dict[str, T]], rows: list[Row]
) -> dict[str, dict[str, T]]:
    """What is read of the notices of those rows, by base and reference."""
    refs: dict[str, list[str]] = {}
    for row in rows:
        refs.setdefault(row.base, []).append(row.ref)
    return {base: read(base, named) for base, named in refs.items()}


def merged(before: Values, row: Row) -> Values:
    """The values once the row is taken in: absent is untouched, empty is cleared.

    When this does something else of a row, `rows.MERGING` must change. Raises images.Malformed.
    """
    after: dict[str, Any] = dict(before)
    for code, value in row.values.items():
        if value in ("", [], None):
            after.pop(code, None)
        else:
            after[code] = value
    if images.CODE in row.values and images.CODE in after:
        after[images.CODE] = images.serialise(images.parse(after[images.CODE]))
    if documents.CODE in row.values and documents.CODE in after:
        after[documents.CODE] = documents.serialise(documents.parse(after[documents.CODE]))
    after["REF"] = row.ref
    if row.base == "joconde" and "LOCA" in row.values:
        _tell_situation(after)
    return after


def _files(values: Values) -> set[str]:
    """The pictures and documents of a notice."""
    return images.checksums(values.get(images.CODE)) | images.checksums(values.get(documents.CODE))


def _tell_situation(values: Values) -> None:
    """« ; volé », « ; disparu »… at the end of a location go to the fields that say it."""
    given = values.get("LOCA")
    if not given:
        return
    found = situation.from_location(
        given, list(store.texts(values.get("MANQUANT"))), values.get("MANQUANT_COM") or ""
    )
    told = {
        "LOCA": list(found.loca) if isinstance(given, list) else found.loca,
        "MANQUANT": list(found.manquant),
        "MANQUANT_COM": found.comment,
    }
    for code, value in told.items():
        if value:
            values[code] = value
        else:
            values.pop(code, None)
