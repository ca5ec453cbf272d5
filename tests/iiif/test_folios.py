"""Folios in the order of the book, however a notice writes them."""

import random

import pytest

from pop.iiif.folios import Folio, follow, parse

IN_ORDER = (
    "garde A", "garde Av", "f. IIr", "f. IV", "f. IVv", "f. 1", "f. 1v", "fol. 2 r°", "2ra", "2rb",
    "f. 2 v°", "f. 3-5v", "f. 9 bis", "f. 10", "10 verso", "p. 11", "f. 12 rouge", "f. 112vb",
    "plat supérieur",
)  # fmt: skip


def test_folios_come_in_the_order_of_the_book() -> None:
    mixed = list(IN_ORDER)
    random.Random(3).shuffle(mixed)
    assert sorted(mixed, key=parse) == list(IN_ORDER)


@pytest.mark.parametrize(
    ("text", "folio"),
    [
        ("f. 023v", Folio(1, 23, "", 1)),
        ("f. 12 ter v", Folio(1, 12, "ter", 1)),
        ("IX", Folio(0, 9)),
        ("", Folio(2)),
        ("feuillet volant", Folio(2)),
        ("f. " + "9" * 400, Folio(1, 999_999_999)),
    ],
)
def test_a_folio_is_read(text: str, folio: Folio) -> None:
    assert parse(text) == folio


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("1r", "1v", "2r"), True),
        (("3r",), True),
        (("1v", "2r"), False),
        (("1r", "2r"), False),
        (("1r", "1r"), False),
        (("Ir", "Iv"), False),
        ((), False),
    ],
)
def test_pages_follow_each_other_when_none_is_missing(
    texts: tuple[str, ...], expected: bool
) -> None:
    assert follow([parse(text) for text in texts]) is expected
