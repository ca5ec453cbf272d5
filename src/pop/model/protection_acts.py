"""The acts of a protection, read from what the producers wrote.

`dated_acts` reads DPRO, one act after the other (« 1928/04/18 : inscrit MH ; 1931/01/12 : classé
MH partiellement »). `clauses` reads PPRO, where acts are told in sentences with what they cover
(« L’église (cad. B 12) : inscription par arrêté du 4 mai 1926, radiée de l’inscription par arrêté
du 10 mars 2016 »). Nothing is concluded here: `protection` does it. Never raises.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from pop.model.values import dates
from pop.model.values.date_expression import DateExpression
from pop.model.values.folding import fold


class Act(StrEnum):
    """What an act does, in the word of the law; abroger and annuler undo either of the first."""

    LISTED = "classé"
    REGISTERED = "inscrit"
    CREATED = "créé"
    LABELLED = "labellisé"
    DELISTED = "déclassé"
    STRUCK_OFF = "radié"
    REPEALED = "abrogé"
    ANNULLED = "annulé"


LIFTS = {
    Act.DELISTED: (Act.LISTED,),
    Act.STRUCK_OFF: (Act.REGISTERED, Act.LISTED),
    Act.REPEALED: (Act.REGISTERED, Act.LISTED),
    Act.ANNULLED: (Act.REGISTERED, Act.LISTED),
}
"""What each of the acts that lift can lift. « Radié » is said of classed buildings too."""

PROTECTS = (Act.LISTED, Act.REGISTERED)


class Title(StrEnum):
    """Under which of the two laws an object is protected; never one for the other."""

    BUILDING = "au titre immeuble"
    OBJECT = "au titre objet"


@dataclass(frozen=True, slots=True)
class Stated:
    """One act as DPRO or PROT states it.

    text: the piece, verbatim; act and date are None when they are not said or not understood;
    more: the folded words that say something else (« comme un ensemble historique mobilier »).
    """

    text: str
    act: Act | None
    date: DateExpression | None
    title: Title | None
    partial: bool
    more: str

    @property
    def when(self) -> str:
        """The date as a key: « 1975-01-28 », « 1840 »; empty when it is not known."""
        return key_of(self.date)


@dataclass(slots=True)
class Clause:
    """A protection as PPRO tells it: what is covered, by which act, and what lifted it.

    text: the words of the act, verbatim; days: keys of the act and of those that amended it;
    whole_act: the lifting names the act itself (« l’arrêté du … est abrogé »), so it falls for
    everything it covered.
    """

    text: str
    extent: str
    act: Act
    days: list[str]
    lifted: "Lifting | None" = None
    whole_act: bool = False


@dataclass(frozen=True, slots=True)
class Lifting:
    """An act that lifts. text: verbatim; extent: what it lifts, when it is a thing of its own."""

    text: str
    act: Act
    date: DateExpression | None
    extent: str = ""

    @property
    def when(self) -> str:
        return key_of(self.date)


@dataclass(slots=True)
class Details:
    """What PPRO tells.

    loose: liftings that no protection of the text answers for; of_all: one of them lifts the
    building itself; unclear: words such as « abrogé » without the act that would say so;
    unsure: liftings of which nothing says whether they are of the whole or of a part.
    """

    clauses: list[Clause] = field(default_factory=list)
    loose: list[Lifting] = field(default_factory=list)
    of_all: bool = False
    unclear: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)


def key_of(date: DateExpression | None) -> str:
    """The full day, else the year, else nothing."""
    if date is None or date.unknown:
        return ""
    if date.day:
        return date.day
    first, _ = date.years or (None, None)
    return str(first) if first is not None else ""


# -- DPRO and PROT

_WORDS = (
    (r"declass\w*", Act.DELISTED),
    (r"class(?:ee?s?|ements?)", Act.LISTED),
    (r"inscri(?:te?s?|ptions?)", Act.REGISTERED),
    (r"radi(?:ee?s?|ations?)", Act.STRUCK_OFF),
    (r"abrog(?:ee?s?|ations?)", Act.REPEALED),
    (r"annul(?:ee?s?|ations?)", Act.ANNULLED),
    (r"(?:cree|creation|delimite|defini)e?s?", Act.CREATED),
    (r"labell?(?:ise)?e?s?", Act.LABELLED),
)
_ACT = re.compile("|".join(rf"(?P<{act.name}>\b{words}\b)" for words, act in _WORDS))
_PARTIAL = re.compile(r"\b(?:partiellement|partielle?|en partie|pour partie)\b")
_TITLE = re.compile(r"\bau titre (?:d'|des |de l')?(immeuble|objet)s?\b")
_OBVIOUS = re.compile(r"\b(?:mh|(?:au titre des )?monuments? historiques?)\b|[.,:;()\s]+")
_DATE = r"[0-9]{4}(?:\s?/+\s?[0-9]{1,2}(?:\s?/+\s?[0-9]{1,2})?|[ -][0-9]{2}[ -][0-9]{2}(?![0-9]))?"
_DATE_AHEAD = re.compile(rf"\s*({_DATE}|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}})\s*(?::|$|(?=\D))")
# Two acts are also found joined by « . » or « : », before the second date.
_JOINED = re.compile(rf"(?<=[^\W\d])\s*[.:,]\s*(?={_DATE}\s*:)")


@lru_cache(maxsize=1 << 15)
def dated_acts(text: str) -> tuple[Stated, ...]:
    """The acts of a DPRO, a PROT or a DLAB, in the order of the text."""
    found: list[Stated] = []
    for part in text.split(";"):
        for piece in _JOINED.split(part):
            piece = piece.strip(" \t\n.:,£")
            if piece:
                found.extend(_stated(piece))
    return tuple(found)


def _stated(piece: str) -> list[Stated]:
    ahead = _DATE_AHEAD.match(piece)
    if ahead:
        date, words = dates.parse(ahead[1].replace(" ", "/")), piece[ahead.end() :]
    else:
        date, words = dates.parse(piece.partition(":")[0].strip()), piece
    folded = fold(words)
    titled = _TITLE.search(folded)
    title = None
    if titled:
        title = Title.OBJECT if titled[1] == "objet" else Title.BUILDING
    partial = bool(_PARTIAL.search(folded))
    acts = [Act[found.lastgroup or ""] for found in _ACT.finditer(folded)]
    for pattern in (_TITLE, _PARTIAL, _ACT, _OBVIOUS):
        folded = pattern.sub(" ", folded)
    more = " ".join(folded.split())
    return [Stated(piece, act, date, title, partial, more) for act in dict.fromkeys(acts) or [None]]


# -- PPRO

_MONTHS = (
    "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre"
)
_DAY = rf"(?:[0-9]{{1,2}}(?:er)?\s+(?:{_MONTHS})\s+)?[0-9]{{4}}(?![0-9])"
_DAYS = rf"{_DAY}(?:\s*(?:,|et)\s*(?:du\s+|de\s+)?{_DAY})*"
_MEANS = (
    r"(?:arr[êe]t[ée]?s?|rr[êe]t[ée]|listes?|d[ée]crets?|journal\s+officiel|j\.?\s?o\.?|loi|certificat"
    r"|avis\s+de\s+classement|jugement|d[ée]cision|ordonnance)"
)
_OF = r"[^;:.()]{0,60}?\s+(?:en\s+date\s+)?(?:du|de|des)\s+"
_LIFT_WORD = (
    r"(?:d[ée]class(?:[ée]e?s?|ements?)|radi(?:[ée]e?s?|ations?)"
    r"|abrog(?:[ée]e?s?|ations?)|annul(?:[ée]e?s?|ations?))\b"
)
_TOKEN = re.compile(
    rf"""
    (?P<names>\barr[êe]t[ée]s?\s+d(?:u|es)\s+(?P<named>{_DAY}(?:[\s,]+(?:et\s+)?(?:du\s+|de\s+)?{_DAY})*)
       \s+(?:modifi[ée]e?\s[^;:.]{{0,80}}?)?portant\s+(?P<what>inscription|classement)
       (?:\s+au\s+titre\s+des\s+monuments\s+historiques)?)
    |(?P<protects>\b(?P<kind>inscri\w*ions?|classements?)\s+(?:\([^)]*\)\s+)?(?:par|sur|suivant)\s+
       (?:l['’]\s?)?{_MEANS}(?:{_OF}|\s+)(?P<day>{_DAYS}))
    |(?P<also>(?:modifi|compl[ée]t|rectifi|confirm|remplac|d[ée]limit)[ée]*e?s?\s+par\s+(?:l['’]\s?)?
       {_MEANS}(?:{_OF}|\s+)(?P<again>{_DAYS})
       |\b(?:modifi|compl[ée]t|rectifi|remplac)ant\s+(?:l['’]\s?)?{_MEANS}(?:{_OF}|\s+)(?P<former>{_DAYS})
       |\bet\s+(?:par\s+)?{_MEANS}(?:{_OF}|\s+)(?P<besides>{_DAYS}))
    |(?P<lifts>\b{_LIFT_WORD}(?:[^;:]{{0,160}}?\bpar\s+(?:l['’]\s?)?{_MEANS}{_OF}(?P<end>{_DAY}))?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LIFTING_ACTS = (
    ("decl", Act.DELISTED),
    ("radi", Act.STRUCK_OFF),
    ("abro", Act.REPEALED),
    ("annu", Act.ANNULLED),
)
_EDGES = " \t\n.;:,£-–"
# « , radié », « et radiée », « est abrogé »: nothing of its own stands before the word.
_CARRIES_ON = re.compile(
    r"[\s,;.(]*(?:et\s+)?(?:(?:est|sont|a\s+[ée]t[ée]|ont\s+[ée]t[ée])\s+)?\Z", re.I
)
_WHOLE = re.compile(
    r"\b(?:l['’]\s?(?:immeuble|[ée]difice)|le\s+monument)\s+(?:est|a\s+[ée]t[ée])\s*\Z", re.I
)
_IN_PART = re.compile(
    r"\bpartiel|\ben partie\b|\bpour partie\b|\ben tant qu|\ben ce qui concerne\b|\bpour l", re.I
)
_STOP = re.compile(r"[.;]")
_EXCEPTION = re.compile(r"\b(?:sauf|except[ée]\w*|exception|exclusion)\b", re.I)
_PARENTHESES = re.compile(r"\([^()]*\)")
_ROAD = re.compile(r"(?:\bR\.?\s?[DN]\.?|\broute|\bvoie|\bchemin|\bcanal)[^;:,]{0,40}\Z", re.I)
_OF_WHAT = re.compile(r"^\s*(?:des?|du|de\s+l[ae]|de\s+l['’])\s+", re.I)
_IS_LIFTED = re.compile(r"[\s,]*(?:est|sont|a\s+[ée]t[ée])?\s*\Z", re.I)


@lru_cache(maxsize=1 << 15)
def _date(text: str) -> DateExpression | None:
    return dates.parse(" ".join(text.split()))


def _days(text: str) -> list[str]:
    return [day for found in re.findall(_DAY, text, re.I) if (day := key_of(_date(found)))]


def clauses(text: str) -> Details:
    """The protections a PPRO tells, each with what it covers and what lifted it."""
    details = Details()
    done = 0
    last: Clause | None = None
    named: list[Clause] = []
    for token in _TOKEN.finditer(text):
        between = text[done : token.start()]
        if token["protects"]:
            act = Act.LISTED if token["kind"][:1] in "cC" else Act.REGISTERED
            last = Clause(token.group(), between.strip(_EDGES), act, _days(token["day"]))
            details.clauses.append(last)
            named = []
        elif token["names"]:
            act = Act.LISTED if token["what"][:1] in "cC" else Act.REGISTERED
            named = [Clause(token.group(), "", act, [day]) for day in _days(token["named"])]
            last = None
        elif token["also"]:
            if last is not None and len(between) < 30:
                last.days += _days(token["again"] or token["besides"] or token["former"])
        elif not token["end"]:
            # A word alone stays in what surrounds it: « l’ancienne route déclassée : inscription ».
            if not _ROAD.search(between):
                details.unclear.append(token["lifts"])
            continue
        else:
            after = _STOP.split(text[token.end() : token.end() + 60], maxsplit=1)[0]
            _lift(details, token, after, between, last, named)
            named = []
        done = token.end()
    return details


def _lift(
    details: Details,
    token: re.Match[str],
    after: str,
    between: str,
    last: Clause | None,
    named: list[Clause],
) -> None:
    """Say what the lifting of `token` lifts: named acts, the clause before, or something loose."""
    word = fold(token["lifts"])[:4]
    act = next(act for start, act in _LIFTING_ACTS if word == start)
    lifting = Lifting(token["lifts"].strip(), act, _date(token["end"]))
    if _IN_PART.search(token["lifts"] + after):
        details.unsure.append(lifting.text)
    elif named:
        extent = _IS_LIFTED.sub("", _OF_WHAT.sub("", between)).strip(_EDGES)
        for clause in named:
            clause.extent, clause.lifted, clause.whole_act = extent, lifting, True
        details.clauses += named
    elif last is not None and _CARRIES_ON.match(between):
        if _EXCEPTION.search(_PARENTHESES.sub("", last.extent)):
            # « Le fort, sauf la demi-lune : classement …, déclassées par … »: which of the two?
            details.unsure.append(lifting.text)
        else:
            last.lifted = lifting
    elif _WHOLE.search(between):
        details.of_all = True
        details.loose.append(lifting)
    elif between.rstrip().endswith(":"):
        extent = between.strip(_EDGES)
        details.loose.append(Lifting(lifting.text, act, lifting.date, extent))
    else:
        # « Le château a été radié par … »: whether that is all of it, the words do not tell.
        details.unsure.append(f"{between.strip(_EDGES)} {lifting.text}")
