"""What a batch takes in: one row a notice, whoever reads it from wherever."""

from dataclasses import dataclass, field
from typing import Any

from pop.model.checking import Finding

EXAMPLES_KEPT = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One notice as given. `values` maps codes to texts (lists for repeated fields).

    An absent code leaves the stored field untouched; an empty value clears it. `number` is
    the line of the source, for the report.
    """

    number: int
    base: str
    ref: str
    values: dict[str, Any]
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Report:
    """What a plan says to a person: counts, what is refused, warnings grouped by flag."""

    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[tuple[int, str, str]] = field(default_factory=list)
    warned: int = 0
    warnings: dict[str, "Group"] = field(default_factory=dict)


@dataclass(slots=True)
class Group:
    """One kind of warning: how many, and a few examples to look at."""

    code: str
    count: int = 0
    examples: list[tuple[str, str]] = field(default_factory=list)

    def add(self, ref: str, message: str) -> None:
        self.count += 1
        if len(self.examples) < EXAMPLES_KEPT:
            self.examples.append((ref, message))
