"""Words found by two lists, then weighed by band: the two ways to weigh, and to count, agree."""

import pytest

from pop.search.answers.searching import hits
from pop.search.asking.query import Query, Sort
from pop.search.content.document import HEADS
from pop.search.content.stems import stemmed
from pop.search.engine import translating
from pop.search.engine.index import Snapshot
from pop.search.engine.weighing import Words
from pop.search.meaning import understanding
from pop.search.meaning.understanding import understand

pytestmark = pytest.mark.django_db

TEXTS = (
    "moulin combe", "chapelle hôtel-dieu", "titre:moulin combe", "lieu:brest phare",
    "abbatiale notre dame", "œuvre sœurs", "ferme 19e siècle", "calice gobelet moissonneurs",
)  # fmt: skip


def scores(text: str, snapshot: Snapshot) -> dict[int, float]:
    """What each notice is worth for those words, by database key."""
    query = understand(Query(text=text, literal=True), snapshot).engine_query
    found = snapshot._searcher.search(query, limit=1000, weight_by_field="quality").hits
    keys = snapshot._searcher.fast_field_values("key", [address for _, address in found])
    return {int(key or 0): float(score) for key, (score, _) in zip(keys, found, strict=True)}


def test_looked_up_or_read_whole_words_are_worth_the_same(
    valserre: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    several = 0
    for text in TEXTS:
        monkeypatch.setattr(translating, "FEW", 10**9)
        looked_up = scores(text, valserre)
        monkeypatch.setattr(translating, "FEW", 0)
        assert looked_up == pytest.approx(scores(text, valserre)), text
        several += len(looked_up) > 1
    assert several


@pytest.mark.parametrize("text", [*TEXTS, "moulin", "notre dame -abbatiale", '"notre dame" orges'])
def test_what_is_counted_is_what_is_ranked(text: str, valserre: Snapshot) -> None:
    for literal in (True, False):
        understood = understand(Query(text=text, literal=literal), valserre)
        assert understood.total == valserre.count(understood.engine_query)


def test_an_image_makes_a_namesake_worth_a_tenth_more(valserre: Snapshot) -> None:
    with_image = understand(Query(filters=(("image", "oui"),)), valserre).engine_query
    without = understand(Query(filters=(("image", "non"),)), valserre).engine_query
    first = valserre._searcher.search(with_image, limit=1, weight_by_field="quality").hits[0][0]
    other = valserre._searcher.search(without, limit=1, weight_by_field="quality").hits[0][0]
    assert first >= 1.1 > other >= 1


def test_of_many_results_those_named_so_come_first_and_each_comes_once(
    valserre: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_two = 0
    for text in ("chapelle", "moulin combe", "notre dame", "orges", "bois"):
        query = Query(text=text, literal=True)
        expected = hits(query, valserre, 1000)
        monkeypatch.setattr(understanding, "MANY", 0)
        first = understand(query, valserre).first
        assert first is not None
        heads = valserre.search(first, Sort.RELEVANCE, 1000).keys
        for most in (1, 3, 1000):
            pages = [
                hits(query, valserre, most, offset)
                for offset in range(0, expected.total + most, most)
            ]
            found = [key for page in pages for key in page.keys]
            assert sorted(found) == sorted(expected.keys), (text, most)
            assert found[: len(heads)] == heads
            assert {page.total for page in pages} == {expected.total}
        monkeypatch.undo()
        in_two += 0 < len(heads) < expected.total
    assert in_two


def test_lists_left_out_change_nothing_to_what_a_word_is_worth(
    valserre: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = 0
    frequency = Words._frequency
    for text in ("chapelle", "moulin", "calice", "abbatiale notre dame"):
        fewer = scores(text, valserre)

        def all_lists(words: Words, name: str, word: str) -> int:
            # Never nothing, never the same for a word and its stem.
            return frequency(words, name, word) + 1 + name.endswith("_stems") * 1000

        monkeypatch.setattr(Words, "_frequency", all_lists)
        assert fewer == pytest.approx(scores(text, valserre)), text
        monkeypatch.undo()
        shared += any(
            valserre.frequency(name, word) == valserre.frequency(f"{name}_stems", stemmed(word)) > 0
            for name in HEADS
            for word in text.split()
        )
    assert shared
