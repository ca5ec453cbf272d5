"""The form of the advanced search ⇄ the query: all that a query says, the form gives back."""

from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from pop.diffusion import drafting, drafts
from pop.diffusion.drafts import BLANK, Group, Row
from pop.model import catalogue
from pop.search.asking import fields
from pop.search.asking.criteria import DEEPEST, MOST_LEAVES, Misunderstood, read, write
from pop.search.asking.tree import All, Criterion, Node, Not, Operator, Phrase, Prefix, Word
from tests.search.strategies import HOSTILE, texts, trees


def through_the_form(group: Group) -> Group:
    """The draft after its parameters went through an address."""
    asked = QueryDict(mutable=True)
    for name, value in drafts.written(group):
        asked.appendlist(name, value)
    found, remarks = drafts.read(dict(QueryDict(asked.urlencode()).lists()))
    assert remarks == []
    assert found is not None
    return found


@settings(max_examples=200, deadline=None)
@given(trees())
def test_every_query_is_the_same_after_the_form(node: Node) -> None:
    draft = through_the_form(drafts.of(node))
    assert draft == drafts.of(node)
    assert drafting.tree(draft) == (node, {})


ROWS = st.builds(
    Row,
    st.sampled_from(["", "partout", "titre", "merimee.TICO", "COM+WCOM", "inconnu", "palissy.COM2"])
    | texts(20),
    st.sampled_from([*(one.value for one in Operator), *drafts.WAYS, "?"]) | texts(10),
    st.just("") | texts(20),
    st.booleans(),
)
DRAFTS = st.recursive(
    ROWS,
    lambda inner: st.builds(
        Group, st.lists(inner, min_size=1, max_size=3).map(tuple), st.booleans(), st.booleans()
    ),
    max_leaves=8,
).map(lambda part: Group((part,)))
PATHS = st.lists(st.integers(1, 4), max_size=DEEPEST + 2).map(tuple)


@settings(max_examples=100, deadline=None)
@given(DRAFTS, PATHS, st.sampled_from([Row(), BLANK]))
def test_any_draft_can_be_added_to_taken_from_and_read(
    draft: Group, path: tuple[int, ...], part: Any
) -> None:
    found, _ = drafts.read(dict(_lists(drafts.written(draft))))
    assert found is not None
    _, problems = drafting.tree(found)
    for place in problems:
        assert isinstance(drafting.at(found, place), Row)
    assert drafts.size(found) <= MOST_LEAVES
    try:
        grown, where = drafting.added(found, path, part)
    except Misunderstood:
        pass
    else:
        assert drafting.at(grown, where) == part
        assert drafts.size(grown) == drafts.size(found) + 1
        assert drafting.removed(grown, where)[0] == found
    less, near = drafting.removed(found, path)
    assert drafts.size(less) >= 1
    assert drafting.at(less, near) is not None


def _lists(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"(groupe|champ|operateur|valeur|sauf)(-\d{1,4}){0,10}", fullmatch=True),
        st.lists(HOSTILE | texts(20), max_size=2),
        max_size=12,
    )
)
def test_no_parameters_are_too_hostile(parameters: dict[str, list[str]]) -> None:
    draft, _ = drafts.read(parameters)
    if draft is not None:
        assert through_the_form(draft) == draft
        drafting.tree(draft)


@pytest.mark.parametrize(
    ("criteria", "draft"),
    [
        ('TICO egale "pont"', Group((Row("TICO", "egale", "pont"),))),
        ("pont*", Group((Row("partout", "debut", "pont"),))),
        ("non a", Group((Row("partout", "mot", "a", denied=True),))),
        (
            'a ou (dans lieu "b c" et REF existe)',
            Group(
                (
                    Row("partout", "mot", "a"),
                    Group((Row("lieu", "expression", "b c"), Row("REF", "existe"))),
                ),
                every=False,
            ),
        ),
        (
            "non (a ou b)",
            Group((Group((Row("partout", "mot", "a"), Row("partout", "mot", "b")), False, True),)),
        ),
    ],
)
def test_a_query_fills_the_form(criteria: str, draft: Group) -> None:
    assert drafts.of(read(criteria)) == draft


def test_nothing_asked_is_a_blank_row() -> None:
    assert drafts.of(None) == BLANK
    assert drafting.tree(BLANK) == (None, {})
    assert drafts.read({"q": ["pont"], "base": ["merimee"]}) == (None, [])


@pytest.mark.parametrize(
    ("row", "control", "said"),
    [
        (Row("", "contient", "pont"), "champ", "Choisissez dans quel champ"),
        (Row("TICO", "contient", " "), "valeur", "Écrivez une valeur"),
        (Row("TICO", "ressemble-a", "pont"), "operateur", "Choisissez un opérateur"),
        (Row("ZZZZ", "existe"), "champ", "n’existe pas ou n’est pas public"),
        (Row("palissy.COM2", "contient", "x"), "champ", "n’est pas public"),
        (Row("partout", "existe"), "valeur", "Écrivez une valeur"),
    ],
)
def test_a_row_that_says_too_little_tells_what_to_mend(row: Row, control: str, said: str) -> None:
    node, problems = drafting.tree(Group((Row("REF", "existe"), row)))
    assert node == Criterion(("REF",), Operator.EXISTS), "the rest is understood"
    assert list(problems) == [(2,)]
    assert problems[2,].control == control
    assert said in problems[2,].message


@pytest.mark.parametrize(
    ("row", "meant"),
    [
        (Row("TICO", "mot", "pont"), Criterion(("TICO",), Operator.CONTAINS, "pont")),
        (Row("TICO", "debut", "pont"), Criterion(("TICO",), Operator.BEGINS, "pont")),
        (Row("partout", "egale", "pont neuf"), Phrase("pont neuf")),
        (Row("titre", "commence-par", "pon"), Prefix("pon", "titre")),
        (Row("partout", "ne-contient-pas", "pont"), Not(Word("pont"))),
        (Row("REF", "existe", "laissé"), Criterion(("REF",), Operator.EXISTS)),
    ],
)
def test_an_operator_left_from_another_field_keeps_its_meaning(row: Row, meant: Node) -> None:
    assert drafting.tree(Group((row,))) == (meant, {})


def test_rows_and_groups_are_bounded() -> None:
    many = Group(tuple(Row("partout", "mot", str(n)) for n in range(MOST_LEAVES)))
    with pytest.raises(Misunderstood, match="64 conditions au plus"):
        drafting.added(many, (), Row())
    parameters = _lists(drafts.written(Group((*many.parts, Row("partout", "mot", "de trop")))))
    found, remarks = drafts.read(parameters)
    assert found == many
    assert "64 conditions au plus" in remarks[0]
    deep: Group = BLANK
    path: drafts.Path = ()
    for _ in range(DEEPEST - 1):
        deep, path = drafting.added(deep, path, BLANK)
    with pytest.raises(Misunderstood, match="8 niveaux au plus"):
        drafting.added(deep, path, BLANK)
    deep, _ = drafting.added(deep, path, Row("REF", "existe"))
    assert through_the_form(deep) == deep


def test_the_last_row_of_a_group_takes_it_away_and_the_last_of_all_leaves_a_blank_one() -> None:
    draft = Group((Row("REF", "existe"), Group((Row("TICO", "existe"),))))
    assert drafting.removed(draft, (2, 1)) == (Group((Row("REF", "existe"),)), (1,))
    assert drafting.removed(Group((Row("REF", "existe"),)), (1,)) == (BLANK, (1,))


def test_fields_offered_are_named_as_criteria_name_them_and_public() -> None:
    for bases in ((), ("merimee",), ("joconde", "memoire"), tuple(catalogue.bases())):
        for family in fields.families(bases):
            for choice in family.choices:
                assert choice.label
                row = Row(choice.name, "existe" if choice.codes else "mot", "x")
                node, problems = drafting.tree(Group((row,)))
                assert not problems, choice
                assert node is not None
                assert read(write(node)) == node


def test_a_group_of_one_is_that_one() -> None:
    inner = Group((Row("REF", "existe"),), every=False)
    criterion = Criterion(("REF",), Operator.EXISTS)
    assert drafting.tree(Group((inner, Row("TICO", "existe"))))[0] == All(
        (criterion, Criterion(("TICO",), Operator.EXISTS))
    )
