"""What a slice reads does not grow with the store nor with the batch: SQLite tells its plans."""

import re
from typing import Any

import pytest
from django.db import connection

from tests.loading import load_rows

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite for its plans"),
]

# A whole table, all that a base or a batch has, or an index made for the occasion.
_FAR = re.compile(r"^SCAN (notices|changes)_|^SCAN [a-z]$|\((base|batch_id)=\?\)|AUTOMATIC")


def test_applying_a_slice_reads_its_own_rows_alone() -> None:
    load_rows("museo", {"REF": "M0001", "NOMOFF": "Musée"})
    asked: dict[str, Any] = {}

    def note(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        if not many:
            asked[sql] = parameters
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(note):
        report = load_rows("joconde", {"REF": "000PE003456", "MUSEO": "M0001", "TITR": "Vue"})
    far = []
    with connection.cursor() as cursor:
        for sql, parameters in asked.items():
            if "notices_" in sql and "FROM changes_planned p" in sql:
                cursor.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)
                far += [(sql, row[3]) for row in cursor.fetchall() if _FAR.search(row[3])]
    assert report.created == 1
    assert far == []
