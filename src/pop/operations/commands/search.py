"""`pop search`: the same search as the site's, on a terminal."""

import argparse
from urllib.parse import parse_qs

from pop.operations.preparing import prepare
from pop.operations.program import DONE, Refusal
from pop.operations.screen import Screen, number

HELP = "chercher des notices, comme dans la recherche du site"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXTE", nargs="?", default="", help="mots ou référence")
    parser.add_argument("--base", action="append", default=[], help="une base, répétable")
    parser.add_argument("--page", type=int, default=1, help="la page de résultats, 25 par page")
    parser.add_argument(
        "--with",
        dest="address",
        metavar="PARAMÈTRES",
        default="",
        help="d’autres paramètres, comme dans l’adresse : « siecle=17e siècle&tri=ancien »",
    )
    parser.add_argument("--facets", action="store_true", help="compter aussi les facettes")


def run(options: argparse.Namespace, screen: Screen) -> int:
    prepare()
    from pop.model import catalogue
    from pop.search.answers.searching import Results, facets, is_preparing, search
    from pop.search.asking.address import read
    from pop.search.meaning.understanding import Reading

    for name in options.base:
        try:
            catalogue.base(name)
        except KeyError:
            known = ", ".join(catalogue.bases())
            raise Refusal(f"base inconnue « {name} » ; bases connues : {known}.") from None
    parameters = parse_qs(options.address, max_num_fields=200)
    parameters |= {"q": [options.text]} if options.text else {}
    parameters |= {"base": options.base} if options.base else {}
    parameters |= {"page": [str(options.page)]} if options.page != 1 else {}
    query, remarks = read(parameters)
    if is_preparing():
        raise Refusal("l’index n’est pas prêt : lancez « pop index », puis cherchez de nouveau.")
    results = search(query)
    if results.problem:
        raise Refusal(results.problem)
    counts = facets(query, results=results) if options.facets else None
    if options.json:
        answer = {
            "total": results.total,
            "refs": [notice.ref for notice in results.notices],
            "bases": [notice.base for notice in results.notices],
            "reading": str(results.reading),
            "words": results.understood.words if results.understood else "",
            "remarks": [*remarks, *(one.text for one in results.news)],
        }
        if counts:
            answer["facets"] = {
                key: {value.label: value.count for value in counted.values}
                for key, counted in counts.facets.items()
            }
        screen.answer(answer)
        return DONE
    for remark in (*remarks, *(one.text for one in results.news)):
        screen.say(remark)
    if results.reading is Reading.CORRECTED and results.understood:
        screen.say(f"Résultats pour « {results.understood.words} »")
    if results.reading is Reading.PARTIAL:
        screen.say("Aucune notice n’a tous ces mots : voici celles qui en ont le plus.")
    screen.say(f"{number(results.total)} résultat{'s' if results.total > 1 else ''}")
    for notice in results.notices:
        screen.say(f"  {notice.base:<12} {notice.ref:<14} {Results.title(notice)}")
    for counted in counts.facets.values() if counts else ():
        if counted.values:
            shown = " · ".join(f"{one.label} {number(one.count)}" for one in counted.values)
            screen.say(f"{counted.facet.title} : {shown}")
    return DONE
