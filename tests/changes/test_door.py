"""A batch planned, then applied: what it creates, changes, leaves, refuses."""

import pytest

from pop.changes import applying, expurging, planning, undoing
from pop.changes.models import Batch, Kind, Planned
from pop.changes.rows import Row
from pop.notices import reading, store
from pop.notices.models import Notice, Revision, Stamp
from tests.loading import MINISTRY, OPERATOR, load_rows

pytestmark = pytest.mark.django_db

CHAPEL = {"REF": "PA00990001", "TICO": "Chapelle Saint-Aubran", "DPT": ["00"]}


def test_a_new_notice_is_created_with_its_first_revision_and_its_mark() -> None:
    report = load_rows("merimee", CHAPEL)
    assert (report.created, report.updated, report.refused) == (1, 0, [])
    notice = reading.get("merimee", "pa00990001")
    assert notice is not None
    assert notice.values["TICO"] == "Chapelle Saint-Aubran"
    assert notice.producer == "Monuments Historiques"
    revision = Revision.objects.get(notice_id=notice.pk)
    assert (revision.version, revision.changes, revision.act.author) == (1, None, "test")
    assert Stamp.objects.get(notice_id=notice.pk).pending


def test_the_same_notice_again_changes_nothing() -> None:
    load_rows("merimee", CHAPEL)
    before = Notice.objects.values().get()
    report = load_rows("merimee", CHAPEL)
    assert (report.created, report.updated, report.unchanged) == (0, 0, 1)
    assert Notice.objects.values().get() == before
    assert not Planned.objects.filter(batch=Batch.objects.latest("pk")).exists()


def test_an_absent_field_is_untouched_and_an_empty_one_is_cleared() -> None:
    load_rows("merimee", {**CHAPEL, "HIST": "Bâtie en 1642.", "DESC": "Une nef."})
    load_rows("merimee", {"REF": "PA00990001", "DESC": "", "TICO": "Chapelle"})
    notice = reading.get("merimee", "PA00990001")
    assert notice is not None
    assert notice.values["HIST"] == "Bâtie en 1642."
    assert "DESC" not in notice.values
    changes = Revision.objects.get(notice_id=notice.pk, version=2).changes
    assert changes is not None
    assert changes["DESC"] == ["Une nef.", None]
    assert changes["TICO"] == ["Chapelle Saint-Aubran", "Chapelle"]


def test_sequences_only_go_up() -> None:
    load_rows("merimee", CHAPEL, {"REF": "PA00990002"})
    load_rows("merimee", {**CHAPEL, "TICO": "Chapelle"})
    ids = dict(Notice.objects.values_list("ref", "id"))
    stamps = dict(Stamp.objects.values_list("notice_id", "sequence"))
    assert stamps[ids["PA00990001"]] > stamps[ids["PA00990002"]] > 0


@pytest.mark.parametrize(
    ("ref", "said"),
    [("", "La référence manque"), ("PA/0099", "n’a pas la forme attendue")],
)
def test_a_missing_or_malformed_reference_is_refused_and_the_rest_goes_on(
    ref: str, said: str
) -> None:
    report = load_rows("merimee", {"REF": ref}, CHAPEL)
    assert report.created == 1
    [(line, refused, message)] = report.refused
    assert (line, refused) == (2, ref)
    assert said in message


def test_a_reference_twice_in_a_file_is_refused_the_second_time() -> None:
    report = load_rows("merimee", CHAPEL, {**CHAPEL, "TICO": "Autre"})
    assert report.created == 1
    assert "déjà plus haut" in report.refused[0][2]
    assert Notice.objects.get().values["TICO"] == "Chapelle Saint-Aubran"


def test_what_is_doubtful_is_kept_and_flagged() -> None:
    report = load_rows("merimee", {**CHAPEL, "DPT": ["21"], "INSEE": ["13001"], "COPY": []})
    notice = Notice.objects.get()
    assert notice.values["INSEE"] == ["13001"]
    assert "INSEE_DPT_MATCH_FAIL" in notice.flags.split()
    assert report.warnings["INSEE_DPT_MATCH_FAIL"].examples[0][0] == "PA00990001"


def test_a_plan_writes_no_notice_until_it_is_applied() -> None:
    batch = planning.open_batch(MINISTRY)
    planning.plan(batch, MINISTRY, [Row(2, "merimee", "PA00990001", {"TICO": "Chapelle"})])
    assert not Notice.objects.exists()
    assert batch.rows.count() == 1
    applying.apply(batch)
    assert Notice.objects.count() == 1


def test_a_notice_changed_since_the_plan_is_not_overwritten_unseen() -> None:
    load_rows("merimee", CHAPEL)
    late = planning.open_batch(MINISTRY)
    planning.plan(
        late, MINISTRY, [Row(2, "merimee", "PA00990001", {"TICO": "Titre du premier plan"})]
    )
    load_rows("merimee", {**CHAPEL, "TICO": "Titre arrivé entre-temps"})
    applying.apply(late)
    assert Notice.objects.get().values["TICO"] == "Titre arrivé entre-temps"
    late.refresh_from_db()
    assert late.conflicts == 1
    note = late.rows.get().note
    assert "Titre courant (TICO)" in note
    assert "devenu « Titre arrivé entre-temps »" in note
    assert "proposé « Titre du premier plan »" in note


def test_changes_of_different_fields_go_together() -> None:
    load_rows("merimee", CHAPEL)
    late = planning.open_batch(MINISTRY)
    planning.plan(late, MINISTRY, [Row(2, "merimee", "PA00990001", {"HIST": "Bâtie en 1642."})])
    load_rows("merimee", {**CHAPEL, "TICO": "Oratoire"})
    applying.apply(late)
    values = Notice.objects.get().values
    assert (values["TICO"], values["HIST"]) == ("Oratoire", "Bâtie en 1642.")
    assert not late.rows.filter(kind=Kind.CONFLICT).exists()


def test_memory_of_a_plan_is_cut_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "SLICE", 7)
    monkeypatch.setattr(applying, "FIRST_SLICE", 3)
    rows = ({"REF": f"PA{number:08d}", "TICO": f"Ferme {number}"} for number in range(20))
    assert load_rows("merimee", *rows).created == 20
    assert Notice.objects.count() == 20


def test_a_row_that_made_the_notice_what_it_is_is_not_merged_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = [{**CHAPEL, "REF": f"PA{n:08d}", "TICO": f"Chapelle {n}"} for n in range(12)]
    load_rows("merimee", *many)
    read: list[str] = []
    stored = store.stored

    def spy(base: str, refs: list[str]) -> dict[str, store.Stored]:
        read.extend(refs)
        return stored(base, refs)

    monkeypatch.setattr(store, "stored", spy)
    monkeypatch.setattr(planning, "SLICE", 6)
    report = load_rows("merimee", *many)
    assert (report.unchanged, report.warned) == (12, 12)
    assert {len(group.examples) for group in report.warnings.values()} == {5}
    assert {group.count for group in report.warnings.values()} == {12}
    assert len(read) == 6, "only those wanted as examples"
    many[9]["TICO"] = "Oratoire"
    assert load_rows("merimee", *many).updated == 1


def test_the_same_row_is_taken_in_again_once_its_notice_has_changed_otherwise() -> None:
    other = {**CHAPEL, "TICO": "Oratoire"}
    for change in (
        lambda: load_rows("merimee", other),
        lambda: applying.apply(undoing.plan_undo(Batch.objects.latest("pk"), OPERATOR)[0]),
        lambda: expurging.expurge(OPERATOR, "merimee", "PA00990001", "TICO", "demande"),
    ):
        load_rows("merimee", {**CHAPEL, "TICO": "Prieuré"})
        load_rows("merimee", CHAPEL)
        change()
        assert Notice.objects.get().values.get("TICO") != "Chapelle Saint-Aubran"
        # A plan that wants no example: nothing but the row itself makes it look closer.
        batch = planning.open_batch(MINISTRY)
        planner = planning._Planner(batch, MINISTRY)
        planner.report._illustrated.update(Notice.objects.get().flags.split())
        planner.plan(
            [Row(2, "merimee", "PA00990001", {k: v for k, v in CHAPEL.items() if k != "REF"})]
        )
        assert planner.report.updated == 1


def test_a_row_joined_with_a_later_change_is_no_proof_of_what_the_notice_is() -> None:
    load_rows("merimee", CHAPEL)
    row = Row(2, "merimee", "PA00990001", {"TICO": "Chapelle Saint-Aubran", "HIST": "1642."})
    late = planning.open_batch(MINISTRY)
    planning.plan(late, MINISTRY, [row])
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Oratoire"})
    applying.apply(late)
    notice = Notice.objects.get()
    assert (notice.values["TICO"], notice.values["HIST"]) == ("Oratoire", "1642.")
    assert notice.digest is None
