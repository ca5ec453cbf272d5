"""`pop load`: the ministry's files into the store, then into the index."""

import argparse
import time
from pathlib import Path
from typing import Any

from pop.operations.french import cause
from pop.operations.manners import give_way, handle_many
from pop.operations.preparing import prepare
from pop.operations.program import DONE, FAILED, UNUSABLE, Refusal
from pop.operations.screen import Screen, number

HELP = "charger des fichiers de notices (CSV, JSON, GeoJSON, .gz, .zip), contrôlés puis indexés"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FICHIER", nargs="+", type=Path)
    parser.add_argument("--base", help="la base, quand les colonnes ne la disent pas")
    parser.add_argument("--dry-run", action="store_true", help="montrer le rapport, ne rien écrire")
    parser.add_argument(
        "--as-producer",
        metavar="PRODUCTEUR",
        default="",
        help="avec les seuls droits de ce producteur, et les règles de ses imports",
    )
    parser.add_argument(
        "--report", metavar="RAPPORT", type=Path, help="écrire tout le rapport (.csv ou .json)"
    )


def run(options: argparse.Namespace, screen: Screen) -> int:
    give_way()
    prepare()
    from pop.changes.planning import Cancelled
    from pop.imports.sources import Unreadable, open_source
    from pop.model import catalogue
    from pop.notices import demonstration
    from pop.operations.load_report import Spool, write_report
    from pop.operations.loading import load
    from pop.search.upkeep import indexer

    if demonstration.held() and not options.dry_run:
        raise Refusal(
            "Ce dossier contient la démonstration : de vraies notices n’y sont pas mêlées. "
            "Retirez-la (pop demo --remove), ou choisissez un autre dossier (POP_DATA=…)."
        )
    if options.base and options.base not in catalogue.bases():
        try:
            options.base = catalogue.base(options.base).key
        except KeyError:
            known = ", ".join(catalogue.bases())
            screen.error(f"base inconnue « {options.base} » ; bases connues : {known}.")
            return UNUSABLE
    if options.report and not _is_writable(options.report):
        screen.error(
            f"{options.report} : le rapport s’écrit dans un fichier .csv ou .json, "
            "d’un dossier qui existe."
        )
        return UNUSABLE
    handle_many()
    answers: list[dict[str, Any]] = []
    code = DONE
    with Spool() as spool:
        for path in options.files:
            start = time.monotonic()
            try:
                sources = open_source(path, options.base)
            except (Unreadable, OSError) as error:
                spool.begin()
                answers.append(_refused(path, error, screen))
                code = UNUSABLE
                continue
            for source in sources:
                spool.begin()
                try:
                    told = load(
                        source, screen, options.dry_run, start, producer=options.as_producer,
                        tell=spool.add if options.report else None,
                    )  # fmt: skip
                except Unreadable as error:
                    spool.forget()
                    told = _refused(path, error, screen)
                    code = UNUSABLE
                except Cancelled as error:
                    raise Refusal(f"{path.name} : {error}") from None
                answers.append(told)
                start = time.monotonic()
        if not options.dry_run:
            start = time.monotonic()
            done = indexer.drain(lambda n, total: screen.progress("Indexation", n, total))
            if done:
                seconds = time.monotonic() - start
                screen.say(f"{number(done)} notices indexées en {seconds:.1f} s.")
        if options.report:
            try:
                write_report(options.report, answers, spool)
            except OSError as error:
                screen.error(f"{options.report} : rapport non écrit ({cause(error)}).")
                code = FAILED
    if options.json:
        screen.answer(answers[0] if len(answers) == 1 else answers)
    return code


def _refused(path: Path, error: Exception, screen: Screen) -> dict[str, Any]:
    message = str(error)
    if isinstance(error, OSError):
        message = f"{path} : fichier illisible ({cause(error)})."
    screen.error(message)
    return {"file": path.name, "error": message}


def _is_writable(report: Path) -> bool:
    return report.suffix.lower() in (".csv", ".json") and report.parent.is_dir()
