"""What the words of a search name."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pop.model.values.words import normal
from pop.vocabulary import expanding
from pop.vocabulary.expanding import Expansion, expand, suggest
from pop.vocabulary.matching import key, singular
from pop.vocabulary.models import Expands
from tests.vocabulary.conftest import Load

pytestmark = pytest.mark.django_db

TECHNIQUES = """céramique
\tfaïence = terre émaillée
\t\tfaïence fine = grès anglais
\t\tfaïence stannifère
\tporcelaine
peinture à l'huile = huile
verre
\tvitrail
fil
métal
\tdoré
bois
\tdoré = dorure
"""


@pytest.fixture(autouse=True)
def _loaded(load: Load) -> None:
    load(TECHNIQUES, key="techniques")


def texts(names: tuple[expanding.Name, ...]) -> list[str]:
    return [name.text for name in names]


def only(phrase: str) -> Expansion:
    [found] = expand([normal(phrase)])
    return found


def test_an_alternative_label_finds_the_preferred_one_and_the_narrower() -> None:
    found = only("Terre émaillée")
    assert (found.preferred.text, found.preferred.words) == ("faïence", "faience")
    assert texts(found.alternatives) == ["terre émaillée"]
    assert texts(found.narrower) == ["faïence fine", "grès anglais", "faïence stannifère"]
    assert (found.vocabulary, found.under, found.exact) == ("techniques", "céramique", True)
    assert (found.narrower_count, found.cut, found.idle) == (2, False, False)


def test_the_nearest_narrower_come_first() -> None:
    found = only("céramique")
    assert texts(found.narrower)[:3] == ["faïence", "terre émaillée", "porcelaine"]
    assert found.narrower_count == 4


def test_only_whole_labels_count_but_for_plurals() -> None:
    assert expand(["huile sur toile", "fin", "terre"]) == []
    found = only("faïences stannifères")
    assert (found.preferred.text, found.exact) == ("faïence stannifère", False)
    assert [only(word).preferred.text for word in ("vitraux", "vitrails", "VITRAIL")] == [
        "vitrail"
    ] * 3


def test_where_the_phrase_itself_is_a_label_its_other_number_is_left(load: Load) -> None:
    assert only("fils").preferred.text == "fil"
    load("fils\n", key="sujets")
    assert [each.vocabulary for each in expand(["fils"])] == ["sujets"]
    load("VERRES\nverre\n", key="personnes", expands=Expands.LABELS)
    found = [(each.vocabulary, each.preferred.text) for each in expand(["verres"])]
    assert found == [("personnes", "VERRES"), ("techniques", "verre")]


def test_homonyms_stay_apart_and_say_what_they_are_under() -> None:
    found = expand(["dore"])
    assert [(each.under, texts(each.alternatives)) for each in found] == [
        ("métal", []),
        ("bois", ["dorure"]),
    ]


def test_answers_come_in_the_order_of_the_phrases_in_one_query() -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = expand(["verre", "rien", "verre", "huile", "ceramique"])
    assert len(queries) == 1
    assert [each.phrase for each in found] == ["verre", "huile", "ceramique"]
    with CaptureQueriesContext(connection) as queries:
        assert expand([]) == expand(["12", "de", "x"]) == []
    assert len(queries) == 0


def test_people_bring_their_other_names_only(load: Load) -> None:
    people = "peintre\n\tPOUSSIN Nicolas = POUSSIN = LE POUSSIN = N P\nLANTIER Solange = SOL\n"
    load(people + "A Y E F = NAPOLEON\n", key="personnes", expands=Expands.LABELS)
    found = only("Poussin")
    assert found.preferred.text == "POUSSIN Nicolas"
    assert texts(found.alternatives) == ["POUSSIN", "LE POUSSIN"]
    assert only("peintre").narrower == ()
    assert only("peintre").idle
    assert expand(["sol"]) == expand(["napoleon"]) == expand(["n p"]) == []


def test_a_vocabulary_or_a_branch_may_take_no_part(load: Load) -> None:
    load("verre\n\tflacon\n", key="muet", expands=Expands.NOTHING)
    load("lieu\n\tBourgogne = Burgundia\n\t\tDijon\n", key="lieux", closed=("lieu",))
    assert [each.vocabulary for each in expand(["verre"])] == ["techniques"]
    found = only("Burgundia")
    assert (found.preferred.text, found.narrower, found.narrower_count) == ("Bourgogne", (), 0)


def test_too_many_narrower_terms_are_cut_and_it_is_said(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = "".join(f"\tespèce {number}\n" for number in range(250))
    load(f"animal\n{many}", key="animaux")
    found = only("animaux")
    assert (len(found.narrower), found.narrower_count, found.cut) == (200, 250, True)
    monkeypatch.setattr(expanding, "MOST_NARROWER", 3)
    assert texts(only("animal").narrower) == ["espèce 0", "espèce 1", "espèce 2"]


def test_labels_are_known_without_their_qualifiers(load: Load) -> None:
    load("Alger[wilaya] = El-Djazair\nRoche (La)\nLe (", key="lieux")
    found = only("Alger")
    assert (found.preferred.text, found.preferred.words) == ("Alger[wilaya]", "alger")
    assert only("roche").preferred.text == "Roche (La)"


def test_hidden_labels_find_and_are_not_shown(load: Load) -> None:
    load("terme;formes cachées\nétain;étin\n", key="autre")
    found = only("étin")
    assert (found.preferred.text, found.alternatives) == ("étain", ())


def test_suggestions_begin_as_typed_whatever_accents(load: Load) -> None:
    load("Faïencerie\n", key="muet", expands=Expands.NOTHING)
    load("terme;formes cachées\nfaîtage;fayence\n", key="autre")
    assert [each.text for each in suggest("fai")] == [
        "faïence", "faïence fine", "faïence stannifère", "faîtage",
    ]  # fmt: skip
    assert suggest("terre e") == [expanding.Suggestion("terre émaillée", "faïence", "techniques")]
    assert len(suggest("fai", limit=2)) == 2
    assert suggest("f") == suggest("") == suggest("fay") == suggest("zz") == []
    assert suggest("fa%") == suggest("fa_") == []


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("peinture", "peintures"),
        ("bateau", "bateaux"),
        ("cheval", "chevaux"),
        ("émail", "émaux"),
        ("détail", "détails"),
        ("noyau", "noyaux"),
        ("croix", "croix"),
        ("boîte à bonbons", "boîtes à bonbon"),
    ],
)
def test_singular_and_plural_meet(one: str, many: str) -> None:
    assert singular(key(one)) == singular(key(many))


@pytest.mark.parametrize(("one", "other"), [("os", "o"), ("bas", "ba"), ("bail", "bal")])
def test_short_words_are_left_as_they_are(one: str, other: str) -> None:
    assert singular(one) != singular(other)
