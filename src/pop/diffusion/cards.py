"""A notice as a card: what results and linked notices show of it."""

from collections.abc import Iterable
from typing import Any

from pop.diffusion import pictures
from pop.diffusion.addresses import notice_address
from pop.diffusion.marking import Marker
from pop.model import catalogue
from pop.model.composing import compose, first_line
from pop.model.displayed import Displayed
from pop.model.naming import title
from pop.model.schema import Base
from pop.notices.derived import Derived, derive_for_cards
from pop.notices.generated import whole
from pop.notices.models import Notice
from pop.ui.typography import french

# Links of one field that a card follows, to find its picture.
MOST_FOLLOWED = 24


def cards(notices: Iterable[Notice], marker: Marker | None = None) -> list[dict[str, Any]]:
    """The cards of many notices, what others give them included, in two queries
    beyond their own."""
    notices = list(notices)
    given = derive_for_cards(notices, MOST_FOLLOWED)
    return [card(notice, given[notice.pk], marker) for notice in notices]


def card(
    notice: Notice, derived: Derived[Notice] | None = None, marker: Marker | None = None
) -> dict[str, Any]:
    """The context of ui/components/card.html; the words of a search marked by its marker."""
    base = catalogue.base(notice.base)
    complete = whole(notice, derived)
    values = Displayed(base, complete)
    heading = title(base, notice.ref, values)
    lines = [compose(line.compose, line.join, values) for line in base.card]
    lines = [french(line) for line in dict.fromkeys(lines) if line and line != heading]
    shown = {"title": heading, "lines": lines, "excerpt": ""}
    if marker:
        shown = {
            "title": marker.mark(heading),
            "lines": [marker.mark(line) for line in lines],
            # Where the word is, when what is read already does not tell.
            "excerpt": ""
            if marker.is_in([heading, *lines])
            else marker.excerpt(base, complete) or "",
        }
    return {
        **shown,
        "statuses": statuses(base, notice),
        "base": {"key": base.key, "name": base.name, "human": base.name.partition(" (")[0]},
        "url": notice_address(base.key, notice.ref),
        "thing": first_line(base.subtitle, values) or base.thing,
        "ref": notice.ref,
        "place": french(first_line(base.place_line, values)),
        "date": french(first_line(base.date_line, values)),
        "image": pictures.of_card(notice, derived, heading),
    }


def statuses(base: Base, notice: Notice) -> list[str]:
    """The sentences that must stand beside the notice wherever it is shown (rules, §1 and §4)."""
    held = (one for one in base.status if one.when.holds(notice.ref, notice.producer))
    return [french(status.text) for status in held]
