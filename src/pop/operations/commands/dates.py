"""`pop dates`: the datings of a file that are not understood."""

import argparse
from pathlib import Path

from pop.operations.french import cause
from pop.operations.program import DONE, Refusal
from pop.operations.screen import Screen, number

HELP = "lister les datations d’un fichier qui ne sont pas comprises"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FICHIER", type=Path)
    parser.add_argument("--column", action="append", default=[], help="une colonne, répétable")
    parser.add_argument("--base", help="la base, quand les colonnes ne la disent pas")


def run(options: argparse.Namespace, screen: Screen) -> int:
    from pop.imports.measuring import datings
    from pop.imports.refusals import NotRecognised, Unreadable
    from pop.model.values.date_coverage import understood

    try:
        coverage = understood(datings(options.file, options.base, options.column))
    except (NotRecognised, Unreadable) as error:
        raise Refusal(str(error)) from None
    except OSError as error:
        raise Refusal(f"{options.file} : fichier illisible ({cause(error)}).") from None
    if options.json:
        screen.answer(
            {
                "distinct": coverage.distinct,
                "carrying": coverage.carrying,
                "understood": coverage.understood,
                "missed": coverage.missed,
            }
        )
        return DONE
    for text, count in coverage.missed:
        screen.say(f"{number(count):>8}  {text}")
    share = 100 * coverage.understood / max(coverage.carrying, 1)
    screen.say(
        f"{number(coverage.understood)} datations comprises sur {number(coverage.carrying)} "
        f"distinctes qui en portent une ({share:.1f} %)."
    )
    return DONE
