"""Vocabularies and concepts as they are stored, for those who look at one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from pop.model.values.words import normal
from pop.vocabulary import known
from pop.vocabulary.matching import singular
from pop.vocabulary.models import Concept, Label, Vocabulary

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """A concept with what is around it.

    labels: (kind, language, text); broader: the direct ones; narrower: the direct ones, some at
    most; notes: (kind, language, text); relations: (kind, identifier or label).
    """

    concept: Concept
    labels: list[tuple[str, str, str]]
    broader: list[str]
    narrower: list[str]
    notes: list[tuple[str, str, str]]
    relations: list[tuple[str, str]]


def vocabularies() -> list[tuple[Vocabulary, int]]:
    """The living vocabularies by key, with how many concepts each has."""
    sizes = Concept.objects.filter(vocabulary__live=True).values_list("vocabulary")
    counted = dict(sizes.annotate(size=Count("id")))
    living = Vocabulary.objects.filter(live=True).order_by("key")
    return [(each, counted.get(each.pk, 0)) for each in living]


def fields_of(vocabulary_key: str) -> tuple[tuple[str, str], ...]:
    """The (base, code) of the fields that draw from a loaded vocabulary; empty for none."""
    vocabulary = Vocabulary.objects.filter(key=vocabulary_key, live=True).first()
    if vocabulary is None:
        return ()
    return known.fields_for(vocabulary.key, vocabulary.title, vocabulary.uri)


def find(term: str) -> Sequence[Concept]:
    """The concepts that a label names, in any spelling, number or vocabulary."""
    words = singular(normal(term))
    if not words:
        return []
    found = Concept.objects.filter(vocabulary__live=True, labels__singular=words)
    return list(found.select_related("vocabulary").distinct().order_by("vocabulary__key", "id"))


def show(concept: Concept) -> Shown:
    """A concept with its labels and neighbours."""
    labels = concept.labels.order_by("kind", "language", "pk")
    above = concept.above.filter(distance=1).order_by("broader")
    below = concept.below.filter(distance=1).order_by("rank")
    relations = list(concept.relations.order_by("pk").values_list("kind", "target"))
    targets = [target for _, target in relations]
    names = dict(
        Concept.objects.filter(
            vocabulary=concept.vocabulary_id, identifier__in=targets
        ).values_list("identifier", "label")
    )
    return Shown(
        concept,
        [(Label.Kind(each.kind).label, each.language, each.text) for each in labels],
        [str(name) for name in above.values_list("broader__label", flat=True)],
        [str(name) for name in below.values_list("concept__label", flat=True)[:MOST_SHOWN]],
        [(kind, language, text) for kind, language, text in concept.notes],
        [(kind, names.get(target, target)) for kind, target in relations],
    )
