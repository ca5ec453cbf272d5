"""Files looked at before they are kept: is each a picture, how large, of which colour, or a PDF.

The looking is done by another process (`probe.py`): a file that makes it crash or hang is refused,
and the others go on.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pop.media.answering import Answering
from pop.media.looks import Look

LARGEST = 2_000_000_000
"""Bytes of a file."""
PATIENCE = 180.0
"""Seconds before a picture is given up."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a file is: a picture of that size, colour and look, with what it says of itself
    (embedded.py), a document (`kind`: PDF), or nothing of the kind, and why."""

    path: Path
    width: int = 0
    height: int = 0
    color: str = ""
    credit: str = ""
    caption: str = ""
    date: str = ""
    kind: str = ""
    reason: str = ""
    look: Look | None = None


def inspect(paths: Iterable[Path], patience: float = PATIENCE) -> Iterator[Inspected]:
    """Each file in turn."""
    with Inspector(patience) as inspector:
        for path in paths:
            yield inspector.look(path)


class Inspector:
    """The other process, begun when first needed, and again when it is lost; a context."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._probe = Answering("pop.media.probe", patience)

    def __enter__(self) -> "Inspector":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def look(self, path: Path) -> Inspected:
        """What that file is."""
        if path.stat().st_size > LARGEST:
            return Inspected(path, reason=f"plus de {LARGEST // 10**9} Go")
        if "\n" in str(path):
            return Inspected(path, reason="son nom contient un saut de ligne : renommez-le")
        return self._ask(path)

    def _ask(self, path: Path) -> Inspected:
        said = self._probe.ask(str(path.resolve()))
        if not said:
            return Inspected(path, reason="l’image ne se décode pas : elle est abîmée ou piégée")
        found = json.loads(said)
        look = found.pop("look", None)
        return Inspected(path, **found, look=Look.heard(look) if look else None)

    def stop(self) -> None:
        """Kill the other process; the next picture begins another one."""
        self._probe.stop()
