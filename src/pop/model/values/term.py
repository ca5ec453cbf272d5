"""Term: a word of a vocabulary or a name, with what qualifies it in parentheses.

« DUPONT Anne (peintre, attribué) » is the label « DUPONT Anne » and two qualifiers. What is
written is displayed whole; the key leaves the qualifiers out, so that an author is one author
whatever the part taken in the work.
"""

import re
from dataclasses import dataclass

from pop.model.values import text as texts
from pop.model.values import typography
from pop.model.values.folding import fold
from pop.model.values.verbs import Fault, Indexed

_PARENTHESIS = re.compile(r"([()])")
_QUALIFIER_END = re.compile(r"([(),;])")


@dataclass(frozen=True, slots=True)
class Term:
    """The label, and the qualifiers in their order; doubt (« ? ») is a qualifier."""

    label: str
    qualifiers: tuple[str, ...] = ()


def parse(text: str) -> Term | None:
    """The term, or None when the text is blank.

    Parentheses may be several, nested or unbalanced: one that is never closed goes to the
    end, one that was never opened is dropped. Without any label, the whole text is the label.
    """
    if not text.strip():
        return None
    label, inside = _take_apart(text)
    qualifiers = [qualifier for part in inside for qualifier in _split_qualifiers(part)]
    if label.endswith("?") and label.strip(" ?"):
        label = label.rstrip(" ?")
        qualifiers.append("?")
    if not label:
        return Term(" ".join(text.split()))
    return Term(label, tuple(qualifiers))


def _take_apart(text: str) -> tuple[str, list[str]]:
    """What is outside of parentheses, in one piece, and what each pair holds."""
    if "(" not in text and ")" not in text:
        return " ".join(text.split()), []
    outside: list[str] = []
    inside: list[str] = []
    current: list[str] = []
    depth = 0
    for piece in _PARENTHESIS.split(text):
        if piece == "(":
            depth += 1
            if depth > 1:
                current.append(piece)
        elif piece == ")":
            if depth > 1:
                current.append(piece)
            elif depth == 1:
                inside.append("".join(current))
                current = []
            depth = max(0, depth - 1)
        else:
            (current if depth else outside).append(piece)
    if current:
        inside.append("".join(current))
    return " ".join(" ".join(outside).split()), inside


def _split_qualifiers(inside: str) -> list[str]:
    """The qualifiers of one pair of parentheses, those of inner pairs left with their word."""
    found: list[str] = []
    current: list[str] = []
    depth = 0
    for piece in _QUALIFIER_END.split(inside):
        if piece in (",", ";") and depth == 0:
            found.append("".join(current))
            current = []
            continue
        depth = max(0, depth + (piece == "(") - (piece == ")"))
        current.append(piece)
    found.append("".join(current))
    return [" ".join(qualifier.split()) for qualifier in found if qualifier.strip()]


def check(text: str) -> tuple[Fault, ...]:
    """ENCODING, as for any text; whether the term is allowed is the vocabulary's to say."""
    return texts.check(text)


def display(text: str) -> str:
    """Everything that is written, with French typography."""
    return typography.typeset(text)


def index(text: str) -> Indexed:
    """Every word, and the folded label without its qualifiers as the key."""
    term = parse(text)
    return Indexed(words=text, keys=(fold(term.label),) if term else ())
