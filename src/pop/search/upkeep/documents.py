"""The documents of many notices, made from the store; other processes help when there are many.

Making a document costs more than indexing it, and Python does one thing at a time in a process:
for a whole index, helpers make the documents while this process gives them to the engine.
"""

import gc
import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TypeVar

from django.db import connections

from pop.notices import pictured
from pop.notices.derived import derive_rows
from pop.notices.generated import shown_point, whole
from pop.notices.models import Notice, Stamp
from pop.notices.rows import rows
from pop.search.content import document, picture_colours
from pop.search.content.labels import Spelling
from pop.search.engine.index import encoded
from pop.search.upkeep.helper import begin

# Below, starting a process costs more than it gains.
FEW = 20_000
# Slices of documents made and not yet indexed: they wait in memory.
AHEAD = 4

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Made:
    """documents: (database key, what the engine takes); those that are no more have none."""

    documents: list[tuple[int, str]]
    spellings: Counter[Spelling]


def make(ids: list[int]) -> Made:
    """The documents of those notices, in no order."""
    with _without_collector():
        return _make(ids)


def _make(ids: list[int]) -> Made:
    # Read before the notices: a later change has a later number, and its own mark.
    sequences = dict(Stamp.objects.filter(notice_id__in=ids).values_list("notice_id", "sequence"))
    notices = list(rows(Notice.objects.filter(pk__in=ids)))
    given = derive_rows(notices)
    colours = picture_colours.of(notices)
    documents: list[tuple[int, str]] = []
    spellings: Counter[Spelling] = Counter()
    for notice in notices:
        derived = given[notice.pk]
        built = document.build(
            notice.base,
            notice.ref,
            notice.producer,
            whole(notice, derived),
            shown_point(notice, derived),
            notice.updated_on,
            sum(map(len, derived.linked.values())),
            pictured.reuse(notice, derived),
            colours.get(notice.pk, ()),
        )
        spellings.update(built.spellings)
        sequence = sequences.get(notice.pk, 0)
        documents.append((notice.pk, encoded(notice.pk, sequence, built.content)))
    return Made(documents, spellings)


class Making:
    """Makes the documents of many notices; a context, for the processes that help.

    total: how many notices are expected, which tells whether helpers are worth starting.
    """

    def __init__(self, total: int) -> None:
        self._helpers: ProcessPoolExecutor | None = None
        if total > FEW:
            database = str(connections["default"].settings_dict["NAME"])
            count = os.cpu_count() or 2
            self._helpers = ProcessPoolExecutor(count, get_context("spawn"), begin, (database,))

    def __enter__(self) -> "Making":
        return self

    def __exit__(self, *_: object) -> None:
        if self._helpers:
            self._helpers.shutdown(cancel_futures=True)

    def of(
        self, items: Iterable[Item], ids: Callable[[Item], list[int]]
    ) -> Iterator[tuple[Item, Made]]:
        """Each item with the documents of its notices, in order."""
        if not self._helpers:
            yield from ((item, make(ids(item))) for item in items)
            return
        waiting: deque[tuple[Item, Future[Made]]] = deque()
        for item in items:
            waiting.append((item, self._helpers.submit(make, ids(item))))
            if len(waiting) > AHEAD:
                first, made = waiting.popleft()
                yield first, made.result()
        while waiting:
            first, made = waiting.popleft()
            yield first, made.result()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Documents make no cycles: looking for some among all that is remembered costs a tenth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
