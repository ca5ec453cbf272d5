"""Marks drained into the living index, faults mended, changes followed.

One writes into it at a time, across processes: the others wait. A process that is killed leaves
marks, never a gap.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from django.db import connections

from config.priority import give_way
from pop.search.answers import counting, landing
from pop.search.engine import generations
from pop.search.engine.index import Engine
from pop.search.upkeep import comparing, documents, marks, portions
from pop.search.upkeep.alone import alone
from pop.search.upkeep.rebuilding import Progress, Rebuilt, nothing, rebuild_if_needed
from pop.search.upkeep.storing import Storing

# Seconds between two counts of what everybody asks first, while changes keep coming.
COUNT_EVERY = 45.0

Done = TypeVar("Done")


def drain(progress: Progress = nothing) -> int:
    """Index every marked notice; gives back how many. Ends when all of it is searchable.

    When the model has changed since the index was built, everything is built again, unless another
    process is at it. What everybody asks first is counted too, when it is of another time.
    """
    done = _drain(progress)
    if not generations.is_current():
        # One that can be read is kept up to date by whoever is building the next.
        readable = generations.open_living() is not None
        rebuilt = rebuild_if_needed(progress, wait=not readable)
        if rebuilt:
            return rebuilt.notices
        if not readable:
            done = _drain(progress)
    engine = generations.open_living() if done else None
    if engine and _is_stale(engine):
        counting.count_ahead(engine.snapshot())
    return done


def _drain(progress: Progress) -> int:
    """Index every marked notice into the living index; none when there is none to read."""
    with alone("index"):
        # Marks made from here on are for the next drain: no notice comes twice in this one.
        stamps = marks.pending(marks.now())
        total = stamps.count()
        engine = generations.open_living() if total else None
        if engine is None:
            return 0
        done = 0
        waiting: marks.Marks = []
        replaces = engine.size() > 0
        with Storing(engine, replaces) as work, documents.Making(total) as making:
            for some, given in making.of(marks.slices(stamps), marks.keys):
                work.put(marks.keys(some), given)
                waiting += some
                done += len(some)
                progress(done, total)
                if len(waiting) >= portions.COMMIT_EVERY:
                    work.commit()
                    marks.clear(waiting)
                    waiting = []
            work.commit()
            marks.clear(waiting)
        return done


def check(mend: bool = True) -> comparing.Faults:
    """What the index does not show as the store has it; mended unless told otherwise.

    What waits to be indexed is no fault.
    """
    if not generations.is_current():
        rebuild_if_needed()
    with alone("index"):
        engine = generations.open_living()
        assert engine is not None
        faults = comparing.check(engine.snapshot())
        if mend and faults.total:
            # What is written again is of a former time.
            engine.tell_whole(None)
            with Storing(engine, replaces=True) as work:
                wrong = [*faults.missing, *faults.stale, *faults.extra]
                for start in range(0, len(wrong), marks.SLICE):
                    some = wrong[start : start + marks.SLICE]
                    work.put(some, documents.make(some))
                work.commit()
            counting.count_ahead(engine.snapshot())
        return faults


class _Stopped(Exception):
    """A rebuild was told to stop; what it has written down is gone on with."""


def watch(stop: Callable[[], bool], every: float = 0.5) -> None:
    """Keep the index up to date until told to stop: a change is searchable within two seconds.

    What everybody asks first is counted beside, and an index of another model is built beside:
    changes do not wait for them. Raises what a rebuild raises.
    """
    counted = threading.Thread()
    built: Future[Rebuilt | None] | None = None

    def go_on(done: int, total: int) -> None:
        if stop():
            raise _Stopped

    # The builder is a thread that lets every other one go first.
    with ThreadPoolExecutor(1, initializer=give_way) as builder:
        while not stop():
            begun = time.monotonic()
            _drain(nothing)
            if built and built.done():
                built.result()
                built = None
            if built is None and not generations.is_current():
                built = builder.submit(_apart, rebuild_if_needed, go_on)
            engine = generations.open_living()
            if engine and not counted.is_alive() and _is_stale(engine):
                work = (counting.count_ahead, engine.snapshot())
                counted = threading.Thread(target=_apart, args=work)
                counted.start()
            time.sleep(max(0.05, every - (time.monotonic() - begun)))
    if counted.ident:
        counted.join()


def _apart(work: Callable[..., Done], *given: object) -> Done:
    """Work of another thread, which has its own connection to the store."""
    try:
        return work(*given)
    finally:
        connections.close_all()


def _is_stale(engine: Engine) -> bool:
    """Whether what was counted ahead is of another state of the index, and old enough."""
    before = landing.read(engine.folder)
    if before is None:
        return True
    return before.state != engine.snapshot().state and landing.age(before) > COUNT_EVERY
