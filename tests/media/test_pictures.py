"""Rows of pictures are written in sets, keep what others wrote in them, and are forgotten."""

import numpy as np
import pytest
from pytest_django import DjangoAssertNumQueries

from pop.media import originals, pictures
from pop.media.looks import look
from pop.media.models import Picture
from pop.media.seen import Seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]
BLUE = look(np.full((20, 30, 3), (20, 40, 200), dtype=np.uint8))
RED = look(np.full((20, 30, 3), (200, 40, 20), dtype=np.uint8))


def _seen(number: int) -> Seen:
    return Seen(f"{number:064x}", 300, 200, BLUE)


def test_many_are_written_in_few_statements(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    # SQLite takes as many rows as its parameters allow, PostgreSQL all of them.
    with django_assert_max_num_queries(12):
        pictures.record(_seen(n) for n in range(900))
    assert Picture.objects.count() == 900
    one = Picture.objects.get(pk=_seen(3).checksum)
    assert (one.width, one.height, one.colors) == (300, 200, "bleu")
    assert (bytes(one.layout or b""), one.print) == (BLUE.layout, BLUE.print)


def test_seen_again_a_picture_keeps_its_pyramid() -> None:
    pictures.record([_seen(1)])
    Picture.objects.update(pyramid=Picture.MADE)
    pictures.record([Seen(_seen(1).checksum, 3, 2, RED), Seen(_seen(1).checksum, 3, 2, RED)])
    one = Picture.objects.get()
    assert (one.pyramid, one.colors, one.width) == (Picture.MADE, "rouge", 3)


def test_what_is_known_is_told() -> None:
    pictures.record([_seen(1)])
    Picture.objects.create(checksum=_seen(2).checksum)
    asked = {_seen(n).checksum for n in (1, 2, 3)}
    assert pictures.looked_at(asked) == {_seen(1).checksum}
    assert pictures.colours(asked) == {_seen(1).checksum: ["bleu"]}
    assert pictures.layouts(asked) == {_seen(1).checksum: BLUE.layout}
    assert pictures.known(asked).keys() == {_seen(1).checksum, _seen(2).checksum}


def test_a_picture_is_forgotten_with_its_bytes() -> None:
    checksum = originals.put(b"some bytes")
    pictures.record([Seen(checksum, 3, 2, RED), _seen(1)])
    pictures.forget(checksum)
    assert not originals.has(checksum)
    assert Picture.objects.get().checksum == _seen(1).checksum
