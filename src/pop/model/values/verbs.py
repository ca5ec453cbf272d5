"""What every type of value knows how to do: the four verbs, and what they give back.

A value type is a module of this package with four functions: `parse`, `check`,
`display`, `index`. Each takes the text of *one* value, already mended by `text.mend`
and already split when the field is repeated. None touches a database or the network.
"""

from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the form of one value.

    `code` is the tail of the flag (« INVALID_EMAIL » gives CONTACT_INVALID_EMAIL on the
    field CONTACT); `message` is a French sentence that says what to do.
    """

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the search engine needs of one value.

    words: text to search; keys: exact, normalised forms (a reference, a folded term);
    years: first and last year, both included, an open end being None, years before our
    era negative and without a year zero; point: (latitude, longitude) in WGS84 degrees.
    """

    words: str = ""
    keys: tuple[str, ...] = ()
    years: tuple[int | None, int | None] | None = None
    point: tuple[float, float] | None = None


class ValueType(Protocol):
    """The verbs, as a module of this package offers them."""

    def parse(self, text: str, /) -> Any:
        """The meaning of the text, or None when it cannot be understood."""

    def check(self, text: str, /) -> tuple[Fault, ...]:
        """Faults of form only; an empty tuple when the text is well formed."""

    def display(self, text: str, /) -> str:
        """The text as people read it; never loses a word of the source."""

    def index(self, text: str, /) -> Indexed:
        """What search needs of it."""
