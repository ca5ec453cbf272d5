"""A batch and what it plans, as stored between planning and applying."""

from django.db import models

from pop.notices.models import Act
from pop.notices.packing import PackedField


class State(models.TextChoices):
    """Where a batch is in its life."""

    PLANNING = "planning", "en préparation"
    PLANNED = "planned", "prêt"
    APPLYING = "applying", "en cours"
    APPLIED = "applied", "appliqué"


class Kind(models.IntegerChoices):
    """What the batch will do with one row."""

    CREATE = 1, "création"
    UPDATE = 2, "modification"
    UNCHANGED = 3, "sans changement"
    REFUSED = 4, "refus"


class Batch(models.Model):
    """A set of planned changes with one author and one reason: the only door to notices."""

    act = models.OneToOneField(Act, on_delete=models.PROTECT)
    state = models.CharField(max_length=12, choices=State, default=State.PLANNING)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    warned = models.PositiveIntegerField(default=0)


class Planned(models.Model):
    """One row of a batch that changes something: the notice as it will be, and against what.

    `version` is the version of the notice the row was planned on, 0 for a creation; `after`
    is the whole after-image, built before any lock is taken (decision 3).
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    base = models.CharField(max_length=16)
    ref = models.CharField(max_length=64)
    kind = models.PositiveSmallIntegerField(choices=Kind)
    version = models.PositiveIntegerField()
    after = PackedField()
    flags = models.TextField(blank=True)
    applied = models.BooleanField(default=False)
