"""The French sentences about a protection: what people read of its acts, its state, its doubts.

They never assert more than the source: an act is told with its own date and words, and every
doubt quotes what raised it. Typography is that of `values/typography`.
"""

import re
from collections.abc import Iterable

from pop.model.protection_acts import Act
from pop.model.protection_events import Event
from pop.model.values import dates
from pop.model.values.date_expression import DateExpression
from pop.model.values.typography import typeset

NO_DATE = typeset(
    "La notice ne donne ni la date ni le niveau d’une protection ; "
    "sa référence, à elle seule, ne prouve rien."
)
NO_DATE_TOLD = typeset(
    "Aucune protection datée n’est enregistrée ; seul le texte de précision en parle."
)
NO_DATE_SOME_LIFTED = typeset(
    "La notice ne donne ni la date ni le niveau d’une protection, et le texte n’en dit levée "
    "qu’une partie."
)
SAID_PARTIAL = typeset("La notice dit que la protection est partielle.")
NOTHING_DATED = typeset("La notice ne donne aucun acte de protection daté.")
NO_DECISION = typeset("La notice ne donne pas la date de la décision.")
MENTIONED = typeset(
    "Cette notice de l’Inventaire général mentionne une protection ; "
    "seule une notice des Monuments historiques en rend compte."
)
BY_ANOTHER = typeset(
    "Le producteur de cette notice n’est pas celui qui rend compte des protections."
)
STUDIED = typeset(
    "Étudié par l’Inventaire général du patrimoine culturel ; non protégé à ce titre."
)
NOTHING_AGAINST = typeset("La notice ne cite aucun acte contraire.")

_BLANKS = re.compile(r"[ \t\r\n]+")
_LONGEST_QUOTE = 160
_OF_THE_ACT = {Act.REPEALED: "protection abrogée", Act.ANNULLED: "protection annulée"}
_UNDER = "au titre des monuments historiques"


def quote(text: str) -> str:
    """A piece of the source between French quotes, on one line, cut when it is long."""
    text = _BLANKS.sub(" ", text).strip(" ,;.")
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 1].rstrip() + "…"
    return f"« {text} »"


def _quotes(texts: Iterable[str]) -> str:
    return ", ".join(quote(text) for text in dict.fromkeys(texts))


def date_of(days: Iterable[str]) -> DateExpression | None:
    """The date of the first key of a clause (« 1975-01-28 », « 1840 »)."""
    first = next(iter(days), "")
    return dates.parse(first) if first else None


# -- Why


def referral(text: str) -> str:
    return typeset(
        f"La notice renvoie à une autre : {quote(text)}. Elle ne prouve rien par elle-même."
    )


def all_lifted(texts: Iterable[str]) -> str:
    return typeset(f"La notice dit levé tout ce qui était protégé : {_quotes(texts)}.")


def part_lifted(texts: Iterable[str]) -> str:
    return typeset(f"Une partie a été levée : {_quotes(texts)} ; le reste demeure.")


def said_by_prot(texts: Iterable[str]) -> str:
    return typeset(f"La nature de la protection est aujourd’hui : {_quotes(texts)}.")


def prot_disagrees(text: str) -> str:
    return typeset(
        f"La nature de la protection, {quote(text)}, ne s’accorde pas avec les actes datés."
    )


def no_act(text: str) -> str:
    return typeset(f"{quote(text)} ne dit pas s’il s’agit d’un classement ou d’une inscription.")


def no_date(text: str) -> str:
    if any(sign.isdigit() for sign in text):
        return typeset(f"La date de {quote(text)} n’est pas comprise.")
    return typeset(f"{quote(text)} est dit sans date.")


def undated(text: str) -> str:
    return typeset(f"La nature de la protection, {quote(text)}, est donnée sans acte daté.")


def unclear(word: str) -> str:
    return typeset(f"Le texte parle de {quote(word)} sans que l’acte qui le ferait soit compris.")


def unsure(text: str) -> str:
    return typeset(f"{quote(text)} : rien ne dit si tout est levé, ou une partie seulement.")


def limited(text: str) -> str:
    return typeset(f"La protection a été donnée {quote(text)} ; la suite n’est pas dite.")


def said_to_check(text: str) -> str:
    return typeset(f"La notice demande une vérification : {quote(text)}.")


def which_is_lifted(text: str) -> str:
    return typeset(f"Un acte levé est décrit, et rien ne dit si c’est {quote(text)}.")


def which_is_meant(text: str) -> str:
    return typeset(f"{quote(text)} ne dit pas lequel des actes est levé.")


def same_day(stated: str, lifted: str) -> str:
    return typeset(f"{quote(stated)} porte la date de l’acte qui lève : {quote(lifted)}.")


def other_level(text: str, level: Act) -> str:
    name = "un classement" if level is Act.LISTED else "une inscription"
    return typeset(f"{quote(text)} : le texte de précision parle, à la même date, d’{name}.")


def other_date(text: str, days: Iterable[str]) -> str:
    shown = " et ".join(f"« {dates.display(day)} »" for day in sorted(days))
    return typeset(
        f"La date diffère d’un champ à l’autre : {quote(text)}, "
        f"et {shown} dans le texte de précision."
    )


def only(text: str) -> str:
    return typeset(f"La notice limite la protection : {quote(text)}.")


def undone(texts: Iterable[str]) -> str:
    return typeset(f"La notice cite un acte contraire : {_quotes(texts)}.")


# -- What was done


def when(date: DateExpression | None) -> str:
    """« le 12 juillet 1886 », « en 1840 », « à une date inconnue »; a date that is not given or
    not understood is said to be missing here, and the event keeps its text."""
    if date is None:
        return "(date non précisée)"
    if date.unknown:
        return "à une date inconnue"
    shown = dates.display(date.text)
    if date.day:
        return f"le {shown}"
    return f"en {shown}" if shown.isdigit() or "/" in date.text else f"({shown})"


def of_event(event: Event, *, first: bool = True) -> str:
    """One act in a clause without full stop; the first of a sentence names what it is under."""
    if event.act is None:
        return typeset(dates.display(event.text))
    # What is repealed or annulled is the act that protected, not the building.
    said = _OF_THE_ACT.get(event.act, event.act.value)
    if event.partial:
        said += " partiellement"
    if event.act in (Act.LISTED, Act.REGISTERED):
        if event.title:
            said += (
                f" monument historique {event.title.value}" if first else f" {event.title.value}"
            )
        elif first:
            said += f" {_UNDER}"
    if event.more:
        said += f" ({event.more})"
    return typeset(f"{said} {when(event.date)}")


def sentence(events: Iterable[Event]) -> str:
    """All the acts in one sentence: « Classé au titre des monuments historiques le … ; … »."""
    told = list(dict.fromkeys(of_event(e, first=not i) for i, e in enumerate(events)))
    whole = typeset(" ; ".join(told))
    return f"{whole[:1].upper()}{whole[1:]}." if whole else ""


def studied(events: Iterable[Event]) -> str:
    """A notice of the Inventaire, and the protection it mentions, in its own words."""
    mentioned = [dates.display(event.text) for event in events]
    return (
        typeset(f"{STUDIED} La notice mentionne : {_quotes(mentioned)}.") if mentioned else STUDIED
    )


def decided(kind: str, events: Iterable[Event]) -> str:
    """A site, a domaine or a label, with its dates: « Label Jardin remarquable, le … »."""
    told = dict.fromkeys(
        when(event.date)
        if event.fate or event.act is None
        else f"{event.act.value} {when(event.date)}"
        for event in events
    )
    return typeset(f"{kind[:1].upper()}{kind[1:]}{''.join(f', {one}' for one in told)}.")
