"""Every field of the facts is described, base by base, and nothing else is."""

import csv
from pathlib import Path

import pytest

from pop.model import catalogue

FILES = {
    "joconde": ("joconde", 96),
    "museo": ("museofile", 89),
    "merimee": ("merimee", 134),
    "palissy": ("palissy", 132),
    "memoire": ("memoire", 134),
    "autor": ("autor", 55),
    "mnr": ("rosevalland", 61),
    "enluminures": ("enluminures", 59),
}


@pytest.mark.parametrize("key", FILES)
def test_every_field_is_known(key: str, facts: Path) -> None:
    name, count = FILES[key]
    with (facts / "fields" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    described = catalogue.base(key).fields
    assert set(described) == {row["field"] for row in rows}
    assert len(described) == count
    for row in rows:
        field = described[row["field"]]
        if row["confidential"] == "yes":
            assert not field.public, row["field"]
        if row["type"] == "array":
            assert field.many, row["field"]
        if row["opentheso_id"]:
            assert field.vocabulary is not None
            assert field.vocabulary.opentheso == row["opentheso_id"]


@pytest.mark.parametrize("key", FILES)
def test_every_line_of_the_former_page_is_on_the_page_or_left_out_for_a_reason(
    key: str, facts: Path
) -> None:
    from pop.model.loading import line_codes

    base = catalogue.base(key)
    shown = {link.field for link in base.links}
    for section in (*base.page.main, *base.page.about):
        shown.update(code for line in section.lines for code in line_codes(line))
    shown.update(code for line in base.page.see_also for code in line_codes(line))
    with (facts / "notice-pages.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["base"] == key]
    for row in rows:
        code = row["field_codes"]
        field = base.fields.get(code)
        if field is not None and field.public and row["section"].split(" (")[0] != "Images":
            assert code in shown or code in {"CONTACT", "CONTACT_GENERIQUE"}, code
