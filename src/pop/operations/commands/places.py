"""`pop places load`: communes and their changes, from the files of INSEE."""

import argparse
from pathlib import Path

from config.paths import data_folder
from pop.operations.program import DONE, Refusal
from pop.operations.screen import Screen, number

HELP = "charger les communes et leurs changements depuis les fichiers de l’INSEE"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["load"], help="load : lire le dossier")
    parser.add_argument("folder", metavar="DOSSIER", type=Path)


def run(options: argparse.Namespace, screen: Screen) -> int:
    from pop.places import building, communes

    out = data_folder() / "places" / communes.FILE_NAME
    try:
        table = building.build_from_insee(options.folder, out)
    except FileNotFoundError as error:
        raise Refusal(
            f"{error.filename} : fichier absent. Donnez le dossier où sont communes.csv et "
            "mouvements-communes.csv de l’INSEE."
        ) from None
    except KeyError as error:
        raise Refusal(
            f"Colonne {error} absente : ce n’est pas le Code officiel géographique de l’INSEE."
        ) from None
    count = len(communes.Communes.load(out))
    if options.json:
        screen.answer({"communes": count, "edition": table.edition, "licence": table.licence})
    screen.say(f"{number(count)} communes ({table.edition}, {table.licence}).")
    screen.say("Pour que la recherche en tienne compte : pop index --rebuild")
    return DONE
