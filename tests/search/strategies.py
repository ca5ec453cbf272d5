"""Random searches: every part of a query, with the texts that break naive parsers."""

from hypothesis import strategies as st

from pop.model import catalogue
from pop.search.asking.criteria import DEEPEST, LONGEST, MOST_LEAVES, bases_of, write
from pop.search.asking.query import (
    FARTHEST,
    LAST_PAGE,
    LONGEST_TEXT,
    MOST_FILTERS,
    Box,
    Query,
    Sort,
    View,
    filter_keys,
)
from pop.search.asking.tree import (
    All,
    Criterion,
    Either,
    Node,
    Not,
    Operator,
    Phrase,
    Prefix,
    Word,
    depth,
    size,
)

HOSTILE = st.sampled_from(
    ['"', "\\", '\\"', "(", ")", "et", "ou", "non", "∃", "!∃", "dans", "mot", "*", "''", "«", "»",
     "\n", "\t", "\u00a0", "œ", "É", "é", "’", "-", "+", "&", "=", "%", "#", ";", ",", "..", "[",
     "{", "\x1f", "\x00", "\U0001f3f0", "TICO egale", "' OR 1=1 --", "<script>", "$", "^", "|", "~"]
)  # fmt: skip


def texts(longest: int = 60) -> st.SearchStrategy[str]:
    """Anything that can be typed, hostile pieces among ordinary letters; never blank."""
    letters = st.characters(codec="utf-8")
    pieces = st.one_of(HOSTILE, st.text(letters, min_size=1, max_size=8))
    joined = st.lists(pieces, min_size=1, max_size=6).map("".join)
    return joined.map(lambda text: text[:longest]).filter(lambda text: bool(text.strip()))


CODES = sorted(
    {c for base in catalogue.bases().values() for c, field in base.fields.items() if field.public}
)
BASES = sorted(catalogue.bases())
_OF_CODE = {code: frozenset(bases_of(code)) for code in CODES}


@st.composite
def criterion(draw: st.DrawFn) -> Criterion:
    """One field or several, of one base or of all, compared with anything."""
    fields = tuple(draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True)))
    common = [base for base in BASES if all(base in _OF_CODE[code] for code in fields)]
    base = draw(st.sampled_from(["", *common]))
    operator = draw(st.sampled_from(list(Operator)))
    return Criterion(fields, operator, draw(texts()) if operator.takes_value else "", base)


def leaves() -> st.SearchStrategy[Node]:
    where = st.sampled_from(["", "titre", "lieu"])
    return st.one_of(
        criterion(),
        st.builds(Word, texts(), where),
        st.builds(Phrase, texts(), where),
        st.builds(Prefix, texts(), where),
    )


def trees() -> st.SearchStrategy[Node]:
    """Trees that the platform accepts: groups of two parts at least, of a reasonable size."""

    def groups(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        parts = st.lists(inner, min_size=2, max_size=4).map(tuple)
        return st.one_of(st.builds(All, parts), st.builds(Either, parts), st.builds(Not, inner))

    return st.recursive(leaves(), groups, max_leaves=6).filter(
        lambda node: (
            size(node) <= MOST_LEAVES and depth(node) <= DEEPEST and len(write(node)) <= LONGEST
        )
    )


@st.composite
def years(draw: st.DrawFn) -> tuple[int | None, int | None]:
    year = st.integers(-9_999_999, 9_999_999)
    first, last = sorted((draw(year), draw(year)))
    return draw(st.sampled_from([(first, last), (first, None), (None, last), (first, first)]))


def _degrees(most: float) -> st.SearchStrategy[float]:
    return st.floats(-most, most, allow_nan=False)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    south, north = sorted((draw(_degrees(90)), draw(_degrees(90))))
    west, east = sorted((draw(_degrees(180)), draw(_degrees(180))))
    return Box(south, west, north, east)


@st.composite
def filters(draw: st.DrawFn) -> tuple[tuple[str, str], ...]:
    """Values of facets and search keys, those of one key together as addresses give them."""
    keys = draw(st.lists(st.sampled_from(sorted(filter_keys())), max_size=4, unique=True))
    found = [
        (key, value)
        for key in keys
        for value in draw(st.lists(texts().map(str.strip), min_size=1, max_size=3, unique=True))
    ]
    return tuple(found[:MOST_FILTERS])


def _one_line(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())[:LONGEST_TEXT].rstrip()


@st.composite
def queries(draw: st.DrawFn) -> Query:
    corner = st.tuples(_degrees(90), _degrees(180))
    return Query(
        text=_one_line(draw(st.one_of(st.just(""), texts(200)))),
        bases=tuple(draw(st.lists(st.sampled_from(BASES), max_size=3, unique=True))),
        filters=draw(filters()),
        years=draw(st.none() | years()),
        box=draw(st.none() | boxes()),
        area=tuple(draw(st.just([]) | st.lists(corner, min_size=3, max_size=8))),
        criteria=draw(st.none() | trees()),
        literal=draw(st.booleans()),
        sort=draw(st.sampled_from(list(Sort))),
        view=draw(st.none() | st.sampled_from(list(View))),
        page=draw(st.integers(1, LAST_PAGE)),
        after=draw(st.integers(0, FARTHEST)),
    )
