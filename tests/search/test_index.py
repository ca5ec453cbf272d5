"""The index follows the store, is held against it, mended, built again beside the living one."""

import random
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from pop.changes import applying, undoing
from pop.changes.models import Batch
from pop.notices.models import Notice, Stamp
from pop.search.answers import counting, landing
from pop.search.answers.searching import facets, search
from pop.search.asking.query import Query
from pop.search.engine import generations
from pop.search.engine.index import Snapshot
from pop.search.upkeep import comparing, documents, indexer, marks, portions, rebuilding
from pop.search.upkeep.storing import Storing
from tests.loading import OPERATOR, load_rows
from tests.programs import platform

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_index(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_DATA", str(tmp_path_factory.mktemp("data")))


def farms(count: int, start: int = 0) -> list[dict[str, object]]:
    return [
        {"REF": f"PA0077{n:04d}", "TICO": f"Ferme {n}", "DPT": ["29"], "SCLE": ["18e siècle"]}
        for n in range(start, start + count)
    ]


def total(text: str) -> int:
    return search(Query(text=text)).total


def test_a_sound_index_has_no_fault() -> None:
    load_rows("merimee", *farms(30), index=True)
    assert indexer.check().total == 0


def test_what_waits_to_be_indexed_is_no_fault() -> None:
    load_rows("merimee", *farms(30), index=True)
    load_rows("merimee", *farms(5, start=28))
    assert indexer.check().total == 0
    assert marks.lag() == 3


def test_a_notice_that_the_index_lost_is_found_missing_and_put_back() -> None:
    load_rows("merimee", *farms(30), index=True)
    lost = Notice.objects.get(ref="PA00770007").pk
    engine = generations.open_living()
    assert engine is not None
    writer = engine.writer()
    writer.remove(lost)
    writer.commit()
    writer.close()
    assert search(Query(text="PA00770007")).total == 0
    assert indexer.check(mend=False).missing == [lost]
    assert indexer.check().missing == [lost]
    assert indexer.check().total == 0
    assert [n.ref for n in search(Query(text="PA00770007")).notices] == ["PA00770007"]


def test_a_mark_lost_before_indexing_shows_as_a_stale_notice_and_is_mended() -> None:
    load_rows("merimee", *farms(10), index=True)
    load_rows("merimee", {"REF": "PA00770003", "TICO": "Oratoire"})
    Stamp.objects.update(pending=False)
    assert total("oratoire") == 0
    assert indexer.check().stale == [Notice.objects.get(ref="PA00770003").pk]
    assert total("oratoire") == 1


def test_a_notice_that_is_no_more_is_found_and_forgotten() -> None:
    load_rows("merimee", *farms(10), index=True)
    gone = Notice.objects.get(ref="PA00770004")
    key = gone.pk
    Notice.objects.filter(pk=key).delete()
    assert indexer.check().extra == [key]
    assert indexer.check().total == 0


def test_an_undone_creation_waits_as_a_mark_not_as_a_fault() -> None:
    load_rows("merimee", *farms(10), index=True)
    undo, _ = undoing.plan_undo(Batch.objects.latest("pk"), OPERATOR)
    applying.apply(undo)
    assert indexer.check().total == 0
    indexer.drain()
    assert total("ferme") == 0


def test_a_rebuild_says_what_it_counts_otherwise() -> None:
    load_rows("merimee", *farms(10), index=True)
    assert rebuilding.rebuild().changed == []
    load_rows("merimee", {"REF": "PA00770003", "SCLE": ["12e siècle"]})
    changed = {(d.facet, d.value): (d.before, d.after) for d in rebuilding.rebuild().changed}
    assert changed["siecle", "18e siecle"] == (10, 9)
    assert changed["siecle", "12e siecle"] == (0, 1)


def test_a_new_index_that_lacks_notices_is_not_put_in_service(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load_rows("merimee", *farms(10), index=True)
    before = generations.living()
    make = documents.make
    monkeypatch.setattr(documents, "make", lambda ids: make(ids[1:]))
    with pytest.raises(comparing.NotTheStore, match="merimee"):
        rebuilding.rebuild()
    assert generations.living() == before
    assert total("ferme") == 10


def test_a_rebuild_that_was_stopped_goes_on_from_where_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load_rows("merimee", *farms(30), index=True)
    before = generations.living()
    monkeypatch.setattr(marks, "SLICE", 5)
    monkeypatch.setattr(portions, "COMMIT_EVERY", 10)

    def stopped(done: int, of: int) -> None:
        if done > 15:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuilding.rebuild(stopped)
    assert generations.living() == before
    # Meanwhile a notice comes, one changes, one goes, among those that were read already.
    load_rows("merimee", *farms(1, start=40), {"REF": "PA00770002", "TICO": "Oratoire"})
    gone = Notice.objects.get(ref="PA00770003")
    # As every change does, a deletion advances the sequence.
    last = Stamp.objects.order_by("-sequence").values_list("sequence", flat=True)[0]
    Stamp.objects.filter(pk=gone.pk).update(pending=True, sequence=last + 1)
    gone.delete()
    made: list[int] = []
    make = documents.make

    def making(ids: list[int]) -> documents.Made:
        made.extend(ids)
        return make(ids)

    monkeypatch.setattr(documents, "make", making)
    rebuilt = rebuilding.rebuild()
    assert len(made) == 16 + 3, "fifteen were written down before it was stopped, three changed"
    assert rebuilt.notices == Notice.objects.count() == 30
    assert generations.living() != before
    indexer.drain()
    assert (total("ferme"), total("oratoire")) == (29, 1)
    assert indexer.check().total == 0
    # Finished, it is not gone on with: the next one begins anew.
    made.clear()
    rebuilding.rebuild()
    assert len(made) == 30


def test_a_whole_index_written_in_equal_parts_ends_as_one_segment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(marks, "SLICE", 1)
    monkeypatch.setattr(portions, "COMMIT_EVERY", 4)
    load_rows("merimee", *farms(24))
    commits = []
    commit = Storing.commit

    def counted(work: Any) -> None:
        commits.append(work)
        commit(work)

    monkeypatch.setattr(Storing, "commit", counted)
    rebuilding.rebuild()
    found = generations.snapshot()
    assert found is not None
    assert len(commits) > 8
    assert (found.size, found.segments) == (24, 1)


def test_what_was_drained_between_a_stop_and_its_sequel_is_not_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load_rows("merimee", *farms(30), index=True)
    load_rows("merimee", *farms(1, start=40), index=True)
    creation = Batch.objects.latest("pk")
    monkeypatch.setattr(marks, "SLICE", 35)
    commit = Storing.commit

    def stopped(work: Storing) -> None:
        commit(work)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Storing, "commit", stopped)
        with pytest.raises(KeyboardInterrupt):
            rebuilding.rebuild()
    load_rows("merimee", {"REF": "PA00770002", "TICO": "Oratoire"}, index=True)
    undo, _ = undoing.plan_undo(creation, OPERATOR)
    applying.apply(undo)
    indexer.drain()
    assert marks.lag() == 0
    rebuilding.rebuild()
    indexer.drain()
    assert (total("ferme"), total("oratoire")) == (29, 1)
    assert indexer.check().total == 0


def test_what_changes_while_the_index_is_built_again_is_found_at_once_and_after(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load_rows("merimee", *farms(30), index=True)
    load_rows("merimee", *farms(1, start=40), index=True)
    creation = Batch.objects.latest("pk")
    monkeypatch.setattr(marks, "SLICE", 5)
    seen = []

    def meanwhile(done: int, of: int) -> None:
        if done == 15:
            # One that was read already, one that was not, one that goes.
            new = ({"REF": f"PA0077{n:04d}", "TICO": "Oratoire"} for n in (2, 25))
            load_rows("merimee", *new, index=True)
            undo, _ = undoing.plan_undo(creation, OPERATOR)
            applying.apply(undo)
            indexer.drain()
            seen.append((total("ferme"), total("oratoire"), marks.lag()))

    before = generations.living()
    rebuilding.rebuild(meanwhile)
    assert generations.living() != before
    assert seen == [(28, 2, 0)]
    assert (total("ferme"), total("oratoire"), marks.lag()) == (28, 2, 0)
    assert indexer.check(mend=False).total == 0


def test_what_changes_at_the_last_moment_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    load_rows("merimee", *farms(10), index=True)
    count_ahead = counting.count_ahead

    def counting_long(snapshot: Snapshot) -> None:
        count_ahead(snapshot)
        if snapshot.folder.name != generations.living():
            load_rows("merimee", {"REF": "PA00770002", "TICO": "Oratoire"}, index=True)

    monkeypatch.setattr(counting, "count_ahead", counting_long)
    rebuilding.rebuild()
    assert total("oratoire") == 1
    assert indexer.check(mend=False).total == 0


def test_a_stopped_rebuild_of_another_model_is_not_gone_on_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load_rows("merimee", *farms(10), index=True)
    name, _ = generations.begin(0)
    assert generations.begin(0)[0] == name
    monkeypatch.setattr(generations, "fingerprint", lambda: "another")
    assert generations.begin(0)[0] != name


def test_readers_of_the_former_generation_finish_in_peace() -> None:
    load_rows("merimee", *farms(30), index=True)
    reading = generations.snapshot()
    assert reading is not None
    rebuilding.rebuild()
    assert search(Query(text="ferme"), reading).total == 30


def test_landing_counts_are_ready_dated_and_those_of_the_index() -> None:
    load_rows("merimee", *farms(10), index=True)
    state = generations.snapshot()
    assert state is not None
    ready = landing.counts(Query(), state)
    assert ready is not None
    assert ready.state == state.state
    values = {value.key: value.count for value in ready.facets["siecle"].values}
    assert values == {"18e siecle": 10}


def test_old_landing_counts_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    load_rows("merimee", *farms(10), index=True)
    monkeypatch.setattr(indexer, "COUNT_EVERY", 3600.0)
    load_rows("merimee", *farms(5, start=10), index=True)
    state = generations.snapshot()
    assert state is not None
    assert landing.counts(Query(), state) is not None, "less than a minute old: still shown"
    monkeypatch.setattr(landing, "OLDEST", 0.0)
    assert landing.counts(Query(), state) is None
    assert facets(Query()).facets["base"].values[0].count == 15


def test_an_indexer_killed_at_any_time_leaves_marks_never_a_gap(tmp_path: Path) -> None:
    table = tmp_path / "fermes.csv"
    lines = [f"PA0088{n:04d};ferme {n};18e siècle" for n in range(1500)]
    table.write_text("\n".join(["REF;TICO;SCLE", *lines]), encoding="utf-8")
    draw = random.Random(4)
    with platform(tmp_path / "own") as own:
        assert own.pop("load", table).code == 0
        for turn in range(6):
            work = own.start("index", "--rebuild") if turn % 2 else own.start("load", table)
            time.sleep(draw.uniform(0.3, 2.5))
            work.send_signal(signal.SIGKILL)
            work.communicate()
        assert own.pop("index").code == 0
        answer = own.ask("index", "--check")
        assert (answer["missing"], answer["stale"], answer["extra"]) == (0, 0, 0)
        assert own.ask("search", "ferme")["total"] == 1500


def test_a_watching_indexer_shows_changes_until_it_is_told_to_stop() -> None:
    load_rows("merimee", *farms(3), index=True)
    load_rows("merimee", {"REF": "PA00770001", "TICO": "Oratoire"})
    turns = iter([False, False, True])
    indexer.watch(lambda: next(turns), every=0.0)
    assert total("oratoire") == 1
    assert marks.lag() == 0


def test_the_indexer_of_a_site_builds_an_index_of_another_model_by_itself(
    tmp_path: Path,
) -> None:
    first, second = tmp_path / "fermes.csv", tmp_path / "oratoires.csv"
    lines = [f"PA0088{n:04d};ferme {n};18e siècle" for n in range(300)]
    first.write_text("\n".join(["REF;TICO;SCLE", *lines]), encoding="utf-8")
    second.write_text("REF;TICO;SCLE\nPA00889999;oratoire;18e siècle", encoding="utf-8")
    with platform(tmp_path / "own") as own:
        assert own.pop("load", first).code == 0
        built_from = own.folder / "index" / "1" / "pop.model"
        version, _, _ = built_from.read_text().partition(" ")
        built_from.write_text(f"{version} another")
        with own.serve():
            # No other command is run meanwhile: it would build the index itself.
            until = time.monotonic() + 300
            while not own.ask("status")["index"]["current"]:
                assert time.monotonic() < until, "the index was not built again"
            assert own.ask("status")["index"]["generation"] == "2"
            assert own.pop("load", second).code == 0
            assert own.ask("search", "oratoire")["total"] == 1
        answer = own.ask("index", "--check")
        assert (answer["missing"], answer["stale"], answer["extra"]) == (0, 0, 0)


def test_a_served_site_has_an_indexer_that_ends_with_it(tmp_path: Path) -> None:
    with platform(tmp_path / "own") as own:
        with own.serve() as server:
            children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
            commands = [
                Path(f"/proc/{child}/cmdline").read_text().split("\0")
                for child in children.read_text().split()
            ]
            assert any("--watch" in command for command in commands)
        assert server.process.poll() is not None
