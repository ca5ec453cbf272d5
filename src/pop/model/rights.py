"""The rights of a picture: what people read beside it, and the same for machines.

    of_picture("memoire", {"DIFF": "tous droits réservés", "AUTP": ["Lestrange Adèle"]}).sentence
    → « Tous droits réservés. Réutilisation soumise à l’accord du titulaire… »

What a picture says of itself outranks the fields of its notice, but for the rows of the table that
hold always (a picture that may not be shown, the right of the author of the work depicted). When
several statements meet, the most protective holds. The table: `rights.yaml` and `rights: table:`
of each base; in plain words, docs/reference/rights.md. Rule: rules of the domain, §4 and §6.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from pop.model import catalogue
from pop.model.rights_table import DEFAULT, UNKNOWN, Statement, doubts, phrases, rank, table
from pop.model.schema import Base, RightsRow
from pop.model.values.typography import typeset
from pop.model.values.words import normal

_ADMITTED: Final = ("http://creativecommons.org/", "http://rightsstatements.org/vocab/")
# The version of a licence, once folded: « 4 0 », « 3 0 fr ».
_VERSION: Final = re.compile(r" ([1-4]) (0|5)(?: fr\b)?")
_PORTED: Final = re.compile(r" [1-4] [05] fr\b")
_SOURCE: Final = "sa source"


@dataclass(frozen=True, slots=True)
class PictureRights:
    """What is said of the rights of one picture.

    sentence: whole, in French; uri: for machines, "" when unknown; admitted: whether it may stand
    in `rights` of IIIF; credit: the line to print; photographer and work_author: two rights, two
    lines; largest: the longest side, in pixels, that the public may get, 0 without limit; shown:
    False when the picture may not be given at all; status: the sentence of law of a work of
    Rose-Valland, which stands beside each of its pictures.
    """

    sentence: str
    uri: str
    admitted: bool
    credit: str
    photographer: str
    work_author: str
    reusable: bool
    largest: int
    shown: bool
    status: str


class _Said(NamedTuple):
    """One thing said of the rights: a statement, the version of its licence, the text that says it
    when it is to be shown as it is."""

    key: str
    version: str = ""
    text: str = ""
    written: bool = False


def of_picture(
    base: str, values: Mapping[str, Any], credit: str = "", rights: str = ""
) -> PictureRights:
    """The rights of a picture of a notice of that base.

    values: those of the notice that holds it; with REF and PRODUCTEUR among them when they are
    known, without which the status of a work of Rose-Valland stays general. credit and rights:
    what is said of this very picture (notices/images.py).
    """
    described = catalogue.base(base)
    said = _judged(described, values, credit, rights)
    statement = table().statements[said.key]
    line = _credit(described, values, credit)
    uri = statement.address(said.version)
    return PictureRights(
        sentence=_sentence(described, statement, said, line),
        uri=uri,
        admitted=uri.startswith(_ADMITTED),
        credit=line,
        photographer=_photographer(described, values, line),
        work_author=" ; ".join(_texts(described.rights.work_author, values)),
        reusable=statement.reuse == "oui",
        largest=statement.largest,
        shown=statement.shown,
        status=_status(described, values),
    )


def statement_of(
    base: str, values: Mapping[str, Any], credit: str = "", rights: str = ""
) -> Statement:
    """The statement alone, for who counts or sorts out many pictures."""
    return table().statements[_judged(catalogue.base(base), values, credit, rights).key]


def named(uri: str) -> str:
    """How people name what an address says: « CC BY-SA 4.0 », « rightsstatements.org »."""
    return _names().get(uri) or next(
        (
            statement.named(found[0])
            for statement in table().statements.values()
            if "{version}" in statement.uri
            and (found := re.findall(re.escape(statement.uri).replace(r"\{version\}", "(.+)"), uri))
        ),
        uri,
    )


@cache
def _names() -> Mapping[str, str]:
    """By address, the name; of those that share one, that of the standard itself comes last."""
    return {one.uri: one.name for one in table().statements.values() if "{" not in one.uri}


def _judged(described: Base, values: Mapping[str, Any], credit: str, rights: str) -> _Said:
    """What holds among all that is said of a picture: what protects most."""
    heard = tuple(
        (code, (value,) if isinstance(value, str) else tuple(map(str, value)))
        for code in _read_codes(described.key)
        if (value := values.get(code))
    )
    return _judge(described.key, heard, credit, rights)


@cache
def _read_codes(base: str) -> tuple[str, ...]:
    """The fields that say something of the rights of the pictures of a base."""
    told = catalogue.base(base).rights
    own = (code for code in told.credit if "." not in code)
    return tuple(dict.fromkeys((*(row.field for row in told.table), *own)))


# The same few words stand under hundreds of thousands of pictures.
@lru_cache(maxsize=20_000)
def _judge(
    base: str, heard: tuple[tuple[str, tuple[str, ...]], ...], credit: str, rights: str
) -> _Said:
    told = catalogue.base(base).rights
    values = {code: list(texts) for code, texts in heard}
    said = list(_rows(told.table, values, only_always=bool(rights.strip())))
    if rights.strip():
        said += _read(rights, own=True) or [_Said(UNKNOWN, text=rights, written=True)]
    else:
        said += (one for text in _texts(told.credit, values) for one in _read(text))
    said += _read(credit)
    order = rank()
    return min(said, key=lambda one: order[one.key], default=_Said(DEFAULT))


def _rows(
    rows: Iterable[RightsRow], values: Mapping[str, Any], only_always: bool
) -> Iterator[_Said]:
    """What the fields say by the table; a field that says something else is not understood."""
    unread: dict[str, str] = {}
    for row in rows:
        if only_always and not row.always:
            continue
        for text in _texts([row.field], values):
            if row.holds(text):
                yield _Said(row.statement)
                unread[row.field] = ""
            elif row.says:
                unread.setdefault(row.field, text)
    if not only_always:
        yield from (_Said(UNKNOWN, text=text) for text in unread.values() if text)


@lru_cache(maxsize=10_000)
def _read(text: str, own: bool = False) -> tuple[_Said, ...]:
    """The statements that a text names; `own`: it is that of the rights of this picture.

    What opens is not believed beside a word that may take it back.
    """
    folded = f" {normal(text)} "
    found: list[_Said] = []
    for phrase, mention in phrases().items():
        if f" {phrase} " not in folded:
            continue
        rest = folded.replace(f" {phrase} ", " ", 1)
        if mention.alone and not (own and _says_nothing(rest)):
            continue
        statement = table().statements[mention.statement]
        if statement.reuse == "oui" and not doubts().isdisjoint(folded.split()):
            continue
        version = _version(folded.partition(f" {phrase}")[2])
        only = _says_nothing(rest)
        found.append(_Said(mention.statement, version, text, written=own and not only))
        # What it contains is not said besides: « CC BY » in « CC BY-NC ».
        folded = rest
    return tuple(found)


def _says_nothing(rest: str) -> bool:
    """Whether what is left of a text is only how a licence is written."""
    return set(rest.split()) <= _AROUND


_AROUND: Final = frozenset(
    "licence license licences deed international france etalab http https www fr "
    "0 1 2 3 4 5 v1 v2".split()
)


def _version(after: str) -> str:
    """The version of a licence, read just after its name, as its address writes it."""
    found = _VERSION.match(after)
    if found is None:
        return ""
    return f"{found[1]}.{found[2]}{'/fr' if _PORTED.match(after) else ''}"


def _sentence(described: Base, statement: Statement, said: _Said, credit: str) -> str:
    if said.written:
        text = said.text.strip()
        whole = text[:1].upper() + text[1:]
        return typeset(whole if whole.endswith((".", "!", "?", "…")) else f"{whole}.")
    return typeset(
        statement.sentence.format(
            credit=f"« {credit.rstrip(' .')} »" if credit else _SOURCE,
            contact=described.rights.contact,
            name=statement.named(said.version),
            text=" ".join(said.text.split()),
        )
    )


def _credit(described: Base, values: Mapping[str, Any], credit: str) -> str:
    """The line to print: the picture's own; else photographers, then the credit of the source, as
    they wrote it; else the one that the base gives to all its pictures (IRHT)."""
    if credit.strip():
        return credit.strip()
    told = described.rights
    written = [_one_line(described, text) for text in _texts(told.credit, values)]
    together = normal(" ".join(written))
    people = [
        name
        for name in _texts(told.photographer, values)
        if normal(name) not in together and _one_line(described, name) not in written
    ]
    line = ", ".join([*people, *written])
    return line or next((typeset(one.fixed) for one in told.fixed_credit), "")


def _photographer(described: Base, values: Mapping[str, Any], line: str) -> str:
    """Who took the picture; where one field says both (PHOT), the credit."""
    told = described.rights
    apart = [code for code in told.photographer if code not in told.credit]
    if names := list(_texts(apart, values)):
        return " ; ".join(_one_line(described, name) for name in names)
    return line if set(told.photographer) & set(told.credit) else ""


def _status(described: Base, values: Mapping[str, Any]) -> str:
    if not described.status_otherwise:
        return ""
    ref, producer = (next(_texts([code], values), "") for code in ("REF", "PRODUCTEUR"))
    held = (one.text for one in described.status if one.when.holds(ref, producer))
    return typeset(next(held, described.status_otherwise))


def _one_line(described: Base, text: str) -> str:
    """A text as its source wrote it, its line breaks said by a semicolon."""
    if described.line_break:
        text = " ; ".join(part.strip() for part in text.split(described.line_break) if part.strip())
    return " ".join(text.split())


def _texts(codes: Iterable[str], values: Mapping[str, Any]) -> Iterator[str]:
    """The distinct texts of those fields of this base (« memoire.COPY » is of another)."""
    seen: set[str] = set()
    for code in codes:
        value = values.get(code) if "." not in code else None
        for text in value if isinstance(value, list) else (value,):
            if isinstance(text, str) and text.strip() and text not in seen:
                seen.add(text)
                yield text
