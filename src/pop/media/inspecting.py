"""Pictures looked at before they are kept: is each one, how large, of which colour.

The looking is done by another process (`probe.py`): a file that makes it crash or hang is refused,
and the others go on.
"""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pop.media.looks import Look

LARGEST = 2_000_000_000
"""Bytes of a file."""
PATIENCE = 180.0
"""Seconds before a picture is given up."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a file is: a picture of that size, colour and look, or nothing of the kind, and why."""

    path: Path
    width: int = 0
    height: int = 0
    color: str = ""
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
        self._patience = patience
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()

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
        process = self._running()
        assert process.stdin is not None
        try:
            process.stdin.write(f"{path.resolve()}\n")
            process.stdin.flush()
            said = self._answers.get(timeout=self._patience)
        except (queue.Empty, OSError):
            said = ""
        if not said:
            self.stop()
            return Inspected(path, reason="l’image ne se décode pas : elle est abîmée ou piégée")
        found = json.loads(said)
        look = found.pop("look", None)
        return Inspected(path, **found, look=Look.heard(look) if look else None)

    def stop(self) -> None:
        """Kill it; the next picture begins another one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _running(self) -> "subprocess.Popen[str]":
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "pop.media.probe"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            )  # fmt: skip
            self._answers = queue.Queue()
            threading.Thread(
                target=_listen, args=(self._process, self._answers), daemon=True
            ).start()
        return self._process


def _listen(process: "subprocess.Popen[str]", answers: "queue.Queue[str]") -> None:
    """Pass answers on; an empty one when there will be no more."""
    assert process.stdout is not None
    for line in process.stdout:
        answers.put(line)
    answers.put("")
