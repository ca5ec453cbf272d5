"""Inventory number: « D.2024.1.1 », « MNR 123 », « 2003.0.6039 ; 1008 (ancien numéro) ».

Museums write them in a thousand ways, which all must find the work (rules-of-the-domain.md
§4). Spaces, dots, strokes and slashes are all one separator, which counts between two figures
only: « RF 1972 23 » is « rf.1972-23 », never « RF 197223 ».
"""

import re

from pop.model.values import reference
from pop.model.values import text as texts
from pop.model.values.folding import fold
from pop.model.values.verbs import Fault, Indexed

_SEPARATORS = re.compile(r"[\W_]+")
_BREAK = re.compile(r"([();,])")
_ANNOUNCE = re.compile(r"\s*(?:inv(?:entaire)?|n(?:um[ée]ro|os?|°|º)?)\b[\s.°º:]*(?=\d)", re.I)


def parse(text: str) -> tuple[str, ...] | None:
    """The numbers of the text, separated by « ; » or « , », each with its note.

    None when the text is blank. What stands in parentheses is never cut.
    """
    numbers: list[str] = []
    current: list[str] = []
    depth = 0
    for piece in _BREAK.split(text):
        if piece in (";", ",") and depth == 0:
            numbers.append("".join(current))
            current = []
            continue
        depth = max(0, depth + (piece == "(") - (piece == ")"))
        current.append(piece)
    numbers.append("".join(current))
    return tuple(number.strip() for number in numbers if number.strip()) or None


def key(text: str) -> str:
    """The same string for every way of writing one inventory number."""
    return _SEPARATORS.sub(_separator, fold(text).upper())


def _separator(found: re.Match[str]) -> str:
    return "." if reference.between_figures(found) else ""


def number_key(text: str) -> str:
    """The key without padding zeros: « 2011.0.0030 » is « 2011.0.30 »."""
    return reference.without_padding(key(text))


def check(text: str) -> tuple[Fault, ...]:
    """ENCODING, as for any text: every museum numbers as it pleases."""
    return texts.check(text)


def display(text: str) -> str:
    """The numbers as written."""
    return text


def index(text: str) -> Indexed:
    """The text; as keys, each number with and without its « Inv. », its parts, its zeros."""
    keys: dict[str, None] = {}
    for number in parse(text) or ():
        announced = _ANNOUNCE.match(number)
        bare, _, note = number.partition("(")
        # « (1-2) » numbers parts, « (ancien numéro) » only comments.
        forms = [number, bare] if any(map(str.isdigit, note)) else [bare]
        if announced:
            forms += [form[announced.end() :] for form in forms]
        for form in forms:
            exact = key(form)
            if any(character.isdigit() for character in exact):
                keys[exact] = keys[reference.without_padding(exact)] = None
    return Indexed(words=text, keys=tuple(keys))
