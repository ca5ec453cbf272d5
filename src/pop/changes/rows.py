"""What a batch takes in: one row a notice, whoever reads it from wherever; and its report."""

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import msgspec

from pop.model.checking import Finding

EXAMPLES_KEPT = 5
REFUSALS_KEPT = 10_000
# To be changed when `planning.merged` does something else of a row: fingerprints kept with
# notices then say nothing, and every row is merged again.
MERGING = b"pop merging 1"


@dataclass(frozen=True, slots=True)
class Row:
    """One notice as given. `values` maps codes to texts (lists for repeated fields), POP_IMAGES
    to the list of its pictures, POP_DOCUMENTS to that of its documents (notices/).

    An absent code leaves the stored field untouched; an empty value clears it. `number` is
    the line of the source, for the report.
    """

    number: int
    base: str
    ref: str
    values: dict[str, Any]
    findings: tuple[Finding, ...] = ()

    @property
    def digest(self) -> bytes:
        """A fingerprint of the values, in 16 bytes: two rows that share it are the same."""
        return blake2b(msgspec.json.encode(self.values), digest_size=16, person=MERGING).digest()


@dataclass(slots=True)
class Group:
    """One kind of warning: how many, and a few examples to look at."""

    code: str
    count: int = 0
    examples: list[tuple[str, str]] = field(default_factory=list)


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
    # Flags that have all the examples they want.
    _illustrated: set[str] = field(default_factory=set)

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
            if finding.flag not in self._illustrated:
                group.examples.append((ref, finding.message))
                if len(group.examples) == EXAMPLES_KEPT:
                    self._illustrated.add(finding.flag)

    def wants_examples(self, flags: list[str]) -> bool:
        """Whether a notice that has those flags is still wanted as an example."""
        return not self._illustrated.issuperset(flags)

    def warn_again(self, flags: list[str]) -> None:
        """Count the flags of a notice that did not change, once there are enough examples."""
        for flag in flags:
            self.warnings[flag].count += 1
        self.warned += bool(flags)
