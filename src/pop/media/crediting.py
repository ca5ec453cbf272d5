"""Credit and rights written into a JPEG that leaves, without touching its pixels.

Bytes in, bytes out. What the file said of itself (EXIF with its places and devices, XMP, IPTC,
comments) is left behind; then XMP and IPTC are put in, both, as the Metadata Working Group asks
(Guidelines for handling image metadata, 2.0): all programs read one or the other.
"""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pop.media.mending import mended
from pop.media.xmp import DC, PHOTOSHOP, RDF, RIGHTS

LONGEST = 1000
"""Characters of one text: the whole must stand in a segment of 64 kB."""
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_META = "adobe:ns:meta/"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PACKET = "<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>".encode()
_SOS, _APP0, _APP1, _APP13, _COMMENT = 0xDA, 0xE0, 0xE1, 0xED, 0xFE
_LEFT_BEHIND = (_APP1, _APP13, _COMMENT)
# Datasets of IPTC IIM 4.1 and the bytes that each may have.
_BY_LINE, _CREDIT, _COPYRIGHT, _CAPTION = (80, 32), (110, 32), (116, 128), (120, 2000)


class Malformed(ValueError):
    """Not the bytes of a JPEG."""


@dataclass(frozen=True, slots=True)
class Credits:
    """What is said of a picture: by whom, the line of credit, the sentence of its rights, the
    page that tells them, its caption, the page of the notice that shows it."""

    creator: str = ""
    credit: str = ""
    rights: str = ""
    statement: str = ""
    caption: str = ""
    source: str = ""


def credited(jpeg: bytes, said: Credits) -> bytes:
    """The same picture, that says this and nothing else. Raises Malformed."""
    start, rest = _segments(jpeg)
    said = Credits(*(mended(getattr(said, name), LONGEST) for name in Credits.__slots__))
    added = [(_APP1, _XMP + _packet(said)), (_APP13, _photoshop(_iptc(said)))]
    # After the mark of JFIF, which comes first.
    place = 1 if start and start[0][0] == _APP0 else 0
    written = [*start[:place], *added, *start[place:]]
    return b"\xff\xd8" + b"".join(_segment(*one) for one in written) + rest


def _segments(jpeg: bytes) -> tuple[list[tuple[int, bytes]], bytes]:
    """The segments that stay, up to the pixels; the pixels."""
    if jpeg[:2] != b"\xff\xd8":
        raise Malformed("no JPEG")
    kept: list[tuple[int, bytes]] = []
    place = 2
    while True:
        marker = jpeg[place : place + 4]
        if len(marker) < 4 or marker[0] != 0xFF:
            raise Malformed("a segment is cut")
        if marker[1] == 0xFF:  # filling
            place += 1
        elif marker[1] == _SOS:
            return kept, jpeg[place:]
        else:
            length = int.from_bytes(marker[2:])
            if marker[1] not in _LEFT_BEHIND:
                kept.append((marker[1], jpeg[place + 4 : place + 2 + length]))
            place += 2 + max(length, 2)


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _packet(said: Credits) -> bytes:
    """The XMP: what is empty is left out."""
    names = {"x": _META, "rdf": RDF, "dc": DC, "photoshop": PHOTOSHOP, "xmpRights": RIGHTS}
    root = etree.Element(f"{{{_META}}}xmpmeta", nsmap={"x": _META})
    rdf = etree.SubElement(root, f"{{{RDF}}}RDF", nsmap={"rdf": RDF})
    description = etree.SubElement(rdf, f"{{{RDF}}}Description", nsmap=names)
    description.set(f"{{{RDF}}}about", "")
    for namespace, name, kind, text in (
        (DC, "creator", "Seq", said.creator),
        (DC, "rights", "Alt", said.rights),
        (DC, "description", "Alt", said.caption),
        (DC, "source", "", said.source),
        (PHOTOSHOP, "Credit", "", said.credit),
        (RIGHTS, "UsageTerms", "Alt", said.rights),
        (RIGHTS, "WebStatement", "", said.statement),
    ):
        if not text:
            continue
        element = etree.SubElement(description, f"{{{namespace}}}{name}")
        if kind:
            group = etree.SubElement(element, f"{{{RDF}}}{kind}")
            element = etree.SubElement(group, f"{{{RDF}}}li")
            if kind == "Alt":
                element.set(_LANGUAGE, "x-default")
        element.text = text
    return _PACKET + etree.tostring(root, encoding="UTF-8") + b"<?xpacket end='r'?>"


def _iptc(said: Credits) -> bytes:
    """The IPTC, in UTF-8 and says so; a text too long for it is cut, the XMP has it whole."""
    return b"".join(
        (
            _dataset(1, 90, b"\x1b%G"),
            _dataset(2, 0, struct.pack(">H", 4)),
            *_dataset_of(_BY_LINE, said.creator),
            *_dataset_of(_CREDIT, said.credit),
            *_dataset_of(_COPYRIGHT, said.rights),
            *_dataset_of(_CAPTION, said.caption),
        )
    )


def _dataset_of(kind: tuple[int, int], text: str) -> Iterator[bytes]:
    number, longest = kind
    if text:
        yield _dataset(2, number, text.encode()[:longest].decode(errors="ignore").encode())


def _dataset(record: int, number: int, content: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(content)) + content


def _photoshop(iptc: bytes) -> bytes:
    """The resources of Photoshop that hold the IPTC, and its MD5: readers then know that the XMP
    beside it says the same, and believe the longer."""
    digest = hashlib.md5(iptc, usedforsecurity=False).digest()
    return b"Photoshop 3.0\0" + _resource(0x0404, iptc) + _resource(0x0425, digest)


def _resource(number: int, content: bytes) -> bytes:
    padding = b"\0" * (len(content) % 2)
    return b"8BIM" + struct.pack(">HHI", number, 0, len(content)) + content + padding
