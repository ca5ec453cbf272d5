"""Lexicons of tabs and equals signs, as several programs left them."""

import pytest

from pop.vocabulary import hierarchy, texts
from pop.vocabulary.scheme import Scheme, Unusable
from tests.vocabulary.conftest import Read, kinds

LEXICON = """Liste des dénominations
(version d’essai)

Mise à jour mai 2014

Ex : récipient ; cruche

récipient
\tcruche = pichet  =  broc
\t \tcruche à eau
\t\t  - gargoulette
\t vase = pot
lampe
"""


def tree(scheme: Scheme) -> dict[str, list[str]]:
    above = hierarchy.parents(scheme)
    names = [entry.preferred("fr") for entry in scheme.entries]
    return {names[place]: [names[upper] for upper in own] for place, own in enumerate(above)}


def test_tabs_are_levels_whatever_stands_between_them(read: Read) -> None:
    scheme = read(LEXICON)
    assert tree(scheme) == {
        "récipient": [],
        "cruche": ["récipient"],
        "cruche à eau": ["cruche"],
        "gargoulette": ["cruche à eau"],
        "vase": ["récipient"],
        "lampe": [],
    }
    assert scheme.entries[1].labels == [
        ("pref", "fr", "cruche"),
        ("alt", "fr", "pichet"),
        ("alt", "fr", "broc"),
    ]
    assert [entry.line for entry in scheme.entries] == [8, 9, 10, 11, 12, 13]


def test_the_preamble_gives_title_and_version_and_is_said(read: Read) -> None:
    scheme = read(LEXICON)
    assert scheme.title == "Liste des dénominations (version d’essai)"
    assert scheme.version == "mai 2014"
    assert kinds(scheme) == {"préambule, qui n’est pas des termes": [1]}
    without = read("coupe\n\ttasse\n\nassiette\n")
    assert list(tree(without)) == ["coupe", "tasse", "assiette"]
    assert without.findings == []


def test_spaces_are_levels_only_where_no_line_has_tabs(read: Read) -> None:
    scheme = read("arme\n    épée\n        dague\n    lance\n bouclier\n")
    assert tree(scheme)["dague"] == ["épée"]
    assert tree(scheme)["lance"] == ["arme"]
    assert tree(scheme)["bouclier"] == [], "one space is a slip"


def test_a_dash_may_take_the_place_of_the_first_tab(read: Read) -> None:
    scheme = read("auteur\n\tgrec\n\t\tHomère\n-   \tSophocle\n\t\t\tAntigone\n")
    assert tree(scheme)["Antigone"] == ["Sophocle"]
    assert tree(scheme)["Sophocle"] == ["grec"]


def test_what_is_odd_is_said_with_its_line_and_nothing_is_lost(read: Read) -> None:
    scheme = read(
        "cruche = = pichet = pichet = cruche\n"
        "\t\tanse\n"
        "lampe\n"
        "cruche = broc\n"
        "vase\tà fleurs\n"
        "l&apos;urne\n"
        "?\n"
        '"; coupe"\n'
        "anse\n"
        "<mobilier>\n"
    )
    found = kinds(scheme)
    assert found == {
        "synonyme vide": [1],
        "synonyme répété": [1, 1],
        "niveau sauté dans la hiérarchie": [2],
        "terme répété au même endroit, réuni": [4],
        "tabulation dans un terme, lue comme une espace": [5],
        "entités HTML rétablies": [6],
        "terme sans lettre ni chiffre": [7],
        "terme qui commence par un signe": [8],
        "homonymes, gardés à part": [2],
    }
    first = scheme.entries[0]
    assert [text for _, _, text in first.labels] == ["cruche", "pichet", "broc"]
    terms = [entry.preferred("fr") for entry in scheme.entries]
    assert terms == [
        "cruche", "anse", "lampe", "vase à fleurs", "l'urne", "?", '"; coupe"', "anse", "mobilier",
    ]  # fmt: skip
    assert scheme.entries[-1].notes == [("usage", "fr", "terme de classement, à ne pas employer")]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_end_of_line(read: Read, encoding: str, name: str, end: str) -> None:
    text = "épée\n\tœil de l’épée = pommeau\nhache\n".replace("\n", end)
    scheme = read(text.encode(encoding))
    assert [entry.preferred("fr") for entry in scheme.entries] == [
        "épée",
        "œil de l’épée",
        "hache",
    ]
    assert scheme.form == f"lexique à tabulations, {name}"
    assert scheme.findings == []


def test_a_line_in_another_encoding_is_mended_and_said(read: Read) -> None:
    content = "épée\nhéron\n".encode() + "chêne\n".encode("cp1252") + "forêt\n".encode()
    scheme = read(content)
    assert [entry.preferred("fr") for entry in scheme.entries] == [
        "épée",
        "héron",
        "chêne",
        "forêt",
    ]
    assert kinds(scheme) == {texts.MIXED: [3]}
    assert "mêlé" in scheme.form


def test_what_no_encoding_reads_is_said(read: Read) -> None:
    scheme = read("épée\nhéron\n".encode("cp1252") + b"ch\x81ne\n")
    assert kinds(scheme) == {texts.LOST: [3]}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vide"),
        (b"\n \n", "vide"),
        (b"PK\x03\x04rest", "archive"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8bxx", "compressé"),
        (b"GIF89a\x00\x01\x02", "pas un texte"),
        (b"@prefix skos: <http://x#> .\n", "Turtle"),
        (b'{"a": 1}', "JSON"),
        (b"REF|DENO|TICO|DPT\nPA1|a|b|c\n", "tableau"),
        (b"Liste des choses\n\nMise \xc3\xa0 jour 2014\n", "aucun terme"),
        (b"mot " * 2000, "trop longue"),
        (b"mot " * 400, "plus de 1000 caract"),
    ],
)
def test_what_is_no_vocabulary_is_refused_and_says_what_to_do(
    read: Read, content: bytes, words: str
) -> None:
    with pytest.raises(Unusable, match=words):
        read(content)
