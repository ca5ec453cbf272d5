"""One smaller JPEG at a few widths: never larger, upright, without metadata, of images alone."""

from pathlib import Path

import numpy as np
import pytest
import pyvips

from pop.media import decoding, derivatives, originals

pytestmark = pytest.mark.no_database


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_DATA", str(tmp_path))


def picture(width: int, height: int) -> pyvips.Image:
    y, x = np.mgrid[0:height, 0:width]
    pixels = np.dstack((x % 256, y % 256, (x + y) % 256)).astype(np.uint8)
    return pyvips.Image.new_from_array(pixels).copy(interpretation="srgb")


def opened(path: Path) -> pyvips.Image:
    return pyvips.Image.new_from_file(str(path))


@pytest.mark.parametrize("width", [240, 1600])
def test_a_derivative_has_the_size_asked_for(width: int) -> None:
    checksum = originals.put(picture(2000, 1000).jpegsave_buffer())
    made = opened(derivatives.downloaded(checksum, width))
    assert (made.width, made.height) == (width, width // 2)


def test_it_is_never_larger_than_the_original() -> None:
    checksum = originals.put(picture(300, 200).pngsave_buffer())
    made = opened(derivatives.downloaded(checksum, 960))
    assert (made.width, made.height) == (300, 200)


def test_it_is_made_once() -> None:
    checksum = originals.put(picture(300, 200).jpegsave_buffer())
    first = derivatives.downloaded(checksum, 240)
    before = first.stat().st_mtime_ns
    assert derivatives.downloaded(checksum, 240) == first
    assert first.stat().st_mtime_ns == before


def test_it_bears_no_metadata_and_stands_upright() -> None:
    turned = picture(400, 200).copy()
    turned.set_type(pyvips.GValue.gint_type, "orientation", 6)
    turned.set_type(pyvips.GValue.gstr_type, "exif-ifd0-Artist", "Someone")
    checksum = originals.put(turned.jpegsave_buffer())
    kept = pyvips.Image.new_from_file(str(originals.local(checksum)))
    assert "exif-ifd0-Artist" in kept.get_fields()
    made = opened(derivatives.downloaded(checksum, 240))
    assert (made.width, made.height) == (120, 240)
    assert not [name for name in made.get_fields() if name.startswith(("exif", "iptc", "xmp"))]


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b"%PDF-1.4",
        b"",
        b"\xff\xd8\xff and then nothing",
    ],
)
def test_what_is_no_photograph_is_not_read(content: bytes) -> None:
    checksum = originals.put(content)
    with pytest.raises(decoding.Unreadable):
        derivatives.downloaded(checksum, 240)


def test_an_image_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MOST_PIXELS", 10_000)
    checksum = originals.put(picture(300, 200).jpegsave_buffer())
    with pytest.raises(decoding.Unreadable, match="millions de points"):
        derivatives.downloaded(checksum, 240)


def test_an_unknown_image_is_absent() -> None:
    with pytest.raises(originals.Absent):
        derivatives.downloaded("0" * 64, 240)
