"""What a protection of monuments historiques has become, weighed from its acts.

DPRO says what was done and when, PPRO what it covers and, often alone, what lifted it; PROT,
where it is given, says what the ministry holds it for today. The three must agree: whatever
contradicts or is not understood makes the state « à vérifier », with the reason in a French
sentence. Sources: rules-of-the-domain.md §1; counts in docs/explanation/protection.md.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from pop.model import protection_words as words
from pop.model.protection_acts import (
    LIFTS,
    PROTECTS,
    Act,
    Clause,
    Details,
    Stated,
    clauses,
    dated_acts,
)
from pop.model.protection_events import Event, Fate
from pop.model.values.folding import fold


class State(StrEnum):
    """Where a protection stands, never firmer than its sources.

    « Partielle »: it stands, and the source says it does not cover everything, or a part of it
    was lifted. « En vigueur » does not say that it covers everything: many producers write
    « inscrit MH » for two façades.
    """

    IN_FORCE = "en vigueur"
    PARTIAL = "partielle"
    LIFTED = "levée"
    TO_CHECK = "à vérifier"


@dataclass(frozen=True, slots=True)
class Judged:
    """The state, the events in order, why, and what a reader should know besides."""

    state: State
    events: tuple[Event, ...]
    reasons: tuple[str, ...]
    notes: tuple[str, ...] = ()


_REFERRAL = re.compile(r"\bvoir\s*(?::|la\s|commune|notices?\b|\w+\s*:)", re.I)
_LIMITED = re.compile(r"\bpour une durée [^).;]*", re.I)
_TO_CHECK = re.compile(r"\bà vérifier\b", re.I)
_ONLY = re.compile(
    r"\bseule?s?\b[^.;:]{0,120}\b(?:class[ée]e?s?|inscrite?s?|prot[ée]g[ée]e?s?)\b", re.I
)


@dataclass(slots=True)
class _Weighed:
    """An act of DPRO while it is weighed, with the clauses of PPRO that tell of it."""

    stated: Stated
    clauses: list[Clause]
    fate: Fate

    @property
    def stands(self) -> bool:
        return self.fate in (Fate.STANDS, Fate.PARTLY_LIFTED)


def judge(dpro: str, ppro: str, prot: tuple[str, ...]) -> Judged:
    """The state of one protection, from the three fields as they are written."""
    stated = dated_acts(dpro)
    details = clauses(ppro)
    today = tuple(piece for text in prot for piece in dated_acts(text))
    if not stated:
        return _without_dates(ppro, details, today)
    return _Weighing(stated, ppro, details, today).judged()


def _lifting_events(details: Details, but: set[tuple[Act | None, str]]) -> list[Event]:
    """What PPRO lifts, one event by act, but those that DPRO already states."""
    found: dict[tuple[Act, str], Event] = {}
    told = [(clause.lifted, clause.extent) for clause in details.clauses if clause.lifted]
    for lifting, extent in [*told, *((lifting, lifting.extent) for lifting in details.loose)]:
        key = (lifting.act, lifting.when or lifting.text)
        if (lifting.act, lifting.when) in but:
            continue
        event = found.get(key) or Event(lifting.text, "PPRO", lifting.act, lifting.date)
        extents = (*event.extents, extent) if extent and extent not in event.extents else None
        found[key] = replace(event, extents=extents) if extents else event
    return list(found.values())


def _without_dates(ppro: str, details: Details, today: tuple[Stated, ...]) -> Judged:
    """No DPRO: the reference proves nothing. Only a whole lifting is told by the other fields."""
    events = [
        Event(
            clause.text,
            "PPRO",
            clause.act,
            words.date_of(clause.days),
            extents=(clause.extent,) if clause.extent else (),
            fate=Fate.LIFTED if clause.lifted or details.of_all else None,
        )
        for clause in details.clauses
    ]
    lifted = _lifting_events(details, set())
    told = tuple(events + lifted) or tuple(map(_from_prot, today))
    undone = [piece.text for piece in today if piece.act in LIFTS]
    standing = [event for event in events if event.fate is None]
    protected_today = any(piece.act in PROTECTS for piece in today)
    unread = bool(details.unclear or details.unsure)
    named = bool(events) or details.of_all
    if lifted and named and not (standing or unread or protected_today):
        return Judged(State.LIFTED, told, (words.all_lifted([e.text for e in lifted]),))
    if undone and not protected_today and not (lifted and standing):
        events = [replace(e, fate=Fate.LIFTED if e.act in PROTECTS else None) for e in told]
        return Judged(State.LIFTED, tuple(events), (words.said_by_prot(undone),))
    if _REFERRAL.search(ppro):
        return Judged(State.TO_CHECK, told, (words.referral(ppro),))
    if details.unsure:
        return Judged(State.TO_CHECK, told, (words.unsure(details.unsure[0]),))
    if today and not (events or lifted):
        return Judged(State.TO_CHECK, told, (words.undated(today[0].text),))
    reason = words.NO_DATE_SOME_LIFTED if lifted else words.NO_DATE_TOLD if told else words.NO_DATE
    return Judged(State.TO_CHECK, told, (reason,))


class _Weighing:
    """The weighing of a protection whose DPRO is filled."""

    def __init__(
        self, stated: tuple[Stated, ...], ppro: str, details: Details, today: tuple[Stated, ...]
    ) -> None:
        self._stated = tuple(_completed(piece, details) for piece in stated)
        self._ppro, self._details, self._today = ppro, details, today
        self._doubts: list[str] = []
        self._notes: list[str] = []
        self._undone_today: list[Stated] = []
        self._weighed = [
            _Weighed(piece, self._clauses_of(piece), Fate.STANDS)
            for piece in self._stated
            if piece.act in PROTECTS
        ]

    def _clauses_of(self, piece: Stated) -> list[Clause]:
        return [
            clause
            for clause in self._details.clauses
            if clause.act is piece.act and piece.when and piece.when in clause.days
        ]

    def judged(self) -> Judged:
        self._read()
        self._lift_by_details()
        for piece in self._stated:
            if piece.act in LIFTS:
                self._lift_by_date(piece)
        self._supersede()
        self._compare()
        events = self._events()
        state, reasons = self._state(events)
        if state is State.PARTIAL:
            events = tuple(replace(e, partial=e.partial or e.act in LIFTS) for e in events)
        return Judged(state, events, tuple(dict.fromkeys(reasons)), tuple(self._notes))

    def _read(self) -> None:
        """Doubts that the words alone raise."""
        for piece in self._stated:
            if piece.act is None:
                self._doubts.append(words.no_act(piece.text))
            if piece.date is None:
                self._notes.append(words.no_date(piece.text))
        self._doubts += map(words.unclear, self._details.unclear)
        self._doubts += map(words.unsure, self._details.unsure)
        if found := _LIMITED.search(self._ppro):
            self._doubts.append(words.limited(found.group()))
        if found := _TO_CHECK.search(self._ppro):
            self._doubts.append(words.said_to_check(_around(self._ppro, found)))

    def _lift_by_details(self) -> None:
        """Apply what PPRO lifts: the acts it names, then the parts, then the building whole."""
        for act in self._weighed:
            lifted = [clause for clause in act.clauses if clause.lifted]
            if any(clause.whole_act for clause in lifted):
                act.fate = Fate.LIFTED
            elif lifted:
                all_of_it = len(lifted) == len(act.clauses)
                act.fate = Fate.LIFTED if all_of_it else Fate.PARTLY_LIFTED
            if self._details.of_all:
                act.fate = Fate.LIFTED
        known = {id(clause) for act in self._weighed for clause in act.clauses}
        strangers = [c for c in self._details.clauses if c.lifted and id(c) not in known]
        for act in self._weighed:
            if not act.stands or act.clauses or not strangers:
                continue
            same = [c.lifted for c in strangers if c.lifted and c.lifted.when == act.stated.when]
            self._doubts.append(
                words.same_day(act.stated.text, same[0].text)
                if same
                else words.which_is_lifted(act.stated.text)
            )

    def _lift_by_date(self, lifting: Stated) -> None:
        """Apply a lifting that DPRO states itself: « 1920/05/07 : déclassé MH »."""
        at = next(i for i, piece in enumerate(self._stated) if piece is lifting)
        before = {id(piece) for piece in self._stated[:at]}
        targets = [
            act
            for act in self._weighed
            if act.stands
            and id(act.stated) in before
            and act.stated.act in LIFTS[lifting.act or Act.ANNULLED]
            and lifting.title in (None, act.stated.title)
        ]
        registered = [act for act in targets if act.stated.act is Act.REGISTERED]
        if lifting.act is Act.STRUCK_OFF and registered:
            targets = registered
        if len(targets) != 1:
            if not any(act.fate is Fate.LIFTED for act in self._weighed):
                self._doubts.append(words.which_is_meant(lifting.text))
            return
        own = [o for o in self._details.loose if o.act is lifting.act and o.when == lifting.when]
        part = lifting.partial or any(own_part.extent for own_part in own)
        targets[0].fate = Fate.PARTLY_LIFTED if part else Fate.LIFTED

    def _supersede(self) -> None:
        """A later classement replaces the inscription where PPRO gives both the same extent.

        The extent is the same only if the cadastre is: « Vestiges (cad. C 48) : classement »
        leaves « Vestiges (cad. C 232) : inscription » as it is.
        """
        listed = [act for act in self._weighed if act.stated.act is Act.LISTED and act.stands]
        for act in self._weighed:
            if act.stated.act is not Act.REGISTERED or act.fate is not Fate.STANDS:
                continue
            later = [other for other in listed if other.stated.when > act.stated.when]
            covered = {fold(clause.extent) for other in later for clause in other.clauses}
            own = {fold(clause.extent) for clause in act.clauses}
            if own and "" not in own and own <= covered:
                act.fate = Fate.SUPERSEDED

    def _compare(self) -> None:
        """Doubts from fields that contradict each other."""
        day_acts = {(day, clause.act) for clause in self._details.clauses for day in clause.days}
        for act in self._weighed:
            piece = act.stated
            other = Act.REGISTERED if piece.act is Act.LISTED else Act.LISTED
            stated_too = any(o.when == piece.when and o.act is other for o in self._stated)
            if not act.clauses and (piece.when, other) in day_acts and not stated_too:
                self._doubts.append(words.other_level(piece.text, other))
            elif not act.clauses and not self._doubts and len(self._weighed) == 1:
                days = [day for day, said in day_acts if said is piece.act]
                if days:
                    self._notes.append(words.other_date(piece.text, days))
        self._compare_with_today()

    def _compare_with_today(self) -> None:
        undone = [piece for piece in self._today if piece.act in LIFTS]
        protects = {piece.act for piece in self._today if piece.act in PROTECTS}
        standing = [act for act in self._weighed if act.stands]
        said = {act.stated.act for act in self._weighed if act.fate is not Fate.LIFTED}
        if undone and standing:
            liftable = {act for piece in undone for act in LIFTS[piece.act or Act.ANNULLED]}
            if protects or not said <= liftable:
                self._doubts.append(words.prot_disagrees(undone[0].text))
                return
            for act in standing:
                act.fate = Fate.LIFTED
            self._undone_today = undone[:1]
        elif protects and not standing:
            self._doubts.append(words.prot_disagrees(self._today[0].text))
        elif protects:
            missing = protects - said
            if missing or (Act.LISTED in said and Act.LISTED not in protects):
                self._doubts.append(words.prot_disagrees(self._today[0].text))
            titles = {piece.title for piece in self._today if piece.title}
            stated = {act.stated.title for act in standing if act.stated.title}
            if titles and stated and not titles & stated:
                self._doubts.append(words.prot_disagrees(self._today[0].text))

    def _events(self) -> tuple[Event, ...]:
        """Every act of DPRO in its order, then what only PPRO lifts."""
        fates = {id(act.stated): act for act in self._weighed}
        events = []
        for piece in self._stated:
            act = fates.get(id(piece))
            told = act.clauses if act else []
            own = [o for o in self._details.loose if o.act is piece.act and o.when == piece.when]
            extents = [clause.extent for clause in told] + [part.extent for part in own]
            events.append(
                Event(
                    piece.text,
                    "DPRO",
                    piece.act,
                    piece.date,
                    piece.title,
                    piece.partial,
                    tuple(dict.fromkeys(extent for extent in extents if extent)),
                    act.fate if act else None,
                    piece.more,
                )
            )
        stated = {(piece.act, piece.when) for piece in self._stated}
        events += _lifting_events(self._details, stated)
        return (*events, *map(_from_prot, self._undone_today))

    def _state(self, events: tuple[Event, ...]) -> tuple[State, list[str]]:
        standing = [act for act in self._weighed if act.stands]
        lifted = [event.text for event in events if event.act in LIFTS]
        if self._weighed and not standing and not self._doubts:
            return State.LIFTED, [words.all_lifted(lifted)]
        if self._doubts or not standing:
            return State.TO_CHECK, self._doubts or [words.NO_DATE]
        loose = any(part.extent for part in self._details.loose)
        if loose and not all(act.clauses for act in standing):
            return State.TO_CHECK, [words.unsure(text) for text in lifted]
        if lifted:
            return State.PARTIAL, [words.part_lifted(lifted)]
        if only := _ONLY.search(self._ppro):
            return State.PARTIAL, [words.only(_around(self._ppro, only))]
        parts = {piece.act for piece in self._today if piece.partial}
        if all(act.stated.partial or act.stated.act in parts for act in standing):
            return State.PARTIAL, [words.SAID_PARTIAL]
        return State.IN_FORCE, [words.NOTHING_AGAINST]


def _from_prot(piece: Stated) -> Event:
    return Event(piece.text, "PROT", piece.act, piece.date, piece.title, piece.partial)


def _completed(piece: Stated, details: Details) -> Stated:
    """A date that DPRO leaves without a level takes the only one PPRO gives that day."""
    acts = {c.act for c in details.clauses if piece.when and piece.when in c.days}
    return replace(piece, act=acts.pop()) if piece.act is None and len(acts) == 1 else piece


def _around(text: str, found: re.Match[str]) -> str:
    """The words found, with the rest of their sentence."""
    start = max(text.rfind(sign, 0, found.start()) for sign in ".;") + 1
    ends = [end for sign in ".;" if (end := text.find(sign, found.end())) >= 0]
    return text[start : min(ends, default=len(text))]
