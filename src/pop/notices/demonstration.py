"""The mark « démonstration »: the store holds an invented collection, and nothing else.

Pages, exports and search engines are told by it; real notices are not loaded beside it, nor it
beside real notices (rules of the domain, §7).
"""

from pop.notices.models import Demonstration, Notice

SENTENCE = (
    "Collection de démonstration : notices, images, lieux et personnes sont inventés et ne "
    "décrivent rien de réel."
)
"""What every page and every export says while the mark is there."""


def held() -> Demonstration | None:
    """The mark, or None in a store of real notices or in an empty one."""
    return Demonstration.objects.filter(pk=1).first()


def holds_real_notices() -> bool:
    """Whether there are notices that no demonstration brought."""
    return held() is None and Notice.objects.exists()


def begin(seed: int, size: int) -> Demonstration:
    """Mark the store, before the first notice comes."""
    return Demonstration.objects.create(pk=1, seed=seed, size=size)


def advance(mark: Demonstration, done: int, complete: bool) -> None:
    """How many notices have come; a later start goes on from there."""
    mark.done, mark.complete = done, complete
    mark.save(update_fields=["done", "complete"])


def end() -> None:
    """Take the mark off, once the last notice has gone."""
    Demonstration.objects.all().delete()
