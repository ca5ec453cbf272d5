"""Who is answerable for a notice: told by the beginning of its reference.

Source: production-2024.md §1.1. `producers.csv` is the first table; an empty prefix is the
default of a base.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


def producer(base: str, ref: str, values: Mapping[str, Any]) -> str:
    """The service answerable for a notice: the longest known prefix of its reference.

    Two special cases of Mémoire come first: the departmental services (UDAP) behind the
    prefix AP, and the archives of the ministry (MPP), known by IDPROD or EMET.
    """
    if base == "memoire":
        service = _text(values.get("IDPROD"))
        if ref.startswith("AP") and service.startswith("Service départemental"):
            return "UDAP"
        if service.startswith("SAP") or _text(values.get("EMET")).startswith("SAP"):
            return "MPP"
    for prefix, name in _prefixes().get(base, ()):
        if ref.startswith(prefix):
            return name
    return "AUTRE"


def has_known_prefix(base: str, ref: str) -> bool:
    """Whether the reference begins as those of a known producer of that base do."""
    return any(prefix and ref.startswith(prefix) for prefix, _ in _prefixes().get(base, ()))


@cache
def _prefixes() -> dict[str, list[tuple[str, str]]]:
    """The first table of producers, longest prefixes first, the default (empty) one last."""
    table: dict[str, list[tuple[str, str]]] = {}
    path = Path(__file__).with_name("producers.csv")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            table.setdefault(row["base"], []).append((row["prefix"], row["producer"]))
    return {base: sorted(rows, key=lambda row: -len(row[0])) for base, rows in table.items()}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
