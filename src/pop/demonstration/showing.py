"""Where to look once the collection is there: five searches that each show something."""

from collections.abc import Iterator

from pop.diffusion.addresses import search_address
from pop.search.asking.query import Query

_PICTURED = (("image", "oui"),)
SEARCHES = (
    (Query(text="initiale"), "les lettres peintes des manuscrits"),
    (Query(text="paysage"), "des tableaux de toutes les écoles"),
    (Query(text="notre-dame", filters=_PICTURED), "des églises et ce qu’on y garde"),
    (Query(text="phare"), "un mot dans plusieurs bases, élargi par les vocabulaires"),
    (Query(text="PA 9A 000001"), "une référence, écrite comme on veut"),
)
"""(what to ask, what it shows)."""


def where_to_look(origin: str) -> Iterator[str]:
    """The lines that end `pop demo`."""
    yield ""
    yield f"À voir : {origin}/"
    yield "À essayer :"
    for query, shown in SEARCHES:
        yield f"  {origin}{search_address(query)}  ({shown})"
    yield ""
    yield "Tout y est inventé. Pour la retirer : pop demo --remove"
