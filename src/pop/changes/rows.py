"""What a batch takes in: one row a notice, whoever reads it from wherever; and its report."""

from dataclasses import dataclass, field
from typing import Any

from pop.model.checking import Finding

EXAMPLES_KEPT = 5
REFUSALS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """One notice as given. `values` maps codes to texts (lists for repeated fields), and
    POP_IMAGES to the list of its pictures (notices/images.py).

    An absent code leaves the stored field untouched; an empty value clears it. `number` is
    the line of the source, for the report.
    """

    number: int
    base: str
    ref: str
    values: dict[str, Any]
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Group:
    """One kind of warning: how many, and a few examples to look at."""

    code: str
    count: int = 0
    examples: list[tuple[str, str]] = field(default_factory=list)

    def wants_examples(self) -> bool:
        return len(self.examples) < EXAMPLES_KEPT


@dataclass(slots=True)
class Report:
    """What a plan says to a person: counts, refusals, warnings grouped by flag.

    All refusals are counted and stored with the plan; the first ones are kept here.
    """

    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refusals: int = 0
    refused: list[tuple[int, str, str]] = field(default_factory=list)
    conflicts: list[tuple[str, str]] = field(default_factory=list)
    warned: int = 0
    warnings: dict[str, Group] = field(default_factory=dict)

    def refuse(self, line: int, ref: str, message: str) -> None:
        self.refusals += 1
        if len(self.refused) < REFUSALS_KEPT:
            self.refused.append((line, ref, message))

    def warn(self, findings: list[Finding], ref: str) -> None:
        """Count the findings of one notice."""
        self.warned += bool(findings)
        for finding in findings:
            group = self.warnings.setdefault(finding.flag, Group(finding.field))
            group.count += 1
            if group.wants_examples():
                group.examples.append((ref, finding.message))

    def warn_again(self, flags: list[str]) -> bool:
        """Count the flags of a notice that did not change; False if examples are still wanted."""
        groups = [self.warnings.get(flag) for flag in flags]
        if any(group is None or group.wants_examples() for group in groups):
            return False
        for group in groups:
            if group is not None:
                group.count += 1
        self.warned += bool(flags)
        return True
