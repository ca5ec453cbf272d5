"""How the characters of a file are written, found by reading it whole once.

The first kilobytes are not enough: a UTF-8 export often carries a few cells pasted in
Windows-1252, a hundred thousand lines down. Nothing is lost silently: stray bytes are read as
Windows-1252 and counted, what cannot be read becomes « � » and is counted too.
"""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TextIO

from pop.imports import signatures
from pop.imports.packages import Piece
from pop.imports.refusals import NotATable

CHUNK: Final = 2**20
STRAYS: Final = "octets Windows-1252 lus dans un texte d’un autre encodage"

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORDS: Final = {
    "utf-8-sig": "UTF-8",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
    "mac_roman": "Mac Roman",
    "cp850": "DOS (850)",
}
# Too many stray bytes to be an accident: the file is not UTF-8, no need to count them all.
_ENOUGH: Final = 20_000


@dataclass(frozen=True, slots=True)
class Writing:
    """The characters of a file: codec, line ends, and what does not fit.

    stray: bytes of another encoding, read as Windows-1252, the first on line `stray_line`;
    lost: characters « � », the first on line `lost_line`; longest: a bound of the longest line.
    """

    codec: str
    newline: str
    stray: int = 0
    stray_line: int = 0
    lost: int = 0
    lost_line: int = 0
    longest: int = 0

    @property
    def words(self) -> str:
        """The name of the encoding, for people."""
        name = _WORDS.get(self.codec, self.codec.upper())
        mixed = self.stray and self.codec == "utf-8-sig"
        return f"{name} mêlé de Windows-1252" if mixed else name

    @property
    def repairs(self) -> dict[str, int]:
        """What reading the characters mends, for the log."""
        return {STRAYS: self.stray} if self.stray else {}

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences on what is lost."""
        if not self.lost:
            return ()
        count = f"{self.lost} caractères sont perdus" if self.lost > 1 else "un caractère est perdu"
        return (
            f"{count} (« � », d’abord ligne {self.lost_line}) ; "
            "demandez le fichier d’origine, ou retapez-les.",
        )


def examine(piece: Piece) -> Writing:
    """Read a file whole and tell how it is written. Raises NotATable on what is no text."""
    with piece.open() as stream:
        head = stream.read(2**16)
    codec = _wide(head)
    if codec is None:
        kind = signatures.binary(head)
        if kind:
            raise NotATable(kind.sentence)
        counted = _utf8(piece)
        if counted:
            return counted.writing("utf-8-sig")
        return _one_byte(piece)
    counted = _Counter()
    for text in _decoded(piece, codec):
        counted.add(text)
    return counted.writing(codec)


def lines(piece: Piece, writing: Writing) -> Iterator[str]:
    """The lines of a file, their ends kept, stray bytes restored."""
    with _opened(piece, writing) as stream:
        if writing.stray:
            for line in stream:
                yield restored(line)
        else:
            yield from stream


def chunks(piece: Piece, writing: Writing) -> Iterator[str]:
    """The text of a file by large parts, stray bytes restored."""
    with _opened(piece, writing) as stream:
        while text := stream.read(CHUNK):
            yield restored(text) if writing.stray else text


def _opened(piece: Piece, writing: Writing) -> TextIO:
    wide = writing.codec.startswith(("utf-16", "utf-32"))
    return io.TextIOWrapper(
        piece.open(),
        encoding=writing.codec,
        errors="replace" if wide else "surrogateescape",
        newline=writing.newline,
    )


def restored(text: str) -> str:
    """Bytes that the encoding does not have, which Python escaped, as characters."""
    return _ESCAPED.sub(_character, text)


_ESCAPED: Final = re.compile("[\udc80-\udcff]+")
# The beginnings of « é », « ’ », « œ »… in UTF-8, whose end a program cut off: they are lost.
_CUT: Final = frozenset({b"\xc2", b"\xc3", b"\xc5", b"\xe2\x80", b"\xe2\x82"})


def _character(found: re.Match[str]) -> str:
    raw = found.group().encode("utf-8", "surrogateescape")
    return "\ufffd" if raw in _CUT else raw.decode("cp1252", "replace")


def _wide(head: bytes) -> str | None:
    """The codec of characters of two or four bytes, told by a mark or by their zeros."""
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    first, second = head[::2], head[1::2]
    if second.count(0) > len(second) * 0.7 and first.count(0) < len(first) * 0.05:
        return "utf-16-le"
    if first.count(0) > len(first) * 0.7 and second.count(0) < len(second) * 0.05:
        return "utf-16-be"
    return None


class _Counter:
    """What is counted of a text as its parts go by."""

    def __init__(self) -> None:
        self.stray = self.stray_line = self.lost = self.lost_line = 0
        self._feeds = self._returns = self._run = self._longest = 0

    def add(self, text: str) -> None:
        if "\ufffd" in text:
            self.lost_line = self.lost_line or self._line(text, text.index("\ufffd"))
            self.lost += text.count("\ufffd")
        feeds = text.count("\n")
        self._feeds += feeds
        returns = text.count("\r")
        self._returns += returns
        end = text.rfind("\n") if feeds else text.rfind("\r") if returns else -1
        self._run = self._run + len(text) if end < 0 else len(text) - end
        self._longest = max(self._longest, self._run)

    def escaped(self, text: str) -> None:
        """Count what was escaped in a part, before it is added."""
        found = _ESCAPED.search(text)
        if found:
            self.stray_line = self.stray_line or self._line(text, found.start())
            self.stray += sum(len(match) for match in _ESCAPED.findall(text))

    def _line(self, text: str, place: int) -> int:
        mark = "\r" if not self._feeds and "\n" not in text else "\n"
        before = self._feeds if mark == "\n" else self._returns
        return before + text.count(mark, 0, place) + 1

    def writing(self, codec: str) -> Writing:
        newline = "\n" if self._feeds or not self._returns else "\r"
        return Writing(
            codec, newline, self.stray, self.stray_line, self.lost, self.lost_line, self._longest
        )  # fmt: skip


def _utf8(piece: Piece) -> _Counter | None:
    """The counts of a file in UTF-8, or None when it is in another encoding.

    Some stray bytes do not make another encoding, so long as accents in UTF-8 are not rare
    beside them: real Windows-1252 makes none, but for a few accidents.
    """
    counted, wide, left = _Counter(), 0, b""
    with piece.open() as stream:
        while data := stream.read(CHUNK):
            data = left + data
            try:
                text, used = codecs.utf_8_decode(data, "strict", False)
            except UnicodeDecodeError:
                text, used = codecs.utf_8_decode(data, "surrogateescape", False)
                counted.escaped(text)
                wide += _accents(text)
                text = restored(text)
            else:
                wide += used - len(text)
            left = data[used:]
            counted.add(text)
            if counted.stray > _ENOUGH and wide < counted.stray * 0.05:
                return None
    if left:
        text = left.decode("utf-8", "surrogateescape")
        counted.escaped(text)
        counted.add(restored(text))
    return None if counted.stray and wide < counted.stray * 0.05 else counted


def _accents(text: str) -> int:
    """Letters and signs that French has: « É» » in Windows-1252 is a letter of UTF-8 too, but
    one that French has not."""
    return len(_FRENCH.findall(text))


_FRENCH: Final = re.compile("[\xa0-\u017f\u2000-\u20ac]")


def _one_byte(piece: Piece) -> Writing:
    """Which of the encodings of one byte a character: told by how « é è à » are written."""
    votes = dict.fromkeys(_EACUTE_EGRAVE_AGRAVE, 0)
    high = False
    with piece.open() as stream:
        while data := stream.read(CHUNK):
            for codec, letters in _EACUTE_EGRAVE_AGRAVE.items():
                votes[codec] += sum(map(data.count, letters))
            high = high or len(data.translate(None, _C1)) < len(data)
    codec = max(votes, key=lambda name: votes[name])
    if codec == "cp1252" and not high:
        codec = "latin-1"
    counted = _Counter()
    for text in _decoded(piece, codec, "surrogateescape"):
        counted.escaped(text)
        counted.add(restored(text))
    return counted.writing(codec)


_EACUTE_EGRAVE_AGRAVE: Final = {
    codec: [letter.encode(codec) for letter in "éèà"] for codec in ("cp1252", "mac_roman", "cp850")
}
_C1: Final = bytes(range(0x80, 0xA0))


def _decoded(piece: Piece, codec: str, errors: str = "replace") -> Iterator[str]:
    with io.TextIOWrapper(piece.open(), encoding=codec, errors=errors, newline="") as stream:
        while text := stream.read(CHUNK):
            yield text
