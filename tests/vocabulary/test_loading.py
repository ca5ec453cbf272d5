"""Vocabularies into the store: replaced whole, left alone when nothing changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.utils import timezone

from pop.vocabulary import known, loading, reading
from pop.vocabulary.expanding import expand
from pop.vocabulary.models import Concept, Expands, Label, Narrower, Relation, Vocabulary
from tests.vocabulary.conftest import Load, Read

pytestmark = pytest.mark.django_db

FIRST = "récipient\n\tcruche = pichet\n\t\tgargoulette\nlampe\n"
SECOND = "récipient\n\tcruche = pichet = broc\n"


def rows() -> list[int]:
    models = (Vocabulary, Concept, Label, Narrower, Relation)
    return [model._default_manager.count() for model in models]


def test_the_same_file_again_changes_nothing(load: Load) -> None:
    first = load(FIRST)
    assert (first.unchanged, first.concepts, first.labels, first.links) == (False, 4, 5, 2)
    before = list(Label.objects.order_by("pk").values())
    assert rows() == [1, 4, 5, 3, 0]
    again = load(FIRST)
    assert again.unchanged
    assert list(Label.objects.order_by("pk").values()) == before


def test_another_file_takes_the_place_of_the_first_and_nothing_stays_of_it(load: Load) -> None:
    load(FIRST)
    load("lampe\n", key="autre")
    load(SECOND)
    assert rows() == [2, 3, 5, 1, 0]
    assert [each.key for each, _ in reading.vocabularies()] == ["autre", "essai"]
    assert expand(["gargoulette"]) == []
    assert [each.preferred.text for each in expand(["broc"])] == ["cruche"]


def test_other_settings_are_another_vocabulary(load: Load) -> None:
    load(FIRST)
    assert not load(FIRST, expands=Expands.LABELS).unchanged
    assert rows()[0] == 1


def test_a_load_that_dies_leaves_the_living_one_and_is_swept(load: Load, read: Read) -> None:
    load(FIRST)
    turns = 0

    @contextmanager
    def dying() -> Iterator[None]:
        nonlocal turns
        turns += 1
        if turns > 3:
            raise KeyboardInterrupt
        yield

    with pytest.raises(KeyboardInterrupt):
        loading.load(read(SECOND), loading.Settings("essai", "essai", "essai.txt"), turn=dying)
    assert Vocabulary.objects.filter(live=False).count() == 1
    assert [each.preferred.text for each in expand(["gargoulette"])] == ["gargoulette"]
    assert expand(["broc"]) == []
    assert [size for _, size in reading.vocabularies()] == [4]
    long_ago = timezone.now() - timedelta(days=1)
    Vocabulary.objects.filter(live=False).update(loaded_at=long_ago)
    load(SECOND)
    assert rows() == [1, 2, 4, 1, 0]


def test_slices_do_not_show(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    load(FIRST)
    load("chose\n", key="autre")
    whole = [(each.label, each.narrower_count) for each in Concept.objects.order_by("pk")]
    monkeypatch.setattr(loading, "SLICE", 1)
    load(FIRST, title="autrement")
    again = Concept.objects.order_by("vocabulary__key", "pk").reverse()
    assert {(each.label, each.narrower_count) for each in again} == set(whole)
    assert rows() == [2, 5, 6, 3, 0]
    assert loading.remove("essai")
    assert rows() == [1, 1, 1, 0, 0]


def test_removing(load: Load) -> None:
    load(FIRST)
    assert loading.remove("essai")
    assert rows() == [0] * 5
    assert not loading.remove("essai")


def test_what_the_file_does_not_resolve_is_kept(load: Load) -> None:
    load("terme;générique;associés;définition\nlampe;luminaire;bougie;Pour éclairer\n")
    concept = Concept.objects.get()
    assert concept.notes == [["definition", "fr", "Pour éclairer"]]
    relations = concept.relations.order_by("kind").values_list("kind", "target")
    assert list(relations) == [("broader", "luminaire"), ("related", "bougie")]


def test_looking_at_a_concept(load: Load) -> None:
    load(FIRST)
    [concept] = reading.find("Les Pichets") or reading.find("PICHETS")
    shown = reading.show(concept)
    assert shown.labels == [("terme préféré", "fr", "cruche"), ("synonyme", "fr", "pichet")]
    assert (shown.broader, shown.narrower) == (["récipient"], ["gargoulette"])
    assert reading.find("…") == []


def test_fields_draw_from_a_vocabulary_by_its_title(load: Load) -> None:
    load("peinture\n", key="essai", title="liste d'autorités domaines - joconde")
    assert reading.fields_of("essai") == (("joconde", "DOMN"),)
    assert reading.fields_of("inconnu") == ()
    load("peinture\n", key="autre")
    assert reading.fields_of("autre") == ()


def test_a_vocabulary_known_by_its_title_takes_the_part_that_is_said() -> None:
    people = known.by_title("PERSONNALITES")
    assert people
    assert people.expands == Expands.LABELS
    assert set(known.fields_for(people.key)) == {("merimee", "PERS"), ("palissy", "PERS")}
    assert known.by_title("") is known.by_title("Autre chose") is None


def test_every_known_lexicon_has_a_field_that_exists() -> None:
    from pop.model import catalogue

    keys = [row.key for row in known.table()]
    assert len(keys) == len(set(keys))
    for row in known.table():
        fields = known.fields_for(row.key)
        assert fields, row
        assert row.expands in Expands.values, row
        for base, code in fields:
            assert code in catalogue.base(base).fields, row
        assert not row.within or known.by_file(row.within), row
