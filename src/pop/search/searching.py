"""A query answered: the hits of the engine and their notices, in order."""

from dataclasses import dataclass

from pop.model import catalogue
from pop.model.composing import first_line
from pop.notices import reading
from pop.notices.generated import whole
from pop.notices.models import Notice
from pop.search import generations
from pop.search.query import PAGE_SIZE, Query


@dataclass(frozen=True, slots=True)
class Results:
    """One page of results."""

    query: Query
    total: int
    notices: list[Notice]

    @property
    def pages(self) -> int:
        """How many pages there are in all."""
        return -(-self.total // PAGE_SIZE)

    @staticmethod
    def title(notice: Notice) -> str:
        """What the notice is called, by the rule of its base."""
        return first_line(catalogue.base(notice.base).title, whole(notice)) or notice.ref


def search(query: Query) -> Results:
    """The page that a query asks for; nothing at all before the first load."""
    engine = generations.open_living()
    if engine is None:
        return Results(query, 0, [])
    hits = engine.search(query)
    return Results(query, hits.total, reading.many(hits.keys))


def totals_by_base(query: Query) -> dict[str, int]:
    """How many results each base has for this query, its choice of bases set aside."""
    engine = generations.open_living()
    return engine.totals(query, list(catalogue.bases())) if engine else {}
