"""What a documentalist expects of Joconde, Muséofile, Rose-Valland and Enluminures."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from pop.model.catalogue import base
from pop.model.checking import Checker
from pop.model.loading import line_codes
from pop.model.schema import Base, Need, Section, Type

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
MUSEUMS = ("joconde", "museo", "mnr", "enluminures")
FACTS = {
    "joconde": "joconde",
    "museo": "museofile",
    "mnr": "rosevalland",
    "enluminures": "enluminures",
}
ILLUMINATION = "INI-D0001234"
MANUSCRIPT = "INI-CM0001234"
OLDER = "00000012345"


def rows_of(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    if not path.is_file():
        pytest.skip(f"{path.name} is not beside the repository")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def shown(described: Base, ref: str = "", producer: str = "") -> list[str]:
    """The codes on the page of that notice, from top to bottom."""
    sections: tuple[Section, ...] = (*described.page.main, *described.page.about)
    return [
        code
        for section in sections
        if section.when is None or section.when.holds(ref, producer)
        for line in section.lines
        for code in line_codes(line)
    ]


def label(key: str, code: str, ref: str = "") -> str:
    return base(key).fields[code].label_for(ref, "")


def flags(key: str, **values: Any) -> set[str]:
    """The flags of a notice with these values; PROT_ESP stands for PROT-ESP."""
    named = {code.replace("PROT_", "PROT-"): value for code, value in values.items()}
    return {finding.flag for finding in Checker(base(key)).check(named)}


def carrying(key: str, element: str) -> set[str]:
    """The fields of a base that give that element of Dublin Core."""
    return {code for code, field in base(key).fields.items() if element in field.dublin_core}


# All four


@pytest.mark.parametrize("key", MUSEUMS)
def test_every_field_of_the_former_model_is_described_and_no_other(key: str) -> None:
    facts = rows_of(SHARED / "facts" / "fields" / f"{FACTS[key]}.csv")
    assert set(base(key).fields) == {row["field"] for row in facts}


@pytest.mark.parametrize("key", MUSEUMS)
def test_a_repeated_field_is_repeated_here_too(key: str) -> None:
    facts = rows_of(SHARED / "facts" / "fields" / f"{FACTS[key]}.csv")
    for row in facts:
        if row["type"] in ("array", "string"):
            assert base(key).fields[row["field"]].many is (row["type"] == "array"), row["field"]


@pytest.mark.parametrize("key", MUSEUMS)
def test_nobody_reads_a_bare_code(key: str) -> None:
    for code, field in base(key).fields.items():
        if field.public:
            assert field.label != code and not re.fullmatch(r"[A-Z0-9_.-]+", field.label), code


@pytest.mark.parametrize("key", MUSEUMS)
def test_labels_are_written_in_good_french(key: str) -> None:
    for code, field in base(key).fields.items():
        for text in (field.label, field.help, *(other.label for other in field.labels)):
            assert "'" not in text, f"{code}: typographic apostrophe"
            assert not re.search(r"\b(Ecole|Epoque|Etat|Etablissement|Editeur)", text), code
            assert not re.search(r"[oO][eE]uvre|dépot\b|N°", text), code


@pytest.mark.parametrize("key", MUSEUMS)
def test_two_public_fields_never_bear_the_same_label(key: str) -> None:
    labels = [field.label for field in base(key).fields.values() if field.public]
    assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize("key", MUSEUMS)
def test_the_page_and_the_advanced_search_only_name_public_fields(key: str) -> None:
    described = base(key)
    named = {line.field for line in described.page.see_also if line.field}
    named |= {code for section in described.page.main for line in section.lines
              for code in line_codes(line)}  # fmt: skip
    named |= {code for group in described.groups for code in group.fields}
    assert [code for code in sorted(named) if not described.fields[code].public] == []


@pytest.mark.parametrize("key", MUSEUMS)
def test_the_life_of_a_notice_stays_with_the_staff(key: str) -> None:
    for code in ("POP_FLAGS", "POP_IMPORT", "HISTORIQUE"):
        assert base(key).fields[code].staff and base(key).fields[code].label


@pytest.mark.parametrize("key", MUSEUMS)
def test_no_e_mail_goes_to_harvesters_or_into_open_data(key: str) -> None:
    for code, field in base(key).fields.items():
        if field.type is Type.EMAIL:
            assert not field.dublin_core and not field.open_data, code


@pytest.mark.parametrize("key", MUSEUMS)
def test_only_people_who_made_the_thing_are_its_creators(key: str) -> None:
    makers = {
        "joconde": {"AUTR"},
        "museo": set(),
        "mnr": {"AUTR"},
        "enluminures": {"ATTRIB", "AUTR"},
    }
    assert carrying(key, "creator") == makers[key]


@pytest.mark.parametrize("key", MUSEUMS)
def test_a_constant_is_not_searched(key: str) -> None:
    for code in ("BASE", "PRODUCTEUR", "LABEL"):
        if code in base(key).fields:
            assert not base(key).fields[code].searched, code


@pytest.mark.parametrize("key", MUSEUMS)
def test_the_example_of_a_reference_is_well_formed(key: str) -> None:
    reference = base(key).reference
    assert re.fullmatch(reference.pattern, reference.example)
    assert reference.example in reference.expected


@pytest.mark.parametrize("key", MUSEUMS)
def test_every_vocabulary_has_a_name(key: str) -> None:
    for code, field in base(key).fields.items():
        if field.vocabulary:
            assert "NOMMER" not in field.vocabulary.name, code


# Joconde


def test_a_museum_sends_no_work_without_its_five_required_fields() -> None:
    required = {c for c, f in base("joconde").fields.items() if f.required is Need.REFUSE}
    assert required == {"REF", "DOMN", "INV", "MUSEO", "STAT"}


def test_the_inventory_the_status_and_the_deposits_of_a_work_carry_legal_weight() -> None:
    fields = base("joconde").fields
    for code in ("REF", "INV", "STAT", "DACQ", "MUSEO", "LOCA", "DEPO", "DDPT", "ADPT", "MANQUANT"):
        assert fields[code].regulatory, code
    assert not fields["DESC"].regulatory


@pytest.mark.parametrize("ref", ["000PE025604", "503602004-6", "M01620005073"])
def test_references_with_letters_hyphens_or_twelve_signs_are_joconde_references(ref: str) -> None:
    assert Checker(base("joconde")).reference(ref) is None


def test_where_an_object_was_dug_up_is_never_published_finer_than_the_commune() -> None:
    assert base("joconde").fields["DECV"].public
    assert base("joconde").fields["PDEC"].confidential
    assert "PDEC" not in shown(base("joconde"))


def test_a_computed_entry_into_the_public_domain_promises_nothing() -> None:
    assert not base("joconde").fields["LOCA3"].public
    assert base("joconde").fields["DATA"].public


def test_the_status_of_a_work_is_checked_with_care_for_its_list_is_one_of_places() -> None:
    vocabulary = base("joconde").fields["STAT"].vocabulary
    assert vocabulary and vocabulary.checked and vocabulary.doubtful


def test_every_dating_of_a_work_is_understood_as_a_date() -> None:
    for code in ("PERI", "MILL", "EPOQ", "PEOC", "PERU", "MILU", "DACQ", "DDPT"):
        assert base("joconde").fields[code].type is Type.DATE, code


def test_an_author_s_roles_are_cut_off_before_the_name_is_checked() -> None:
    fields = base("joconde").fields
    assert fields["AUTR"].vocabulary and fields["AUTR"].vocabulary.separators == ",;"
    assert fields["REPR"].vocabulary and set("(),;:") <= set(fields["REPR"].vocabulary.separators)


def test_disappeared_is_not_a_situation_but_missing_is() -> None:
    assert "MANQUANT_INVALID" not in flags("joconde", MANQUANT=["manquant"])
    assert "MANQUANT_INVALID" in flags("joconde", MANQUANT=["disparu"])


def test_a_picture_without_credit_is_noticed() -> None:
    assert "IMG_REQUIRED_FOR_PHOT" in flags("joconde", IMG=["joconde/000PE025604/a.jpg"])


def test_the_genre_of_authors_is_theirs_and_follows_their_order() -> None:
    assert label("joconde", "NSDA") == "Genre de l’auteur"
    assert "NSDA_INVALID" not in flags("joconde", NSDA="masculin ; masculin")
    assert "NSDA_INVALID" in flags("joconde", NSDA="nature morte")


def test_the_museum_is_a_link_and_its_collections_the_other_side_of_it() -> None:
    museum = next(link for link in base("joconde").links if link.field == "MUSEO")
    assert museum.to == ("museo",) and museum.inverse


def test_a_picture_is_credited_to_its_photographer_and_its_work_to_the_author() -> None:
    rights = base("joconde").rights
    assert (rights.statement, rights.photographer, rights.work_author) == (
        "DIFFU",
        ("PHOT",),
        ("AUTR",),
    )


def test_every_column_of_the_ministry_s_joconde_file_is_known() -> None:
    for row in rows_of(SHARED / "facts" / "open-data-columns.csv"):
        if row["base"] == "joconde":
            field = base("joconde").fields[row["code"]]
            assert row["column"] in field.columns, row["column"]
            assert field.open_data or row["sure"] == "no", row["column"]


# Muséofile


def test_musee_de_france_is_an_appellation_and_no_label() -> None:
    field = base("museo").fields["LABEL"]
    assert field.label == "Appellation « Musée de France »"
    assert field.regulatory and field.facet is None


def test_the_official_name_of_a_museum_is_kept_as_its_decree_writes_it() -> None:
    assert base("museo").fields["NOMOFF"].regulatory
    assert not base("museo").capitalise


def test_the_coordinator_and_the_head_of_a_museum_are_no_public_matter() -> None:
    fields = base("museo").fields
    assert fields["CONTACT_MUSEO"].confidential
    assert fields["RESP"].legacy and fields["GRESP"].legacy
    assert fields["CONTACT_GENERIQUE"].public


def test_what_museums_write_of_their_category_is_understood() -> None:
    accepted = (
        "Ecomusée",
        "musée de site ; musée en milieu rural",
        "Maison musée. Musée littéraire.",
    )
    for text in accepted:
        assert "CATEG_INVALID" not in flags("museo", CATEG=text), text
    assert "CATEG_INVALID" in flags("museo", CATEG="Jardin remarquable")  # a label


def test_the_protections_of_a_museum_may_be_several() -> None:
    both = "Site patrimonial remarquable. Abords d'un Monument historique."
    assert "PROT-ESP_INVALID" not in flags("museo", PROT_ESP=both)
    assert "PROT-ESP_INVALID" not in flags("museo", PROT_ESP="Dans un site classé")
    assert "PROT-ESP_INVALID" in flags("museo", PROT_ESP="Secteur sauvegardé")


def test_the_column_names_of_the_open_data_file_of_museums_are_all_known() -> None:
    path = SHARED / "data" / "museofile" / "museofile-2025-10.csv"
    header = list(rows_of(path, "|")[0])
    museums = base("museo")
    known = {column for field in museums.fields.values() for column in field.columns}
    assert set(header) <= known | set(museums.geography.columns)


def test_nearly_all_real_museums_pass_the_checks_of_their_main_themes() -> None:
    rows = rows_of(SHARED / "data" / "museofile" / "museofile-2025-10.csv", "|")
    themes = [theme.strip() for row in rows for theme in row["Domaine_thematique"].split(";")]
    themes = [theme for theme in themes if theme]
    wrong = [theme for theme in themes if flags("museo", DOMPAL=[theme]) & {"DOMPAL_INVALID"}]
    assert len(wrong) < len(themes) / 40


# Rose-Valland


def test_an_mnr_work_is_never_said_to_belong_to_anyone() -> None:
    works = base("mnr")
    assert not works.owner_may_be_named
    assert works.keeper and carrying("mnr", "source") == set(works.keeper)
    assert not carrying("mnr", "publisher")
    for field in works.fields.values():
        assert "propriétaire" not in field.label.lower()


def test_the_status_of_an_mnr_work_speaks_of_no_spoliation_and_of_no_owner() -> None:
    said = [status.text for status in base("mnr").status if status.when.holds("MNR00387", "MNR")]
    assert len(said) == 1
    assert "provisoirement à la garde" in said[0]
    assert "n’appartient ni à l’État ni à un musée" in said[0]
    assert "spoli" not in said[0]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_work_seen_at_the_jeu_de_paume_is_not_said_to_be_mnr(apostrophe: str) -> None:
    producer = f"Jeu de Paume sous l{apostrophe}Occupation"
    said = [status.text for status in base("mnr").status if status.when.holds("JDP001", producer)]
    assert len(said) == 1
    assert "garde" not in said[0] and "pas celle d’une œuvre MNR" in said[0]


def test_the_internal_follow_up_of_mnr_is_confidential() -> None:
    for code in ("SALLES", "RCL", "NET", "CARTELS"):
        field = base("mnr").fields[code]
        assert field.confidential and not field.public
    assert base("mnr").masking is None  # where a work is kept is public


def test_a_restitution_is_said_on_the_page_on_the_card_and_to_harvesters() -> None:
    works = base("mnr")
    assert "HIST4" in shown(works)
    assert any("HIST4" in line.compose for line in works.card)
    assert "HIST4" in carrying("mnr", "description")
    assert works.fields["HIST4"].regulatory


def test_any_number_of_an_mnr_work_is_an_inventory_number() -> None:
    for code in ("INV", "NUMS"):
        assert base("mnr").fields[code].type is Type.INVENTORY, code


def test_the_page_of_an_mnr_work_says_its_update_once_and_leads_to_the_mission() -> None:
    works = base("mnr")
    assert shown(works).count("DMAJ") == 1
    assert [line.link_to for line in works.page.see_also] == [
        "https://www.culture.gouv.fr/spoliations-restitutions-1933-1945"
    ]


def test_people_write_about_an_mnr_work_and_signal_no_fault() -> None:
    assert base("mnr").contact_label == "Nous écrire au sujet de cette œuvre"


def test_rose_valland_is_found_under_its_two_addresses() -> None:
    assert base("mnr") is base("rose-valland")
    assert base("museo") is base("museofile")


def test_mnr_and_enluminures_have_no_licence_until_the_ministry_sets_one() -> None:
    for key in ("mnr", "enluminures"):
        assert base(key).rights.data == ()
        assert not any(field.open_data for field in base(key).fields.values())


# Enluminures


def test_labels_of_enluminures_depend_on_the_kind_of_notice() -> None:
    assert label("enluminures", "FOLIOS", OLDER) == "Folios"
    assert label("enluminures", "FOLIOS", ILLUMINATION) == "Numéro de feuillet"
    assert label("enluminures", "FOLIOS", MANUSCRIPT) == "Foliotation du manuscrit"
    assert label("enluminures", "TYPDEC", OLDER) == "Typologie du décor"
    assert label("enluminures", "NOMENC", MANUSCRIPT) == "Thème(s)"
    assert label("enluminures", "TITR", ILLUMINATION) == "Titre de l’œuvre"


def test_the_page_of_an_illumination_begins_with_its_subject_a_manuscript_with_its_title() -> None:
    page = base("enluminures")
    assert shown(page, ILLUMINATION)[0] == "SUJET"
    assert shown(page, MANUSCRIPT)[0] == "TITR"
    assert shown(page, OLDER)[0] == "ATTRIB"
    assert "LANGOUV" not in shown(page, ILLUMINATION)


def test_pictures_of_the_base_initiale_carry_the_credit_of_the_irht() -> None:
    credit = base("enluminures").rights.fixed_credit[0]
    assert "IRHT" in credit.fixed
    assert credit.when and credit.when.holds(ILLUMINATION, "") and credit.when.holds(MANUSCRIPT, "")
    assert not credit.when.holds(OLDER, "")
    assert "DROIT" in shown(base("enluminures"), OLDER)
    assert "DROIT" not in shown(base("enluminures"), ILLUMINATION)


def test_a_manuscript_and_its_illuminations_are_linked_both_ways() -> None:
    links = {link.field: link.reciprocal for link in base("enluminures").links}
    assert links == {"RENV": "RENV", "REFC": "REFDE", "REFDE": "REFC"}


def test_the_language_harvested_is_that_of_the_manuscript() -> None:
    assert carrying("enluminures", "language") == {"LANGOUV"}


def test_fields_whose_labels_are_lost_are_kept_and_never_shown() -> None:
    for code in ("CONSERV", "COTE", "DATDEB", "DOMN", "NFICH", "VISITE"):
        field = base("enluminures").fields[code]
        assert field.legacy and not field.label and not field.facet
