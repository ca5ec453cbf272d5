"""`pop expurge`: a value or an image out of everything the platform remembers, for good."""

import argparse
from pathlib import Path

from pop.operations.french import cause
from pop.operations.preparing import prepare
from pop.operations.program import DONE, Refusal
from pop.operations.screen import Screen, number

HELP = "expurger un champ d’une notice ou une image, pour toujours ; ou rejouer un journal"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("base", metavar="BASE", nargs="?", default="")
    parser.add_argument("ref", metavar="REF", nargs="?", default="")
    parser.add_argument("field", metavar="CHAMP", nargs="?", default="")
    parser.add_argument(
        "--image", metavar="SHA256", default="", help="cette image, de toutes les notices"
    )
    parser.add_argument("--reason", default="", help="le motif, obligatoire")
    parser.add_argument(
        "--replay", metavar="JOURNAL", type=Path, help="refaire, sur une copie restaurée"
    )


def run(options: argparse.Namespace, screen: Screen) -> int:
    prepare()
    from pop.changes import expurging
    from pop.media import originals
    from pop.model import catalogue
    from pop.operations.actors import operator
    from pop.search.upkeep import indexer

    if options.replay:
        try:
            lines = options.replay.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise Refusal(f"{options.replay} : journal illisible ({cause(error)}).") from None
        done = expurging.replay(lines)
    elif options.image:
        try:
            done = expurging.expurge_image(operator(), options.image.lower(), options.reason)
        except originals.Failed as error:
            raise Refusal(
                f"l’image a quitté les notices, mais son original est encore là : {error}. "
                "Recommencez quand il pourra être supprimé."
            ) from None
        except expurging.CannotExpurge as error:
            raise Refusal(str(error)) from None
    else:
        if not options.field:
            raise Refusal(
                "Dites la base, la référence et le champ, ou --image SHA256, ou --replay JOURNAL."
            )
        try:
            base = catalogue.base(options.base).key
            expurging.expurge(operator(), base, options.ref.upper(), options.field, options.reason)
        except KeyError:
            known = ", ".join(catalogue.bases())
            raise Refusal(f"base inconnue « {options.base} » ; bases connues : {known}.") from None
        except expurging.CannotExpurge as error:
            raise Refusal(str(error)) from None
        done = 1
    indexer.drain(lambda n, total: screen.progress("Indexation", n, total))
    if options.json:
        screen.answer({"expurged": done})
    if options.image:
        screen.say(f"Image expurgée de {number(done)} notices, révisions et préparations.")
    else:
        plural = "s" if done > 1 else ""
        screen.say(f"{number(done)} champ{plural} expurgé{plural}.")
    return DONE
