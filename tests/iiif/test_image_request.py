"""What an address of the Image API asks: the tables of its specification, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.iiif.image_request import LARGEST_AREA, Asked, Refused, understood

pytestmark = pytest.mark.no_database

WIDE, HIGH = 300, 200


def asked(
    region: str = "full", size: str = "max", rotation: str = "0", last: str = "default.jpg",
    version: int = 3,
) -> Asked:  # fmt: skip
    return understood(version, WIDE, HIGH, region, size, rotation, last)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("full", (0, 0, 300, 200)),
        ("square", (50, 0, 200, 200)),
        ("125,15,120,140", (125, 15, 120, 140)),
        ("pct:41.6,7.5,40,70", (125, 15, 120, 140)),
        ("125,15,200,200", (125, 15, 175, 185)),
        ("pct:41.6,7.5,66.6,100", (125, 15, 175, 185)),
    ],
)
def test_regions_of_the_specification(text: str, region: tuple[int, ...]) -> None:
    assert tuple(asked(region=text).region) == region


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("max", (300, 200)),
        ("150,", (150, 100)),
        (",150", (225, 150)),
        ("pct:50", (150, 100)),
        ("225,100", (225, 100)),
        ("!225,100", (150, 100)),
        ("^360,", (360, 240)),
        ("^,240", (360, 240)),
        ("^pct:120", (360, 240)),
        ("^360,360", (360, 360)),
        ("^!360,360", (360, 240)),
        ("!2000,3000", (300, 200)),
    ],
)
def test_sizes_of_the_specification(text: str, size: tuple[int, int]) -> None:
    found = asked(size=text)
    assert (found.width, found.height) == size


def test_the_second_version_says_full_and_may_enlarge_without_a_word() -> None:
    found = asked(size="full", version=2)
    assert (found.width, found.height) == (300, 200)
    assert asked(size="600,", version=2).height == 400


def test_the_largest_size_keeps_the_area_that_is_allowed() -> None:
    large = understood(3, 12_000, 9_000, "full", "max", "0", "default.jpg")
    assert LARGEST_AREA * 0.99 < large.width * large.height <= LARGEST_AREA
    assert large.width / large.height == pytest.approx(4 / 3, rel=1e-3)
    grown = asked(size="^max")
    assert LARGEST_AREA * 0.98 < grown.width * grown.height <= LARGEST_AREA


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("region", "0,0,0,10"), ("region", "300,0,10,10"), ("region", "1.5,0,10,10"),
        ("region", "1,2,3"), ("region", "-1,0,10,10"), ("region", "carré"), ("region", ""),
        ("size", "0,0"), ("size", ","), ("size", "!10,"), ("size", "full"), ("size", "301,"),
        ("size", "pct:120"), ("size", "pct:0"), ("size", "^99999,99999"), ("size", "١٠,"),
        ("rotation", "361"), ("rotation", "-90"), ("rotation", "!"), ("rotation", "nord"),
        ("last", "default.tif"), ("last", "belle.jpg"), ("last", "default"), ("last", ".jpg"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_french(part: str, text: str) -> None:
    with pytest.raises(Refused) as refused:
        asked(**{part: text})  # type: ignore[arg-type]
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("version", [2, 3])
@given(parts=st.lists(st.text("0123456789,!^pct:.maxful-", max_size=14), min_size=4, max_size=4))
def test_whatever_is_asked_is_bounded_or_refused(version: int, parts: list[str]) -> None:
    try:
        region, size, rotation, last = parts
        found = understood(version, WIDE, HIGH, region, size, rotation, f"{last}default.jpg")
    except Refused:
        return
    x, y, width, height = found.region
    assert 0 <= x < x + width <= WIDE
    assert 0 <= y < y + height <= HIGH
    assert 0 < found.width * found.height <= LARGEST_AREA
