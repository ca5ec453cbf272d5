"""Marks drained into the index, and the whole index built again.

One indexer at a time, across processes: the others wait for it.
"""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Max

from config.paths import data_folder
from pop.changes.gate import writing
from pop.notices.derived import derive
from pop.notices.generated import whole
from pop.notices.models import Notice, Stamp
from pop.search import document, generations
from pop.search.engine import Writer

SLICE = 2000
# Documents between two commits: few enough to lose little, many enough to stay fast.
COMMIT_EVERY = 100_000

Progress = Callable[[int, int], None]


def drain(progress: Progress = lambda done, total: None) -> int:
    """Index every marked notice; gives back how many. Ends when all of it is searchable.

    When the model has changed since the index was built, everything is built again.
    """
    with _alone():
        if not generations.is_current():
            return _rebuild(progress)
        pending = Stamp.objects.filter(pending=True)
        total = pending.count()
        # Marks made from here on are for the next drain: no notice comes twice in this one.
        until = pending.aggregate(last=Max("sequence"))["last"]
        if until is None:
            return 0
        engine = generations.open_living()
        assert engine is not None
        replaces = engine.size() > 0
        writer = engine.writer()
        done = last = 0
        waiting: list[tuple[int, int]] = []
        try:
            while marks := _next_marks(last, until):
                _put(writer, [key for key, _ in marks], replaces)
                waiting += marks
                last = marks[-1][1]
                done += len(marks)
                progress(done, total)
                if len(waiting) >= COMMIT_EVERY:
                    writer.commit()
                    _clear(waiting)
                    waiting = []
            writer.commit()
            _clear(waiting)
        finally:
            writer.close()
        return done


def rebuild(progress: Progress = lambda done, total: None) -> int:
    """Build a new generation from the store, then make it the living one."""
    with _alone():
        return _rebuild(progress)


def lag() -> int:
    """How many notices wait to be indexed."""
    return Stamp.objects.filter(pending=True).count()


def _rebuild(progress: Progress) -> int:
    total = Notice.objects.count()
    name = generations.create()
    writer = generations.open_new(name).writer()
    done = 0
    try:
        # Marks made while we read stay: the next drain sees to them.
        marks = list(Stamp.objects.filter(pending=True).values_list("notice_id", "sequence"))
        last = 0
        while keys := list(
            Notice.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:SLICE]
        ):
            _put(writer, keys, replaces=False)
            last = keys[-1]
            done += len(keys)
            progress(done, total)
            if done % COMMIT_EVERY < SLICE:
                writer.commit()
        writer.commit()
    finally:
        writer.close()
    generations.make_living(name)
    _clear(marks)
    return done


def _next_marks(after: int, until: int) -> list[tuple[int, int]]:
    marks = Stamp.objects.filter(pending=True, sequence__gt=after, sequence__lte=until)
    return list(marks.order_by("sequence").values_list("notice_id", "sequence")[:SLICE])


def _put(writer: Writer, ids: list[int], replaces: bool) -> None:
    notices = list(Notice.objects.filter(pk__in=ids))
    given = derive(notices)
    for notice in notices:
        values = whole(notice, given[notice.pk])
        writer.put(notice.pk, document.build(notice.base, notice.ref, values), replaces)
    if replaces:
        there = {notice.pk for notice in notices}
        for id_ in ids:
            if id_ not in there:
                writer.remove(id_)


def _clear(marks: list[tuple[int, int]]) -> None:
    """The index shows these; a notice marked again since keeps its newer mark."""
    for start in range(0, len(marks), SLICE):
        part = marks[start : start + SLICE]
        with writing(), transaction.atomic():
            Stamp.objects.filter(
                notice_id__in=[id_ for id_, _ in part], sequence__lte=max(s for _, s in part)
            ).update(pending=False)


@contextmanager
def _alone() -> Iterator[None]:
    path = data_folder() / "index.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
