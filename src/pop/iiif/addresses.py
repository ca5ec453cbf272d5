"""The addresses of manifests, collections, canvases and image services.

`origin` is the site's, without a stroke at its end. A canvas is named after the notice that holds
its picture, so that it is the same in every manifest that shows it.
"""

from django.urls import reverse
from msgspec.structs import replace

from pop.iiif.identifiers import identifier
from pop.notices.addresses import slug
from pop.notices.images import Image
from pop.notices.models import Notice
from pop.search.asking.address import to_address
from pop.search.asking.query import Query

MANIFEST = "manifest.json"
CANVAS = "/canvas/"


def manifest_address(base: str, ref: str) -> str:
    """Where the manifest of a notice is, by the name its page gives to the base."""
    return reverse("manifest", args=[slug(base), ref])


def canvas_address(holder: Notice, image: Image) -> str:
    """The name of the canvas of a picture: an address below that of the manifest."""
    folder = manifest_address(holder.base, holder.ref).removesuffix(f"/{MANIFEST}")
    return folder + CANVAS + identifier(holder.base, holder.ref, image.file)


def image_services(origin: str, holder: Notice, image: Image) -> tuple[str, str]:
    """The image services of a picture, in versions 3 and 2 of the Image API."""
    named = identifier(holder.base, holder.ref, image.file)
    return f"{origin}/iiif/3/{named}", f"{origin}/iiif/2/{named}"


def search_collection(query: Query, page: int = 0) -> str:
    """The collection of a search from its position; one of its parts, when a page is given."""
    asked = [to_address(replace(query, page=1, view=None)), f"page={page}" if page else ""]
    written = "&".join(filter(None, asked))
    return reverse("search-collection") + (f"?{written}" if written else "")


def museum_collection(ref: str) -> str:
    """The collection of the works of a museum."""
    return reverse("museum-collection", args=[ref])
