"""Undoing a batch: what comes back, what is kept, what is said."""

import pytest

from pop.changes import applying, planning, undoing
from pop.changes.models import Batch, Kind
from pop.changes.rows import Report, Row
from pop.notices import reading
from pop.notices.models import Link, Notice, Tombstone
from tests.loading import MINISTRY, OPERATOR, load_rows

pytestmark = pytest.mark.django_db

CHAPEL = {"REF": "PA00990001", "TICO": "Chapelle", "DENO": ["chapelle"]}


def last_batch() -> Batch:
    return Batch.objects.latest("pk")


def undo(batch: Batch) -> Report:
    planned, report = undoing.plan_undo(batch, OPERATOR)
    applying.apply(planned)
    return report


def values(ref: str = "PA00990001") -> dict[str, object]:
    return dict(Notice.objects.get(ref=ref).values)


def test_an_undone_change_gives_back_the_previous_values_and_links() -> None:
    load_rows("merimee", {**CHAPEL, "REFO": ["PM00990001"]})
    before = values()
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Oratoire", "REFO": [], "HIST": "1642."})
    assert not Link.objects.exists()
    undo(last_batch())
    assert values() == before
    assert Link.objects.get().ref == "PM00990001"


def test_an_undone_creation_leaves_a_tombstone_and_can_come_back() -> None:
    load_rows("merimee", {**CHAPEL, "REFO": ["PM00990001"]})
    before = values()
    undo(last_batch())
    assert not Notice.objects.exists()
    assert not Link.objects.exists()
    grave = reading.grave("merimee", "PA00990001")
    assert grave is not None
    undo(last_batch())
    assert values() == before
    assert Link.objects.count() == 1
    assert not Tombstone.objects.exists()
    undo(last_batch())
    assert not Notice.objects.exists()


def test_a_later_edit_of_another_field_is_kept() -> None:
    load_rows("merimee", CHAPEL)
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Oratoire"})
    wrong = last_batch()
    load_rows("merimee", {"REF": "PA00990001", "HIST": "Bâtie en 1642."})
    report = undo(wrong)
    assert report.conflicts == []
    assert (values()["TICO"], values()["HIST"]) == ("Chapelle", "Bâtie en 1642.")


def test_a_later_edit_of_the_same_field_is_kept_and_the_conflict_is_listed() -> None:
    load_rows("merimee", CHAPEL)
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Oratoire", "HIST": "Faux."})
    wrong = last_batch()
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Chapelle castrale"})
    report = undo(wrong)
    [(ref, why)] = report.conflicts
    assert ref == "PA00990001"
    assert "Titre courant (TICO)" in why
    assert "Chapelle castrale" in why
    assert values()["TICO"] == "Chapelle castrale"
    assert "HIST" not in values()
    assert last_batch().conflicts == 1
    assert last_batch().rows.get().kind == Kind.CONFLICT


def test_in_a_repeated_field_only_what_the_batch_did_is_undone() -> None:
    load_rows("merimee", {**CHAPEL, "DENO": ["chapelle", "prieuré"]})
    load_rows("merimee", {"REF": "PA00990001", "DENO": ["chapelle", "oratoire"]})
    wrong = last_batch()
    load_rows("merimee", {"REF": "PA00990001", "DENO": ["chapelle", "oratoire", "ermitage"]})
    undo(wrong)
    assert values()["DENO"] == ["chapelle", "ermitage", "prieuré"]


def test_a_notice_edited_since_its_creation_is_not_taken_away() -> None:
    load_rows("merimee", CHAPEL)
    creation = last_batch()
    load_rows("merimee", {"REF": "PA00990001", "HIST": "1642."})
    report = undo(creation)
    assert "gardée" in report.conflicts[0][1]
    assert Notice.objects.count() == 1


def test_what_is_not_applied_cannot_be_undone() -> None:
    batch = planning.open_batch(MINISTRY)
    planning.plan(batch, MINISTRY, [Row(2, "merimee", "PA00990001", {"TICO": "Chapelle"})])
    with pytest.raises(undoing.CannotUndo, match="rien à annuler"):
        undoing.plan_undo(batch, OPERATOR)
