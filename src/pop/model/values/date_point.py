"""A point in time while a date expression is being read: what was said of it so far."""

from dataclasses import dataclass, field

from pop.model.values import date_years
from pop.model.values.date_years import Span

OpenSpan = tuple[int | None, int | None]
"""First and last straight year; None is an open end."""


@dataclass(slots=True)
class Point:
    """A point being read. `first` and `last` are straight years, None for an open end.

    kind: `year`, `day` (also a month), `decade`, `century`, `period`, `today`, `unknown`,
    or unfinished: `ordinal`, `number`, `part`. The other fields are what was said of it.
    """

    kind: str
    first: int | None = None
    last: int | None = None
    rank: int = 0
    unit: int = 0
    count: int = 0
    """Parts the unit is cut in (4 for a quarter), 0 when it is whole."""
    piece: int = 0
    edge: str = ""
    before_our_era: bool = False
    era_said: bool = False
    iso: str = ""
    written: str = ""
    about: bool = False
    uncertain: bool = False
    limit: bool = False
    bound: str = ""
    """`before`, `after`, `until`, `since`: only one end is given."""
    half: str = ""
    """`from` or `to`: one of the two words of « entre … et … »."""
    link: str = "list"
    """How it follows the point before: `list`, `or`, `range`; `same` when it dates the same
    thing more closely (« Gallo-romain 2e siècle »)."""
    refined: list[list[OpenSpan]] = field(default_factory=list)
    """What brackets say of the same thing, in straight years: one list for each pair."""

    @property
    def finished(self) -> bool:
        return self.kind not in ("ordinal", "number", "part")

    def settle(self) -> None:
        """Computes the span of a century from its rank, unit, era and parts."""
        span = date_years.century(self.rank, self.unit, self.before_our_era)
        self.first, self.last = self.narrow(span)

    def narrow(self, span: Span) -> Span:
        """The part of a span that this point's own part or edge keeps."""
        if self.count:
            span = date_years.part(span, self.piece, self.count)
        if self.edge:
            span = date_years.edge(span, self.edge, self.kind == "century" and not self.count)
        return span
