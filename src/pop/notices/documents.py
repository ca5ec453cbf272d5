"""The documents of a notice (PDF): one of its values, an ordered list, under POP_DOCUMENTS.

Like its pictures (images.py), they are named by the SHA-256 of their bytes, change and come back
with the notice. Unlike them, they are internal: one leaves only once it is declared public.
"""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from pop.notices.images import Checksum, Malformed

CODE = "POP_DOCUMENTS"
"""The code of the list among the values of a notice."""
LABEL = "Documents"


class Document(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One document: `file` is the SHA-256 of its bytes, `size` their number (0 when not known).

    Nobody but who writes the notice knows of it until `public`.
    """

    file: Checksum
    title: str = ""
    kind: Literal["PDF"] = "PDF"
    size: Annotated[int, Meta(ge=0)] = 0
    public: bool = False


def parse(value: Any) -> tuple[Document, ...]:
    """The documents of a value, in their order; none without a value. Raises Malformed."""
    if value in (None, "", []):
        return ()
    try:
        found = msgspec.convert(value, tuple[Document, ...])
    except msgspec.ValidationError as error:
        raise Malformed(
            f"La liste de documents n’est pas lisible ({error}) : chaque document y est un objet "
            "dont « file » est la somme SHA-256, en hexadécimal minuscule."
        ) from None
    if len({document.file for document in found}) < len(found):
        raise Malformed("Un document est deux fois dans la liste : gardez-en un.")
    return found


def serialise(documents: Iterable[Document]) -> list[dict[str, Any]]:
    """The value of those documents: what is empty is absent, so that equal lists are equal."""
    return [msgspec.to_builtins(document) for document in documents]


def of(values: Any) -> tuple[Document, ...]:
    """All the documents of a notice, from its values: not to be shown."""
    return parse(values.get(CODE))


def public(values: Any) -> tuple[Document, ...]:
    """Those that were declared public: what may leave."""
    return tuple(document for document in of(values) if document.public)


# Made here, by one thread: several that ask together for the first time find them half made.
_made = msgspec.json.Decoder(tuple[Document, ...])
