"""Who is answerable for a notice: told by the beginning of its reference.

Source: production-2024.md §1.1. The table is data that administrators edit; its first content
comes from `producers.csv`, an empty prefix being the default of a base.
"""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pop.model import catalogue

FIRST_TABLE = Path(__file__).with_name("producers.csv")
NAMES = Path(__file__).with_name("producer_names.csv")


class Producers:
    """The table of prefixes, read once for many notices."""

    def __init__(self, rows: Iterator[tuple[str, str, str]]) -> None:
        """Rows are (base, prefix, label of the producer)."""
        table: dict[str, list[tuple[str, str]]] = {}
        for base, prefix, label in rows:
            table.setdefault(base, []).append((prefix, label))
        self._table = {
            base: sorted(prefixes, key=lambda row: -len(row[0])) for base, prefixes in table.items()
        }

    @classmethod
    def stored(cls) -> "Producers":
        """The table as administrators left it."""
        from pop.notices.models import Prefix

        rows = Prefix.objects.values_list("base", "prefix", "producer__label")
        return cls(rows.iterator())

    def of(self, base: str, ref: str, values: Mapping[str, Any]) -> str:
        """The producer of a notice: the longest known prefix of its reference.

        Two special cases of Mémoire come first: the departmental services (UDAP) behind the
        prefix AP, and the archives of the ministry (MPP), known by IDPROD or EMET.
        """
        if base == "memoire":
            service = _text(values.get("IDPROD"))
            if ref.startswith("AP") and service.startswith("Service départemental"):
                return "UDAP"
            if service.startswith("SAP") or _text(values.get("EMET")).startswith("SAP"):
                return "MPP"
        for prefix, label in self._table.get(base, ()):
            if ref.startswith(prefix):
                return label
        return catalogue.base(base).producer or "AUTRE"

    def has_known_prefix(self, base: str, ref: str) -> bool:
        """Whether the reference begins as those of a known producer of that base do."""
        return any(prefix and ref.startswith(prefix) for prefix, _ in self._table.get(base, ()))


@cache
def first_producers() -> Producers:
    """The table as the program ships it: enough to tell the base of a file."""
    return Producers(first_rows())


def first_rows() -> Iterator[tuple[str, str, str]]:
    """The rows of `producers.csv`: base, prefix, label."""
    with FIRST_TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["base"], row["prefix"], row["producer"]


def name(label: str) -> str:
    """What people read for the label of a producer: its name in full when it is an abbreviation
    that we know, the label itself otherwise."""
    return _names().get(label, label)


@cache
def _names() -> Mapping[str, str]:
    with NAMES.open(encoding="utf-8", newline="") as file:
        return {row["label"]: row["name"] for row in csv.DictReader(file)}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
