"""A query answered: hits, facets, suggestions. The one way in for screens, commands and API."""

from dataclasses import dataclass

from pop.model import catalogue
from pop.model.composing import first_line
from pop.notices import reading
from pop.notices.generated import whole
from pop.notices.models import Notice
from pop.search.answers.counting import count
from pop.search.answers.counts import Counts
from pop.search.answers.numbers import News, number_news
from pop.search.asking import old_addresses
from pop.search.asking.criteria import Misunderstood
from pop.search.asking.query import LAST_PAGE, PAGE_SIZE, Query, Sort, to_json
from pop.search.engine import generations
from pop.search.engine.comparing_fields import excluding
from pop.search.engine.index import Hits, Snapshot
from pop.search.engine.remembering import Memory
from pop.search.engine.translating import Translator
from pop.search.meaning import totals
from pop.search.meaning.understanding import Reading, Understood, understand

# Pages whose hits are remembered, in each process.
REMEMBERED = 1000
_pages: Memory[Hits] = Memory(REMEMBERED)


@dataclass(frozen=True, slots=True)
class Results:
    """One page of results, and how the words were understood.

    problem: why there can be none, in French, when the query makes no sense.
    """

    query: Query
    total: int
    notices: list[Notice]
    understood: Understood | None = None
    problem: str = ""

    @property
    def pages(self) -> int:
        """How many pages there are in all."""
        return -(-self.total // PAGE_SIZE)

    @property
    def news(self) -> list[News]:
        """What became of the number that was typed, if it was one."""
        return number_news(self.query.text, self.notices[:1]) if self.query.page == 1 else []

    @property
    def reading(self) -> Reading:
        return self.understood.reading if self.understood else Reading.AS_TYPED

    @staticmethod
    def title(notice: Notice) -> str:
        """What the notice is called, by the rule of its base."""
        return first_line(catalogue.base(notice.base).title, whole(notice)) or notice.ref


PREPARING = (
    "La recherche se prépare : la plateforme lit toutes les notices. Revenez dans un moment ; "
    "chaque notice reste ouverte à son adresse."
)


def is_preparing() -> bool:
    """Whether there are notices and no index to find them: the first one is being built, or one
    for documents of another shape."""
    return generations.snapshot() is None and Notice.objects.exists()


def search(query: Query, snapshot: Snapshot | None = None) -> Results:
    """The page that a query asks for; nothing at all before the first load."""
    query = pasted(query)
    snapshot = snapshot or generations.snapshot()
    if snapshot is None:
        return Results(query, 0, [])
    try:
        understood = understand(query, snapshot)
    except Misunderstood as error:
        return Results(query, 0, [], problem=str(error))
    return _page(understood, snapshot)


def forget() -> None:
    """Forget the pages that were found: for who measures the finding itself."""
    _pages.clear()
    totals.forget()


def _page(understood: Understood, snapshot: Snapshot) -> Results:
    """A page, whose hits are remembered while the index stays as it is.

    The same words may be understood otherwise (a vocabulary changed): what the engine is asked
    is part of the question.
    """
    query = understood.query
    asked = snapshot.state, to_json(query), repr(understood.engine_query)
    found = _pages.get(asked)
    if found is None:
        found = _hits(understood, snapshot, PAGE_SIZE, (query.page - 1) * PAGE_SIZE)
        _pages.put(asked, found)
    return Results(query, found.total, reading.many(found.keys), understood)


def _hits(understood: Understood, snapshot: Snapshot, most: int, offset: int) -> Hits:
    """Some results in the order of the query, and how many there are in all."""
    query, total = understood.query, understood.total
    engine_query = understood.engine_query
    if query.sort.unlimited and query.after:
        total = snapshot.count(engine_query) if total is None else total
        engine_query = Translator(snapshot).after(engine_query, query.after)
    if understood.first is None or query.sort is not Sort.RELEVANCE or total is None:
        return snapshot.search(engine_query, query.sort, most, offset, total)
    first = snapshot.search(understood.first, query.sort, most, offset, total)
    left = most - len(first.keys)
    if not left:
        return first
    before = offset + len(first.keys) if first.keys else snapshot.count(understood.first)
    others = excluding(understood.first, engine_query)
    more = snapshot.search(others, query.sort, left, max(0, offset - before), total)
    return Hits(total, first.keys + more.keys)


def total(query: Query, snapshot: Snapshot) -> int:
    """How many notices a search finds, none of them read. Raises Misunderstood."""
    understood = understand(pasted(query), snapshot)
    if understood.total is None:
        return snapshot.count(understood.engine_query)
    return understood.total


@dataclass(frozen=True, slots=True)
class Place:
    """Where a notice is among results: how many there are, the keys of its neighbours."""

    total: int
    before: int | None
    after: int | None


def place_of(key: int, query: Query, rank: int, snapshot: Snapshot | None = None) -> Place | None:
    """The neighbours of the result of that rank (from 1); None when that notice is no longer
    there."""
    snapshot = snapshot or generations.snapshot()
    if snapshot is None or not 1 <= rank <= LAST_PAGE * PAGE_SIZE:
        return None
    try:
        understood = understand(query, snapshot)
    except Misunderstood:
        return None
    first = max(rank - 2, 0)
    hits = _hits(understood, snapshot, 3, first)
    here = rank - 1 - first
    if hits.keys[here : here + 1] != [key]:
        return None
    before = hits.keys[here - 1] if here else None
    after = next(iter(hits.keys[here + 1 : here + 2]), None)
    return Place(hits.total, before, after)


def pasted(query: Query) -> Query:
    """The search that an address of the former sites asks for, when one was typed whole."""
    found = old_addresses.parse(query.text)
    if found is None:
        return query
    if isinstance(found, Query):
        return found
    base, ref = found
    return Query(text=ref, bases=(base,))


def facets(
    query: Query, snapshot: Snapshot | None = None, results: Results | None = None
) -> Counts:
    """The facets of a search, those its page shows."""
    snapshot = snapshot or generations.snapshot()
    if snapshot is None:
        return Counts("")
    try:
        if results is None:
            return count(query, snapshot)
        return count(query, snapshot, results.understood, expected=results.total)
    except Misunderstood:
        return Counts(snapshot.state)


def base_counts() -> dict[str, int]:
    """How many notices each base has in the index at this moment; one cheap column is counted."""
    snapshot = generations.snapshot()
    if snapshot is None:
        return {}
    counted = count(Query(), snapshot, keys=["base"], years=False)
    return {value.key: value.count for value in counted.facets["base"].values}


def keys_in_order(query: Query, snapshot: Snapshot, most: int, part: float) -> list[int]:
    """The database keys of some results, from a part (0 to 1) of the way in the store's order."""
    engine_query = understand(query, snapshot).engine_query
    after = int(part * snapshot.last_key)
    found = snapshot.search(Translator(snapshot).after(engine_query, after), Sort.STORED, most)
    if len(found.keys) < most:
        first = snapshot.search(engine_query, Sort.STORED, most)
        return list(dict.fromkeys([*found.keys, *first.keys]))[:most]
    return found.keys


def first_keys(query: Query, snapshot: Snapshot, most: int) -> list[int]:
    """The database keys of the first results, in the order of the query."""
    return hits(query, snapshot, most).keys


def hits(query: Query, snapshot: Snapshot, most: int, offset: int = 0) -> Hits:
    """The keys of some results in the order of the query, from its position, and how many there
    are from there; its page is not looked at. Raises Misunderstood."""
    understood = understand(query, snapshot)
    if query.sort.unlimited and query.after:
        engine_query = Translator(snapshot).after(understood.engine_query, query.after)
        return snapshot.search(engine_query, query.sort, most, offset)
    return _hits(understood, snapshot, most, offset)
