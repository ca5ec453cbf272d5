"""`make bench`: how long things take here. Figures are kept in docs/performance.md, with the
machine named; nothing in the tests depends on them."""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import timeit
from pathlib import Path
from platform import machine, python_version

import tests.servers  # DB=postgres starts a server for this run
from bench.plausible import write_merimee
from tests.programs import POP, Platform, platform


def timed(place: Platform, *arguments: str) -> tuple[float, str]:
    """Seconds that a whole run of the program takes, start included, and what it says."""
    start = time.perf_counter()
    done = subprocess.run(
        [POP, *arguments], check=True, stdout=subprocess.PIPE, text=True, env=place.environment
    )
    return time.perf_counter() - start, done.stdout


def load_timed(place: Platform, path: Path) -> tuple[float, float]:
    """Seconds of a whole load, and those of planning and applying alone, as it tells itself."""
    whole, said = timed(place, "load", str(path), "--json")
    return whole, float(json.loads(said)["seconds"])


def yardstick() -> float:
    """Microseconds of `sum(range(1000))`: how fast this machine is today."""
    return min(timeit.repeat("sum(range(1000))", number=2000, repeat=5)) * 500


def thread(path: Path, count: int) -> None:
    """From the file to searchable, then the same file again."""
    with (
        tempfile.TemporaryDirectory(prefix="pop-bench-") as folder,
        platform(Path(folder)) as place,
    ):
        planned, _ = timed(place, "load", str(path), "--dry-run")
        first, loaded = load_timed(place, path)
        again, reread = load_timed(place, path)
        rebuilt, _ = timed(place, "index", "--rebuild")
        answered, _ = timed(place, "search", "chapelle")
        size = sum(f.stat().st_size for f in Path(folder).rglob("*") if f.is_file())
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{path.name}: {count:,} notices")
    print(f"  planned and left     {planned:7.1f} s   {count / planned:8,.0f} notices/s")
    print(f"  planned and applied  {loaded:7.1f} s   {count / loaded:8,.0f} notices/s")
    print(f"  index built          {rebuilt:7.1f} s   {count / rebuilt:8,.0f} notices/s")
    print(f"  file to searchable   {first:7.1f} s   {count / first:8,.0f} notices/s")
    print(f"  same file again      {again:7.1f} s   {count / again:8,.0f} notices/s")
    print(f"    without the start  {reread:7.1f} s   {count / reread:8,.0f} notices/s")
    print(f"  one search, whole program {answered:.2f} s; peak memory so far {peak} MB")
    print(f"  folder of state      {size / count:7,.0f} bytes a notice", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--notices", type=int, default=100_000)
    parser.add_argument(
        "--only", choices=("load", "door", "memory", "search", "pages", "images", "looks")
    )
    parser.add_argument("--keep", type=Path, help="where the state of search is kept (SQLite)")
    parser.add_argument("--rebuild", action="store_true", help="build a kept index again")
    parser.add_argument("--seconds", type=int, default=30, help="of eight people at once")
    options = parser.parse_args()
    if options.keep and tests.servers.DATABASE != "sqlite":
        parser.error("--keep: the database of this run ends with it; only SQLite is kept")
    print(
        f"{machine()}, {os.cpu_count()} cores, Python {python_version()}, "
        f"{tests.servers.DATABASE}, sum(range(1000)) in {yardstick():.1f} µs"
    )
    # One process has one folder of state: the parts that need Django are programs of their own.
    if options.only in (None, "load"):
        load(options.notices)
    if options.only == "door":
        door()
    if options.only == "memory":
        memory(options.notices)
    if options.only == "pages":
        pages(options.notices)
    if options.only == "images":
        images()
    if options.only == "search":
        search(options)
    if options.only == "looks":
        looks()
    if options.only is None:
        for part in ("door", "pages", "images", "looks", "search"):
            order = [sys.executable, "-m", "bench", "--only", part, *sys.argv[1:]]
            subprocess.run(order, check=True)


def search(options: argparse.Namespace) -> None:
    """Search at scale, in a folder that may be kept."""
    with tempfile.TemporaryDirectory(prefix="pop-bench-") as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        os.environ["POP_DATA"] = str(folder)
        from bench.search import measure

        print("search, on a crowd", flush=True)
        for line in measure(folder, options.notices, options.rebuild, options.seconds):
            print(line, flush=True)


def memory(count: int) -> None:
    """What the door holds in memory."""
    with tempfile.TemporaryDirectory(prefix="pop-bench-") as folder:
        os.environ["POP_DATA"] = str(Path(folder) / "state")
        from bench.memory import measure

        print(f"memory, at {count:,} notices", flush=True)
        for line in measure(Path(folder), count):
            print(line, flush=True)


def pages(count: int) -> None:
    """The public pages, each asked in this process."""
    with tempfile.TemporaryDirectory(prefix="pop-bench-") as folder:
        os.environ["POP_DATA"] = folder
        from bench.pages import measure

        print(f"pages, on a crowd of {count:,}", flush=True)
        for line in measure(Path(folder), count):
            print(line, flush=True)


def images() -> None:
    """Pictures, beside other image servers."""
    with tempfile.TemporaryDirectory(prefix="pop-bench-") as folder:
        os.environ["POP_DATA"] = folder
        from bench.images import measure

        print("images, one of 108 megapixels", flush=True)
        for line in measure(Path(folder)):
            print(line, flush=True)


def looks() -> None:
    """Pictures looked at, and compared by the million."""
    with tempfile.TemporaryDirectory(prefix="pop-bench-") as folder:
        os.environ["POP_DATA"] = str(Path(folder) / "state")
        from pop.operations.preparing import prepare

        prepare()
        from bench.looks import measure

        print("looks of pictures", flush=True)
        for line in measure(Path(folder)):
            print(line, flush=True)


def door() -> None:
    """The door, with others at it."""
    with tempfile.TemporaryDirectory(prefix="pop-bench-") as folder:
        os.environ["POP_DATA"] = str(Path(folder) / "door")
        from bench.door import measure

        print("the door, with others at it", flush=True)
        for line in measure(Path(folder)):
            print(line, flush=True)


def load(notices: int) -> None:
    """Files to pages: the real one, when it is there, then plausible ones."""
    real = Path(__file__).resolve().parents[2] / "shared/data/merimee/merimee-MH-2022.csv"
    if real.exists():
        with real.open(encoding="utf-8") as file:
            thread(real, sum(1 for _ in file) - 1)
    with tempfile.TemporaryDirectory(prefix="pop-bench-") as folder:
        path = Path(folder) / "plausible-merimee.csv"
        write_merimee(path, notices)
        thread(path, notices)


if __name__ == "__main__":
    main()
