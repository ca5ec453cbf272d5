"""Headers of a file → fields of a base, and the base recognised from its headers.

Names are compared without case, accents, spaces, « - » or « _ »: field codes, human column
names of the ministry's open data, or labels. A file of another house has a mapping.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pop.imports import mappings, references
from pop.imports.mappings import Mapped
from pop.imports.refusals import NotATable, NotRecognised
from pop.model import catalogue
from pop.model.schema import Base
from pop.model.values.folding import fold

__all__ = ["Columns", "for_base", "names", "recognise", "simple"]

# A column that repeats another: « Denomination_2 », « Denomination 3 », « chercheur/1 ».
_NUMBERED = re.compile(r"(.+?)[\s_/-]+\d{1,3}$")
# Bases that know nearly as many columns as the best one: references choose among them.
_NEARLY = 0.75

Treatment = mappings.Treatment


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a file feeds: a field code, several (a point), or nothing."""

    base: Base
    codes: tuple[tuple[str, ...], ...]
    unknown: tuple[str, ...]
    mapping: Mapped | None = None
    treatments: Mapping[int, Treatment] = field(default_factory=dict)


def simple(name: str) -> str:
    """A column name reduced to what is compared."""
    return "".join(character for character in fold(name) if character.isalnum())


def recognise(
    header: Sequence[str], base: str | None = None, sample: Sequence[Sequence[str]] = ()
) -> Columns:
    """The columns of a header, for the given base or for the one that it fits best.

    Where several bases fit nearly as well, the references of a few rows tell (PA… is Mérimée,
    PM… Palissy). Raises NotATable when no column bears references, NotRecognised when the base
    is not certain.
    """
    mapped = mappings.of(header, base)
    if mapped:
        return _mapped(header, mapped)
    candidates = [catalogue.base(base)] if base else list(catalogue.bases().values())
    read = [for_base(header, candidate) for candidate in candidates]
    most = max(_known(columns) for columns in read)
    rivals = [columns for columns in read if _known(columns) >= most * _NEARLY]
    ranks = [_rank(columns, sample) for columns in rivals]
    best = rivals[ranks.index(max(ranks))]
    if not _has_reference(best):
        raise NotATable(
            "aucune colonne ne porte la référence des notices. Nommez-la REF. "
            f"Colonnes lues : {', '.join(header[:12])}."
        )
    if ranks.count(max(ranks)) > 1:
        equals = [c.base.key for c, rank in zip(rivals, ranks, strict=True) if rank == max(ranks)]
        raise NotRecognised(
            "ces colonnes existent dans plusieurs bases : précisez laquelle avec --base "
            f"({', '.join(equals)})."
        )
    return best


def for_base(header: Sequence[str], base: Base) -> Columns:
    """What the columns of a header feed in that base."""
    known = names(base)
    codes = tuple(codes_of(name, base, known) for name in header)
    unknown = tuple(name for name, found in zip(header, codes, strict=True) if name and not found)
    return Columns(base, codes, unknown)


def codes_of(name: str, base: Base, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The codes that a column of that name feeds, `known` being the `names` of the base."""
    if name in base.fields:
        return (name,)
    found = known.get(simple(name), ())
    if not found and (numbered := _NUMBERED.match(name)):
        found = known.get(simple(numbered.group(1)), ())
        if len(found) != 1 or not base.fields[found[0]].many:
            return ()
    return found


def _mapped(header: Sequence[str], mapped: Mapped) -> Columns:
    codes = tuple(mapped.codes(name) for name in header)
    unknown = tuple(name for name, found in zip(header, codes, strict=True) if name and not found)
    treatments = {
        place: treatment
        for place, name in enumerate(header)
        if (treatment := mapped.treatment(name))
    }
    return Columns(catalogue.base(mapped.base), codes, unknown, mapped, treatments)


def _rank(columns: Columns, sample: Sequence[Sequence[str]]) -> tuple[int, int, int]:
    """How well a base suits: references of its producers, columns, references of its form.

    A few references do not outweigh the columns: they must be those of half the rows.
    """
    if not _has_reference(columns):
        return 0, _known(columns), 0
    place = columns.codes.index(("REF",))
    refs = [row[place].strip(' "').upper() for row in sample if len(row) > place]
    told = sum(columns.base.key in references.bases_told(ref[:5]) for ref in refs)
    formed = sum(bool(re.fullmatch(columns.base.reference.pattern, ref)) for ref in refs)
    return told if told * 2 >= len(sample) else 0, _known(columns), formed


def _known(columns: Columns) -> int:
    return sum(1 for codes in columns.codes if codes)


def _has_reference(columns: Columns) -> bool:
    return ("REF",) in columns.codes


_LATITUDES = ("lat", "latitude")
_LONGITUDES = ("lon", "lng", "long", "longitude")


def names(base: Base) -> dict[str, tuple[str, ...]]:
    """Every name a column may bear, in simple form.

    Human column names come before codes in another case: « Adresse » is a column of the
    ministry's file, ADRESSE an old field; then labels; what is no longer filled comes last.
    """
    found: dict[str, tuple[str, ...]] = {}
    geography = base.geography
    if geography.latitude and geography.longitude:
        for column in (*geography.columns, "POP_COORDONNEES"):
            found[simple(column)] = (geography.latitude, geography.longitude)
    fields = base.fields.items()
    for code, field_ in fields:
        for column in field_.columns:
            found.setdefault(simple(column), (code,))
    for code, field_ in fields:
        if field_.public and not field_.generated:
            found.setdefault(simple(code), (code,))
    for code, field_ in fields:
        if field_.public and not field_.generated:
            found.setdefault(simple(field_.label), (code,))
    for code, _ in fields:
        found.setdefault(simple(code), (code,))
    if geography.latitude and geography.longitude:
        for column in _LATITUDES:
            found.setdefault(column, (geography.latitude,))
        for column in _LONGITUDES:
            found.setdefault(column, (geography.longitude,))
    return found
