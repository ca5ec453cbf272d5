"""The two counters of the store: the monotonic sequence, and the ids of notices."""

from pop.notices.models import Clock


def advance(steps: int) -> int:
    """Take the next `steps` sequence numbers; the first of them. Inside a transaction.

    The row stays locked until that transaction ends, so that a reader who has seen number n
    never finds later a number below n.
    """
    clock = _locked()
    first = clock.sequence + 1
    clock.sequence += steps
    clock.save(update_fields=["sequence"])
    return first


def reserve(count: int) -> int:
    """Take `count` ids for notices to come; the first of them. Unused ones are never given."""
    clock = _locked()
    first = clock.notices + 1
    clock.notices += count
    clock.save(update_fields=["notices"])
    return first


def _locked() -> Clock:
    clock, _ = Clock.objects.select_for_update().get_or_create(pk=1)
    return clock
