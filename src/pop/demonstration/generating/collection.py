"""The whole collection from one seed: what has pictures first, all bases mixed, then the rest."""

from collections.abc import Callable, Iterator

from pop.demonstration.generating import (
    authors,
    building_notices,
    closings,
    links,
    manuscripts,
    mnr,
    museums,
    objects,
    photographs,
    rare_fields,
    works,
)
from pop.demonstration.generating.entries import Entry

SIZE = 20_000
SEED = 1
LEAST = 400
"""Below that, some situation or field would not be met."""

_GENERATORS: tuple[Callable[[int, int], Iterator[Entry]], ...] = (
    works.entries,
    photographs.entries,
    building_notices.entries,
    objects.entries,
    manuscripts.entries,
    authors.entries,
    mnr.entries,
    museums.entries,
)


def collection(seed: int = SEED, size: int = SIZE) -> list[Entry]:
    """Every notice to come, in the order in which they should."""
    bases = [list(generate(seed, size)) for generate in _GENERATORS]
    links.connect({entries[0].base: entries for entries in bases})
    for entries in bases:
        rare_fields.fill(seed, entries)
        closings.close(seed, entries)
    photographed = {
        ref for entry in bases[1] if entry.pictures for ref in entry.values.get("LBASE", ())
    }

    def seen(entry: Entry) -> bool:
        return bool(entry.pictures) or entry.ref in photographed

    return _mixed(bases, seen) + _mixed(bases, lambda entry: not seen(entry))


def _mixed(bases: list[list[Entry]], wanted: Callable[[Entry], bool]) -> list[Entry]:
    """Those that are wanted, each base in proportion to what it holds."""
    kept = [[entry for entry in entries if wanted(entry)] for entries in bases]
    longest = max((len(entries) for entries in kept), default=0)
    placed: list[tuple[float, int, Entry]] = []
    for number, entries in enumerate(kept):
        for rank, entry in enumerate(entries):
            placed.append((rank / max(len(entries), 1) * longest, number, entry))
    placed.sort(key=lambda one: one[:2])
    return [entry for _, _, entry in placed]
