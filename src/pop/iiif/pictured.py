"""The pictures of a manifest, in their order, each with the notice that holds it and its label."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pop.iiif import folios
from pop.iiif.shown import shown
from pop.model import catalogue
from pop.model.displayed import Displayed
from pop.model.naming import title
from pop.model.rights import PictureRights
from pop.notices import pictured as pictures
from pop.notices.derived import Derived
from pop.notices.generated import whole
from pop.notices.images import Image
from pop.notices.models import Notice

MOST_FOLLOWED = 1000
"""Links of one field that a manifest follows."""
MOST_CANVASES = 1000
"""Pictures of one manifest; the others are reached by the notices that hold them."""


class Pictured(NamedTuple):
    """A picture whose size is known, what it is called, what is said of its rights."""

    holder: Notice
    image: Image
    label: str
    rights: PictureRights


def pictured(notice: Notice, derived: Derived[Notice]) -> Iterator[Pictured]:
    """The pictures of the manifest of a notice: its own and those of its photographs; for a
    manuscript, then those of its decorations, folio by folio."""
    ranks: Counter[int] = Counter()
    for holder, image, rights, _ in _all(notice, derived):
        ranks[holder.pk] += 1
        if image.width and image.height:
            yield Pictured(holder, image, label(holder, image, ranks[holder.pk]), rights)


def _all(notice: Notice, derived: Derived[Notice]) -> Iterator[pictures.Pictured]:
    yield from shown(notice, derived)
    for decoration in folios.decorated(notice, derived):
        yield from shown(decoration, None)


def label(holder: Notice, image: Image, rank: int) -> str:
    """The caption of a picture, else the title of its notice; on a folio, the folio before."""
    base = catalogue.base(holder.base)
    said = image.caption
    if not said:
        said = title(base, holder.ref, Displayed(base, whole(holder)))
        said += f" ({rank})" if rank > 1 else ""
    folio = str(holder.values.get(folios.FOLIO, "")) if folios.is_decoration(holder) else ""
    return f"{folio} : {said}" if folio else said
