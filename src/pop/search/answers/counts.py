"""What counting gives: facets with their values, for one state of the index."""

from dataclasses import dataclass, field

from pop.search.asking.facets import Facet


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet. `key` is what addresses may carry; `label` what people read."""

    key: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """A facet with its first values; `more` when it has others."""

    facet: Facet
    values: tuple[Value, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """The facets of a search, by key, for one state of the index.

    years: how many results date from each quarter of century, by its first year.
    """

    state: str
    facets: dict[str, Counted] = field(default_factory=dict)
    years: tuple[tuple[int, int], ...] = ()
