"""The protection of a building or an object: its kind, its state, its acts, with their sources.

    protection("merimee", "PA00078017", "Monuments Historiques", values).sentence
    → « Inscrit au titre des monuments historiques le 21 mars 1983. »

The state is derived from what producers wrote, never stored, and shown with the very fields that
say it. Kinds are different things in law and keep different words. The rules: rules-of-the-
domain.md §1; how they are applied, with counts on the real file: docs/explanation/protection.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from pop.model import protection_words as words
from pop.model.protection_acts import LIFTS, PROTECTS, Act, Title, dated_acts
from pop.model.protection_events import Event, Fate
from pop.model.protection_state import Judged, State, judge
from pop.model.values.folding import fold
from pop.model.values.typography import typeset

__all__ = ["Act", "Event", "Fate", "Kind", "Protection", "Source", "State", "Title", "protection"]


class Kind(StrEnum):
    """What sort of protection or recognition; one never stands for another.

    « Inventaire général » studies and protects nothing; it is not « Inventaire supplémentaire »,
    the former name of the inscription of monuments historiques.
    """

    MONUMENT = "monument historique"
    REMARKABLE_SITE = "site patrimonial remarquable"
    NATIONAL_DOMAIN = "domaine national"
    ILLUSTRIOUS = "label Maison des illustres"
    CONTEMPORARY = "label Architecture contemporaine remarquable"
    GARDEN = "label Jardin remarquable"
    STUDIED = "étudié par l’Inventaire général"


_FOR_A_TIME: Final = typeset(
    "Ce label est donné pour un temps ; la notice ne dit pas s’il court encore."
)
LABELS: Final = {Kind.ILLUSTRIOUS: _FOR_A_TIME, Kind.CONTEMPORARY: "", Kind.GARDEN: _FOR_A_TIME}
"""The labels, each with the doubt that a date alone leaves; empty when it leaves none. To be
confirmed by a person of the ministry."""

_PRODUCERS: Final = (
    ("patrimoniaux remarquables", Kind.REMARKABLE_SITE),
    ("patrimonial remarquable", Kind.REMARKABLE_SITE),
    ("des illustres", Kind.ILLUSTRIOUS),
    ("architecture contemporaine remarquable", Kind.CONTEMPORARY),
    ("jardin remarquable", Kind.GARDEN),
    ("jardins remarquables", Kind.GARDEN),
    ("domaine national", Kind.NATIONAL_DOMAIN),
    ("domaines nationaux", Kind.NATIONAL_DOMAIN),
    ("monuments historiques", Kind.MONUMENT),
    ("inventaire", Kind.STUDIED),
)
"""The folded words of a producer's label that tell the kind; labels are edited by administrators,
so no list of them is closed."""

# Decrees that set the limits of domaines nationaux have references of their own.
_NATIONAL_DOMAIN_PREFIX: Final = "DN"

_FIELDS: Final = {
    "merimee": ("PROT", "DPRO", "PPRO", "APRO", "MHPP", "DLAB"),
    "palissy": ("PROT", "DPRO", "PPRO", "NUMA"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """What one field says, verbatim; the values of a repeated field are apart."""

    field: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Protection:
    """A protection, derived.

    state: None only for a notice of the Inventaire that mentions no protection; reasons: why
    this state, in French sentences; notes: what a reader should know besides; events: in the
    order of the sources; labels: acts of a label borne beside the protection.
    """

    kind: Kind
    state: State | None
    events: tuple[Event, ...]
    sources: tuple[Source, ...]
    reasons: tuple[str, ...]
    notes: tuple[str, ...] = ()
    labels: tuple[Event, ...] = ()

    @property
    def standing(self) -> tuple[Event, ...]:
        """The acts that protect today, according to the source, lifted in part or not at all."""
        return tuple(e for e in self.events if e.fate in (Fate.STANDS, Fate.PARTLY_LIFTED))

    @property
    def level(self) -> Act | None:
        """The strongest act that stands: « classé » before « inscrit »; None when none does.

        The weaker one may stand on another extent: `standing` has both.
        """
        acts = {event.act for event in self.standing}
        return next((act for act in PROTECTS if act in acts), None)

    @property
    def sentence(self) -> str:
        """The kind and the acts in one French sentence, with dates in letters."""
        if self.kind is Kind.STUDIED:
            return words.studied(self.events)
        if self.kind is Kind.MONUMENT:
            return words.sentence(self.events) or words.NOTHING_DATED
        return words.decided(self.kind.value, self.events)

    @property
    def state_shown(self) -> str:
        """The state with its reasons, as a short French paragraph."""
        if self.state is None:
            return ""
        stated = (_LABEL_STATES if self.kind in LABELS else _STATES)[self.state]
        return " ".join((stated, *self.reasons, *self.notes))


_STATES: Final = {
    State.IN_FORCE: "Protection en vigueur d’après la notice.",
    State.PARTIAL: "Protection partielle d’après la notice.",
    State.LIFTED: "Protection levée d’après la notice.",
    State.TO_CHECK: "État de la protection à vérifier.",
}
# A label protects nothing.
_LABEL_STATES: Final = dict.fromkeys(State, "État du label à vérifier.") | {
    State.IN_FORCE: "Label en vigueur d’après la notice."
}


def protection(
    base_key: str, ref: str, producer: str, values: Mapping[str, Any]
) -> Protection | None:
    """The protection a notice tells, or None when it is of a base or a producer that tells none.

    A notice of monuments historiques always has one, be it only « à vérifier ». Never raises.
    """
    codes = _FIELDS.get(base_key)
    if codes is None:
        return None
    sources = tuple(Source(code, texts) for code in codes if (texts := _texts(values.get(code))))
    kind = _kind(ref, producer)
    if kind is None:
        return _of_another(sources)
    if kind is Kind.MONUMENT:
        return _of_monument(sources)
    if kind is Kind.STUDIED:
        return _of_inventory(sources)
    return _of_decision(kind, sources)


def _kind(ref: str, producer: str) -> Kind | None:
    found = _told_by(producer)
    if found is Kind.MONUMENT and ref.startswith(_NATIONAL_DOMAIN_PREFIX):
        return Kind.NATIONAL_DOMAIN
    return found


@lru_cache(maxsize=1000)
def _told_by(producer: str) -> Kind | None:
    name = fold(producer)
    return next((kind for said, kind in _PRODUCERS if said in name), None)


def _texts(value: Any) -> tuple[str, ...]:
    """The texts of a value, one or repeated, blank ones left out."""
    several = value if isinstance(value, list | tuple) else (value,)
    return tuple(text for text in several if isinstance(text, str) and text.strip())


def _said(sources: tuple[Source, ...], field: str) -> str:
    return " ; ".join(text for s in sources if s.field == field for text in s.texts)


def _judge(sources: tuple[Source, ...]) -> Judged:
    prot = next((source.texts for source in sources if source.field == "PROT"), ())
    return judge(_said(sources, "DPRO"), _said(sources, "PPRO"), prot)


def _label_events(sources: tuple[Source, ...]) -> tuple[Event, ...]:
    return tuple(
        Event(said.text, "DLAB", Act.LABELLED, said.date, more=said.more)
        for said in dated_acts(_said(sources, "DLAB"))
    )


def _of_monument(sources: tuple[Source, ...]) -> Protection:
    judged = _judge(sources)
    return Protection(
        Kind.MONUMENT,
        judged.state,
        judged.events,
        sources,
        judged.reasons,
        judged.notes,
        _label_events(sources),
    )


def _of_inventory(sources: tuple[Source, ...]) -> Protection:
    """Studied, and protected by nothing here; a protection it mentions is proved elsewhere."""
    if not any(source.field in ("PROT", "DPRO") for source in sources):
        return Protection(Kind.STUDIED, None, (), sources, ())
    events = tuple(replace(event, fate=None) for event in _judge(sources).events)
    return Protection(Kind.STUDIED, State.TO_CHECK, events, sources, (words.MENTIONED,))


def _of_another(sources: tuple[Source, ...]) -> Protection | None:
    """What a producer says who answers for no protection: kept, and to be checked."""
    said = " ".join(_said(sources, field) for field in ("PROT", "DPRO", "DLAB"))
    events = tuple(replace(event, fate=None) for event in _judge(sources).events)
    kind = _kind("", said)
    if kind is None and any(event.act in (*PROTECTS, *LIFTS) for event in events):
        kind = Kind.MONUMENT
    if kind is None:
        return None
    labels = _label_events(sources)
    return Protection(kind, State.TO_CHECK, events, sources, (words.BY_ANOTHER,), labels=labels)


def _of_decision(kind: Kind, sources: tuple[Source, ...]) -> Protection:
    """A site, a domaine national or a label: the date of the decision, then what may undo it."""
    pieces = [
        (code, said) for code in ("DPRO", "DLAB") for said in dated_acts(_said(sources, code))
    ]
    events = tuple(
        Event(
            said.text,
            code,
            said.act or (Act.LABELLED if kind in LABELS else Act.CREATED),
            said.date,
            partial=said.partial,
            fate=None if said.act in LIFTS else Fate.STANDS,
            more=said.more if said.act else "",
        )
        for code, said in pieces
    )
    given = [event for event in events if event.fate and event.date]
    undone = [event.text for event in events if event.act in LIFTS]
    doubt = LABELS.get(kind, "")
    if undone or not given:
        reason = words.undone(undone) if undone else words.NO_DECISION
        return Protection(kind, State.TO_CHECK, events, sources, (reason,))
    if doubt:
        return Protection(kind, State.TO_CHECK, events, sources, (doubt,))
    return Protection(kind, State.IN_FORCE, events, sources, (words.NOTHING_AGAINST,))
