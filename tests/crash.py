"""Processes killed while they plan, apply or undo a batch: `python -m tests.crash --times 50`.

Each round, a child changes every notice at once (or undoes the last change) and is killed at a
random instant; what it left is then recovered. All notices must tell the same story: the change
is whole or never began. A reader reads all along, and must never fail.
"""

import argparse
import contextlib
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

import django
from django.db import connections

NOTICES = 240
SLICE = 40


def _setup() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from pop.operations.preparing import prepare

    prepare()
    from pop.changes import applying, planning, recovery

    recovery.JUST_OPENED = 0
    # Small slices: many instants at which to die between two of them.
    planning.SLICE = SLICE
    applying.FIRST_SLICE = applying.LARGEST = SLICE
    applying.SMALLEST = 10


def _change(story: str) -> None:
    from pop.changes import applying, planning
    from pop.changes.rows import Row
    from tests.loading import MINISTRY

    rows = (
        Row(n, "merimee", f"PA{n:08d}", {"HIST": story, "REFO": [f"PM{story[-3:]}", "PM1"]})
        for n in range(NOTICES)
    )
    batch = planning.open_batch(MINISTRY)
    planning.plan(batch, MINISTRY, rows)
    applying.apply(batch)


def _undo() -> None:
    from pop.changes import applying, undoing
    from pop.changes.models import Batch, State
    from tests.loading import OPERATOR

    batch = Batch.objects.filter(state=State.APPLIED).latest("pk")
    planned, _ = undoing.plan_undo(batch, OPERATOR)
    applying.apply(planned)


def _read_for_ever() -> None:
    from pop.notices import reading

    while True:
        reading.counts()
        notice = reading.get("merimee", f"PA{random.randrange(NOTICES):08d}")
        assert notice is None or notice.values["HIST"]
        time.sleep(0.002)


@contextlib.contextmanager
def _child(work: Callable[[], None]) -> Iterator[int]:
    """A process that does the work; its exit status says whether it could."""
    connections.close_all()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            work()
            status = 0
        except BaseException as error:
            print(f"child: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        os._exit(status)
    yield pid


def _kill(pid: int, after: float) -> bool:
    """Kill the child unless it ends before; whether it was killed. Its own failure is ours."""
    deadline = time.monotonic() + after
    while time.monotonic() < deadline:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            if status != 0:
                raise AssertionError(f"the child failed by itself: {status}")
            return False
        time.sleep(0.001)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return True


def _story() -> str | None:
    """What all notices tell, None when there is none; AssertionError when they differ."""
    from pop.notices.models import Link, Notice

    notices = list(Notice.objects.all())
    stories = {notice.values["HIST"] for notice in notices}
    assert len(stories) <= 1, f"half applied: {stories}"
    assert len(notices) in (0, NOTICES), f"{len(notices)} notices"
    assert Link.objects.count() == 2 * len(notices), "links do not follow"
    return stories.pop() if stories else None


def _check() -> str | None:
    from pop.changes.models import Batch, Fanout, Planned, PlannedLink, State
    from pop.changes.recovery import cancel, recover
    from pop.notices.models import Notice, Revision, Stamp

    # A server may take a moment to notice that its client is dead, and to free what it held.
    for _ in range(300):
        recover()
        if not Batch.objects.filter(state__in=(State.PLANNING, State.APPLYING)).exists():
            break
        time.sleep(0.1)
    for batch in Batch.objects.filter(state=State.PLANNED):
        cancel(batch)
    left = set(Batch.objects.values_list("state", flat=True)) - {State.APPLIED, State.CANCELLED}
    assert not left, left
    assert not Planned.objects.exists()
    assert not PlannedLink.objects.exists()
    assert not Fanout.objects.exists()
    story = _story()
    versions = dict(Notice.objects.values_list("pk", "version"))
    last: dict[int, int] = {}
    for notice_id, version in Revision.objects.values_list("notice_id", "version"):
        last[notice_id] = max(last.get(notice_id, 0), version)
    assert all(last[pk] == version for pk, version in versions.items())
    assert Stamp.objects.filter(notice_id__in=versions).count() == len(versions)
    return story


def run(times: int, seed: int) -> dict[str, int]:
    """Kill that many processes; how many changes were found whole, or never begun."""
    draw = random.Random(seed)
    _setup()
    found = {"whole": 0, "never begun": 0, "ended before": 0}
    with _child(_read_for_ever) as reader:
        # How long a change and an undo took the last time that nothing killed them, a little more
        # at each kill: some always end, whatever the machine becomes.
        usual = {True: 50.0, False: 50.0}
        story, number = None, 0
        while found["whole"] + found["never begun"] < times:
            number += 1
            undoing = story is not None and draw.random() < 0.4
            work = _undo if undoing else partial(_change, f"lot {number % 1000:03d}")
            start = time.monotonic()
            with _child(work) as pid:
                killed = _kill(pid, draw.uniform(0, usual[undoing]))
            usual[undoing] = usual[undoing] * 1.05 if killed else time.monotonic() - start
            after = _check()
            key = "whole" if after != story else "never begun"
            found[key if killed else "ended before"] += 1
            story = after
        done, status = os.waitpid(reader, os.WNOHANG)
        assert not done, f"the reader failed: {status}"
        os.kill(reader, signal.SIGKILL)
        os.waitpid(reader, 0)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.crash")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"Django {django.get_version()}", run(options.times, options.seed))


if __name__ == "__main__":
    main()
