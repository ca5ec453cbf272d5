"""Base files read into typed objects, with errors that name the file, the base and the field."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml

from pop.model import care_table, rights_table
from pop.model.schema import Base, Composed, Field, Line

# Names worked out from the place of a notice (pop.notices.place), which lines may use.
DERIVED_NAMES = frozenset({"@commune", "@commune_today", "@departement", "@region"})


class ModelError(Exception):
    """A base file that does not say what it should; the message lists every fault found."""


def load_base(path: Path) -> Base:
    """Read one base file.

    Raises ModelError with one line a fault, each naming the file, the base and the field.
    """
    key = path.stem
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_StrictLoader)  # noqa: S506 (a safe loader)
    except yaml.YAMLError as error:
        raise ModelError(f"{path.name}: not YAML: {error}") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("fields"), dict):
        raise ModelError(f"{path.name}: base {key}: a mapping with « fields » is expected")
    faults = []
    for code, content in raw["fields"].items():
        try:
            msgspec.convert({code: content or {}}, dict[str, Field])
        except msgspec.ValidationError as error:
            faults.append(f"{path.name}: base {key}: field {code}: {error}")
        raw["fields"][code] = content or {}
    if faults:
        raise ModelError("\n".join(faults))
    _expand_lines(raw.get("page"))
    try:
        base = msgspec.convert(raw, Base)
    except msgspec.ValidationError as error:
        raise ModelError(f"{path.name}: base {key}: {error}") from error
    faults = [f"{path.name}: base {key}: {fault}" for fault in _incoherences(base, key)]
    if faults:
        raise ModelError("\n".join(faults))
    return base


def load_bases(folder: Path) -> dict[str, Base]:
    """Every base of a folder by key, links between them verified. Raises ModelError."""
    bases: dict[str, Base] = {}
    faults = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            bases[path.stem] = load_base(path)
        except ModelError as error:
            faults.append(str(error))
    if not faults and not bases:
        faults.append(f"{folder}: no base file (*.yaml)")
    faults += _broken_links(bases) if not faults else []
    if faults:
        raise ModelError("\n".join(faults))
    return bases


class _StrictLoader(yaml.CSafeLoader):
    """YAML where a key written twice is an error, not a silent replacement."""


def _mapping_without_twins(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen = set()
    for key_node, _ in node.value:
        if key_node.value in seen:
            raise yaml.constructor.ConstructorError(
                None, None, f"key {key_node.value!r} is written twice", key_node.start_mark
            )
        seen.add(key_node.value)
    return loader.construct_mapping(node, deep=True)


_StrictLoader.add_constructor("tag:yaml.org,2002:map", _mapping_without_twins)


def _expand_lines(page: Any) -> None:
    """Let a line be written as a bare field code."""
    if not isinstance(page, dict):
        return
    holders = [*(page.get("main") or []), *(page.get("about") or [])]
    for holder in holders:
        if isinstance(holder, dict) and isinstance(holder.get("lines"), list):
            holder["lines"] = [_line(line) for line in holder["lines"]]
    if isinstance(page.get("see_also"), list):
        page["see_also"] = [_line(line) for line in page["see_also"]]


def _line(line: Any) -> Any:
    return {"field": line} if isinstance(line, str) else line


def part_codes(parts: Iterable[str]) -> list[str]:
    """The field codes of composed parts, those of this base only (« memoire.COPY » is not)."""
    return [code for part in parts for code in re.split(r"[|() ]+", part) if code]


def _incoherences(base: Base, key: str) -> Iterator[str]:
    if base.key != key:
        yield f"key is « {base.key} », the file is named « {key}.yaml »"
    known = set(base.fields) | DERIVED_NAMES

    def unknown(codes: Iterable[str | None], where: str) -> Iterator[str]:
        for code in codes:
            if code and code not in known:
                yield f"field {code}: named in {where}, not described under fields"

    for code, field in base.fields.items():
        yield from (f"field {code}: {fault}" for fault in _field_faults(field))
        for other in (field.checks.expected_with, field.checks.starts_with):
            yield from unknown([other], f"the checks of {code}")
    for name in ("title", "subtitle", "place_line", "date_line", "card"):
        lines: tuple[Composed, ...] = getattr(base, name)
        yield from unknown((c for line in lines for c in part_codes(line.compose)), name)
    shown: set[str] = set()
    titles = {section.title for section in base.page.main}
    for section in (*base.page.main, *base.page.about):
        for line in section.lines:
            codes = line_codes(line)
            if section in base.page.main:
                shown.update(codes)
            yield from unknown(codes, f"page, section « {section.title} »")
            yield from _line_faults(base, line, section.title)
    yield from unknown((c for line in base.page.see_also for c in line_codes(line)), "see_also")
    for code, field in base.fields.items():
        if field.section and field.section not in titles:
            yield f"field {code}: section « {field.section} » is not on the page"
        if field.section and code in shown:
            yield f"field {code}: has a section and stands in the page too; keep one of the two"
    yield from unknown((link.field for link in base.links), "links")
    yield from unknown((c for group in base.groups for c in group.fields), "groups")
    geography = msgspec.structs.asdict(base.geography)
    del geography["columns"]
    flat = [c for v in geography.values() for c in (v if isinstance(v, tuple) else (v,)) if c]
    yield from unknown(flat, "geography")
    yield from unknown((*base.keeper, base.images, base.rights.statement), "keeper or images")
    rights = (*base.rights.photographer, *base.rights.work_author, *base.rights.credit)
    yield from unknown((c for c in rights if "." not in c), "rights")
    for code in rights:
        if code in base.fields and not base.fields[code].public:
            yield f"field {code}: is printed beside pictures and is not public"
    yield from _rights_faults(base)
    yield from unknown((c for codes in base.care.read.values() for c in codes), "care")
    for kind in base.care.read.keys() - care_table.kinds().keys():
        yield f"care: unknown kind « {kind} »"
    if base.masking:
        yield from unknown((*base.masking.fields, *base.masking.inferred_by), "masking")
        for code in base.masking.fields:
            if code in base.fields and not base.fields[code].confidential:
                yield f"field {code}: masks a place, so it must be confidential"


def _rights_faults(base: Base) -> Iterator[str]:
    for row in base.rights.table:
        if row.field not in base.fields:
            yield f"field {row.field}: named in the table of rights, not described under fields"
        if row.statement not in rights_table.table().statements:
            yield f"field {row.field}: table of rights: unknown statement « {row.statement} »"
        if bool(row.says) == bool(row.anything_but):
            yield f"field {row.field}: table of rights: a row has one of says, anything_but"


def _field_faults(field: Field) -> Iterator[str]:
    if sum((field.confidential, field.staff, field.legacy)) > 1:
        yield "confidential, staff and legacy exclude each other"
    if field.public and field.label.isupper() and len(field.label) < 12 and " " not in field.label:
        yield f"label « {field.label} » looks like a bare code"
    hidden = field.confidential or field.staff or field.legacy
    if hidden and (field.facet or field.open_data or field.section or field.dublin_core):
        yield "is not public, so it can feed no facet, page, open data or crosswalk"
    if field.checks.pattern is not None:
        try:
            re.compile(field.checks.pattern)
        except re.error as error:
            yield f"pattern: {error}"
    for name in field.checks.refuse:
        if getattr(field.checks, name, None) in (None, ()):
            yield f"refuse names « {name} », a check that is not there"


def _line_faults(base: Base, line: Line, title: str) -> Iterator[str]:
    if sum((line.field is not None, bool(line.compose), bool(line.fixed))) != 1:
        yield f"page, section « {title} »: a line is one of field, compose or fixed"
    if (line.compose or line.fixed) and not line.label:
        yield f"page, section « {title} »: a composed or fixed line needs a label"
    for code in line_codes(line):
        field = base.fields.get(code)
        if field and (field.confidential or field.staff or field.legacy):
            yield f"field {code}: stands on the public page and is not public"


def line_codes(line: Line) -> list[str]:
    """The field codes a line shows."""
    return [line.field] if line.field else part_codes(line.compose)


def _broken_links(bases: dict[str, Base]) -> Iterator[str]:
    for base in bases.values():
        for link in base.links:
            where = f"{base.key}.yaml: base {base.key}: field {link.field}: link"
            for target in link.to:
                if target not in bases:
                    yield f"{where} to an unknown base « {target} »"
                elif link.reciprocal and link.reciprocal not in bases[target].fields:
                    yield f"{where}: {target} has no field {link.reciprocal}"
        elsewhere = [*base.images_from]
        elsewhere += base.masking.inferred_by_links_from if base.masking else ()
        rights = (*base.rights.photographer, *base.rights.work_author, *base.rights.credit)
        elsewhere += [c for c in rights if "." in c]
        for name in elsewhere:
            other, _, code = name.partition(".")
            if other not in bases or code not in bases[other].fields:
                yield f"{base.key}.yaml: base {base.key}: {name} is no field of another base"


# Made here, by one thread: several that ask together for the first time find them half made.
_made = msgspec.json.Decoder(tuple[Base, Field])
