"""How long work behaves towards those who read meanwhile (decision 10)."""

import contextlib
import os


def give_way() -> None:
    """Let every other process of the machine go first: a load may take a little longer, a page
    may not."""
    with contextlib.suppress(OSError):
        os.nice(10)
