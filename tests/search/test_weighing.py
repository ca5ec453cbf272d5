"""Words found by two lists, then weighed by band: the two ways to weigh, and to count, agree."""

import pytest

from pop.search import translating
from pop.search.engine import Snapshot
from pop.search.query import Query
from pop.search.understanding import understand

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
