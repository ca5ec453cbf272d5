"""What is known of the bytes of a picture, whoever holds it: its size, its look, its pyramid.

One row for each original; worked out from its bytes alone, so it can be made again at any time.
"""

from django.db import models


class Picture(models.Model):
    """An original, by its SHA-256.

    width, height: pixels as it is seen (turned upright), 0 until it was looked at.
    colors: codes of its colours (media/colours.py), most present first, separated by spaces.
    layout, print: its look in 256 bits, and in 64 (media/looks.py); null until worked out.
    """

    WAITING, MADE, IMPOSSIBLE = range(3)

    checksum = models.CharField(max_length=64, primary_key=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    colors = models.CharField(max_length=120, blank=True)
    layout = models.BinaryField(max_length=32, null=True)
    print = models.BigIntegerField(null=True)
    # Whether its pyramid is made (media/pyramids.py); why it cannot be, in French.
    pyramid = models.PositiveSmallIntegerField(default=WAITING)
    failure = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["checksum"], name="picture_waiting", condition=models.Q(pyramid=0))
        ]

    def __str__(self) -> str:
        return self.checksum
