"""A notice as a card: what results and linked notices show of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from pop.diffusion import pictures
from pop.diffusion.addresses import notice_address
from pop.diffusion.displayed import Displayed
from pop.model import catalogue
from pop.model.composing import compose, first_line
from pop.model.schema import Base
from pop.notices.derived import Derived, derive
from pop.notices.generated import whole
from pop.notices.models import Notice
from pop.ui.typography import french


def cards(notices: Iterable[Notice]) -> list[dict[str, Any]]:
    """The cards of many notices, what others give them included, in three queries."""
    notices = list(notices)
    given = derive(notices)
    return [card(notice, given[notice.pk]) for notice in notices]


def card(notice: Notice, derived: Derived[Notice] | None = None) -> dict[str, Any]:
    """The context of ui/components/card.html."""
    base = catalogue.base(notice.base)
    values = Displayed(base, whole(notice, derived))
    heading = title(base, notice.ref, values)
    lines = [compose(line.compose, line.join, values) for line in base.card]
    lines += [
        status.text for status in base.status if status.when.holds(notice.ref, notice.producer)
    ]
    return {
        "base": {"key": base.key, "name": base.name},
        "url": notice_address(base.key, notice.ref),
        "title": heading,
        "lines": [french(line) for line in dict.fromkeys(lines) if line and line != heading],
        "thing": first_line(base.subtitle, values) or base.thing,
        "ref": notice.ref,
        "place": french(first_line(base.place_line, values)),
        "date": french(first_line(base.date_line, values)),
        "image": pictures.of_card(notice, derived, heading),
    }


def title(base: Base, ref: str, values: Mapping[str, Any]) -> str:
    """What the notice is called; its reference when nothing else is filled."""
    return capital(first_line(base.title, values)) or f"{base.thing.capitalize()} {ref}"


def sentence(base: Base, text: str) -> str:
    """A text as a sentence begins, where the base wants it, in French typography."""
    return capital(text) if base.capitalise else french(text)


def capital(text: str) -> str:
    """A text that begins with a capital, in French typography."""
    return french(text[:1].upper() + text[1:])
