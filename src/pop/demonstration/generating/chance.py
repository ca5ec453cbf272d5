"""Chance that always falls the same way: each thing draws from its own seed, so that adding one
kind of notice changes no other."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

_T = TypeVar("_T")


class Dice(Random):
    """A seeded generator with the few questions asked here."""

    def maybe(self, probability: float) -> bool:
        return self.random() < probability

    def some(self, items: Sequence[_T], least: int, most: int) -> list[_T]:
        """A few of them, distinct, in their own order."""
        count = min(self.randint(least, most), len(items))
        chosen = set(self.sample(range(len(items)), count))
        return [item for rank, item in enumerate(items) if rank in chosen]

    def weighted(self, pairs: Sequence[tuple[_T, float]]) -> _T:
        return self.choices([item for item, _ in pairs], [weight for _, weight in pairs])[0]


def dice(seed: int, *names: object) -> Dice:
    """The generator of one thing, named."""
    return Dice("/".join(map(str, (seed, *names))))
