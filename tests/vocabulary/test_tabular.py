"""Vocabularies as tables."""

import pytest

from pop.vocabulary import hierarchy
from pop.vocabulary.scheme import Unusable
from tests.vocabulary.conftest import Read, kinds

TABLE = """Identifiant;Terme;Langue;Synonymes;Générique;Associés;Définition
r1;récipient;fr;;;;
r1;vessel;en;container;;;
c1;cruche;fr;"pichet ; broc";récipient;vase;"À anse; ""et"" à bec"
v1;vase;fr;;r1;;
g1;gargoulette;;;c1 | v1;;
"""


def test_one_concept_a_row_in_several_languages(read: Read) -> None:
    scheme = read(TABLE)
    assert [entry.identifier for entry in scheme.entries] == ["r1", "c1", "v1", "g1"]
    assert scheme.language == "fr"
    vessel, jug, vase, cooler = scheme.entries
    assert vessel.labels == [
        ("pref", "fr", "récipient"),
        ("pref", "en", "vessel"),
        ("alt", "en", "container"),
    ]
    assert [text for _, _, text in jug.labels] == ["cruche", "pichet", "broc"]
    assert (jug.broader, jug.relations) == (["r1"], [("related", "v1")])
    assert jug.notes == [("definition", "fr", 'À anse; "et" à bec')]
    assert cooler.broader == ["c1", "v1"]
    assert [vase.line, cooler.line] == [5, 6]
    assert scheme.findings == []


@pytest.mark.parametrize("mark", [",", "\t", "|"])
def test_other_separators_and_names_of_columns(read: Read, mark: str) -> None:
    lines = [["URI", "Libellé", "altLabel", "Broader"], ["u1", "arme", "", ""]]
    lines.append(["u2", "épée", "glaive#espadon", "u1"])
    scheme = read("\n".join(mark.join(cells) for cells in lines))
    assert scheme.entries[1].broader == ["u1"]
    assert [text for _, _, text in scheme.entries[1].labels] == ["épée", "glaive", "espadon"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_encodings(read: Read, encoding: str) -> None:
    scheme = read(TABLE, encoding)
    assert scheme.entries[0].preferred("fr") == "récipient"


def test_terms_alone_are_their_own_identifiers(read: Read) -> None:
    scheme = read("terme,générique\narme,\népée,Arme\n")
    assert [entry.identifier for entry in scheme.entries] == ["arme", "épée"]
    assert scheme.entries[1].broader == ["arme"]


def test_what_is_odd_is_said_with_its_line(read: Read) -> None:
    scheme = read(
        "identifiant;terme;synonymes;générique;couleur\n"
        "a;arme;;;rouge\n"
        "a;arme;;;\n"
        "a;outil;;;\n"
        "b;;lame;;\n"
        "\n"
        "c;épée;glaive;armure;;trop\n"
        "d;Arme;;;\n"
        "e;dague;;arme;\n"
        "f;lance;pique;;\n"
        "f;lance;pique;;\n"
    )
    hierarchy.parents(scheme)
    assert kinds(scheme) == {
        "colonne inconnue, laissée de côté": [1],
        "terme répété, réuni": [3, 11],
        "identifiant répété pour un autre terme, gardé comme synonyme": [4],
        "ligne sans terme, laissée de côté": [5],
        "plus de cellules que de colonnes": [7],
        "synonyme répété": [11],
        "renvoi à un terme que plusieurs concepts portent": [9],
        "homonymes, gardés à part": [2],
        hierarchy.ORPHAN: [7],
    }
    assert [text for _, _, text in scheme.entries[0].labels] == ["arme", "outil"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("terme;langue\n", "aucun terme"),
        ('terme;langue\n"épée;fr\n', "guillemets"),
    ],
)
def test_what_cannot_be_read_says_why(read: Read, text: str, words: str) -> None:
    with pytest.raises(Unusable, match=words):
        read(text)
