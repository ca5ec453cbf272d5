"""The acts in the life of a protection, as they are weighed and told."""

from dataclasses import dataclass
from enum import StrEnum

from pop.model.protection_acts import Act, Title
from pop.model.values.date_expression import DateExpression


class Fate(StrEnum):
    """What one act that protected has become."""

    STANDS = "en vigueur"
    PARTLY_LIFTED = "levé en partie"
    LIFTED = "levé"
    SUPERSEDED = "remplacé par un classement de même étendue"


@dataclass(frozen=True, slots=True)
class Event:
    """One act in the life of a protection.

    text: verbatim, from the field named by `source`; date: None when none was understood,
    `date.unknown` for 9999/99/99; extents: what the act covers, verbatim from PPRO, empty when
    the source does not say; fate: None for an act that protects nothing (it lifts, or labels).
    """

    text: str
    source: str
    act: Act | None
    date: DateExpression | None = None
    title: Title | None = None
    partial: bool = False
    extents: tuple[str, ...] = ()
    fate: Fate | None = None
    more: str = ""
