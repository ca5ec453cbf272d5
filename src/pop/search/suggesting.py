"""What the letters typed so far may mean: notices by title or number, people, places, things.

Over accents and case, in any order of words: « nico pous » is « Poussin Nicolas ».
"""

from dataclasses import dataclass

from pop.model import catalogue
from pop.model.composing import first_line
from pop.model.values import reference
from pop.model.values.words import normal
from pop.notices import reading
from pop.notices.derived import derive
from pop.notices.generated import whole
from pop.search.engine import Snapshot
from pop.search.facets import FACETS
from pop.search.labels import Labels
from pop.search.query import Query, Sort
from pop.search.translating import Translator

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
    """Notices whose title has these words, the last one begun."""
    query = Translator(snapshot).titles(asked)
    hits = snapshot.search(query, Sort.RELEVANCE, 3 * MOST_TITLES)
    notices = reading.many(hits.keys)
    given = derive(notices)
    found: dict[str, Suggestion] = {}
    for notice in notices:
        base = catalogue.base(notice.base)
        values = whole(notice, given[notice.pk])
        title = first_line(base.title, values)
        more = first_line(base.place_line, values) or base.name
        if title and len(found) < MOST_TITLES:
            found.setdefault(
                f"{normal(title)}|{normal(more)}",
                Suggestion("notice", title, more, Query(text=notice.ref)),
            )
    return list(found.values())
