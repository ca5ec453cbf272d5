"""Notices read in bulk for what only reads them (the index): tuples, a fifth of a model object."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from django.db.models import Case, F, QuerySet, Value, When

from pop.model import catalogue
from pop.notices.models import Notice
from pop.notices.packing import PackedField, Values


class Row(NamedTuple):
    """A notice, as `Notice` names its columns."""

    pk: int
    base: str
    ref: str
    producer: str
    updated_on: date | None
    latitude: float | None
    longitude: float | None
    has_image: bool
    values: Values


_COLUMNS = ("pk", "base", "ref", "producer", "updated_on", "latitude", "longitude", "has_image")


def rows(found: QuerySet[Notice]) -> Iterator[Row]:
    """Those notices, in the order of the query."""
    return map(Row._make, found.values_list(*_COLUMNS, "values"))


def neighbours(found: QuerySet[Notice]) -> Iterator[Row]:
    """Those notices as their neighbours see them: values only where something hangs on them.

    A museum gives its place to its works, a masked object hides its links, a photograph has its
    rights; nothing else is asked of the values of another notice, and unpacking them is most of
    the cost.
    """
    told = Case(
        When(base__in=_telling(), then=F("values")),
        default=Value(None, output_field=PackedField()),
        output_field=PackedField(),
    )
    for row in found.values_list(*_COLUMNS, told):
        yield Row._make((*row[:-1], row[-1] or {}))


@cache
def _telling() -> tuple[str, ...]:
    bases = catalogue.bases().values()
    return tuple(base.key for base in bases if base.masking or base.key in ("museo", "memoire"))
