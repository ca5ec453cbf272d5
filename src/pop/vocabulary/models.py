"""The tables of the vocabularies: concepts, their labels, the hierarchy worked out.

A vocabulary is replaced by another row of the same key, filled beside the living one, then
switched in one small transaction (loading.py). Only rows of a `live` vocabulary are read.
"""

from django.db import models

# Ids of concepts are the id of their vocabulary times this, plus their place: more than a
# vocabulary may have (scheme.py).
CONCEPTS = 1_000_000


class Expands(models.TextChoices):
    """How a vocabulary takes part when words are searched."""

    NARROWER = "narrower", "synonymes et termes spécifiques"
    LABELS = "labels", "synonymes seulement"
    NOTHING = "nothing", "aucune part"


class Vocabulary(models.Model):
    """A list of terms or a thesaurus, as one file said it on one day.

    `title` and `uri` are what fields of the model name it by; `version` is what the file says
    of itself; `fingerprint` tells whether a file brings anything new.
    """

    key = models.CharField(max_length=80)
    title = models.CharField(max_length=300)
    uri = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=300)
    language = models.CharField(max_length=20)
    licence = models.CharField(max_length=300, blank=True)
    version = models.CharField(max_length=200, blank=True)
    expands = models.CharField(max_length=10, choices=Expands)
    fingerprint = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now_add=True)
    live = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(live=True), name="one_living_vocabulary"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Concept(models.Model):
    """What several labels name. `identifier` is the file's own: an address, a code, a path.

    `id` is the vocabulary's times CONCEPTS, plus its place in the file.
    `label` is the preferred one in the language of the vocabulary; `under` that of the first
    broader concept, which tells homonyms apart; `narrower_count` how many concepts stand below,
    at any depth; `opens` is False in a branch whose narrower terms do not widen a search.
    """

    id = models.BigIntegerField(primary_key=True)
    vocabulary = models.ForeignKey(Vocabulary, on_delete=models.CASCADE, related_name="concepts")
    identifier = models.TextField()
    label = models.TextField()
    under = models.TextField(blank=True)
    narrower_count = models.PositiveIntegerField(default=0)
    opens = models.BooleanField(default=True)
    # [[kind, language, text]]: definitions, scope notes.
    notes = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.label


class Label(models.Model):
    """A name of a concept, verbatim, with the two forms under which it is looked for."""

    class Kind(models.IntegerChoices):
        PREFERRED = 1, "terme préféré"
        ALTERNATIVE = 2, "synonyme"
        HIDDEN = 3, "forme cachée"

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="labels")
    kind = models.PositiveSmallIntegerField(choices=Kind)
    language = models.CharField(max_length=20)
    text = models.TextField()
    # The folded words, and the same without the marks of the plural (matching.py).
    key = models.CharField(max_length=200, db_index=True)
    singular = models.CharField(max_length=200, db_index=True)


class Narrower(models.Model):
    """A concept below another, at any depth: `distance` 1 is what the file says itself.

    `rank` orders all those below one concept: the nearest first, then as in the file.
    """

    broader = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="below")
    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="above")
    distance = models.PositiveSmallIntegerField()
    rank = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["broader", "rank"], name="narrower_rank")]


class Relation(models.Model):
    """What else a concept says of another, here or elsewhere, by its identifier.

    A broader concept that the file does not have is here too, so that nothing is lost.
    """

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=20)
    target = models.TextField()
