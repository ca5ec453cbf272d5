"""A process of ours that answers each line it is given by a line, and may be lost without harm.

It is begun when first needed, and again when it crashed, hung or was stopped.
"""

import queue
import subprocess
import sys
import threading

Process = subprocess.Popen[str]


class Answering:
    """`python -m module` of ours; a context, at the end of which it is killed."""

    def __init__(self, module: str, patience: float) -> None:
        self._module = module
        self._patience = patience
        self._process: Process | None = None
        self._answers: queue.Queue[str] = queue.Queue()

    def __enter__(self) -> "Answering":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def ask(self, line: str) -> str:
        """What it answers; "" when it was lost, or took more than its patience (seconds)."""
        process = self._running()
        assert process.stdin is not None
        try:
            process.stdin.write(f"{line}\n")
            process.stdin.flush()
            said = self._answers.get(timeout=self._patience)
        except (queue.Empty, OSError):
            said = ""
        if not said:
            self.stop()
        return said

    def stop(self) -> None:
        """Kill it; the next line begins another one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _running(self) -> Process:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-m", self._module],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            )  # fmt: skip
            self._answers = queue.Queue()
            threading.Thread(
                target=_listen, args=(self._process, self._answers), daemon=True
            ).start()
        return self._process


def _listen(process: Process, answers: "queue.Queue[str]") -> None:
    """Pass answers on; an empty one when there will be no more."""
    assert process.stdout is not None
    for line in process.stdout:
        answers.put(line)
    answers.put("")
