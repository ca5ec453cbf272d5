"""A plan read before it is applied: pages, rows left out, a plan abandoned."""

import pytest

from pop.changes import applying, planning, preview
from pop.changes.models import Kind, PlannedLink, State
from pop.changes.recovery import cancel
from pop.changes.rows import Row
from pop.notices.models import Notice
from tests.loading import MINISTRY, load_rows

pytestmark = pytest.mark.django_db


def test_the_whole_difference_is_read_page_by_page() -> None:
    load_rows("merimee", {"REF": "PA1", "TICO": "Chapelle"})
    batch = planning.open_batch(MINISTRY)
    rows = [Row(n, "merimee", f"PA{n}", {"TICO": "Oratoire"}) for n in range(1, 8)]
    planning.plan(batch, MINISTRY, [*rows, Row(9, "merimee", "", {})])
    first = preview.page(batch, size=3)
    rest = preview.page(batch, after=first[-1].id)
    assert len(first) + len(rest) == len(list(preview.stream(batch))) == 8
    [changed] = preview.page(batch, kind=Kind.UPDATE)
    assert changed.changes["TICO"] == ["Chapelle", "Oratoire"]
    [refused] = preview.page(batch, kind=Kind.REFUSED)
    assert "référence manque" in refused.note


def test_a_row_left_out_is_not_applied() -> None:
    batch = planning.open_batch(MINISTRY)
    planning.plan(batch, MINISTRY, [Row(n, "merimee", f"PA{n}", {"TICO": "x"}) for n in (1, 2)])
    out = preview.page(batch)[0]
    assert preview.leave_out(batch, [out.id]) == 1
    applying.apply(batch)
    assert [notice.ref for notice in Notice.objects.all()] == ["PA2"]


def test_an_abandoned_plan_leaves_nothing_and_cannot_be_applied() -> None:
    batch = planning.open_batch(MINISTRY)
    planning.plan(batch, MINISTRY, [Row(2, "merimee", "PA1", {"REFO": ["PM1"]})])
    assert cancel(batch)
    assert not batch.rows.exists()
    assert not PlannedLink.objects.exists()
    with pytest.raises(applying.NotReady, match="abandonné"):
        applying.apply(batch)
    batch.refresh_from_db()
    assert batch.state == State.CANCELLED
    assert not Notice.objects.exists()
