"""The rights of a picture: what people read beside it, and the same for machines."""

import json
from pathlib import Path
from typing import Any

import pytest

from pop.demonstration.generating.entries import ASK, ASK_ARTIST, FREE
from pop.model import catalogue
from pop.model.loading import ModelError, load_base
from pop.model.rights import PictureRights, named, of_picture, statement_of
from pop.model.rights_table import table

CC = "http://creativecommons.org/"
RS = "http://rightsstatements.org/vocab/"
LICENCE_OUVERTE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


def of(base: str, credit: str = "", rights: str = "", **values: Any) -> PictureRights:
    return of_picture(base, values, credit, rights)


@pytest.mark.parametrize("base", catalogue.bases())
def test_of_a_picture_of_which_nothing_is_said_the_rights_are_not_checked(base: str) -> None:
    said = of(base)
    assert said.sentence.startswith("Droits non vérifiés\u202f: contactez l")
    assert said.uri == f"{RS}CNE/1.0/" and said.admitted
    assert not said.reusable
    assert said.shown and said.largest == 0


@pytest.mark.parametrize(
    ("words", "begins", "largest", "shown"),
    [
        ("reproduction soumise à autorisation du titulaire des droits d'exploitation",
         "Réutilisation soumise à l’accord du titulaire des droits d’exploitation", 1200, True),
        ("Communication libre, reproduction soumise à autorisation",
         "Réutilisation soumise à l’accord de", 1200, True),
        ("Tous droits réservés.", "Tous droits réservés. Réutilisation soumise", 1200, True),
        ("communication libre, reproduction interdite", "Cette image se consulte ici", 1200, True),
        ("REPRODUCTION  INTERDITE", "Cette image ne peut pas être montrée", 1200, False),
        ("non communicable avant 2050", "Cette image ne peut pas être montrée", 1200, False),
    ],
)  # fmt: skip
def test_the_statements_of_memoire_are_all_understood(
    words: str, begins: str, largest: int, shown: bool
) -> None:
    said = of("memoire", DIFF=words)
    assert said.sentence.startswith(begins)
    assert (said.largest, said.shown, said.reusable) == (largest, shown, False)
    # Only who says that rights are reserved says that there are some.
    assert said.uri == (f"{RS}InC/1.0/" if "réservés" in words or not shown else "")


def test_a_statement_that_nobody_foresaw_is_shown_and_opens_nothing() -> None:
    said = of("memoire", DIFF="libre")
    assert "la source écrit\u202f: «\u202flibre\u202f»" in said.sentence
    assert (said.uri, said.admitted, said.reusable) == ("", False, False)


def test_a_picture_of_joconde_that_is_not_diffusable_is_not_shown_whatever_it_says() -> None:
    assert not of("joconde", DIFFU="non").shown
    assert not of("joconde", DIFFU="NON", rights="CC BY 4.0").shown
    assert of("joconde", DIFFU="oui").shown


def test_diffusable_is_not_reusable() -> None:
    assert of("joconde", DIFFU="oui").sentence.startswith("Droits non vérifiés")
    assert statement_of("joconde", {"DIFFU": "oui"}).reuse == "non vérifiés"


def test_the_author_of_the_work_has_a_right_that_the_photograph_does_not_open() -> None:
    said = of("joconde", DATA="oui", AUTR=["Lestrange Adèle"], PHOT="Jean Exemple CC BY 4.0")
    assert said.sentence.startswith("Réutilisation soumise à l’accord de l’auteur de l’œuvre")
    assert not said.reusable and said.largest == 1200
    assert (said.photographer, said.work_author) == ("Jean Exemple CC BY 4.0", "Lestrange Adèle")
    assert of("joconde", DATA="non", PHOT="Jean Exemple CC BY 4.0").reusable
    assert not of("joconde", DATA="oui", rights="CC0").reusable


@pytest.mark.parametrize(
    ("credit", "uri", "cited"),
    [
        ("© Jean Exemple#Licence Ouverte/Etalab", LICENCE_OUVERTE, "Jean Exemple"),
        ("Marie Exemple CC-BY-SA 3.0", f"{CC}licenses/by-sa/3.0/", "Marie Exemple"),
        ("Marie Exemple, CC BY 4.0", f"{CC}licenses/by/4.0/", "Marie Exemple"),
        # No version is given to a licence that has none.
        ("Marie Exemple CC BY-SA", "", "Marie Exemple"),
        ("Musée fictif, CC0", f"{CC}publicdomain/zero/1.0/", "Musée fictif"),
    ],
)
def test_a_licence_written_in_the_credit_is_read(credit: str, uri: str, cited: str) -> None:
    said = of("joconde", PHOT=credit)
    assert said.reusable
    assert said.sentence.startswith("Vous pouvez réutiliser cette image")
    assert cited in said.sentence
    assert said.uri == uri
    assert said.admitted == uri.startswith("http:")


def test_the_licence_ouverte_is_open_and_iiif_does_not_admit_it() -> None:
    said = of("joconde", rights="Licence Ouverte 2.0")
    assert said.reusable and said.uri == LICENCE_OUVERTE and not said.admitted


@pytest.mark.parametrize(
    "text",
    [
        "© Jean Exemple, tous droits réservés", "RMN, utilisation soumise à autorisation",
        "Jean Exemple, CC BY, sauf usage commercial", "Elle n’est pas dans le domaine public",
        "Jean Exemple CC BY-NC 4.0", "Jean Exemple CC BY-ND", "© ADAGP, Paris, CC BY",
        "Licence Ouverte pour le texte seulement", "Jean Exemple", "libre de droits",
    ],
)  # fmt: skip
def test_what_is_doubtful_or_conditional_never_opens(text: str) -> None:
    assert not of("joconde", PHOT=text).reusable
    assert not of("joconde", rights=text).reusable
    assert not of("memoire", credit=text).reusable


def test_the_public_domain_of_a_credit_may_be_that_of_the_work() -> None:
    assert not of("joconde", PHOT="domaine public").reusable
    said = of("joconde", rights="Domaine public")
    assert said.reusable and said.uri == f"{CC}publicdomain/mark/1.0/" and said.admitted


def test_an_address_says_the_same_as_its_name() -> None:
    written = "https://creativecommons.org/licenses/by-sa/3.0/fr/deed.fr"
    assert of("museo", rights=written).uri == f"{CC}licenses/by-sa/3.0/fr/"
    said = of("museo", rights="http://rightsstatements.org/page/InC-EDU/1.0/")
    assert said.uri == f"{RS}InC-EDU/1.0/" and not said.reusable
    assert named(f"{CC}licenses/by-sa/3.0/fr/") == "CC BY-SA 3.0 fr"
    assert named(f"{RS}CNE/1.0/") == "Droits non vérifiés"


def test_what_a_picture_says_of_itself_outranks_the_fields() -> None:
    said = of("memoire", "Luc Exemple", "CC BY 4.0", DIFF="tous droits réservés", COPY="© Service")
    assert said.reusable and said.credit == "Luc Exemple"
    # As it was written when it says more than the name of a licence.
    asked = of("memoire", rights="reproduction soumise à l’accord des héritiers", DIFF="")
    assert asked.sentence == "Reproduction soumise à l’accord des héritiers."
    assert not asked.reusable and asked.largest == 1200


def test_the_credit_joins_the_photographer_and_the_institution_as_they_are_written() -> None:
    said = of(
        "memoire", AUTP=["Brissy, Edouard"], COPY="© Ministère de la Culture, diffusion RMN-GP",
        AUTOEU=["Carvin Toussaint"], AUTG=["Quévert Luc"],
    )  # fmt: skip
    assert said.credit == "Brissy, Edouard, © Ministère de la Culture, diffusion RMN-GP"
    assert said.photographer == "Brissy, Edouard"
    assert said.work_author == "Carvin Toussaint ; Quévert Luc"
    assert of("memoire", AUTP=["Nadar"], COPY="© Nadar, MPP").credit == "© Nadar, MPP"


def test_the_copyright_of_a_notice_is_not_that_of_its_picture() -> None:
    assert of("joconde", COPY="© Musée, tous droits réservés").credit == ""
    assert of("merimee", COPY=["© Monuments historiques"]).credit == ""


def test_illuminations_bear_the_credit_of_the_irht() -> None:
    assert "IRHT" in of("enluminures").credit
    assert of("enluminures", DROIT="© Bibliothèque fictive").credit == "© Bibliothèque fictive"


def test_a_work_of_rose_valland_bears_the_line_that_is_true_of_it() -> None:
    known = of("mnr", REF="MNR00387", PRODUCTEUR="MNR").status
    assert "provisoirement à la garde des Musées nationaux" in known
    # Of what is not told, only what is true of all.
    unknown = of("mnr", TITR="Barque").status
    assert "ou passée par le musée du Jeu de Paume" in unknown
    assert "n’appartient" not in unknown
    assert of("joconde").status == ""


def test_the_demonstration_says_rights_of_every_sort() -> None:
    assert of("joconde", rights=FREE).uri == f"{CC}publicdomain/zero/1.0/"
    for text in (ASK, ASK_ARTIST):
        assert not of("joconde", rights=text).reusable
        assert of("joconde", rights=text).largest == 1200


def test_a_statement_is_addressed_where_it_is_reusable_and_every_address_is_a_known_one() -> None:
    for key, statement in table().statements.items():
        if not statement.uri:
            assert statement.reuse != "oui", key
            continue
        assert statement.uri.startswith((CC, RS, LICENCE_OUVERTE))
        assert not (statement.reuse == "oui" and (statement.largest or not statement.shown))


def test_the_addresses_said_admitted_are_those_that_the_schema_of_iiif_admits(
    real_data: Path,
) -> None:
    schema = json.loads(
        (real_data / "schemas/iiif/presentation-3.0.schema.json").read_text(encoding="utf-8")
    )
    admitted = [one["pattern"].rstrip("*.") for one in schema["classes"]["rights"]["oneOf"]]
    for statement in table().statements.values():
        uri = statement.address("4.0")
        said = of_picture("museo", {}, rights=uri)
        if uri:
            assert said.admitted == uri.startswith(tuple(admitted)), uri


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("statement: droits-reserves", "statement: nope", "field DIFF: .*statement « nope »"),
        ("{field: DIFF, says", "{field: NOPE, says", "field NOPE: named in the table of rights"),
        ("says: [\"tous droits réservés\"]", "says: []", "field DIFF: .*one of says, anything_but"),
        ("  credit: [COPY]", "  credit: [ADPHOT]", "field ADPHOT: is printed .* not public"),
    ],
)  # fmt: skip
def test_a_fault_of_the_table_says_where_it_is(
    before: str, after: str, said: str, tmp_path: Path
) -> None:
    text = (catalogue.FOLDER / "memoire.yaml").read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "memoire.yaml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ModelError, match=said):
        load_base(path)
