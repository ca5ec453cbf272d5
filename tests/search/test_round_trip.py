"""One query, three forms that say the same whole: the value, the address, JSON; criteria in words.

What is malformed or hostile is refused in French, or left aside and said; nothing else is raised.
"""

import json
import re
from typing import Any

import msgspec
import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from pop.search.asking import address, criteria
from pop.search.asking.address import from_address, to_address
from pop.search.asking.criteria import Misunderstood
from pop.search.asking.query import Query, from_json, to_json
from pop.search.asking.tree import All, Criterion, Either, Node, Operator, Phrase, Prefix, Word
from tests.search.strategies import HOSTILE, queries, texts, trees

# A sentence begins with a capital and ends with a full stop; French ones have such words.
_SENTENCE = re.compile(r"[«A-ZÀÉÎ].*[.;]?", re.DOTALL)
_FRENCH = re.compile(r"\b(?:la|le|les|un|une|des|cette|ces|il|pas|n’existe|trop)\b", re.IGNORECASE)


def parameters(text: str) -> dict[str, Any]:
    return dict(QueryDict(text).lists())


def is_french(message: str) -> bool:
    return bool(_SENTENCE.fullmatch(message) and _FRENCH.search(message))


@settings(max_examples=100, deadline=None)
@given(queries())
def test_a_query_is_the_same_after_the_address_bar_and_after_json(query: Query) -> None:
    found, remarks = address.read(parameters(to_address(query)))
    assert remarks == []
    assert found == query
    assert from_json(to_json(query)) == query


@settings(max_examples=100, deadline=None)
@given(trees())
def test_criteria_are_the_same_after_words(node: Node) -> None:
    assert criteria.read(criteria.write(node)) == node


@settings(max_examples=150, deadline=None)
@given(st.lists(HOSTILE | texts(20), max_size=12).map(" ".join))
def test_no_criteria_are_too_hostile(text: str) -> None:
    try:
        node = criteria.read(text)
    except Misunderstood as error:
        assert is_french(str(error)), error
        return
    assert criteria.read(criteria.write(node)) == node


NAMES = st.sampled_from(
    ["q", "base", "annees", "de", "a", "cadre", "zone", "criteres", "tel-quel", "tri", "page",
     "apres", "siecle", "auteur", "image", "museo", "inconnu"]
)  # fmt: skip
NUMBERS = st.sampled_from(
    ["-1", "0", "1e400", "9" * 30, "NaN", "inf", "1,2,3,4", "1,2;3,4;5,6", "..", "2..1", "-..-",
     "90,180,-90,-180", "²", "١٢", "1" * 7 + "..", "1..2..3", ";;;", "0,0;" * 80]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(NAMES, st.lists(NUMBERS | texts(80), min_size=1, max_size=3), max_size=6))
def test_any_address_gives_a_query_that_an_address_can_say(given_: dict[str, list[str]]) -> None:
    query, remarks = address.read(given_)
    assert all(is_french(remark) for remark in remarks), remarks
    assert from_address(parameters(to_address(query))) == query


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_query_string_is_read(text: str) -> None:
    from_address(parameters(text))


def _values() -> st.SearchStrategy[Any]:
    scalars = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), texts(30),
        st.sampled_from(["et", "ou", "sauf", "mot", "critere", "egale", "merimee", "siecle"]),
    )  # fmt: skip
    names = st.sampled_from(
        ["type", "parts", "part", "text", "field", "fields", "operator", "value", "base", "south"]
    )
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
        max_leaves=10,
    )


@settings(max_examples=60, deadline=None)
@given(queries(), st.data())
def test_any_json_is_read_or_refused_in_french(query: Query, data: st.DataObject) -> None:
    document = json.loads(to_json(query))
    name = data.draw(st.sampled_from([field.name for field in msgspec.structs.fields(Query)]))
    document[name] = data.draw(_values())
    try:
        found = from_json(json.dumps(document))
    except Misunderstood as error:
        assert is_french(str(error)), error
        return
    assert from_address(parameters(to_address(found))) == found
    assert from_json(to_json(found)) == found


def _criteria(node: Any) -> str:
    return json.dumps({"criteria": node})


WORD = {"type": "mot", "text": "pont"}
CRITERION = {"type": "critere", "fields": ["TICO"], "operator": "egale", "value": "pont"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '"texte"',
        '{"texte": "pont"}',
        '{"text": 3}',
        '{"bases": ["nulle"]}',
        '{"filters": [["inconnu", "x"]]}',
        '{"filters": [["siecle", " "]]}',
        '{"page": 0}',
        '{"page": -1}',
        '{"page": 1000000000}',
        '{"after": -5}',
        '{"after": 99999999999999999999}',
        '{"years": [100000000, null]}',
        '{"years": [null, null]}',
        '{"years": [1900, 1850]}',
        '{"box": {"south": 95, "west": 0, "north": 96, "east": 1}}',
        '{"box": {"south": 48, "west": 0, "north": 47, "east": 1}}',
        '{"area": [[48, 2], [49, 2]]}',
        '{"area": [[48, 2], [49, 2], [480, 2]]}',
        json.dumps({"area": [[48, 2]] * 65}),
        json.dumps({"text": "a" * 501}),
        json.dumps({"filters": [["siecle", str(n)] for n in range(65)]}),
        _criteria({"type": "et", "parts": []}),
        _criteria({"type": "mot", "text": " "}),
        _criteria({"type": "mot", "text": "pont", "field": "inconnu"}),
        _criteria({**CRITERION, "fields": []}),
        _criteria({**CRITERION, "value": ""}),
        _criteria({**CRITERION, "fields": ["COM2"]}),
        _criteria({**CRITERION, "operator": "ressemble-a"}),
        _criteria({"type": "et", "parts": [WORD] * 65}),
        _criteria({"type": "et", "parts": [{**CRITERION, "value": "x" * 200}] * 30}),
        '{"criteria": ' + '{"type": "sauf", "part": ' * 20 + json.dumps(WORD) + "}" * 21,
        '{"criteria": ' + '{"type": "sauf", "part": ' * 900 + json.dumps(WORD) + "}" * 901,
        '{"criteria": ' + '{"type": "sauf", "part": ' * 50_000 + json.dumps(WORD) + "}" * 50_001,
    ],
    ids=lambda text: text[:60],
)
def test_a_json_that_makes_no_sense_is_refused_in_french(text: str) -> None:
    with pytest.raises(Misunderstood) as refused:
        from_json(text)
    assert is_french(str(refused.value)), refused.value


@pytest.mark.parametrize(
    ("given_", "meant"),
    [
        ({"type": "et", "parts": [WORD]}, Word("pont")),
        ({"type": "et", "parts": [{"type": "ou", "parts": [WORD]}]}, Word("pont")),
        (
            {"type": "critere", "fields": ["TICO"], "operator": "existe", "value": "oublié"},
            Criterion(("TICO",), Operator.EXISTS),
        ),
    ],
)
def test_a_json_said_otherwise_than_an_address_is_the_same_query(given_: Any, meant: Node) -> None:
    assert from_json(_criteria(given_)).criteria == meant


def test_a_json_is_put_as_an_address_says_it() -> None:
    found = from_json(
        '{"text": " pont\\u00a0 du  gard ", "bases": ["museo", "museo"], "filters": '
        '[["siecle", "17e siècle"], ["auteur", "A"], ["siecle", "18e siècle"], ["auteur", "A"]]}'
    )
    assert found == Query(
        text="pont du gard",
        bases=("museo",),
        filters=(("siecle", "17e siècle"), ("siecle", "18e siècle"), ("auteur", "A")),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "s’arrête trop tôt"),
        ("TICO contient", "s’arrête trop tôt"),
        ('TICO contient "pont', "guillemet"),
        ("(pont", "n’est pas refermée"),
        (")", "sans avoir été ouverte"),
        ("pont moulin", "il manque « et » ou « ou »"),
        ("pont et", "il manque un critère"),
        ('""', "vide"),
        ('TICO egale ""', "Il manque une valeur"),
        ("ZZZZ existe", "« ZZZZ » n’existe pas"),
        ("joconde.PROT existe", "« PROT » n’existe pas dans la base joconde"),
        ("nulle.TICO existe", "« TICO » n’existe pas dans la base nulle"),
        ("palissy.COM2 existe", "n’est pas public"),
        ("dans rien pont", "« dans rien »"),
        ("x" * 4001, "trop longue"),
        (" et ".join(["pont"] * 65), "64 critères"),
        ("(" * 500 + "pont" + ")" * 500, "s’emboîtent trop"),
        ("non " * 500 + "pont", "s’emboîtent trop"),
    ],
    ids=lambda text: text[:30],
)
def test_criteria_that_make_no_sense_say_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(Misunderstood, match=re.escape(said)) as refused:
        criteria.read(text)
    assert is_french(str(refused.value)), refused.value


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("pont", Word("pont")),
        ("pont*", Prefix("pont")),
        ('"pont du gard"', Phrase("pont du gard")),
        ("dans titre pont", Word("pont", "titre")),
        ("TICO === pont", Criterion(("TICO",), Operator.EQUALS_EXACTLY, "pont")),
        ("TICO ∃", Criterion(("TICO",), Operator.EXISTS)),
        ("TICO !∃", Criterion(("TICO",), Operator.MISSING)),
        (
            'merimee.COM+WCOM CONTIENT "Brest"',
            Criterion(("COM", "WCOM"), Operator.CONTAINS, "Brest", "merimee"),
        ),
        ("a ou b et c", Either((Word("a"), All((Word("b"), Word("c")))))),
        ("(a ou b) et c", All((Either((Word("a"), Word("b"))), Word("c")))),
    ],
)
def test_criteria_are_read_as_people_write_them(text: str, meant: Node) -> None:
    assert criteria.read(text) == meant
