"""Taking back what a batch did, as a batch of the same kind.

Each field goes back to what it was, unless someone changed it since: then the later value is
kept and the conflict listed. In a repeated field, only what the batch added or took away is
undone. A creation leaves a tombstone; an undo can itself be undone.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Max, Min

from pop.accounts.permissions import Actor, Deed, Version, may_update
from pop.changes import conflicts, repeated
from pop.changes.drafting import Draft, Drafter, Links
from pop.changes.gate import writing
from pop.changes.models import Batch, State
from pop.changes.ownership import owning
from pop.changes.planning import SLICE, Origin, finish, open_batch
from pop.changes.rows import Report
from pop.model import catalogue
from pop.notices import store
from pop.notices.models import Revision, Tombstone
from pop.notices.packing import Values, unpack
from pop.notices.store import Stored

Progress = Callable[[int], None]


class CannotUndo(Exception):
    """This batch has nothing to take back; the message says why, in French."""


def plan_undo(
    done: Batch, actor: Actor, reason: str = "", progress: Progress = lambda n: None
) -> tuple[Batch, Report]:
    """Plan the undoing of an applied batch, as far as the actor may write its notices.

    Undoing a creation is not a deletion: regulatory notices are taken back like others.
    Raises CannotUndo.
    """
    if done.state != State.APPLIED:
        raise CannotUndo(f"Le lot {done.pk} est {done.get_state_display()} : rien à annuler.")
    why = reason or f"Annulation du lot {done.pk}"
    batch = open_batch(Origin(actor, Deed.FORM, why), undoes=done)
    undoer = _Undoer(batch, actor)
    with owning(batch):
        for revisions in _revisions(done.act_id):
            undoer.plan(revisions)
            progress(undoer.report.rows)
        finish(batch, undoer.report)
    return batch, undoer.report


class Done(NamedTuple):
    """One revision of the batch: what it changed, None for a creation."""

    notice_id: int
    version: int
    changes: Values | None


def _revisions(act: int) -> Iterator[list[Done]]:
    """The revisions of an act, in slices; each notice has one at most.

    They follow one another in the table, but for those of batches applied at the same time:
    it is walked along its key, without sorting anything.
    """
    ids = Revision.objects.filter(act_id=act).aggregate(first=Min("pk"), last=Max("pk"))
    if ids["first"] is None:
        return
    query = (
        "SELECT notice_id, version, changes FROM notices_revision "
        "WHERE id BETWEEN %s AND %s AND act_id = %s ORDER BY id"
    )
    for low in range(ids["first"], ids["last"] + 1, SLICE):
        rows = store.fetch(query, [low, low + SLICE - 1, act])
        if rows:
            yield [Done(id_, version, packed and unpack(packed)) for id_, version, packed in rows]


class _Undoer:
    """The undoing of one batch, slice after slice."""

    def __init__(self, batch: Batch, actor: Actor) -> None:
        self.report = Report()
        self._actor = actor
        self._drafter = Drafter(batch)
        self._drafts: list[Draft] = []
        self._links: Links = []

    def plan(self, revisions: list[Done]) -> None:
        self._drafts, self._links = [], []
        ids = [revision.notice_id for revision in revisions]
        current = store.stored_by_id(ids)
        graves = Tombstone.objects.in_bulk([id_ for id_ in ids if id_ not in current])
        for revision in revisions:
            self.report.rows += 1
            notice = current.get(revision.notice_id)
            grave = graves.get(revision.notice_id)
            if notice:
                self._take_back(revision, notice)
            elif grave:
                self._bring_back(revision, grave)
        with writing(), transaction.atomic():
            self._drafter.stage(self._drafts, self._links)

    def _take_back(self, revision: Done, notice: Stored) -> None:
        key = (notice.base, notice.ref)
        version = Version(notice.producer, notice.values)
        refusal = may_update(self._actor, catalogue.base(notice.base), version, version)
        if refusal:
            self.report.refuse(self.report.rows, notice.ref, refusal.message)
            self._drafts.append(self._drafter.refuse(self.report.rows, *key, refusal.message))
            return
        if revision.changes is None or _created(revision.changes):
            if notice.version == revision.version:
                self._drafts.append(self._drafter.delete(revision.version, notice))
                self.report.updated += 1
            else:
                self._conflict(
                    key, "La notice a été modifiée depuis sa création : elle est gardée."
                )
            return
        after, clashes = taken_back(revision.changes, notice.values)
        if clashes:
            self._conflict(key, conflicts.in_words(notice.base, clashes))
        if after == notice.values:
            self.report.unchanged += 1
            return
        self._write(key, notice.id, notice, after)
        self.report.updated += 1

    def _bring_back(self, revision: Done, grave: Tombstone) -> None:
        key = (grave.base, grave.ref)
        if revision.changes is None or revision.version != grave.version:
            self.report.unchanged += 1
            return
        if store.stored(key[0], [key[1]]):
            self._conflict(key, "Une notice de même référence existe de nouveau.")
            return
        before: Values = store.patched({}, revision.changes, backwards=True)
        self._write(key, grave.notice_id, None, before, version=grave.version)
        self.report.created += 1

    def _write(
        self, key: tuple[str, str], notice_id: int, before: Stored | None, after: Values,
        version: int = 0,
    ) -> None:  # fmt: skip
        findings = self._drafter.check(key[0], after)
        draft, links = self._drafter.write(
            self.report.rows, notice_id, before, key, after, findings, version
        )
        self._drafts.append(draft)
        self._links += links

    def _conflict(self, key: tuple[str, str], why: str) -> None:
        self.report.conflicts.append((key[1], why))
        self._drafts.append(self._drafter.conflict(self.report.rows, *key, why))


def _created(changes: Values) -> bool:
    """Whether a revision made the notice exist again (a restoration)."""
    return "REF" in changes and changes["REF"][0] is None


def taken_back(changes: Values, current: Values) -> tuple[Values, dict[str, tuple[Any, Any, Any]]]:
    """The values without those changes, and the fields where a later change forbids it."""
    after = dict(current)
    clashes: dict[str, tuple[Any, Any, Any]] = {}
    for code, (old, new) in changes.items():
        now = current.get(code)
        if now == new:
            value = old
        elif now == old or code == "DMAJ":
            continue
        elif _repeated(old, new, now):
            value = repeated.taken_back(old or [], new or [], now or [])
            if value is None:
                clashes[code] = (new, now, old)
                continue
        else:
            clashes[code] = (new, now, old)
            continue
        if value in (None, []):
            after.pop(code, None)
        else:
            after[code] = value
    return after, clashes


def _repeated(*values: Any) -> bool:
    return all(value is None or isinstance(value, list) for value in values)
