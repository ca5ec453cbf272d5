"""A file that is not what it seems is refused whole, with the line, the reason, what to do."""

import csv
import gzip
import io
import zipfile
from pathlib import Path

import pytest

from pop.imports import packages
from pop.imports.sources import NotATable, Unreadable, open_source
from tests.imports.conftest import Opened, Written

HEADER = "REF|TICO|DPT|COM|SCLE"
ROWS = [f"PA{number:08}|Église d’Orne|00|Orne|12e siècle" for number in range(1, 1_001)]


def refused(written: Written, *lines: str | bytes, name: str = "f.csv") -> str:
    with pytest.raises(Unreadable) as caught:
        open_source(written(*lines, name=name))
    said = str(caught.value)
    assert said.startswith(f"{name} : ")
    assert said.endswith(".")
    return said


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return held.getvalue()


# -- Something else


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vide"),
        (b" \n\n\t\n", "vide"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "ligne 1 : c’est une page web"),
        (b"\xef\xbb\xbf\n  <html>\n<body>404", "ligne 2 : c’est une page web"),
        (b"<!-- cache --><HTML><head>", "page web"),
        (b"<?xml version='1.0'?><RENABL/>", "document XML"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00[Content_Types].xml", "classeur de tableur"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "classeur"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "classeur de tableur"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"II*\x00\x08\x00\x00\x00", "TIFF"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"{\\rtf1\\ansi}", "traitement de texte"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"7z\xbc\xaf\x27\x1c", "archive 7z"),
        (bytes(range(256)) * 40, "fichier binaire"),
        (b"une seule colonne\nrien\n", "aucun séparateur"),
        (b"Titre;Ville\nMoulin;Sainte-Orne\n", "Nommez-la REF"),
        (b"[]", "aucune notice"),
        (b"[1, 2]", "notice 1 : « 1 » n’est pas une notice"),
    ],
)
@pytest.mark.parametrize("name", ["f.csv", "f.json", "f.xlsx"])
def test_what_is_no_table_says_what_it_is(
    content: bytes, said: str, name: str, written: Written
) -> None:
    assert said in refused(written, content, name=name)


def test_a_folder_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotATable, match="c’est un dossier"):
        open_source(tmp_path)
    with pytest.raises(NotATable, match=r"rien\.csv : ce fichier n’existe pas"):
        open_source(tmp_path / "rien.csv")


# -- Columns that slipped


def test_a_header_that_misses_a_name(written: Written) -> None:
    said = refused(written, "REF|TICO|DPT|COM", *ROWS)
    assert "ligne 2 : 5 colonnes au lieu de 4, et de même pour 1000 lignes sur 1000" in said
    assert "décalées" in said


def test_columns_that_slip_half_way(written: Written) -> None:
    slipped = [row.replace("|00", "||00") for row in ROWS[500:520]]
    assert "ligne 502 : 6 colonnes" in refused(written, HEADER, *ROWS[:500], *slipped)


def test_a_few_odd_rows_in_many_are_kept_and_flagged(opened: Opened) -> None:
    odd = [row + "|de trop" for row in ROWS[:9]]
    rows = list(opened(HEADER, *odd, *ROWS[9:]).rows())
    assert [row.number for row in rows if row.findings] == list(range(2, 11))


def test_a_reference_column_that_holds_no_references(written: Written) -> None:
    rows = [f"Église d’Orne n° {number}|PA{number:08}|00|Orne|" for number in range(50)]
    with pytest.raises(Unreadable) as caught:
        open_source(written(HEADER, *rows), "merimee")
    said = str(caught.value)
    assert "ligne 2 : « Église d’Orne n° 0 » n’est pas une référence de la base" in said
    assert "comme 50 valeurs sur 50 de « REF »" in said


def test_the_wrong_base_is_told_by_references(written: Written) -> None:
    with pytest.raises(Unreadable, match="n’est pas une référence de"):
        open_source(written(HEADER, *ROWS), "museo")


def test_a_download_cut_by_an_error_page(written: Written) -> None:
    page = "<html><head><title>504 Gateway Time-out</title></head></html>"
    assert "ligne 202 : une page web (HTML) interrompt" in refused(
        written, HEADER, *ROWS[:200], page
    )


# -- Quotes that shattered


def quoted_rows() -> list[str]:
    return ["|".join(f'"{cell}"' for cell in row.split("|")) for row in ROWS]


def test_a_table_cut_inside_a_value_names_the_line_where_it_opens(written: Written) -> None:
    rows = [*quoted_rows()[:300], '"PA00000301"|"Église d’Orne']
    said = refused(written, HEADER, *rows)
    assert "ligne 302 : un guillemet ouvert ici n’est pas refermé, jusqu’à la fin" in said


def test_a_quote_that_swallows_a_thousand_lines(written: Written) -> None:
    said = refused(written, HEADER, *quoted_rows()[:9], '"PA00000010"|"Église', *["suite"] * 2_000)
    assert "ligne 11 : un guillemet ouvert ici n’est pas refermé, 1000 lignes plus loin" in said


def test_a_row_cut_inside_a_value_spoils_no_other(opened: Opened) -> None:
    rows = quoted_rows()
    rows[299] = '"PA00000300"|"Église d’Orne'
    read = list(opened(HEADER, *rows).rows())
    assert [row.ref for row in read] == [f"PA{number:08}" for number in range(1, 1_001)]
    assert [row.number for row in read if row.findings] == [301]
    assert read[300].values["TICO"] == "Église d’Orne"


def test_a_quote_forgotten_in_a_row_of_the_right_width_is_a_character(opened: Opened) -> None:
    rows = quoted_rows()
    rows[299] = rows[299].replace('"Église', "Église")
    read = list(opened(HEADER, *rows).rows())
    assert (len(read), read[299].ref) == (1_000, "PA00000300")
    assert read[299].values["TICO"].strip('"') == "Église d’Orne"
    assert read[300].values["TICO"] == "Église d’Orne"


def test_a_value_of_many_lines_is_read_so_long_as_it_is_closed(opened: Opened) -> None:
    text = "\n".join(f"ligne {number}" for number in range(300))
    held = io.StringIO()
    csv.writer(held, delimiter=";", lineterminator="\n").writerows(
        [("REF", "TICO", "HIST"), ("PA00990001", "Église", text), ("PA00990002", "Halle", "")]
    )
    first, second = opened(held.getvalue().encode()).rows()
    assert first.values["HIST"] == text
    assert second.number == 302


# -- Archives


def test_a_zip_gives_each_of_its_tables_and_says_what_it_leaves(written: Written) -> None:
    table = "\n".join([HEADER, *ROWS[:3]]).encode()
    content = zipped(
        a__csv=table,
        b__json=b'[{"REF": "PM00990001", "TICO": "Calice"}]',
        image__jpg=b"\xff\xd8\xff\xe0",
        LISEZMOI__txt=b"Bonjour.\nVoici les notices.\n",
    )
    first, second = open_source(written(content, name="export.zip"))
    assert (first.name, second.name) == ("export.zip › a.csv", "export.zip › b.json")
    assert [len(list(source.rows())) for source in (first, second)] == [3, 1]
    assert len(first.notes) == 2
    assert first.notes[0].startswith("Laissé de côté : export.zip › image.jpg : c’est une image")


def test_one_broken_table_refuses_the_whole_archive(written: Written) -> None:
    good = "\n".join([HEADER, *ROWS]).encode()
    bad = "\n".join(["REF|TICO|DPT|COM", *ROWS]).encode()
    with pytest.raises(Unreadable, match=r"f\.csv › b\.csv : ligne 2 : 5 colonnes"):
        open_source(written(zipped(a__csv=good, b__csv=bad)))


def test_an_archive_cut_short_is_refused(written: Written) -> None:
    content = gzip.compress("\n".join([HEADER, *ROWS]).encode())
    assert "abîmée ou incomplète" in refused(written, content[:-20])
    assert "abîmée ou incomplète" in refused(written, zipped(a__csv=b"REF|TICO\n")[:-30])
    spoilt = bytearray(zipped(a__csv="\n".join([HEADER, *ROWS]).encode()))
    spoilt[200] ^= 0xFF
    with pytest.raises(Unreadable, match="abîmée"):
        open_source(written(bytes(spoilt)))


@pytest.mark.parametrize("kind", ["gzip", "zip"])
def test_a_bomb_is_stopped_before_it_fills_anything(
    kind: str, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packages, "FREE_BYTES", 2**20)
    many = b"REF|TICO\n" + b"0" * 2**24
    content = gzip.compress(many) if kind == "gzip" else zipped(a__csv=many)
    with pytest.raises(Unreadable, match="se déplie sans fin"):
        open_source(written(content))


def test_an_archive_in_an_archive_is_not_opened(written: Written) -> None:
    inner = zipped(a__csv=b"REF|TICO\n")
    assert "dans une autre archive" in refused(written, gzip.compress(inner))
