"""The pictures of notices with their rights: which may be shown, and what is said of each.

Every outlet takes pictures from here: one that may not be shown is given by none of them and counts
nowhere (rules of the domain, §6).
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pop.model import catalogue
from pop.model.rights import PictureRights, of_picture, statement_of
from pop.model.rights_table import Reuse, Statement
from pop.notices import images
from pop.notices.derived import Derived, N
from pop.notices.images import Image
from pop.notices.models import Notice
from pop.notices.rows import Row


class Pictured(NamedTuple):
    """A picture that may be shown, the notice that holds it, what is said of its rights."""

    notice: Notice
    image: Image
    rights: PictureRights
    reuse: Reuse


def shown(notice: Notice) -> Iterator[Pictured]:
    """The pictures of a notice that may be shown, in their order."""
    for image in images.of(notice.values):
        rights, reuse_ = rights_of(notice, image)
        if rights.shown:
            yield Pictured(notice, image, rights, reuse_)


def rights_of(notice: Notice, image: Image | None = None) -> tuple[PictureRights, Reuse]:
    """The rights of a picture of that notice, or of the one of which it has but the file name."""
    known = {**notice.values, "REF": notice.ref, "PRODUCTEUR": notice.producer}
    said = (image.credit, image.rights) if image else ("", "")
    told = of_picture(notice.base, known, *said)
    return told, statement_of(notice.base, known, *said).reuse


def statements(base: str, values: Mapping[str, Any]) -> Iterator[Statement]:
    """What is said of the rights of each picture of a notice of those values that may be shown:
    those that the platform keeps, else the one of which the base has the file name."""
    kept = images.of(values)
    said = [statement_of(base, values, image.credit, image.rights) for image in kept]
    code = catalogue.base(base).images
    if not kept and code and values.get(code):
        said = [statement_of(base, values)]
    return (statement for statement in said if statement.shown)


def images_shown(base: str, values: Mapping[str, Any]) -> Iterator[Image]:
    """The pictures that the platform keeps of a notice of those values, that may be shown."""
    for image in images.of(values):
        if statement_of(base, values, image.credit, image.rights).shown:
            yield image


def is_pictured(base: str, values: Mapping[str, Any]) -> bool:
    """Whether a notice of those values carries a picture that may be shown."""
    return next(statements(base, values), None) is not None


def reuse(notice: Notice | Row, derived: Derived[N] | None = None) -> list[Reuse]:
    """Whether the pictures of a notice may be reused, each answer once; its own, then those of the
    photographs that name it."""
    found = dict.fromkeys(one.reuse for one in statements(notice.base, notice.values))
    for group in derived.linked.values() if derived else ():
        for other in group:
            if other.base == "memoire" and other.has_image:
                found |= dict.fromkeys(one.reuse for one in statements(other.base, other.values))
    return list(found)
