"""The whole index built again beside the living one, which goes on following the store.

Only one is built at a time, across processes. What changes meanwhile is written into both: into the
living index at once, into the new one when all of it is read, until it has caught up.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pop.notices.models import Notice
from pop.search.answers import counting
from pop.search.engine import generations
from pop.search.engine.index import Engine
from pop.search.upkeep import comparing, documents, marks, portions
from pop.search.upkeep.alone import alone
from pop.search.upkeep.storing import Storing

# Changes few enough for the living index to wait while they are written into the new one.
FEW = 500
# At most so many turns after changes that keep coming: then the living index waits.
TURNS = 5

Progress = Callable[[int, int], None]


def nothing(done: int, total: int) -> None:
    """No progress is shown."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A new index: how many notices, and what it counts otherwise than the one it replaces."""

    notices: int
    changed: list[comparing.Difference]


def rebuild(progress: Progress = nothing) -> Rebuilt:
    """Build a new generation from the store, then make it the living one.

    Raises comparing.NotTheStore, and the living index stays, when their counts disagree.
    """
    with alone("rebuild"):
        return _rebuild(progress)


def rebuild_if_needed(progress: Progress = nothing, wait: bool = True) -> Rebuilt | None:
    """The same, when the living one is not of the model as it is now; else None.

    wait: for another process that is building it, which may leave nothing to do; otherwise None.
    """
    with alone("rebuild", wait) as held:
        return _rebuild(progress) if held and not generations.is_current() else None


def _rebuild(progress: Progress) -> Rebuilt:
    """Build all of it, or what is missing of a build that was stopped: millions take hours."""
    name, until = generations.begin(marks.now())
    engine = generations.open_new(name)
    _write_all(engine, progress)
    # Before what changed is written: this segment holds nothing else.
    engine.tell_whole(until)
    done = _follow(engine, until)
    for _ in range(TURNS):
        if marks.changed(done, marks.now()).count() <= FEW:
            break
        done = _follow(engine, done)
    try:
        comparing.check_bases(engine.snapshot(), marks.changed(done, marks.now()).count())
    except comparing.NotTheStore:
        generations.drop(name)
        raise
    counting.count_ahead(engine.snapshot())
    living = generations.open_living()
    changed = comparing.differences(living.snapshot(), engine.snapshot()) if living else []
    with alone("index"):
        done = _follow(engine, done)
        generations.make_living(name)
    for some in marks.slices(marks.pending(done)):
        marks.clear(some)
    return Rebuilt(engine.size(), changed)


def _write_all(engine: Engine, progress: Progress) -> None:
    """Every notice past those that are there, in the order of the store."""
    total = Notice.objects.count()
    begun = engine.snapshot()
    done = begun.size
    ends = portions.ends(total, done, engine.segment_sizes())
    with Storing(engine, replaces=False) as work, documents.Making(total - done) as making:
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


def _keys(after: int) -> Iterator[list[int]]:
    """The keys of every notice past that one, in their order."""
    last = after
    every = Notice.objects.order_by("pk").values_list("pk", flat=True)
    while keys := list(every.filter(pk__gt=last)[: marks.SLICE]):
        yield keys
        last = keys[-1]


def _follow(engine: Engine, after: int) -> int:
    """Write what changed past that place in time, or was taken away; gives back the new place."""
    until = marks.now()
    stamps = marks.changed(after, until)
    total = stamps.count()
    if total:
        with Storing(engine, replaces=True) as work, documents.Making(total) as making:
            for some, given in making.of(marks.slices(stamps), marks.keys):
                work.put(marks.keys(some), given)
            work.commit()
    return until
