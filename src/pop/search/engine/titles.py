"""Titles by their first letters; what many begin with is worked out with a whole index."""

from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase, digits

from pop.search.content.labels import Labels
from pop.search.engine.index import Snapshot

# Titles that may be read each time to tell which are the most frequent: a few milliseconds.
FEW = 2_000
# Titles kept for each beginning.
MOST = 10


def beginning(snapshot: Snapshot, asked: str) -> list[str]:
    """Whole folded titles that begin so, the most frequent first."""
    known = Labels.of_folder(snapshot.folder).begun(asked)
    return known or [title for title, _ in snapshot.beginning("title", asked, MOST)]


def common(snapshot: Snapshot) -> Iterator[tuple[str, list[str]]]:
    """Each beginning (two letters at least) that many titles have, with the most frequent."""
    letters = ascii_lowercase + digits
    for first in map("".join, product(letters, f"{letters} ")):
        yield from _common(snapshot.beginning("title", first), len(first))


def _common(titles: list[tuple[str, int]], length: int) -> Iterator[tuple[str, list[str]]]:
    """The same, of titles with their frequencies, the most frequent first, that begin alike."""
    if len(titles) <= FEW:
        return
    yield titles[0][0][:length], [title for title, _ in titles[:MOST]]
    longer: dict[str, list[tuple[str, int]]] = {}
    for one in titles:
        if len(one[0]) > length:
            longer.setdefault(one[0][: length + 1], []).append(one)
    for some in longer.values():
        yield from _common(some, length + 1)
