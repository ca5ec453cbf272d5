"""Every picture is looked at in another process: what is one goes in, what is not is told why."""

import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
import pyvips
from PIL import Image

from pop.media import making, originals
from pop.media.inspecting import Inspected, inspect

pytestmark = pytest.mark.no_database


@pytest.fixture(autouse=True)
def _own_media(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_DATA", str(tmp_path / "state"))


def _one(path: Path) -> Inspected:
    (found,) = inspect([path])
    return found


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP", "JPEG2000", "AVIF"])
def test_a_picture_of_each_format_goes_in_and_is_shown(form: str, tmp_path: Path) -> None:
    # Its name says something else: only the content is believed.
    path = tmp_path / "named.xyz"
    Image.new("RGB", (300, 200), (200, 30, 40)).save(path, form)
    found = _one(path)
    assert (found.width, found.height, found.reason) == (300, 200, "")
    assert found.color.startswith("#c")
    whole = making.opened(originals.keep(path)).levels[0]
    assert (whole.width, whole.height) == (300, 200)


def test_a_picture_lying_on_its_side_is_measured_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "side.jpg"
    Image.new("RGB", (300, 200)).save(path, exif=exif)
    found = _one(path)
    assert (found.width, found.height) == (200, 300)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "vide"),
        (b"%PDF-1.7", "PDF auquel il manque la fin"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "pas une image connue"),
        (b"\xff\xd8\xff and then nothing", "abîmée"),
        (b"\x89PNG\r\n\x1a\n", "abîmée"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(
    content: bytes, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(content)
    assert reason in _one(path).reason


def test_a_pdf_is_a_document_and_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.jpg"
    path.write_bytes(b"%PDF-1.7\n" + bytes(5_000) + b"\nstartxref\n12\n%%EOF\n")
    assert _one(path) == Inspected(path, kind="PDF")


def test_a_picture_says_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x013B], exif[0x010E] = "Lestrange", "Chevet"
    Image.new("RGB", (30, 20)).save(path, exif=exif)
    found = _one(path)
    assert (found.credit, found.caption, found.date) == ("Lestrange", "Chevet", "")


def test_a_picture_cut_in_its_middle_is_refused(tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole.png", tmp_path / "cut.png"
    pyvips.Image.gaussnoise(400, 300).cast("uchar").write_to_file(str(whole))
    cut.write_bytes(whole.read_bytes()[:20_000])
    assert "abîmée" in _one(cut).reason


def test_a_bomb_is_refused_from_its_header(tmp_path: Path) -> None:
    """A PNG of 60,000 × 60,000 points in a few hundred bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    path = tmp_path / "bomb.png"
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0"))
    )
    assert "3600 millions de points" in _one(path).reason


def test_what_kills_or_stops_the_other_process_stops_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = []
    for name in ("a.jpg", "crash.jpg", "hang.jpg", "z.jpg"):
        Image.new("RGB", (30, 20)).save(tmp_path / name)
        paths.append(tmp_path / name)
    probe = tmp_path / "probe.py"
    probe.write_text(
        "import os, sys, time\n"
        "for line in sys.stdin:\n"
        "    if 'crash' in line: os.abort()\n"
        "    if 'hang' in line: time.sleep(60)\n"
        '    print(\'{"width": 30, "height": 20, "color": "#000000"}\', flush=True)\n'
    )
    popen = subprocess.Popen

    def start(command: list[str], **options: Any) -> Any:
        return popen([sys.executable, str(probe)], **options)

    monkeypatch.setattr(subprocess, "Popen", start)
    found = list(inspect(paths, patience=3))
    assert [bool(one.reason) for one in found] == [False, True, True, False]


def test_each_sample_goes_in_or_is_refused_for_a_good_reason(real_data: Path) -> None:
    folder = real_data / "images" / "formats"
    found = list(inspect(sorted(path for path in folder.iterdir() if path.is_file())))
    refused = {one.path.name: one.reason for one in found if one.reason}
    assert refused.keys() == {"LICENSE.txt"}
    documents = {one.path.name for one in found if one.kind == "PDF"}
    assert documents == {"pdf.pdf", "pdf-multipage.pdf"}
    for one in found:
        if not one.reason and not one.kind:
            assert one.width > 0 and one.height > 0
            assert making.opened(originals.keep(one.path)).levels
