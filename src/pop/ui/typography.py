"""French typography for the words of the interface."""

from pop.model.values.typography import NARROW
from pop.model.values.typography import typeset as french

__all__ = ["french", "number"]


def number(value: int) -> str:
    """A whole number in groups of three figures."""
    return f"{int(value):,}".replace(",", NARROW)
