"""Reference: the identifier of a notice, however people write it.

Two writings of one reference have the same `key`: case, accents, spaces, strokes and
underscores do not count (« pa 00078014 », « PA-00078014 »; « IVR26-2024… » for « IVR26_2024… »).
Dots, slashes and parentheses between two figures do: « MNR 12/3 » is not « MNR 123 ».
`number_key` also forgets the zeros that pad a number, so that any form of number finds the
work (rules-of-the-domain.md §4). The exact form each base expects is in its base file.
"""

import re
from dataclasses import dataclass

from pop.model.values import typography
from pop.model.values.folding import fold
from pop.model.values.verbs import Fault, Indexed

_SEPARATORS = re.compile(r"[\W_]+")
_SIGNIFICANT = re.compile(r"[./()\\]")
_DASHES = re.compile(r"[-\u2010-\u2015\u2212]")
_BAD = re.compile(r"[^A-Za-z0-9_-]")
_FIGURES = re.compile(r"[0-9]+")
_AROUND = " \t\r\n\u00a0\u202f.,;:\"'«»“”"


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference as written, and as POP writes it: « PA00078014 »."""

    text: str
    normal: str

    @property
    def key(self) -> str:
        return key(self.normal)


def parse(text: str) -> Reference | None:
    """The reference, or None when there is neither letter nor figure in the text."""
    if not key(text):
        return None
    return Reference(text, _normal(text))


def _normal(text: str) -> str:
    """Upper case without spaces; a stroke stays only between two letters (INI-D0000012)."""
    bare = "".join(fold(text).upper().strip(_AROUND).split())
    return _DASHES.sub(_stroke, bare)


def _stroke(found: re.Match[str]) -> str:
    before = found.string[found.start() - 1 : found.start()] if found.start() else ""
    after = found.string[found.end() : found.end() + 1]
    return "-" if before.isalpha() and after.isalpha() else ""


def key(text: str) -> str:
    """The same string for every way of writing one reference; empty when there is none."""
    if text.isascii() and text.isalnum():
        return text.upper()
    return _SEPARATORS.sub(_separator, fold(text).upper())


def _separator(found: re.Match[str]) -> str:
    if _SIGNIFICANT.search(found.group()) and between_figures(found):
        return "."
    return ""


def between_figures(found: re.Match[str]) -> bool:
    """Whether what was found stands between two figures."""
    start, end = found.span()
    return (
        start > 0
        and end < len(found.string)
        and found.string[start - 1].isdigit()
        and found.string[end].isdigit()
    )


def number_key(text: str) -> str:
    """The key without padding zeros: « MNR 123 », « MNR00123 » and « mnr-123 » are MNR123.

    Joconde pads on the left (« 000PE025604 » and « PE025604 » are PE25604).
    """
    return without_padding(key(text))


def without_padding(key: str) -> str:
    """A key whose runs of figures have lost their leading zeros."""
    return _FIGURES.sub(_unpadded, key) if "0" in key else key


def _unpadded(found: re.Match[str]) -> str:
    figures = found.group().lstrip("0")
    if figures:
        return figures
    end = found.end()
    begins_a_word = found.start() == 0 and found.string[end : end + 1].isalpha()
    return "" if begins_a_word and _FIGURES.search(found.string, end) else "0"


def check(text: str) -> tuple[Fault, ...]:
    """INVALID_ALNUM for anything but unaccented letters, figures, « _ » and « - »."""
    stripped = text.strip()
    found = _BAD.search(stripped)
    if found is None:
        return ()
    culprit = "un espace" if found.group().isspace() else typography.quoted(found.group())
    return (
        Fault(
            "INVALID_ALNUM",
            f"La référence {typography.quoted(stripped)} contient {culprit} ; "
            "écrivez-la seulement avec des lettres sans accent et des chiffres.",
        ),
    )


def display(text: str) -> str:
    """The reference as written."""
    return text


def index(text: str) -> Indexed:
    """The text, its key and its key without padding zeros."""
    exact = key(text)
    if not exact:
        return Indexed(words=text)
    short = without_padding(exact)
    return Indexed(words=text, keys=(exact,) if short == exact else (exact, short))
