"""French typography: the right spaces, at the right places, and nothing else touched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.model.values.typography import quoted, typeset

PROSE = st.text(
    alphabet=st.sampled_from(list("ae1I.;:!?«»'’()\"%°&@/ \n\t\u00a0\u202f\u2009\ue000p")),
    max_size=60,
)
PIECES = st.lists(
    st.sampled_from(
        [
            "l'",
            "«",
            "»",
            " ",
            "  ",
            "p.",
            "12",
            " ; ",
            ":",
            "?",
            "siècle",
            "19e",
            "https://x.fr/?a;",
            "n@x.fr",
            "\n",
            "www.",
            "&amp;",
            "&",
            "mot",
            "(",
            ")",
            "\u00a0",
            "%",
            "\ue000",
        ]
    ),
    max_size=15,
).map("".join)
ANY = PROSE | PIECES | st.text()


def seen(text: str) -> str:
    """The text with its no-break spaces made visible: ‹ for the narrow, _ for the wide."""
    return text.replace("\u202f", "‹").replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("autel ; retable: vue d'ensemble", "autel‹; retable‹: vue d’ensemble"),
        ("autel\u00a0: vue", "autel‹: vue"),
        ("Vraiment?! Oui !", "Vraiment‹?! Oui‹!"),
        ("le «retable» et « l'autel »", "le «‹retable‹» et «‹l’autel‹»"),
        ("« Quoi ?»", "«‹Quoi‹?‹»"),
        ("« »", "« »"),
        ("19e siècle, XVIIIe  siècle, 1er siècle, XIXème siècle", None),
        ("p. 12, pp. 3-4, n° 7, fol. 8, t. IV", "p._12, pp._3-4, n°_7, fol._8, t._IV"),
        ("5 % des pages, Philip. 12", "5_% des pages, Philip. 12"),
        ("à 12:30, au 1:50, C:\\x", "à 12:30, au 1:50, C:\\x"),
        ("(1850 ?) ou (?)", "(1850‹?) ou (?)"),
        ("Paris, ? ; ?, ?", "Paris, ? ; ?, ?"),
        ("les 'biquions' (Titre d'usage), 5' 30", "les 'biquions' (Titre d’usage), 5' 30"),
        ("aujourd'hui l'«or» d'\"or\"", 'aujourd’hui l’«‹or‹» d’"or"'),
        ("Saint-Pierre - nef", "Saint-Pierre - nef"),
        ("ligne\n: suite\n« fin »", "ligne\n: suite\n«‹fin‹»"),
    ],
)
def test_what_changes(text: str, expected: str | None) -> None:
    if expected is None:
        expected = "19e_siècle, XVIIIe_siècle, 1er_siècle, XIXème_siècle"
    assert seen(typeset(text)) == expected


@pytest.mark.parametrize(
    "address",
    [
        "https://www.pop.culture.gouv.fr/search?q=l'art;a:b!",
        "www.x.fr/l'art?",
        "d'art@musee.fr;",
        "(http://x.fr/?a='b';)",
        "&laquo;l'art&raquo;",
    ],
)
def test_addresses_are_left_alone(address: str) -> None:
    assert typeset(address) == address
    around = typeset(f"d'où : {address} ; l'autre")
    assert around == f"d’où\u202f: {address}\u202f; l’autre"


def bare(text: str) -> str:
    return re.sub(r"[^\S\n]", "", text).replace("’", "'")


@given(ANY)
def test_only_spaces_and_apostrophes_change(text: str) -> None:
    assert bare(typeset(text)) == bare(text)


@given(ANY)
def test_setting_twice_changes_nothing(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


@given(ANY)
def test_words_are_neither_joined_nor_cut(text: str) -> None:
    def words(value: str) -> list[str]:
        return re.findall(r"\w+", value.replace("\ue000", " "))

    assert words(typeset(text)) == words(text)


def test_quoted_is_one_short_line() -> None:
    assert quoted("a\n b") == "« a b »"
    assert len(quoted("é" * 500)) == 64
