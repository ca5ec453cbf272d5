"""`make relevance`: the judged queries asked of a platform that holds the real files."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from relevance import drawn, judged, preparing, records, report

DEEP = 100


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m relevance")
    parser.add_argument(
        "--queries", type=Path, default=judged.QUERIES, help="d’autres demandes jugées"
    )
    parser.add_argument(
        "--real",
        type=Path,
        default=preparing.ROOT.parent / "shared/data",
        help="les fichiers réels",
    )
    parser.add_argument(
        "--keep", type=Path, help="où la plateforme chargée reste d’une fois à l’autre"
    )
    parser.add_argument(
        "--same-index", action="store_true", help="ne pas réindexer bien que le code ait changé"
    )
    parser.add_argument(
        "--drawn", type=int, metavar="N", help="N demandes tirées au sort dans les fichiers"
    )
    parser.add_argument("--seed", type=int, default=1, help="la graine du tirage")
    parser.add_argument("--json", action="store_true", help="les chiffres seuls, en JSON")
    options = parser.parse_args()
    if not all((options.real / name).is_file() for name in records.FILES):
        print(f"Les fichiers réels ne sont pas dans {options.real} (--real).", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="pop-relevance-") as temporary:
        folder = (options.keep or Path(temporary) / "platform").resolve()
        try:
            with preparing.prepared(folder, options.real, options.same_index):
                return _run(options)
        except judged.Malformed as error:
            print(error, file=sys.stderr)
            return 2


def _run(options: argparse.Namespace) -> int:
    # Settings read POP_DATA when they are imported.
    import django

    django.setup()
    from relevance.asking import ask

    library = records.Library(records.read(options.real))
    if options.drawn:
        queries = drawn.draw(library, options.seed, options.drawn)
    else:
        queries = judged.read(options.queries)
        judged.grade(queries, library)
    outcomes = [report.Outcome(one, ask(one.text, DEEP)) for one in queries]
    if options.json:
        print(json.dumps(report.as_json(outcomes)))
        return 0
    for line in report.misses(outcomes, library):
        print(line)
    print()
    for line in report.table(outcomes):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
