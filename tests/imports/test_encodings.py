"""Encodings: found by reading the whole file; nothing is lost without being said."""

import pytest

from pop.imports import encodings
from tests.imports.conftest import Opened

HEADER = "REF|TICO|COM\n"
CLEAN = "".join(f"PA{number:08}|Église d’été|Orne\n" for number in range(1, 40_001))


def titles(content: bytes, opened: Opened) -> list[str]:
    return [row.values["TICO"] for row in opened(content).rows()]


def test_a_few_cells_of_windows_at_the_end_of_a_large_utf_8_file(opened: Opened) -> None:
    content = (HEADER + CLEAN).encode() + "PA99990001|Hôtel de l’évêché|Orne\n".encode("cp1252")
    source = opened(content)
    rows = list(source.rows())
    assert rows[0].values["TICO"] == "Église d’été"
    assert rows[-1].values["TICO"] == "Hôtel de l’évêché"
    assert source.form.startswith("UTF-8 mêlé de Windows-1252")
    assert source.repairs[encodings.STRAYS] == 5


def test_a_cell_of_utf_8_in_a_windows_file_is_read_right_if_accents_are_not_rare(
    opened: Opened,
) -> None:
    content = (HEADER + "PA00000001|été|Orne\n").encode() + "PA00000002|été|Orne\n".encode("cp1252")
    assert titles(content, opened) == ["été", "été"]


def test_an_accident_does_not_make_a_windows_file_utf_8(opened: Opened) -> None:
    """« É » then « » » is one letter in UTF-8, of no French word."""
    text = HEADER + "PA00000001|Chapelle « LA TRINITÉ»|Bâgé\n"
    assert titles(text.encode("cp1252"), opened) == ["Chapelle « LA TRINITÉ»"]


def test_what_is_lost_is_counted_and_its_line_said(opened: Opened) -> None:
    cut = "été".encode()[:-1]
    content = (HEADER + CLEAN).encode() + b"PA99990001|" + cut + b"|Orne\n"
    source = opened(content)
    assert list(source.rows())[-1].values["TICO"] == "ét\ufffd"
    assert source.notes == (
        "un caractère est perdu (« \ufffd », d’abord ligne 40002) ; "
        "demandez le fichier d’origine, ou retapez-les.",
    )


def test_characters_lost_before_us_are_said_too(opened: Opened) -> None:
    source = opened(HEADER.strip(), "PA00000001|\ufffdglise d\ufffdtruite|Orne")
    assert source.notes[0].startswith("2 caractères sont perdus (« \ufffd », d’abord ligne 2)")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_characters_with_or_without_a_mark(encoding: str, opened: Opened) -> None:
    text = HEADER + "PA00000001|Chœur « doré »|Orne\n"
    assert titles(text.encode(encoding), opened) == ["Chœur « doré »"]


def test_half_a_character_at_the_end_of_utf_16_is_said(opened: Opened) -> None:
    source = opened((HEADER + "PA00000001|Église|Orne").encode("utf-16") + b"\x00")
    assert len(list(source.rows())) == 1
    assert "un caractère est perdu" in source.notes[0]


def test_bytes_that_windows_does_not_have_are_said(opened: Opened) -> None:
    source = opened(HEADER.encode() + b"PA00000001|\xe9t\xe9 \x81|Orne\n")
    assert source.notes[0].startswith("un caractère est perdu")


def test_returns_alone_end_lines_when_there_are_no_line_feeds(opened: Opened) -> None:
    text = (HEADER + "PA00000001|Église d’été|Orne\n").replace("\n", "\r")
    assert titles(text.encode("mac_roman"), opened) == ["Église d’été"]


def test_a_return_alone_inside_a_value_does_not_end_the_row(opened: Opened) -> None:
    [title] = titles((HEADER + "PA00000001|Église\rNotre-Dame|Orne\n").encode(), opened)
    assert title == "Église\rNotre-Dame"
