"""Pictures that are nearly the same are found, whatever bits of their print differ."""

import numpy as np
import pytest

from pop.media import duplicates
from pop.media.models import Picture

pytestmark = pytest.mark.django_db


def test_every_pair_is_found_as_by_comparing_all() -> None:
    draw = np.random.default_rng(5)
    prints = draw.integers(0, 2**64, 400, dtype=np.uint64)
    for place in range(0, 300, 3):
        bits = draw.choice(64, place % 8, replace=False)
        prints[place + 1] = prints[place] ^ np.bitwise_or.reduce(
            np.uint64(1) << bits.astype(np.uint64), initial=np.uint64(0)
        )
    prints = np.unique(prints)
    differences = np.bitwise_count(prints[:, None] ^ prints)
    left, right = np.nonzero((differences <= 6) & (differences > 0))
    wanted = {frozenset((int(prints[i]), int(prints[j]))) for i, j in zip(left, right, strict=True)}
    assert len(wanted) > 60
    found = {
        frozenset(pair)
        for some, others in duplicates.pairs(prints)
        for pair in zip(some.tolist(), others.tolist(), strict=True)
    }
    assert found == wanted


def _picture(number: int, print_: int, layout: int) -> None:
    Picture.objects.create(
        checksum=f"{number:064x}",
        print=print_ - (1 << 64) if print_ >= 1 << 63 else print_,
        layout=layout.to_bytes(32),
    )


def test_groups_are_held_against_the_looks() -> None:
    one = 0xF0F0_1234_5678_9ABC
    _picture(1, one, 0)
    _picture(2, one ^ 0b1011, 0b111)
    _picture(3, one, 0)  # compressed again: the same print
    _picture(4, one ^ 0b1, (1 << 60) - 1)  # the same print nearly, another look
    _picture(5, ~one % (1 << 64), 0)
    # Flat pictures have one print, and nothing to say.
    _picture(6, 0, 0)
    _picture(7, 0, 0)
    assert duplicates.groups() == [[f"{n:064x}" for n in (1, 2, 3)]]


def test_nothing_to_compare_is_no_group() -> None:
    assert duplicates.groups() == []
