"""What a picture is and how it may be asked, as the Image API says it (info.json)."""

from typing import Any

from pop.iiif.image_request import FORMATS, LARGEST_AREA
from pop.iiif.rendering import Shown
from pop.media.sizes import TILE

PROTOCOL = "http://iiif.io/api/image"
CONTEXT = {version: f"http://iiif.io/api/image/{version}/context.json" for version in (2, 3)}
_QUALITIES = ["color", "gray", "bitonal"]
# What the second version lists beyond level 2, and the third.
_MORE_2 = ["mirroring", "rotationArbitrary", "regionSquare", "sizeAboveFull"]
_MORE_3 = ["mirroring", "rotationArbitrary", "regionSquare", "sizeUpscaling"]


def information(version: int, id: str, shown: Shown, rights: str = "") -> dict[str, Any]:
    """The description of a picture whose address is `id`.

    rights: an address that the standard admits, else nothing.
    """
    sizes = [{"width": level.width, "height": level.height} for level in shown.levels[::-1]]
    if shown.width * shown.height > LARGEST_AREA:
        sizes = [size for size in sizes if size["width"] * size["height"] <= LARGEST_AREA]
    tiles = {"width": TILE, "scaleFactors": [1 << n for n in range(len(shown.levels))]}
    common = {
        "@context": CONTEXT[version],
        "protocol": PROTOCOL,
        "width": shown.width,
        "height": shown.height,
        "sizes": sizes,
        "tiles": [tiles],
    }
    if version == 2:
        profile = {
            "formats": list(FORMATS),
            "qualities": _QUALITIES,
            "supports": _MORE_2,
            "maxArea": LARGEST_AREA,
        }
        said = {"@id": id, "profile": ["http://iiif.io/api/image/2/level2.json", profile]}
        return {**common, **said, **({"license": rights} if rights else {})}
    return {
        **common,
        "id": id,
        "type": "ImageService3",
        "profile": "level2",
        "maxArea": LARGEST_AREA,
        "preferredFormats": ["jpg"],
        "extraFormats": ["webp"],
        "extraQualities": _QUALITIES,
        "extraFeatures": _MORE_3,
        **({"rights": rights} if rights else {}),
    }
