"""The words of a date expression: one spelling for many, cut into tokens.

Reading a date must not depend on case, accents, kinds of apostrophe, of dash or of space,
nor on the accents lost by an old conversion (« 7ï¿½me siï¿½cle »). `mended` gives back the
text the positions refer to, `folded` its plain spelling, letter for letter, and `tokens`
the list the grammar reads. Nothing here knows what a date is.
"""

import re
import unicodedata
from typing import NamedTuple

LOST = "\ufffd"
"""The sign Unicode gives to a letter that could not be read."""


class Token(NamedTuple):
    """A word, a number or a sign.

    `kind` is the name of the group that found it, or the sign itself; `text` is folded;
    `start` and `end` are positions in the mended text; `value` is the number it stands for.
    """

    kind: str
    text: str
    start: int
    end: int
    value: int = 0


def _plain_letters() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in range(0x20, 0x250):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table[code] = base.lower()
    for signs, plain in (
        ("’‘ʼ′´`\x92\x91", "'"),
        ("‐‑‒–—―−\x96\x97", "-"),
        ("\xa0\u202f\u2009\u2002\u2003\u2007\u200a\t\r\n\x0b\x0c", " "),
        # « XIXᵉ », « 19° »: the raised letter is often typed as a degree or an ordinal sign.
        ("ᵉ°º" + LOST, "e"),
        ("ʳ", "r"),
    ):
        table.update(dict.fromkeys(map(ord, signs), plain))
    return table


_LETTERS = _plain_letters()
_LOST_A = re.compile(rf"(?<![^\W\d_]){LOST}(?=ge\b)|(?<=\s){LOST}(?=\s)", re.IGNORECASE)


def mended(text: str) -> str:
    """The text in composed Unicode, each accented letter lost in a conversion being one sign."""
    if text.isascii():
        return text
    if "ï¿½" in text:
        text = text.replace("ï¿½", LOST)
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """Lower case, no accents, plain signs; as long as `text`, so that positions agree.

    A lost letter is read « e », as accented letters nearly always are in French words of
    dates, except in « �ge » and when it stands alone (« 1642 � 1645 »), where it is « a ».
    """
    if text.isascii():
        return text.lower().translate(_LETTERS)
    if LOST in text:
        text = _LOST_A.sub("a", text)
    return text.translate(_LETTERS)


_CHRIST = r"j(?:esus|\.)?[ -]{0,3}c(?:hrist(?![a-z])|\.|(?![a-z]))"
_TOKEN = re.compile(
    rf"""
    (?P<day>[0-9]{{4}}(?:\ ?/+\ ?[0-9]{{1,2}}\ ?/+\ ?[0-9]{{1,2}}
           |-[0-9]{{1,2}}-[0-9]{{1,2}}|\.[0-9]{{1,2}}\.[0-9]{{1,2}})(?![0-9])(?:t[0-9:.]+z?)?)
    |(?P<dmy>[0-9]{{1,2}}(?P<sep>[/.-])[0-9]{{1,2}}(?P=sep)[0-9]{{4}}(?![0-9]))
    |(?P<ym>[0-9]{{4}}/[0-9]{{1,2}}(?![0-9/]|(?:e|er|eme)\b))
    |(?P<my>[0-9]{{1,2}}/[0-9]{{4}}(?![0-9/]))
    |(?P<hole>[0-9]{{2}}(?:\.\.|\?\?|xx|--)(?![a-z0-9])|[0-9]{{3}}[?x](?![a-z0-9]))
    |(?P<ord>[0-9]{{1,3}}(?:(?:ieme|eme|ere|er|em|me|nde|nd|de|re|e)s?|\ e)(?![a-z0-9'])
        |(?:premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme
        |neuvieme|dixieme|onzieme|douzieme|treizieme|quatorzieme|quinzieme|seizieme
        |dix-septieme|dix-huitieme|dix-neuvieme|vingtieme|vingt-et-unieme)s?(?![a-z]))
    |(?P<roman>[ivx]+(?:eme|ere|er|em|re|nde|nd|e)?(?![a-z']))
    |(?P<num>[0-9]{{1,3}}(?:[ .][0-9]{{3}})+(?=\ ?(?:ans\ )?(?:av|bc|b\.))|[0-9]+)
    |(?P<bc>av(?:ant|t)?\.?\ {{0,3}}(?:{_CHRIST}|notre\ ere|l'ere\ (?:chretienne|commune)
        |n\.\ ?e\.)|bce?(?![a-z'])|b\.\ ?c\.(?:\ ?e\.)?
        |av\.(?=\ ?(?:[-/]|(?:et|ou|a)\ )[^;]{{0,40}}(?:ap|apr|apres)\.?\ ?j))
    |(?P<ad>ap(?:res|r)?\.?\ {{0,3}}(?:{_CHRIST}|notre\ ere)|de\ notre\ ere|ad(?![a-z'])|a\.d\.)
    |(?P<word>peut[ -]etre(?![a-z])|sans[ ]doute(?![a-z])|[a-z]+'?)
    |(?P<sign>[^\s])
    """,
    re.VERBOSE,
)
_NUMERALS = (
    ("x", 10),
    ("ix", 9),
    ("v", 5),
    ("iv", 4),
    ("i", 1),
)
_RANKED = """premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme
dixieme onzieme douzieme treizieme quatorzieme quinzieme seizieme dix-septieme dix-huitieme
dix-neuvieme vingtieme vingt-et-unieme"""
_ORDINALS = {word: rank for rank, word in enumerate(_RANKED.split(), 1)} | {
    "premiere": 1,
    "second": 2,
    "seconde": 2,
}


def _roman(number: int) -> str:
    written = ""
    for letters, value in _NUMERALS:
        while number >= value:
            written += letters
            number -= value
    return written


_ROMANS = {_roman(number): number for number in range(1, 40)}
_ROMAN_END = re.compile(r"(?<=[ivx])(?:eme|ere|er|em|re|nde|nd|e)$")
_DIGITS = re.compile(r"[0-9]+")


def _number_of(text: str) -> int:
    found = _DIGITS.match(text)
    return int(found.group()) if found else _ORDINALS.get(text.rstrip("s"), 0)


def tokens(source: str, plain: str) -> list[Token]:
    """The tokens of a text, given mended (`source`) and folded (`plain`).

    Kinds: `day`, `dmy`, `ym`, `my` (dates in figures), `hole` (« 18.. », « 187? »), `ord`
    (« 1er », « 19e », « XIXe », « dernier » is not one), `roman` (a numeral without ending),
    `num`, `bc` and `ad` (eras), `word`, and any other sign under its own name.
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(plain):
        kind = match.lastgroup or ""
        text, start, end = match.group(), match.start(), match.end()
        value = 0
        if kind == "word":
            # Words that only an accent or a sign tells apart: entre, entré; né, n°; des, dès.
            if text == "entre" and source[end - 1] in "éÉ":
                text = "entree"
            elif text == "ne" and source[end - 1] in "°º":
                text = "numero"
            elif text == "des" and source[start + 1] in "èÈ":
                text = "depuis"
        elif kind == "sign":
            kind = text
        elif kind == "num":
            value = int(text.replace(" ", "").replace(".", ""))
        elif kind == "ord":
            value = _number_of(text)
        elif kind == "roman":
            numeral = _ROMAN_END.sub("", text)
            # « XIXième »: the i belongs to the ending.
            value = _ROMANS.get(numeral) or _ROMANS.get(numeral.removesuffix("i"), 0)
            if not value:
                kind = "word"
            elif numeral != text:
                kind = "ord"
        found.append(Token(kind, text, start, end, value))
    return found
