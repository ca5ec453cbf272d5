"""The door under load: one-notice batches, preview, undo, and what others feel meanwhile."""

import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from django.db import connections

from bench.plausible import write_merimee

CROWD = 100_000


def measure(folder: Path) -> Iterator[str]:
    """Lines of figures, on the database of this process (POP_DATA, POP_DATABASE)."""
    from pop.operations.manners import give_way, handle_many
    from pop.operations.preparing import prepare

    prepare()
    handle_many()
    from pop.accounts.permissions import Actor, Deed, Kind, Role
    from pop.changes import applying, at_once, planning, preview, undoing
    from pop.changes.models import Batch
    from pop.changes.planning import Origin
    from pop.changes.rows import Row
    from pop.imports.sources import open_source
    from pop.notices import reading

    ministry = Origin(Actor(Kind.MINISTRY, "bench"), Deed.MINISTRY_COPY, "bench")
    operator = Actor(Kind.OPERATOR, "bench", roles=frozenset({Role.ADMINISTRATOR}))

    def one_notice(number: int) -> None:
        row = Row(1, "merimee", f"IA{number:08d}", {"TICO": f"Ferme {time.time()}"})
        at_once.change(ministry, [row])

    def read() -> None:
        reading.get("merimee", f"PA{random.randrange(CROWD):08d}")

    first, second = folder / "first.csv", folder / "second.csv"
    write_merimee(first, CROWD, seed=1)
    write_merimee(second, CROWD, seed=2)

    def load(path: Path) -> Batch:
        [source] = open_source(path)
        batch = planning.open_batch(ministry)
        start = time.perf_counter()
        planning.plan(batch, ministry, source.rows())
        planned.append(time.perf_counter() - start)
        start = time.perf_counter()
        lines = preview.page(batch)
        assert lines
        shown.append(time.perf_counter() - start)
        start = time.perf_counter()
        applying.apply(batch)
        applied.append(time.perf_counter() - start)
        return batch

    def load_aside() -> None:
        give_way()
        load(second)

    planned: list[float] = []
    shown: list[float] = []
    applied: list[float] = []
    load(first)
    yield f"  first page of a preview of {CROWD:,} rows  {shown[0] * 1000:8.1f} ms"
    alone = sorted(_times(lambda: one_notice(random.randrange(10**6)), 200))
    yield f"  one-notice batch, alone, median {statistics.median(alone) * 1000:6.1f} ms"
    reads_alone = sorted(_times(read, 3000, pause=0.001))
    child = _fork(load_aside)
    waits: list[float] = []
    reads: list[float] = []
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        waits += _times(lambda: one_notice(random.randrange(10**6)), 1)
        reads += _times(read, 40, pause=0.001)
    waits.sort()
    reads.sort()
    yield (
        f"  one-notice batch while {CROWD:,} are planned and applied: median "
        f"{statistics.median(waits) * 1000:.1f} ms, p95 {_p95(waits) * 1000:.1f} ms, "
        f"longest {waits[-1] * 1000:.0f} ms ({len(waits)} batches)"
    )
    yield (
        f"  reading a notice, p95: alone {_p95(reads_alone) * 1000:.2f} ms, "
        f"meanwhile {_p95(reads) * 1000:.2f} ms"
    )
    write_merimee(first, CROWD, seed=3)
    batch = load(first)
    batch.refresh_from_db()
    yield (
        f"  {batch.updated:,} notices modified: {planned[-1]:.1f} s of planning, "
        f"{applied[-1]:.1f} s of applying"
    )
    start = time.perf_counter()
    undo, _ = undoing.plan_undo(batch, operator)
    thought = time.perf_counter() - start
    start = time.perf_counter()
    applying.apply(undo)
    yield f"  undone: {thought:.1f} s of planning, {time.perf_counter() - start:.1f} s of applying"


def _times(work: Callable[[], None], count: int, pause: float = 0.0) -> list[float]:
    taken = []
    for _ in range(count):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
        time.sleep(pause)
    return taken


def _p95(ordered: list[float]) -> float:
    return ordered[int(len(ordered) * 0.95)]


def _fork(work: Callable[[], object]) -> int:
    connections.close_all()
    pid = os.fork()
    if pid == 0:
        try:
            work()
        finally:
            os._exit(0)
    return pid
