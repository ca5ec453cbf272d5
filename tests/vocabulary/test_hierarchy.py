"""Loops, several broader terms, and what is below what."""

import random

import pytest

from pop.vocabulary import hierarchy
from pop.vocabulary.scheme import Entry, Scheme, Unusable


def scheme(broader: dict[str, list[str]]) -> Scheme:
    found = Scheme(form="essai", language="fr")
    for line, (name, above) in enumerate(broader.items(), 1):
        found.entries.append(Entry(name, line, [("pref", "fr", name)], list(above)))
    return found


def test_several_broader_terms_and_the_shortest_way() -> None:
    above = hierarchy.parents(
        scheme({"arme": [], "lame": [], "épée": ["arme", "lame"], "dague": ["épée", "lame"]})
    )
    assert [tuple(link) for link in hierarchy.closure(above)] == [
        (0, 2, 1, 1),
        (0, 3, 2, 2),
        (1, 2, 1, 1),
        (1, 3, 1, 2),
        (2, 3, 1, 1),
    ]


def test_loops_are_cut_and_said_with_their_line() -> None:
    looped = scheme({"a": ["c"], "b": ["a"], "c": ["b"], "d": ["d"], "e": ["c"]})
    above = hierarchy.parents(looped)
    found = [str(each) for each in looped.findings if each.kind == hierarchy.LOOP]
    assert found == [
        "ligne 2 : « a » → « c » → « b » → « a »",
        "ligne 4 : « d » → « d »",
    ]
    assert above == [[2], [], [1], [], [2]]
    assert len(list(hierarchy.closure(above))) == 5


@pytest.mark.parametrize("seed", range(20))
def test_any_graph_ends_without_loop_and_loses_only_links_that_loop(seed: int) -> None:
    draw = random.Random(seed)
    names = [str(number) for number in range(30)]
    graph = scheme({name: draw.sample(names, draw.randrange(4)) for name in names})
    above = hierarchy.parents(graph)
    links = list(hierarchy.closure(above))
    assert all(link.broader != link.concept for link in links)
    cut = sum(each.kind == hierarchy.LOOP for each in graph.findings)
    assert sum(map(len, above)) + cut == sum(len(entry.broader) for entry in graph.entries)
    below: dict[int, set[int]] = {}
    for link in links:
        below.setdefault(link.broader, set()).add(link.concept)
    # Below a concept: its direct narrower ones and all that is below them.
    for place in range(30):
        direct = {child for child, own in enumerate(above) if place in own}
        wanted = direct.union(*(below.get(child, set()) for child in direct))
        assert below.get(place, set()) == wanted


def test_a_hierarchy_that_explodes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hierarchy, "MOST_LINKS", 100)
    chain = scheme({str(n): [str(n - 1)] if n else [] for n in range(50)})
    with pytest.raises(Unusable, match="liens hiérarchiques"):
        list(hierarchy.closure(hierarchy.parents(chain)))


def test_a_deep_chain_is_no_danger() -> None:
    deep = scheme({str(n): [str(n + 1)] for n in range(20_000)})
    assert len(hierarchy.parents(deep)) == 20_000
