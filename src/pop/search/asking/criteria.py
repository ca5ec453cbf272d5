"""Criteria in words, as addresses and people write them ⇄ the tree.

    merimee.TICO contient "pont" et (DPT egale "29" ou non PROT existe)

Words that stand alone are searched anywhere; « *text* » in quotes is a phrase; `mot*` the
beginning of a word. `et` binds more tightly than `ou`; parentheses say otherwise. Several codes
joined by « + » are alternatives. What is not understood is refused in French, with the place.
Reference: docs/reference/queries.md.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pop.model import catalogue
from pop.search.asking.tree import (
    PLACES,
    All,
    Criterion,
    Either,
    Node,
    Not,
    Operator,
    Phrase,
    Prefix,
    Word,
    depth,
    size,
)

LONGEST = 4000
MOST_LEAVES = 64
DEEPEST = 8

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<paren>[()])
      | (?P<quoted>"(?:[^"\\]|\\.)*")
      | (?P<bare>[^\s()"]+)
      | (?P<open>")
    )""",
    re.VERBOSE,
)
_FIELD = re.compile(r"(?:(?P<base>[a-z][a-z-]*)\.)?(?P<codes>[A-Z][A-Z0-9_.+a-z-]*)")
_OPERATORS = {operator.value: operator for operator in Operator} | {
    # The signs of the former site, still in links.
    "*": Operator.CONTAINS, "==": Operator.EQUALS, "^": Operator.BEGINS,
    "!*": Operator.CONTAINS_NOT, "!=": Operator.DIFFERS,
    "===*": Operator.CONTAINS_EXACTLY, "===": Operator.EQUALS_EXACTLY,
    "===^": Operator.BEGINS_EXACTLY, "!==*": Operator.CONTAINS_NOT_EXACTLY,
    "!==": Operator.DIFFERS_EXACTLY, ">=": Operator.AT_LEAST, "<=": Operator.AT_MOST,
    ">": Operator.ABOVE, "<": Operator.BELOW, "∃": Operator.EXISTS, "!∃": Operator.MISSING,
}  # fmt: skip
_AND, _OR, _NOT = "et", "ou", "non"


class Misunderstood(ValueError):
    """Criteria that cannot be read; the message says where and what to write, in French."""


def operator(sign: str) -> Operator | None:
    """The operator that a word or a sign of the former site names."""
    return _OPERATORS.get(sign)


def field_of(text: str) -> tuple[tuple[str, ...], str] | None:
    """The codes and the base that « merimee.COM+WCOM » names; None when it names no field."""
    found = _FIELD.fullmatch(text)
    codes = tuple(filter(None, found["codes"].split("+"))) if found else ()
    return (codes, found["base"] or "") if found and codes else None


def written_field(codes: Iterable[str], base: str) -> str:
    """The fields of a criterion as it writes them; `field_of` gives them back."""
    return (f"{base}." if base else "") + "+".join(codes)


def write(node: Node) -> str:
    """The tree in words; `read` gives it back."""
    return _write(node, inside=False)


def read(text: str) -> Node:
    """The tree that the words say. Raises Misunderstood."""
    if len(text) > LONGEST:
        raise Misunderstood(
            f"Cette recherche est trop longue ({len(text)} caractères) ; restez sous {LONGEST}."
        )
    parser = _Parser(list(_tokens(text)))
    node = parser.alternatives()
    if parser.current is not None:
        raise Misunderstood(
            f"« {parser.current.text} » arrive trop tôt : il manque « et » ou « ou » avant, "
            "ou une parenthèse est de trop."
        )
    return checked(node)


def checked(node: Node) -> Node:
    """The same tree, a group of one part being that part, when it can be asked for.

    It must be of a reasonable size, name public fields only and leave nothing empty. Raises
    Misunderstood.
    """
    if size(node) > MOST_LEAVES:
        raise Misunderstood(f"Cette recherche a plus de {MOST_LEAVES} critères ; retirez-en.")
    if depth(node) > DEEPEST:
        raise Misunderstood("Ces parenthèses s’emboîtent trop ; simplifiez les groupes.")
    node = _checked(node)
    if (length := len(write(node))) > LONGEST:
        raise Misunderstood(
            f"Cette recherche est trop longue ({length} caractères) ; restez sous {LONGEST}."
        )
    return node


def _checked(node: Node) -> Node:
    match node:
        case All(parts) | Either(parts):
            if not parts:
                raise Misunderstood("Un groupe de critères est vide ; retirez-le.")
            kept = tuple(map(_checked, parts))
            return kept[0] if len(kept) == 1 else type(node)(kept)
        case Not(part):
            return Not(_checked(part))
        case Word(text, field) | Phrase(text, field) | Prefix(text, field):
            _filled(text)
            if field not in PLACES:
                known = " ou ".join(place for place in PLACES if place)
                raise Misunderstood(f"On ne cherche pas « dans {field} » ; écrivez {known}.")
            return node
        case Criterion():
            return _checked_criterion(node)


def _checked_criterion(node: Criterion) -> Criterion:
    if not node.fields:
        raise Misunderstood("Il manque le champ d’un critère.")
    for code in node.fields:
        if not bases_of(code, node.base):
            where = f" dans la base {node.base}" if node.base else ""
            raise Misunderstood(
                f"Le champ « {code} » n’existe pas{where}, ou n’est pas public ; "
                "le dictionnaire des champs donne la liste."
            )
    if not node.operator.takes_value:
        return Criterion(node.fields, node.operator, "", node.base)
    if not node.value.strip():
        raise Misunderstood(f"Il manque une valeur après « {'+'.join(node.fields)} ».")
    return node


def bases_of(code: str, base: str = "") -> list[str]:
    """The bases in which the public may search that field."""
    try:
        bases = [catalogue.base(base)] if base else list(catalogue.bases().values())
    except KeyError:
        return []
    return [one.key for one in bases if (f := one.fields.get(code)) and f.public]


def _write(node: Node, inside: bool) -> str:
    match node:
        case All(parts):
            said = f" {_AND} ".join(_write(part, True) for part in parts)
            return f"({said})" if inside else said
        case Either(parts):
            said = f" {_OR} ".join(_write(part, True) for part in parts)
            return f"({said})" if inside else said
        case Not(part):
            return f"{_NOT} {_write(part, True)}"
        case Criterion(fields, asked, value, base):
            compared = f" {_quoted(value)}" if asked.takes_value else ""
            return f"{written_field(fields, base)} {asked}{compared}"
        case Word(text, field):
            return f"{_in(field)}mot {_quoted(text)}"
        case Prefix(text, field):
            return f"{_in(field)}debut {_quoted(text)}"
        case Phrase(text, field):
            return f"{_in(field)}{_quoted(text)}"


def _in(field: str) -> str:
    return f"dans {field} " if field else ""


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str

    def says(self, word: str) -> bool:
        return self.kind == "bare" and self.text.lower() == word


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while text[at:].strip():
        found = _TOKEN.match(text, at)
        if found is None or found.lastgroup == "open":
            raise Misunderstood("Un guillemet ouvert n’est pas refermé.")
        at = found.end()
        kind = found.lastgroup or ""
        said = found.group(kind)
        if kind == "quoted":
            said = re.sub(r"\\(.)", r"\1", said[1:-1])
        yield _Token(kind, said)


class _Parser:
    """Recursive descent over the tokens; groups of one part are that part."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._nested = 0

    @property
    def current(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self) -> _Token:
        token = self.current
        if token is None:
            raise Misunderstood("La recherche s’arrête trop tôt : il manque un critère à la fin.")
        self._at += 1
        return token

    def alternatives(self) -> Node:
        parts = [self._together()]
        while self.current and self.current.says(_OR):
            self._take()
            parts.append(self._together())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _together(self) -> Node:
        parts = [self._one()]
        while self.current and self.current.says(_AND):
            self._take()
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self) -> Node:
        token = self._take()
        if token.says(_NOT):
            self._enter()
            denied = Not(self._one())
            self._nested -= 1
            return denied
        if token.kind == "paren":
            if token.text == ")":
                raise Misunderstood("Une parenthèse se ferme sans avoir été ouverte.")
            self._enter()
            node = self.alternatives()
            self._nested -= 1
            closing = self.current
            if closing is None or closing.kind != "paren" or closing.text != ")":
                raise Misunderstood("Une parenthèse ouverte n’est pas refermée.")
            self._take()
            return node
        if token.kind == "quoted":
            return Phrase(_filled(token.text))
        return self._leaf(token)

    def _enter(self) -> None:
        self._nested += 1
        if self._nested > 4 * DEEPEST:
            raise Misunderstood("Ces parenthèses s’emboîtent trop ; simplifiez les groupes.")

    def _leaf(self, token: _Token) -> Node:
        if token.says("dans"):
            return self._words_in(self._take().text)
        following = self.current
        if token.says("mot") and following and following.kind == "quoted":
            return Word(_filled(self._take().text))
        if token.says("debut") and following and following.kind == "quoted":
            return Prefix(_filled(self._take().text))
        field = field_of(token.text)
        asked = operator(following.text.lower()) if following and field else None
        if field and asked and following and following.kind == "bare":
            self._take()
            value = self._take().text if asked.takes_value else ""
            return Criterion(field[0], asked, value, field[1])
        if token.text.endswith("*") and len(token.text) > 1:
            return Prefix(token.text[:-1])
        return Word(token.text)

    def _words_in(self, field: str) -> Node:
        token = self._take()
        if token.kind == "quoted":
            return Phrase(_filled(token.text), field)
        if token.says("debut"):
            return Prefix(_filled(self._take().text), field)
        if token.says("mot"):
            return Word(_filled(self._take().text), field)
        return Word(token.text, field)


def _filled(text: str) -> str:
    if not text.strip():
        raise Misunderstood("Une expression entre guillemets est vide.")
    return text
