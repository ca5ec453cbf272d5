"""`pop search`: the same search as the site's box, on a terminal."""

import argparse

from pop.operations.preparing import prepare
from pop.operations.program import DONE, Refusal
from pop.operations.screen import Screen, number

HELP = "chercher des notices, comme dans la recherche du site"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXTE", nargs="?", default="", help="mots ou référence")
    parser.add_argument("--base", action="append", default=[], help="une base, répétable")
    parser.add_argument("--page", type=int, default=1, help="la page de résultats, 25 par page")


def run(options: argparse.Namespace, screen: Screen) -> int:
    prepare()
    from pop.model import catalogue
    from pop.search.address import from_address
    from pop.search.searching import search

    for name in options.base:
        try:
            catalogue.base(name)
        except KeyError:
            known = ", ".join(catalogue.bases())
            raise Refusal(f"base inconnue « {name} » ; bases connues : {known}.") from None
    query = from_address({"q": [options.text], "base": options.base, "page": [str(options.page)]})
    results = search(query)
    if options.json:
        refs = [notice.ref for notice in results.notices]
        bases = [notice.base for notice in results.notices]
        screen.answer({"total": results.total, "refs": refs, "bases": bases})
        return DONE
    screen.say(f"{number(results.total)} résultat{'s' if results.total > 1 else ''}")
    for notice in results.notices:
        screen.say(f"  {notice.base:<12} {notice.ref:<14} {results.title(notice)}")
    return DONE
