"""`pop coordinates`: the coordinates of a file that cannot be placed."""

import argparse
from pathlib import Path

from pop.operations.french import cause
from pop.operations.program import DONE, Refusal
from pop.operations.screen import Screen, number

HELP = "lister les coordonnées d’un fichier qui ne tombent pas dans leur département"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FICHIER", type=Path)
    parser.add_argument("--base", help="la base, quand les colonnes ne la disent pas")


def run(options: argparse.Namespace, screen: Screen) -> int:
    from pop.imports import measuring
    from pop.imports.refusals import NotRecognised, Unreadable
    from pop.model.values.coordinate_coverage import coverage

    try:
        measured = coverage(measuring.coordinates(options.file, options.base))
    except (NotRecognised, Unreadable) as error:
        raise Refusal(str(error)) from None
    except OSError as error:
        raise Refusal(f"{options.file} : fichier illisible ({cause(error)}).") from None
    rest = [
        {
            "ref": one.row.reference,
            "given": one.row.coor,
            "zone": one.row.zone,
            "reasons": [fault.message for fault in one.reading.faults],
        }
        for one in measured.rest
    ]
    if options.json:
        counts = {
            "rows": measured.rows,
            "with_numbers": measured.with_numbers,
            "measurable": measured.measurable,
            "landed": measured.landed,
        }
        screen.answer({**counts, "rest": rest})
        return DONE
    for one in rest:
        screen.say(f"{one['ref']:<12} {one['given']} {one['zone']} : {' '.join(one['reasons'])}")
    screen.say(
        f"{number(measured.landed)} coordonnées placées sur {number(measured.measurable)} "
        f"dont le département est connu ({100 * measured.share:.1f} %)."
    )
    return DONE
