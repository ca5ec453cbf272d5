"""What must be said of a picture, and whether it may be given: its credit and its rights."""

from typing import NamedTuple

from pop.model import catalogue
from pop.notices.images import Image
from pop.notices.models import Notice

UNVERIFIED = "Droits non vérifiés"


class Said(NamedTuple):
    """sentence: of the rights; uri: the same for programs, when there is one; largest: the longest
    side given, in pixels, 0 without limit; shown: whether it may be given at all; status: what
    must stand beside every picture of that notice (the line of Rose-Valland)."""

    sentence: str
    uri: str
    credit: str
    largest: int
    shown: bool
    status: str


def said(holder: Notice, image: Image) -> Said:
    """What is said of a picture by the notice that holds it."""
    statuses = catalogue.base(holder.base).status
    held = (one.text for one in statuses if one.when.holds(holder.ref, holder.producer))
    return Said(image.rights or UNVERIFIED, "", image.credit, 0, True, " ".join(held))
