"""`pop index`: the index brought up to date, kept so, checked, or built again beside the living
one."""

import argparse
import os
import time

from pop.operations.manners import give_way
from pop.operations.preparing import prepare
from pop.operations.program import DONE, FAILED, Refusal
from pop.operations.screen import Screen, number

HELP = "mettre l’index à jour ; --rebuild le refait à côté de l’actuel ; --check le compare"


def add_options(parser: argparse.ArgumentParser) -> None:
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--rebuild", action="store_true", help="tout refaire depuis les notices")
    ways.add_argument(
        "--check", action="store_true", help="comparer aux notices, dire et réparer les écarts"
    )
    ways.add_argument(
        "--watch", action="store_true", help="suivre les changements, tant que le parent vit"
    )


def run(options: argparse.Namespace, screen: Screen) -> int:
    if options.watch:
        # Not behind the others: a change must be searchable within two seconds.
        prepare()
        return _watch()
    give_way()
    prepare()
    start = time.monotonic()
    if options.check:
        return _check(options, screen)
    from pop.search.engine import generations
    from pop.search.upkeep import comparing, indexer, rebuilding

    def progress(done: int, total: int) -> None:
        screen.progress("Indexation", done, total)

    changed: list[comparing.Difference] = []
    if options.rebuild:
        try:
            rebuilt = rebuilding.rebuild(progress)
        except comparing.NotTheStore as error:
            screen.error(str(error))
            return FAILED
        done, changed = rebuilt.notices, rebuilt.changed
    else:
        done = indexer.drain(progress)
    seconds = time.monotonic() - start
    if options.json:
        screen.answer(
            {
                "indexed": done,
                "generation": generations.living(),
                "seconds": round(seconds, 3),
                "changed": len(changed),
            }
        )
    screen.say(f"{number(done)} notices indexées en {seconds:.1f} s.")
    for one in changed[: comparing.TOLD]:
        screen.say(f"  {one.facet} « {one.value} » : {number(one.before)} → {number(one.after)}")
    if len(changed) > comparing.TOLD:
        screen.say(f"  … et {number(len(changed) - comparing.TOLD)} autres valeurs.")
    return DONE


def _check(options: argparse.Namespace, screen: Screen) -> int:
    from pop.search.upkeep import indexer, marks

    faults = indexer.check()
    if options.json:
        screen.answer(
            {
                "missing": len(faults.missing),
                "stale": len(faults.stale),
                "extra": len(faults.extra),
                "waiting": marks.lag(),
            }
        )
        return DONE
    if not faults.total:
        screen.say("L’index montre toutes les notices telles qu’elles sont.")
    for count, said in (
        (len(faults.missing), "absentes de l’index"),
        (len(faults.stale), "montrées dans un état ancien"),
        (len(faults.extra), "montrées alors qu’elles n’existent plus"),
    ):
        if count:
            screen.say(f"{number(count)} notices {said} : réparé.")
    return DONE


def _watch() -> int:
    """Until the process that started this one is gone."""
    from pop.search.upkeep import indexer

    parent = os.getppid()
    if parent == 1:
        raise Refusal("pop index --watch est lancé par pop serve ; il s’arrête avec lui.")
    indexer.watch(lambda: os.getppid() != parent)
    return DONE
