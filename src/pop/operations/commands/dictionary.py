"""`pop dictionary`: the data dictionary as Markdown pages, one per base, and that of rights."""

import argparse
from pathlib import Path

from pop.operations.program import DONE
from pop.operations.screen import Screen, number

HELP = "écrire le dictionnaire des champs, une page Markdown par base"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--write", metavar="DOSSIER", type=Path, help="le dossier où l’écrire")


def run(options: argparse.Namespace, screen: Screen) -> int:
    from pop.model import catalogue
    from pop.operations import rights_page
    from pop.operations.dictionary_pages import page

    answer = {key: page(key) for key in catalogue.bases()}
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        for key, text in answer.items():
            (options.write / f"fields-{key}.md").write_text(text, encoding="utf-8")
        (options.write / "rights.md").write_text(rights_page.page(), encoding="utf-8")
        screen.say(f"{number(len(answer) + 1)} pages écrites dans {options.write}.")
    elif options.json:
        screen.answer(answer)
    else:
        for text in answer.values():
            screen.say(text)
    return DONE
