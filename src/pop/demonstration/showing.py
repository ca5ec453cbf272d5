"""Where to look once the collection is there: five searches that each show something."""

from collections.abc import Iterator

from pop.diffusion.addresses import search_address
from pop.search.query import Query

SEARCHES = (
    ("vase", "des pots de tous les siècles"),
    ("notre-dame", "un édifice, ses photographies, ses objets, ses livres"),
    ("phare", "un mot dans plusieurs bases à la fois"),
    ("initiale", "les lettres peintes des manuscrits"),
    ("PA 9A 000001", "une référence, écrite comme on veut"),
)
"""(what to type, what it shows)."""


def where_to_look(origin: str) -> Iterator[str]:
    """The lines that end `pop demo`."""
    yield ""
    yield f"À voir : {origin}/"
    yield "À essayer :"
    for text, shown in SEARCHES:
        yield f"  {origin}{search_address(Query(text=text))}  ({shown})"
    yield ""
    yield "Tout y est inventé. Pour la retirer : pop demo --remove"
