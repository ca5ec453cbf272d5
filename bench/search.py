"""Search at any scale: the index built, queries answered, each figure beside its goal.

The goals are those of 4.5 million notices on two cores. The store is filled without the door
(`filling.py`); what is asked is fixed (`queries.tsv`).
"""

import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from django.db import connections

from bench.asking import asked, prefixes
from bench.lexicon import Lexicon
from tests.programs import POP

SEED = 1
# Cold searches: each in a process of its own, caches of files dropped.
COLD = 30
PEOPLE, WORKERS = 8, 2
DROP = "--drop"
DROP_CACHES = Path("/proc/sys/vm/drop_caches")
_FILLED = "crowd.json"


def measure(folder: Path, count: int, rebuild: bool = False, seconds: int = 30) -> Iterator[str]:
    """Lines of figures, on the state of POP_DATA, which must be `folder`."""
    from pop.operations.preparing import prepare

    prepare()
    yield from _fill(folder, count)
    yield from _build(folder, count, rebuild)
    # Before anything is read here: what a process has mapped stays in memory.
    yield from _cold()
    yield from _ask()
    yield from _new()
    yield from _together(seconds)
    yield from _visible()


def _fill(folder: Path, count: int) -> Iterator[str]:
    from bench.filling import fill

    note, made = folder / _FILLED, {"notices": count, "seed": SEED}
    if note.exists():
        if json.loads(note.read_text()) != made:
            raise SystemExit(f"{folder} holds another crowd: {note.read_text()}")
        yield f"  {count:,} notices were there already"
        return
    seconds = fill(count, SEED)
    note.write_text(json.dumps(made))
    yield f"  {count:,} plausible notices stored in {seconds:.0f} s, without the door"


def _build(folder: Path, count: int, rebuild: bool) -> Iterator[str]:
    from pop.search.engine import generations

    if rebuild or not generations.is_current():
        connections.close_all()
        start = time.perf_counter()
        with subprocess.Popen([POP, "index", "--rebuild"], stdout=subprocess.DEVNULL) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit("pop index --rebuild failed")
        wall, cpu = time.perf_counter() - start, used.ru_utime + used.ru_stime
        yield _line("index built, all in", f"{count / cpu:,.0f}/CPU-s", "≥ 2,000/CPU-s")
        yield _line("  wall", f"{wall / 60:.1f} min ({count / wall:,.0f}/s)", "≤ 30 min")
        yield _line("  peak memory", f"{used.ru_maxrss // 1024} MB")
    living = generations.open_living()
    assert living is not None
    size = sum(f.stat().st_size for f in living.folder.rglob("*") if f.is_file())
    yield _line("index", f"{size / count:.0f} bytes a notice")


def _ask() -> Iterator[str]:
    from pop.search.answers import counting, searching
    from pop.search.answers.searching import facets, search
    from pop.search.answers.suggesting import suggest
    from pop.search.asking.query import Query
    from pop.search.engine.generations import snapshot

    queries = asked()
    for _, query in queries:
        facets(query, results=search(query))
    hits, whole = _Times(), _Times()
    by_kind: dict[str, _Times] = {}
    for kind, query in queries:
        counting.forget()
        searching.forget()
        start = time.perf_counter(), time.process_time()
        found = search(query)
        hits.since(start)
        facets(query, results=found)
        whole.since(start)
        by_kind.setdefault(kind, _Times()).since(start)
    yield _line("first page of hits", hits.said(), "p50 ≤ 20, p95 ≤ 60 ms")
    yield _line("hits and all facets, warm", whole.said(), "p50 ≤ 60, p95 ≤ 150 ms")
    for kind, times in by_kind.items():
        yield _line(f"  {kind}", times.said())
    landing, seen = _Times(), _Times()
    _, known = next(pair for pair in queries if pair[0] == "broad")
    for query, times in ((Query(), landing), (known, seen)):
        facets(query, results=search(query))
        for _ in range(20):
            start = time.perf_counter(), time.process_time()
            facets(query, results=search(query))
            times.since(start)
    yield _line("landing", landing.said(), "≤ 20 ms")
    yield _line("a combination already seen", seen.said(), "≤ 20 ms")
    state = snapshot()
    assert state is not None
    suggested = _Times()
    beginnings = prefixes(Lexicon(SEED))
    for text in beginnings:
        suggest(text, state)
    for text in beginnings:
        start = time.perf_counter(), time.process_time()
        suggest(text, state)
        suggested.since(start)
    yield _line("suggestions", suggested.said(), "p95 ≤ 30 ms")


def _cold() -> Iterator[str]:
    """Caches of files dropped before each search, in a new process."""
    if not os.access(DROP_CACHES, os.W_OK) or os.geteuid():
        yield "  cold searches are not measured: only root may drop the caches of files"
        return
    yield _line("hits and all facets, cold", _in_new_processes(DROP), "p95 ≤ 350 ms")


def _new() -> Iterator[str]:
    """What a process that has just started takes, on a machine that runs already."""
    yield _line("hits and all facets, new process", _in_new_processes(), "p95 ≤ 350 ms")


def _in_new_processes(*options: str) -> str:
    connections.close_all()
    times = _Times()
    for rank in range(0, len(asked()), len(asked()) // COLD):
        said = subprocess.run(
            [sys.executable, "-m", "bench.search", str(rank), *options],
            check=True, capture_output=True, text=True,
        ).stdout.split()  # fmt: skip
        times.add(float(said[0]), float(said[1]))
    return times.said()


def _one(rank: int, dropped: bool) -> None:
    """One search of the file, by a process that has read nothing of the data yet; dropped: nor has
    the system."""
    from pop.operations.preparing import prepare

    prepare()
    from pop.model import catalogue
    from pop.search.answers.searching import facets, search

    catalogue.bases()
    _, query = asked()[rank]
    connections.close_all()
    if dropped:
        os.sync()
        DROP_CACHES.write_text("3")
    start = time.perf_counter(), time.process_time()
    facets(query, results=search(query))
    print(time.perf_counter() - start[0], time.process_time() - start[1])


def _together(seconds: int) -> Iterator[str]:
    """Eight people at once, on two processes of four threads, each asking at once again."""
    connections.close_all()
    pipes = []
    for worker in range(WORKERS):
        reading, writing = os.pipe()
        if (pid := os.fork()) == 0:
            _work(worker, seconds, writing)
        os.close(writing)
        pipes.append((pid, reading))
    done, memory = 0, 0
    for pid, reading in pipes:
        with os.fdopen(reading) as said:
            answered, private = map(int, said.read().split())
        os.waitpid(pid, 0)
        done, memory = done + answered, max(memory, private)
    yield _line("8 people at once", f"{done / seconds:.1f} searches/s", "≥ 30/s")
    yield _line(f"private memory of a worker, {seconds} s", f"{memory} MB", "≤ 300 MB")


def _work(worker: int, seconds: int, writing: int) -> None:
    from pop.search.answers import counting, searching
    from pop.search.answers.searching import facets, search

    until = time.monotonic() + seconds
    done = [0] * (PEOPLE // WORKERS)

    def person(number: int) -> None:
        queries = asked()
        random.Random(f"{worker} {number}").shuffle(queries)
        while True:
            for _, query in queries:
                counting.forget()
                searching.forget()
                facets(query, results=search(query))
                if time.monotonic() > until:
                    return
                done[number] += 1

    code = 1
    try:
        people = [threading.Thread(target=person, args=(n,)) for n in range(len(done))]
        for one in people:
            one.start()
        for one in people:
            one.join()
        with os.fdopen(writing, "w") as said:
            said.write(f"{sum(done)} {_private_memory()}")
        code = 0
    finally:
        os._exit(code)


def _private_memory() -> int:
    """MB of this process's own: pages of the index that it alone has read are the system's, which
    takes them back when it needs them."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_Dirty")) // 1024


def _visible() -> Iterator[str]:
    """From the mark of a change to its first answer, an indexer watching in its own process."""
    from pop.notices.models import Notice, Stamp
    from pop.search.answers.searching import search
    from pop.search.asking.query import Query

    draw = random.Random("visible")
    buildings = list(Notice.objects.filter(base="merimee").values_list("pk", flat=True)[:1000])
    connections.close_all()
    watcher = subprocess.Popen([POP, "index", "--watch"], stdout=subprocess.DEVNULL)
    delays = _Times()
    try:
        for number in range(20):
            word = f"visible{os.getpid()}x{number}"
            notice = Notice.objects.get(pk=draw.choice(buildings))
            Notice.objects.filter(pk=notice.pk).update(values={**notice.values, "HIST": word})
            last = Stamp.objects.order_by("-sequence").values_list("sequence", flat=True)[0]
            Stamp.objects.filter(pk=notice.pk).update(sequence=last + 1, pending=True)
            start = time.perf_counter(), time.process_time()
            while not search(Query(text=word, literal=True)).total:
                time.sleep(0.02)
                if time.perf_counter() - start[0] > 60:
                    raise SystemExit("a change is not searchable after a minute")
            if number:
                # The first one waits for the watcher to start.
                delays.since(start)
            time.sleep(draw.random())
    finally:
        watcher.terminate()
        watcher.wait()
    longest = max(delays.wall)
    yield _line("a change is searchable after", f"{longest * 1000:.0f} ms at most", "≤ 2,000 ms")


class _Times:
    """Seconds taken, by the clock and by the processor."""

    def __init__(self) -> None:
        self.wall: list[float] = []
        self.cpu: list[float] = []

    def add(self, wall: float, cpu: float) -> None:
        self.wall.append(wall)
        self.cpu.append(cpu)

    def since(self, start: tuple[float, float]) -> None:
        self.add(time.perf_counter() - start[0], time.process_time() - start[1])

    def said(self) -> str:
        return f"p50 {_ms(self.wall, 0.5)}, p95 {_ms(self.wall, 0.95)} ms" + (
            f" (CPU {_ms(self.cpu, 0.5)}, {_ms(self.cpu, 0.95)})"
        )


def _ms(seconds: list[float], share: float) -> str:
    if share == 0.5:
        return f"{statistics.median(seconds) * 1000:.1f}"
    return f"{sorted(seconds)[int(len(seconds) * share)] * 1000:.1f}"


def _line(what: str, figure: str, goal: str = "") -> str:
    return f"  {what:34} {figure:52} {goal}".rstrip()


if __name__ == "__main__":
    _one(int(sys.argv[1]), DROP in sys.argv[2:])
