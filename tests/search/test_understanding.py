"""What is typed is understood: numbers, words, signs, faults; what was done of it is said."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pop.accounts.permissions import Actor, Cause, Closure, Deed, Kind
from pop.changes import applying, closing, undoing
from pop.changes.models import Batch
from pop.search.answers.searching import Results, search
from pop.search.asking.query import Query
from pop.search.engine.index import Snapshot
from pop.search.meaning.understanding import Reading, literal
from tests.loading import OPERATOR, load_rows
from tests.search.strategies import HOSTILE, texts

pytestmark = pytest.mark.django_db


def asked(text: str, snapshot: Snapshot | None = None, base: str = "") -> Results:
    return search(Query(text=text, bases=(base,) if base else ()), snapshot)


def refs(results: Results) -> list[str]:
    return [notice.ref for notice in results.notices]


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("PA00990001", "PA00990001"),
        ("pa00990001", "PA00990001"),
        ("pa 00990001", "PA00990001"),
        ("PA-00990001", "PA00990001"),
        ("PA_00990001", "PA00990001"),
        (" (PA00990001) ", "PA00990001"),
        ("notice PA00990001", "PA00990001"),
        ("la notice PA 00990001 de mérimée", "PA00990001"),
        ("« PA00990001 »", "PA00990001"),
        ("000PE990003", "000PE990003"),
        ("pe990003", "000PE990003"),
        ("000 pe 990003", "000PE990003"),
        ("ap99n00001", "AP99N00001"),
        ("M9901", "M9901"),
        ("museo M 9901", "M9901"),
        ("D-099001", "D-099001"),
        ("d099001", "D-099001"),
        ("D.2024.1.1", "00990000001"),
        ("d 2024 1 1", "00990000001"),
        ("RF 1972 23", "00990000002"),
        ("rf.1972-23", "00990000002"),
        ("RF1972-23", "00990000002"),
        ("MNR 99001", "MNR99001"),
        ("mnr99001", "MNR99001"),
        ("mnr-99001", "MNR99001"),
        ("OAR99002", "OAR99002"),
        ("Mü 12/3", "MNR99001"),
        ("mu 12-3", "MNR99001"),
        ("ms. 12", "D-099001"),
        ("ms 0012", "D-099001"),
        ("2003.0.6039", "IM00990004"),
        ("https://www.pop.culture.gouv.fr/notice/merimee/PA00990001", "PA00990001"),
        ("pop.culture.gouv.fr/notice/merimee/PA00990001?base=%5B%22x%22%5D", "PA00990001"),
        ("http://www.culture.gouv.fr/public/mistral/merimee_fr?ACTION=CHERCHER&FIELD_1=REF"
         "&VALUE_1=PA00990001", "PA00990001"),
    ],
)  # fmt: skip
def test_a_number_in_any_shape_finds_its_notice_first(
    text: str, ref: str, valserre: Snapshot
) -> None:
    assert refs(asked(text, valserre))[0] == ref


@pytest.mark.parametrize(
    "text", ["RF 197 223", "RF 19722 3", "MNR 9900 1/2", "D.2024.11", "PA0099"]
)
def test_a_number_cut_elsewhere_is_another_number(text: str, valserre: Snapshot) -> None:
    found = asked(text, valserre)
    mistaken = {"00990000002", "MNR99001", "00990000001", "PA00990001"} & set(refs(found))
    # « RF » or « MNR » alone may still be found, and that is said.
    assert not mistaken or found.reading is Reading.PARTIAL


def test_a_renumbered_notice_is_found_by_its_former_number_and_told(valserre: Snapshot) -> None:
    found = asked("apmh 00990001", valserre)
    assert refs(found) == ["AP99N00001"]
    assert [news.text for news in found.news] == [
        "La référence apmh 00990001 a changé : cette notice est aujourd’hui AP99N00001."
    ]
    assert found.news[0].successor == ("memoire", "AP99N00001")


@pytest.mark.usefixtures("own_index")
def test_a_closed_notice_tells_its_cause_its_date_and_its_successor() -> None:
    load_rows(
        "merimee",
        {"REF": "PA00880001", "TICO": "Halle"},
        {"REF": "PA00880002", "TICO": "Halle neuve"},
    )
    actor = Actor(Kind.PRODUCER, "MH", frozenset({"Monuments Historiques"}))
    closure = Closure(Cause.DOUBLE, "2024/05/02")
    closing.close(actor, Deed.FORM, "merimee", "PA00880001", closure, "PA00880002")
    load_rows("merimee", {"REF": "PA00880003", "TICO": "Grange"}, index=True)
    found = asked("PA 00880001")
    assert refs(found)[0] == "PA00880001"
    (news,) = found.news
    assert news.text.startswith("La notice PA00880001 est fermée : ")
    assert "2 mai 2024" in news.text.replace("\u00a0", " ").replace("\u202f", " ")
    assert news.successor == ("merimee", "PA00880002")
    assert asked("PA00880002").news == []


@pytest.mark.usefixtures("own_index")
def test_a_notice_taken_away_is_told() -> None:
    load_rows("merimee", {"REF": "PA00880001", "TICO": "Halle"})
    load_rows("merimee", {"REF": "PA00880002", "TICO": "Grange"}, index=True)
    undo, _ = undoing.plan_undo(Batch.objects.latest("pk"), OPERATOR)
    applying.apply(undo)
    load_rows("merimee", {"REF": "PA00880003", "TICO": "Grange"}, index=True)
    for text in ("PA00880002", "pa 00880002", "PA-00880002"):
        (news,) = asked(text).news
        assert news.text == "La notice PA00880002 (merimee) a été retirée de la plateforme."
    assert asked("PA00889999").news == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # In different fields: title and author, title and place, place and denomination.
        ("abbatiale lestrange", {"PA00990001"}),
        ("moulin sainte orne ormesson", {"IA00990003"}),
        ("lavoir quimper", {"IA00990005"}),
        ("labora calice", {"PM00990001"}),
        # Phrases.
        ('"moulin à eau"', {"IA00990003"}),
        ('"eau à moulin"', set()),
        ("« pont suspendu »", {"IA00990013"}),
        ("“moulin à eau”", {"IA00990003"}),
        ('"Notre-Dame-des-Orges"', {"PA00990001"}),
        # Without.
        ("église -rurales -orne -abbatiale", {"PA00990012"}),
        ('pont -"pont suspendu"', {"IA00990003"}),
        # Beginnings.
        ("abbatia*", {"PA00990001", "AP99N00001"}),
        ("menh*", {"PA00990010"}),
        # Narrowed.
        ("titre:moulin", {"IA00990003", "M9902"}),
        ("titre:combe moulin", {"IA00990003"}),
        ("lieu:quimper", {"IA00990005"}),
        ("auteur:quévert", {"IA00990013", "AW99003"}),
        ("auteur:varenchon denomination:tableau", {"00990000001", "MNR99001"}),
        ("TICO:pont", {"IA00990013"}),
        ("merimee.TICO:pont", {"IA00990013"}),
        ('TICO:"moulin à eau"', {"IA00990003"}),
        # No such prefix, or not public: words.
        ("sujet:pont", set()),
        # What only holds a sentence together.
        ("où voir l'église de Troyes", {"PA00990012"}),
        ("photo de l'abbatiale", {"PA00990001", "AP99N00001"}),
        ("les ponts de la Combe", {"IA00990003"}),
        # Our ladies and saints.
        ("N.-D. des Orges", {"PA00990001"}),
        ("ND des Orges", {"PA00990001"}),
        ("N.D. des Orges", {"PA00990001"}),
        ("St Sylvain", {"PA00990012"}),
        ("saint-sylvain", {"PA00990012"}),
        # Centuries in any figures.
        ("église XVIIe", {"PA00990012"}),
        ("église 17e", {"PA00990012"}),
        # Elisions, typographic and straight; ligatures.
        ("l’abbatiale d’orges", {"PA00990001"}),
        ("hotel dieu", {"PA00990002"}),
        ("l'Hôtel-Dieu", {"PA00990002"}),
        ("œuvre soeurs", {"IA00990008"}),
        ("OEIL DE BŒUF", {"IA00990009"}),
        # Initials count: « J. » is not any other.
        ("J. d'Ormesson", {"IA00990003"}),
        # Times in words.
        ("villa années 1910", {"IA00990009"}),
        ("maison 19e siècle", {"IA00990007"}),
        ("menhir néolithique", {"PA00990010"}),
        # One word or two.
        ("coq pierre", {"PA00990010"}),
    ],
)  # fmt: skip
def test_words_find(text: str, expected: set[str], valserre: Snapshot) -> None:
    found = asked(text, valserre)
    if found.reading is not Reading.AS_TYPED:
        found = search(literal(Query(text=text)), valserre)
        assert found.reading is Reading.PARTIAL or not found.total
        assert expected == set(), f"read as {found.reading}"
        return
    assert set(refs(found)) == expected


def test_words_that_only_hold_sentences_are_searched_when_there_is_nothing_else(
    valserre: Snapshot,
) -> None:
    assert "IA00990003" in refs(asked("à de la", valserre))


@pytest.mark.parametrize(
    ("text", "words", "best"),
    [
        ("abatiale", "abbatiale", "AP99N00001"),
        ("abbatiale nortre-dame", "abbatiale notre dame", "PA00990001"),
        ("lestrenge abbatiale", "lestrange abbatiale", "PA00990001"),
        ("moulin de la conbe", "moulin de la combe", "IA00990003"),
        ("pont dorges", "pont orges", "IA00990013"),
        ("photothèque", "", ""),
        ("oppidom mont-gris", "oppidum mont-gris", "PA00990011"),
        ("gobelte des moissonneurs", "gobelet des moissonneurs", "PM00990001"),
    ],
)
def test_a_fault_is_corrected_and_said(
    text: str, words: str, best: str, valserre: Snapshot
) -> None:
    found = asked(text, valserre)
    assert found.understood is not None
    if not best:
        assert found.reading is not Reading.CORRECTED
        assert found.understood.missing
        return
    assert found.reading is Reading.CORRECTED
    assert found.understood.words == words
    assert refs(found)[0] == best


@pytest.mark.parametrize("text", ["abatiale", "pont dorges", "oppidom mont-gris"])
def test_a_refused_correction_is_not_made(text: str, valserre: Snapshot) -> None:
    found = search(literal(Query(text=text)), valserre)
    assert found.reading is not Reading.CORRECTED
    assert "PA00990001" not in refs(found) or found.reading is Reading.PARTIAL


def test_a_correction_keeps_the_filters(valserre: Snapshot) -> None:
    assert asked("abatiale", valserre, "memoire").total == 1
    assert refs(asked("abatiale", valserre, "memoire")) == ["AP99N00001"]


def test_when_nothing_has_all_the_words_the_best_parts_are_given_and_said(
    valserre: Snapshot,
) -> None:
    found = asked("abbatiale zzyzxq moissonneurs", valserre)
    assert found.reading is Reading.PARTIAL
    assert found.understood is not None
    assert found.understood.missing == ("zzyzxq",)
    assert {"PA00990001", "PM00990001"} <= set(refs(found))


def test_excluded_words_stay_excluded_when_words_are_corrected_or_left_out(
    valserre: Snapshot,
) -> None:
    assert "PA00990001" not in refs(asked("abatiale -lestrange", valserre))
    assert "PA00990001" not in refs(asked("abbatiale zzyzxq -lestrange", valserre))


def test_only_exclusions_give_everything_else(valserre: Snapshot) -> None:
    everything, without = asked("", valserre), asked("-moulin", valserre)
    assert 0 < without.total < everything.total
    assert "IA00990003" not in refs(without)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.lists(HOSTILE | texts(40) | st.sampled_from(["moulin", "titre:", "-", '-"']),
                     max_size=12).map(" ".join))  # fmt: skip
def test_no_text_is_too_hostile(text: str, valserre: Snapshot) -> None:
    found = search(Query(text=text[:500]), valserre)
    assert found.problem == ""
    assert len(found.notices) <= 25
