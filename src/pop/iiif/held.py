"""The pictures that are being asked for, by their identifier: found once, kept open a few seconds.

What a notice does not show any more is served no more after TRUSTED seconds at the latest.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from time import monotonic

from django.db import close_old_connections

from pop.iiif import identifiers
from pop.iiif.canvases import admitted
from pop.iiif.rendering import Shown
from pop.media import making, originals
from pop.media.decoding import Unreadable
from pop.model import catalogue
from pop.notices import demonstration, pictured, reading

TRUSTED = 10.0
"""Seconds during which what was found is not asked again."""
MOST = 500
"""Pictures open at once in a process: each holds a file."""


@dataclass(frozen=True, slots=True)
class Held:
    """A picture that may be shown: to what size, under which conditions."""

    base: str
    ref: str
    shown: Shown
    # The address of its rights, when the standard admits it.
    rights: str
    tag: str
    headers: tuple[tuple[str, str], ...]


class Shelf:
    """What is open, the least used going first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[float, Held]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, identifier: str) -> Held | None:
        """The picture of that identifier (decoded); None when no public notice shows it. Raises
        originals.Failed when the store of originals does not answer."""
        now = monotonic()
        with self._lock:
            kept = self._kept.get(identifier)
            if kept and now - kept[0] < TRUSTED:
                self._kept.move_to_end(identifier)
                return kept[1]
        found = _found(identifier)
        with self._lock:
            if found is None:
                self._kept.pop(identifier, None)
                return None
            self._kept[identifier] = now, found
            self._kept.move_to_end(identifier)
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return found


def _found(identifier: str) -> Held | None:
    named = identifiers.parse(identifier)
    if named is None or named.base not in catalogue.bases():
        return None
    close_old_connections()
    try:
        notice = reading.get(named.base, named.ref)
        if notice is None or notice.ref != named.ref:
            return None
        one = next(
            (one for one in pictured.shown(notice) if one.image.file.startswith(named.start)), None
        )
        if one is None:
            return None
        is_invented = demonstration.held() is not None
    finally:
        close_old_connections()
    try:
        shown = Shown(making.opened(one.image.file), one.rights.largest)
    except (originals.Absent, Unreadable):
        return None
    tag = f'"{named.start}-{shown.width}"'
    headers = [
        ("ETag", tag),
        ("Cache-Control", "public, max-age=86400"),
        ("Access-Control-Allow-Origin", "*"),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if is_invented:
        headers.append(("X-Robots-Tag", "noindex, nofollow"))
    return Held(notice.base, notice.ref, shown, admitted(one.rights), tag, tuple(headers))
