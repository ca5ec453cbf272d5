"""Does a text look as if it said when? A question asked of any text, without reading it.

It is written apart from the grammar, from what the eye looks for, so that it can judge it:
what carries a date and is not understood is a miss (see `date_coverage`).
"""

import re
import unicodedata

_SIGNS = re.compile(
    r"""
    (?<![0-9])[0-9]{3,4}(?![0-9])                          # a number that may be a year
    |[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}              # a date in figures
    |siecle|s[^ ]{1,4}cle\b|millenaire|\bere\b|[aj]\.?\s?-?c\b
    |\b(?:[0-9]{1,2}|[ivx]+)\s?(?:e|er|eme|ere|re)\s?s?\b  # an ordinal that may be a century
    |\b(?:19|20|18)(?:\.\.|xx)
    |\bannees?\b|decennie|lithique|\bage\b.*\b(?:du|des?)\b|\bages?\b|bronze|moyen.?age
    |antiqu|protohist|prehist|hallstatt|\btene\b|gallo|gaulois|celt|romain|rome?ane?\b|grec\b
    |minoen|mycen|cyclad|etrusque|egypt|byzantin|merov|carol|capet|ottonien|medieval|gothique|renaissance
    |temps.modern|contemporain|\bepoques?\b|\bperiodes?\b|dynasti|\bregnes?\b|empire|republi
    |revolution|restauration|directoire|consulat|regence|monarchie|vichy|belle.?epoque
    |art.nouveau|art.deco|\blouis\b|napoleon|\bhenri\b.[iv]|\bcharles\b.[ivx]|francois.(?:i|1)
    |guerre|ancien.regime|\bedo\b|meiji|\bming\b|\bq[u]?ing\b|\btang\b|\bsong\b|\bhan\b
    |janvier|fevrier|\bmars\b|avril|\bmai\b|\bjuin\b|juillet|\baout\b|septembre|octobre|novembre
    |decembre|thermidor|brumaire|vendemiaire|\ban\b.[ivx0-9]
    """,
    re.VERBOSE,
)
LONGEST = 2000
"""Characters looked at."""


def carries_date(text: str) -> bool:
    """Whether the text holds a year, a century, a day or the name of a period.

    Broad on purpose: « guerre », any number of three or four figures, « époque » suffice.
    """
    letters = unicodedata.normalize("NFKD", text[:LONGEST].replace("ï¿½", "e")).lower()
    return (
        _SIGNS.search("".join(sign for sign in letters if not unicodedata.combining(sign)))
        is not None
    )
