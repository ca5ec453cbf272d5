"""The eight bases, loaded once and shared: the one way the rest of the house reads the model."""

import os
from functools import cache
from pathlib import Path

from pop.model.loading import load_bases
from pop.model.schema import Base

FOLDER = Path(__file__).parent / "bases"

# The order in which people meet the bases, everywhere.
ORDER = ("joconde", "museo", "merimee", "palissy", "memoire", "autor", "mnr", "enluminures")


@cache
def bases() -> dict[str, Base]:
    """Every base by key, in the order people meet them.

    They are read from the folder POP_MODEL when it is set (to try a change of the model
    beside the real one), else from this package. Raises ModelError on a faulty file.
    """
    loaded = load_bases(Path(os.environ.get("POP_MODEL") or FOLDER))
    known = [key for key in ORDER if key in loaded]
    return {key: loaded[key] for key in [*known, *sorted(set(loaded) - set(known))]}


def base(key: str) -> Base:
    """The base of that key or alias, in any case. Raises KeyError when there is none."""
    wanted = key.lower()
    found = bases().get(wanted)
    if found is not None:
        return found
    for candidate in bases().values():
        if wanted in candidate.aliases or wanted == candidate.address:
            return candidate
    raise KeyError(key)
