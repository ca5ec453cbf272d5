"""What is not shown to somebody who did not ask for it: home page, chance.

Works of Rose-Valland (rules of the domain, §4) and what calls for a word first: human remains,
the war dead, titles that insult (§7). They stay found by search, under the title of their source.
"""

from typing import Any

from pop.model.values.words import normal
from pop.notices.models import Notice

KEPT_OUT = frozenset({"mnr"})
# To be completed by a person of the trade.
_WORDS = frozenset(
    """momie momies crane cranes squelette squelettes ossement ossements cadavre cadavres humain
    humains supplice bourreau esclave esclaves negre negres negresse indigene indigenes""".split()
)
_TOLD_BY = ("TITR", "TICO", "DENO", "REPR", "LEG", "SUJET")


def needed(notice: Notice) -> bool:
    """Whether a notice says, in what names or depicts it, something that calls for care."""
    said = " ".join(text for code in _TOLD_BY for text in _texts(notice.values.get(code)))
    return not _WORDS.isdisjoint(normal(said).split())


def _texts(value: Any) -> list[str]:
    return [text for text in (value if isinstance(value, list) else [value]) if text]
