"""The forms under which labels and words of a search meet."""

import re

from pop.model.values.words import normal

LONGEST = 200

_QUALIFIER = re.compile(r"\[[^\]]*\]|\([^)]*\)")


def key(label: str) -> str:
    """The folded words of a label, without what qualifies it in brackets: « Alger[wilaya] »."""
    found = normal(_QUALIFIER.sub(" ", label)) if "[" in label or "(" in label else normal(label)
    return (found or normal(label))[:LONGEST]


def singular(words: str) -> str:
    """Folded words without the marks of the plural, in a form for comparing only.

    Both sides go through it: « bois » becomes « boi », « vitrail » and « vitraux » « vitral ».
    """
    return " ".join(map(_singular, words.split()))


def _singular(word: str) -> str:
    if len(word) < 4:
        return word
    if word.endswith("aux") and not word.endswith(("eaux", "yaux")):
        return word[:-3] + "al"
    if word.endswith(("ail", "ails")) and len(word) > 4:
        return word.removesuffix("s")[:-3] + "al"
    return word[:-1] if word[-1] in "sx" else word
