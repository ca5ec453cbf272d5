"""The lexicons of Joconde loaded, then words expanded: `python -m bench.vocabularies`."""

import os
import random
import statistics
import tempfile
import time
from pathlib import Path

import tests.servers  # DB=postgres starts a server for this run

LEXICONS = Path(__file__).resolve().parents[2] / "shared/data/thesauri/joconde-lex"
QUERIES = 1_000


def main() -> None:
    from pop.operations.preparing import prepare

    prepare()
    from pop.model.values.words import normal
    from pop.vocabulary import known, loading, opening
    from pop.vocabulary.expanding import expand, suggest
    from pop.vocabulary.models import Concept, Expands, Label, Narrower

    files = sorted(LEXICONS.glob("*.txt"))
    rows = [(path, row) for path in files if (row := known.by_file(path.stem)) and not row.within]
    reading = writing = again = 0.0
    for path, row in rows:
        settings = loading.Settings(
            row.key, row.title, path.name, expands=Expands(row.expands), closed=row.closed
        )
        start = time.perf_counter()
        scheme = opening.read(path)
        read = time.perf_counter()
        loading.load(scheme, settings)
        done = time.perf_counter()
        loading.load(scheme, settings)
        reading += read - start
        writing += done - read
        again += time.perf_counter() - done
    counts = ", ".join(
        f"{model._default_manager.count():,} {name}"
        for model, name in ((Concept, "concepts"), (Label, "labels"), (Narrower, "links"))
    )
    print(f"{tests.servers.DATABASE}: {len(rows)} lexicons, {counts}")
    print(f"  read {reading:.1f} s, written {writing:.1f} s, unchanged again {again:.1f} s")

    draw = random.Random(4)
    labels = list(
        Concept.objects.exclude(vocabulary__expands="nothing").values_list("label", flat=True)
    )
    words = [" ".join(draw.choices(labels, k=draw.randint(1, 3))) for _ in range(QUERIES)]
    queries = [groups(normal(text).split()[:8]) for text in words]
    for name, work in (
        ("expand, a query of terms", lambda query: expand(query)),
        ("suggest, three letters", lambda query: suggest(query[0][:3])),
    ):
        work(queries[0])
        times = sorted(timed(work, query) for query in queries)
        middle, high = statistics.median(times), times[QUERIES * 95 // 100]
        print(f"  {name}: median {middle:.2f}, p95 {high:.2f}, longest {times[-1]:.2f} ms")


def groups(words: list[str]) -> list[str]:
    """Every group of one to five words that stand together."""
    return [
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + 5, len(words)) + 1)
    ]


def timed(work: object, query: list[str]) -> float:
    start = time.perf_counter()
    work(query)  # type: ignore[operator]
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="pop-bench-") as folder:
        os.environ["POP_DATA"] = folder
        main()
