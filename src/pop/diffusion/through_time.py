"""The photographs of a building in the order of their dates, the oldest beside the newest.

Dates are those that the photographs' own notices show (`date_line` of the model), when they are
understood; a photograph without a date stays among the linked notices.
"""

from datetime import date
from typing import Any, NamedTuple

from pop.diffusion import pictures
from pop.diffusion.addresses import notice_address
from pop.diffusion.cards import title
from pop.diffusion.displayed import Displayed
from pop.model import catalogue
from pop.model.composing import first_line
from pop.model.values import dates
from pop.notices.derived import Derived
from pop.notices.generated import whole
from pop.notices.images import Image
from pop.notices.models import Notice
from pop.ui.typography import french

BASE = "merimee"
"""Buildings stay where they are while the years go by; works and people do not."""
APART = 10
"""Years between two photographs worth being put side by side."""
RECENT = 30
"""Years for which a photograph still shows « today »."""
MOST_SHOWN = 24


class _Dated(NamedTuple):
    first: int
    last: int
    notice: Notice
    image: Image


def through_time(notice: Notice, derived: Derived[Notice]) -> dict[str, Any] | None:
    """The context of diffusion/through_time.html; None without two photographs dated some years
    apart."""
    if notice.base != BASE:
        return None
    found = sorted(_dated(notice, derived), key=lambda one: (one.first + one.last, one.notice.ref))
    if len(found) < 2 or found[-1].first - found[0].last < APART:
        return None
    oldest, *between, newest = found
    is_recent = newest.last >= date.today().year - RECENT
    return {
        "title": "Hier et aujourd’hui" if is_recent else "Au fil du temps",
        "pair": [_figure(oldest), _figure(newest)],
        "between": [_figure(one) for one in between[: MOST_SHOWN - 2]],
    }


def _dated(notice: Notice, derived: Derived[Notice]) -> list[_Dated]:
    """The first picture of each photograph whose date is understood."""
    found: dict[int, _Dated] = {}
    for holder, image in pictures.shown(notice, derived):
        if holder.base == "memoire" and holder.pk not in found:
            said = first_line(catalogue.base(holder.base).date_line, holder.values)
            years = dates.index(said).years
            first, last = years if years else (None, None)
            if first is not None and last is not None:
                found[holder.pk] = _Dated(first, last, holder, image)
    return list(found.values())


def _figure(one: _Dated) -> dict[str, Any]:
    base = catalogue.base(one.notice.base)
    values = Displayed(base, whole(one.notice))
    image = one.image
    return {
        "image": pictures.as_tile(one.notice, image, title(base, one.notice.ref, values)),
        "title": title(base, one.notice.ref, values),
        "date": french(first_line(base.date_line, values)),
        "credit": french(image.credit),
        "rights": french(image.rights or pictures.UNCHECKED),
        "url": notice_address(one.notice.base, one.notice.ref),
    }
