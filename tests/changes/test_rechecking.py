"""Notices checked again after the checks have changed."""

from pathlib import Path

import pytest

from pop.changes import rechecking
from pop.notices import store
from pop.notices.models import Notice, Revision, Stamp
from tests.loading import load_rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_recheck_before(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(rechecking, "data_folder", lambda: tmp_path)


def stale(ref: str, **columns: object) -> None:
    """The notice as older checks would have left it, already indexed."""
    Notice.objects.filter(ref=ref).update(**columns)


def unmark() -> None:
    Stamp.objects.update(pending=False)


def marked() -> set[str]:
    ids = Stamp.objects.filter(pending=True).values_list("notice_id", flat=True)
    return set(Notice.objects.filter(pk__in=ids).values_list("ref", flat=True))


def test_flags_follow_the_checks_and_only_what_changed_is_marked() -> None:
    load_rows("merimee", *({"REF": f"PA{n}", "DPT": ["21"], "INSEE": ["13001"]} for n in range(9)))
    right = Notice.objects.get(ref="PA3").flags
    stale("PA3", flags="OLD_FLAG")
    stale("PA5", flags=f"{right} OLD_FLAG", updated_on="1900-01-01")
    unmark()
    sequences = dict(Stamp.objects.values_list("notice_id", "sequence"))
    told = rechecking.recheck()
    assert (told.notices, told.changed) == (9, 2)
    assert told.cleared == {"OLD_FLAG": 2}
    assert told.raised == dict.fromkeys(right.split(), 1)
    assert set(Notice.objects.values_list("flags", flat=True)) == {right}
    assert marked() == {"PA3", "PA5"}
    for notice in Notice.objects.filter(ref__in=marked()):
        assert Stamp.objects.get(notice_id=notice.pk).sequence > max(sequences.values())
        assert notice.version == 1
    assert Revision.objects.count() == 9, "values did not change: no revision"
    unmark()
    assert rechecking.recheck().changed == 0
    assert marked() == set()


def test_what_linked_notices_show_marks_them_too() -> None:
    museum = {"REF": "M9901", "POP_COORDONNEES.lat": "45.5", "POP_COORDONNEES.lon": "4.5"}
    load_rows("museo", museum)
    load_rows("joconde", *({"REF": f"{n:011d}", "MUSEO": "M9901"} for n in range(3)))
    load_rows("merimee", {"REF": "PA1"}, {"REF": "PA2"})
    load_rows("memoire", {"REF": "AP1", "LBASE": ["PA1"], "IMG": "a.jpg"})
    unmark()
    stale("M9901", latitude=None, longitude=None)
    stale("AP1", has_image=False)
    rechecking.recheck()
    assert marked() == {"M9901", "AP1", "PA1", *(f"{n:011d}" for n in range(3))}
    assert Notice.objects.get(ref="M9901").latitude == 45.5


def test_a_stopped_recheck_goes_on_and_new_checks_begin_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load_rows("merimee", *({"REF": f"PA{n}"} for n in range(8)))
    monkeypatch.setattr(rechecking, "SLICE", 2)

    def stop(done: int, total: int) -> None:
        seen.append(done)
        if len(seen) == 2:
            raise KeyboardInterrupt

    for checks, left in (("these", 4), ("others", 8)):
        seen: list[int] = []
        monkeypatch.setattr(rechecking, "_checks", lambda: "these")
        with pytest.raises(KeyboardInterrupt):
            rechecking.recheck(stop)
        monkeypatch.setattr(rechecking, "_checks", lambda checks=checks: checks)
        told = rechecking.recheck()
        assert (told.notices, bool(told.resumed_after)) == (left, left == 4)
    assert rechecking.recheck().notices == 8


def test_a_notice_changed_meanwhile_keeps_what_that_change_found() -> None:
    load_rows("merimee", {"REF": "PA1"})
    stale("PA1", flags="OLD_FLAG")
    rows = store.fetch(rechecking._READ, [0, 10])
    load_rows("merimee", {"REF": "PA1", "DPT": ["21"], "INSEE": ["13001"]})
    flags = Notice.objects.get().flags
    told = rechecking.Rechecked()
    rechecking._Rechecker(told).look_at(rows)
    assert told.changed == 0
    assert Notice.objects.get().flags == flags
