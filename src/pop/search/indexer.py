"""Marks drained into the index, and the whole index built again beside the living one.

One indexer at a time, across processes: the others wait for it. A notice is marked in the
transaction that changes it, and its mark goes only once the index shows the change: a process
killed in between leaves marks, never a gap.
"""

import fcntl
import threading
import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from config.paths import data_folder
from pop.changes.gate import writing
from pop.notices.models import Notice, Stamp, Tombstone
from pop.search import (
    comparing,
    counting,
    documents,
    generations,
    labels,
    landing,
    portions,
    titles,
)
from pop.search.engine import Engine, Snapshot

SLICE = 2000
# Seconds between two counts of what everybody asks first, while changes keep coming.
COUNT_EVERY = 45.0

Progress = Callable[[int, int], None]
Marks = list[tuple[int, int]]


def _nothing(done: int, total: int) -> None:
    """No progress is shown."""


def drain(progress: Progress = _nothing, counts: bool = True) -> int:
    """Index every marked notice; gives back how many. Ends when all of it is searchable.

    When the model has changed since the index was built, everything is built again.
    `counts`: also count what everybody asks first, which may take long.
    """
    with _alone():
        if not generations.is_current():
            return _rebuild(progress).notices
        done = _drain(progress)
    engine = generations.open_living() if done and counts else None
    if engine and _is_stale(engine):
        counting.count_ahead(engine.snapshot())
    return done


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A new index: how many notices, and what it counts otherwise than the one it replaces."""

    notices: int
    changed: list[comparing.Difference]


def rebuild(progress: Progress = _nothing) -> Rebuilt:
    """Build a new generation from the store, then make it the living one.

    Raises comparing.NotTheStore, and the living index stays, when their counts disagree.
    """
    with _alone():
        return _rebuild(progress)


def lag() -> int:
    """How many notices wait to be indexed."""
    return Stamp.objects.filter(pending=True).count()


def _drain(progress: Progress) -> int:
    pending = Stamp.objects.filter(pending=True)
    # Marks made from here on are for the next drain: no notice comes twice in this one.
    until = pending.aggregate(last=Max("sequence"))["last"]
    if until is None:
        return 0
    total = pending.count()
    engine = generations.open_living()
    assert engine is not None
    done = 0
    waiting: Marks = []
    with _Writing(engine, replaces=engine.size() > 0) as work, documents.Making(total) as making:
        for marks, given in making.of(_marks(until), _marked):
            work.put(_marked(marks), given)
            waiting += marks
            done += len(marks)
            progress(done, total)
            if len(waiting) >= portions.COMMIT_EVERY:
                work.commit()
                _clear(waiting)
                waiting = []
        work.commit()
        _clear(waiting)
    return done


def _rebuild(progress: Progress) -> Rebuilt:
    """Build all of it, or what is missing of a build that was stopped: millions take hours."""
    total = Notice.objects.count()
    # Marks made while we read stay: the next drain sees to them.
    last = Stamp.objects.aggregate(last=Max("sequence"))["last"] or 0
    name, until = generations.begin(last)
    engine = generations.open_new(name)
    begun = engine.snapshot()
    if begun.size:
        # What changed since it was stopped may have been drained into the living index alone.
        changed_since = Stamp.objects.filter(sequence__gt=until, notice_id__lte=begun.last_key)
        changed_since.update(pending=True)
    gone = Tombstone.objects.filter(sequence__gt=until, notice_id__lte=begun.last_key)
    done = begun.size
    ends = portions.ends(total, done, engine.segment_sizes())
    with _Writing(engine, replaces=False) as work, documents.Making(total - done) as making:
        work.forget(gone.values_list("notice_id", flat=True))
        for keys, given in making.of(_keys(begun.last_key), list):
            work.put(keys, given)
            done += len(keys)
            progress(done, total)
            if ends and done >= ends[0]:
                work.commit()
                ends = ends[bisect_right(ends, done) :]
        work.commit()
        work.rank()
        work.keep_titles(engine.snapshot())
    try:
        comparing.check_bases(engine.snapshot(), _marked_since(until))
    except comparing.NotTheStore:
        generations.drop(name)
        raise
    engine.tell_whole(until)
    counting.count_ahead(engine.snapshot())
    living = generations.open_living()
    changed = comparing.differences(living.snapshot(), engine.snapshot()) if living else []
    generations.make_living(name)
    _forget_marks(until)
    return Rebuilt(done, changed)


def check(mend: bool = True) -> comparing.Faults:
    """What the index does not show as the store has it; mended unless told otherwise.

    What waits to be indexed is no fault.
    """
    with _alone():
        if not generations.is_current():
            _rebuild(_nothing)
        engine = generations.open_living()
        assert engine is not None
        faults = comparing.check(engine.snapshot())
        if mend and faults.total:
            # What is written again is of a former time.
            engine.tell_whole(None)
            with _Writing(engine, replaces=True) as work:
                wrong = [*faults.missing, *faults.stale, *faults.extra]
                for start in range(0, len(wrong), SLICE):
                    some = wrong[start : start + SLICE]
                    work.put(some, documents.make(some))
                work.commit()
            counting.count_ahead(engine.snapshot())
        return faults


def _marked_since(sequence: int) -> int:
    """How many notices changed after that place in time, those taken away included."""
    return Stamp.objects.filter(pending=True, sequence__gt=sequence).count()


class _Writing:
    """Documents and spellings written together: the spellings first, then what refers to them."""

    def __init__(self, engine: Engine, replaces: bool) -> None:
        self._writer = engine.writer(whole=not replaces)
        self._labels = labels.Writer(engine.folder)
        self._replaces = replaces

    def __enter__(self) -> "_Writing":
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()
        self._labels.close()

    def put(self, ids: list[int], made: documents.Made) -> None:
        """Write the documents of those notices; those that are no more are taken out."""
        self._labels.count(made.spellings)
        for key, document in made.documents:
            self._writer.put(key, document, self._replaces)
        if self._replaces:
            there = {key for key, _ in made.documents}
            for id_ in ids:
                if id_ not in there:
                    self._writer.remove(id_)

    def forget(self, ids: Iterable[int]) -> None:
        """Take out notices that are no more."""
        for id_ in ids:
            self._writer.remove(id_)

    def commit(self) -> None:
        self._labels.commit()
        self._writer.commit()

    def rank(self) -> None:
        """Put facet values in the order of their use."""
        self._labels.rank()

    def keep_titles(self, snapshot: Snapshot) -> None:
        """Work out the titles that common letters begin."""
        self._labels.keep_titles(titles.common(snapshot))


def _next_marks(after: int, until: int) -> Marks:
    marks = Stamp.objects.filter(pending=True, sequence__gt=after, sequence__lte=until)
    return list(marks.order_by("sequence").values_list("notice_id", "sequence")[:SLICE])


def _marks(until: int) -> Iterator[Marks]:
    last = 0
    while marks := _next_marks(last, until):
        yield marks
        last = marks[-1][1]


def _marked(marks: Marks) -> list[int]:
    return [key for key, _ in marks]


def _keys(after: int = 0) -> Iterator[list[int]]:
    """The keys of every notice past that one, in their order."""
    last = after
    while keys := list(
        Notice.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:SLICE]
    ):
        yield keys
        last = keys[-1]


def _clear(marks: Marks) -> None:
    """The index shows these; a notice marked again since keeps its newer mark."""
    for start in range(0, len(marks), SLICE):
        part = marks[start : start + SLICE]
        with writing(), transaction.atomic():
            Stamp.objects.filter(
                notice_id__in=[id_ for id_, _ in part], sequence__lte=max(s for _, s in part)
            ).update(pending=False)


def _forget_marks(until: int) -> None:
    """The new index shows all that was marked before it was begun."""
    for marks in _marks(until):
        _clear(marks)


def watch(stop: Callable[[], bool], every: float = 0.5) -> None:
    """Keep the index up to date until told to stop: a change is searchable within two seconds.

    What everybody asks first is counted beside: changes do not wait for it.
    """
    counted = threading.Thread()
    while not stop():
        begun = time.monotonic()
        drain(counts=False)
        engine = generations.open_living()
        if engine and not counted.is_alive() and _is_stale(engine):
            counted = threading.Thread(target=counting.count_ahead, args=(engine.snapshot(),))
            counted.start()
        time.sleep(max(0.05, every - (time.monotonic() - begun)))
    if counted.ident:
        counted.join()


def _is_stale(engine: Engine) -> bool:
    """Whether what was counted ahead is of another state of the index, and old enough."""
    before = landing.read(engine.folder)
    if before is None:
        return True
    return before.state != engine.snapshot().state and landing.age(before) > COUNT_EVERY


@contextmanager
def _alone() -> Iterator[None]:
    path = data_folder() / "index.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
