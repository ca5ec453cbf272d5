"""What a file says of its picture: who is believed first, accents right, nothing of places."""

import struct
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from pop.media import embedded, xmp
from pop.media.embedded import Embedded, read
from pop.media.mending import decoded, mended

pytestmark = pytest.mark.no_database

HEAD = (
    f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{xmp.RDF}"><rdf:Description'
    f' rdf:about="" xmlns:dc="{xmp.DC}" xmlns:photoshop="{xmp.PHOTOSHOP}"'
    f' xmlns:xmpRights="{xmp.RIGHTS}"'
)
TAIL = "</rdf:Description></rdf:RDF></x:xmpmeta>"
CREATOR = "<dc:creator><rdf:Seq><rdf:li>Adèle Lestrange</rdf:li></rdf:Seq></dc:creator>"
RIGHTS = (
    '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Inventory</rdf:li>'
    '<rdf:li xml:lang="fr-FR">© Inventaire général</rdf:li></rdf:Alt></dc:rights>'
)
SAID = Embedded("Adèle Lestrange, © Inventaire général")


def packet(body: str, attributes: str = "") -> bytes:
    return f"{HEAD}{attributes}>{body}{TAIL}".encode()


def iptc(*datasets: tuple[int, int, bytes]) -> bytes:
    """The resources of Photoshop that hold these datasets."""
    content = b"".join(
        struct.pack(">BBBH", 0x1C, record, number, len(text)) + text
        for record, number, text in datasets
    )
    padding = b"\0" * (len(content) % 2)
    return (
        b"Photoshop 3.0\0"
        + b"8BIM"
        + struct.pack(">HHI", 0x0404, 0, len(content))
        + (content + padding)
    )


def jpeg(path: Path, resources: bytes = b"", **options: Any) -> Path:
    """A JPEG that bears these resources in its segment APP13."""
    Image.new("RGB", (8, 8)).save(path, "JPEG", **options)
    content = path.read_bytes()
    if resources:
        segment = b"\xff\xed" + struct.pack(">H", len(resources) + 2) + resources
        path.write_bytes(content[:2] + segment + content[2:])
    return path


def exif(**said: Any) -> Image.Exif:
    made = Image.Exif()
    tags = {"artist": 0x013B, "copyright": 0x8298, "description": 0x010E, "day": 0x0132}
    for name, value in said.items():
        if name == "taken":
            made.get_ifd(0x8769)[0x9003] = value
        else:
            made[tags[name]] = value
    return made


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP", "JPEG2000"])
def test_every_format_says_who_made_it(form: str, tmp_path: Path) -> None:
    path, said = tmp_path / "named.xyz", packet(CREATOR + RIGHTS)
    image = Image.new("RGB", (40, 40))
    match form:
        case "PNG":
            chunks = PngImagePlugin.PngInfo()
            chunks.add_itxt("XML:com.adobe.xmp", said.decode())
            image.save(path, "PNG", pnginfo=chunks)
        case "TIFF":
            image.save(path, "TIFF", tiffinfo={700: said})
        case "JPEG2000":
            image.save(path, "JPEG2000")
            box = embedded._XMP_BOX + said
            with path.open("ab") as file:
                file.write(struct.pack(">I", len(box) + 8) + b"uuid" + box)
            # The box of the pixels, last, says 0: up to the end. Here it has a length.
            content = path.read_bytes()
            place = content.index(b"jp2c") - 4
            length = len(content) - len(box) - 8 - place
            path.write_bytes(content[:place] + struct.pack(">I", length) + content[place + 4 :])
        case _:
            image.save(path, form, xmp=said)
    assert read(path) == SAID


def test_iptc_is_believed_before_xmp_and_xmp_before_exif(tmp_path: Path) -> None:
    both = packet(CREATOR + RIGHTS + "<dc:description>Chevet</dc:description>")
    said = exif(artist="Camera of Paul", copyright="Paul", description="Nave")
    first = iptc(
        (1, 90, b"\x1b%G"), (2, 80, "Éloïse Ménard".encode()), (2, 116, "© Région".encode())
    )
    assert read(jpeg(tmp_path / "a", first, xmp=both, exif=said)) == Embedded(
        "Éloïse Ménard, © Région", "Chevet"
    )
    assert read(jpeg(tmp_path / "b", xmp=both, exif=said)) == Embedded(SAID.credit, "Chevet")
    assert read(jpeg(tmp_path / "c", exif=said)) == Embedded("Camera of Paul", "Nave")


def test_several_authors_and_a_line_of_credit(tmp_path: Path) -> None:
    two = iptc((2, 80, b"A. Un"), (2, 80, b"B. Deux"), (2, 80, b"A. Un"))
    assert read(jpeg(tmp_path / "a", two)).credit == "A. Un, B. Deux"
    assert read(jpeg(tmp_path / "b", iptc((2, 110, b"RMN")))).credit == "RMN"
    owner = packet("", ' photoshop:Credit="RMN"')
    assert read(jpeg(tmp_path / "c", xmp=owner)).credit == "RMN"
    bag = "<xmpRights:Owner><rdf:Bag><rdf:li>Ville</rdf:li></rdf:Bag></xmpRights:Owner>"
    assert read(jpeg(tmp_path / "d", xmp=packet(bag))).credit == "Ville"


@pytest.mark.parametrize(
    "raw", ["Ministère".encode(), "Ministère".encode("cp1252"), "MinistÃ¨re".encode()]
)
def test_accents_are_right_whatever_they_were_written_in(raw: bytes, tmp_path: Path) -> None:
    assert read(jpeg(tmp_path / "iptc", iptc((2, 80, raw)))).credit == "Ministère"
    said = exif(artist=raw)
    assert read(jpeg(tmp_path / "exif", exif=said)).credit == "Ministère"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Â« Lâ€™Å“uvre Ã\u00a0 PÃ©rouse Â»", "« L’œuvre à Pérouse »"),
        ("MinistÃƒÂ¨re", "Ministère"),
        ("Déjà bien, et mal Ã©crit", "Déjà bien, et mal écrit"),
        ("LIBERTÉ\u00a0: « ÉCOLE »", "LIBERTÉ : « ÉCOLE »"),
        ("Âge, pâle, Ångström", "Âge, pâle, Ångström"),
        ("une\r\nligne\0 et\ufeff une autre", "une ligne et une autre"),
        ("a" * 30, "a" * 19 + "…"),
    ],
)
def test_texts_are_mended_and_good_ones_left_alone(text: str, meant: str) -> None:
    assert mended(text, 20 if text.startswith("aa") else 100) == meant
    assert mended(meant, 100) == meant


def test_bytes_that_nothing_explains_are_read_as_they_most_likely_are() -> None:
    assert decoded("œuvre".encode()) == "œuvre"
    assert decoded("œuvre".encode("cp1252")) == "œuvre"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("1953:04:22 10:00:00", "1953-04-22"),
        ("0000:00:00 00:00:00", ""),
        ("    :  :     :  :  ", ""),
        ("2015:13:01 00:00:00", "2015"),
    ],
)
def test_the_day_it_was_taken(said: str, day: str, tmp_path: Path) -> None:
    assert read(jpeg(tmp_path / "a", exif=exif(taken=said))).date == day


def test_the_day_of_the_scan_or_of_the_file_says_nothing(tmp_path: Path) -> None:
    changed = ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate="2026-01-16"'
    said = exif(day="2026:01:16 08:30:58")
    assert read(jpeg(tmp_path / "a", xmp=packet("", changed), exif=said)).date == ""
    assert read(jpeg(tmp_path / "b", iptc((2, 55, b"19530422")))).date == "1953-04-22"
    taken = ' photoshop:DateCreated="1921-06"'
    assert read(jpeg(tmp_path / "c", xmp=packet("", taken))).date == "1921-06"


@pytest.mark.parametrize("said", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "Created with GIMP"])
def test_what_a_camera_says_of_itself_is_no_caption(said: str, tmp_path: Path) -> None:
    assert read(jpeg(tmp_path / "a", exif=exif(description=said))).caption == ""
    kept = "Canon de la citadelle, vu du rempart"
    assert read(jpeg(tmp_path / "b", exif=exif(description=kept))).caption == kept


def test_a_packet_that_would_fetch_or_grow_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("zzqsecret")
    bomb = b"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>" + packet(CREATOR)
    assert xmp.properties(bomb) == {}
    outside = packet(CREATOR.replace("Adèle", "&a;")).decode()
    asked = f"<!DOCTYPE x [<!ENTITY a SYSTEM 'file://{secret}'>]>{outside}"
    for content in (asked.encode(), asked.encode("utf-16"), packet(CREATOR) + b" " * xmp.LARGEST):
        assert "zzqsecret" not in repr(xmp.properties(content))
    assert xmp.properties(packet(CREATOR) + b" " * xmp.LARGEST) == {}
    for broken in (b"", b"<", b"\0\0", b"<a>", packet(CREATOR)[:-20]):
        assert isinstance(xmp.properties(broken), dict)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"\xff\xd8\xff and nothing", b"II*\0"])
def test_what_cannot_be_read_says_nothing(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    assert read(path) == Embedded()


def test_boxes_without_end_are_left(tmp_path: Path) -> None:
    path = tmp_path / "a.jp2"
    Image.new("RGB", (40, 40)).save(path, "JPEG2000")
    content = path.read_bytes()
    place = content.index(b"ftyp") - 4
    path.write_bytes(content[:place] + struct.pack(">I", 3) + content[place + 4 :])
    assert read(path) == Embedded()


@pytest.mark.real_data
def test_the_samples_say_their_day_and_nothing_of_their_place(real_data: Path) -> None:
    found = {}
    for path in sorted((real_data / "images").rglob("*")):
        if path.is_file():
            said = read(path)
            assert not any(place in repr(said) for place in ("Green Bay", "43", "44", "87"))
            if said != Embedded():
                found[path.name] = said
    assert found == {
        "jpg-exif-orientation-illegal.jpg": Embedded(date="2015-12-31"),
        "jpg-xmp-orientation-90.jpg": Embedded(date="2015-12-22"),
        "kandinsky.jpg": Embedded("oleg", "", "2015-05-01"),
        "png-nativemetadata.png": Embedded(date="2008-10-17"),
        "png-rotated.png": Embedded(date="2015-12-22"),
        "tif-exif.tif": Embedded(date="2002-07-12"),
        "tif-rotated.tif": Embedded(date="2015-12-22"),
    }
