"""How long work behaves towards those who read meanwhile (decision 10)."""

import contextlib
import gc
import os


def give_way() -> None:
    """Let every other process of the machine go first: a load may take a little longer, a page
    may not."""
    with contextlib.suppress(OSError):
        os.nice(10)


def handle_many() -> None:
    """To be called once everything is loaded, by what handles rows by the million.

    They make containers by the thousand and hardly a cycle: the collector of cycles, left to
    itself, takes a third of the time of a load to find nothing.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
