"""The sizes at which a picture is kept."""

from hypothesis import given
from hypothesis import strategies as st

from pop.iiif.sizes import SMALLEST, at_most, levels

sides = st.integers(1, 200_000)


def test_each_level_is_half_of_the_one_before_rounded_up() -> None:
    assert levels(3001, 2000) == [
        (3001, 2000), (1501, 1000), (751, 500), (376, 250), (188, 125), (94, 63),
    ]  # fmt: skip
    assert levels(100, 128) == [(100, 128)]


def test_the_largest_level_that_fits_is_taken() -> None:
    assert at_most(3001, 2000, 800) == (751, 500)
    assert at_most(3001, 2000, 5000) == (3001, 2000)
    assert at_most(3001, 2000, 10) == (94, 63)


@given(sides, sides)
def test_levels_end_with_a_small_one(width: int, height: int) -> None:
    found = levels(width, height)
    assert found[0] == (width, height)
    assert max(found[-1]) <= SMALLEST
    assert all(min(level) >= 1 for level in found)
    assert all(max(level) > SMALLEST for level in found[:-1])
