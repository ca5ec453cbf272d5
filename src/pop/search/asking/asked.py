"""The words of the box as a tree: phrases in quotes, `-word`, `beginning*`, `titre:` and the like.

Anything can be typed: what has no meaning of its own is a word. Words that only hold sentences
together (« les », « de », « où voir ») are not required, unless there is nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pop.model.values.folding import fold
from pop.model.values.words import words
from pop.search.asking import facets
from pop.search.asking.criteria import bases_of
from pop.search.asking.tree import Criterion, Either, Node, Operator, Phrase, Prefix, Word

# Long enough for any sentence; more words would only be a way to wear the server out.
MOST_WORDS = 24

BANDS = {"titre": "titles", "lieu": "places"}
"""Prefixes of the box that narrow to one band of the index."""

_PIECE = re.compile(
    r"""(?P<sign>[-+]?)
        (?:(?P<prefix>[A-Za-zÀ-ÿ][\w.-]*):(?=\S))?
        (?:"(?P<quoted>[^"]*)"?|«\s*(?P<french>[^»]*)»?|(?P<bare>[^\s"«»]+))""",
    re.VERBOSE,
)

# « N.-D. », « ND » before the rest of a name.
_OUR_LADY = re.compile(r"\b(?:N\.\s?-?\s?D\.|ND(?=\s+d(?:e|u|es|')\b)|N-D\b)", re.IGNORECASE)

# Articles, prepositions, pronouns; then what people say around what they look for. Folded.
HOLDING = frozenset(
    """a au aux avec ce ces cette chez d dans de des du elle en entre est et il ils j je l la le
    les leur leurs m mais ne ni nos nous on ou par pas plus pour qu que quel quelle quelles
    quels qui s sa sans se ses son sont sous sur un une vers y""".split()
)
ASKING = frozenset(
    """voir trouver chercher cherche recherche visiter connaitre savoir comment quand combien
    liste photos photo image images notice notices montre montrer existe patrimoine monuments
    edifices batiments""".split()
)
# « Monuments historiques de Nantes »: every building is one, few notices say so.
_OFFICIAL = frozenset({"monument historique", "monuments historiques"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, understood.

    required: words, phrases and conditions that all must hold, in order; excluded: what must
    not; light: words that help to rank and are not required.
    """

    required: tuple[Node, ...] = ()
    excluded: tuple[Node, ...] = ()
    light: tuple[str, ...] = ()
    typed: tuple[str, ...] = field(default=())

    @property
    def plain_words(self) -> tuple[str, ...]:
        """The folded words required anywhere: those that can be corrected or left out."""
        return tuple(n.text for n in self.required if isinstance(n, Word) and not n.field)

    @property
    def is_empty(self) -> bool:
        return not (self.required or self.excluded)


def parse(text: str) -> Asked:
    """The text of the box. Never fails."""
    required: list[Node] = []
    excluded: list[Node] = []
    light: list[str] = []
    typed: list[str] = []
    text = _OUR_LADY.sub("Notre-Dame", text)
    before: str = " "
    for found in _PIECE.finditer(text):
        before = text[found.start() - 1 : found.start()] or " "
        # A stroke inside a word (« Saint-Denis ») excludes nothing.
        sign = found["sign"] if before.isspace() else ""
        said = found["quoted"] if found["quoted"] is not None else found["french"]
        for node in _nodes(found["prefix"] or "", said, found["bare"] or ""):
            if len(required) + len(excluded) >= MOST_WORDS:
                break
            if sign == "-":
                excluded.append(node)
                continue
            if isinstance(node, Word) and not node.field:
                typed.append(node.text)
                if " ".join(typed[-2:]) in _OFFICIAL:
                    light.append(node.text)
                    if required and required[-1] == Word(typed[-2]):
                        light.append(required.pop().text)  # type: ignore[union-attr]
                    continue
                if not sign and node.text in HOLDING | ASKING:
                    light.append(node.text)
                    continue
            required.append(node)
    if not required and not excluded and light:
        required, light = [Word(word) for word in light[:MOST_WORDS]], []
    return Asked(tuple(required), tuple(excluded), tuple(light[:MOST_WORDS]), tuple(typed))


def _nodes(prefix: str, said: str | None, bare: str) -> Iterator[Node]:
    text = said if said is not None else bare
    narrowed = _narrowed(prefix, text) if prefix else None
    if narrowed is not None:
        yield narrowed
        return
    where = BANDS.get(fold(prefix), "") and fold(prefix)
    if prefix and not where:
        # « https://… », « sujet:truc »: no such prefix here, so two words.
        yield from (Word(word) for word in words(prefix))
    if said is not None:
        found = list(words(said))
        if len(found) == 1:
            yield Word(found[0], where)
        elif found:
            yield Phrase(" ".join(found), where)
        return
    found = list(words(bare))
    if bare.endswith("*") and found and len(found[-1]) >= 2:
        yield from (Word(word, where) for word in found[:-1])
        yield Prefix(found[-1], where)
        return
    yield from (Word(word, where) for word in found)


def _narrowed(prefix: str, text: str) -> Node | None:
    """`auteur:poussin` or `TICO:pont`, as a criterion on the fields of that name."""
    if not text.strip():
        return None
    key = fold(prefix)
    fields = facets.codes(key) if key not in BANDS else ()
    if fields:
        by_base: dict[str, list[str]] = {}
        for base, code in fields:
            by_base.setdefault(base, []).append(code)
        parts = tuple(
            Criterion(tuple(codes), Operator.CONTAINS, text, base)
            for base, codes in by_base.items()
        )
        return parts[0] if len(parts) == 1 else Either(parts)
    base, _, code = prefix.rpartition(".")
    if code.isupper() and bases_of(code, base):
        return Criterion((code,), Operator.CONTAINS, text, base)
    return None
