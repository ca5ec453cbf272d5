"""The values that a field may be compared with, from their first letters, as the index holds them.

Of public fields only: the index knows no other, and `criteria.bases_of` lets no other be named.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from pop.model import catalogue
from pop.model.schema import Type
from pop.model.values.words import normal
from pop.search.answers.counting import search_values
from pop.search.asking import facets
from pop.search.asking.criteria import bases_of, field_of
from pop.search.asking.query import Query
from pop.search.content.one_value import COMPARED, SEPARATOR
from pop.search.engine.comparing_fields import holding
from pop.search.engine.index import Snapshot

SHORTEST = 2
MOST = 12
# Terms looked at to find that many in the base asked for.
_LOOKED_AT = 60


def closed(name: str) -> tuple[str, ...]:
    """All that a field may hold, when the model says it: the index is not asked."""
    found: dict[str, None] = {}
    for base, code in _fields(*(field_of(name) or ((), ""))):
        field = catalogue.base(base).fields[code]
        some = ("oui", "non") if field.type is Type.YES_NO else field.checks.among
        if not some:
            return ()
        found |= dict.fromkeys(some)
    return tuple(found)


def suggested(name: str, typed: str, snapshot: Snapshot, most: int = MOST) -> list[str]:
    """Values of a field: those that begin so, then those of its facet that have such words."""
    folded = normal(typed)[:COMPARED]
    codes, base = field_of(name) or ((), "")
    fields = _fields(codes, base)
    if not fields or len(folded) < SHORTEST:
        return []
    if some := closed(name):
        return [value for value in some if normal(value).startswith(folded)]
    public = dict.fromkeys(code for _, code in fields)
    found = chain(
        _beginning(list(public), base, folded, snapshot), _of_facet(fields, base, typed, snapshot)
    )
    return list(islice(dict.fromkeys(found), most))


def _fields(codes: Sequence[str], base: str) -> list[tuple[str, str]]:
    """The (base, code) pairs that the public may ask for."""
    return [(key, code) for code in codes for key in bases_of(code, base)]


def _beginning(codes: Sequence[str], base: str, folded: str, snapshot: Snapshot) -> Iterator[str]:
    """The values of the fields that begin so, the most frequent first, as they are written.

    The same code is a field of other bases: of one base, only what a notice of it has.
    """
    key = catalogue.base(base).key if base else ""
    for code in codes:
        for term, _ in snapshot.beginning("values", f"{code}{SEPARATOR}{folded}", _LOOKED_AT):
            if not key or snapshot.count(holding(snapshot.schema, key, term)):
                yield term.rpartition(SEPARATOR)[2]


def _of_facet(
    fields: Sequence[tuple[str, str]], base: str, typed: str, snapshot: Snapshot
) -> Iterator[str]:
    """The values of the facet that all these fields feed, by the beginning of any word."""
    fed = [set(facets.fed_by(key, code)) for key, code in fields]
    for facet in set.intersection(*fed):
        query = Query(bases=(catalogue.base(base).key,) if base else ())
        for value in search_values(query, snapshot, facet, typed, MOST).values:
            yield value.label
