"""After-images drawn up and staged: what a notice will be, whole, before any lock is taken."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import psycopg
from django.db import connection

from pop.changes.models import Batch, Kind
from pop.model import catalogue
from pop.model.checking import Checker, Finding
from pop.model.values import day
from pop.notices import generated, store
from pop.notices.packing import Values, pack
from pop.notices.producers import Producers
from pop.notices.store import Stored


class Columns(NamedTuple):
    """What the table of notices holds beside the values, drawn from them."""

    flags: str
    producer: str
    created_on: str | None
    updated_on: str | None
    latitude: float | None
    longitude: float | None
    has_image: bool


def columns(
    base: str, ref: str, values: Values, producers: Producers, findings: Iterable[Finding] | Checker
) -> Columns:
    """The columns of a notice of those values; findings, or the checker that finds them."""
    if isinstance(findings, Checker):
        findings = findings.check(values)
    point = generated.point(base, values)
    return Columns(
        flags=" ".join(sorted({finding.flag for finding in findings})),
        producer=producers.of(base, ref, values),
        created_on=_day(values.get("DMIS")),
        updated_on=_day(values.get("DMAJ")),
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        has_image=generated.has_image(base, values),
    )


class Draft(NamedTuple):
    """One row of changes_planned, in the order of its columns."""

    line: int
    base: str
    ref: str
    kind: int
    notice_id: int | None
    version: int
    after: bytes | None
    diff: bytes | None
    flags: str
    producer: str
    created_on: str | None
    updated_on: str | None
    latitude: float | None
    longitude: float | None
    has_image: bool
    digest: bytes | None
    relinks: bool
    note: str


_PLANNED = ("batch_id", "left_out", *Draft._fields)
_LINK = ("batch_id", "notice_id", "field", "ref")

Links = list[tuple[int, str, str]]


class Drafter:
    """Draws up the rows of one batch."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._producers = Producers.stored()
        self._bases = catalogue.bases()
        self._checkers = {key: Checker(base) for key, base in self._bases.items()}

    def check(self, base: str, values: Values) -> list[Finding]:
        """What there is to say of these values."""
        return self._checkers[base].check(values)

    def reference_fault(self, base: str, ref: str) -> Finding | None:
        """Why this reference cannot be taken in, or None."""
        return self._checkers[base].reference(ref)

    def producer(self, base: str, ref: str, values: Values) -> str:
        return self._producers.of(base, ref, values)

    def write(
        self, line: int, notice_id: int, before: Stored | None, key: tuple[str, str],
        after: Values, findings: Iterable[Finding], version: int = 0,
        digest: bytes | None = None,
    ) -> tuple[Draft, Links]:  # fmt: skip
        """A notice created, changed or (with the version of its tombstone) restored.

        `digest`: of the row, when the notice becomes what that row alone makes of it.
        """
        base, ref = key
        old = before.values if before else {}
        links = list(store.references(self._bases[base], after))
        relinks = links != list(store.references(self._bases[base], old))
        kind = Kind.UPDATE if before else (Kind.RESTORE if version else Kind.CREATE)
        draft = Draft(
            line=line,
            base=base,
            ref=ref,
            kind=int(kind),
            notice_id=notice_id,
            version=before.version if before else version,
            after=pack(after),
            diff=pack(store.difference(old, after)) if before or version else None,
            **columns(base, ref, after, self._producers, findings)._asdict(),
            digest=digest,
            relinks=relinks,
            note="",
        )
        return draft, [(notice_id, field, target) for field, target in links] if relinks else []

    @staticmethod
    def delete(line: int, before: Stored) -> Draft:
        """A notice taken away; its revision keeps all it held."""
        diff = {code: [value, None] for code, value in before.values.items()}
        return _bare(line, before.base, before.ref, Kind.DELETE)._replace(
            notice_id=before.id,
            version=before.version,
            diff=pack(diff),
            relinks=bool(list(store.references(catalogue.base(before.base), before.values))),
        )

    @staticmethod
    def refuse(line: int, base: str, ref: str, why: str) -> Draft:
        """A row that will not be applied, and why."""
        return _bare(line, base, ref[:64], Kind.REFUSED)._replace(note=why)

    @staticmethod
    def conflict(line: int, base: str, ref: str, why: str) -> Draft:
        """A row that another change forbids, field by field."""
        return _bare(line, base, ref, Kind.CONFLICT)._replace(note=why)

    def stage(self, drafts: list[Draft], links: Links) -> None:
        """Write drafts and their links. Inside a transaction."""
        number = self._batch.pk
        if drafts:
            _insert("changes_planned", _PLANNED, [(number, False, *draft) for draft in drafts])
        if links:
            _insert("changes_plannedlink", _LINK, [(number, *link) for link in links])


def _insert(table: str, columns: Sequence[str], rows: list[tuple[Any, ...]]) -> None:
    names = ", ".join(columns)
    if connection.vendor == "postgresql":
        with (
            psycopg.Cursor(connection.connection) as raw,
            raw.copy(f"COPY {table} ({names}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)


def _bare(line: int, base: str, ref: str, kind: Kind) -> Draft:
    return Draft(
        line, base, ref, int(kind), None, 0, None, None, "", "", None, None, None, None,
        False, None, False, "",
    )  # fmt: skip


def _day(text: Any) -> str | None:
    found: date | None = day.parse(text) if isinstance(text, str) else None
    return found.isoformat() if found else None
