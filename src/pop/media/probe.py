"""Looks at pictures in a process of its own, which may crash or be killed without harm.

python -m pop.media.probe      a path on each line of standard input, an answer on each of
                               standard output: {"width", "height", "color", "look", "credit",
                               "caption", "date"}, {"kind": "PDF"} or {"reason"}
"""

import json
import resource
import sys
from pathlib import Path

import msgspec

from pop.media import embedded, formats, portable
from pop.media.decoding import Unreadable, size, thumbnail
from pop.media.looks import look, pixels

# Seconds of processor that one picture may take.
LONGEST = 120


def main() -> None:
    for line in sys.stdin:
        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime) + LONGEST
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
        print(json.dumps(_looked_at(Path(line.rstrip("\n")))), flush=True)


def _looked_at(path: Path) -> dict[str, object]:
    try:
        if formats.of(path) == "PDF":
            reason = portable.fault(path)
            return {"reason": reason} if reason else {"kind": "PDF"}
        width, height = size(path)
        # Decoded whole: a picture cut in its middle is found out here, not by visitors.
        small = pixels(thumbnail(path, 240, strict=True))
    except Unreadable as error:
        return {"reason": str(error)}
    except OSError as error:
        return {"reason": f"le fichier ne se lit pas ({error.strerror})"}
    found = look(small)
    said = msgspec.to_builtins(embedded.read(path))
    return {
        "width": width, "height": height, "color": found.color, "look": found.told(), **said
    }  # fmt: skip


if __name__ == "__main__":
    main()
