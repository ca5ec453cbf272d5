"""`care.yaml` read into typed objects: the kinds of things that call for care, and their words."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec
import yaml
from msgspec import Meta, Struct

FILE = Path(__file__).with_name("care.yaml")


class Kind(Struct, frozen=True, forbid_unknown_fields=True, rename={"but": "except"}):
    """One kind; its keys are explained at the head of the file."""

    label: str
    words: Annotated[tuple[str, ...], Meta(min_length=1)]
    context: Annotated[str, Meta(min_length=10)]
    but: tuple[str, ...] = ()


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    kinds: dict[str, Kind]


@cache
def kinds() -> Mapping[str, Kind]:
    """The kinds by key, read once. Raises ValidationError on a faulty file."""
    return msgspec.convert(
        yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader), _File
    ).kinds


# Made here, by one thread: several that ask together for the first time find them half made.
_made = msgspec.json.Decoder(_File)
