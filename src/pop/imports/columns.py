"""Headers of a file → fields of a base, and the base recognised from its headers.

Names are compared without case, accents, spaces, « - » or « _ »: field codes, human column
names of the ministry's open data, or labels.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pop.model import catalogue
from pop.model.schema import Base
from pop.model.values.folding import fold
from pop.notices.producers import first_producers


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a file feeds: a field code, several (a point), or nothing."""

    base: Base
    codes: tuple[tuple[str, ...], ...]
    unknown: tuple[str, ...]


class NotRecognised(Exception):
    """No base can be told from the headers; the message, in French, says what to do."""


def simple(name: str) -> str:
    """A column name reduced to what is compared."""
    return "".join(character for character in fold(name) if character.isalnum())


def recognise(
    header: Sequence[str], base: str | None = None, sample: Sequence[Sequence[str]] = ()
) -> Columns:
    """The columns of a header, for the given base or for the one that it fits best.

    Where several bases fit as well, the references of a few rows tell (PA… is Mérimée, PM…
    Palissy). Raises NotRecognised.
    """
    candidates = [catalogue.base(base)] if base else list(catalogue.bases().values())
    read = [_columns(header, candidate) for candidate in candidates]
    most = max(_known(columns) for columns in read)
    rivals = [columns for columns in read if _known(columns) == most]
    best = max(rivals, key=lambda columns: _references_known(columns, sample))
    if not _has_reference(best):
        raise NotRecognised(
            "Aucune colonne ne porte la référence des notices. Nommez-la REF, Reference ou "
            f"Identifiant. Colonnes lues : {', '.join(header[:12])}."
        )
    told = _references_known(best, sample)
    if sum(_references_known(rival, sample) == told for rival in rivals) > 1:
        raise NotRecognised(
            "Ces colonnes existent dans plusieurs bases : précisez laquelle avec --base "
            f"({', '.join(rival.base.key for rival in rivals)})."
        )
    return best


def _references_known(columns: Columns, sample: Sequence[Sequence[str]]) -> int:
    """How many rows bear a reference of a producer of that base."""
    if not _has_reference(columns):
        return 0
    place = columns.codes.index(("REF",))
    refs = [row[place].strip().upper() for row in sample if len(row) > place]
    return sum(first_producers().has_known_prefix(columns.base.key, ref) for ref in refs)


def _known(columns: Columns) -> int:
    return sum(1 for codes in columns.codes if codes)


def _has_reference(columns: Columns) -> bool:
    return ("REF",) in columns.codes


def _columns(header: Sequence[str], base: Base) -> Columns:
    names = _names(base)
    codes = tuple(
        (name,) if name in base.fields else names.get(simple(name), ()) for name in header
    )
    unknown = tuple(name for name, found in zip(header, codes, strict=True) if not found)
    return Columns(base, codes, unknown)


def _names(base: Base) -> dict[str, tuple[str, ...]]:
    """Every name a column may bear, in simple form.

    Human column names come before codes in another case: « Adresse » is a column of the
    ministry's file, ADRESSE an old field; then labels; what is no longer filled comes last.
    """
    names: dict[str, tuple[str, ...]] = {}
    geography = base.geography
    if geography.latitude and geography.longitude:
        for column in (*geography.columns, "POP_COORDONNEES"):
            names[simple(column)] = (geography.latitude, geography.longitude)
    fields = base.fields.items()
    for code, field in fields:
        for column in field.columns:
            names.setdefault(simple(column), (code,))
    for code, field in fields:
        if field.public and not field.generated:
            names.setdefault(simple(code), (code,))
    for code, field in fields:
        if field.public and not field.generated:
            names.setdefault(simple(field.label), (code,))
    for code, _ in fields:
        names.setdefault(simple(code), (code,))
    return names
