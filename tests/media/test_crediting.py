"""Credit and rights in a JPEG that leaves: read by other programs, nothing else of it changed."""

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, IptcImagePlugin

from pop.media import xmp
from pop.media.crediting import Credits, Malformed, credited
from pop.media.embedded import Embedded, read

pytestmark = pytest.mark.no_database

SAID = Credits(
    creator="Adèle Lestrange",
    credit="Adèle Lestrange, Inventaire général",
    rights="© Région Grand Est — « tous droits réservés » & <réservés>",
    statement="https://example.org/droits",
    caption="Chevet de l’abbatiale",
    source="https://example.org/notice/merimee/PA00990001",
)


def jpeg(**options: object) -> bytes:
    made = io.BytesIO()
    Image.effect_noise((60, 40), 80).convert("RGB").save(made, "JPEG", **options)
    return made.getvalue()


def located() -> bytes:
    """A JPEG that tells where it was taken, by whom, with what."""
    exif = Image.Exif()
    exif[0x013B], exif[0x010F] = "zzqartist", "zzqcamera"
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "N", (48.0, 17.0, 53.0)
    return jpeg(exif=exif, xmp=b"<x>zzqxmp</x>", comment=b"zzqcomment", icc_profile=b"profile")


def test_the_pixels_are_the_same_and_the_colours_keep_their_profile() -> None:
    before = located()
    after = credited(before, SAID)
    first, then = (np.asarray(Image.open(io.BytesIO(content))) for content in (before, after))
    assert np.array_equal(first, then)
    assert Image.open(io.BytesIO(after)).info["icc_profile"] == b"profile"
    scan = before.index(b"\xff\xda")
    assert after.endswith(before[scan:])


def test_what_the_file_said_of_persons_and_places_is_left_behind() -> None:
    after = credited(located(), SAID)
    assert b"zzq" not in after
    image = Image.open(io.BytesIO(after))
    assert dict(image.getexif()) == {}
    assert image.getexif().get_ifd(0x8825) == {}


def test_other_programs_read_credit_and_rights_in_utf8(tmp_path: Path) -> None:
    image = Image.open(io.BytesIO(credited(jpeg(), SAID)))
    record = IptcImagePlugin.getiptcinfo(image)
    assert record is not None
    assert record[1, 90] == b"\x1b%G"
    assert record[2, 80] == "Adèle Lestrange".encode()
    assert record[2, 116] == SAID.rights.encode()
    assert record[2, 120] == SAID.caption.encode()
    told = xmp.properties(image.info["xmp"])
    assert told[f"{{{xmp.DC}}}creator"] == [SAID.creator]
    assert told[f"{{{xmp.DC}}}rights"] == [SAID.rights]
    assert told[f"{{{xmp.DC}}}source"] == [SAID.source]
    assert told[f"{{{xmp.PHOTOSHOP}}}Credit"] == [SAID.credit]
    assert told[f"{{{xmp.RIGHTS}}}WebStatement"] == [SAID.statement]
    path = tmp_path / "a.jpg"
    path.write_bytes(credited(jpeg(), SAID))
    assert read(path) == Embedded(f"{SAID.creator}, {SAID.rights}", SAID.caption)


def test_a_text_too_long_for_iptc_is_cut_between_characters_and_whole_in_xmp() -> None:
    long = "é" * 70
    image = Image.open(io.BytesIO(credited(jpeg(), Credits(creator=long, rights="é" * 5_000))))
    record = IptcImagePlugin.getiptcinfo(image)
    assert record is not None
    assert record[2, 80] == ("é" * 16).encode()
    assert record[2, 116] == ("é" * 64).encode()
    assert xmp.properties(image.info["xmp"])[f"{{{xmp.DC}}}creator"] == [long]


def test_the_digest_tells_that_both_say_the_same() -> None:
    resources = Image.open(io.BytesIO(credited(jpeg(), SAID))).info["photoshop"]
    assert resources[0x0425] == hashlib.md5(resources[0x0404]).digest()


def test_the_longest_texts_still_make_a_picture() -> None:
    worst = "&" * 5_000
    image = Image.open(io.BytesIO(credited(jpeg(), Credits(*[worst] * 6))))
    image.load()
    assert xmp.properties(image.info["xmp"])[f"{{{xmp.DC}}}source"][0].startswith("&&&")


def test_nothing_said_is_nothing_written_but_that_it_is_utf8() -> None:
    image = Image.open(io.BytesIO(credited(jpeg(), Credits())))
    assert xmp.properties(image.info["xmp"]).keys() == {f"{{{xmp.RDF}}}about"}
    assert credited(credited(jpeg(), SAID), Credits()).count(b"Lestrange") == 0


@pytest.mark.parametrize("content", [b"", b"\x89PNG", b"\xff\xd8", jpeg()[:30]])
def test_what_is_no_jpeg_is_refused(content: bytes) -> None:
    with pytest.raises(Malformed):
        credited(content, SAID)
