"""The file of looks gives the nearest ones, all of them, in order; it is replaced whole."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from pop.media import likeness
from pop.media.likeness import BLOCK, Near, Part

pytestmark = pytest.mark.no_database
COUNT = BLOCK + 1234


def _part(seed: int, first: int, count: int) -> Part:
    draw = np.random.default_rng(seed)
    keys = np.arange(first, first + count, dtype=np.int64)
    return Part(draw.integers(0, 2**64, (count, 4), dtype=np.uint64), keys, (keys % 5).astype("u2"))


@pytest.fixture(scope="module")
def whole() -> Part:
    return _part(1, 1, COUNT)


@pytest.fixture(scope="module")
def file(whole: Part, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("looks") / "looks"
    slices = (slice(start, start + 5000) for start in range(0, COUNT, 5000))
    parts = (Part(whole.words[at], whole.notices[at], whole.numbers[at]) for at in slices)
    assert likeness.write(path, parts, 77) == COUNT
    return path


def test_what_is_written_is_read(file: Path, whole: Part) -> None:
    held = likeness.opened(file)
    assert held is not None
    assert (held.count, held.until) == (COUNT, 77)
    parts = list(held.parts())
    assert np.array_equal(np.concatenate([part.words for part in parts]), whole.words)
    assert np.array_equal(np.concatenate([part.notices for part in parts]), whole.notices)
    assert np.array_equal(np.concatenate([part.numbers for part in parts]), whole.numbers)


def test_the_nearest_are_found_as_by_counting_every_bit(file: Path, whole: Part) -> None:
    held = likeness.opened(file)
    assert held is not None
    asked = whole.words[BLOCK + 7].copy()
    asked[2] ^= np.uint64(0b1011)
    distances = np.bitwise_count(whole.words ^ asked).sum(axis=1, dtype=np.int64)
    order = sorted(range(COUNT), key=lambda n: (distances[n], whole.notices[n]))
    wanted = [Near(int(whole.notices[n]), int(whole.numbers[n]), int(distances[n])) for n in order]
    far = int(distances[order[40]])
    within = [one for one in wanted if one.distance <= far]
    assert held.near(asked.tobytes(), far, 1000) == within
    assert held.near(asked.tobytes(), far, 5) == wanted[:5]
    assert held.near(asked.tobytes(), 3, 5) == [Near(BLOCK + 8, int(whole.numbers[BLOCK + 7]), 3)]
    assert held.near(asked.tobytes(), 2, 5) == []


def test_who_reads_keeps_the_file_it_opened(tmp_path: Path) -> None:
    path = tmp_path / "looks"
    assert likeness.opened(path) is None
    likeness.write(path, [_part(1, 1, 10)], 1)
    before = likeness.opened(path)
    likeness.write(path, [], 2)
    after = likeness.opened(path)
    assert before is not None and after is not None
    assert (before.count, after.count) == (10, 0)
    assert len(before.near(bytes(32), 256, 20)) == 10
    assert after.near(bytes(32), 256, 20) == []


def test_a_file_that_is_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "looks"
    path.write_bytes(b"x" * 100)
    with pytest.raises(ValueError, match="no file of looks"):
        likeness.opened(path)


def test_what_fails_on_its_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "looks"
    likeness.write(path, [_part(1, 1, 10)], 1)

    def parts() -> Iterator[Part]:
        yield _part(2, 1, 10)
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        likeness.write(path, parts(), 2)
    assert [one.name for one in tmp_path.iterdir()] == ["looks"]
    held = likeness.opened(path)
    assert held is not None and held.until == 1
