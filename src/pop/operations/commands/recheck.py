"""`pop recheck`: every stored notice checked again, once the checks have changed."""

import argparse
import time

from pop.operations.manners import give_way, handle_many
from pop.operations.preparing import prepare
from pop.operations.program import DONE
from pop.operations.screen import Screen, number

HELP = "contrôler de nouveau toutes les notices, quand les contrôles ont changé"


def add_options(parser: argparse.ArgumentParser) -> None:
    """No option of its own."""


def run(options: argparse.Namespace, screen: Screen) -> int:
    give_way()
    prepare()
    from pop.changes import rechecking
    from pop.search.upkeep import indexer

    handle_many()
    start = time.monotonic()
    told = rechecking.recheck(lambda n, total: screen.progress("Contrôle", n, total))
    indexer.drain(lambda n, total: screen.progress("Indexation", n, total))
    if options.json:
        screen.answer(
            {
                "resumed": bool(told.resumed_after),
                "notices": told.notices,
                "changed": told.changed,
                "raised": dict(told.raised),
                "cleared": dict(told.cleared),
            }
        )
        return DONE
    if told.resumed_after:
        screen.say("Reprise du contrôle interrompu, là où il en était.")
    screen.say(
        f"{number(told.notices)} notices contrôlées en {time.monotonic() - start:.1f} s, "
        f"{number(told.changed)} changées ; leurs valeurs restent telles quelles."
    )
    for flag in sorted(told.raised.keys() | told.cleared.keys()):
        screen.say(
            f"  {flag} : {number(told.raised[flag])} de plus, {number(told.cleared[flag])} de moins"
        )
    return DONE
