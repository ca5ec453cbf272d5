"""`pop load`: the ministry's files into the store, then into the index."""

import argparse
import time
from pathlib import Path

from pop.operations.preparing import prepare
from pop.operations.program import DONE, UNUSABLE
from pop.operations.screen import Screen, number

HELP = "charger un fichier de notices (CSV : | ; , ou tabulation), contrôlé puis indexé"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FICHIER", nargs="+", type=Path)
    parser.add_argument("--base", help="la base, quand les colonnes ne la disent pas")
    parser.add_argument("--dry-run", action="store_true", help="montrer le rapport, ne rien écrire")


def run(options: argparse.Namespace, screen: Screen) -> int:
    prepare()
    from pop.imports.columns import NotRecognised
    from pop.imports.delimited import Unreadable
    from pop.imports.tables import open_table
    from pop.model import catalogue
    from pop.operations.loading import load
    from pop.search import indexer

    if options.base and options.base not in catalogue.bases():
        try:
            options.base = catalogue.base(options.base).key
        except KeyError:
            known = ", ".join(catalogue.bases())
            screen.error(f"base inconnue « {options.base} » ; bases connues : {known}.")
            return UNUSABLE
    answers = []
    code = DONE
    for path in options.files:
        start = time.monotonic()
        try:
            table = open_table(path, options.base)
        except (Unreadable, NotRecognised) as error:
            screen.error(str(error))
            answers.append({"file": path.name, "error": str(error)})
            code = UNUSABLE
            continue
        except OSError as error:
            message = f"{path} : fichier illisible ({error.strerror})."
            screen.error(message)
            answers.append({"file": path.name, "error": message})
            code = UNUSABLE
            continue
        answers.append(load(table, screen, dry_run=options.dry_run, start=start))
    if not options.dry_run:
        start = time.monotonic()
        done = indexer.drain(lambda n, total: screen.progress("Indexation", n, total))
        if done:
            screen.say(f"{number(done)} notices indexées en {time.monotonic() - start:.1f} s.")
    if options.json:
        screen.answer(answers[0] if len(answers) == 1 else answers)
    return code
