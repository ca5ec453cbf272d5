"""How long work behaves towards those who read meanwhile (decision 10)."""

import gc

from config.priority import give_way as give_way


def handle_many() -> None:
    """To be called once everything is loaded, by what handles rows by the million.

    They make containers by the thousand and hardly a cycle: the collector of cycles, left to
    itself, takes a third of the time of a load to find nothing.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
