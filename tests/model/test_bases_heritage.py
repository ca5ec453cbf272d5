"""What a documentalist expects of Mérimée and Palissy, and of all four heritage bases."""

import csv
import re
from pathlib import Path

import pytest

from pop.model.catalogue import base
from pop.model.loading import DERIVED_NAMES, part_codes
from pop.model.schema import Need, Type
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

HERITAGE = ("merimee", "palissy", "memoire", "autor")
BUILDINGS_AND_OBJECTS = ("merimee", "palissy")
MH = "Monuments Historiques"
INVENTAIRE = "Inventaire"
MASKED = ("ADRS2", "COM2", "EDIF2", "EMPL2", "INSEE2", "LBASE2")
FACETS = {
    "base", "image", "region", "departement", "commune", "siecle", "domaine", "denomination",
    "auteur", "technique", "producteur", "musee", "protection", "situation", "label", "localise",
}  # fmt: skip


# All four


@pytest.mark.parametrize("key", HERITAGE)
def test_a_repeated_field_is_repeated_here_too(key: str, facts: Path) -> None:
    with (facts / "fields" / f"{key}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["type"] in ("array", "string"):
                many = base(key).fields[row["field"]].many
                assert many is (row["type"] == "array"), row["field"]


@pytest.mark.parametrize("key", HERITAGE)
def test_a_field_without_a_known_label_is_kept_and_never_shown(key: str) -> None:
    for code, field in base(key).fields.items():
        assert field.label or field.legacy, code


@pytest.mark.parametrize("key", HERITAGE)
def test_nobody_reads_a_bare_code(key: str) -> None:
    for code, field in base(key).fields.items():
        if field.public:
            assert field.label != code and not re.fullmatch(r"[A-Z0-9_.-]+", field.label), code


@pytest.mark.parametrize("key", HERITAGE)
def test_one_label_names_one_field(key: str) -> None:
    """A column headed by a label must feed the right field."""
    labels = [field.label for field in base(key).fields.values() if field.label]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("key", HERITAGE)
def test_labels_are_written_in_good_french(key: str) -> None:
    wrong = re.compile(
        r"'|oeuvre|Oeuvre| - |\(s\).*\(s\)|"
        r"\b(?:Ecole|Edifice|Edition|Element|Etape|Etat|Eglise|consctruction|Nationnalités|lieus)\b"
    )
    described = base(key)
    texts = [described.about, *titles(key), *(group.label for group in described.groups)]
    for field in described.fields.values():
        texts += [field.label, field.help, field.form, *(other.label for other in field.labels)]
        if field.vocabulary:
            texts += [field.vocabulary.name, field.vocabulary.doubtful]
    texts += [text for line in lines(described) for text in (line.label, line.link_text)]
    for link in described.links:
        texts += [link.relation, link.inverse]
    for text in texts:
        assert not wrong.search(text), text


@pytest.mark.parametrize("key", HERITAGE)
def test_every_section_of_the_page_has_its_own_title(key: str) -> None:
    assert len(titles(key)) == len(set(titles(key)))
    assert [section.title for section in base(key).page.about] == ["À propos de la notice"]


@pytest.mark.parametrize("key", HERITAGE)
def test_no_line_of_the_page_is_without_a_label(key: str) -> None:
    for line in lines(base(key)):
        assert line.label or label(key, line.field or ""), line


@pytest.mark.parametrize("key", HERITAGE)
def test_titles_cards_and_groups_only_use_what_the_public_may_read(key: str) -> None:
    described = base(key)
    composed = (*described.title, *described.subtitle, *described.place_line)
    composed += (*described.date_line, *described.card)
    codes = {code for one in composed for code in part_codes(one.compose)}
    codes |= {code for group in described.groups for code in group.fields}
    codes |= {link.field for link in described.links}
    codes -= DERIVED_NAMES
    assert {code for code in codes if not described.fields[code].public} == set()


@pytest.mark.parametrize("key", HERITAGE)
def test_the_platform_s_own_fields_are_named_in_words(key: str) -> None:
    assert label(key, "CONTIENT_IMAGE") == "Contient une image"
    for code in ("POP_FLAGS", "HISTORIQUE"):
        assert base(key).fields[code].staff and label(key, code)


@pytest.mark.parametrize("key", HERITAGE)
def test_the_date_of_the_notice_is_not_taken_for_the_date_of_the_thing(key: str) -> None:
    assert label(key, "DMIS") == "Date de versement de la notice"
    assert label(key, "DMAJ") == "Date de la dernière modification de la notice"


@pytest.mark.parametrize("key", HERITAGE)
def test_only_a_missing_reference_refuses_a_notice(key: str) -> None:
    refusing = {c for c, field in base(key).fields.items() if field.required is Need.REFUSE}
    assert refusing == {"REF"}


@pytest.mark.parametrize("key", HERITAGE)
def test_no_e_mail_leaves_the_platform(key: str) -> None:
    """Contacts published are functional addresses only, and nothing can tell them apart."""
    for code, field in base(key).fields.items():
        if field.type is Type.EMAIL:
            assert not field.public and not field.dublin_core, code
    assert base(key).contact == "pop@culture.gouv.fr"


@pytest.mark.parametrize("key", HERITAGE)
def test_the_authors_of_a_notice_are_credited(key: str) -> None:
    credits = {"merimee": "NOMS", "palissy": "NOMS", "memoire": "COPY", "autor": "REDAC"}
    assert credits[key] in shown(base(key))
    assert not base(key).fields[credits[key]].living_people


@pytest.mark.parametrize("key", HERITAGE)
def test_facets_are_those_in_use(key: str) -> None:
    assert {f.facet for f in base(key).fields.values() if f.facet} <= FACETS
    for name in ("base", "image", "producteur", "auteur", "siecle", "denomination"):
        assert facet(key, name), name


@pytest.mark.parametrize("key", HERITAGE)
def test_what_is_the_same_on_every_notice_is_not_searched(key: str) -> None:
    for code in ("BASE", "PRODUCTEUR", "COPY"):
        assert not base(key).fields[code].searched, code


@pytest.mark.parametrize("key", ["merimee", "palissy", "memoire"])
def test_a_region_of_before_2016_is_never_a_fault(key: str) -> None:
    assert flags(key, REG=["Champagne-Ardenne"]).isdisjoint({"REG_INVALID"})
    assert flags(key, REG=["Ile-de-France"]).isdisjoint({"REG_INVALID"})


@pytest.mark.parametrize("key", HERITAGE)
def test_every_controlled_list_has_a_french_name(key: str) -> None:
    for code, field in base(key).fields.items():
        if field.vocabulary:
            assert field.vocabulary.name[0].isupper() and "NOMMER" not in field.vocabulary.name, (
                code
            )


# Mérimée and Palissy


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_monuments_historiques_are_regulatory_and_the_inventaire_is_not(key: str) -> None:
    regulatory = base(key).regulatory
    assert regulatory is not None
    assert regulatory.holds("", MH)
    assert not regulatory.holds("", INVENTAIRE)


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_what_states_a_protection_is_regulatory(key: str) -> None:
    for code in ("REF", "PROT", "DPRO", "PPRO", "STAT", "COM", "INSEE", "DPT"):
        assert base(key).fields[code].regulatory, code
    for code in ("TICO", "DENO", "HIST", "DESC", "AUTR", "SCLE", "WCOM", "COPY", "REG", "INTE"):
        assert not base(key).fields[code].regulatory, code


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_a_date_of_protection_is_a_date_with_its_level(key: str) -> None:
    dpro = base(key).fields["DPRO"]
    assert dpro.type is Type.DATE and "9999/99/99" in dpro.help
    assert "PROT_REQUIRED_FOR_DPRO" in flags(key, PROT="inscrit MH")


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_the_forms_of_display_are_asked_for_when_the_place_is_filled(key: str) -> None:
    found = flags(key, COM=["Aix-en-Othe"], ADRS="Église (place de l’)")
    assert {"COM_REQUIRED_FOR_WCOM", "ADRS_REQUIRED_FOR_WADRS"} <= found


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_an_insee_code_that_contradicts_its_departement_is_refused_at_import(key: str) -> None:
    assert "INSEE_DPT_MATCH_FAIL" in refusals(key, INSEE=["68066"], DPT=["44"])
    assert not refusals(key, INSEE=["2A004", "97411"], DPT=["2A", "974"])
    assert "DPT_LENGTH_2" in refusals(key, DPT=["1"])


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_a_reference_longer_than_announced_is_flagged_not_refused(key: str) -> None:
    checks = base(key).fields["REF"].checks
    assert checks.max_length == 10 and not checks.refuse


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_every_zone_we_read_may_be_written_in_any_case(key: str) -> None:
    for zone in ("Lambert93", "LAMBERT1", "cc49", "UTM20N", "Gauss Laborde", "WGS84"):
        assert not flags(key, ZONE=zone) & {"ZONE_INVALID"}, zone
    assert "ZONE_INVALID" in flags(key, ZONE="au pied de l’église")


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_dossiers_and_arretes_are_internal_until_declared_public(key: str) -> None:
    for code in ("POP_DOSSIER_VERT", "POP_ARRETE_PROTECTION", "POP_DOSSIER_PROTECTION"):
        field = base(key).fields[code]
        assert field.type is Type.FILE and field.staff, code
        assert code not in shown(base(key))


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_internal_keys_and_storage_numbers_are_for_the_staff(key: str) -> None:
    for code in ("MFICH", "MICR", "IDAGR", "VIDEO", "IMAGE"):
        assert base(key).fields[code].staff, code


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_the_archives_of_the_mediatheque_are_one_click_away(key: str) -> None:
    line = next(line for line in base(key).page.see_also if line.field == "LMDP")
    assert line.link_to.startswith("https://archives-map.culture.gouv.fr/")
    assert "RECH_S={REF}" in line.link_to


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_the_dossier_of_the_region_is_one_click_away(key: str) -> None:
    texts = {line.field: line.link_text for line in base(key).page.see_also}
    assert texts["DOSURL"] == "Voir le dossier complet sur le site de la Région"
    assert texts["DOSURLPDF"] == "Voir le dossier d’origine numérisé"


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_building_and_object_know_each_other(key: str) -> None:
    here, there = {"merimee": ("REFO", "REFA"), "palissy": ("REFA", "REFO")}[key]
    link = next(link for link in base(key).links if link.field == here)
    assert link.reciprocal == there
    mirror = next(
        link for link in base("palissy" if key == "merimee" else "merimee").links
        if link.field == there
    )  # fmt: skip
    assert (link.relation, link.inverse) == (mirror.inverse, mirror.relation)


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_the_whole_and_its_parts_make_one_group_on_the_page(key: str) -> None:
    by_field = {link.field: link for link in base(key).links}
    assert by_field["REFE"].relation == by_field["REFP"].inverse == "Fait partie de"
    assert by_field["REFP"].relation == by_field["REFE"].inverse == "Parties étudiées"
    assert by_field["REFE"].reciprocal is None, "nothing writes in a regulatory notice by itself"


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_only_monuments_historiques_are_under_an_open_licence(key: str) -> None:
    (licence,) = base(key).rights.data
    assert licence.when is not None
    assert licence.when.holds("", MH) and not licence.when.holds("", INVENTAIRE)


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_people_of_the_history_may_be_alive_and_go_in_no_crosswalk(key: str) -> None:
    for code in ("PERS", "PSTA" if key == "merimee" else "PRECISION_JURIDIQUE"):
        field = base(key).fields[code]
        assert field.living_people and not field.dublin_core, code


@pytest.mark.parametrize("key", BUILDINGS_AND_OBJECTS)
def test_the_creator_is_the_author_and_the_source_is_nobody_s_mailbox(key: str) -> None:
    assert carrying(key, "creator") == {"AUTR"}
    assert carrying(key, "source") == set()
    assert {"DPRO", "PPRO"} <= carrying(key, "description")
    assert "REF" not in carrying(key, "subject")


# Mérimée


@pytest.mark.parametrize(
    "ref",
    ["PA00078014", "IA17047185", "EA97200006", "IA2A001373", "ACR0000123", "MI123", "JAR0001"],
)
def test_every_known_prefix_of_merimee_is_taken_in(ref: str) -> None:
    assert accepted("merimee", ref)


@pytest.mark.parametrize("ref", ["", "PA 00078014", "PA00078014;PA00078015", "pà0001"])
def test_a_malformed_reference_is_refused(ref: str) -> None:
    assert not accepted("merimee", ref)


def test_parcels_acts_and_labels_are_regulatory_in_merimee() -> None:
    for code in ("CADA", "APRO", "MHPP", "SITE", "DLAB", "OBS", "AFFE", "PSTA"):
        assert base("merimee").fields[code].regulatory, code


def test_an_insee_code_is_expected_wherever_the_departement_is_known() -> None:
    assert "DPT_REQUIRED_FOR_INSEE" in flags("merimee", DPT=["10"])
    assert "DPT_REQUIRED_FOR_INSEE" not in flags("palissy", DPT=["10"]), "it may be masked"


def test_the_list_of_vaults_is_that_of_vout_and_not_of_the_ministries() -> None:
    fields = base("merimee").fields
    assert fields["AFFE"].vocabulary is None
    assert fields["VOUT"].vocabulary is not None
    assert fields["VOUT"].vocabulary.opentheso == "th368"
    assert fields["VOUT"].vocabulary.doubtful


def test_the_state_of_a_building_is_checked_softly_against_a_list_of_objects() -> None:
    vocabulary = base("merimee").fields["ETAT"].vocabulary
    assert vocabulary is not None and vocabulary.doubtful


def test_the_genre_is_checked_at_last() -> None:
    vocabulary = base("merimee").fields["GENR"].vocabulary
    assert vocabulary is not None and vocabulary.checked


def test_labels_of_merimee_are_mended() -> None:
    assert label("merimee", "ELEV") == "Parti d’élévation extérieure"
    assert label("merimee", "SCLD") == "Siècle des campagnes secondaires de construction"
    assert label("merimee", "REMA") == "Éléments remarquables dans l’édifice"
    assert label("merimee", "DATE") == "Années des campagnes de construction"


def test_today_s_open_data_names_come_first() -> None:
    fields = base("merimee").fields
    assert fields["TICO"].columns[0] == "Titre_editorial_de_la_notice"
    assert fields["PROT"].columns == ("Typologie_de_la_protection",)
    assert fields["APRO"].columns == ("Nature_de_la_protection",)
    assert base("merimee").geography.columns[0] == "coordonnees_au_format_WGS84"


def test_a_label_is_not_dated_into_the_facet_of_labels() -> None:
    assert facet("merimee", "label") == set()
    assert facet("merimee", "protection") == {"PROT"}


# Palissy


def test_the_masked_places_are_confidential_and_never_on_the_page() -> None:
    palissy = base("palissy")
    assert palissy.masking is not None and set(palissy.masking.fields) == set(MASKED)
    everywhere = shown(palissy) | shown(palissy, producer=MH)
    for code in MASKED:
        field = palissy.fields[code]
        assert field.confidential and not field.public, code
        assert not (field.facet or field.dublin_core or field.columns or field.search_key), code
        assert code not in everywhere
    assert "LBASE2" not in {link.field for link in palissy.links}


def test_a_masked_object_is_not_found_by_what_surrounds_it() -> None:
    masking = base("palissy").masking
    assert masking is not None
    groups = {
        "the place itself": {
            "COM",
            "WCOM",
            "INSEE",
            "ADRS",
            "EDIF",
            "EMPL",
            "LOCA",
            "PLOC",
            "LIEU",
        },
        "its measures": {"COOR", "COORM", "POP_COORDONNEES.lat", "POP_COORDONNEES.lon"},
        "the fields taken over": {"WEB", "MOSA", "IMAGE"},
        "links": {"REFA", "RENV", "REFE", "REFP", "REFJOC", "REFMUS", "LIENS", "LMDP"},
        "dossiers": {"DOSURL", "DOSURLPDF", "POP_DOSSIER_VERT", "POP_ARRETE_PROTECTION", "NUMA"},
        "photographs": {"MEMOIRE", "PHOTO", "NUMP", "VIDEO"},
        "texts": {"HIST", "ORIG", "ACQU", "PERS", "PPRO", "OBS", "SOUR", "PAPP", "VOLS", "DEPL"},
    }
    for what, codes in groups.items():
        assert codes <= set(masking.inferred_by), what
    assert {"memoire.LBASE", "merimee.REFO", "joconde.REFPAL", "museo.REFPAL"} <= set(
        masking.inferred_by_links_from
    )


def test_a_masked_object_can_still_be_recognised() -> None:
    masking = base("palissy").masking
    assert masking is not None
    kept = {
        "DENO",
        "TICO",
        "DESC",
        "DIMS",
        "MATR",
        "AUTR",
        "SCLE",
        "PROT",
        "DPRO",
        "MANQUANT",
        "DPT",
    }
    assert kept.isdisjoint(masking.inferred_by)


def test_some_fields_of_a_monument_historique_bear_another_name() -> None:
    assert label("palissy", "INSEE", MH) == "Numéro INSEE de la commune au moment de la protection"
    assert label("palissy", "INSEE", INVENTAIRE) == "Numéro INSEE de la commune"
    assert label("palissy", "WEB", MH) == "Numéro INSEE de la commune actuelle"
    assert label("palissy", "DENQ", MH) == "Date de l’enquête ou du récolement"
    assert label("palissy", "DENQ", INVENTAIRE) == "Date de l’enquête ou du dernier récolement"


def test_the_commune_of_today_is_shown_for_monuments_historiques_only() -> None:
    assert "WEB" in shown(base("palissy"), producer=MH)
    assert "WEB" not in shown(base("palissy"), producer=INVENTAIRE)


def test_a_missing_object_says_so_on_its_page() -> None:
    field = base("palissy").fields["MANQUANT"]
    assert field.label == "Situation particulière" and field.facet == "situation"
    assert "MANQUANT" in shown(base("palissy"))
    assert not flags("palissy", MANQUANT=["volé", "manquant"]) & {"MANQUANT_INVALID"}
    assert "MANQUANT_INVALID" in flags("palissy", MANQUANT=["disparu"])


def test_where_an_object_went_is_in_no_crosswalk() -> None:
    for code in ("DEPL", "VOLS", "EMPL", "WADRS"):
        assert not base("palissy").fields[code].dublin_core, code


def test_the_decree_is_regulatory_and_the_masked_commune_too() -> None:
    for code in ("NUMA", "PRECISION_JURIDIQUE", "COM2", "INSEE2", "MANQUANT"):
        assert base("palissy").fields[code].regulatory, code


def test_a_title_is_found_even_when_only_titr_is_filled() -> None:
    assert [line.compose for line in base("palissy").title] == [("TICO",), ("TITR",), ("DENO",)]


def test_storage_places_are_not_published_as_a_number_of_objects() -> None:
    assert label("palissy", "IMAGE") == "Nombre d’objets"
    assert not base("palissy").fields["IMAGE"].public
