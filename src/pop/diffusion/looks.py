"""What the program sees of the picture of a notice: its colours by name, pictures that look alike.

Nothing for works of Rose-Valland nor for what is sensitive (rules of the domain, §4 and §7).
"""

from dataclasses import dataclass, field
from typing import Any

from pop.diffusion import pictures
from pop.diffusion.addresses import search_address
from pop.diffusion.cards import card
from pop.media import pictures as rows
from pop.media.colours import NAMES
from pop.model import care
from pop.notices.derived import Derived
from pop.notices.models import Notice
from pop.search import likeness
from pop.search.query import Query

MOST_ALIKE = 8


@dataclass(frozen=True, slots=True)
class Looks:
    """palette: the context of ui/components/palette.html; alike: cards of what looks alike."""

    palette: list[dict[str, str]] = field(default_factory=list)
    alike: list[dict[str, Any]] = field(default_factory=list)


def looks(notice: Notice, derived: Derived[Notice]) -> Looks:
    """Of the first picture of a page, in two queries: its row, then what looks like it."""
    found = next(pictures.shown(notice, derived), None)
    if found is None or not all(
        care.may_be_played_with(one.base, one.values) for one in (notice, found[0])
    ):
        return Looks()
    _, image = found
    row = rows.known([image.file]).get(image.file)
    if row is None:
        return Looks()
    elsewhere = {other.pk for group in derived.linked.values() for other in group}
    layout = bytes(row.layout) if row.layout else None
    near = likeness.alike(notice, layout, MOST_ALIKE, elsewhere)
    return Looks(
        palette(row.colors.split()),
        [
            {**shown, "image": pictures.as_tile(other, other_image, shown["title"])}
            for other, other_image in near
            for shown in [card(other)]
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
