"""Notices for tests, through the same door as all others."""

from collections.abc import Mapping
from typing import Any

from pop.accounts.permissions import Actor, Deed, Kind, Role
from pop.changes import applying, planning
from pop.changes.planning import Origin
from pop.changes.rows import Report, Row
from pop.search.upkeep import indexer

MINISTRY = Origin(Actor(Kind.MINISTRY, "test"), Deed.MINISTRY_COPY, "notices of a test")
OPERATOR = Actor(Kind.OPERATOR, "opérateur", roles=frozenset({Role.ADMINISTRATOR}))


def load_rows(base: str, *notices: Mapping[str, Any], index: bool = False) -> Report:
    """Plan and apply notices given as values, their REF included."""
    rows = [
        Row(number, base, notice["REF"], {c: v for c, v in notice.items() if c != "REF"})
        for number, notice in enumerate(notices, 2)
    ]
    batch = planning.open_batch(MINISTRY)
    report = planning.plan(batch, MINISTRY, rows)
    applying.apply(batch)
    if index:
        indexer.drain()
    return report
