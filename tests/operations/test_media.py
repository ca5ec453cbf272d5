"""`pop media` ties a folder of pictures to notices through the one door; it is undone as well."""

import json
from pathlib import Path

import pytest
from PIL import Image

from pop.imports.pictures import short_name
from pop.media import originals
from pop.media.models import Picture
from pop.notices import documents, images
from pop.notices.models import Notice
from pop.operations.program import DONE, FAILED, UNUSABLE, main
from pop.search.answers.searching import search
from pop.search.asking.query import Query
from tests.loading import load_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "photos"
    place.mkdir()
    return place


def _picture(path: Path, shade: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (40, 30), (shade, 0, 0)).save(path, "JPEG")


def _shown(ref: str) -> list[str]:
    notice = Notice.objects.get(ref=ref)
    return [image.file for image in images.of(notice.values)]


def _run(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, object]:
    capsys.readouterr()
    assert main(["media", "attach", *map(str, arguments), "--json"]) == DONE
    said = json.loads(capsys.readouterr().out)
    assert isinstance(said, dict)
    return said


def test_pictures_are_tied_by_the_reference_that_their_name_begins_with(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle"})
    load_rows("palissy", {"REF": "PM00990001", "TICO": "Cloche"})
    _picture(folder / "PA00990001_2.jpg", 20)
    _picture(folder / "PA00990001.jpg", 10)
    _picture(folder / "sous-dossier" / "pm00990001 (3).JPG", 30)
    _picture(folder / "PA00990001-b.jpg", 10)
    _picture(folder / "vacances.jpg", 40)
    (folder / "PA00990001_9.jpg").write_bytes(b"%PDF-1.7")
    said = _run(capsys, folder)
    assert said["tied"] == 3
    assert said["unknown"] == ["vacances.jpg"]
    assert said["twice"] == ["PA00990001.jpg"]
    assert [one["file"] for one in said["refused"]] == ["PA00990001_9.jpg"]  # type: ignore[attr-defined]
    assert _shown("PA00990001") == [
        originals.checksum(folder / "PA00990001-b.jpg"),
        originals.checksum(folder / "PA00990001_2.jpg"),
    ]
    assert len(_shown("PM00990001")) == 1
    with originals.open(_shown("PM00990001")[0]) as kept:
        assert kept.read(3) == b"\xff\xd8\xff"
    # The same folder again ties nothing more.
    again = _run(capsys, folder)
    assert (again["tied"], len(again["twice"])) == (0, 4)  # type: ignore[arg-type]
    # Undone like any other batch.
    assert main(["undo", str(said["batch"])]) == DONE
    assert _shown("PA00990001") == []


def test_a_trial_ties_and_keeps_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle"})
    _picture(folder / "PA00990001.jpg", 10)
    assert _run(capsys, folder, "--dry-run")["tied"] == 1
    assert _shown("PA00990001") == []
    assert list(originals.held()) == []


def test_a_table_says_which_picture_is_of_which_notice(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle"})
    _picture(folder / "a.jpg", 10)
    _picture(folder / "b" / "c.jpg", 20)
    _picture(folder / "d.jpg", 30)
    table = folder / "table.csv"
    table.write_text(
        "fichier;base;ref\na.jpg;merimee;PA00990001\nb/c.jpg;merimee;pa00990001\n"
        "d.jpg;merimee;PA00990404\n"
    )
    said = _run(capsys, folder, "--table", table)
    assert (said["tied"], said["unknown"]) == (2, ["d.jpg"])


@pytest.mark.parametrize(
    ("text", "message"),
    [("nom;base\n", "fichier, ref"), ("fichier;base;ref\na.jpg;rien;1\n", "ligne 2")],
)
def test_a_table_that_cannot_be_used_says_why(
    text: str, message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = folder / "table.csv"
    table.write_text(text)
    assert main(["media", "attach", str(folder), "--table", str(table)]) == UNUSABLE
    assert message in capsys.readouterr().err


def test_the_names_that_notices_cite_tie_pictures_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load_rows("joconde", {"REF": "09940004427", "TITR": "Barque", "IMG": ["joconde/x/0016630.jpg"]})
    _picture(folder / "M016183_0016630_P.JPG", 10)
    assert _run(capsys, folder, "--names", "joconde")["tied"] == 1
    assert len(_shown("09940004427")) == 1


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("M016183_0016630_P.JPG", "0016630.jpg"),
        ("dossier/M016183_0016630.jpg", "0016630.jpg"),
        ("C:\\images\\0016630.JPG", "0016630.jpg"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_what_a_file_says_is_taken_when_the_notice_says_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle"})
    load_rows("joconde", {"REF": "09940004427", "TITR": "Barque", "PHOT": "Musée d’Orgelet"})
    exif = Image.Exif()
    exif[0x013B], exif[0x010E] = "Lestrange", "Vue du port"
    exif.get_ifd(0x8769)[0x9003] = "1953:04:22 10:00:00"
    for name in ("PA00990001.jpg", "09940004427.jpg"):
        Image.new("RGB", (40, 30)).save(folder / name, exif=exif)
    assert _run(capsys, folder)["tied"] == 2
    (said,) = images.of(Notice.objects.get(ref="PA00990001").values)
    assert (said.credit, said.caption, said.date) == ("Lestrange", "Vue du port", "1953-04-22")
    (other,) = images.of(Notice.objects.get(ref="09940004427").values)
    assert (other.credit, other.caption) == ("", "Vue du port")


def test_a_pdf_becomes_an_internal_document(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle"})
    whole = b"%PDF-1.7 a plan startxref 0 %%EOF"
    (folder / "PA00990001.pdf").write_bytes(whole)
    (folder / "PA00990001_plan.pdf").write_bytes(whole + b"\n")
    (folder / "PA00990001_2.pdf").write_bytes(whole)
    said = _run(capsys, folder)
    assert (said["tied"], said["documents"], said["twice"]) == (0, 2, ["PA00990001_2.pdf"])
    notice = Notice.objects.get(ref="PA00990001")
    first, second = documents.of(notice.values)
    assert (first.title, first.size, first.public) == ("", len(whole), False)
    assert (second.title, second.public) == ("PA00990001_plan", False)
    assert not notice.has_image
    with originals.open(first.file) as kept:
        assert kept.read() == whole
    assert main(["undo", str(said["batch"])]) == DONE
    assert documents.CODE not in Notice.objects.get(ref="PA00990001").values


def test_a_store_that_does_not_answer_leaves_nothing_planned(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle"})
    _picture(folder / "PA00990001.jpg", 10)

    def refuse(_: Path) -> str:
        raise originals.Failed("le dépôt S3 ne répond pas")

    monkeypatch.setattr(originals, "keep", refuse)
    assert main(["media", "attach", str(folder)]) == UNUSABLE
    assert "rien n’est rattaché : le dépôt S3 ne répond pas" in capsys.readouterr().err
    assert _shown("PA00990001") == []


@pytest.mark.parametrize("which", [[], ["--sample", "5"], ["--daily"]])
def test_a_damaged_original_is_found(
    which: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _picture(folder / "a.jpg", 10)
    kept = originals.keep(folder / "a.jpg")
    assert main(["media", "check"]) == DONE
    originals.local(kept).write_bytes(b"something else")
    assert main(["media", "check", *which]) == FAILED
    assert kept in capsys.readouterr().out
    assert main(["status"]) == DONE
    assert "abîmés : 1" in capsys.readouterr().out


def test_an_original_that_cannot_be_deleted_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle"})
    _picture(folder / "PA00990001.jpg", 10)
    _run(capsys, folder)
    (checksum,) = _shown("PA00990001")
    asked = ["expurge", "--image", checksum, "--reason", "droit à l’image"]

    def refuse(_: str) -> None:
        raise originals.Failed("le dépôt S3 refuse : Access Denied")

    with monkeypatch.context() as patch:
        patch.setattr("pop.changes.expurging_images.removers", [refuse])
        assert main(asked) == UNUSABLE
    assert "son original est encore là" in capsys.readouterr().err
    assert _shown("PA00990001") == []
    # Done again, it finishes.
    assert main(asked) == DONE
    assert not originals.has(checksum)


def test_what_was_attached_is_known_by_its_colours(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle"})
    _picture(folder / "PA00990001.jpg", 200)
    _run(capsys, folder, "--dry-run")
    assert not Picture.objects.exists()
    _run(capsys, folder)
    row = Picture.objects.get()
    assert (row.pk, row.width, row.height) == (_shown("PA00990001")[0], 40, 30)
    assert row.colors == "rouge"
    assert search(Query(filters=(("couleur", "rouge"),))).total == 1


def _ask(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    capsys.readouterr()
    assert main(["media", *arguments, "--json"]) == DONE
    said = json.loads(capsys.readouterr().out)
    assert isinstance(said, dict)
    return said


def test_pictures_are_looked_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle"})
    _picture(folder / "PA00990001.jpg", 200)
    _picture(folder / "PA00990001_2.jpg", 100)
    _run(capsys, folder)
    assert _ask(capsys, "looks") == {"looked": 0, "failed": 0, "compared": 2}
    Picture.objects.all().delete()
    originals.local(_shown("PA00990001")[1]).write_bytes(b"not a picture any more")
    assert _ask(capsys, "looks") == {"looked": 1, "failed": 1, "compared": 1}
    assert _ask(capsys, "looks") == {"looked": 0, "failed": 1, "compared": 1}


def test_pictures_nearly_the_same_are_told_with_their_notices(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refs = ("PA00990001", "PA00990002", "PA00990003")
    load_rows("merimee", *({"REF": ref, "TICO": "Halle"} for ref in refs))
    noise = Image.effect_noise((400, 300), 90).resize((900, 700))
    noise.convert("RGB").save(folder / "PA00990001.jpg", quality=90)
    noise.convert("RGB").resize((450, 350)).save(folder / "PA00990002.jpg", quality=60)
    Image.effect_noise((400, 300), 90).convert("RGB").save(folder / "PA00990003.jpg")
    _run(capsys, folder)
    said = _ask(capsys, "duplicates")
    assert isinstance(said["groups"], list)
    [group] = said["groups"]
    found = [notice["ref"] for one in group for notice in one["notices"]]
    assert sorted(found) == ["PA00990001", "PA00990002"]
    assert main(["media", "duplicates"]) == DONE
    assert "presque identiques : 1" in capsys.readouterr().out
