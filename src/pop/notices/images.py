"""The pictures of a notice: one of its values, an ordered list, under the code POP_IMAGES.

Not a field of the bases: it is true of all of them. A picture is named by the SHA-256 of its
bytes, which are kept elsewhere; what is said of it (caption, credit, rights…) belongs to the
notice, changes and comes back with it (decision 6 of the architecture).
"""

from collections.abc import Iterable
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

CODE = "POP_IMAGES"
"""The code of the list among the values of a notice."""
LABEL = "Images"

Checksum = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Pixels = Annotated[int, Meta(ge=0)]


class Image(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One picture: `file` is the SHA-256 of its bytes, `color` its dominant colour (#rrggbb).

    `credit` and `rights` are sentences as the producer wrote them; width and height in pixels,
    0 when they are not known; `date`, the day the picture was taken (YYYY, YYYY-MM, YYYY-MM-DD).
    """

    file: Checksum
    caption: str = ""
    credit: str = ""
    rights: str = ""
    width: Pixels = 0
    height: Pixels = 0
    color: Annotated[str, Meta(pattern=r"^(#[0-9a-f]{6})?\Z")] = ""
    date: Annotated[str, Meta(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?\Z")] = ""


class Malformed(ValueError):
    """Something that is no list of pictures; the message says what is wrong, in French."""


def parse(value: Any) -> tuple[Image, ...]:
    """The pictures of a value, in their order; none when there is no value. Raises Malformed."""
    if value in (None, "", []):
        return ()
    try:
        images = msgspec.convert(value, tuple[Image, ...])
    except msgspec.ValidationError as error:
        raise Malformed(
            f"La liste d’images n’est pas lisible ({error}) : chaque image y est un objet dont "
            "« file » est la somme SHA-256, en hexadécimal minuscule."
        ) from None
    seen: set[str] = set()
    for image in images:
        if image.file in seen:
            raise Malformed(
                f"L’image {image.file[:12]}… est deux fois dans la liste : gardez-en une."
            )
        seen.add(image.file)
    return images


def serialise(images: Iterable[Image]) -> list[dict[str, Any]]:
    """The value of those pictures: what is empty is absent, so that equal lists are equal."""
    return [msgspec.to_builtins(image) for image in images]


def of(values: Any) -> tuple[Image, ...]:
    """The pictures of a notice, from its values."""
    return parse(values.get(CODE))


def checksums(value: Any) -> set[str]:
    """The files a value names, whatever its shape."""
    items = value if isinstance(value, list) else ()
    return {item["file"] for item in items if isinstance(item, dict) and "file" in item}


def without(value: Any, checksum: str) -> list[Any] | None:
    """The value less one picture; None when nothing is left."""
    return [item for item in value or () if checksum not in checksums([item])] or None
