"""Every sample picture and document goes in by the command, or is refused for a reason in words."""

import csv
import json
from pathlib import Path

import pytest

from pop.media import originals
from pop.notices import documents, images
from pop.notices.models import Notice
from pop.operations.program import DONE, main
from tests.loading import load_rows

pytestmark = [
    pytest.mark.no_database,
    pytest.mark.django_db,
    pytest.mark.usefixtures("own_index"),
    pytest.mark.real_data,
]

REFUSED = {
    "formats/LICENSE.txt": (
        "ce n’est pas une image connue (JPEG, PNG, TIFF, WebP, GIF, JPEG 2000, BMP, AVIF), "
        "quel que soit son nom"
    ),
}
REF = "PA00990001"


def test_each_file_goes_in_byte_for_byte_or_is_refused_with_its_reason(
    real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = real_data / "images"
    files = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    table = tmp_path / "table.csv"
    with table.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("fichier", "base", "ref"))
        rows.writerows((name, "merimee", REF) for name in files)
    load_rows("merimee", {"REF": REF, "TICO": "Halle"})
    capsys.readouterr()
    assert main(["media", "attach", str(folder), "--table", str(table), "--json"]) == DONE
    said = json.loads(capsys.readouterr().out)
    assert {one["file"]: one["reason"] for one in said["refused"]} == REFUSED
    assert said["unknown"] == []
    assert said["documents"] == 2
    # What is twice there is kept once.
    sums = {name: originals.checksum(path) for name, path in files.items()}
    copies = len(sums) - len(set(sums.values()))
    assert len(said["twice"]) == copies
    assert said["tied"] == len(files) - len(REFUSED) - 2 - copies
    values = Notice.objects.get(ref=REF).values
    kept = {one.file for one in images.of(values)} | {one.file for one in documents.of(values)}
    assert kept == set(sums.values()) - {sums[name] for name in REFUSED}
    assert all(originals.is_sound(name) for name in kept)
    titles = {one.title for one in documents.of(values)}
    assert titles == {"pdf", "pdf-multipage"}
