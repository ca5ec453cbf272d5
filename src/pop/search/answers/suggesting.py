"""What the letters typed so far may mean: notices by title or number, people, places, things.

Over accents and case, in any order of words: « nico pous » is « Poussin Nicolas ».
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pop.model import catalogue
from pop.model.composing import first_line
from pop.model.values import reference
from pop.model.values.words import normal
from pop.notices import reading
from pop.notices.derived import derive
from pop.notices.generated import whole
from pop.notices.models import Notice
from pop.search.asking.facets import FACETS
from pop.search.asking.query import Query, Sort
from pop.search.content.labels import Labels
from pop.search.engine import titles
from pop.search.engine.index import Snapshot
from pop.search.engine.weighing import Words

SHORTEST = 2
MOST_TITLES = 5
MOST_VALUES = 6
# Facets whose values are suggested, with what they are called there.
SUGGESTED = {
    "auteur": "personne",
    "commune": "commune",
    "departement": "département",
    "denomination": "type",
    "technique": "technique",
    "musee": "musée",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """kind: what it is, in a word; more: what tells it apart; query: the search it stands for."""

    kind: str
    label: str
    more: str
    query: Query


def suggest(text: str, snapshot: Snapshot) -> list[Suggestion]:
    """The likeliest meanings of a beginning, the nearest first."""
    asked = normal(text)[:100]
    if len(asked) < SHORTEST:
        return []
    return [*_numbers(text, snapshot), *_values(asked, snapshot), *_titles(asked, snapshot)]


def _numbers(text: str, snapshot: Snapshot) -> list[Suggestion]:
    """References that begin so, once there are figures."""
    key = reference.key(text)
    if len(key) < 4 or not any(map(str.isdigit, key)):
        return []
    found = snapshot.beginning("own", key, 3)
    return [Suggestion("référence", own, "", Query(text=own)) for own, _ in found]


def _values(asked: str, snapshot: Snapshot) -> list[Suggestion]:
    labels = Labels.of_folder(snapshot.folder)
    found = labels.matching(asked, list(SUGGESTED), MOST_VALUES)
    names = labels.of(found)
    return [
        Suggestion(
            SUGGESTED[facet],
            names[facet, key],
            FACETS[facet].title,
            Query(filters=((facet, names[facet, key]),)),
        )
        for facet, key in found
        if (facet, key) in names
    ]


def _titles(asked: str, snapshot: Snapshot) -> list[Suggestion]:
    """Notices whose title begins so, then those whose title has these words, the last one begun."""
    words = Words(snapshot)
    found: dict[str, Suggestion] = {}
    for query in (words.titled(titles.beginning(snapshot, asked)), words.titles(asked)):
        if len(found) >= MOST_TITLES:
            break
        # How many there are is not told: it is not counted.
        hits = snapshot.search(query, Sort.RELEVANCE, 2 * MOST_TITLES, total=0)
        for key, suggestion in _named(reading.many(hits.keys)):
            found.setdefault(key, suggestion)
    return list(found.values())[:MOST_TITLES]


def _named(notices: list[Notice]) -> Iterator[tuple[str, Suggestion]]:
    """Notices as suggestions, with what the same ones share."""
    # The museum of a work tells its place; the hundreds of photographs of a building, nothing.
    given = derive(notices, most=1)
    for notice in notices:
        base = catalogue.base(notice.base)
        values = whole(notice, given[notice.pk])
        title = first_line(base.title, values)
        more = first_line(base.place_line, values) or base.name
        if title:
            suggestion = Suggestion("notice", title, more, Query(text=notice.ref))
            yield f"{normal(title)}|{normal(more)}", suggestion
