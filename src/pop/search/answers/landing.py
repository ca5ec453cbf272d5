"""The counts of the searches that everybody makes first, ready beforehand.

Nothing asked, one base, those with an image: every notice is counted, which takes a second or more
at full size. The indexer counts them after it commits, at most once a minute, into a dated file
beside the index; pages read it. They are exact for the state of the index that the file names.
"""

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec.structs import replace

from pop.model import catalogue
from pop.search.answers.counts import Counts
from pop.search.asking.query import Query, to_json
from pop.search.engine.index import Snapshot

FILE_NAME = "landing.json"
# Seconds that counts of another state of the index may still be shown.
OLDEST = 60.0
PICTURED = (("image", "oui"),)


class Landing(msgspec.Struct, frozen=True):
    """The counts, by search in JSON; when they were made, and for which state of the index."""

    state: str
    at: datetime
    counts: dict[str, Counts]


def queries() -> list[Query]:
    """Nothing asked, then each base alone; the same with an image, which is asked for most."""
    whole = [Query(), *(Query(bases=(key,)) for key in catalogue.bases())]
    return [*whole, *(replace(query, filters=PICTURED) for query in whole)]


def write(snapshot: Snapshot, counts: Mapping[Query, Counts]) -> None:
    """Put counts beside the index, at once."""
    named = {to_json(query).decode(): counted for query, counted in counts.items()}
    temporary = snapshot.folder / f"{FILE_NAME}.new"
    temporary.write_bytes(msgspec.json.encode(Landing(snapshot.state, datetime.now(UTC), named)))
    temporary.replace(snapshot.folder / FILE_NAME)


def counts(query: Query, snapshot: Snapshot) -> Counts | None:
    """The counts ready for that search; None when there are none, or they are too old."""
    if query.text or query.filters not in ((), PICTURED) or len(query.bases) > 1:
        return None
    landing = read(snapshot.folder)
    if landing is None:
        return None
    if landing.state != snapshot.state and age(landing) > OLDEST:
        return None
    return landing.counts.get(to_json(query).decode())


def age(landing: Landing) -> float:
    """Seconds since the counts were made."""
    return time.time() - landing.at.timestamp()


def read(folder: Path) -> Landing | None:
    """What was counted last, or None."""
    path = folder / FILE_NAME
    try:
        return _read(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        return None


@lru_cache(maxsize=2)
def _read(path: Path, written: int) -> Landing:
    return _decode(path.read_bytes())


# Made once, here: threads that ask together for the first time find types half made, and die.
_decode = msgspec.json.Decoder(Landing).decode
