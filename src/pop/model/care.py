"""What calls for a word first, or stays out of games: human remains, the war dead, titles that
insult (rules of the domain, §7); works of Rose-Valland (§4).
"""

from collections.abc import Mapping
from typing import Any

from pop.model.values.words import normal

KEPT_OUT = frozenset({"mnr"})
"""Bases whose works are shown to who looks for them, never by chance nor as an ornament."""
# To be completed by a person of the trade.
_WORDS = frozenset(
    """momie momies crane cranes squelette squelettes ossement ossements cadavre cadavres humain
    humains supplice bourreau esclave esclaves negre negres negresse indigene indigenes""".split()
)
_TOLD_BY = ("TITR", "TICO", "DENO", "REPR", "LEG", "SUJET")


def is_sensitive(base: str, values: Mapping[str, Any]) -> bool:
    """Whether a notice says, in what names or depicts it, something that calls for care."""
    said = " ".join(text for code in _TOLD_BY for text in _texts(values.get(code)))
    return not _WORDS.isdisjoint(normal(said).split())


def may_be_played_with(base: str, values: Mapping[str, Any]) -> bool:
    """Whether the pictures of a notice may be sorted by colour and compared with others."""
    return base not in KEPT_OUT and not is_sensitive(base, values)


def _texts(value: Any) -> list[str]:
    return [text for text in (value if isinstance(value, list) else [value]) if text]
