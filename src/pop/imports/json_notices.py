"""Notices in JSON: one, a list, JSON Lines, the answers of POP's and other APIs, GeoJSON."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pop.changes.rows import Row
from pop.imports import encodings, json_stream, mappings
from pop.imports.columns import recognise
from pop.imports.encodings import Writing
from pop.imports.json_values import JsonFiller
from pop.imports.mappings import Mapped
from pop.imports.packages import Piece
from pop.imports.references import References, bases_told
from pop.imports.refusals import NotATable
from pop.model import catalogue
from pop.model.schema import Base
from pop.model.values.folding import fold
from pop.model.values.typography import quoted


@dataclass(frozen=True, slots=True)
class _Item:
    """One notice as given: its fields, and the index that an API says it comes from."""

    fields: Mapping[str, Any]
    index: str = ""


@dataclass(slots=True)
class _Survey:
    """What a first reading tells: how many notices of each base, and their fields.

    The key "" stands for notices that tell no base.
    """

    count: int = 0
    geojson: bool = False
    mapped: Mapped | None = None
    bases: Counter[str] = field(default_factory=Counter)
    fields: dict[str, dict[str, None]] = field(default_factory=dict)
    fallback: str = ""


class Notices:
    """An opened JSON text of notices."""

    unit = "notice"

    def __init__(self, piece: Piece, writing: Writing, asked: str | None, seen: _Survey) -> None:
        self._piece, self._writing, self._asked, self._seen = piece, writing, asked, seen
        self.name, self.path, self.count = piece.name, piece.path, seen.count
        self.repairs: Counter[str] = Counter()
        self.notes = writing.notes
        self.bases: tuple[Base, ...] = tuple(
            catalogue.base(key) for key, _ in seen.bases.most_common()
        )
        fillers = {key: self._filler(key) for key in seen.fields}
        unknown = [name for key in fillers for name in fillers[key].unknown(seen.fields[key])]
        self.unknown = tuple(dict.fromkeys(unknown))

    @property
    def form(self) -> str:
        """How the file is written, for people."""
        kind, mapped = "GeoJSON" if self._seen.geojson else "JSON", self._seen.mapped
        by = f", correspondance « {mapped.name} »" if mapped else ""
        return f"{kind}, {self._writing.words}{by}"

    def rows(self) -> Iterator[Row]:
        """One row a notice, read as it goes; numbered from 1."""
        self.repairs.clear()
        self.repairs.update(self._writing.repairs)
        fillers: dict[str, JsonFiller] = {}
        for number, item in _items(self._piece, self._writing):
            key = _base_of(item, self._asked, self._seen.mapped) or self._seen.fallback
            if key not in fillers:
                fillers[key] = self._filler(key)
            ref, values = fillers[key].fill(item.fields)
            yield Row(number, key, ref, values)

    def _filler(self, key: str) -> JsonFiller:
        return JsonFiller(catalogue.base(key), self._seen.mapped, self.repairs)


def open_notices(piece: Piece, writing: Writing, base: str | None) -> Notices:
    """Read a JSON text whole, once, to say how it will be read.

    Raises NotATable (no notices), NotRecognised, Unreadable (not well-formed, no references).
    """
    seen, told = _Survey(), _References()
    for number, item in _items(piece, writing):
        if number == 1:
            seen.geojson = "geometry" in item.fields
            seen.mapped = mappings.of(list(item.fields), base)
        seen.count = number
        key = _base_of(item, base, seen.mapped)
        seen.bases[key] += 1
        seen.fields.setdefault(key, {}).update(dict.fromkeys(item.fields))
        if key:
            told.add(number, key, item.fields, seen.mapped)
    if not seen.count:
        raise NotATable("le texte JSON ne contient aucune notice.")
    _settle(seen, base)
    told.refuse()
    return Notices(piece, writing, base, seen)


def _items(piece: Piece, writing: Writing) -> Iterator[tuple[int, _Item]]:
    found = json_stream.items(encodings.chunks(piece, writing))
    for number, one in enumerate(found, 1):
        if not isinstance(one, dict):
            raise NotATable(
                f"notice {number} : {quoted(str(one))} n’est pas une notice "
                "(des champs entre accolades)."
            )
        yield number, _unwrapped(one)


def _unwrapped(one: dict[str, Any]) -> _Item:
    """The fields of a notice, out of what an API or GeoJSON puts around them."""
    if isinstance(one.get("_source"), dict):
        return _Item(one["_source"], str(one.get("_index", "")))
    if one.get("type") == "Feature":
        return _Item({**(one.get("properties") or {}), "geometry": one.get("geometry")})
    if isinstance(one.get("fields"), dict) and ("recordid" in one or "datasetid" in one):
        return _Item(one["fields"])
    return _Item(one)


def _settle(seen: _Survey, asked: str | None) -> None:
    """Give a base to the notices that tell none: that of the others, or of their fields."""
    known = [key for key in seen.bases if key]
    if "" not in seen.bases:
        return
    fields = seen.fields.pop("")
    seen.fallback = known[0] if len(known) == 1 else recognise(list(fields), asked).base.key
    seen.fields.setdefault(seen.fallback, {}).update(fields)
    seen.bases[seen.fallback] += seen.bases.pop("")


class _References:
    """The references of every base of a text as they go by."""

    def __init__(self) -> None:
        self._by_base: dict[str, tuple[References, JsonFiller]] = {}

    def add(self, number: int, key: str, fields: Mapping[str, Any], mapped: Mapped | None) -> None:
        if key not in self._by_base:
            base = catalogue.base(key)
            pair = References(base, "REF", mixed=False), JsonFiller(base, mapped, Counter())
            self._by_base[key] = pair
        told, filler = self._by_base[key]
        told.add(number, filler.reference(fields))

    def refuse(self) -> None:
        for told, _ in self._by_base.values():
            told.refuse("notice")


def _base_of(item: _Item, asked: str | None, mapped: Mapped | None) -> str:
    """The base of a notice: asked, or told by BASE, the index, the reference; else nothing."""
    if asked:
        return catalogue.base(asked).key
    if mapped:
        return mapped.base
    label, ref = item.fields.get("BASE"), item.fields.get("REF")
    told = _base_of_label(label) if isinstance(label, str) and label else ""
    told = told or _base_of_index(item.index)
    if not told and isinstance(ref, str):
        told = next(iter(bases_told(ref.strip().upper()[:5])), "")
    return told


@lru_cache(maxsize=256)
def _base_of_label(label: str) -> str:
    """« Patrimoine mobilier (Palissy) », « base palissy », « Palissy » → palissy."""
    folded = fold(label)
    for key, base in catalogue.bases().items():
        if folded in (fold(base.former_name), fold(base.name), fold(base.short)):
            return key
    words = set("".join(c if c.isalnum() else " " for c in folded).split())
    for key, base in catalogue.bases().items():
        if words & {key, fold(base.short), *base.aliases}:
            return key
    return ""


@lru_cache(maxsize=256)
def _base_of_index(index: str) -> str:
    """« palissy1641337046672 » → palissy."""
    try:
        return catalogue.base(index.rstrip("0123456789-_")).key if index else ""
    except KeyError:
        return ""
