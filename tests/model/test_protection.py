"""The state of a protection, as the notices of monuments historiques let it be known.

The texts have the shape of real ones; places and plots are invented.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.model.protection import Act, Fate, Kind, Protection, State, Title, protection
from pop.model.values import text as texts

MH = "Monuments Historiques"


def building(**values: object) -> Protection:
    found = protection("merimee", "PA00990001", MH, values)
    assert found is not None
    return found


def thing(**values: object) -> Protection:
    found = protection("palissy", "PM99000001", MH, values)
    assert found is not None
    return found


def read(text: str) -> str:
    """The sentence with plain spaces, to be compared with what a person would type."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


# -- What DPRO says


@pytest.mark.parametrize(
    ("dpro", "sentence"),
    [
        (
            "1975/01/28 : inscrit MH",
            "Inscrit au titre des monuments historiques le 28 janvier 1975.",
        ),
        ("1840 : classé MH", "Classé au titre des monuments historiques en 1840."),
        ("2017/01/01:classé MH", "Classé au titre des monuments historiques le 1er janvier 2017."),
        (
            "9999/99/99:inscrit MH",
            "Inscrit au titre des monuments historiques à une date inconnue.",
        ),
        (
            "1928/04/18 : inscrit MH ; 1931/01/12 : classé MH partiellement",
            "Inscrit au titre des monuments historiques le 18 avril 1928 ; "
            "classé partiellement le 12 janvier 1931.",
        ),
        (
            "1988/10/24 : inscrit MH . 2011/08/29 : classé MH",
            "Inscrit au titre des monuments historiques le 24 octobre 1988 ; "
            "classé le 29 août 2011.",
        ),
        (
            "2004/11/10 : classé MH : 2004/11/10 : inscrit MH",
            "Classé au titre des monuments historiques le 10 novembre 2004 ; "
            "inscrit le 10 novembre 2004.",
        ),
        (
            "1978/03/30:classé MH partiellement:2017/05/10:inscrit MH",
            "Classé partiellement au titre des monuments historiques le 30 mars 1978 ; "
            "inscrit le 10 mai 2017.",
        ),
    ],
)
def test_dated_acts_are_told_in_one_sentence(dpro: str, sentence: str) -> None:
    shown = building(DPRO=dpro)
    assert read(shown.sentence) == sentence
    assert shown.state is State.IN_FORCE
    assert shown.kind is Kind.MONUMENT


def test_each_act_keeps_its_words_its_date_and_the_field_that_says_it() -> None:
    shown = building(DPRO="1928/04/18 : inscrit MH ; 9999/99/99 : classé MH")
    first, second = shown.events
    assert (first.text, first.source, first.act) == (
        "1928/04/18 : inscrit MH",
        "DPRO",
        Act.REGISTERED,
    )
    assert first.date is not None
    assert first.date.day == "1928-04-18"
    assert second.date is not None
    assert second.date.unknown
    assert [(source.field, source.texts) for source in shown.sources] == [
        ("DPRO", ("1928/04/18 : inscrit MH ; 9999/99/99 : classé MH",))
    ]


def test_a_date_that_no_calendar_has_is_kept_and_said() -> None:
    shown = building(DPRO="1914/19/21 : classé MH")
    assert shown.state is State.IN_FORCE
    assert shown.events[0].date is None
    assert "1914/19/21" in shown.state_shown


def test_without_any_date_the_reference_proves_nothing() -> None:
    for values in ({}, {"DPRO": " ", "PPRO": ""}):
        shown = building(**values)
        assert shown.state is State.TO_CHECK
        assert shown.level is None
        assert "ne prouve rien" in shown.state_shown
    told = building(PPRO="Pont (non cadastré) : inscription par arrêté du 4 octobre 1990")
    assert told.state is State.TO_CHECK
    assert told.standing == ()


@pytest.mark.parametrize(
    "ppro",
    [
        "Voir commune de : Ville-Exemple",
        "Voir notice PA00990002 : ensemble castral",
        "Voir : Cité religieuse (PA00990003)",
    ],
)
def test_a_notice_that_sends_to_another_proves_nothing_by_itself(ppro: str) -> None:
    shown = building(PPRO=ppro)
    assert shown.state is State.TO_CHECK
    assert "renvoie à une autre" in shown.state_shown
    assert ppro.split()[-1].strip(")") in shown.state_shown


def test_a_protection_is_partial_when_every_act_says_so() -> None:
    assert building(DPRO="1960/03/12 : inscrit MH partiellement").state is State.PARTIAL
    assert building(DPRO="1960/03/12 : inscrit MH", PROT=["inscrit MH partiellement"]).state is (
        State.PARTIAL
    )
    both = building(DPRO="1928/04/18 : inscrit MH ; 1931/01/12 : classé MH partiellement")
    assert both.state is State.IN_FORCE
    assert both.level is Act.LISTED
    assert [event.act for event in both.standing] == [Act.REGISTERED, Act.LISTED]


# -- What PPRO adds: the extent, and what was lifted


def test_each_act_has_its_extent_when_the_text_gives_it() -> None:
    shown = building(
        DPRO="1936/06/09 : classé MH ; 1945/02/20 : inscrit MH",
        PPRO="Le chœur (cad. A 1) : classement par arrêté du 9 juin 1936 - L’église, sauf partie "
        "classée : inscription par arrêté du 20 février 1945",
    )
    assert [event.extents for event in shown.events] == [
        ("Le chœur (cad. A 1)",),
        ("L’église, sauf partie classée",),
    ]
    assert shown.state is State.IN_FORCE


def test_a_later_classement_replaces_the_inscription_of_the_very_same_extent_only() -> None:
    dpro = "1953/03/30 : inscrit MH ; 1971/03/01 : classé MH"
    text = "Camp (cad. {}) : inscription par arrêté du 30 mars 1953 ; "
    text += "Camp (cad. C 1) : classement par arrêté du 1er mars 1971"
    same = building(DPRO=dpro, PPRO=text.format("C 1"))
    assert [event.fate for event in same.events] == [Fate.SUPERSEDED, Fate.STANDS]
    other = building(DPRO=dpro, PPRO=text.format("C 2"))
    assert [event.fate for event in other.events] == [Fate.STANDS, Fate.STANDS]


@pytest.mark.parametrize(
    ("dpro", "ppro", "lifted"),
    [
        (
            "",
            "Le moulin (cad. G 1) : inscription par arrêté du 6 novembre 1987, radié de "
            "l’inventaire supplémentaire par arrêté du 16 juin 2011££",
            "radié le 16 juin 2011.",
        ),
        (
            "1964/02/06 : inscrit MH",
            "Façade (cad. E 1) : inscription par arrêté du 6 février 1964, radiées de "
            "l’inscription au titre des Monuments Historiques par arrêté du 2 mars 2016",
            "radié le 2 mars 2016.",
        ),
        (
            "",
            "Le dolmen : classement par arrêté du 12 octobre 1936, déclassé par journal officiel "
            "du 15 mars 1967",
            "déclassé le 15 mars 1967.",
        ),
        (
            "1994/04/18 : inscrit MH partiellement",
            "Bâtiment : inscription par arrêté du 18 avril 1994, annulée par jugement du tribunal "
            "administratif de Ville-Exemple du 26 janvier 1995",
            "protection annulée le 26 janvier 1995.",
        ),
        (
            "",
            "L’arrêté du 9 mai 1988 portant inscription au titre des monuments historiques en "
            "totalité du banc est abrogé par arrêté du 29 août 2013",
            "protection abrogée le 29 août 2013.",
        ),
        (
            "1936/03/05 : inscrit MH",
            "Les arrêtés des 5 mars 1936 et du 9 décembre 1936 portant inscription au titre des "
            "monuments historiques de la façade, sont abrogés de l’inscription par arrêté du "
            "13 janvier 2017",
            "protection abrogée le 13 janvier 2017.",
        ),
        (
            "1948/09/27 : inscrit MH partiellement",
            "Statue : inscription par arrêté du 27 septembre 1948. Déposée depuis. L’arrêté du "
            "27 septembre 1948 portant inscription au titre des monuments historiques de la statue "
            "est abrogé par arrêté du 23 janvier 2017.",
            "protection abrogée le 23 janvier 2017.",
        ),
        (
            "1929/12/09 : inscrit MH",
            "Façade : inscription par arrêté du 9 décembre 1929. Détruit en mars 1941, l’immeuble "
            "a été radié de l’inscription par arrêté du 23 janvier 2017.",
            "radié le 23 janvier 2017.",
        ),
        ("1950/01/02 : inscrit MH ; 1980/05/06 : radié MH", "", "radié le 6 mai 1980."),
    ],
)
def test_a_protection_is_lifted_when_everything_it_covered_is(
    dpro: str, ppro: str, lifted: str
) -> None:
    shown = building(DPRO=dpro, PPRO=ppro)
    assert shown.state is State.LIFTED
    assert shown.standing == ()
    assert read(shown.sentence).endswith(lifted)


def test_a_protection_lifted_for_one_part_stands_for_the_rest() -> None:
    shown = building(
        DPRO="1989/12/14 : inscrit MH",
        PPRO="La halle (cad. B 1) : inscription par arrêté du 14 décembre 1989 - Les distilloirs "
        "(cad. B 2) : inscription par arrêté du 14 décembre 1989, radié de l’inventaire "
        "supplémentaire par arrêté du 18 octobre 2004",
    )
    assert shown.state is State.PARTIAL
    assert shown.events[0].fate is Fate.PARTLY_LIFTED
    assert shown.events[1].extents == ("Les distilloirs (cad. B 2)",)
    assert read(shown.sentence).endswith("radié partiellement le 18 octobre 2004.")
    assert "le reste demeure" in shown.state_shown


def test_a_part_declassed_does_not_lift_the_whole() -> None:
    shown = building(
        DPRO="1912/05/02 : classé MH ; 1920/05/07 : déclassé MH ; 2000/09/08 : classé MH",
        PPRO="L’église : classement par arrêté du 2 mai 1912 - La flèche : déclassement par "
        "décret du 7 mai 1920 - La tour : classement par arrêté du 8 septembre 2000",
    )
    assert shown.state is State.PARTIAL
    assert [event.fate for event in shown.events] == [Fate.PARTLY_LIFTED, None, Fate.STANDS]
    assert shown.events[1].extents == ("La flèche",)


def test_a_part_lifted_that_dpro_no_longer_names_leaves_the_others() -> None:
    shown = building(
        DPRO="1943/09/22 : inscrit MH ; 1953/03/31 : inscrit MH",
        PPRO="Parcelle C 1 : inscription par arrêté du 22 septembre 1943, modifié par arrêté du "
        "31 mars 1953 - Parcelle C 2 : inscription par arrêté du 4 novembre 1958, radié de "
        "l’inscription au titre des monuments historiques par arrêté du 15 avril 1965",
    )
    assert shown.state is State.PARTIAL
    assert len(shown.standing) == 2


# -- When in doubt


@pytest.mark.parametrize(
    ("values", "why"),
    [
        (
            {
                "DPRO": "2017/12/28 : classé MH",
                "PPRO": "Le cimetière (cad. A 17) : inscription par arrêté du 28 décembre 2017",
            },
            "parle, à la même date, d’une inscription",
        ),
        (
            {
                "DPRO": "2009/12/07 : inscrit MH",
                "PPRO": "Le pigeonnier : inscription par arrêté du 22 mai 1974, radié de "
                "l’inscription au titre des monuments historiques par arrêté du 7 décembre 2009",
            },
            "porte la date de l’acte qui lève",
        ),
        (
            {
                "DPRO": "2002/08/27 : inscrit MH",
                "PPRO": "La gare : inscription (pour une durée de trois ans) par arrêté du "
                "27 août 2002",
            },
            "« pour une durée de trois ans »",
        ),
        (
            {
                "DPRO": "1913/09/04 : classé MH",
                "PPRO": "Partie sud telle que le décret prononçant son déclassement la montre : "
                "classement par arrêté du 4 septembre 1913",
            },
            "parle de « déclassement »",
        ),
        (
            {
                "PPRO": "Les fortifications sauf : la demi-lune : classement par arrêté du 14 juin "
                "1929, déclassées par décret du 8 février 1935"
            },
            "rien ne dit si tout est levé",
        ),
        (
            {
                "DPRO": "1950/01/01 : inscrit MH",
                "PPRO": "Le château a été radié de l’inscription par arrêté du 3 mars 1990",
            },
            "rien ne dit si tout est levé",
        ),
        (
            {
                "DPRO": "1950/01/01 : inscrit MH",
                "PPRO": "L’arrêté du 1er janvier 1950 portant inscription du parc est abrogé par "
                "arrêté du 3 mars 1990 en tant qu’il concerne la serre",
            },
            "rien ne dit si tout est levé",
        ),
        (
            {"PPRO": "La flèche : déclassement par décret du 7 mai 1920"},
            "n’en dit levée qu’une partie",
        ),
        ({"DPRO": "1931/10/03"}, "ne dit pas s’il s’agit d’un classement ou d’une inscription"),
        ({"DPRO": "1950/01/01 : inscrit MH ; 1951/01/01 : inscrit MH ; 1980 : radié MH"}, "lequel"),
        ({"DPRO": "1950/01/01 : inscrit MH", "PROT": ["classé MH"]}, "ne s’accorde pas"),
        ({"DPRO": "1950/01/01 : inscrit MH", "PROT": ["inscrit MH", "radié MH"]}, "s’accorde pas"),
        (
            {
                "DPRO": "1993/05/04 : inscrit MH",
                "PPRO": "Le moulin : inscription par arrêté du 4 mai 1993, annulée par jugement du "
                "26 janvier 1995",
                "PROT": ["inscrit MH"],
            },
            "ne s’accorde pas",
        ),
        ({"PROT": ["inscrit MH"]}, "est donnée sans acte daté"),
    ],
)
def test_when_in_doubt_the_state_is_to_be_checked_and_says_why(
    values: dict[str, object], why: str
) -> None:
    shown = building(**values)
    assert shown.state is State.TO_CHECK
    assert why in read(shown.state_shown)


def test_a_missing_level_is_taken_from_the_text_of_the_same_day() -> None:
    shown = building(
        DPRO="1926/07/17 : classé MH ; 1931/10/03",
        PPRO="Le fort : classement par décret du 17 juillet 1926 ; Terrains : classement par "
        "arrêté du 3 octobre 1931",
    )
    assert shown.state is State.IN_FORCE
    assert shown.events[1].act is Act.LISTED


@pytest.mark.parametrize(
    "ppro",
    [
        "La batterie annulaire : inscription par arrêté du 4 mai 1926",
        "Le pont et son radier : inscription par arrêté du 4 mai 1926",
        "La cité radieuse : inscription par arrêté du 4 mai 1926",
        "Pont sur l’ancienne R.D. 11 déclassée (cad. E) : inscription par arrêté du 4 mai 1926",
    ],
)
def test_words_that_only_look_like_a_lifting_lift_nothing(ppro: str) -> None:
    shown = building(DPRO="1926/05/04 : inscrit MH", PPRO=ppro)
    assert shown.state is State.IN_FORCE
    assert len(shown.events) == 1


def test_dates_that_differ_are_noted_and_change_no_state() -> None:
    shown = building(
        DPRO="2006/10/09 : inscrit MH", PPRO="Le château : inscription par arrêté du 9 janvier 2006"
    )
    assert shown.state is State.IN_FORCE
    assert "9 janvier 2006" in read(shown.notes[0])


# -- Objects


@pytest.mark.parametrize(
    ("dpro", "sentence", "title"),
    [
        (
            "1908/12/05 : classé au titre objet",
            "Classé monument historique au titre objet le 5 décembre 1908.",
            Title.OBJECT,
        ),
        (
            "1925/10/21 : inscrit au titre immeuble",
            "Inscrit monument historique au titre immeuble le 21 octobre 1925.",
            Title.BUILDING,
        ),
        (
            "2019/03/01 : classé comme un ensemble historique mobilier",
            "Classé au titre des monuments historiques (comme un ensemble historique mobilier) "
            "le 1er mars 2019.",
            None,
        ),
    ],
)
def test_under_which_title_an_object_is_protected(
    dpro: str, sentence: str, title: Title | None
) -> None:
    shown = thing(DPRO=dpro)
    assert read(shown.sentence) == sentence
    assert shown.events[0].title is title


def test_the_two_titles_of_an_object_stay_apart() -> None:
    shown = thing(
        DPRO="1905/02/20 : classé au titre objet ; 1994/05/16 : inscrit au titre immeuble"
    )
    assert shown.state is State.IN_FORCE
    assert [event.title for event in shown.events] == [Title.OBJECT, Title.BUILDING]
    other = thing(DPRO="1905/02/20 : classé au titre objet", PROT="classé au titre immeuble")
    assert other.state is State.TO_CHECK


def test_an_object_that_prot_says_declassed_is_no_longer_protected() -> None:
    shown = thing(DPRO="1905/02/20 : classé au titre objet", PROT="déclassé")
    assert shown.state is State.LIFTED
    assert shown.level is None
    inscribed = thing(DPRO="1905/02/20 : inscrit au titre objet", PROT="déclassé")
    assert inscribed.state is State.TO_CHECK


def test_what_the_producer_asks_to_check_or_limits_is_said() -> None:
    dpro = "1905/02/20 : classé au titre objet"
    assert thing(DPRO=dpro, PPRO="Arrêté à vérifier").state is State.TO_CHECK
    part = thing(DPRO=dpro, PPRO="Seule la partie instrumentale est protégée au titre objet.")
    assert part.state is State.PARTIAL
    assert "Seule la partie instrumentale" in part.state_shown


# -- Other kinds


@pytest.mark.parametrize(
    ("base", "ref", "producer", "kind"),
    [
        ("merimee", "PA00990001", MH, Kind.MONUMENT),
        ("merimee", "DN990001", MH, Kind.NATIONAL_DOMAIN),
        ("merimee", "IA99000001", "Inventaire", Kind.STUDIED),
        ("merimee", "SPR990001", "Sites patrimoniaux remarquables", Kind.REMARKABLE_SITE),
        ("merimee", "MI999", "Label Maisons des illustres", Kind.ILLUSTRIOUS),
        (
            "merimee",
            "ACR9900001",
            "Label Architecture contemporaine remarquable",
            Kind.CONTEMPORARY,
        ),
        ("merimee", "JAR9900001", "Label Jardin remarquable", Kind.GARDEN),
        ("palissy", "PM99000001", MH, Kind.MONUMENT),
        ("palissy", "IM99000001", "Inventaire", Kind.STUDIED),
    ],
)
def test_each_kind_is_a_thing_of_its_own(base: str, ref: str, producer: str, kind: Kind) -> None:
    found = protection(base, ref, producer, {})
    assert found is not None
    assert found.kind is kind


def test_the_inventaire_studies_and_protects_nothing() -> None:
    studied = protection("merimee", "IA99000001", "Inventaire", {})
    assert studied is not None
    assert studied.state is None
    assert read(studied.sentence) == (
        "Étudié par l’Inventaire général du patrimoine culturel ; non protégé à ce titre."
    )
    values = {"DPRO": "1909/07/09 : classé au titre immeuble"}
    mentioned = protection("palissy", "IM99000001", "Inventaire", values)
    assert mentioned is not None
    assert mentioned.state is State.TO_CHECK
    assert mentioned.standing == ()
    assert "« 9 juillet 1909 : classé au titre immeuble »" in read(mentioned.sentence)


def test_a_label_given_for_a_time_is_to_be_checked() -> None:
    garden = protection("merimee", "JAR1", "Label Jardin remarquable", {"DLAB": "2010/05/04"})
    assert garden is not None
    assert read(garden.sentence) == "Label Jardin remarquable, le 4 mai 2010."
    assert garden.state is State.TO_CHECK
    recent = protection(
        "merimee", "ACR1", "Label Architecture contemporaine remarquable", {"DLAB": "2016/05/04"}
    )
    assert recent is not None
    assert recent.state is State.IN_FORCE
    assert "rotection" not in recent.state_shown


def test_a_label_beside_a_protection_does_not_touch_it() -> None:
    shown = building(DPRO="1990/01/01 : inscrit MH", DLAB="2000/11/10 : label XXe")
    assert shown.state is State.IN_FORCE
    assert [event.text for event in shown.labels] == ["2000/11/10 : label XXe"]
    assert len(shown.events) == 1


def test_a_site_with_a_decision_is_in_force_and_without_one_to_check() -> None:
    producer = "Sites patrimoniaux remarquables"
    dated = protection("merimee", "SPR1", producer, {"DPRO": "1985/03/04 : créé"})
    bare = protection("merimee", "SPR1", producer, {})
    assert dated is not None
    assert bare is not None
    assert (dated.state, bare.state) == (State.IN_FORCE, State.TO_CHECK)
    assert read(dated.sentence) == "Site patrimonial remarquable, le 4 mars 1985."


def test_what_another_producer_says_is_kept_and_to_be_checked() -> None:
    assert protection("merimee", "X1", "AUTRE", {"TICO": "Moulin"}) is None
    said = protection("merimee", "X1", "AUTRE", {"DPRO": "1990/01/01 : inscrit MH"})
    assert said is not None
    assert (said.state, said.standing) == (State.TO_CHECK, ())
    assert protection("joconde", "1", "MUSEE", {"DPRO": "1990 : classé MH"}) is None


@given(
    dpro=st.text() | st.from_regex(r"\A[0-9]{4}/[0-9]{2}/[0-9]{2} ?: ?(classé|inscrit|radié) MH"),
    ppro=st.text() | st.just("L’arrêté du 9 mai 1988 portant inscription est abrogé par décret"),
    prot=st.lists(st.text(), max_size=2),
)
def test_any_text_is_read_without_failing(dpro: str, ppro: str, prot: list[str]) -> None:
    for producer in (MH, "Inventaire", "Label Jardin remarquable", ""):
        shown = protection("merimee", "PA1", producer, {"DPRO": dpro, "PPRO": ppro, "PROT": prot})
        if shown is not None:
            assert shown.sentence.endswith(".")
            assert isinstance(shown.state_shown, str)


# -- The whole real file


@pytest.mark.real_data
def test_the_real_merimee_whole(real_data: Path) -> None:
    csv.field_size_limit(1 << 24)
    states: Counter[State | None] = Counter()
    undated: Counter[State | None] = Counter()
    lifting: Counter[State | None] = Counter()
    path = real_data / "merimee" / "merimee-MH-2022.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter="|"):
            values = {code: texts.mend(value).text for code, value in row.items()}
            shown = building(**values)
            states[shown.state] += 1
            if not values["DPRO"]:
                undated[shown.state] += 1
            if any(event.act in (Act.STRUCK_OFF, Act.REPEALED) for event in shown.events):
                lifting[shown.state] += 1
            assert shown.state is not State.IN_FORCE or shown.standing
            assert shown.state is not State.LIFTED or not shown.standing
    assert states == {
        State.IN_FORCE: 42_676,
        State.PARTIAL: 2_159,
        State.TO_CHECK: 358,
        State.LIFTED: 92,
    }
    assert undated == {State.TO_CHECK: 323, State.LIFTED: 77}
    assert lifting[State.IN_FORCE] == 0
