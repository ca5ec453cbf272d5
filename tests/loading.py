"""Notices for tests, through the same door as all others."""

from collections.abc import Mapping
from typing import Any

from pop.changes import applying, planning
from pop.changes.rows import Report, Row
from pop.search import indexer


def load_rows(base: str, *notices: Mapping[str, Any], index: bool = False) -> Report:
    """Plan and apply notices given as values, their REF included."""
    rows = [
        Row(number, base, notice["REF"], {c: v for c, v in notice.items() if c != "REF"})
        for number, notice in enumerate(notices, 2)
    ]
    batch = planning.open_batch("test", "notices of a test")
    report = planning.plan(batch, rows)
    applying.apply(batch)
    if index:
        indexer.drain()
    return report
