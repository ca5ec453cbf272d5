"""Rows of pictures: what was seen of each is written down, read by its checksum, forgotten."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from pop.media import originals
from pop.media.models import Picture
from pop.media.seen import Seen

_T = TypeVar("_T")

# Rows of one statement, and checksums of one question.
AT_ONCE = 500


def record(seen: Iterable[Seen]) -> None:
    """Write what was seen; rows that were there keep the rest (their pyramid).

    Whoever calls holds the turn to write (changes/gate.py).
    """
    for some in _slices({one.checksum: one for one in seen}.values()):
        Picture.objects.bulk_create(
            [_row(one) for one in some],
            update_conflicts=True,
            unique_fields=["checksum"],
            update_fields=["width", "height", "colors", "layout", "print"],
        )


def _row(one: Seen) -> Picture:
    look = one.look
    return Picture(
        checksum=one.checksum, width=one.width, height=one.height,
        colors=" ".join(look.colors), layout=look.layout, print=look.print,
    )  # fmt: skip


def looked_at(checksums: Collection[str]) -> set[str]:
    """Those of them whose look is known."""
    known: set[str] = set()
    for some in _slices(checksums):
        rows = Picture.objects.filter(checksum__in=some, layout__isnull=False)
        known.update(rows.values_list("checksum", flat=True))
    return known


def known(checksums: Collection[str]) -> dict[str, Picture]:
    """The rows of those pictures, by checksum, a query for each few thousand."""
    found: dict[str, Picture] = {}
    for some in _slices(checksums, 5000):
        found |= Picture.objects.in_bulk(some)
    return found


def colours(checksums: Collection[str]) -> dict[str, list[str]]:
    """The codes of the colours of those pictures, most present first; unknown ones left out."""
    found: dict[str, list[str]] = {}
    for some in _slices(checksums, 5000):
        rows = Picture.objects.filter(checksum__in=some).exclude(colors="")
        found |= {key: said.split() for key, said in rows.values_list("checksum", "colors")}
    return found


def layouts(checksums: Collection[str]) -> dict[str, bytes]:
    """The looks (looks.Look.layout) of those pictures; unknown ones are left out."""
    found: dict[str, bytes] = {}
    for some in _slices(checksums, 5000):
        rows = Picture.objects.filter(checksum__in=some, layout__isnull=False)
        found |= {
            key: bytes(layout or b"") for key, layout in rows.values_list("checksum", "layout")
        }
    return found


def forget(*checksums: str) -> None:
    """Remove pictures, all that was made of them, and what was seen of them."""
    for checksum in checksums:
        originals.forget(checksum)
    for some in _slices(checksums):
        Picture.objects.filter(checksum__in=some).delete()


def _slices(items: Iterable[_T], length: int = AT_ONCE) -> Iterator[list[_T]]:
    left = iter(items)
    while some := list(islice(left, length)):
        yield some
