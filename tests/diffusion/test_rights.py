"""The rights of a picture stand wherever it goes; one that may not be shown goes nowhere."""

import csv
import io
import json
import re

import pytest
import pyvips
from django.test import Client
from pypdf import PdfReader

from pop.media import making, originals
from pop.search.answers import landing
from pop.search.answers.searching import search
from pop.search.asking.query import Query
from pop.search.engine.generations import snapshot
from tests.images import image_of
from tests.loading import load_rows

pytestmark = pytest.mark.django_db

FREE, ASKED, HIDDEN, SILENT = "00990000001", "00990000002", "00990000003", "00990000004"
CHURCH, PHOTO, FORBIDDEN = "PA00990001", "AP99N00001", "AP99N00002"


def draw(grey: int) -> str:
    """A picture kept by the platform; its sum."""
    return originals.put((pyvips.Image.black(600, 400) + grey).cast("uchar").jpegsave_buffer())


@pytest.fixture(autouse=True)
def sums(own_index: None) -> dict[str, str]:
    files = {ref: draw(place * 20) for place, ref in enumerate((FREE, ASKED, HIDDEN, PHOTO))}
    files[FORBIDDEN] = draw(200)

    def kept(ref: str) -> dict[str, object]:
        picture = {"file": files[ref], "caption": f"Vue {ref}", "width": 600, "height": 400}
        return {"REF": ref, "POP_IMAGES": [picture]}

    load_rows(
        "joconde",
        {**kept(FREE), "TITR": "Vase", "PHOT": "Jean Exemple CC BY 4.0", "DIFFU": "oui",
         "AUTR": ["LESTRANGE Adèle"]},
        {**kept(ASKED), "TITR": "Coupe", "PHOT": "© Musée, tous droits réservés"},
        {**kept(HIDDEN), "TITR": "Plat", "DIFFU": "non", "PHOT": "© Musée"},
        {"REF": SILENT, "TITR": "Bol"},
    )  # fmt: skip
    load_rows(
        "memoire",
        {**kept(PHOTO), "LEG": "Chevet", "LBASE": [CHURCH], "AUTP": ["Quévert Luc"],
         "COPY": "© Service fictif", "DIFF": "communication libre, reproduction interdite"},
        {**kept(FORBIDDEN), "LEG": "Nef", "LBASE": [CHURCH], "DIFF": "reproduction interdite"},
    )  # fmt: skip
    load_rows("merimee", {"REF": CHURCH, "TICO": "Église"}, index=True)
    return files


def caption(html: str) -> str:
    found = re.search(r"<figcaption>(.*?)</figcaption>", html, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]*>", " ", found[1]).replace("&nbsp;", " ").split())


def test_the_page_says_credit_author_and_rights_beside_the_picture(client: Client) -> None:
    html = client.get(f"/notice/joconde/{FREE}").content.decode()
    assert caption(html) == (
        f"Vue {FREE} Crédit : Jean Exemple CC BY 4.0 Auteur de l’œuvre : LESTRANGE Adèle "
        "Vous pouvez réutiliser cette image en citant «\u202fJean Exemple CC BY 4.0\u202f» "
        "(licence CC BY 4.0). Mention : CC BY 4.0 Télécharger l’image (JPEG)"
    ).replace("«\u202f", "« ").replace("\u202f»", " »")
    assert 'href="http://creativecommons.org/licenses/by/4.0/" rel="license"' in html


def test_a_photograph_bears_its_own_rights_on_the_page_of_the_building(client: Client) -> None:
    html = client.get(f"/notice/merimee/{CHURCH}").content.decode()
    assert "Quévert Luc, © Service fictif" in html
    assert "Cette image se consulte ici seulement" in html
    assert html.count("<figure") == 1, "the one that may not be reproduced is not there"


def test_the_data_of_a_notice_tell_the_rights_of_its_pictures(client: Client) -> None:
    (image,) = json.loads(client.get(f"/notice/joconde/{FREE}.json").content)["images"]
    assert image["credit"] == image["photographer"] == "Jean Exemple CC BY 4.0"
    assert image["work_author"] == "LESTRANGE Adèle"
    assert image["rights_uri"] == "http://creativecommons.org/licenses/by/4.0/"
    assert image["reuse"] == "oui"
    assert json.loads(client.get(f"/notice/joconde/{HIDDEN}.json").content)["images"] == []


def test_the_pdf_of_a_notice_tells_them_too(client: Client) -> None:
    document = PdfReader(io.BytesIO(client.get(f"/notice/joconde/{FREE}.pdf").content))
    said = " ".join("".join(page.extract_text() for page in document.pages).split())
    assert "Auteur de l’œuvre : LESTRANGE Adèle" in said.replace("\u202f", " ").replace("  ", " ")
    assert "creativecommons.org/licenses/by/4.0" in said.replace(" ", "")


def test_a_basket_is_taken_away_with_the_rights_of_its_pictures(client: Client) -> None:
    wanted = [f"joconde/{ref}" for ref in (FREE, ASKED, HIDDEN, SILENT)]
    client.post("/panier", {"ajouter": [*wanted, f"merimee/{CHURCH}"]})
    public = client.get("/panier").content.decode().partition('href="/panier/')[2][:12]
    text = client.get(f"/panier/{public}.csv").content.decode("utf-8-sig")
    rows = {row["Référence"]: row for row in csv.DictReader(io.StringIO(text), delimiter=";")}
    assert [rows[ref]["Réutilisable"] for ref in (FREE, ASKED, HIDDEN, SILENT, CHURCH)] == [
        "oui", "non", "", "", "non",
    ]  # fmt: skip
    assert rows[FREE]["Droits (adresse)"] == "http://creativecommons.org/licenses/by/4.0/"
    assert rows[ASKED]["Crédit de l’image"] == "© Musée, tous droits réservés"
    assert rows[ASKED]["Droits de l’image"].startswith("Tous droits réservés. Réutilisation")
    assert rows[HIDDEN]["Droits de l’image"] == rows[SILENT]["Crédit de l’image"] == ""


def test_a_basket_on_paper_says_them_beside_the_pictures_that_it_shows(client: Client) -> None:
    making.opened(draw(0))
    client.post("/panier", {"ajouter": f"joconde/{FREE}"})
    public = client.get("/panier").content.decode().partition('href="/panier/')[2][:12]
    document = PdfReader(io.BytesIO(client.get(f"/panier/{public}.pdf").content))
    said = "".join(page.extract_text() for page in document.pages)
    assert "Vous pouvez réutiliser cette image" in " ".join(said.split())


@pytest.mark.parametrize(("base", "ref"), [("joconde", HIDDEN), ("memoire", FORBIDDEN)])
def test_a_picture_that_may_not_be_shown_has_no_address(
    base: str, ref: str, client: Client, sums: dict[str, str]
) -> None:
    assert image_of(f"/iiif/3/{base}-{ref}-{sums[ref][:16]}/full/max/0/default.jpg")[0] == 404
    html = client.get(f"/notice/{base}/{ref}").content.decode()
    assert "<figure" not in html and sums[ref][:16] not in html
    results = client.get("/recherche?vue=mosaique").content.decode()
    assert sums[ref][:16] not in results and sums[FREE][:16] in results
    given = image_of(f"/iiif/3/joconde-{FREE}-{sums[FREE][:16]}/full/max/0/default.jpg")[1]
    assert given.startswith(b"\xff\xd8")


def found(*filters: tuple[str, str]) -> set[str]:
    return {notice.ref for notice in search(Query(filters=filters), snapshot()).notices}


def test_a_notice_whose_picture_may_not_be_shown_is_one_without_picture() -> None:
    assert found(("image", "oui")) == {FREE, ASKED, PHOTO, CHURCH}
    assert found(("image", "non")) == {HIDDEN, SILENT, FORBIDDEN}


def test_pictures_are_found_by_whether_they_may_be_reused(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Counts made ahead may be a minute late; here nothing is.
    monkeypatch.setattr(landing, "OLDEST", 0.0)
    assert found(("reutilisable", "oui")) == {FREE}
    assert found(("reutilisable", "non")) == {ASKED, PHOTO, CHURCH}
    load_rows("joconde", {"REF": SILENT, "TITR": "Bol", "IMG": ["bol.jpg"]}, index=True)
    assert found(("reutilisable", "non vérifiés")) == {SILENT}
    html = client.get("/recherche").content.decode()
    assert "Réutilisation des images" in html
    for written in ("oui", "non", "non%20verifies"):
        assert f"?reutilisable={written}" in html
    chosen = client.get("/recherche?reutilisable=non%20verifies").content.decode()
    assert "Droits des images non vérifiés" in chosen and SILENT in chosen


def test_a_photograph_whose_rights_change_changes_the_building_that_shows_it() -> None:
    load_rows(
        "memoire",
        {"REF": PHOTO, "LEG": "Chevet", "LBASE": [CHURCH], "DIFF": "reproduction interdite"},
        index=True,
    )
    assert found(("image", "oui")) == {FREE, ASKED}
    assert found(("reutilisable", "non")) == {ASKED}


def test_what_calls_for_care_is_told_by_a_line_before_the_picture(client: Client) -> None:
    load_rows("joconde", {"REF": SILENT, "TITR": "Tête de nègre"})
    html = client.get(f"/notice/joconde/{SILENT}").content.decode()
    line = "tel que sa source l’a écrit, emploie des mots de son temps qui blessent"
    assert line in html and "<h1>Tête de nègre</h1>" in html
    (said,) = json.loads(client.get(f"/notice/joconde/{SILENT}.json").content)["context"]
    assert line in said
    assert line not in client.get(f"/notice/joconde/{FREE}").content.decode()
