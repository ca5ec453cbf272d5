"""Makes pyramids in a process of its own, which may crash or be killed without harm.

python -m pop.media.maker      the path of an original and that of its pyramid on each line of
                               standard input, separated by a tab; an answer on each of standard
                               output: {} or {"reason"}
"""

import json
import os
import resource
import sys
from pathlib import Path

# One thread a process: there is a process for each core.
os.environ["VIPS_CONCURRENCY"] = "1"

from pop.media import pyramids
from pop.media.decoding import Unreadable

# Seconds of processor that one picture may take.
LONGEST = 300


def main() -> None:
    for line in sys.stdin:
        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime) + LONGEST
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
        original, made = map(Path, line.rstrip("\n").split("\t"))
        print(json.dumps(_made(original, made)), flush=True)


def _made(original: Path, made: Path) -> dict[str, str]:
    try:
        pyramids.make(original, made)
    except Unreadable as error:
        return {"reason": str(error)}
    except OSError as error:
        return {"reason": f"le fichier ne se lit pas ({error.strerror})"}
    return {}


if __name__ == "__main__":
    main()
