"""Dimensions: understood whole when clear, left alone when not, never guessed."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.model.values import dimensions
from pop.model.values.dimensions import Measure


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("H. 45.5 ; L. 30 cm", [("hauteur", 45.5, "cm"), ("longueur", 30, "cm")]),
        ("h = 45 ; la = 23 (en cm)", [("hauteur", 45, "cm"), ("largeur", 23, "cm")]),
        (
            "h=102 ; l=82 ; pr=50",
            [("hauteur", 102, ""), ("longueur", 82, ""), ("profondeur", 50, "")],
        ),
        ("h = 1,2 ; la = 0,8 (en m)", [("hauteur", 1.2, "m"), ("largeur", 0.8, "m")]),
        ("H. 1,20 m", [("hauteur", 1.2, "m")]),
        ("D. 12,5 ; EP 2", [("diamètre", 12.5, ""), ("épaisseur", 2, "")]),
        ("61,5 x 50 cm", [("", 61.5, "cm"), ("", 50, "cm")]),
        ("1,20 × 0,80 m", [("", 1.2, "m"), ("", 0.8, "m")]),
        (
            "H. 42 L. 223 l. 80 ; Pds. 104",
            [("hauteur", 42, ""), ("longueur", 223, ""), ("largeur", 80, ""), ("poids", 104, "")],
        ),
        ("H. 3. 8, L. 8. 6", [("hauteur", 3.8, ""), ("longueur", 8.6, "")]),
        (
            "Dimensions hors tout en cm : H. 9 LO 7, l. 5",
            [("hauteur", 9, "cm"), ("longueur", 7, "cm"), ("largeur", 5, "cm")],
        ),
        ("Hauteur en cm 4,3 ; Poids en gr 12", [("hauteur", 4.3, "cm"), ("poids", 12, "g")]),
        (
            "H x L x P en cm 114 x 124 x 10",
            [("hauteur", 114, "cm"), ("longueur", 124, "cm"), ("profondeur", 10, "cm")],
        ),
        (
            "H. 9,4 cm ; E. ,2 cm ; Pds. 87 g ; VOLUM. 0,0005",
            [
                ("hauteur", 9.4, "cm"),
                ("épaisseur", 0.2, "cm"),
                ("poids", 87, "g"),
                ("volume", 0.0005, ""),
            ],
        ),
        # The metres of one measure are not those of the other.
        ("H. 45 ; D. 0,017 m", [("hauteur", 45, ""), ("diamètre", 0.017, "m")]),
    ],
)
def test_clear(text: str, measures: list[tuple[str, float, str]]) -> None:
    parsed = dimensions.parse(text)
    assert parsed is not None
    assert [(m.kind, m.value, m.unit) for m in parsed] == measures


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("H. 39.2 cm ; l. 27 cm (feuille)", ["", "feuille"]),
        ("Hauteur en cm (broche) 6", ["broche"]),
        ("H. 5 cm (tour de taille (9 cm))", ["tour de taille (9 cm)"]),
        ("h = 580 ; lancette droite : la = 10", ["", "lancette droite"]),
        ("Hauteur totale en cm 15.5", ["totale"]),
        ("L. 31 (crochet) / L. 18 (manche)", ["crochet", "manche"]),
    ],
)
def test_notes(text: str, notes: list[str]) -> None:
    parsed = dimensions.parse(text)
    assert parsed is not None
    assert [m.note for m in parsed] == notes


@pytest.mark.parametrize(
    "unclear",
    [
        "",
        "Mesurage impossible",
        "H. , L. , l",
        "45",
        "64, 32",
        "H. 9 ; L. 7 ; L. 5",
        "H. 1.200 mm",
        "D. 3 kg",
        "Pds. 3 cm",
        "H. 9 Niort",
        "H. 9 cm ; Tour de taille 80",
        "H x L x P en cm 19,5 x 1",
        "p = 4",
        "Dimensions hors tout en cm",
    ],
)
def test_unclear_is_left_alone_without_fault(unclear: str) -> None:
    assert dimensions.parse(unclear) is None
    assert dimensions.check(unclear) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("H. 45.5 ; L. 30 cm", "H. 45,5\u202f; L. 30\u00a0cm"),
        ("D. 0.017 m", "D. 0,017\u00a0m"),
        ("0.9 x 12.05", "0,9 x 12,05"),
        ("1.200 mm le 12.05.1998, n° 3.1.2", "1.200\u00a0mm le 12.05.1998, n°\u00a03.1.2"),
        ("61,5 x 50 cm", "61,5 x 50\u00a0cm"),
    ],
)
def test_display(text: str, shown: str) -> None:
    assert dimensions.display(text) == shown


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["H.", "l.", "Pr.", "D.", "Ep.", "hauteur", "largeur ="]),
            st.integers(0, 9999),
            st.sampled_from(["", ",5", ".25"]),
            st.sampled_from(["", " cm", " mm"]),
        ),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from([" ; ", ", ", ";", " x ", " / "]),
)
def test_values_written_are_values_read(
    written: list[tuple[str, int, str, str]], separator: str
) -> None:
    text = separator.join(f"{kind} {whole}{part}{unit}" for kind, whole, part, unit in written)
    parsed = dimensions.parse(text)
    assert parsed is not None
    expected = [float(f"{whole}{part}".replace(",", ".")) for _, whole, part, _ in written]
    assert [m.value for m in parsed] == expected
    for measure, (_, _, _, unit) in zip(parsed, written, strict=True):
        assert not unit or measure.unit == unit.strip()


@given(st.text(alphabet="HLlDPx0123456789.,;:=/()cm en", max_size=60))
def test_display_and_parse_never_fail(text: str) -> None:
    parsed = dimensions.parse(text)
    assert parsed is None or all(isinstance(m, Measure) and m.value >= 0 for m in parsed)
    once = dimensions.display(text)
    assert sorted(filter(str.isalnum, once)) == sorted(filter(str.isalnum, text))


@pytest.mark.real_data
def test_most_real_dimensions_are_clear(real_data: Path) -> None:
    path = real_data / "joconde" / "joconde-costume.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        texts = [row["Mesures"] for row in csv.DictReader(file) if row["Mesures"]]
    understood = sum(dimensions.parse(text) is not None for text in texts)
    assert understood / len(texts) > 0.8
