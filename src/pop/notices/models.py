"""The tables of the store: one for all notices, their history, and what is to be indexed."""

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

    `sequence` is the platform's own clock: it advances with every change and orders feeds
    and indexing; `created_on` and `updated_on` are the trade's dates (DMIS, DMAJ).
    """

    base = models.CharField(max_length=16)
    ref = models.CharField(max_length=64)
    values = PackedField()
    version = models.PositiveIntegerField(default=1)
    sequence = models.BigIntegerField(db_index=True)
    producer = models.CharField(max_length=80)
    created_on = models.DateField(null=True)
    updated_on = models.DateField(null=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    has_image = models.BooleanField(default=False)
    # Codes of the flags raised by the checks, separated by spaces.
    flags = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["base", "ref"], name="notice_base_ref")]

    def __str__(self) -> str:
        return f"{self.base} {self.ref}"


class Revision(models.Model):
    """One change of one notice, field by field: {code: [old, new]}.

    The first revision has no values: what was created is the notice minus what later
    revisions changed, so a creation does not store everything twice.
    """

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField()
    act = models.ForeignKey(Act, on_delete=models.PROTECT)
    changes = PackedField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice", "version"], name="revision_of_notice")
        ]


class Mark(models.Model):
    """A notice whose index entry is older than its values; drained by the indexer."""

    notice = models.OneToOneField(Notice, on_delete=models.CASCADE, primary_key=True)
    sequence = models.BigIntegerField(db_index=True)


class Clock(models.Model):
    """The last sequence number given. A single row, locked by whoever advances it."""

    value = models.BigIntegerField(default=0)
