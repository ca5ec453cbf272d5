"""Missing, stolen and found things, as producers write them after a location."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.model.situation import from_location, stated

PLACE = "Ville-Exemple ; musée fictif"


@pytest.mark.parametrize(
    ("written", "missing", "comment"),
    [
        # « manquant » and « volé » say it all; any gender, number, case, accent or space.
        ("manquant", "manquant", ""),
        ("Manquante", "manquant", ""),
        ("MANQUANTS", "manquant", ""),
        ("manquantes", "manquant", ""),
        ("manquant(e)", "manquant", ""),
        ("manquant(e)(s)", "manquant", ""),
        ("  manquant .", "manquant", ""),
        ("volé", "volé", ""),
        ("vole", "volé", ""),
        ("volee", "volé", ""),
        ("VOLÉES", "volé", ""),
        ("volé(e)(s)", "volé", ""),
        ("œuvre volée", "volé", ""),
        # These words are improper for « manquant »: the comment keeps them.
        ("disparu", "manquant", "disparu"),
        ("Disparues", "manquant", "Disparues"),
        ("localisation inconnue", "manquant", "localisation inconnue"),
        ("pillé", "manquant", "pillé"),
        ("pillees", "manquant", "pillees"),
        ("présumé détruit", "manquant", "présumé détruit"),
        ("presumee detruite", "manquant", "presumee detruite"),
        # What the producer adds is kept too.
        ("volé en 1972", "volé", "volé en 1972"),
        ("manquant (récolement de 2005)", "manquant", "manquant (récolement de 2005)"),
        ("volé partiellement", "volé", "volé partiellement"),
    ],
)
def test_what_is_written_after_the_location_becomes_the_situation(
    written: str, missing: str, comment: str
) -> None:
    for separator in (" ; ", ";", " ;", ";  "):
        read = from_location(f"{PLACE}{separator}{written}")
        assert (read.loca, read.manquant, read.comment) == (PLACE, (missing,), comment)


@pytest.mark.parametrize(
    "location",
    [
        PLACE,
        "",
        "Ville-Exemple ; musée des arts disparus",
        "Disparu ; musée fictif",
        "Ville-Exemple ; volé ; musée fictif",
        "Ville-Exemple ; manquantaine",
        "Ville-Exemple, manquant",
        "Ville-Exemple ; volé ?",
        "Ville-Exemple ; détruit",
        # Alone, it is a place of the authority list.
        "localisation inconnue",
    ],
)
def test_the_words_count_only_as_the_last_pieces_of_the_location(location: str) -> None:
    read = from_location(location)
    assert (read.loca, read.manquant, read.comment) == (location, (), "")


def test_several_pieces_are_read_in_their_order() -> None:
    read = from_location(f"{PLACE} ; disparu ; volé ;")
    assert (read.loca, read.manquant, read.comment) == (PLACE, ("manquant", "volé"), "disparu")
    lexicon = from_location("localisation inconnue ; œuvre volée")
    assert (lexicon.loca, lexicon.manquant) == ("localisation inconnue", ("volé",))


def test_an_existing_comment_is_completed_and_never_repeats_itself() -> None:
    read = from_location(f"{PLACE} ; disparu", ["manquant"], "récolement de 2005")
    assert (read.manquant, read.comment) == (("manquant",), "récolement de 2005 ; disparu")
    again = from_location(f"{PLACE} ; Disparu", read.manquant, read.comment)
    assert again.comment == "récolement de 2005 ; disparu"


def test_found_clears_the_situation_and_keeps_the_comment() -> None:
    read = from_location(f"{PLACE} ; retrouvé", ["volé"], "vol du 3 mai 1972")
    assert (read.loca, read.manquant) == (PLACE, ())
    assert read.comment == "vol du 3 mai 1972 ; retrouvé"
    both = from_location(f"{PLACE} ; volée ; retrouvée en 1980")
    assert (both.manquant, both.comment) == ((), "volé ; retrouvée en 1980")
    stolen_again = from_location(f"{PLACE} ; retrouvé ; volé")
    assert stolen_again.manquant == ("volé",)


def test_a_thing_found_in_part_is_still_missing() -> None:
    read = from_location(f"{PLACE} ; retrouvé en partie", ["volé"])
    assert (read.manquant, read.comment) == (("volé",), "retrouvé en partie")


def test_a_location_of_several_values_stays_one() -> None:
    read = from_location([PLACE, "Autre-Ville ; dépôt ; volé", "manquant"])
    assert read.loca == (PLACE, "Autre-Ville ; dépôt")
    assert read.manquant == ("volé", "manquant")


PIECES = st.sampled_from(
    ["musée fictif", "volé", "Disparue", "retrouvé", "pillé (1940)", "localisation inconnue", " "]
) | st.text(max_size=12)


@given(pieces=st.lists(PIECES, max_size=6), comment=st.text(max_size=20))
def test_doing_it_again_changes_nothing(pieces: list[str], comment: str) -> None:
    once = from_location(";".join(pieces), ["volé"], comment)
    assert from_location(once.loca, once.manquant, once.comment) == once
    # The same file read again over what it gave.
    again = from_location(";".join(pieces), once.manquant, once.comment)
    assert (again.loca, again.comment) == (once.loca, once.comment)


@pytest.mark.parametrize(
    ("values", "words", "present_place"),
    [
        ({"MANQUANT": ["volé"]}, "Volé", False),
        ({"MANQUANT": "volé"}, "Volé", False),
        ({"MANQUANT": ["manquant"]}, "Manquant", False),
        ({"MANQUANT": ["manquant", "volé"]}, "Volé", False),
        ({"MANQUANT": ["disparu"]}, "Manquant", False),
        ({"MANQUANT": ["Retrouvé"]}, "Retrouvé", True),
        ({"MANQUANT": ["détruit"]}, "Détruit", False),
        ({"MANQUANT": [], "MANQUANT_COM": "volé ; retrouvé en 1980"}, "Retrouvé", True),
        ({"MANQUANT": ["volé"], "MANQUANT_COM": "retrouvé en partie"}, "Volé", False),
        # Palissy says it in DEPL too.
        ({"DEPL": "oeuvre volée"}, "Volé", False),
        ({"DEPL": "oeuvre disparue"}, "Manquant", False),
        ({"DEPL": "oeuvre volée partiellement"}, "Volé en partie", False),
        ({"DEPL": "oeuvre retrouvée"}, "Retrouvé", True),
    ],
)
def test_what_people_read_and_whether_a_place_of_today_may_be_shown(
    values: dict[str, object], words: str, present_place: bool
) -> None:
    status = stated(values)
    assert status is not None
    assert (status.words, status.present_place) == (words, present_place)


def test_a_notice_that_says_nothing_has_no_status() -> None:
    assert stated({}) is None
    assert stated({"MANQUANT": [], "MANQUANT_COM": "récolement de 2005", "DEPL": ""}) is None
    assert stated({"DEPL": "lieu de déplacement : Ville-Exemple"}) is None


def test_fields_that_contradict_each_other_keep_the_loss_and_say_so() -> None:
    status = stated({"MANQUANT": ["volé"], "DEPL": "oeuvre retrouvée", "VOLS": "vol de 1972"})
    assert status is not None
    assert (status.words, status.present_place, status.detail) == ("Volé", False, "vol de 1972")
    assert "oeuvre retrouvée" in status.doubt
