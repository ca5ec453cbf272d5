"""`pop demo`: the invented collection, brought in or taken away."""

import argparse
import time

from pop.operations.manners import give_way
from pop.operations.preparing import prepare
from pop.operations.program import DONE, Refusal
from pop.operations.screen import Screen, number

HELP = "verser une collection de démonstration, inventée, ou la retirer"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--size", metavar="N", type=int, help="combien de notices (20 000)")
    parser.add_argument("--seed", metavar="GRAINE", type=int, help="une autre collection (1)")
    parser.add_argument("--remove", action="store_true", help="retirer la démonstration")
    # Set by `pop serve --demo`, to say where to look.
    parser.add_argument("--at", help=argparse.SUPPRESS)


def run(options: argparse.Namespace, screen: Screen) -> int:
    give_way()
    prepare()
    return _remove(options, screen) if options.remove else _bring(options, screen)


def _bring(options: argparse.Namespace, screen: Screen) -> int:
    from pop.demonstration import arriving, showing
    from pop.demonstration.generating.collection import SEED, SIZE
    from pop.notices import demonstration

    held = demonstration.held()
    seed = options.seed if options.seed is not None else held.seed if held else SEED
    size = options.size if options.size is not None else held.size if held else SIZE
    goes_on = bool(held and held.done and not held.complete)
    start = time.monotonic()
    try:
        arrived = arriving.arrive(seed, size, _Telling(screen, start, goes_on))
    except arriving.CannotArrive as refusal:
        raise Refusal(str(refusal)) from None
    seconds = time.monotonic() - start
    if options.json:
        screen.answer(
            {
                "notices": arrived.notices,
                "pictures": arrived.pictures,
                "seed": seed,
                "size": size,
                "seconds": round(seconds, 3),
            }
        )
        return DONE
    if arrived.notices:
        screen.say(
            f"Démonstration complète : {number(arrived.notices)} notices et "
            f"{number(arrived.pictures)} images dessinées en {seconds:.0f} s."
        )
    else:
        screen.say("La démonstration est déjà là, complète.")
    for line in showing.where_to_look(options.at or "http://127.0.0.1:8000"):
        screen.say(line)
    return DONE


class _Telling:
    """Progress: a line redrawn for who watches a terminal, a few sentences for a journal."""

    def __init__(self, screen: Screen, start: float, goes_on: bool) -> None:
        self._screen, self._start = screen, start
        self._told = goes_on
        if goes_on:
            screen.say("La collection continue d’arriver.")

    def __call__(self, done: int, total: int) -> None:
        self._screen.progress("La collection arrive", done, total)
        if not self._told:
            seconds = time.monotonic() - self._start
            self._screen.say(f"Les premières images sont là ({seconds:.0f} s), le reste arrive.")
        self._told = True


def _remove(options: argparse.Namespace, screen: Screen) -> int:
    from pop.demonstration.leaving import leave
    from pop.notices import demonstration

    if demonstration.held() is None:
        raise Refusal("Ce dossier ne contient pas la démonstration : rien à retirer.")
    gone = leave(lambda done, total: screen.progress("Retrait", done, total))
    if options.json:
        screen.answer({"removed": gone})
    else:
        screen.say(f"La démonstration est retirée : {number(gone)} notices et leurs images.")
    return DONE
