"""`pop media`: a folder of pictures tied to notices; the originals read again, byte for byte;
pictures looked at (operations/looks.py)."""

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

from pop.operations.manners import give_way
from pop.operations.preparing import prepare
from pop.operations.program import DONE, FAILED, Refusal
from pop.operations.screen import Screen, number

if TYPE_CHECKING:
    from pop.imports.pictures import Attached

HELP = "rattacher un dossier d’images aux notices, les contrôler, les regarder, les comparer"
SHOWN = 10


def add_options(parser: argparse.ArgumentParser) -> None:
    shelf = parser.add_subparsers(dest="action", metavar="action", required=True)
    attach = shelf.add_parser("attach", help="rattacher les images d’un dossier à leurs notices")
    attach.add_argument("folder", metavar="DOSSIER", type=Path)
    attach.add_argument(
        "--table", metavar="CSV", type=Path, help="un tableau de colonnes fichier, base, ref"
    )
    attach.add_argument(
        "--names", metavar="BASE", default="", help="d’après les noms que citent ses notices"
    )
    attach.add_argument("--dry-run", action="store_true", help="montrer le rapport, ne rien écrire")
    check = shelf.add_parser("check", help="relire les originaux et comparer leurs sommes")
    check.add_argument("--sample", type=int, default=0, help="ce nombre, au hasard ; tous sinon")
    looks = shelf.add_parser(
        "looks", help="regarder les images dont on ne connaît ni les couleurs ni l’empreinte"
    )
    looks.add_argument(
        "--watch", action="store_true", help="suivre les changements, tant que le parent vit"
    )
    duplicates = shelf.add_parser("duplicates", help="les images presque identiques")
    for one in (attach, check, looks, duplicates):
        one.add_argument(
            "--json",
            action="store_true",
            default=argparse.SUPPRESS,
            help="répondre en JSON, pour un script",
        )


def run(options: argparse.Namespace, screen: Screen) -> int:
    give_way()
    prepare()
    if options.action in ("looks", "duplicates"):
        from pop.operations import looks

        return looks.run(options, screen)
    return _attach(options, screen) if options.action == "attach" else _check(options, screen)


def _attach(options: argparse.Namespace, screen: Screen) -> int:
    from pop.changes import applying, planning
    from pop.changes.recovery import cancel, forget
    from pop.imports import pictures
    from pop.imports.refusals import Unreadable
    from pop.model import catalogue
    from pop.operations.loading import ministry
    from pop.search import indexer

    folder: Path = options.folder
    if not folder.is_dir():
        raise Refusal(f"{folder} n’est pas un dossier.")
    found = [path for path in pictures.files(folder) if path != options.table]
    try:
        if options.table:
            ties = pictures.by_table(found, options.table, folder)
        elif options.names:
            ties = pictures.by_names(found, catalogue.base(options.names).key)
        else:
            ties = pictures.by_reference(found)
    except Unreadable as error:
        raise Refusal(str(error)) from None
    except KeyError:
        known = ", ".join(catalogue.bases())
        raise Refusal(f"base inconnue « {options.names} » ; bases connues : {known}.") from None
    told = pictures.Attached(unknown=[pictures.name(p, folder) for p in found if p not in ties])
    origin = ministry(f"images de {folder.name}")
    batch = planning.open_batch(origin)
    try:
        planning.plan(
            batch, origin, pictures.rows(ties, folder, not options.dry_run, told),
            lambda n: screen.progress("Images", told.tied, len(ties)),
        )  # fmt: skip
    except BaseException:
        cancel(batch)
        raise
    if options.dry_run:
        forget(batch)
    else:
        applying.apply(batch)
        indexer.drain(lambda n, total: screen.progress("Indexation", n, total))
    if options.json:
        screen.answer(
            {
                "batch": None if options.dry_run else batch.pk,
                "tied": told.tied,
                "unknown": told.unknown,
                "twice": told.twice,
                "refused": told.refused,
            }
        )
    _tell(told, screen, options.dry_run)
    return DONE


def _tell(told: "Attached", screen: Screen, dry_run: bool) -> None:
    screen.say(f"Images {'à rattacher' if dry_run else 'rattachées'} : {number(told.tied)}.")
    _list(screen, "Sans notice connue", told.unknown)
    _list(screen, "Déjà là, ou en double", told.twice)
    _list(screen, "Refusées", [f"{one['file']} : {one['reason']}" for one in told.refused])


def _list(screen: Screen, title: str, names: list[str]) -> None:
    if names:
        screen.say(f"{title} : {number(len(names))}")
        for one in names[:SHOWN]:
            screen.say(f"  {one}")
        if len(names) > SHOWN:
            screen.say(f"  … et {number(len(names) - SHOWN)} autres (--json les donne tous)")


def _check(options: argparse.Namespace, screen: Screen) -> int:
    from pop.media import originals

    held = list(originals.held())
    if 0 < options.sample < len(held):
        held = random.sample(held, options.sample)
    damaged = []
    for done, original in enumerate(held, 1):
        if originals.checksum(original) != original.name:
            damaged.append(original.name)
        screen.progress("Contrôle", done, len(held))
    if options.json:
        screen.answer({"checked": len(held), "damaged": damaged})
    screen.say(f"Originaux relus : {number(len(held))}, abîmés : {number(len(damaged))}.")
    for one in damaged:
        screen.say(f"  {one} : reprenez-le d’une sauvegarde")
    return FAILED if damaged else DONE
