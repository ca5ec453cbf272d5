"""Files as institutions send them: separators, encodings, quotes, columns."""

from pathlib import Path

import pytest

from pop.imports.columns import NotRecognised, recognise
from pop.imports.delimited import Unreadable, examine
from pop.imports.tables import open_table

HEADER = "REF|TICO|DPT|COM|SCLE"
ROW = "PA00990001|Église d’Orne|00|Orne|12e siècle ; 13e siècle"


def written(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(("\n".join(lines) + "\n").encode(encoding))
    return path


@pytest.mark.parametrize("separator", ["|", ";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separator_and_encoding_are_found_out(
    separator: str, encoding: str, tmp_path: Path
) -> None:
    quoted = ROW.replace("12e siècle ; 13e siècle", '"12e siècle ; 13e siècle"')
    row = (quoted if separator in ";," else ROW).replace("|", separator)
    path = written(tmp_path / "f.csv", HEADER.replace("|", separator), row, encoding=encoding)
    [found] = open_table(path).rows()
    assert found.ref == "PA00990001"
    assert found.values["TICO"] == "Église d’Orne"
    assert found.values["SCLE"] == ["12e siècle", "13e siècle"]


def test_latin_1_without_cp1252_characters_is_read_right(tmp_path: Path) -> None:
    path = written(tmp_path / "f.csv", HEADER, "PA1|Église|00|Orne|", encoding="latin-1")
    assert next(iter(open_table(path).rows())).values["TICO"] == "Église"


def test_a_quote_inside_an_unquoted_value_is_a_character_of_the_title(tmp_path: Path) -> None:
    path = written(
        tmp_path / "f.csv",
        HEADER,
        'PA1|"La Pierre-au-Coq", menhir|00|Orne|',
        'PA2|Menhir dit "la Pierre"|00|Orne|',
    )
    titles = [row.values["TICO"] for row in open_table(path).rows()]
    assert titles == ['"La Pierre-au-Coq", menhir', 'Menhir dit "la Pierre"']


def test_quoted_values_may_hold_the_separator_and_line_breaks(tmp_path: Path) -> None:
    path = written(
        tmp_path / "f.csv",
        "Identifiant|Nom_officiel|Ville|Coordonnees",
        '"M9901"|"musée | des orges"|"Orne\nValserine"|"45.5, 4.5"',
        '"M9902"|"musée ""neuf"""|""|""',
    )
    table = open_table(path)
    assert table.columns.base.key == "museo"
    first, second = table.rows()
    assert first.values["NOMOFF"] == "musée | des orges"
    assert first.values["POP_COORDONNEES.lat"] == "45.5"
    assert first.values["POP_COORDONNEES.lon"] == "4.5"
    assert second.values["NOMOFF"] == 'musée "neuf"'
    assert second.number == 4


def test_characters_of_windows_read_as_latin_1_are_mended_and_counted(tmp_path: Path) -> None:
    path = written(tmp_path / "f.csv", HEADER, "PA1|L\x92église|00|Orne|")
    table = open_table(path)
    [row] = table.rows()
    assert row.values["TICO"] == "L’église"
    assert sum(table.repairs.values()) == 1


def test_columns_are_known_by_code_human_name_or_label_in_any_spelling() -> None:
    header = ["référence", "Titre_editorial_de_la_notice", "tico", "HISTORIQUE", "Commune", "Rien"]
    columns = recognise(header, "merimee")
    assert columns.codes[0] == ("REF",)
    assert columns.codes[1] == columns.codes[2] == ("TICO",)
    assert columns.unknown == ("Rien",)


def test_the_ministrys_adresse_and_historique_are_not_old_fields() -> None:
    columns = recognise(["Identifiant", "Adresse", "Histoire", "Refmer"], "museo")
    assert columns.codes == (("REF",), ("ADRL1_M",), ("HIST",), ("REFMER",))
    assert recognise(["REF", "Historique"], "merimee").codes[1] == ("HIST",)


def test_a_file_without_a_reference_is_refused_with_what_to_do() -> None:
    with pytest.raises(NotRecognised, match="Nommez-la REF"):
        recognise(["Titre", "Ville"])


def test_columns_of_several_bases_ask_for_the_base() -> None:
    with pytest.raises(NotRecognised, match="--base"):
        recognise(["REF", "CONTACT"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vide"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "pas un tableau"),
        (b"PK\x03\x04\x00\x00\x00", "binaire"),
        (b"une seule colonne\nrien\n", "aucun séparateur"),
    ],
)
def test_a_file_that_is_no_table_says_so(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=said):
        examine(path)


def test_a_row_too_long_or_too_short_is_kept_and_said(tmp_path: Path) -> None:
    path = written(tmp_path / "f.csv", HEADER, "PA1|Titre|00", ROW)
    short, whole = open_table(path).rows()
    assert "ligne 2" in short.findings[0].message.lower()
    assert short.values["TICO"] == "Titre"
    assert whole.findings == ()


def test_what_the_platform_works_out_is_not_taken_from_a_file(tmp_path: Path) -> None:
    path = written(tmp_path / "f.csv", "REF|TICO|DPT|PRODUCTEUR|POP_FLAGS", "PA1|Titre|00|Moi|RIEN")
    [row] = open_table(path, "merimee").rows()
    assert set(row.values) == {"TICO", "DPT"}
