"""The tables of the store: notices, their history, their links, their place in time.

Rows are written by the room `changes` alone, in sets (changes/applying.py).
"""

from django.db import models

from pop.notices.packing import PackedField


class Act(models.Model):
    """Who changed notices, when, why, from which source: said once for all it changed."""

    author = models.CharField(max_length=200)
    reason = models.CharField(max_length=500)
    source = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(auto_now_add=True)


class Notice(models.Model):
    """One notice of any base. `values` holds what is filled, as the source wrote it.

    `id` is given once and never again to another notice, even after a deletion;
    `created_on` and `updated_on` are the trade's dates (DMIS, DMAJ).
    """

    id = models.BigIntegerField(primary_key=True)
    base = models.CharField(max_length=16)
    ref = models.CharField(max_length=64)
    values = PackedField()
    version = models.PositiveIntegerField()
    producer = models.CharField(max_length=80)
    created_on = models.DateField(null=True)
    updated_on = models.DateField(null=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    has_image = models.BooleanField(default=False)
    # Codes of the flags raised by the checks of its own values, separated by spaces.
    flags = models.TextField(blank=True)
    # Fingerprint of the row that made the notice what it is: taken in again, it changes nothing.
    # Null when the last change was not a row taken in as it was (an undo, changes joined).
    digest = models.BinaryField(max_length=16, null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["base", "ref"], name="notice_base_ref")]

    def __str__(self) -> str:
        return f"{self.base} {self.ref}"


class Revision(models.Model):
    """One change of one notice, field by field: {code: [old, new]}, None for an absent field.

    A creation has no values (`changes` is null): what was created is the notice minus what
    later revisions changed. A deletion holds all of them, so that it can be undone. The
    revisions of a deleted notice stay under its id.
    """

    notice_id = models.BigIntegerField()
    version = models.PositiveIntegerField()
    act = models.ForeignKey(Act, on_delete=models.PROTECT)
    changes = PackedField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice_id", "version"], name="revision_of_notice")
        ]


class Link(models.Model):
    """A reference that a notice writes in one of its link fields.

    The other end is told by its reference only: it may arrive later, or go, without anything
    to repair. Which bases it may be in, and how it is said from the other side, is in the model.
    """

    source_id = models.BigIntegerField(db_index=True)
    base = models.CharField(max_length=16)
    field = models.CharField(max_length=16)
    ref = models.CharField(max_length=64, db_index=True)


class Stamp(models.Model):
    """Where a notice stands in the platform's own time, which feeds and indexing follow.

    `sequence` advances with every change of the notice or of a value it borrows from another;
    `pending` says that the index does not show that change yet. A deleted notice keeps its
    stamp until the index has forgotten it.
    """

    notice_id = models.BigIntegerField(primary_key=True)
    sequence = models.BigIntegerField(unique=True)
    pending = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["sequence"], name="stamp_pending", condition=models.Q(pending=True)
            )
        ]


class Tombstone(models.Model):
    """What stays of a notice whose creation was undone."""

    notice_id = models.BigIntegerField(primary_key=True)
    base = models.CharField(max_length=16)
    ref = models.CharField(max_length=64)
    version = models.PositiveIntegerField()
    act = models.ForeignKey(Act, on_delete=models.PROTECT)
    sequence = models.BigIntegerField(unique=True)

    class Meta:
        indexes = [models.Index(fields=["base", "ref"], name="tombstone_base_ref")]


class Producer(models.Model):
    """A service answerable for notices."""

    label = models.CharField(max_length=80, unique=True)


class Prefix(models.Model):
    """The beginning of references that a producer's notices have, in one base; "" by default."""

    producer = models.ForeignKey(Producer, on_delete=models.CASCADE, related_name="prefixes")
    base = models.CharField(max_length=16)
    prefix = models.CharField(max_length=16, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["base", "prefix"], name="prefix_once")]


class Expurgation(models.Model):
    """The minimal trace of what left all revisions for ever: where, why, by whom, not what.

    For an image, `file` is its checksum, which tells nothing of it, and base and ref are empty:
    it left every notice.
    """

    base = models.CharField(max_length=16, blank=True)
    ref = models.CharField(max_length=64, blank=True)
    field = models.CharField(max_length=40)
    file = models.CharField(max_length=64, blank=True, db_index=True)
    author = models.CharField(max_length=200)
    reason = models.CharField(max_length=500)
    at = models.DateTimeField(auto_now_add=True)


class Demonstration(models.Model):
    """The mark of a store that holds the invented collection (notices/demonstration.py).

    A single row: from which seed and how many notices it is made, how many have come.
    """

    seed = models.BigIntegerField()
    size = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    complete = models.BooleanField(default=False)


class Clock(models.Model):
    """The last numbers given. A single row, locked by whoever advances it."""

    sequence = models.BigIntegerField(default=0)
    notices = models.BigIntegerField(default=0)
