"""File: the key of an image or a document, `<base>/<REF>/<file>`, in the store of media.

The keys are those of the former POP (production-2024.md §1.0, §1.3) and must stay what they
are. A key is used to build paths and addresses, so nothing but plain names is let through.
"""

import re
from dataclasses import dataclass

from pop.model.values import typography
from pop.model.values.verbs import Fault, Indexed

# Controls, separators of other systems, half, invisible and direction characters.
_UNSAFE = re.compile(
    '[\x00-\x1f\x7f-\x9f\\\\:*?"<>|\ud800-\udfff\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]'
)
_LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class File:
    """A key and its three parts."""

    key: str
    base: str
    ref: str
    name: str


def parse(text: str) -> File | None:
    """The file, or None when the text is not a safe `<base>/<REF>/<file>`."""
    key = text.strip()
    parts = key.split("/")
    if len(parts) != 3 or not all(map(_is_name, parts)):
        return None
    return File(key, *parts)


def _is_name(name: str) -> bool:
    return (
        name == name.strip()
        and name.strip(".") != ""
        and not _UNSAFE.search(name)
        and len(name.encode()) <= _LONGEST_NAME
    )


def check(text: str) -> tuple[Fault, ...]:
    """INVALID_FILE when the text is neither blank nor a key."""
    if not text.strip() or parse(text):
        return ()
    return (
        Fault(
            "INVALID_FILE",
            f"{typography.quoted(text)} ne désigne pas un fichier ; écrivez-le comme "
            "base/référence/nom-du-fichier, sans « .. » ni caractère spécial.",
        ),
    )


def display(text: str) -> str:
    """The name of the file, without the way to it."""
    return text.strip().rpartition("/")[2] or text


def index(text: str) -> Indexed:
    """The name of the file, which producers look for; the key when it is one."""
    file = parse(text)
    return Indexed(words=display(text), keys=(file.key,) if file else ())
