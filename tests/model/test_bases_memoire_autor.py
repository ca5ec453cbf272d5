"""What a documentalist expects of Mémoire and Autor."""

import pytest

from pop.model.catalogue import base
from pop.model.schema import Type
from tests.model.describing import (
    accepted,
    carrying,
    facet,
    flags,
    label,
    lines,
    refusals,
    shown,
    titles,
)

# Mémoire


def test_what_concerns_living_people_in_memoire_is_declared() -> None:
    sitters = base("memoire").fields["MCPER"]
    assert sitters.public and sitters.living_people and not sitters.dublin_core
    address = base("memoire").fields["ADPHOT"]
    assert address.living_people and not address.public


def test_the_photographer_and_the_author_of_the_work_have_two_rights() -> None:
    rights = base("memoire").rights
    assert "AUTP" in rights.photographer and "AUTOEU" in rights.work_author
    assert set(rights.photographer).isdisjoint(rights.work_author)
    assert rights.statement == "DIFF" and rights.credit == ("COPY",)
    assert carrying("memoire", "creator") == {"AUTP", "AUT"}
    assert carrying("memoire", "rights") == {"COPY", "DIFF"}


def test_memoire_has_declared_no_licence() -> None:
    assert base("memoire").rights.data == ()


def test_the_century_is_that_of_the_shot_and_old_addresses_that_of_the_subject() -> None:
    assert facet("memoire", "siecle") == {"DATPV"}
    assert base("memoire").fields["SCLE"].search_key == "periode"


def test_a_photograph_is_a_negative_or_a_print_before_being_a_church() -> None:
    assert facet("memoire", "denomination") == {"TYPDOC"}
    assert facet("memoire", "technique") == {"TECHN"}


def test_a_photograph_shows_a_building_an_object_or_a_person() -> None:
    link = next(link for link in base("memoire").links if link.field == "LBASE")
    assert link.to == ("merimee", "palissy", "autor") and link.images
    assert link.inverse == "Photographies"
    assert not flags("memoire", LBASE=["MI123", "SPR0000012"]) & {"LBASE_INVALID"}


@pytest.mark.parametrize("ref", ["IVR26_20242100001NUCA", "AP62N00123", "APD0004328", "MHR26_2024"])
def test_the_references_of_memoire_are_taken_in(ref: str) -> None:
    assert accepted("memoire", ref)


def test_a_photograph_without_what_it_needs_is_flagged_and_kept() -> None:
    needed = {"CONTACT", "TYPDOC", "DOM", "LOCA", "LEG", "COPY", "IDPROD"}
    assert {f"{code}_EMPTY" for code in needed} <= flags("memoire")
    assert not refusals("memoire")
    assert "INSEE_LENGTH_5" in refusals("memoire", INSEE=["2144"])


def test_the_numbers_of_a_negative_are_found_however_they_are_written() -> None:
    for code in ("NUMP", "NUMTI", "NUMI", "ANUMP", "COTECTI"):
        assert base("memoire").fields[code].type is Type.INVENTORY, code
    assert "NUMP_INVALID" in flags("memoire", NUMP="57 P 001")


def test_supports_and_dead_addresses_are_out_of_sight() -> None:
    for code in ("NUMCD", "NUM", "NVD", "LAUTP", "MARQ", "REFIMG", "LBASE2", "SITE", "NUMOP"):
        assert not base("memoire").fields[code].public, code
    assert "LAUTP" not in shown(base("memoire"))


def test_the_place_line_falls_back_on_the_full_location() -> None:
    assert base("memoire").place_line[-1].compose == ("LOCA",)


def test_the_page_of_memoire_says_what_each_group_is_about() -> None:
    assert titles("memoire")[:2] == ["Localisation du sujet", "Sujet de la photographie"]


# Autor


def test_what_concerns_living_people_in_autor_is_declared() -> None:
    for code in ("DNAISS", "LNAISS", "ADRS", "LRELA"):
        field = base("autor").fields[code]
        assert field.living_people and not field.dublin_core and not field.facet, code


def test_birth_and_death_are_one_line() -> None:
    line = next(line for line in lines(base("autor")) if line.label == "Naissance et mort")
    assert line.compose == ("DNAISS (LNAISS)", "DMORT (LMORT)") and line.join == " – "


def test_a_form_of_a_name_is_not_retained_rather_than_rejected() -> None:
    assert label("autor", "REJET") == "Forme non retenue du nom"
    assert "REJET" in next(g for g in base("autor").groups if g.label.startswith("Nom")).fields


def test_the_person_is_the_subject_of_the_notice_not_its_creator() -> None:
    assert carrying("autor", "creator") == {"PRODUCTEUR"}
    assert carrying("autor", "title") == {"NOMPRENOM"}


def test_the_ministry_s_own_notices_alone_are_open() -> None:
    (licence,) = base("autor").rights.data
    assert licence.when is not None
    assert licence.when.holds("AW01234", "MPP")
    assert not licence.when.holds("OR01234", "Inventaire")


def test_kinds_of_person_are_suggested_and_never_imposed() -> None:
    assert not flags("autor", TYPID=["Personne"]) & {"TYPID_INVALID"}
    assert "TYPID_INVALID" in flags("autor", TYPID=["dynastie"])
    assert not refusals("autor", TYPID=["dynastie"])
