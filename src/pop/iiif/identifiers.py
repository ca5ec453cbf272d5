"""The public identifier of a picture: the notice that shows it, then the picture.

« merimee-PA00088804-0f3c9a1be2d4478c »: the key of the base, the reference, the first sixteen
hexadecimal digits of the SHA-256 of the picture. It names a notice, so nothing is reached that
no public notice holds, and what leaves its notice is served no more; the same picture in two
notices has two identifiers, each with the rights that its notice gives it.
"""

import re
from typing import NamedTuple
from urllib.parse import quote

SHOWN = 16
"""Hexadecimal digits of the checksum that an identifier bears."""
_IDENTIFIER = re.compile(r"([a-z]+)-(.+)-([0-9a-f]{16})", re.DOTALL)


class Identified(NamedTuple):
    """What an identifier names: a base, a reference, the beginning of a checksum."""

    base: str
    ref: str
    start: str


def identifier(base: str, ref: str, checksum: str) -> str:
    """The identifier of a picture of a notice, as it stands in an address (percent-encoded)."""
    return quote(f"{base}-{ref}-{checksum[:SHOWN]}", safe="")


def parse(text: str) -> Identified | None:
    """What an identifier, decoded, names; None when it is none of ours."""
    found = _IDENTIFIER.fullmatch(text)
    return Identified(*found.groups()) if found else None
