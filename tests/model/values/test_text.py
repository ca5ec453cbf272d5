"""Text: what machines broke is mended and said, the rest stays as the producer wrote it."""

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.model.values import text

BROKEN = st.text(
    alphabet=st.sampled_from(
        list('aé’#£ "\n\t\r\x00\x0b\x1f\x7f\x81\x85\x92\x9f\ufeff\u0301\ud83d\ude00')
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("given_text", "mended", "repairs"),
    [
        ("l\x92église \x96 ch\x9cur\x85", "l’église – chœur…", (text.WINDOWS,)),
        ("a\x00b\x1fc\x7fd\x81e", "abcde", (text.CONTROLS,)),
        ("une\x0bdeux\x0ctrois", "une\ndeux\ntrois", (text.BREAKS,)),
        ("\ufeffREF", "REF", (text.MARKS,)),
        ("e\u0301glise", "église", (text.COMPOSED,)),
        ("\ud83d\ude00 \ud800x", "😀 x", (text.SURROGATES,)),
        ("\x92\x00\ufeff", "’", (text.WINDOWS, text.CONTROLS, text.MARKS)),
        # e, a control, an accent: composed once the control is gone.
        ("e\x00\u0301", "é", (text.CONTROLS, text.COMPOSED)),
    ],
)
def test_mend_repairs_and_names(given_text: str, mended: str, repairs: tuple[str, ...]) -> None:
    assert text.mend(given_text) == (mended, repairs)


@pytest.mark.parametrize(
    "verbatim",
    [
        "",
        "  deux  espaces \u00a0; l'apostrophe - « guillemets » ",
        "ligne\nligne\r\nligne\tcolonne",
        '"tout entre guillemets"',
        "Ã©glise",
        "titre#suite£fin",
        "Ⅻ ﬁ ½ ²",
        "\u2028\u200b\u00ad",
    ],
)
def test_mend_touches_nothing_else(verbatim: str) -> None:
    assert text.mend(verbatim) == (verbatim, ())


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ('"Texte"', "Texte"),
        ('"Texte ""cité"" fin"', 'Texte "cité" fin'),
        ('"A" et "B"', '"A" et "B"'),
        ('"', '"'),
        ('""', ""),
        ("Texte", "Texte"),
        ('"l\x92or"', "l’or"),
    ],
)
def test_outer_quotes_only_when_asked(given_text: str, expected: str) -> None:
    mended = text.mend(given_text, unquote=True)
    assert mended.text == expected
    assert (text.QUOTES in mended.repairs) == (given_text[:1] == '"' and expected[:1] != '"')


@given(BROKEN | st.text())
def test_mended_text_is_clean_and_mending_again_does_nothing(given_text: str) -> None:
    mended = text.mend(given_text).text
    assert text.mend(mended) == (mended, ())
    assert unicodedata.is_normalized("NFC", mended)
    kinds = {unicodedata.category(c) for c in mended if c not in "\n\r\t"}
    assert not kinds & {"Cc", "Cs"}


@given(BROKEN | st.text())
def test_a_repair_is_named_when_and_only_when_the_text_changes(given_text: str) -> None:
    mended = text.mend(given_text)
    assert bool(mended.repairs) == (mended.text != given_text)


@pytest.mark.parametrize(
    ("content", "line_break", "expected"),
    [
        ("Un#Deux##Trois", "#", ["Un", "Deux", "Trois"]),
        ("Un#Deux##Trois", "##", ["Un#Deux", "Trois"]),
        ("3, rue£51037 Châlons£", "£", ["3, rue", "51037 Châlons"]),
        ("Un#Deux\n\n Trois", "", ["Un#Deux", "Trois"]),
        (
            "voir https://x.fr/p.html#visite#Suite",
            "#",
            ["voir https://x.fr/p.html#visite", "Suite"],
        ),
        ("voir www.x.fr#Suite", "#", ["voir www.x.fr", "Suite"]),
        ("http://x.fr/#more-59 fin", "#", ["http://x.fr/#more-59 fin"]),
        ("", "#", []),
        ("###", "#", []),
    ],
)
def test_paragraphs(content: str, line_break: str, expected: list[str]) -> None:
    assert text.paragraphs(content, line_break) == expected


@given(st.text(alphabet="aB1#£ \n:/.w"), st.sampled_from(["#", "##", "£", ""]))
def test_paragraphs_lose_no_word(content: str, line_break: str) -> None:
    def letters(value: str) -> str:
        return "".join(c for c in value if c.isalnum())

    found = text.paragraphs(content, line_break)
    assert letters("".join(found)) == letters(content)
    assert all(found)


@pytest.mark.parametrize(
    "damaged",
    [
        "Ã©glise",
        "Ã  Paris".replace(" ", "\xa0", 1),
        "lâ€™abbé",
        "chÅ“ur",
        "Â«",
        "perdu \ufffd",
        "ï»¿REF",
    ],
)
def test_damaged_accents_are_noticed(damaged: str) -> None:
    (fault,) = text.check(damaged)
    assert fault.code == "ENCODING"
    assert "UTF-8" in fault.message


@pytest.mark.parametrize(
    "sound", ["", "église", "São Paulo", "JOÃO", "Âge", "Åland", "« œuvre » – 5 €", "Å", "Ãã"]
)
def test_sound_accents_are_not(sound: str) -> None:
    assert text.check(sound) == ()


def test_verbs() -> None:
    assert text.parse("  ") is None
    assert text.parse(" a ") == " a "
    assert text.display("l'or : fin") == "l’or\u202f: fin"
    assert text.index("l'or").words == "l'or"


@pytest.mark.real_data
def test_real_merimee_is_mended(real_data: Path) -> None:
    """The ministry's file of 2022 holds 1,500 Windows-1252 characters read as Latin-1."""
    path = real_data / "merimee" / "merimee-MH-2022.csv"
    repaired = damaged = 0
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="|", quoting=csv.QUOTE_NONE):
            for cell in row:
                mended = text.mend(cell)
                repaired += text.WINDOWS in mended.repairs
                damaged += bool(text.check(mended.text))
                assert mended.text.isascii() or not any("\x80" <= c <= "\x9f" for c in mended.text)
    assert repaired > 500
    assert damaged == 0
