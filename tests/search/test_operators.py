"""The sixteen operators, alone and nested, answer what plain Python finds in the store."""

import random
from collections.abc import Iterator

import pytest

from pop.model import catalogue
from pop.model.values.folding import fold
from pop.notices.store import texts
from pop.search.answers.searching import search
from pop.search.asking.criteria import Misunderstood, read
from pop.search.asking.query import Query
from pop.search.asking.tree import All, Criterion, Either, Node, Not, Operator
from pop.search.engine.index import Snapshot
from tests.search import oracle
from tests.search.oracle import Stored

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def stored(valserre: Snapshot) -> Stored:
    return oracle.stored()


def expected(node: Node, stored: Stored) -> set[str]:
    return {ref for ref, (base, values) in stored.items() if oracle.answers(node, base, values)}


def public_values(stored: Stored) -> list[tuple[str, str, str]]:
    """(base, code, text) of everything that may be compared."""
    return [
        (base, code, text)
        for base, values in stored.values()
        for code, field in catalogue.base(base).fields.items()
        if field.public
        for text in texts(values.get(code))
    ]


def near(text: str, draw: random.Random) -> str:
    """The text, or one that is like it: another case, no accent, a part of it, more spaces."""
    start, end = sorted((draw.randrange(len(text) + 1), draw.randrange(len(text) + 1)))
    near_ones = [
        text, text, text.upper(), fold(text), text[:end] or text, text[start:end] or text,
        text.replace(" ", "  "), f" {text} ", f"{text} ?", text.replace("'", "’"),
    ]  # fmt: skip
    return draw.choice(near_ones)


def random_criteria(stored: Stored, seed: int) -> Iterator[Criterion]:
    draw = random.Random(seed)
    there = public_values(stored)
    while True:
        base, code, text = draw.choice(there)
        _, other, _ = draw.choice(there)
        fields = (code,) if draw.random() < 0.8 else tuple(dict.fromkeys((code, other)))
        operator = draw.choice(list(Operator))
        value = near(text, draw) if operator.takes_value else ""
        if value.strip() or not operator.takes_value:
            yield Criterion(fields, operator, value, base if draw.random() < 0.3 else "")


@pytest.mark.parametrize("operator", list(Operator))
def test_each_operator_answers_what_the_store_holds(
    operator: Operator, valserre: Snapshot, stored: Stored
) -> None:
    asked = [one for one, _ in zip(random_criteria(stored, 4), range(1200), strict=False)]
    some = nothing = 0
    for one in asked:
        if one.operator is not operator:
            continue
        answer = oracle.found(Query(criteria=one), valserre)
        assert answer == expected(one, stored), one
        some += bool(answer)
        nothing += not answer
    assert some > 20, f"{some} found something, {nothing} nothing: too few to tell"


def test_criteria_nest(valserre: Snapshot, stored: Stored) -> None:
    draw = random.Random(5)
    leaves = random_criteria(stored, 6)

    def tree(depth: int) -> Node:
        kind = draw.randrange(4) if depth else 3
        if kind == 0:
            return Not(tree(depth - 1))
        if kind == 3:
            return next(leaves)
        parts = tuple(tree(depth - 1) for _ in range(draw.choice((2, 3))))
        return All(parts) if kind == 1 else Either(parts)

    sizes = set()
    for _ in range(150):
        node = tree(3)
        answer = oracle.found(Query(criteria=node), valserre)
        assert answer == expected(node, stored), node
        sizes.add(len(answer))
    assert len(sizes) > 10


HOSTILE = [
    ".*", ".", "[a-z]+", "\\", "\\d", "(", ")", "a|b", "^", "$", "?", "*", "{2}", "&", "#", "~",
    '"', "@", "<a>", "\n", "\x1f", "\x1fTICO", "T", "É", "ﬁ", "\U0001f3f0", "é" * 300, "%", "_",
]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE, ids=repr)
def test_no_value_is_taken_for_a_pattern(value: str, valserre: Snapshot, stored: Stored) -> None:
    for operator in Operator:
        if not operator.takes_value or not value.strip():
            continue
        one = Criterion(("TICO", "HIST", "DESC", "DIMS"), operator, value)
        assert oracle.found(Query(criteria=one), valserre) == expected(one, stored), operator


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ('TICO contient "EGLISE"', {"PA00990004", "PA00990012"}),
        ('TICO contient-exactement "Eglise"', {"PA00990012"}),
        ('TICO commence-par "église"', {"PA00990004", "PA00990012"}),
        ('TICO egale "ferme" et non DPT egale "29"', {"IA00990014"}),
        ('TICO egale "ferme" et DPT differe-de "29"', {"IA00990014"}),
        ('HIST contient "bief curé"', {"IA00990003"}),
        ('HIST contient "lavoir"', set()),
        ('DATE au-moins "1846" et DATE au-plus "1889"', {"IA00990007", "IA00990013", "IA00990003"}),
        ('ETAG plus-que "9"', {"IA00990016"}),
        ('DPRO au-moins "1943" et merimee.DPRO existe', {"PA00990004", "PA00990010"}),
        ('POP_COORDONNEES.lon au-plus "-4.485"', {"M9901"}),
        ('COM+WCOM+VILLE_M egale "brest" et museo.NOMOFF existe', {"M9901"}),
        ('dans titre "notre dame"', {"PA00990001"}),
        ('debut "moulin" et merimee.TICO existe', {"IA00990003"}),
        ('DESC contient "piles. Une"', {"IA00990013"}),
        ('DESC contient-exactement "piles. Une"', {"IA00990013"}),
    ],
)
def test_criteria_in_words_find(text: str, refs: set[str], valserre: Snapshot) -> None:
    assert oracle.found(Query(criteria=read(text)), valserre) == refs


def test_what_is_missing_or_different_is_so_only_where_the_field_is(
    valserre: Snapshot, stored: Stored
) -> None:
    missing = oracle.found(Query(criteria=read("PROT n-existe-pas")), valserre)
    assert {stored[ref][0] for ref in missing} == {"merimee", "palissy"}
    different = oracle.found(Query(criteria=read('joconde.DOMN differe-de "dessin"')), valserre)
    assert different == {"00990000001", "000PE990003"}
    outside = oracle.found(Query(criteria=read("non PROT existe")), valserre)
    assert {stored[ref][0] for ref in outside} == set(catalogue.bases())


@pytest.mark.parametrize("text", ["COM2 existe", "palissy.ADRS2 existe", "mnr.SALLES existe",
                                  "CONTACT_MUSEO existe", "MEMOIRE existe", "TOUT existe",
                                  "INCONNU existe", "autor.PROT existe"])  # fmt: skip
def test_confidential_staff_legacy_and_unknown_fields_are_refused_in_words(text: str) -> None:
    with pytest.raises(Misunderstood, match="n’existe pas"):
        read(text)


def test_an_order_over_too_many_values_is_refused_in_words(
    valserre: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pop.search.engine import comparing_fields

    monkeypatch.setattr(comparing_fields, "MOST_COMPARED", 5)
    answer = search(Query(criteria=read('TICO au-moins "m"')), valserre)
    assert "trop de valeurs" in answer.problem
    assert answer.notices == []
