"""The platform's monotonic clock: numbers that order changes as they became visible."""

from pop.notices.models import Clock


def advance(steps: int) -> range:
    """Take the next `steps` numbers. To be called inside a transaction.

    The row stays locked until that transaction ends, so that a reader who has seen number n
    never finds later a number below n.
    """
    clock, _ = Clock.objects.select_for_update().get_or_create(pk=1)
    first = clock.value + 1
    clock.value += steps
    clock.save(update_fields=["value"])
    return range(first, first + steps)
