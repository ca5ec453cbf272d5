"""The whole report of a load in a file: every warning, every refusal, not examples of them.

What is said of rows is kept on disk while they are planned: a file may have millions of them.
"""

import csv
import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import msgspec

from pop.changes.rows import Row
from pop.model.checking import Finding

REFUSAL = ""
"""What stands for a flag in what refuses a row."""


class Said(NamedTuple):
    """One thing said of one row: a warning with its flag and field, or a refusal."""

    line: int
    ref: str
    flag: str
    field: str
    message: str


class Spool:
    """What is said of the rows of each source, in order, on disk."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (closed by __exit__)
        # Where what is said of each source begins.
        self._starts: list[int] = []

    def __enter__(self) -> "Spool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._file.close()

    def begin(self) -> None:
        """What comes now is of the next source."""
        self._starts.append(self._file.tell())

    def forget(self) -> None:
        """Nothing of the source just begun stays: it proved unreadable."""
        self._file.seek(self._starts[-1])
        self._file.truncate()

    def add(self, row: Row, findings: Sequence[Finding], refusal: str) -> None:
        """Keep what is said of one row."""
        said = [Said(row.number, row.ref, f.flag, f.field, f.message) for f in findings]
        if refusal:
            said.append(Said(row.number, row.ref, REFUSAL, "REF", refusal))
        for one in said:
            self._file.write(msgspec.json.encode(one) + b"\n")

    def of(self, source: int) -> Iterator[Said]:
        """What was said of the source of that rank."""
        ends = [*self._starts[1:], None]
        self._file.seek(self._starts[source])
        while self._file.tell() != ends[source] and (line := self._file.readline()):
            yield Said(*msgspec.json.decode(line))
        self._file.seek(0, 2)


def write_report(path: Path, answers: Sequence[dict[str, Any]], spool: Spool) -> None:
    """The report in a file: JSON, or CSV that French spreadsheets open. Raises OSError.

    `spool` holds what was said of the source of each answer, in the same order.
    """
    if path.suffix.lower() == ".json":
        _write_json(path, answers, spool)
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(("fichier", "nature", "ligne", "référence", "champ", "nombre", "message"))
        for rank, answer in enumerate(answers):
            for line in _lines(answer, spool.of(rank)):
                writer.writerow(map(_inert, (answer["file"], *line)))


def _write_json(path: Path, answers: Sequence[dict[str, Any]], spool: Spool) -> None:
    """The answers, each with all its refusals and warnings, one a line."""
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for rank, answer in enumerate(answers):
            whole = {**answer, "refused": [], "findings": []}
            refused = ({"line": s.line, "ref": s.ref, "reason": s.message}
                       for s in spool.of(rank) if s.flag == REFUSAL)  # fmt: skip
            findings = (s._asdict() for s in spool.of(rank) if s.flag != REFUSAL)
            streamed = {"refused": refused, "findings": findings}
            file.write(",\n" if rank else "\n")
            for place, (name, value) in enumerate(whole.items()):
                file.write(f"{', ' if place else '{'}{json.dumps(name)}: ")
                if name not in streamed:
                    file.write(json.dumps(value, ensure_ascii=False))
                    continue
                file.write("[")
                for number, one in enumerate(streamed[name]):
                    file.write(("," if number else "") + "\n" + json.dumps(one, ensure_ascii=False))
                file.write("]")
            file.write("}")
        file.write("\n]\n")


def _inert(cell: Any) -> Any:
    """A text that no spreadsheet takes for a formula: it may come from anybody's file."""
    dangerous = isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{cell}" if dangerous else cell


def _lines(answer: dict[str, Any], said: Iterator[Said]) -> Iterator[tuple[Any, ...]]:
    if "error" in answer:
        yield "fichier refusé", "", "", "", "", answer["error"]
        return
    words = {
        "rows": "lues", "created": "créées", "updated": "modifiées", "unchanged": "inchangées",
    }  # fmt: skip
    for key, word in words.items():
        yield "bilan", "", "", "", answer[key], word
    yield "bilan", "", "", "", answer["refusals"], "refusées"
    for note in answer["notes"]:
        yield "remarque", "", "", "", "", note
    for name in answer["unknown_columns"]:
        yield "colonne non reprise", "", "", "", "", name
    for repair, count in answer["repairs"].items():
        yield "réparation", "", "", "", count, repair
    for flag, group in answer["warnings"].items():
        yield "bilan des avertissements", "", "", group["field"], group["count"], flag
    for one in said:
        nature = f"avertissement {one.flag}" if one.flag != REFUSAL else "refus"
        yield nature, one.line, one.ref, one.field, "", one.message
