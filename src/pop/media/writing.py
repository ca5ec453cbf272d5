"""Files that appear whole or not at all, whatever interrupts their writing."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def written_whole(kept: Path) -> Iterator[BinaryIO]:
    """A file written beside its place, then moved there at once; nothing when it fails."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=kept.parent, prefix=".")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(kept)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
