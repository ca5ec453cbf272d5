"""What each main page asks of the database, statement by statement, is what it was last time.

After a change that is wanted: RENEW=1 pytest tests/diffusion/test_sql.py, then read the difference.
"""

import os
import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.loading import load_rows

pytestmark = pytest.mark.django_db
KEPT = Path(__file__).parent / "sql"
PAGES = {
    "home": "/",
    "results": "/recherche?q=halle",
    "results-as-table": "/recherche?q=halle&vue=tableau",
    "facet": "/recherche/filtre/denomination?q=halle",
    "advanced-search": "/recherche-avancee?criteres=merimee.TICO+contient+%22halle%22",
    "notice": "/notice/merimee/PA00990001",
    "notice-found": "/notice/merimee/PA00990001?q=halle&rang=1",
    "notice-of-a-museum": "/notice/museo/M9901",
    "notice-as-json": "/notice/merimee/PA00990001.json",
    "notice-as-pdf": "/notice/merimee/PA00990001.pdf",
    "manifest": "/iiif/merimee/PA00990001/manifest.json",
    "collection": "/iiif/collection/recherche?q=halle",
    "collection-part": "/iiif/collection/recherche?q=halle&page=1",
    "basket": "/panier",
    "producers": "/producteurs",
    "museums": "/musees",
    "statistics": "/statistiques",
    "report": "/signaler/merimee/PA00990001",
}


@pytest.fixture(scope="module", autouse=True)
def _some_notices(own_platform: None) -> None:
    load_rows("museo", {"REF": "M9901", "NOMOFF": "Musée de la halle", "VILLE_M": "Brest"})
    load_rows("joconde", {"REF": "09940004427", "TITR": "La halle", "MUSEO": "M9901"})
    picture = {"file": "ab" * 32, "width": 30, "height": 20}
    load_rows(
        "memoire",
        {"REF": "AP00000001", "LEG": "Halle", "LBASE": ["PA00990001"], "POP_IMAGES": [picture]},
    )
    load_rows("palissy", {"REF": "PM00990001", "TICO": "Cloche", "REFA": ["PA00990001"]})
    load_rows(
        "merimee",
        {"REF": "PA00990001", "TICO": "Halle", "DENO": ["halle"], "REFP": ["PA00990002"]},
        {"REF": "PA00990002", "TICO": "Halle aux grains", "REFE": ["PA00990001"]},
        index=True,
    )


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_what_it_asked(name: str, client: Client) -> None:
    client.post("/panier", {"ajouter": ["merimee/PA00990001", "joconde/09940004427"]})
    # What is remembered of a state of the index is counted by the first visit.
    client.get(PAGES[name])
    with CaptureQueriesContext(connection) as asked:
        assert client.get(PAGES[name]).status_code == 200
    said = [_bare(query["sql"]) for query in asked]
    kept = KEPT / f"{name}.txt"
    if os.environ.get("RENEW"):
        kept.write_text("".join(f"{statement}\n" for statement in said))
    expected = kept.read_text().splitlines()
    if connection.vendor == "sqlite":
        assert said == expected
    else:
        # The same questions, which PostgreSQL is asked in words of its own.
        assert len(said) == len(expected)


def _bare(sql: str) -> str:
    """A statement without its columns and values."""
    sql = re.sub(r"'(?:[^']|'')*'", "?", sql)
    sql = re.sub(r"(?<![\w\".])-?\d+\b", "?", sql)
    sql = re.sub(r"SELECT .*? FROM", "SELECT … FROM", sql, count=1)
    sql = re.sub(r"\((?:\?(?:::\w+)?(?:, )?)+\)", "(…)", sql)
    return " ".join(sql.split())
