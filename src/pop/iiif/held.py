"""The pictures that are being asked for, by their identifier: found once, kept open a few seconds.

What a notice does not show any more is served no more after TRUSTED seconds at the latest.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from time import monotonic

from django.db import close_old_connections

from pop.iiif.canvases import admitted
from pop.iiif.identifiers import SHOWN
from pop.iiif.rendering import Shown
from pop.iiif.shown import named
from pop.media import making, originals
from pop.media.decoding import Unreadable
from pop.notices import demonstration

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
    close_old_connections()
    try:
        one = named(identifier)
        is_invented = demonstration.held() is not None
    finally:
        close_old_connections()
    # One spelling of a reference is one address.
    if one is None or not identifier.startswith(f"{one.notice.base}-{one.notice.ref}-"):
        return None
    try:
        shown = Shown(making.opened(one.image.file), one.rights.largest)
    except (originals.Absent, Unreadable):
        return None
    tag = f'"{one.image.file[:SHOWN]}-{shown.width}"'
    headers = [
        ("ETag", tag),
        ("Cache-Control", "public, max-age=86400"),
        ("Access-Control-Allow-Origin", "*"),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if is_invented:
        headers.append(("X-Robots-Tag", "noindex, nofollow"))
    return Held(one.notice.base, one.notice.ref, shown, admitted(one.rights), tag, tuple(headers))
