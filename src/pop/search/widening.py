"""Words that name a concept of the vocabularies: its other names, its narrower terms.

Nothing is widened until the room `vocabulary` is asked; see `widen`.
"""

from dataclasses import dataclass

from pop.search.asked import Asked


@dataclass(frozen=True, slots=True)
class Widening:
    """Words widened. span: their places among the required parts; said: as they were typed."""

    span: tuple[int, int]
    said: str
    preferred: str
    labels: tuple[str, ...]
    narrower: tuple[str, ...]
    facets: tuple[str, ...]
    shown: tuple[str, ...] = ()


def widen(asked: Asked) -> tuple[Widening, ...]:
    """The concepts that the words name."""
    return ()
