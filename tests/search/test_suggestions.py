"""What the letters typed so far may mean: over accents, case and order of words."""

import pytest
from hypothesis import HealthCheck, given, settings

from pop.search.answers.searching import search
from pop.search.answers.suggesting import MOST_TITLES, MOST_VALUES, suggest
from pop.search.asking.query import Query
from pop.search.engine.index import Snapshot
from tests.search.strategies import texts

pytestmark = pytest.mark.django_db


def labels(text: str, snapshot: Snapshot, kind: str = "") -> list[str]:
    return [one.label for one in suggest(text, snapshot) if kind in ("", one.kind)]


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("lestr", "personne", "LESTRANGE Adèle"),
        ("LESTRANGE A", "personne", "LESTRANGE Adèle"),
        ("adele lest", "personne", "LESTRANGE Adèle"),
        ("quevert", "personne", "QUÉVERT Luc"),
        ("quév", "personne", "QUÉVERT Luc"),
        ("bres", "commune", "Brest (29)"),
        ("finist", "département", "Finistère (29)"),
        ("moul", "type", "moulin à farine"),
        ("email", "technique", "émail"),
        ("musee des org", "musée", "musée des Orges"),
        ("abba", "notice", "Abbatiale Notre-Dame-des-Orges"),
        ("notre dame or", "notice", "Abbatiale Notre-Dame-des-Orges"),
        ("l’hôtel", "notice", "Chapelle de l'Hôtel-Dieu"),
        ("oeuv", "notice", "Œuvre des sœurs"),
        ("gobelet", "notice", "Calice dit « le Gobelet des moissonneurs »"),
        ("PA009900", "référence", "PA00990001"),
        ("pa 0099", "référence", "PA00990001"),
        ("mnr-990", "référence", "MNR99001"),
    ],
)
def test_a_few_letters_suggest(text: str, kind: str, label: str, valserre: Snapshot) -> None:
    assert label in labels(text, valserre, kind)


@pytest.mark.parametrize("text", ["", " ", "a", "é", "(", '"', "zzyzx", "\x00", "***"])
def test_too_little_or_nothing_known_suggests_nothing(text: str, valserre: Snapshot) -> None:
    assert suggest(text, valserre) == []


def test_titles_that_begin_so_come_before_those_that_have_the_words(valserre: Snapshot) -> None:
    found = labels("moul", valserre, "notice")
    assert found[0] == "Moulin à eau de la Combe"
    assert "Musée du Moulin" in found


def test_a_suggestion_leads_to_what_it_says(valserre: Snapshot) -> None:
    for text in ("lestr", "brest", "calic", "moul", "musee", "PA0099", "abba", "finis", "bois"):
        found = suggest(text, valserre)
        assert found, text
        for one in found:
            assert search(one.query, valserre).total >= 1, (text, one)


def test_namesakes_are_told_apart_and_the_same_said_once(valserre: Snapshot) -> None:
    found = [(one.label, one.more) for one in suggest("ferme", valserre) if one.kind == "notice"]
    assert len(found) == len(set(found)) == 2
    assert {label for label, _ in found} == {"Ferme"}


def test_there_are_never_more_than_a_short_list(valserre: Snapshot) -> None:
    for text in ("ma", "de", "pa", "009900"):
        assert len(suggest(text, valserre)) <= MOST_TITLES + MOST_VALUES + 3


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=texts(30))
def test_no_beginning_is_too_hostile(text: str, valserre: Snapshot) -> None:
    for one in suggest(text, valserre):
        assert one.label
        assert one.query != Query()
