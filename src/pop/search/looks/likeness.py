"""Pictures that look alike: the file of all looks (media/likeness.py) kept after the store, and
what is near a picture.

Only what may be compared is in it (`_comparable`), and it is looked at again when it is shown: the
file may be a few minutes late.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from django.db.models import Max

from config.paths import data_folder
from pop.media import likeness, pictures
from pop.media.likeness import Part
from pop.model import care
from pop.notices import images, pictured, reading
from pop.notices.generated import is_masked
from pop.notices.models import Notice, Stamp, Tombstone
from pop.notices.pictured import Pictured
from pop.notices.rows import Row
from pop.search.looks import looking
from pop.search.upkeep.alone import alone

FARTHEST = 24
"""Bits of 256 by which two pictures that look alike differ at most: above, nobody would say so."""
# Pictures looked for, to show fewer: several are often of one notice.
_LOOKED_FOR = 120

Progress = Callable[[int], None]


def path() -> Path:
    """Where the file of looks is."""
    return data_folder() / "likeness" / "looks"


def update(progress: Progress = lambda done: None) -> int:
    """Bring the file after the store: what changed since it was written, or all of it at first;
    how many pictures it holds. One at a time, across processes."""
    with alone("likeness/looks"):
        until = _now()
        before = likeness.opened(path())
        if before and before.until == until:
            return before.count
        if before is None or before.until > until:
            # Nothing yet, or the file of a store that was put back to an earlier state.
            return likeness.write(path(), _parts(looking.pictured(), progress), until)
        gone = _changed_since(before.until)
        fresh = _parts(looking.pictured(before.until), progress)
        return likeness.write(path(), _chained(before, gone, fresh), until)


def follow(_gone: str = "") -> None:
    """The same where there is a file already: what was just taken away must not be compared."""
    if likeness.opened(path()):
        update()


def is_late() -> bool:
    """Whether something changed in the store since the file was written."""
    before = likeness.opened(path())
    return before is None or before.until != _now()


def since() -> int:
    """The change of the store after which the file was written; 0 before the first one."""
    before = likeness.opened(path())
    return before.until if before else 0


def alike(
    notice: Notice, layout: bytes | None, most: int, without: Container[int]
) -> list[Pictured]:
    """The notices that hold the pictures nearest to one, with those pictures, in one query; none
    when nothing is near enough. without: database keys of notices that are shown otherwise."""
    held = likeness.opened(path())
    if not held or not layout or not _comparable(notice):
        return []
    chosen: dict[int, int] = {}
    for near in held.near(bytes(layout), FARTHEST, _LOOKED_FOR):
        if near.notice != notice.pk and near.notice not in without:
            chosen.setdefault(near.notice, near.number)
    found = []
    for other in reading.many(list(chosen)[: 2 * most]):
        shown = images.of(other.values)
        number = chosen[other.pk]
        # The notice may have changed since the file was written.
        if number < len(shown) and _comparable(other):
            rights, reuse = pictured.rights_of(other, shown[number])
            if rights.shown:
                found.append(Pictured(other, shown[number], rights, reuse))
    return found[:most]


def _comparable(notice: Notice | Row) -> bool:
    """Works of Rose-Valland and what is sensitive are not compared (rules of the domain, §4 and
    §7); nor a masked object, which a picture of its building would place (§2)."""
    return not (care.is_sensitive(notice.base, notice.values) or is_masked(notice))


def _parts(slices: Iterable[Sequence[Row]], progress: Progress) -> Iterator[Part]:
    """The looks of the pictures of those notices, a slice at a time."""
    done = 0
    for some in slices:
        held = [
            (row.pk, number, image.file)
            for row in some
            if _comparable(row)
            for number, image in enumerate(images.of(row.values))
        ]
        known = pictures.layouts({file for _, _, file in held})
        kept = [(key, number, known[file]) for key, number, file in held if file in known]
        yield Part(
            likeness.words(b"".join(layout for _, _, layout in kept)).reshape(-1, 4),
            np.array([key for key, _, _ in kept], dtype=np.int64),
            np.array([number for _, number, _ in kept], dtype=np.uint16),
        )
        done += len(some)
        progress(done)


def _chained(before: likeness.Looks, gone: likeness.Keys, fresh: Iterable[Part]) -> Iterator[Part]:
    """What was there less what changed, then what changed as it is."""
    for part in before.parts():
        stays = ~np.isin(part.notices, gone)
        yield Part(part.words[stays], part.notices[stays], part.numbers[stays])
    yield from fresh


def _changed_since(until: int) -> likeness.Keys:
    """The keys of the notices that changed, those that are no more included."""
    changed = (
        model._default_manager.filter(sequence__gt=until).values_list("notice_id", flat=True)
        for model in (Stamp, Tombstone)
    )
    return np.concatenate([np.fromiter(keys.iterator(), dtype=np.int64) for keys in changed])


def _now() -> int:
    """The last change of the store."""
    last = [
        model._default_manager.aggregate(last=Max("sequence"))["last"]
        for model in (Stamp, Tombstone)
    ]
    return max(filter(None, last), default=0)
