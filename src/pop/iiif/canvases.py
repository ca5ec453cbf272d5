"""A picture as a canvas: its size, its image services, its thumbnail, what must be said of it."""

from collections.abc import Iterator
from typing import Any

from pop.iiif.addresses import canvas_address, image_services
from pop.iiif.words import fr, page, pair
from pop.media.sizes import at_most
from pop.model import catalogue
from pop.model.rights import PictureRights
from pop.model.values.typography import typeset
from pop.notices.addresses import notice_address
from pop.notices.images import Image
from pop.notices.models import Notice

THUMBNAIL = 512
"""The longest side of a thumbnail, in pixels."""
CREDITS = "Crédits et droits"
ADMITTED = (
    "http://creativecommons.org/licenses/",
    "http://creativecommons.org/publicdomain/",
    "http://rightsstatements.org/vocab/",
)
"""What the rights of a resource begin with (Presentation API 3.0, §3.1, `rights`)."""


def canvas(
    origin: str, holder: Notice, image: Image, label: str, rights: PictureRights
) -> dict[str, Any]:
    """The canvas of a picture whose size is known; the same in every manifest that shows it."""
    name = origin + canvas_address(holder, image)
    service = services(origin, holder, image)
    size = {"height": image.height, "width": image.width}
    painted = {
        "id": f"{service[0]['id']}/full/max/0/default.jpg",
        "type": "Image",
        "format": "image/jpeg",
        # Given smaller than it is when rights want it; the service says how much.
        **({} if rights.largest else size),
        "service": service,
    }
    annotation = {
        "id": f"{name}/annotation",
        "type": "Annotation",
        "motivation": "painting",
        "body": painted,
        "target": name,
    }
    drawn: dict[str, Any] = {
        "id": name,
        "type": "Canvas",
        "label": fr(label),
        **size,
        "thumbnail": [thumbnail(origin, holder, image, rights)],
        "homepage": [page(origin + notice_address(holder.base, holder.ref), label)],
        "requiredStatement": pair(CREDITS, *statements(holder, rights)),
        "items": [{"id": f"{name}/page", "type": "AnnotationPage", "items": [annotation]}],
    }
    if address := admitted(rights):
        drawn["rights"] = address
    return drawn


def services(origin: str, holder: Notice, image: Image) -> list[dict[str, Any]]:
    """The image services of a picture, the newest first."""
    newest, older = image_services(origin, holder, image)
    return [
        {"id": newest, "type": "ImageService3", "profile": "level2"},
        {
            "@id": older,
            "@type": "ImageService2",
            "profile": "http://iiif.io/api/image/2/level2.json",
        },
    ]


def thumbnail(origin: str, holder: Notice, image: Image, rights: PictureRights) -> dict[str, Any]:
    """A small form of a picture, one of the sizes that are kept."""
    largest = rights.largest or THUMBNAIL
    width, height = at_most(image.width, image.height, min(largest, THUMBNAIL))
    service = services(origin, holder, image)[:1]
    return {
        "id": f"{service[0]['id']}/full/{width},{height}/0/default.jpg",
        "type": "Image",
        "format": "image/jpeg",
        "width": width,
        "height": height,
        "service": service,
    }


def statements(holder: Notice, rights: PictureRights) -> Iterator[str]:
    """What must stand beside a picture: status of its notice, who is to be named, rights."""
    base = catalogue.base(holder.base)
    fixed = (
        line.fixed
        for line in base.rights.fixed_credit
        if not line.when or line.when.holds(holder.ref, holder.producer)
    )
    all_ = (rights.status, rights.credit, *fixed, rights.sentence)
    yield from dict.fromkeys(typeset(text) for text in all_ if text)


def admitted(rights: PictureRights) -> str:
    """The address of the rights, when it is one that IIIF admits; it writes them with http."""
    address = rights.uri.replace("https://", "http://", 1)
    return address if address.startswith(ADMITTED) else ""
