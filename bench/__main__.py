"""`make bench`: how long things take here. Figures are kept in docs/performance.md, with the
machine named; nothing in the tests depends on them."""

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.plausible import write_merimee

PROGRAM = Path(sys.executable).with_name("pop")


def timed(*arguments: str, data: str) -> float:
    """Seconds that a whole run of the program takes, start included."""
    start = time.perf_counter()
    subprocess.run(
        [PROGRAM, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "POP_DATA": data},
    )
    return time.perf_counter() - start


def thread(path: Path, count: int) -> None:
    """From the file to searchable, then the same file again."""
    with tempfile.TemporaryDirectory(prefix="pop-bench-") as data:
        first = timed("load", str(path), data=data)
        again = timed("load", str(path), data=data)
        rebuilt = timed("index", "--rebuild", data=data)
        answered = timed("search", "chapelle", data=data)
        size = sum(f.stat().st_size for f in Path(data).rglob("*") if f.is_file())
    print(f"{path.name}: {count:,} notices")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"  file to searchable   {first:7.1f} s   {count / first:8,.0f} notices/s")
    print(f"  same file again      {again:7.1f} s   {count / again:8,.0f} notices/s")
    print(f"  index built again    {rebuilt:7.1f} s   {count / rebuilt:8,.0f} notices/s")
    print(f"  one search, whole program {answered:.2f} s")
    print(f"  store and index      {size / count:7,.0f} bytes a notice, peak memory {peak} MB")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--notices", type=int, default=100_000)
    options = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    real = Path(__file__).resolve().parents[2] / "shared/data/merimee/merimee-MH-2022.csv"
    if real.exists():
        with real.open(encoding="utf-8") as file:
            thread(real, sum(1 for _ in file) - 1)
    with tempfile.TemporaryDirectory(prefix="pop-bench-") as folder:
        path = Path(folder) / "plausible-merimee.csv"
        write_merimee(path, options.notices)
        thread(path, options.notices)
        os.environ["POP_DATA"] = str(Path(folder) / "door")
        from bench.door import measure

        print("the door, with others at it")
        for line in measure(Path(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
