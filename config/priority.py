"""Long work lets what people wait for go first."""

import os
from contextlib import suppress

NICE = 10


def give_way() -> None:
    """Let every other thread of the machine go before this one, and those that it starts: a load
    may take a little longer, a page may not."""
    with suppress(OSError):
        now = os.getpriority(os.PRIO_PROCESS, 0)
        os.setpriority(os.PRIO_PROCESS, 0, max(NICE, now))
