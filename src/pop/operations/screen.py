"""What a command shows: sentences, JSON, and progress when a person watches a terminal."""

import json
import os
import sys
import time
from typing import Any

from pop.ui.typography import number

__all__ = ["Screen", "number"]


class Screen:
    """The terminal of one command. `quiet` (--json) keeps standard output to the one answer."""

    def __init__(self, quiet: bool = False) -> None:
        self._quiet = quiet
        self._watched = sys.stderr.isatty() and not quiet
        self._drawn = 0.0
        self._width = 0

    def say(self, sentence: str = "") -> None:
        """A line for people; nothing in JSON mode."""
        self.clear()
        if not self._quiet:
            self._print(sentence)

    def answer(self, data: Any) -> None:
        """The answer of a script's question, one JSON document."""
        self._print(json.dumps(data, ensure_ascii=False, indent=1))

    @staticmethod
    def _print(text: str) -> None:
        """Print; when whoever read us is gone (« | head »), the work goes on all the same."""
        try:
            print(text, flush=True)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def error(self, sentence: str) -> None:
        self.clear()
        print(f"pop : {sentence}", file=sys.stderr, flush=True)

    def progress(self, what: str, done: int, total: int | None = None) -> None:
        """Redraw the one line of progress, ten times a second at most."""
        if not self._watched or time.monotonic() - self._drawn < 0.1:
            return
        self._drawn = time.monotonic()
        share = f" / {number(total)} ({done * 100 // max(total, 1)} %)" if total else ""
        line = f"{what} : {number(done)}{share}"
        sys.stderr.write("\r" + line.ljust(self._width))
        sys.stderr.flush()
        self._width = len(line)

    def clear(self) -> None:
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()
            self._width = 0
