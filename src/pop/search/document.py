"""What the index holds of a notice: words by weight, keys, the values one can filter on.

Only public fields go in: what the public may not read cannot be found either.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from pop.model import catalogue
from pop.model.loading import part_codes
from pop.model.schema import Field, Type
from pop.model.values.registry import TYPES
from pop.search.words import normal

# Weights of the model (1 to 10) fall into four bands, each with its own index field.
BANDS = {"titles": 9, "names": 7, "places": 3, "texts": 0}

# Longer texts hardly ever come twice: remembering them would only fill the memory.
SHORT = 100

_WORDLESS = frozenset(
    {Type.DAY, Type.EMAIL, Type.URL, Type.FILE, Type.NUMBER, Type.YES_NO, Type.RECORD,
     Type.COORDINATES}
)  # fmt: skip
# Names of the place of today, which make facets beside what the notice itself says.
_PLACES = {"@commune": "commune", "@departement": "departement", "@region": "region"}
_KEYED = frozenset({Type.REFERENCE, Type.INVENTORY})


def band(weight: int) -> str:
    """The index field of a weight."""
    return next(name for name, least in BANDS.items() if weight >= least)


def filter_term(key: str, value: str) -> str:
    """How the value of a facet is written in the index: spellings of one thing share it."""
    return f"{key}\x1f{normal(value)}"


def build(base: str, ref: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The document of one notice, its generated values included, as a mapping of lists."""
    texts: dict[str, list[str]] = {name: [] for name in BANDS}
    keys: list[str] = []
    filters: list[str] = []
    # A région or département worked out takes the place of the one that was typed.
    derived = {key for name, key in _PLACES.items() if name in values} - {"commune"}
    for code, field, field_band in _searched(base):
        value = values.get(code)
        if not value:
            continue
        for text in value if isinstance(value, list) else (value,):
            if field_band:
                index = _indexed if len(text) <= SHORT else _indexed.__wrapped__
                indexed_words, indexed_keys = index(field.type, text)
                texts[field_band].append(indexed_words)
                if field.type in _KEYED:
                    keys += indexed_keys
            for key in (field.facet, field.search_key):
                if key and key not in derived:
                    filters.append(_filter_term(key, text))
    for name, key in _PLACES.items():
        if name in values:
            texts["places"].append(_normal(values[name]))
            filters.append(_filter_term(key, values[name]))
    return {
        "base": base,
        "own": list(TYPES[Type.REFERENCE].index(ref).keys),
        "keys": _distinct(keys),
        "filters": _distinct(filters),
        **{name: _distinct(found) for name, found in texts.items()},
    }


def _distinct(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(item for item in items if item))


@lru_cache(maxsize=50_000)
def _indexed(type_: Type, text: str) -> tuple[str, tuple[str, ...]]:
    """The folded words and the keys of one value."""
    indexed = TYPES[type_].index(text)
    return normal(indexed.words), indexed.keys


_normal = lru_cache(maxsize=50_000)(normal)
_filter_term = lru_cache(maxsize=50_000)(filter_term)


@cache
def _searched(base: str) -> tuple[tuple[str, Field, str], ...]:
    """The public fields of a base with the band of their words ("" when not searched)."""
    described = catalogue.base(base)
    titles = {code for line in described.title for code in part_codes(line.compose)}
    found = []
    for code, field in described.fields.items():
        if not field.public:
            continue
        worded = field.searched and field.type not in _WORDLESS and field.generated != "base_name"
        weight = field.weight if field.weight is not None else (9 if code in titles else 1)
        found.append((code, field, band(weight) if worded else ""))
    return tuple(found)
