"""How good an order is: pure functions over grades.

A list of grades is what came, in order: 3 for what the person wants first, 2 for a very good
answer, 1 for an acceptable one, 0 for anything else. Formulas: Järvelin and Kekäläinen,
« Cumulated gain-based evaluation of IR techniques », 2002, with the gain 2^grade - 1.
"""

from collections.abc import Sequence
from math import log2

# A result from this grade on is what was looked for; below, it only keeps from leaving.
GOOD = 2


def ndcg(came: Sequence[int], wanted: Sequence[int], depth: int = 10) -> float:
    """Gain of the order over the best gain that `wanted` (all grades that exist) allows, 0 to 1.

    Raises ValueError when nothing is wanted: no order could be told from another.
    """
    best = _gain(sorted(wanted, reverse=True)[:depth])
    if not best:
        raise ValueError("nothing is wanted")
    return _gain(came[:depth]) / best


def reciprocal_rank(came: Sequence[int]) -> float:
    """1 over the rank of the first good result, 0 when none came."""
    rank = first_good(came)
    return 1 / rank if rank else 0.0


def success(came: Sequence[int], depth: int) -> bool:
    """Whether a good result came within the first ones."""
    return 0 < first_good(came) <= depth


def first_good(came: Sequence[int]) -> int:
    """The rank, from 1, of the first good result; 0 when none came."""
    return next((rank for rank, grade in enumerate(came, 1) if grade >= GOOD), 0)


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, 1))
