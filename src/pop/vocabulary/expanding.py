"""What words of a search name: synonyms and narrower terms, for a whole query at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from django.db import connection
from django.db.models import Q
from django.db.models.functions import Collate

from pop.vocabulary.matching import key as key_of
from pop.vocabulary.matching import singular
from pop.vocabulary.models import CONCEPTS, Concept, Expands, Label, Vocabulary

MOST_NARROWER = 200
MOST_CONCEPTS = 100
# Without a word this long, a name of a person or of a place is an accident (« SOL », « A Y E F »).
TELLING = 4
# They name something too (« dé », « Sur » in Lebanon), but nobody asks for it by that alone.
# fmt: off
_FUNCTION_WORDS = frozenset((
    "le", "la", "les", "un", "une", "des", "du", "de", "au", "aux", "et", "ou", "en", "sur", "sous",
    "par", "pour", "dans", "avec", "sans", "vers", "chez", "entre", "ce", "ces", "cet", "cette",
    "son", "sa", "ses", "est", "sont", "qui", "que", "dont", "ne", "pas", "plus", "ni", "si",
))
# fmt: on


class Name(NamedTuple):
    """A label as written, and its folded words without qualifiers, which is what to look for."""

    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Expansion:
    """A concept that a phrase names.

    phrase: as given; exact: False when only the plural differs; vocabulary: its key; under: the
    preferred label of what is broader, to tell homonyms apart, "" for none; alternatives: the
    other labels; narrower: the labels of narrower concepts, the nearest first, synonyms beside
    their term; narrower_count: how many such concepts there are; cut: whether some are left out.
    """

    phrase: str
    exact: bool
    concept: int
    vocabulary: str
    title: str
    under: str
    preferred: Name
    alternatives: tuple[Name, ...]
    narrower: tuple[Name, ...]
    narrower_count: int
    cut: bool

    @property
    def idle(self) -> bool:
        """Whether it adds no word to those of the phrase."""
        return not any(name.words != self.phrase for name in self._names())

    def _names(self) -> Iterable[Name]:
        return (self.preferred, *self.alternatives, *self.narrower)


_TAKES_PART = Q(live=True) & ~Q(expands=Expands.NOTHING)


class Suggestion(NamedTuple):
    """A label that begins as asked, the preferred one of its concept, its vocabulary's key."""

    text: str
    preferred: str
    vocabulary: str


_FOUND = """
WITH found AS (
    SELECT DISTINCT c.id, c.label, c.under, c.narrower_count, v.key, v.title, v.expands,
        CASE WHEN c.opens AND v.expands = 'narrower' THEN 1 ELSE 0 END AS opens
    FROM vocabulary_label l
    JOIN vocabulary_concept c ON c.id = l.concept_id
    JOIN vocabulary_vocabulary v ON v.id = c.vocabulary_id
    WHERE l.singular IN ({marks}) AND v.live AND v.expands <> 'nothing'
    ORDER BY c.id LIMIT {concepts}
)
SELECT f.id, 0 AS rank, l.kind, l.text, l.key, l.id AS label_id,
    f.key, f.title, f.expands, f.label, f.under,
    CASE WHEN f.opens = 1 THEN f.narrower_count ELSE 0 END
FROM found f JOIN vocabulary_label l ON l.concept_id = f.id
UNION ALL
SELECT f.id, n.rank, l.kind, l.text, l.key, l.id, '', '', '', '', '', 0
FROM found f
JOIN vocabulary_narrower n ON n.broader_id = f.id AND n.rank <= {narrower}
JOIN vocabulary_label l ON l.concept_id = n.concept_id
WHERE f.opens = 1 AND l.kind <> {hidden}
ORDER BY 1, 2, 3, 6
"""


_EXPANDS = 8  # Its place in the rows of that query.


def expand(phrases: Sequence[str]) -> list[Expansion]:
    """The concepts that those phrases name, by the order of phrases then of vocabularies.

    `phrases` are folded words (`pop.model.values.words.normal`), each group of words that stand
    together in a query. Only whole labels count, but for the plural of each word; where the
    phrase itself is a label, its other number (« fils », « fil ») is left aside: everywhere, or
    in that vocabulary only when it is a list of names. One query.
    """
    wanted: dict[str, list[str]] = {}
    for phrase in dict.fromkeys(phrases):
        if phrase not in _FUNCTION_WORDS and len(phrase) > 1 and not phrase.isdigit():
            wanted.setdefault(singular(phrase), []).append(phrase)
    if not wanted:
        return []
    query = _FOUND.format(
        marks=", ".join(["%s"] * len(wanted)),
        concepts=MOST_CONCEPTS,
        narrower=MOST_NARROWER,
        hidden=int(Label.Kind.HIDDEN),
    )
    with connection.cursor() as cursor:
        cursor.execute(query, list(wanted))
        rows = cursor.fetchall()
    found: list[Expansion] = []
    # Phrases that are labels as they are, and where: "" for everywhere.
    whole: set[tuple[str, str]] = set()
    for _, group in groupby(rows, key=itemgetter(0)):
        concept = list(group)
        for each in _expansions(concept, wanted):
            found.append(each)
            if each.exact:
                names_only = concept[0][_EXPANDS] == Expands.LABELS
                whole.add((each.phrase, each.vocabulary if names_only else ""))
    kept = [
        each
        for each in found
        if each.exact or not whole & {(each.phrase, ""), (each.phrase, each.vocabulary)}
    ]
    order = {phrase: place for place, phrase in enumerate(dict.fromkeys(phrases))}
    return sorted(kept, key=lambda each: (order[each.phrase], each.vocabulary, each.concept))


def _expansions(rows: Sequence[tuple], wanted: dict[str, list[str]]) -> Iterable[Expansion]:  # type: ignore[type-arg]
    """The expansions of one concept: the rows of its own labels come first."""
    concept, _, _, _, _, _, vocabulary, title, expands, label, under, count = rows[0]
    own = [row for row in rows if row[1] == 0]
    keys = {row[4] for row in own}
    if expands == Expands.LABELS:
        rows = own = [row for row in own if _telling(row[4])]
    shown = [row for row in own if row[2] != Label.Kind.HIDDEN]
    preferred = Name(label, key_of(label))
    alternatives = _distinct(shown, {preferred.words})
    narrower = _distinct(rows[len(own) :], {preferred.words, *(one.words for one in alternatives)})
    cut = count > MOST_NARROWER or len(narrower) > MOST_NARROWER
    phrases = {phrase: None for each in keys for phrase in wanted.get(singular(each), ())}
    for phrase in phrases:
        if expands == Expands.LABELS and not (_telling(phrase) and _telling(preferred.words)):
            continue
        yield Expansion(
            phrase, phrase in keys, concept, vocabulary, title, under, preferred,
            alternatives, narrower[:MOST_NARROWER], count, cut,
        )  # fmt: skip


def _telling(words: str) -> bool:
    return any(len(word) >= TELLING for word in words.split())


def _distinct(rows: Iterable[tuple], seen: set[str]) -> tuple[Name, ...]:  # type: ignore[type-arg]
    """The labels of rows, each folded form once."""
    found: list[Name] = []
    for row in rows:
        if row[4] and row[4] not in seen:
            seen.add(row[4])
            found.append(Name(row[3], row[4]))
    return tuple(found)


def suggest(prefix: str, limit: int = 10) -> list[Suggestion]:
    """Labels whose folded words begin with `prefix` (folded too), in alphabetical order.

    At least two characters; preferred and alternative labels of vocabularies that take part.
    """
    if len(prefix) < 2:
        return []
    taking_part = dict(Vocabulary.objects.filter(_TAKES_PART).values_list("pk", "key"))
    labels = Label.objects.exclude(kind=Label.Kind.HIDDEN)
    for aside in Vocabulary.objects.exclude(pk__in=taking_part).values_list("pk", flat=True):
        labels = labels.exclude(concept__gte=aside * CONCEPTS, concept__lt=(aside + 1) * CONCEPTS)
    # Joined to concepts only after the limit: PostgreSQL would read all of them otherwise.
    if connection.vendor == "sqlite":
        # Its LIKE takes no index; characters are compared by their codes there.
        labels = labels.filter(key__gte=prefix, key__lt=prefix + "\U0010ffff")
        by_codes = Collate("key", "BINARY")
    else:
        labels = labels.filter(key__startswith=prefix)
        by_codes = Collate("key", "C")
    rows = list(
        labels.order_by(by_codes, "kind", "pk").values_list("key", "text", "concept")[: limit * 5]
    )
    preferred = Concept.objects.in_bulk([concept for _, _, concept in rows])
    found: dict[tuple[str, str], Suggestion] = {}
    for key, text, concept in rows:
        vocabulary = taking_part.get(concept // CONCEPTS)
        # A vocabulary replaced meanwhile is gone, with its concepts.
        if vocabulary and concept in preferred:
            suggestion = Suggestion(text, preferred[concept].label, vocabulary)
            found.setdefault((key, vocabulary), suggestion)
    return list(found.values())[:limit]
