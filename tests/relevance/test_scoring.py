"""The measures, on values worked out by hand or known from the literature."""

import pytest

from relevance.scoring import first_good, ndcg, reciprocal_rank, success


def test_a_known_order_has_its_known_score() -> None:
    # The example of every textbook, with the gain 2^grade - 1: 13.848 over 14.595.
    assert ndcg([3, 2, 3, 0, 1, 2], [3, 2, 3, 0, 1, 2]) == pytest.approx(0.94881, abs=1e-5)


def test_the_best_order_is_worth_one_and_nothing_good_is_worth_none() -> None:
    assert ndcg([3, 2, 1, 0], [1, 3, 2]) == pytest.approx(1)
    assert ndcg([0, 0, 0], [3]) == 0
    assert ndcg([], [3]) == 0


def test_what_is_missing_lowers_the_score() -> None:
    # 7 came first; 7 + 3/log2(3) could have.
    assert ndcg([3], [3, 2]) == pytest.approx(7 / 8.89279, abs=1e-5)


def test_only_the_first_ten_count() -> None:
    assert ndcg([0] * 10 + [3], [3]) == 0
    assert ndcg([2] * 10, [2] * 500) == pytest.approx(1), "more than ten wanted: ten are enough"
    assert ndcg([0, 3], [3], depth=1) == 0


def test_nothing_wanted_is_no_question() -> None:
    with pytest.raises(ValueError, match="nothing is wanted"):
        ndcg([3], [0])


@pytest.mark.parametrize(
    ("came", "rank"), [([3], 1), ([0, 2], 2), ([1, 1, 0, 3], 4), ([1, 1], 0), ([], 0)]
)
def test_the_first_good_result_is_very_good_at_least(came: list[int], rank: int) -> None:
    assert first_good(came) == rank
    assert reciprocal_rank(came) == (1 / rank if rank else 0)


def test_success_is_within_a_depth() -> None:
    came = [0, 0, 2, 3]
    assert [success(came, depth) for depth in (1, 2, 3, 10)] == [False, False, True, True]
    assert not success([1, 1, 1], 10)
