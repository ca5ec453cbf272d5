"""What visitors leave: reports of errors, baskets."""

from django.db import models


class Subject(models.TextChoices):
    """What a report is about."""

    DESCRIPTION = "description", "La description, le titre, l’auteur ou la date"
    PLACE = "lieu", "Le lieu ou la carte"
    IMAGE = "image", "Une image ou sa légende"
    RIGHTS = "droits", "Un droit d’auteur ou un droit à l’image"
    PERSON = "personne", "Une information sur une personne vivante"
    OTHER = "autre", "Autre chose"


class Report(models.Model):
    """An error that a visitor reported on a notice; stored first, then mailed to the producer.

    `token` is that of the form: sent twice, it is one report. `sender` marks a machine for a day
    (senders.py). `attempts` counts mailings tried; the next one is not before `retry_at`.
    """

    receipt = models.CharField(max_length=16, unique=True)
    token = models.CharField(max_length=32, unique=True)
    base = models.CharField(max_length=16)
    ref = models.CharField(max_length=64)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    address = models.CharField(max_length=500)
    producer = models.CharField(max_length=80)
    subject = models.CharField(max_length=16, choices=Subject.choices)
    text = models.TextField()
    email = models.EmailField(blank=True)
    recipient = models.EmailField(blank=True)
    sender = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["sender", "at"], name="report_of_sender"),
            models.Index(
                fields=["retry_at"],
                name="report_waiting",
                condition=models.Q(sent_at=None),
            ),
        ]


class Basket(models.Model):
    """Notices that a visitor keeps, in the order they came: `items` is [[base, ref], …].

    Whoever holds the secret, of which only the digest is here, may change it; whoever has the
    public address may read it. `taken_out`: what it held before the last removal, to give it back.
    """

    digest = models.CharField(max_length=64, unique=True)
    public = models.CharField(max_length=16, unique=True)
    name = models.CharField(max_length=100, blank=True)
    items = models.JSONField(default=list)
    taken_out = models.JSONField(default=list)
    changed_at = models.DateTimeField(auto_now=True, db_index=True)
