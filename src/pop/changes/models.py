"""A batch and what it plans, as stored between planning and applying."""

from django.db import models

from pop.notices.models import Act
from pop.notices.packing import PackedField


class State(models.TextChoices):
    """Where a batch is in its life. Only ever forward."""

    PLANNING = "planning", "en préparation"
    PLANNED = "planned", "prêt"
    APPLYING = "applying", "en cours"
    APPLIED = "applied", "appliqué"
    CANCELLED = "cancelled", "abandonné"


class Kind(models.IntegerChoices):
    """What the batch will do, or has done, with one row."""

    CREATE = 1, "création"
    UPDATE = 2, "modification"
    DELETE = 3, "retrait"
    RESTORE = 4, "rétablissement"
    REFUSED = 5, "refus"
    CONFLICT = 6, "conflit"


class Batch(models.Model):
    """A set of planned changes with one author and one reason: the only door to notices."""

    act = models.OneToOneField(Act, on_delete=models.PROTECT)
    state = models.CharField(max_length=12, choices=State, default=State.PLANNING)
    undoes = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="undone")
    rows_read = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    conflicts = models.PositiveIntegerField(default=0)
    warned = models.PositiveIntegerField(default=0)
    # Warnings grouped with examples, what was mended, unknown columns.
    report = PackedField(null=True)


class Planned(models.Model):
    """One row of a batch that changes something or is refused.

    `version` is that of the notice when it was planned, 0 for a creation; `after` is the whole
    after-image and `diff` what it changes, built before any lock is taken (decision 3). Once
    applied the row is gone: the revision says what it did.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    base = models.CharField(max_length=16)
    ref = models.CharField(max_length=64)
    kind = models.PositiveSmallIntegerField(choices=Kind)
    left_out = models.BooleanField(default=False)
    notice_id = models.BigIntegerField(null=True)
    version = models.PositiveIntegerField(default=0)
    after = PackedField(null=True)
    diff = PackedField(null=True)
    flags = models.TextField(blank=True)
    producer = models.CharField(max_length=80, blank=True)
    created_on = models.DateField(null=True)
    updated_on = models.DateField(null=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    has_image = models.BooleanField(default=False)
    digest = models.BinaryField(max_length=16, null=True)
    relinks = models.BooleanField(default=False)
    # Why it is refused, or on which fields it conflicts; in French, for people.
    note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["batch", "kind", "id"], name="planned_of_batch")]


class PlannedLink(models.Model):
    """A reference that the notice will write, for rows whose links change."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE)
    notice_id = models.BigIntegerField()
    field = models.CharField(max_length=16)
    ref = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["batch", "notice_id"], name="planned_link")]


class Fanout(models.Model):
    """Notices that borrow from a changed one and are still to be marked, too many for one go.

    `beyond`: the last source that was marked.
    """

    base = models.CharField(max_length=16)
    ref = models.CharField(max_length=64)
    beyond = models.BigIntegerField(default=0)
