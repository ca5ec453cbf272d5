"""The manifest of a notice that has pictures (IIIF Presentation API 3.0), as plain values.

What it says of the notice is what its page says, from the same public values.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import Any

from pop.iiif import folios, providers
from pop.iiif.addresses import manifest_address, museum_collection
from pop.iiif.canvases import CREDITS, admitted, canvas, statements, thumbnail
from pop.iiif.metadata import metadata
from pop.iiif.pictured import MOST_CANVASES, MOST_FOLLOWED, Pictured, pictured
from pop.iiif.words import fr, page, pair, values
from pop.model import catalogue
from pop.model.composing import first_line
from pop.model.displayed import Displayed
from pop.model.naming import title
from pop.notices import published
from pop.notices.addresses import notice_address
from pop.notices.derived import Derived, derive
from pop.notices.models import Notice

CONTEXT = "http://iiif.io/api/presentation/3/context.json"
MOST_STATEMENTS = 12
"""Different credits of one manifest; each picture bears its own."""


def manifest(notice: Notice, origin: str, warning: str = "") -> dict[str, Any] | None:
    """The manifest of a notice, None when it has no picture whose size is known, in three queries
    beyond its own. origin: the site's; warning: what every export of this store must say."""
    derived = derive([notice], MOST_FOLLOWED)[notice.pk]
    found = list(islice(pictured(notice, derived), MOST_CANVASES + 1))
    if not found:
        return None
    return _Drawing(notice, derived, found, origin, warning).drawn()


class _Drawing:
    """One manifest being drawn."""

    def __init__(
        self,
        notice: Notice,
        derived: Derived[Notice],
        found: Sequence[Pictured],
        origin: str,
        warning: str,
    ) -> None:
        self._notice = notice
        self._derived = derived
        self._pictures = found[:MOST_CANVASES]
        self._is_cut = len(found) > MOST_CANVASES or _is_cut(derived, found)
        self._origin = origin
        self._warning = warning
        self._base = catalogue.base(notice.base)
        self._values = published.shown(notice, derived)
        self._displayed = Displayed(self._base, self._values)
        self._title = title(self._base, notice.ref, self._displayed)

    def drawn(self) -> dict[str, Any]:
        notice, origin = self._notice, self._origin
        address = notice_address(notice.base, notice.ref)
        first = self._pictures[0]
        canvases = [canvas(origin, *one) for one in self._pictures]
        drawn: dict[str, Any] = {
            "@context": CONTEXT,
            "id": origin + manifest_address(notice.base, notice.ref),
            "type": "Manifest",
            "label": fr(self._title),
        }
        if summary := list(self._summary()):
            drawn["summary"] = values(*summary)
        drawn |= {
            "metadata": metadata(notice, self._values),
            "requiredStatement": pair(CREDITS, *self._statements()),
            **self._rights(),
            "provider": providers.of(notice, self._derived, origin),
            "homepage": [page(origin + address, self._title)],
            "seeAlso": [
                {
                    "id": f"{origin}{address}.json",
                    "type": "Dataset",
                    "label": fr("Données de la notice (JSON)"),
                    "format": "application/json",
                }
            ],
            "thumbnail": [thumbnail(origin, first.holder, first.image, first.rights)],
        }
        if museum := providers.museum(self._derived):
            drawn["partOf"] = [{"id": origin + museum_collection(museum.ref), "type": "Collection"}]
        if len(canvases) > 1:
            drawn["behavior"] = [self._behavior()]
        drawn["items"] = canvases
        if structures := self._structures(drawn["id"], canvases):
            drawn["structures"] = structures
        return drawn

    def _summary(self) -> Iterator[str]:
        facts = (self._base.place_line, self._base.date_line)
        if said := ", ".join(filter(None, (first_line(line, self._displayed) for line in facts))):
            yield said
        if self._is_cut:
            yield (
                f"Ce manifeste donne les {len(self._pictures)} premières images ; les autres sont "
                "dans les notices liées, depuis la page de la notice."
            )

    def _statements(self) -> list[str]:
        """What must stand beside all of them, then the different credits and rights."""
        told: dict[str, None] = {self._warning: None} if self._warning else {}
        for one in self._pictures:
            told |= dict.fromkeys(statements(one.holder, one.rights))
            if len(told) > MOST_STATEMENTS:
                return [*list(told)[:MOST_STATEMENTS], "Les autres crédits sont avec chaque image."]
        return list(told)

    def _rights(self) -> dict[str, str]:
        """The rights of all the pictures, when they have the same."""
        found = {admitted(one.rights) for one in self._pictures}
        address = found.pop() if len(found) == 1 else ""
        return {"rights": address} if address else {}

    def _behavior(self) -> str:
        """A book is leafed through when all its pages are here; else one image, then another."""
        all_ = [folios.of(one.holder) for one in self._pictures if folios.is_decoration(one.holder)]
        whole = len(all_) == len(self._pictures) and folios.follow(all_)
        return "paged" if whole else "individuals"

    def _structures(self, address: str, canvases: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The folios of a manuscript as a table of contents."""
        last = self._pictures[-1].holder
        if last == self._notice or not folios.is_decoration(last):
            return []
        pairs = zip(self._pictures, canvases, strict=True)
        parts = [
            _range([one for _, one in group])
            for _, group in groupby(pairs, key=lambda found: found[0].holder)
        ]
        whole = {"id": f"{address}/range", "type": "Range", "label": fr("Folios"), "items": parts}
        return [whole]


def _is_cut(derived: Derived[Notice], found: Sequence[Pictured]) -> bool:
    """Whether notices that give pictures were left out, with others of their relation."""
    holders = {one.holder for one in found}
    return any(holders.intersection(derived.linked.get(name, ())) for name in derived.cut)


def _range(canvases: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": f"{canvases[0]['id']}/range",
        "type": "Range",
        "label": canvases[0]["label"],
        "items": [{"id": one["id"], "type": "Canvas"} for one in canvases],
    }
