"""The colours of notices to index: those of the first picture of each, the one that its card shows.

Notices whose pictures are not played with (model/care.py) have none here.
"""

from collections.abc import Iterable

from pop.media import pictures
from pop.media.colours import NAMES
from pop.model import care
from pop.notices import images, pictured
from pop.notices.rows import Row


def of(rows: Iterable[Row]) -> dict[int, tuple[str, ...]]:
    """The names of the colours of each notice that has some, by database key, in one query."""
    shown = {
        row.pk: first
        for row in rows
        if images.CODE in row.values
        and (first := next(pictured.images_shown(row.base, row.values), None))
        and not care.is_sensitive(row.base, row.values)
    }
    known = pictures.colours({image.file for image in shown.values()})
    return {
        key: tuple(NAMES[code] for code in codes)
        for key, image in shown.items()
        if (codes := known.get(image.file))
    }
