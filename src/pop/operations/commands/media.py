"""`pop media`: pictures and documents tied to notices, seen, compared; originals read again."""

import argparse
from pathlib import Path

from pop.operations.manners import give_way
from pop.operations.preparing import prepare
from pop.operations.screen import Screen

HELP = "rattacher images et documents aux notices ; les contrôler, les regarder, les comparer"


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
    documents = shelf.add_parser("documents", help="montrer les documents d’une notice")
    documents.add_argument("base", metavar="BASE")
    documents.add_argument("ref", metavar="REF")
    documents.add_argument(
        "--publish", metavar="SHA256", action="append", default=[], help="le déclarer public"
    )
    documents.add_argument(
        "--withdraw", metavar="SHA256", action="append", default=[], help="le rendre interne"
    )
    check = shelf.add_parser("check", help="relire les originaux et comparer leurs sommes")
    which = check.add_mutually_exclusive_group()
    which.add_argument("--sample", type=int, default=0, help="ce nombre, d’un point au hasard")
    which.add_argument("--daily", action="store_true", help="ceux du jour, s’ils restent à lire")
    watch = shelf.add_parser("watch", help="ce que pop serve lance à côté du site")
    looks = shelf.add_parser(
        "looks", help="regarder les images dont on ne connaît ni les couleurs ni l’empreinte"
    )
    duplicates = shelf.add_parser("duplicates", help="les images presque identiques")
    for one in (attach, documents, check, watch, looks, duplicates):
        one.add_argument(
            "--json",
            action="store_true",
            default=argparse.SUPPRESS,
            help="répondre en JSON, pour un script",
        )


def run(options: argparse.Namespace, screen: Screen) -> int:
    from pop.operations import (
        media_attach,
        media_check,
        media_documents,
        media_looks,
        media_watch,
    )

    give_way()
    prepare()
    match options.action:
        case "attach":
            return media_attach.attach(options, screen)
        case "documents":
            return media_documents.manage(options, screen)
        case "check":
            return media_check.check(options, screen)
        case "looks":
            return media_looks.look(options, screen)
        case "duplicates":
            return media_looks.duplicates(options, screen)
        case _:
            return media_watch.watch()
