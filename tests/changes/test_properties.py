"""What holds whatever people do, tried on thousands of random cases."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from pop.changes import applying, planning, repeated, undoing
from pop.changes.models import Batch, State
from pop.changes.rows import Row
from pop.model import catalogue
from pop.notices import images, store
from pop.notices.derived import derive
from pop.notices.models import Link, Notice, Revision, Stamp, Tombstone
from tests.loading import MINISTRY, OPERATOR

pytestmark = pytest.mark.django_db

REFS = {"merimee": ["PA1", "PA2", "IA3"], "palissy": ["PM1", "PM2"], "memoire": ["AP1", "AP2"]}
KEYS = [(base, ref) for base, refs in REFS.items() for ref in refs]
WORDS = ["", "Chapelle", "Oratoire", "Église"]
LINKS = {"merimee": "REFO", "palissy": "REFA", "memoire": "LBASE"}
TARGETS = {"merimee": ["PM1", "PM2", "PM9"], "palissy": ["PA1", "PA2"], "memoire": ["PA1", "PM1"]}

Snapshot = dict[tuple[str, str], Any]


def pictures() -> st.SearchStrategy[list[dict[str, Any]]]:
    """A list of pictures, some with a caption, in any order."""
    one = st.fixed_dictionaries(
        {"file": st.sampled_from("abc").map(lambda letter: letter * 64)},
        optional={"caption": st.sampled_from(["", "Chevet", "Nef"])},
    )
    return st.lists(one, max_size=3, unique_by=lambda picture: picture["file"])


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """A file: some notices, each with some fields, in any order."""
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=5, unique=True))
    found = []
    for number, (base, ref) in enumerate(keys, 2):
        values: dict[str, Any] = {}
        if draw(st.booleans()):
            values["TICO"] = draw(st.sampled_from(WORDS))
        if draw(st.booleans()):
            values["HIST" if base != "memoire" else "LEG"] = draw(st.sampled_from(WORDS))
        if draw(st.booleans()):
            targets = st.sampled_from(TARGETS[base])
            values[LINKS[base]] = draw(st.lists(targets, max_size=3, unique=True))
        if draw(st.booleans()):
            values["SCLE"] = draw(st.lists(st.sampled_from(["12e siècle", "1642"]), unique=True))
        if draw(st.booleans()):
            values[images.CODE] = draw(pictures())
        found.append(Row(number, base, ref, values))
    return found


def snapshot() -> Snapshot:
    """All that a batch can change, but the clocks."""
    links: dict[int, set[tuple[str, str]]] = {}
    for link in Link.objects.all():
        links.setdefault(link.source_id, set()).add((link.field, link.ref))
    return {
        (n.base, n.ref): (n.values, n.flags, n.producer, n.created_on, n.updated_on,
                          n.latitude, n.has_image, links.get(n.pk, set()))
        for n in Notice.objects.all()
    }  # fmt: skip


def apply_rows(given_rows: list[Row]) -> Batch:
    batch = planning.open_batch(MINISTRY)
    planning.plan(batch, MINISTRY, given_rows)
    applying.apply(batch)
    batch.refresh_from_db()
    return batch


def undo(batch: Batch) -> Batch:
    planned, _ = undoing.plan_undo(batch, OPERATOR)
    applying.apply(planned)
    planned.refresh_from_db()
    return planned


def clear() -> None:
    Batch.objects.update(undoes=None)
    for model in (Batch, Link, Stamp, Tombstone, Revision, Notice):
        model.objects.all().delete()


_many = settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@_many
@given(before=st.lists(rows(), max_size=2), batch=rows())
def test_apply_then_undo_equals_before(before: list[list[Row]], batch: list[Row]) -> None:
    clear()
    for given_rows in before:
        apply_rows(given_rows)
    start = snapshot()
    applied = apply_rows(batch)
    after = snapshot()
    undone = undo(applied)
    assert snapshot() == start
    undo(undone)
    assert snapshot() == after


@_many
@given(before=st.lists(rows(), max_size=2), batch=rows())
def test_planned_twice_the_second_plan_is_empty(before: list[list[Row]], batch: list[Row]) -> None:
    clear()
    for given_rows in before:
        apply_rows(given_rows)
    apply_rows(batch)
    again = planning.open_batch(MINISTRY)
    report = planning.plan(again, MINISTRY, batch)
    assert (report.created, report.updated, report.refusals) == (0, 0, 0)
    assert report.unchanged == len(batch)
    assert not again.rows.exists()


_texts = st.lists(st.sampled_from("abcdef"), max_size=6)


@settings(max_examples=3000, deadline=None)
@given(before=pictures() | _texts, after=pictures() | _texts, added=st.lists(st.integers()))
def test_a_repeated_value_taken_back_keeps_what_came_later(
    before: list[Any], after: list[Any], added: list[int]
) -> None:
    assert repeated.taken_back(before, after, after) == before
    assert sorted(repeated.taken_back(before, after, before) or [], key=repr) == sorted(
        before, key=repr
    )
    since = list(after)
    later = [f"later {number}" for number in range(len(added))]
    for item, place in zip(later, added, strict=True):
        since.insert(place % (len(since) + 1), item)
    result = repeated.taken_back(before, after, since)
    assert result is not None
    assert [item for item in result if item not in later] == before
    assert sorted(item for item in result if item in later) == sorted(later)


class Interleaving(RuleBasedStateMachine):
    """Batches planned, applied and undone by several people, in any order."""

    def __init__(self) -> None:
        super().__init__()
        clear()
        self.planned: list[Batch] = []
        self.done: list[Batch] = []

    @rule(given_rows=rows())
    def plan(self, given_rows: list[Row]) -> None:
        batch = planning.open_batch(MINISTRY)
        planning.plan(batch, MINISTRY, given_rows)
        self.planned.append(batch)

    @rule(given_rows=rows())
    def edit(self, given_rows: list[Row]) -> None:
        self.done.append(apply_rows(given_rows))

    @rule(data=st.data())
    def apply(self, data: st.DataObject) -> None:
        if self.planned:
            batch = self.planned.pop(data.draw(st.integers(0, len(self.planned) - 1)))
            applying.apply(batch)
            batch.refresh_from_db()
            self.done.append(batch)

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        if self.done:
            batch = self.done[data.draw(st.integers(0, len(self.done) - 1))]
            self.done.append(undo(batch))

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every notice is the sum of its revisions, version by version."""
        for notice in Notice.objects.all():
            revisions = list(Revision.objects.filter(notice_id=notice.pk).order_by("version"))
            assert [r.version for r in revisions] == list(range(1, notice.version + 1))
            values = notice.values
            for revision in reversed(revisions):
                if revision.changes is None:
                    assert revision.version == 1
                    break
                for code, (_, new) in revision.changes.items():
                    assert values.get(code) == new
                values = store.patched(values, revision.changes, backwards=True)

    @invariant()
    def links_are_what_the_values_say_and_symmetric(self) -> None:
        said = set()
        notices = list(Notice.objects.all())
        for notice in notices:
            base = catalogue.base(notice.base)
            said |= {(notice.pk, f, ref) for f, ref in store.references(base, notice.values)}
        assert {(x.source_id, x.field, x.ref) for x in Link.objects.all()} == said
        linked = {
            (notice.pk, other.pk)
            for notice in notices
            for group in derive([notice])[notice.pk].linked.values()
            for other in group
        }
        assert all((other, one) in linked for one, other in linked)

    @invariant()
    def every_notice_has_its_place_in_time(self) -> None:
        stamped = set(Stamp.objects.values_list("notice_id", flat=True))
        assert set(Notice.objects.values_list("pk", flat=True)) <= stamped

    @invariant()
    def batches_are_whole(self) -> None:
        for batch in self.done:
            assert batch.state == State.APPLIED


def test_no_order_of_plans_edits_and_undos_loses_anything() -> None:
    run_state_machine_as_test(
        Interleaving,
        settings=settings(max_examples=120, stateful_step_count=15, deadline=None),
    )
