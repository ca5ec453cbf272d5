"""`pop undo`: what a batch did, taken back."""

import argparse
import time

from pop.operations.manners import give_way, handle_many
from pop.operations.preparing import prepare
from pop.operations.program import DONE, Refusal
from pop.operations.screen import Screen, number

HELP = "annuler un lot : un chargement, un import, ou une annulation"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("batch", metavar="LOT", type=int, help="son numéro, donné par pop load")
    parser.add_argument("--reason", default="", help="pourquoi")
    parser.add_argument("--dry-run", action="store_true", help="montrer, ne rien écrire")


def run(options: argparse.Namespace, screen: Screen) -> int:
    give_way()
    prepare()
    from pop.changes import applying, undoing
    from pop.changes.models import Batch
    from pop.changes.recovery import forget
    from pop.operations.actors import operator
    from pop.search.upkeep import indexer

    handle_many()
    start = time.monotonic()
    try:
        done = Batch.objects.get(pk=options.batch)
        batch, report = undoing.plan_undo(
            done, operator(), options.reason, lambda n: screen.progress("Préparation", n)
        )
    except Batch.DoesNotExist:
        raise Refusal(f"Le lot {options.batch} est inconnu.") from None
    except undoing.CannotUndo as error:
        raise Refusal(str(error)) from None
    if options.dry_run:
        forget(batch)
    else:
        applying.apply(batch, lambda n: screen.progress("Écriture", n, report.rows))
        indexer.drain(lambda n, total: screen.progress("Indexation", n, total))
    conflicts = [{"ref": ref, "reason": why} for ref, why in report.conflicts]
    if options.json:
        counts = {"rows": report.rows, "changed": report.updated, "restored": report.created}
        number_of_batch = None if options.dry_run else batch.pk
        screen.answer({"batch": number_of_batch, **counts, "conflicts": conflicts})
        return DONE
    screen.say(
        f"{number(report.updated + report.created)} notices remises comme avant le lot "
        f"{options.batch}, {number(len(conflicts))} conflits, "
        f"en {time.monotonic() - start:.1f} s (lot {batch.pk})."
    )
    for conflict in conflicts[:20]:
        screen.say(f"  {conflict['ref']} : {conflict['reason']}")
    return DONE
