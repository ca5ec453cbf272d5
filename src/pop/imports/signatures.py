"""What a file is by its first bytes, whatever its name says."""

import re
from typing import Final, NamedTuple

SPREADSHEET: Final = (
    "c’est un classeur de tableur ({}) ; ouvrez-le et enregistrez-le en CSV (UTF-8)."
)
_ARCHIVE: Final = "c’est une archive {} ; décompressez-la, ou envoyez un .zip ou un .gz."
_MEDIA: Final = "c’est {}, pas un tableau de notices."


class Kind(NamedTuple):
    """What was found: a sentence for people, and whether it is a picture, a sound, a PDF."""

    sentence: str
    media: bool = False


_BEGINNINGS: Final = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind(SPREADSHEET.format(".xls, ou un document Office"))),
    (b"\x09\x08\x10\x00\x00\x06", Kind(SPREADSHEET.format(".xls"))),
    (b"%PDF", Kind(_MEDIA.format("un document PDF"), media=True)),
    (b"\xff\xd8\xff", Kind(_MEDIA.format("une image JPEG"), media=True)),
    (b"\x89PNG", Kind(_MEDIA.format("une image PNG"), media=True)),
    (b"GIF8", Kind(_MEDIA.format("une image GIF"), media=True)),
    (b"II*\x00", Kind(_MEDIA.format("une image TIFF"), media=True)),
    (b"MM\x00*", Kind(_MEDIA.format("une image TIFF"), media=True)),
    (b"II+\x00", Kind(_MEDIA.format("une image TIFF"), media=True)),
    (b"\x00\x00\x00\x0cjP", Kind(_MEDIA.format("une image JPEG 2000"), media=True)),
    (b"\xff\x4f\xff\x51", Kind(_MEDIA.format("une image JPEG 2000"), media=True)),
    (b"8BPS", Kind(_MEDIA.format("une image Photoshop"), media=True)),
    (b"ID3", Kind(_MEDIA.format("un son"), media=True)),
    (b"OggS", Kind(_MEDIA.format("un son ou un film"), media=True)),
    (b"{\\rtf", Kind(_MEDIA.format("un document de traitement de texte (RTF)"))),
    (b"SQLite format 3", Kind(_MEDIA.format("une base SQLite"))),
    (b"PAR1", Kind("c’est un fichier Parquet ; exportez-le en CSV ou en JSON.")),
    (b"BZh", Kind(_ARCHIVE.format("bzip2"))),
    (b"\xfd7zXZ", Kind(_ARCHIVE.format("xz"))),
    (b"7z\xbc\xaf", Kind(_ARCHIVE.format("7z"))),
    (b"Rar!", Kind(_ARCHIVE.format("rar"))),
    (b"\x28\xb5\x2f\xfd", Kind(_ARCHIVE.format("zstd"))),
    (b"PK\x03\x04", Kind(_ARCHIVE.format("dans une autre archive"))),
    (b"\x1f\x8b", Kind(_ARCHIVE.format("dans une autre archive"))),
)  # fmt: skip
_BINARY: Final = Kind("c’est un fichier binaire, pas un texte ; exportez vos notices en CSV.")

# Characters that no text holds, beyond tabs, line breaks, form feeds and escapes.
_CONTROLS: Final = bytes(code for code in range(0x20) if code not in b"\t\n\x0b\x0c\r\x1b")
_HTML: Final = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|meta)\b",
                          re.IGNORECASE | re.DOTALL)  # fmt: skip
_XML: Final = re.compile(r"\s*<[?!A-Za-z]")


def binary(head: bytes) -> Kind | None:
    """What these first bytes are when they are no text in one-byte characters, or None."""
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind(_MEDIA.format("une image WebP"), media=True)
    if head[4:8] == b"ftyp":
        return Kind(_MEDIA.format("une image HEIC ou un film"), media=True)
    if head[257:262] == b"ustar":
        return Kind(_ARCHIVE.format("tar"))
    if head[:2] == b"BM" and b"\x00" in head[:32]:
        return Kind(_MEDIA.format("une image BMP"), media=True)
    odd = len(head) - len(head.translate(None, _CONTROLS))
    if odd > len(head) * 0.02:
        return _BINARY
    return None


def markup(beginning: str) -> Kind | None:
    """Whether this text begins a web page or an XML document, which are no tables."""
    if _HTML.match(beginning):
        return Kind(
            "c’est une page web (HTML), pas un tableau ; téléchargez de nouveau le fichier."
        )
    if _XML.match(beginning):
        return Kind("c’est un document XML, pas un tableau ; exportez vos notices en CSV.")
    return None
