"""Pictures looked at after they came, those whose look is not known: they get their row, and what
holds them is indexed again with its colours.

A pass over notices, a slice at a time; stopped, the next one skips what is known. A picture whose
bytes are not here, or that does not open, is left for the next pass.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from pop.changes import fanout
from pop.changes.gate import writing
from pop.media import originals, pictures
from pop.media.inspecting import Inspector
from pop.media.seen import Seen
from pop.notices import images
from pop.notices.models import Notice, Stamp
from pop.notices.rows import Row, rows

SLICE = 500

Progress = Callable[[int], None]


@dataclass(slots=True)
class Looked:
    """What a pass did: notices read, pictures looked at, those that could not be."""

    notices: int = 0
    pictures: int = 0
    failed: int = 0


def pictured(until: int = 0) -> Iterator[list[Row]]:
    """The notices that hold pictures, a slice at a time, by key; those that changed after that
    place in time alone, by date of change, when it is not 0."""
    last = until
    while True:
        if until:
            stamps = Stamp.objects.filter(sequence__gt=last).order_by("sequence")
            found = list(stamps.values_list("sequence", "notice_id")[:SLICE])
            keys = [key for _, key in found]
            read = Notice.objects.filter(pk__in=keys, has_image=True)
        else:
            holding = Notice.objects.filter(pk__gt=last, has_image=True).order_by("pk")
            found = [(key, key) for key in holding.values_list("pk", flat=True)[:SLICE]]
            read = Notice.objects.filter(pk__in=[key for key, _ in found])
        if not found:
            return
        yield [row for row in rows(read.order_by("pk")) if images.CODE in row.values]
        last = found[-1][0]


def look(slices: Iterable[Sequence[Row]], progress: Progress = lambda done: None) -> Looked:
    """Look at what was not, in the pictures of those notices."""
    told = Looked()
    with Inspector() as inspector:
        for some in slices:
            _look(some, inspector, told)
            told.notices += len(some)
            progress(told.notices)
    return told


def _look(some: Sequence[Row], inspector: Inspector, told: Looked) -> None:
    held = {row.pk: images.checksums(row.values[images.CODE]) for row in some}
    wanted = set().union(*held.values())
    seen = list(_seen(sorted(wanted - pictures.looked_at(wanted)), inspector, told))
    if not seen:
        return
    fresh = {one.checksum for one in seen}
    concerned = sorted(key for key, checksums in held.items() if checksums & fresh)
    with writing(), transaction.atomic(), connection.cursor() as cursor:
        pictures.record(seen)
        fanout.mark(cursor, concerned)
    told.pictures += len(seen)


def _seen(checksums: Iterable[str], inspector: Inspector, told: Looked) -> Iterator[Seen]:
    for checksum in checksums:
        try:
            found = inspector.look(originals.local(checksum))
        except originals.Absent:
            continue
        if found.look:
            yield Seen(checksum, found.width, found.height, found.look)
        else:
            told.failed += 1
