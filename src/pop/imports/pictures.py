"""A folder of pictures tied to notices: by reference, by the names that notices give, by a table.

What is tied becomes rows of a batch like any other: the pictures are added after those that the
notice has, in the order of the names of files; what a file says of itself is taken when the notice
says nothing. A PDF becomes a document of the notice, that nobody sees until it is declared public.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from pop.changes.gate import writing
from pop.changes.rows import Row
from pop.imports.refusals import Unreadable
from pop.media import originals
from pop.media import pictures as kept
from pop.media.inspecting import Inspected, Inspector
from pop.media.seen import Seen
from pop.model import catalogue
from pop.notices import documents, images, reading
from pop.notices.documents import Document
from pop.notices.images import Image
from pop.notices.models import Notice
from pop.notices.store import texts

COLUMNS = ("fichier", "base", "ref")
AT_ONCE = 500
# What people add to a reference to tell the views of one thing: « _2 », « -b », « (3) ».
_VIEW = re.compile(r"(?:[ _-](?:\d{1,3}|[A-Za-z])|[ _]?\(\d{1,3}\))$")

Key = tuple[str, str]


@dataclass(slots=True)
class Attached:
    """What became of the files of a folder."""

    tied: int = 0
    documents: int = 0
    unknown: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    refused: list[dict[str, str]] = field(default_factory=list)


def files(folder: Path) -> list[Path]:
    """The files of a folder and of those in it, by name; hidden ones are left aside."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [path for path in found if not path.name.startswith((".", "Thumbs.db"))]


def by_reference(paths: Iterable[Path]) -> dict[Path, Key]:
    """The notice whose reference a name is, or begins with; nothing when two bases have it."""
    candidates = {path: list(_references(path.stem)) for path in paths}
    asked = sorted({ref for refs in candidates.values() for ref in refs})
    known: dict[str, list[Key]] = {}
    for start in range(0, len(asked), AT_ONCE):
        found = Notice.objects.filter(
            ref__in=asked[start : start + AT_ONCE], base__in=catalogue.bases()
        )
        for base, ref in found.values_list("base", "ref"):
            known.setdefault(ref, []).append((base, ref))
    tied = {}
    for path, refs in candidates.items():
        notices = next((known[ref] for ref in refs if ref in known), [])
        if len(notices) == 1:
            tied[path] = notices[0]
    return tied


def by_names(paths: Iterable[Path], base: str) -> dict[Path, Key]:
    """The notice of that base whose field of images names the file, by the rule of the former
    imports (production-2024.md §2.2); nothing when two notices name it."""
    code = catalogue.base(base).images
    wanted = {short_name(path.name): path for path in paths}
    named: dict[Path, set[Key]] = {}
    if code is None:
        return {}
    rows = Notice.objects.filter(base=base).only("base", "ref", "values").order_by("pk")
    for notice in rows.iterator(chunk_size=2000):
        for text in texts(notice.values.get(code)):
            for item in text.split(";"):
                path = wanted.get(short_name(item.partition(",")[0].strip()))
                if path is not None:
                    named.setdefault(path, set()).add((notice.base, notice.ref))
    return {path: next(iter(keys)) for path, keys in named.items() if len(keys) == 1}


def by_table(paths: Iterable[Path], table: Path, folder: Path) -> dict[Path, Key]:
    """The notices that a table gives: columns fichier, base, ref. Raises Unreadable."""
    asked: dict[str, Key] = {}
    try:
        text = table.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(
            f"{table.name} ne se lit pas : un CSV en UTF-8 est attendu ({error})."
        ) from None
    sample = text.partition("\n")[0]
    rows = csv.DictReader(text.splitlines(), delimiter=";" if ";" in sample else ",")
    if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
        raise Unreadable(
            f"{table.name} n’a pas de colonne {', '.join(missing)} ; il faut "
            f"{', '.join(COLUMNS)} sur la première ligne."
        )
    for row in rows:
        try:
            base = catalogue.base((row["base"] or "").strip()).key
        except KeyError:
            known = ", ".join(catalogue.bases())
            raise Unreadable(
                f"{table.name}, ligne {rows.line_num} : la base « {row['base']} » n’existe pas ; "
                f"il y a {known}."
            ) from None
        asked[(row["fichier"] or "").strip()] = (base, (row["ref"] or "").strip().upper())
    there = {(n.base, n.ref) for n in _read(list(dict.fromkeys(asked.values())))}
    tied = {}
    for path in paths:
        key = asked.get(path.relative_to(folder).as_posix()) or asked.get(path.name)
        if key in there:
            tied[path] = key
    return tied


def name(path: Path, folder: Path) -> str:
    """What a file is called in reports."""
    return path.relative_to(folder).as_posix()


def short_name(name: str) -> str:
    """« M016183_0016630_P.JPG » is « 0016630.jpg »."""
    path = Path(name.replace("\\", "/"))
    stem = re.sub(r"_\w$", "", path.stem)
    return (re.sub(r"[A-Za-z0-9]+_", "", stem) + path.suffix).lower()


def rows(ties: dict[Path, Key], folder: Path, keep: bool, told: Attached) -> Iterator[Row]:
    """A row for each notice that gains pictures or documents; `told` hears of all the files.

    keep: put the originals among those that are kept; a trial only looks at them.
    """
    by_notice: dict[Key, list[Path]] = {}
    for path, key in sorted(ties.items()):
        by_notice.setdefault(key, []).append(path)
    keys = list(by_notice)
    seen: list[Seen] = []
    with Inspector() as inspector:
        for number, notice in enumerate(_read(keys), 1):
            looked_at = map(inspector.look, by_notice[notice.base, notice.ref])
            values = _gained(notice, looked_at, folder, keep, told, seen)
            if keep and len(seen) >= AT_ONCE:
                _record(seen)
            if values:
                yield Row(number, notice.base, notice.ref, values)
    if keep:
        _record(seen)


def _record(seen: list[Seen]) -> None:
    """Write down what was seen, and forget it here."""
    with writing(), transaction.atomic():
        kept.record(seen)
    seen.clear()


def _read(keys: list[Key]) -> Iterator[Notice]:
    """The notices of those keys, some at a time."""
    for start in range(0, len(keys), AT_ONCE):
        yield from reading.named(keys[start : start + AT_ONCE])


def _gained(
    notice: Notice, looked_at: Iterable[Inspected], folder: Path, keep: bool, told: Attached,
    seen: list[Seen],
) -> dict[str, Any]:  # fmt: skip
    """The lists of pictures and of documents of a notice that are longer now."""
    shown, filed = list(images.of(notice.values)), list(documents.of(notice.values))
    before = len(shown), len(filed)
    held = {image.file for image in shown} | {document.file for document in filed}
    credited = _is_credited(notice)
    for one in looked_at:
        called = name(one.path, folder)
        if one.reason:
            told.refused.append({"file": called, "reason": one.reason})
            continue
        checksum = originals.keep(one.path) if keep else originals.checksum(one.path)
        if checksum in held:
            told.twice.append(called)
            continue
        held.add(checksum)
        if one.kind:
            title = "" if one.path.stem.upper() == notice.ref else one.path.stem
            filed.append(Document(checksum, title, size=one.path.stat().st_size))
        else:
            if one.look:
                seen.append(Seen(checksum, one.width, one.height, one.look))
            shown.append(
                Image(
                    checksum, caption=one.caption, credit="" if credited else one.credit,
                    width=one.width, height=one.height, color=one.color, date=one.date,
                )
            )  # fmt: skip
    told.tied += len(shown) - before[0]
    told.documents += len(filed) - before[1]
    values: dict[str, Any] = {}
    if len(shown) > before[0]:
        values[images.CODE] = images.serialise(shown)
    if len(filed) > before[1]:
        values[documents.CODE] = documents.serialise(filed)
    return values


def _is_credited(notice: Notice) -> bool:
    """Whether the notice itself says whose its pictures are: it is believed before its files."""
    rights = catalogue.base(notice.base).rights
    own = (code for code in (*rights.photographer, *rights.credit) if "." not in code)
    return bool(rights.fixed_credit) or any(notice.values.get(code) for code in own)


def _references(stem: str) -> Iterator[str]:
    """What the reference may be, the whole name first, then without what tells a view."""
    text = stem.strip().upper()
    yield text
    shorter = _VIEW.sub("", text)
    if shorter != text:
        yield shorter
    head = text.partition("_")[0]
    if head not in (text, shorter):
        yield head
