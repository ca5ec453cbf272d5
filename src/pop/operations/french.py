"""argparse in French: its few sentences, which it takes from gettext."""

import argparse
import errno

_SENTENCES = {
    "usage: ": "emploi : ",
    "positional arguments": "arguments",
    "options": "options",
    "show this help message and exit": "montrer cette aide",
    "the following arguments are required: %s": "il manque : %s",
    "unrecognized arguments: %s": "arguments inconnus : %s",
    "expected one argument": "une valeur est attendue",
    "expected at least one argument": "au moins une valeur est attendue",
    "invalid %(type)s value: %(value)r": "valeur incorrecte (%(type)s attendu) : %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "choix inconnu : %(value)r (choix possibles : %(choices)s)"
    ),
    "argument %(argument_name)s: %(message)s": "%(argument_name)s : %(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s : %(message)s\n",
    "not allowed with argument %s": "ne va pas avec %s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "option ambiguë : %(option)s peut être %(matches)s"
    ),
}


def speak_french() -> None:
    """Replace argparse's translation function; a sentence not listed stays as it is."""
    argparse._ = lambda sentence: _SENTENCES.get(sentence, sentence)  # type: ignore[attr-defined]


_CAUSES = {
    errno.ENOENT: "il n’existe pas",
    errno.EACCES: "vous n’avez pas le droit d’y accéder",
    errno.EPERM: "vous n’avez pas le droit d’y accéder",
    errno.EISDIR: "c’est un dossier",
    errno.ENOTDIR: "son dossier n’existe pas",
    errno.ENOSPC: "le disque est plein",
}


def cause(error: OSError) -> str:
    """Why the system could not read or write a file, in a few French words."""
    return _CAUSES.get(error.errno or 0, f"erreur {error.errno} du système")
