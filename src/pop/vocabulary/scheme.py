"""What a file of vocabulary says, whatever its format: concepts, and what was odd in it."""

from collections import Counter
from dataclasses import dataclass, field

MOST_CONCEPTS = 500_000
LONGEST_LABEL = 1_000


class Unusable(Exception):
    """The file cannot be loaded; the message says why and what to do, in French."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something odd, mended or left as it is. `kind` groups findings alike, in French."""

    kind: str
    line: int
    detail: str = ""

    def __str__(self) -> str:
        where = f"ligne {self.line}" if self.line else "fichier"
        return f"{where} : {self.detail}" if self.detail else where


@dataclass(slots=True)
class Entry:
    """A concept as written. Labels and notes are (kind, language, text).

    Kinds of label: pref, alt, hidden; of notes: definition, note…; `broader` and `relations`
    name other concepts by their identifiers, `relations` with a kind before.
    """

    identifier: str
    line: int
    labels: list[tuple[str, str, str]] = field(default_factory=list)
    broader: list[str] = field(default_factory=list)
    relations: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str, str]] = field(default_factory=list)

    def add_label(self, kind: str, language: str, text: str) -> bool:
        """Add a label, once; whether it was new."""
        label = (kind, language, text)
        if label in self.labels:
            return False
        self.labels.append(label)
        return True

    def preferred(self, language: str) -> str:
        """The preferred label in a language, else in any, else the first label, else its name."""
        order = {"pref": 0, "alt": 2, "hidden": 4}
        best = min(
            self.labels, key=lambda label: order[label[0]] + (label[1] != language), default=None
        )
        return best[2] if best else self.identifier


@dataclass(slots=True)
class Scheme:
    """A whole file. `form` names its format and encoding, for people."""

    form: str
    title: str = ""
    uri: str = ""
    language: str = ""
    licence: str = ""
    version: str = ""
    entries: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def say(self, kind: str, line: int, detail: str = "") -> None:
        """Note something odd."""
        self.findings.append(Finding(kind, line, detail))

    def counted(self) -> dict[str, int]:
        """How many findings of each kind, the most frequent first."""
        return dict(Counter(finding.kind for finding in self.findings).most_common())


def check_size(entries: int) -> None:
    """Raise Unusable when there are more concepts than any vocabulary has."""
    if entries > MOST_CONCEPTS:
        raise Unusable(
            f"plus de {MOST_CONCEPTS} concepts : ce n’est pas un vocabulaire, ou il faut "
            "le charger en plusieurs fichiers."
        )
