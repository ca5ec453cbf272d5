"""The characters of a file of vocabulary: its encoding told, what is mixed in it mended.

Vocabularies are small: they are read whole. Nothing is lost silently: a line that is not in the
encoding of the others is read as Windows-1252, and said.
"""

import codecs
import html
import re
from pathlib import Path

from pop.model.values.typography import quoted
from pop.vocabulary.scheme import Finding, Unusable

MOST_BYTES = 300 * 2**20
MIXED = "octets d’un autre encodage, lus comme du Windows-1252"
LOST = "caractères perdus, remplacés par « � »"
ENTITY = "entités HTML rétablies"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# What files are that are no text: their first bytes, what to say of them.
_OTHERS = (
    (b"PK\x03\x04", "une archive ou un tableur : dépliez l’archive, enregistrez le tableur en CSV"),
    (b"\x1f\x8b", "un fichier compressé : dépliez-le d’abord"),
    (b"%PDF", "un PDF : demandez le vocabulaire en SKOS (RDF/XML) ou en CSV"),
    (b"\xd0\xcf\x11\xe0", "un document de bureautique : enregistrez le tableur en CSV"),
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]{2,8});")


def content(path: Path) -> bytes:
    """The bytes of a file. Raises Unusable when it is no text or too large, and OSError."""
    if path.is_file() and path.stat().st_size > MOST_BYTES:
        raise Unusable(
            f"plus de {MOST_BYTES // 2**20} Mo : demandez un export par parties, ou sans les notes."
        )
    data = path.read_bytes()
    for first, what in _OTHERS:
        if data.startswith(first):
            raise Unusable(f"c’est {what}.")
    if not data.strip():
        raise Unusable("le fichier est vide.")
    return data


def lines(data: bytes) -> tuple[list[str], str, list[Finding]]:
    """The lines without their ends, the encoding for people, what was mended. Raises Unusable."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            if codec == "utf-8":
                data = data[len(mark) :]
                break
            return _wide(data, codec, name)
    sample = data[:4096]
    for codec, name in (("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")):
        zeros = sample[1::2] if codec.endswith("le") else sample[::2]
        if len(zeros) > 8 and zeros.count(0) > len(zeros) * 0.7:
            return _wide(data, codec, name)
    if b"\x00" in sample:
        raise Unusable("ce n’est pas un texte ; demandez-le en SKOS (RDF/XML), CSV ou texte.")
    raw = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    return _narrow(raw)


def _wide(data: bytes, codec: str, name: str) -> tuple[list[str], str, list[Finding]]:
    found = re.split(r"\r\n|\r|\n", data.decode(codec, "replace").lstrip("\ufeff"))
    lost = [Finding(LOST, number) for number, line in enumerate(found, 1) if "\ufffd" in line]
    return found, name, lost


def _narrow(raw: list[bytes]) -> tuple[list[str], str, list[Finding]]:
    """Lines of one byte a letter, or UTF-8, or both."""
    found: list[str] = []
    strays: list[int] = []
    wide = 0
    for number, line in enumerate(raw, 1):
        try:
            text = line.decode("utf-8")
            wide += not text.isascii()
        except UnicodeDecodeError:
            text = line.decode("cp1252", "replace")
            strays.append(number)
        found.append(text)
    # UTF-8 by accident is rare: lines in it outweigh many that are not.
    name = "UTF-8" if wide * 4 >= len(strays) else "Windows-1252"
    findings = [Finding(LOST, number) for number, line in enumerate(found, 1) if "\ufffd" in line]
    if strays and name == "UTF-8":
        name = "UTF-8 mêlé de Windows-1252"
        findings += [Finding(MIXED, number, quoted(found[number - 1])) for number in strays]
    return found, name, findings


def unescaped(text: str) -> str:
    """The text with its HTML entities (« &apos; ») as characters."""
    return _ENTITY.sub(lambda found: html.unescape(found.group()), text) if "&" in text else text
