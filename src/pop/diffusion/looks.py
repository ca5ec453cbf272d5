"""What the program sees of the picture of a notice: its colours by name, pictures that look alike.

Nothing for works of Rose-Valland nor for what is sensitive (rules of the domain, §4 and §7).
"""

from dataclasses import dataclass, field
from typing import Any

from pop.diffusion import pictures
from pop.diffusion.addresses import search_address
from pop.diffusion.cards import card
from pop.iiif.shown import shown
from pop.media import pictures as rows
from pop.media.colours import NAMES
from pop.model import care
from pop.notices.derived import Derived
from pop.notices.models import Notice
from pop.search.asking.query import Query
from pop.search.looks import likeness

MOST_ALIKE = 8


@dataclass(frozen=True, slots=True)
class Looks:
    """palette: the context of ui/components/palette.html; alike: cards of what looks alike."""

    palette: list[dict[str, str]] = field(default_factory=list)
    alike: list[dict[str, Any]] = field(default_factory=list)


def looks(notice: Notice, derived: Derived[Notice]) -> Looks:
    """Of the first picture of a page, in two queries: its row, then what looks like it."""
    found = next(shown(notice, derived), None)
    if found is None or any(
        care.is_sensitive(one.base, one.values) for one in (notice, found.notice)
    ):
        return Looks()
    row = rows.known([found.image.file]).get(found.image.file)
    if row is None:
        return Looks()
    elsewhere = {other.pk for group in derived.linked.values() for other in group}
    layout = bytes(row.layout) if row.layout else None
    near = likeness.alike(notice, layout, MOST_ALIKE, elsewhere)
    return Looks(
        palette(row.colors.split()),
        [
            {**told, "image": pictures.as_tile(one, told["title"])}
            for one in near
            for told in [card(one.notice)]
        ],
    )


def palette(codes: list[str]) -> list[dict[str, str]]:
    """Colours by their names, each with the search that finds it."""
    return [
        {
            "label": NAMES[code].capitalize(),
            "swatch": code,
            "url": search_address(Query(filters=(("couleur", NAMES[code]),))),
        }
        for code in codes
        if code in NAMES
    ]
