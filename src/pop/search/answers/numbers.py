"""What became of a notice whose number was typed: renumbered, merged, closed, taken away."""

from collections.abc import Sequence
from dataclasses import dataclass

from pop.model import catalogue
from pop.model.values import dates, reference
from pop.notices.models import Notice, Tombstone
from pop.notices.store import CLOSED, texts

# The field that keeps the reference of before a renumbering.
FORMER = "POP_ANCIENNE_REF"


@dataclass(frozen=True, slots=True)
class News:
    """A French sentence, and the (base, reference) of the notice to see, if any."""

    text: str
    successor: tuple[str, str] | None = None


def number_news(typed: str, first: Sequence[Notice]) -> list[News]:
    """What must be said when the text is a number, the first notice found being given."""
    key = reference.key(typed)
    if not key or not any(map(str.isdigit, key)) or len(key) > 64:
        return []
    for notice in first:
        if reference.key(notice.ref) == key:
            closed = notice.values.get(CLOSED)
            return [_closed(notice, closed)] if closed else []
        if key in map(reference.key, texts(notice.values.get(FORMER))):
            return [
                News(
                    f"La référence {typed.strip()} a changé : cette notice est aujourd’hui "
                    f"{notice.ref}.",
                    (notice.base, notice.ref),
                )
            ]
    return _taken_away(typed, key)


def _closed(notice: Notice, closed: dict[str, str]) -> News:
    said = f"La notice {notice.ref} est fermée : {closed['cause']}"
    if closed.get("on"):
        said += f", {dates.display(closed['on'])}"
    successor = closed.get("successor")
    return News(f"{said}.", (notice.base, successor) if successor else None)


def _taken_away(typed: str, key: str) -> list[News]:
    written = {key, "".join(typed.upper().split())}
    grave = Tombstone.objects.filter(ref__in=written, base__in=catalogue.bases()).first()
    if grave is None:
        return []
    return [News(f"La notice {grave.ref} ({grave.base}) a été retirée de la plateforme.")]
