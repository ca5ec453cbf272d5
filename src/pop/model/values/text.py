"""Text: what a producer wrote, kept verbatim. Also where every cell read is mended.

`mend` repairs what machines broke and nothing else; `paragraphs` knows the line breaks of the
former bases (`#`, `£`). Sources: production-2024.md §1.0, rules-of-the-domain.md §1.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from pop.model.values import typography
from pop.model.values.verbs import Fault, Indexed

# The repairs, as the log of an import names them.
WINDOWS: Final = "caractères Windows-1252 rétablis"
CONTROLS: Final = "caractères de contrôle retirés"
BREAKS: Final = "sauts de ligne rétablis"
MARKS: Final = "marque d’ordre des octets retirée"
SURROGATES: Final = "demi-caractères UTF-16 réunis ou retirés"
COMPOSED: Final = "accents recomposés"
QUOTES: Final = "guillemets informatiques extérieurs retirés"


class Mended(NamedTuple):
    """The text after repair, and the kinds of repair it took, in French, for the log."""

    text: str
    repairs: tuple[str, ...]


def mend(text: str, *, unquote: bool = False) -> Mended:
    """Repair what encodings and tools broke in one cell; touch nothing else.

    Windows-1252 read as Latin-1 gets its characters back (U+0092 → ’), other controls go
    (tabs and line breaks stay, vertical tabs and form feeds become line breaks), as do byte
    order marks and lone surrogates; accents are composed (NFC). With `unquote`, a pair of
    double quotes around the whole text goes, doubled quotes inside becoming single.
    Mojibake (« Ã© ») is left alone, for `check` to say: repairing it is a guess.
    """
    if not (text.isascii() and text.isprintable()):
        text, repairs = _mend(text)
    else:
        repairs = ()
    if unquote and len(text) > 1 and text[0] == text[-1] == '"':
        inside = text[1:-1].replace('""', "\0")
        if '"' not in inside:
            return Mended(inside.replace("\0", '"'), (*repairs, QUOTES))
    return Mended(text, repairs)


def _mend(text: str) -> tuple[str, tuple[str, ...]]:
    if _BROKEN.search(text) is None:
        if unicodedata.is_normalized("NFC", text):
            return text, ()
        return unicodedata.normalize("NFC", text), (COMPOSED,)
    repairs = []
    if _SURROGATE.search(text):
        # A pair split in two halves is one character (old JSON); a lone half is nothing.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
        repairs.append(SURROGATES)
    for pattern, replacements, name in _REPAIRS:
        if pattern.search(text):
            text = text.translate(replacements)
            repairs.append(name)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        repairs.append(COMPOSED)
    return text, tuple(repairs)


def _windows_characters() -> dict[int, str]:
    undefined = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
    return {c: bytes([c]).decode("cp1252") for c in range(0x80, 0xA0) if c not in undefined}


def _class(characters: "dict[int, str] | dict[int, None]") -> re.Pattern[str]:
    return re.compile("[" + "".join(re.escape(chr(code)) for code in characters) + "]")


_WINDOWS = _windows_characters()
_BREAKS = {0x0B: "\n", 0x0C: "\n"}
_CONTROLS: dict[int, None] = dict.fromkeys(
    code
    for code in (*range(0x20), *range(0x7F, 0xA0))
    if code not in _WINDOWS and code not in _BREAKS and chr(code) not in "\t\n\r"
)
_MARKS: dict[int, None] = {0xFEFF: None}
_REPAIRS = (
    (_class(_WINDOWS), _WINDOWS, WINDOWS),
    (_class(_BREAKS), _BREAKS, BREAKS),
    (_class(_CONTROLS), _CONTROLS, CONTROLS),
    (_class(_MARKS), _MARKS, MARKS),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")

# UTF-8 read as Windows-1252: é is « Ã© », « ’ » is « â€™ », œ is « Å“ », ° is « Â° ».
_UPPER_HALF = "\x80-\xbf" + "".join(_WINDOWS.values())
_MOJIBAKE = re.compile(f"Ã[{_UPPER_HALF}]|Â[\xa0-\xbf]|â€|Å[“’¸]|ï»¿")


def parse(text: str) -> str | None:
    """The text, or None when there is nothing in it."""
    return text if text.strip() else None


def check(text: str) -> tuple[Fault, ...]:
    """ENCODING when characters were lost or read in the wrong encoding."""
    if text.isascii():
        return ()
    if "\ufffd" in text:
        return (
            Fault(
                "ENCODING",
                "Des caractères sont perdus (« \ufffd ») ; "
                "retapez-les ou enregistrez de nouveau le fichier d’origine en UTF-8.",
            ),
        )
    found = _MOJIBAKE.search(text)
    if found is None:
        return ()
    around = text[max(0, found.start() - 15) : found.end() + 15]
    return (
        Fault(
            "ENCODING",
            f"Des accents sont abîmés dans {typography.quoted(around)} ; "
            "retapez le mot ou enregistrez de nouveau le fichier d’origine en UTF-8.",
        ),
    )


def display(text: str) -> str:
    """The text with French typography; cut it into `paragraphs` first."""
    return typography.typeset(text)


def index(text: str) -> Indexed:
    """Every word."""
    return Indexed(words=text)


def paragraphs(text: str, line_break: str = "") -> list[str]:
    """The paragraphs of a text, without the empty ones.

    `line_break` is what the base writes for a new line (`#`, `##`, `£`, or nothing), once or
    several times over; real line breaks count too. The `#` of a web address stays when it
    opens an anchor (« page.html#visite »), which a capital after it does not.
    """
    if line_break and line_break in text:
        text = _line_break(line_break).sub(_keep_anchors, text)
    return [line.strip() for line in text.splitlines() if line.strip()]


@lru_cache(maxsize=16)
def _line_break(line_break: str) -> re.Pattern[str]:
    pattern = f"(?:{re.escape(line_break)})+"
    if line_break[0] == "#":
        pattern = rf"(?P<address>(?:https?://|www\.)[^\s#]*#[a-z0-9!/_][^\s#]*)|{pattern}"
    return re.compile(pattern)


def _keep_anchors(found: re.Match[str]) -> str:
    return found.groupdict().get("address") or "\n"
