"""Names of places in any spelling: the form under which two spellings are the same."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_WORD_BEHIND = re.compile(r"^(?P<name>[^()]+)\((?P<before>[^()]+)\)$")
_ARTICLE = re.compile(r"^(?:le|la|les|l) ")
_SAINT = re.compile(r"\bst(e?)\b")


def fold(name: str) -> str:
    """Lower case, no accent, single spaces for hyphens and apostrophes, « St » as « saint ».

    A word put behind comes back first: « Alpes (Basses-) » folds as « Basses-Alpes ».
    """
    behind = _WORD_BEHIND.match(name.strip())
    if behind:
        name = f"{behind['before']} {behind['name']}"
    decomposed = unicodedata.normalize("NFKD", name.translate(_LIGATURES))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    return _SAINT.sub(r"saint\1", _NOT_A_WORD.sub(" ", bare).strip())


def without_article(folded: str) -> str:
    """« la reunion » → « reunion »: people write names of places with and without."""
    return _ARTICLE.sub("", folded)
