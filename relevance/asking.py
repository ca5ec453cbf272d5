"""The only file that knows how a search is asked."""

from pop.search.answers.searching import search
from pop.search.asking.address import from_address
from pop.search.asking.query import PAGE_SIZE
from relevance.records import Key


def ask(text: str, depth: int = PAGE_SIZE) -> list[Key]:
    """The first notices that typing this in the box gives, in order, as (base, reference).

    `depth` is how many at least, counted in whole pages.
    """
    found: list[Key] = []
    for page in range(1, -(-depth // PAGE_SIZE) + 1):
        notices = search(from_address({"q": [text]}).on_page(page)).notices
        found += [(notice.base, notice.ref) for notice in notices]
        if len(notices) < PAGE_SIZE:
            break
    return found
