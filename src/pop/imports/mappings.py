"""Files of other houses, whose columns are not ours: what feeds what, one YAML file each.

A mapping is recognised by the columns that only its files have. See `mappings/*.yaml`, and
docs/reference/files.md for what a mapping may say.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from pop.model import catalogue
from pop.model.values.folding import fold

FOLDER: Final = Path(__file__).with_name("mappings")

Sentence = Annotated[str, Meta(min_length=1)]


class Treatment(StrEnum):
    """What is done to the values of a column, beyond mending.

    departement: « 2 », « Val-d’Oise » become the code; file_name: an address becomes the name
    of its file. What is not understood stays as it is.
    """

    DEPARTEMENT = "departement"
    FILE_NAME = "file_name"


class Mapped(Struct, frozen=True, forbid_unknown_fields=True):
    """One mapping: the columns of a kind of file → the fields of a base.

    fields: column → code; « name/* » stands for name/0, name/1…; left_out: columns that feed
    nothing, and why (they are reported like unknown ones); shifted_places: rows whose INSEE
    column holds a département are flagged.
    """

    name: Sentence
    about: Sentence
    base: Sentence
    recognised_by: Annotated[tuple[Sentence, ...], Meta(min_length=2)]
    fields: dict[str, Sentence]
    left_out: dict[str, Sentence] = {}
    treatments: dict[str, Treatment] = {}
    shifted_places: bool = False

    def codes(self, column: str) -> tuple[str, ...]:
        """The codes that a column feeds; none when it feeds nothing."""
        key = self._key(column)
        return (self.fields[key],) if key in self.fields else ()

    def treatment(self, column: str) -> Treatment | None:
        """What is done to the values of a column."""
        return self.treatments.get(self._key(column))

    def _key(self, column: str) -> str:
        column = _plain(column)
        stem, slash, rank = column.rpartition("/")
        return f"{stem}/*" if slash and rank.isdigit() else column


class MappingError(Exception):
    """A mapping file that does not say what it should; for who writes it, in English."""


def of(header: Sequence[str], base: str | None) -> Mapped | None:
    """The mapping of the files that have these columns, unless another base is asked."""
    present = {_plain(name) for name in header}
    for mapped in _all():
        if base and catalogue.base(base).key != mapped.base:
            continue
        if present.issuperset(map(_plain, mapped.recognised_by)):
            return mapped
    return None


def _plain(column: str) -> str:
    return fold(column)


@cache
def _all() -> tuple[Mapped, ...]:
    return tuple(load(path) for path in sorted(FOLDER.glob("*.yaml")))


def load(path: Path) -> Mapped:
    """Read one mapping file. Raises MappingError, naming the file and what is wrong."""
    try:
        mapped = msgspec.yaml.decode(path.read_bytes(), type=Mapped)
    except msgspec.DecodeError as error:
        raise MappingError(f"{path.name}: {error}") from error
    try:
        fields = catalogue.base(mapped.base).fields
    except KeyError:
        raise MappingError(f"{path.name}: no base {mapped.base!r}") from None
    for column, code in mapped.fields.items():
        if code not in fields:
            raise MappingError(f"{path.name}: {column}: no field {code} in {mapped.base}")
    if "REF" not in mapped.fields.values():
        raise MappingError(f"{path.name}: no column feeds REF")
    return mapped
