"""Fields of a notice in JSON → values: numbers as texts, arrays kept, nested objects laid flat."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from pop.imports import references
from pop.imports.cells import pieces, treat, worked_out
from pop.imports.columns import codes_of, names
from pop.imports.mappings import Mapped
from pop.imports.points import read_point, without_null_island
from pop.model.schema import Base
from pop.model.values import text

# What the former database added of its own to every document.
_TECHNICAL: Final = frozenset({"_id", "__v"})
_GEOMETRY: Final = "geometry"


class JsonFiller:
    """Fields of JSON into values, for one base."""

    def __init__(self, base: Base, mapped: Mapped | None, repairs: Counter[str]) -> None:
        self._base, self._mapped, self._repairs = base, mapped, repairs
        self._names = names(base)
        self._known: dict[str, tuple[str, ...]] = {}
        self._nested = {code.partition(".")[0] for code in base.fields if "." in code}
        self._skipped = worked_out(base)
        self._lists = {code for code, field in base.fields.items() if field.many}
        geography = base.geography
        self._pair = (geography.latitude or "", geography.longitude or "")

    def unknown(self, given: Iterable[str]) -> list[str]:
        """Of the fields given, those that feed nothing in this base."""
        return [
            name
            for name in given
            if name not in _TECHNICAL and name not in self._nested and not self._codes(name)
        ]

    def reference(self, fields: Mapping[str, Any]) -> str:
        """The reference of a notice as it is given, or nothing."""
        for name, value in fields.items():
            if self._codes(name) == ("REF",):
                return self._text(value)
        return ""

    def fill(self, fields: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """Reference and values of a notice. HISTORIQUE and what is worked out are not read."""
        values: dict[str, Any] = {}
        known, lists = self._known, self._lists
        for name, value in fields.items():
            codes = known.get(name)
            if codes is None:
                codes = self._codes(name)
            if len(codes) == 2:
                if name != _GEOMETRY or _is_point(value):
                    self._locate(values, value)
            elif codes:
                # Most fields of a whole notice are empty: they are worth a road of their own.
                if not value and value is not False and codes[0] not in self._skipped:
                    values.setdefault(codes[0], [] if codes[0] in lists else "")
                else:
                    self._put(values, codes[0], self._treated(name, value))
            elif isinstance(value, dict):
                for inner, part in value.items():
                    code = f"{name}.{inner}"
                    if code in self._base.fields:
                        self._put(values, code, part)
        latitude, longitude = self._pair
        if latitude in values and longitude in values:
            pair = without_null_island(values[latitude], values[longitude])
            values[latitude], values[longitude] = pair
        return references.normal(values.pop("REF", ""), self._base), values

    def _codes(self, name: str) -> tuple[str, ...]:
        """What a field of that name feeds; the shape of a GeoJSON feature is its point."""
        found = self._known.get(name)
        if found is None:
            if self._mapped:
                found = self._mapped.codes(name)
            elif name == _GEOMETRY:
                found = self._pair if all(self._pair) else ()
            else:
                found = codes_of(name, self._base, self._names)
            self._known[name] = found
        return found

    def _put(self, values: dict[str, Any], code: str, value: Any) -> None:
        if code in self._skipped:
            return
        if code in self._lists:
            given = self._listed(value)
            values[code] = [*values[code], *given] if code in values else given
            return
        text = self._joined(value)
        before = values.get(code)
        if before and text and before != text:
            text = f"{before} ; {text}"
        values[code] = text or before or ""

    def _listed(self, value: Any) -> list[str]:
        """The values of a repeated field: an array is kept, a text is cut as in a table."""
        if isinstance(value, list):
            return [each for one in value if (each := self._text(one).strip())]
        return pieces(self._text(value))

    def _joined(self, value: Any) -> str:
        """The value of a field that has one; an array makes one text."""
        if isinstance(value, list):
            return " ; ".join(self._listed(value))
        return self._text(value).strip()

    def _locate(self, values: dict[str, Any], value: Any) -> None:
        """A point as objects, GeoJSON and texts write it; a given one is not replaced by none."""
        latitude, longitude = "", ""
        if isinstance(value, dict):
            inside = {str(key).lower()[:3]: part for key, part in value.items()}
            if _is_point(value):
                longitude, latitude = ([*map(self._text, value["coordinates"]), "", ""])[:2]
            else:
                latitude = self._text(inside.get("lat"))
                longitude = self._text(inside.get("lon", inside.get("lng")))
        elif isinstance(value, list):
            latitude, longitude = ([*map(self._text, value), "", ""])[:2]
        else:
            latitude, longitude = read_point(self._text(value))
        if not values.get(self._pair[0]):
            values[self._pair[0]], values[self._pair[1]] = latitude, longitude

    def _treated(self, name: str, value: Any) -> Any:
        treatment = self._mapped.treatment(name) if self._mapped else None
        return treat(treatment, self._text(value), self._repairs) if treatment else value

    def _text(self, value: Any) -> str:
        """One value as text: numbers come as they were written, « oui » and « non » for bools."""
        match value:
            case str():
                if value.isascii() and value.isprintable():
                    return value
                mended = text.mend(value)
                if mended.repairs:
                    self._repairs.update(mended.repairs)
                return mended.text
            case None:
                return ""
            case bool():
                return "oui" if value else "non"
            case _:
                return json.dumps(value, ensure_ascii=False)


def _is_point(value: Any) -> bool:
    """Whether this is a point of GeoJSON; lines, surfaces and nothing place no notice."""
    return (
        isinstance(value, dict)
        and value.get("type") == "Point"
        and isinstance(value.get("coordinates"), list)
    )
