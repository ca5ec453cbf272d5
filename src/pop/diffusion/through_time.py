"""The photographs of a building in the order of their dates, the oldest beside the newest.

Dates are those that the photographs' own notices show (`date_line` of the model), when they are
understood; a photograph without a date stays among the linked notices.
"""

from datetime import date
from typing import Any, NamedTuple

from pop.diffusion import pictures
from pop.diffusion.addresses import notice_address
from pop.iiif.shown import shown
from pop.model import catalogue
from pop.model.composing import first_line
from pop.model.displayed import Displayed
from pop.model.naming import title
from pop.model.values import dates
from pop.notices.derived import Derived
from pop.notices.generated import whole
from pop.notices.models import Notice
from pop.notices.pictured import Pictured
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
    picture: Pictured


def through_time(notice: Notice, derived: Derived[Notice]) -> dict[str, Any] | None:
    """The context of diffusion/through_time.html; None without two photographs dated some years
    apart."""
    if notice.base != BASE:
        return None
    found = sorted(_dated(notice, derived), key=_by_date)
    if len(found) < 2 or found[-1].first - found[0].last < APART:
        return None
    oldest, *between, newest = found
    is_recent = newest.last >= date.today().year - RECENT
    return {
        "title": "Hier et aujourd’hui" if is_recent else "Au fil du temps",
        "pair": [_figure(oldest), _figure(newest)],
        "between": [_figure(one) for one in between[: MOST_SHOWN - 2]],
    }


def _by_date(one: _Dated) -> tuple[int, str]:
    return one.first + one.last, one.picture.notice.ref


def _dated(notice: Notice, derived: Derived[Notice]) -> list[_Dated]:
    """The first picture of each photograph whose date is understood."""
    found: dict[int, _Dated] = {}
    for one in shown(notice, derived):
        holder = one.notice
        if holder.base == "memoire" and holder.pk not in found:
            said = first_line(catalogue.base(holder.base).date_line, holder.values)
            years = dates.index(said).years
            first, last = years if years else (None, None)
            if first is not None and last is not None:
                found[holder.pk] = _Dated(first, last, one)
    return list(found.values())


def _figure(one: _Dated) -> dict[str, Any]:
    notice = one.picture.notice
    base = catalogue.base(notice.base)
    values = Displayed(base, whole(notice))
    named = title(base, notice.ref, values)
    return {
        "image": pictures.as_tile(one.picture, named),
        "title": named,
        "date": french(first_line(base.date_line, values)),
        "credit": french(one.picture.rights.credit),
        "rights": one.picture.rights.sentence,
        "url": notice_address(notice.base, notice.ref),
    }
