"""What the file of a picture says of it: credit, caption, date. Nothing of places is read.

In the order of trust of the Metadata Working Group (Guidelines for handling image metadata, 2.0),
as the ministry follows it: IPTC, then XMP, then EXIF. Of dates, only the day the picture was
taken: that of the scan or of the file says nothing of it.
"""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from pop.media import xmp
from pop.media.mending import decoded, mended

LONGEST_CREDIT, LONGEST_CAPTION = 500, 1000
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "JPEG2000", "AVIF", "GIF")
_UTF8 = b"\x1b%G"
_XMP_BOX = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_DAY = re.compile(r"(\d{4})(?:[-:]?(\d\d)(?:[-:]?(\d\d))?)?(?!\d)")
# What cameras and programs write of themselves.
_EMPTY_CAPTIONS = re.compile(
    r"((olympus|(konica )?minolta|kodak|samsung)? ?digital (still )?camera|sony dsc|dcf 1\.0"
    r"|samsung camera pictures|dsc[\w.]*|dcim\S*|created with .*|untitled|sans titre|default"
    r"|exif_jpeg\w*|screenshot)",
    re.IGNORECASE,
)

Record = dict[tuple[int, int], bytes | list[bytes]]


class Embedded(Struct, frozen=True):
    """Credit and caption in UTF-8, on one line; date as YYYY, YYYY-MM or YYYY-MM-DD; "" when
    the file says nothing."""

    credit: str = ""
    caption: str = ""
    date: str = ""


def read(path: Path) -> Embedded:
    """What a picture says, in any of the formats that Pillow opens; nothing of what it cannot.

    Nothing is decoded but the header. Meant for a process that may be lost (probe.py).
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=_FORMATS) as image:
                return _said(_iptc(image), xmp.properties(_packet(image, path)), _exif(image))
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, EOFError):
        return Embedded()


def _said(iptc: Record, packet: xmp.Properties, exif: Mapping[int, Any]) -> Embedded:
    def first(*candidates: Iterable[str], longest: int = LONGEST_CREDIT) -> str:
        for texts in candidates:
            if said := ", ".join(_distinct(texts, longest)):
                return mended(said, longest)
        return ""

    def of(namespace: str, name: str) -> list[str]:
        return packet.get(f"{{{namespace}}}{name}", [])

    by = first(
        _iptc_texts(iptc, 80),
        of(xmp.DC, "creator"),
        _exif_texts(exif, ExifTags.Base.Artist),
    )
    owned = first(
        _iptc_texts(iptc, 116),
        of(xmp.DC, "rights"),
        of(xmp.RIGHTS, "Owner"),
        _exif_texts(exif, ExifTags.Base.Copyright),
    )
    credited = first(_iptc_texts(iptc, 110), of(xmp.PHOTOSHOP, "Credit"))
    caption = first(
        _iptc_texts(iptc, 120),
        of(xmp.DC, "description"),
        _exif_texts(exif, ExifTags.Base.ImageDescription),
        longest=LONGEST_CAPTION,
    )
    dates = (
        *_iptc_texts(iptc, 55),
        *of(xmp.PHOTOSHOP, "DateCreated"),
        *of(xmp.EXIF, "DateTimeOriginal"),
        *_exif_texts(exif, ExifTags.Base.DateTimeOriginal),
    )
    return Embedded(
        credit=mended(_joined(by, owned) or credited, LONGEST_CREDIT),
        caption="" if _EMPTY_CAPTIONS.fullmatch(caption) else caption,
        date=next(filter(None, map(_day, dates)), ""),
    )


def _distinct(texts: Iterable[str], longest: int) -> Iterator[str]:
    seen = set()
    for text in texts:
        clean = mended(text, longest)
        if clean and clean not in seen:
            seen.add(clean)
            yield clean


def _joined(by: str, owned: str) -> str:
    """Who made it, then whose it is; once when the one says the other."""
    if by.casefold() in owned.casefold():
        return owned
    return by if owned.casefold() in by.casefold() else f"{by}, {owned}"


def _day(text: str) -> str:
    """A day as far as it is known; nothing of what is none (« 0000:00:00 »)."""
    found = _DAY.match(text.strip())
    if not found or not 1800 <= int(found[1]) <= 2200:
        return ""
    month, day = (int(part or 0) for part in found.group(2, 3))
    if not 1 <= month <= 12:
        return found[1]
    return f"{found[1]}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{found[1]}-{month:02}"


def _iptc(image: ImageFile.ImageFile) -> Record:
    return IptcImagePlugin.getiptcinfo(image) or {}


def _iptc_texts(record: Record, number: int) -> list[str]:
    """The texts of a dataset of the application record (IPTC IIM 4.1), which its envelope says to
    be in UTF-8, or nobody."""
    found = record.get((2, number), [])
    raw = found if isinstance(found, list) else [found]
    if record.get((1, 90)) == _UTF8:
        return [item.decode(errors="replace") for item in raw]
    return [decoded(item) for item in raw]


def _exif(image: Image.Image) -> dict[int, Any]:
    exif = image.getexif()
    return {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}


def _exif_texts(exif: Mapping[int, Any], tag: int) -> list[str]:
    """The text of a tag; of a copyright the photographer, then the editor (Exif 2.32, 33432)."""
    text = exif.get(tag)
    if isinstance(text, bytes):
        text = text.decode("latin-1")
    if not isinstance(text, str):
        return []
    # Pillow reads these as Latin-1, whatever they are.
    return [decoded(_raw(part)) for part in text.split("\0") if part.strip()]


def _raw(text: str) -> bytes:
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode()


def _packet(image: Image.Image, path: Path) -> bytes:
    """The XMP of a picture, b"" without any."""
    if image.format == "JPEG2000":
        return _of_box(path)
    found = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    return found.encode() if isinstance(found, str) else bytes(found)


def _of_box(path: Path) -> bytes:
    """The XMP of a JPEG 2000: the box « uuid » of that name (ISO 15444-1, I.7.2)."""
    end = path.stat().st_size
    with path.open("rb") as file:
        start = 0
        while start + 24 <= end:
            file.seek(start)
            header = file.read(16)
            size, kind = int.from_bytes(header[:4]), header[4:8]
            length = 16 if size == 1 else 8
            size = int.from_bytes(header[8:16]) if size == 1 else size or end - start
            if size < length:
                break
            file.seek(start + length)
            if kind == b"uuid" and file.read(16) == _XMP_BOX:
                return file.read(min(size - length - 16, xmp.LARGEST + 1))
            start += size
    return b""
