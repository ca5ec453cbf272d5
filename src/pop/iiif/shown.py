"""The pictures that a notice shows, each with the notice that holds it and says its rights."""

from collections.abc import Iterator

from pop.iiif import identifiers
from pop.model import catalogue
from pop.notices import pictured, reading
from pop.notices.derived import Derived
from pop.notices.models import Notice
from pop.notices.pictured import Pictured

FOLLOWED_BY_A_PAGE = 100
"""Links of one field that the page of a notice follows: enough to put photographs in order."""


def shown(notice: Notice, derived: Derived[Notice] | None) -> Iterator[Pictured]:
    """Its own, then those of the photographs that name it, in their order; nothing of what must
    not be given at all."""
    for holder in holders(notice, derived):
        yield from pictured.shown(holder)


def named(identifier: str) -> Pictured | None:
    """The picture that an identifier (decoded) names, when a public notice shows it."""
    asked = identifiers.parse(identifier)
    notice = (
        reading.get(asked.base, asked.ref) if asked and asked.base in catalogue.bases() else None
    )
    if asked is None or notice is None:
        return None
    own = pictured.shown(notice)
    return next((one for one in own if one.image.file.startswith(asked.start)), None)


def holders(notice: Notice, derived: Derived[Notice] | None) -> Iterator[Notice]:
    """The notice, then the photographs whose pictures it shows as well."""
    yield notice
    if derived and catalogue.base(notice.base).images_from:
        # A photograph may be linked in two ways: it is one photograph.
        seen = {notice.pk}
        for group in derived.linked.values():
            for other in group:
                if other.base == "memoire" and other.pk not in seen:
                    seen.add(other.pk)
                    yield other
