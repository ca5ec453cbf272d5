"""French typography for the words of the interface."""

from pop.model.values.typography import NARROW
from pop.model.values.typography import typeset as french

__all__ = ["french", "number", "plural"]


def plural(value: int, mark: str = "s") -> str:
    """The mark of the plural from two on: « 0 résultat », « 1 résultat », « 2 résultats »."""
    return mark if abs(int(value)) >= 2 else ""


def number(value: int) -> str:
    """A whole number in groups of three figures."""
    return f"{int(value):,}".replace(",", NARROW)
