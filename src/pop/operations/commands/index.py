"""`pop index`: the index brought up to date, or built again beside the living one."""

import argparse
import time

from pop.operations.manners import give_way
from pop.operations.preparing import prepare
from pop.operations.program import DONE
from pop.operations.screen import Screen, number

HELP = "mettre l’index à jour ; --rebuild le refait entièrement, à côté de l’actuel"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rebuild", action="store_true", help="tout refaire depuis les notices")


def run(options: argparse.Namespace, screen: Screen) -> int:
    give_way()
    prepare()
    from pop.search import generations, indexer

    start = time.monotonic()
    work = indexer.rebuild if options.rebuild else indexer.drain
    done = work(lambda n, total: screen.progress("Indexation", n, total))
    seconds = time.monotonic() - start
    if options.json:
        generation = generations.living()
        screen.answer({"indexed": done, "generation": generation, "seconds": round(seconds, 3)})
    screen.say(f"{number(done)} notices indexées en {seconds:.1f} s.")
    return DONE
