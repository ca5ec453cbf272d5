"""Tables of notices: columns known by any name, rows kept and flagged, values filled."""

from pathlib import Path

import pytest

from pop.imports.columns import recognise
from pop.imports.sources import NotATable, NotRecognised, open_source
from tests.imports.conftest import Opened, Written

HEADER = "REF|TICO|DPT|COM|SCLE"
ROW = "PA00990001|Église d’Orne|00|Orne|12e siècle ; 13e siècle"


# -- Values


def test_a_quote_inside_an_unquoted_value_is_a_character_of_the_title(opened: Opened) -> None:
    source = opened(
        HEADER,
        'PA00990001|"La Pierre-au-Coq", menhir|00|Orne|',
        'PA00990002|Menhir dit "la Pierre"|00|Orne|',
        'PA00990003|"Tour du Bacha"|00|Orne|',
    )
    titles = [row.values["TICO"] for row in source.rows()]
    assert titles == ['"La Pierre-au-Coq", menhir', 'Menhir dit "la Pierre"', '"Tour du Bacha"']


def test_gertrude_puts_quotes_around_lists_only(opened: Opened) -> None:
    source = opened(
        "REF|COPY|COM|ZONE|COOR|SCLE|TICO",
        'IA99000002|(c) Région|Ville|Lambert93|"0794409;6291409"|"18e siècle ; 19e siècle"|moulin',
        'IA99000003|(c) Région|Ville|Lambert93|"0794410;6291409"|18e siècle|"Abri Patate"',
    )
    first, second = source.rows()
    assert first.values["COOR"] == "0794409;6291409"
    assert first.values["SCLE"] == ["18e siècle", "19e siècle"]
    assert second.values["TICO"] == '"Abri Patate"'


def test_quoted_values_may_hold_the_separator_and_line_breaks(opened: Opened) -> None:
    source = opened(
        "Identifiant|Nom_officiel|Ville|Coordonnees",
        '"M9901"|"musée | des orges"|"Orne\nValserine"|"45.5, 4.5"',
        '"M9902"|"musée ""neuf"""|""|""',
    )
    assert [base.key for base in source.bases] == ["museo"]
    first, second = source.rows()
    assert first.values["NOMOFF"] == "musée | des orges"
    assert first.values["VILLE_M"] == "Orne\nValserine"
    assert first.values["POP_COORDONNEES.lat"] == "45.5"
    assert first.values["POP_COORDONNEES.lon"] == "4.5"
    assert second.values["NOMOFF"] == 'musée "neuf"'
    assert second.number == 4


def test_quotes_that_nobody_doubled_are_characters_of_the_value(opened: Opened) -> None:
    source = opened(
        HEADER,
        '"PA00990001"|"Menhir dit "la Pierre | au Coq""|"00"|"Orne"|""',
        '"PA00990002"|"Dolmen"|"00"|"Orne"|""',
    )
    assert [row.values["TICO"] for row in source.rows()] == [
        'Menhir dit "la Pierre | au Coq"',
        "Dolmen",
    ]
    assert "guillemets irréguliers" in source.form


def test_characters_of_windows_read_as_latin_1_are_mended_and_counted(opened: Opened) -> None:
    source = opened(HEADER, "PA00990001|L\x92église|00|Orne|")
    [row] = source.rows()
    assert row.values["TICO"] == "L’église"
    assert source.repairs == {"caractères Windows-1252 rétablis": 1}


def test_numbered_columns_feed_one_repeated_field(opened: Opened) -> None:
    source = opened(
        "Reference,Code_Museofile,Denomination_1,Denomination 2,Periode_de_creation_1,"
        "Periode_de_creation_2",
        "M0000000001,M0324,veste,gilet,19e siècle,",
    )
    [row] = source.rows()
    assert row.values["DENO"] == ["veste", "gilet"]
    assert row.values["PERI"] == ["19e siècle"]
    assert source.unknown == ()


def test_a_masked_place_never_feeds_the_public_one(opened: Opened) -> None:
    """COM2 in Palissy is confidential: its number is no rank."""
    columns = recognise(["REF", "COM2", "INSEE2"], "merimee")
    assert columns.codes[1:] == ((), ())


def test_two_columns_of_one_field_lose_nothing(opened: Opened) -> None:
    source = opened(
        "REF|Titre_editorial_de_la_notice|TICO|COM",
        "PA00990001|Église|Chapelle|Orne",
        "PA00990002|Église||Orne",
        "PA00990003||Chapelle|Orne",
    )
    titles = [row.values["TICO"] for row in source.rows()]
    assert titles == ["Église ; Chapelle", "Église", "Chapelle"]


@pytest.mark.parametrize(
    ("written_as", "expected"),
    [
        ("48.85, 2.35", ("48.85", "2.35")),
        ("48,85 ; 2,35", ("48,85", "2,35")),
        ("48,85, 2,35", ("48,85", "2,35")),
        ("(48.85,2.35)", ("48.85", "2.35")),
        ('{"lon": 2.35, "lat": 48.85}', ("48.85", "2.35")),
        ("POINT (2.35 48.85)", ("48.85", "2.35")),
        ("-20.9, 55.5", ("-20.9", "55.5")),
        ("0.0, 0.0", ("", "")),
        ("{0,0}", ("", "")),
        ("", ("", "")),
        ("près du pont", ("près", "du pont")),
    ],
)
def test_a_point_in_one_cell(written_as: str, expected: tuple[str, str], opened: Opened) -> None:
    source = opened("REF\tTICO\tcoordonnees", f"PA00990001\tÉglise\t{written_as}", base="merimee")
    [row] = source.rows()
    point = row.values["POP_COORDONNEES.lat"], row.values["POP_COORDONNEES.lon"]
    assert point == expected


def test_zero_zero_in_two_columns_is_no_place_either(opened: Opened) -> None:
    source = opened("REF;NOMOFF;POP_COORDONNEES.lat;POP_COORDONNEES.lon", "M9999;musée;0;0")
    [row] = source.rows()
    assert row.values == {
        "NOMOFF": "musée", "POP_COORDONNEES.lat": "", "POP_COORDONNEES.lon": "",
    }  # fmt: skip


def test_what_the_platform_works_out_is_not_taken_from_a_file(opened: Opened) -> None:
    source = opened(
        "REF|TICO|DPT|PRODUCTEUR|POP_FLAGS|HISTORIQUE",
        "PA00990001|Titre|00|Moi|RIEN|Marie",
        base="merimee",
    )
    [row] = source.rows()
    # « Historique » is the ministry's name of HIST; HISTORIQUE, the log, is never read.
    assert set(row.values) <= {"TICO", "DPT", "HIST"}


# -- Columns


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
    with pytest.raises(NotATable, match="Nommez-la REF"):
        recognise(["Titre", "Ville"])


def test_columns_of_several_bases_ask_for_the_base() -> None:
    with pytest.raises(NotRecognised, match="--base"):
        recognise(["REF", "CONTACT"])


def test_references_tell_the_base_that_columns_do_not(opened: Opened) -> None:
    lines = ("REF|TICO|DENO|DPT|COM", "PM00990001|Calice|calice|00|Orne")
    assert [base.key for base in opened(*lines).bases] == ["palissy"]
    lines = ("REF|TICO|DENO|DPT|COM", "IA00990001|Moulin|moulin|00|Orne")
    assert [base.key for base in opened(*lines).bases] == ["merimee"]


def test_one_table_may_hold_several_bases(opened: Opened) -> None:
    """As the Monuments historiques send them: each row is of the base of its prefix."""
    source = opened(
        "REF|TICO|DPT|COM|LBASE|LEG|NOM|Autre",
        "PA00990001|Église|00|Orne||||",
        "PA00990002|Halle|00|Orne||||",
        "PM00990001|Calice|00|Orne||||",
        "MHR26_20240001|||Orne|PA00990001|Vue générale||",
        "AW00990001|||||||MARTIN",
    )
    assert [row.base for row in source.rows()] == [
        "merimee", "merimee", "palissy", "memoire", "autor",
    ]  # fmt: skip
    rows = {row.ref: row.values for row in source.rows()}
    assert rows["MHR26_20240001"]["LBASE"] == ["PA00990001"]
    assert "LBASE" not in rows["PA00990001"]
    assert source.bases[0].key == "merimee"
    assert source.unknown == ("Autre",)


# -- Rows


def test_a_row_too_long_or_too_short_is_kept_and_said(opened: Opened) -> None:
    short, whole = opened(HEADER, "PA00990002|Titre|00", ROW).rows()
    assert "ligne 2" in short.findings[0].message.lower()
    assert short.values["TICO"] == "Titre"
    assert "COM" not in short.values, "what is not there is left as it is stored"
    assert whole.findings == ()


def test_separators_too_many_at_the_end_say_nothing(opened: Opened) -> None:
    [row] = opened(HEADER, f"{ROW}||").rows()
    assert row.findings == ()


def test_blank_lines_are_passed_over_and_lines_counted(opened: Opened) -> None:
    rows = list(opened("", HEADER, "", ROW, "", ROW).rows())
    assert [row.number for row in rows] == [4, 6]


def test_a_reference_that_lost_its_zeros_gets_them_back(opened: Opened) -> None:
    source = opened("REF;MUSEO;DOMN;INV", "55;M0324;peinture;12")
    assert [row.ref for row in source.rows()] == ["00000000055"]


def test_reading_twice_gives_the_same_and_counts_once(written: Written) -> None:
    [source] = open_source(written(HEADER, "PA00990001|L\x92église|00|Orne|"))
    assert list(source.rows()) == list(source.rows())
    assert sum(source.repairs.values()) == 1


def test_the_source_says_what_it_is(written: Written) -> None:
    path: Path = written(HEADER + "|Rien", ROW + "|x")
    [source] = open_source(path)
    assert (source.path, source.name, source.count, source.unit) == (path, "f.csv", 1, "ligne")
    assert source.form == "UTF-8, barre |, sans guillemets"
    assert source.unknown == ("Rien",)
    assert source.notes == ()
