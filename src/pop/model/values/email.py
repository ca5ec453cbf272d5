"""E-mail address, or several separated by « ; » or « , ». Syntax only: nothing is sent."""

import re

from pop.model.values import typography
from pop.model.values.verbs import Fault, Indexed

_BETWEEN = re.compile(r"[;,]")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}")
_LABEL = re.compile(r"[^\W_](?:[^\W_]|-){0,62}")
_LAST_LABEL = re.compile(r"[^\W\d_]{2,63}|xn--[A-Za-z0-9-]{1,59}")


def parse(text: str) -> tuple[str, ...] | None:
    """The addresses, or None when there is none or when one is not an address."""
    addresses = _split(text)
    return addresses if addresses and all(map(_is_address, addresses)) else None


def _split(text: str) -> tuple[str, ...]:
    pieces = (piece.strip() for piece in _BETWEEN.split(text))
    return tuple(_without_scheme(piece) for piece in pieces if piece)


def _without_scheme(address: str) -> str:
    return address[7:].strip() if address[:7].lower() == "mailto:" else address


def _is_address(text: str) -> bool:
    local, at, domain = text.rpartition("@")
    labels = domain.split(".")
    return (
        bool(at)
        and len(domain) <= 253
        and _LOCAL.fullmatch(local) is not None
        and not local.startswith(".")
        and not local.endswith(".")
        and ".." not in local
        and len(labels) > 1
        and all(_LABEL.fullmatch(label) and label[-1] != "-" for label in labels)
        and _LAST_LABEL.fullmatch(labels[-1]) is not None
    )


def check(text: str) -> tuple[Fault, ...]:
    """INVALID_EMAIL, once for each part that is not an address."""
    return tuple(
        Fault(
            "INVALID_EMAIL",
            f"{typography.quoted(piece)} n’est pas une adresse de courriel ; "
            "écrivez-la comme nom@domaine.fr.",
        )
        for piece in _split(text)
        if not _is_address(piece)
    )


def display(text: str) -> str:
    """The text as written."""
    return text


def index(text: str) -> Indexed:
    """The text, and each address in lower case as a key."""
    return Indexed(words=text, keys=tuple(address.lower() for address in parse(text) or ()))
