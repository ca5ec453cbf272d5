"""What makes one picture, always the same."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Recipe:
    """A family of `catalogue.py`, the seed of its chance, its parameters."""

    family: str
    seed: int
    parameters: dict[str, Any] = field(default_factory=dict)
