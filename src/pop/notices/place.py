"""Where a notice is, administratively, in words: derived from INSEE and département, never REG.

What is worked out here bears codes that begin with « @ », which composed lines of the model may
name: @commune, @commune_today (when it is another), @departement (« Aube (10) »), @region.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from pop.model.schema import Geography
from pop.places.folding import fold
from pop.places.geography import Place, derive


def place(geography: Geography, values: Mapping[str, Any]) -> Place:
    """The place of today of these values; parts that nothing tells are None."""
    return _derived(_first(geography.insee, values), _first(geography.departement, values))


def named(geography: Geography, values: Mapping[str, Any]) -> Mapping[str, str]:
    """The derived names that are known, by code."""
    written = next((t for c in geography.commune if (t := _first(c, values))), "")
    return _named(_first(geography.insee, values), _first(geography.departement, values), written)


@lru_cache(maxsize=50_000)
def _named(insee: str, departement: str, written: str) -> Mapping[str, str]:
    found = _derived(insee, departement)
    names: dict[str, str] = {}
    if found.commune:
        names["@commune"] = found.commune.name
        if written and not _same_commune(written, found.commune.name):
            names["@commune_today"] = f"aujourd’hui {found.commune.name}"
    if found.departement:
        names["@departement"] = f"{found.departement.name} ({found.departement.code})"
    if found.region:
        names["@region"] = found.region.name
    return MappingProxyType(names)


@lru_cache(maxsize=50_000)
def _derived(insee: str, departement: str) -> Place:
    return derive(insee, departement)


@lru_cache(maxsize=50_000)
def _same_commune(written: str, name: str) -> bool:
    """Whether two spellings name one commune: « Bastide-de-Besplas (La) », « Paris 7e »."""
    words, expected = (set(re.findall(r"\w+", fold(text))) for text in (written, name))
    return words >= expected


def _first(code: str | None, values: Mapping[str, Any]) -> str:
    value = values.get(code) if code else None
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) else ""
