"""What the door holds in memory, whatever the number of notices (`bench --only memory`).

Planned and applied as `pop load` does, the index apart; then the same file again.
"""

import time
from collections.abc import Iterator
from pathlib import Path

from bench.plausible import write_merimee


def measure(folder: Path, count: int) -> Iterator[str]:
    """Lines of figures, on the database of this process (POP_DATA, POP_DATABASE)."""
    from pop.operations.manners import handle_many
    from pop.operations.preparing import prepare

    path = folder / "plausible-merimee.csv"
    write_merimee(path, count)
    prepare()
    from pop.imports.sources import open_source
    from pop.operations.loading import load
    from pop.operations.screen import Screen

    handle_many()
    yield f"  the program alone: {_memory()}"
    for what in ("planned and applied", "the same again"):
        start = time.perf_counter()
        [source] = open_source(path)
        told = load(source, Screen(quiet=True), False, time.monotonic())
        seconds = time.perf_counter() - start
        assert told["created"] + told["unchanged"] == count
        yield f"  {what}: {count / seconds:,.0f} notices/s; {_memory()}"


def _memory() -> str:
    """The highest so far, and what of it now belongs to the process alone (Linux)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    found = {name: value for name, _, value in (line.partition(":") for line in lines)}
    peak, own = (int(found[name].split()[0]) // 1024 for name in ("VmHWM", "RssAnon"))
    return f"peak {peak} MB, {own} MB without file mappings"
