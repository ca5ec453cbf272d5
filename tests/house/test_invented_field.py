"""A field added to one YAML file is on the page, in the dictionary, the search, the checks."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from pop.imports.columns import recognise
from pop.model import catalogue, dictionary
from pop.search.answers.searching import search
from pop.search.asking.query import Query
from pop.search.content import one_value
from tests.loading import load_rows

FIELD = """
  BLASON:
    label: Description des armoiries
    many: true
    section: Description
    checks: {max_length: 40}
    weight: 7
    columns: [Armoiries_de_l_edifice]
"""


def _forget() -> None:
    catalogue.bases.cache_clear()
    dictionary.entries.cache_clear()
    one_value.fields.cache_clear()


@pytest.fixture
def _one_more_field(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "bases"
    shutil.copytree(catalogue.FOLDER, folder)
    file = folder / "merimee.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\nfields:\n", f"\nfields:\n{FIELD}", 1), encoding="utf-8")
    monkeypatch.setenv("POP_MODEL", str(folder))
    monkeypatch.setenv("POP_DATA", str(tmp_path / "data"))
    _forget()
    yield
    monkeypatch.undo()
    _forget()


@pytest.mark.django_db
@pytest.mark.usefixtures("_one_more_field")
def test_one_file_is_enough(client: Client) -> None:
    assert recognise(["REF", "armoiries de l'édifice"], "merimee").codes[1] == ("BLASON",)
    long = "de gueules " * 5
    report = load_rows(
        "merimee",
        {"REF": "PA00990001", "TICO": "Château", "BLASON": ["d’azur au lion d’or", long]},
        index=True,
    )
    html = client.get("/notice/merimee/PA00990001").content.decode()
    assert "Description des armoiries" in html
    assert "D’azur au lion d’or" in html
    entry = client.get("/dictionnaire?q=armoiries").content.decode()
    assert "<code>BLASON</code>" in entry
    assert [notice.ref for notice in search(Query(text="azur lion")).notices] == ["PA00990001"]
    assert report.warnings["BLASON_LENGTH_MAX_40"].count == 1
