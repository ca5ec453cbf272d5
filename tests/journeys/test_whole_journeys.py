"""Whole journeys by the keyboard alone, with and without JavaScript: from a search to a notice of
the second page and back to its place; the basket; an error reported, wrong at first."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import TABLES, OpenPage
from tests.journeys.keyboard import FOCUSED, choose, tab_to
from tests.programs import DATA, platform

SCREEN = {"width": 1280, "height": 600}
# The form refuses what is sent sooner (pop.visitors.reports.QUICKEST).
TIME_TO_READ = 4_000
with_and_without_script = pytest.mark.parametrize(
    "javascript", [True, False], ids=["script", "no-script"]
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of the other journeys, with enough farms for two pages of results."""
    farms = tmp_path_factory.mktemp("tables") / "fermes.csv"
    rows = (
        f"IA0098{n:04d}|00|Sainte-Orne|Ferme {n:02d}|ferme|{18 if n <= 40 else 19}e siècle"
        for n in range(1, 61)
    )
    farms.write_text("\n".join(["REF|DPT|COM|TICO|DENO|SCLE", *rows, ""]), encoding="utf-8")
    with platform(tmp_path_factory.mktemp("site")) as own:
        assert own.pop("load", *(DATA / name for name in TABLES), farms).code == 0
        with own.serve() as server:
            yield server.origin


@with_and_without_script
def test_search_filter_second_page_notice_and_back_to_its_place(
    javascript: bool, open_page: OpenPage
) -> None:
    page = open_page("/", java_script_enabled=javascript, viewport=SCREEN)
    heading = page.get_by_role("heading", level=1)
    tab_to(page, "Chercher dans les huit bases")
    page.keyboard.type("ferme")
    page.keyboard.press("Enter")
    expect(heading).to_contain_text("60 résultats")

    tab_to(page, "18e\xa0siècle40 notices")
    page.keyboard.press("Enter")
    expect(heading).to_contain_text("40 résultats")
    expect(page.get_by_role("link", name="18e siècle : retirer ce filtre")).to_be_visible()

    tab_to(page, "Titre")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("tri=titre"))
    skip_the_filters(page)
    tab_to(page, "Suivante page")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("page=2"))
    skip_the_filters(page)
    met = tab_to(page, "Ferme 38")
    assert "Ferme 25" not in met, "the second page begins after the first"
    page.keyboard.press("Enter")
    expect(heading).to_have_text("Ferme 38")

    tab_to(page, "Résultats")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("page=2.*#resultat-38$"))
    expect(page.get_by_role("link", name="Ferme 38", exact=True)).to_be_in_viewport()
    # The keyboard is there too: it goes on from the notice that was left.
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Ferme 38"


@with_and_without_script
def test_a_notice_is_kept_named_taken_out_and_given_back(
    javascript: bool, open_page: OpenPage
) -> None:
    page = open_page(
        "/recherche?q=ferme&vue=liste", java_script_enabled=javascript, viewport=SCREEN
    )
    keep = page.get_by_role("button", name="Garder dans le panier : Ferme 02")
    skip_the_filters(page)
    tab_to(page, "Garder dans le panier\xa0: Ferme 02")
    page.keyboard.press("Enter")
    expect(keep).to_have_attribute("aria-pressed", "true")
    expect(keep).to_be_focused()
    if javascript:
        expect(page.locator("#panier-dit")).to_have_text("Gardée dans le panier : 1 notice")

    tab_to(page, "Panier (1)", "Shift+Tab")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Panier")
    tab_to(page, "Nom du panier")
    page.keyboard.type("Fermes à voir")
    page.keyboard.press("Enter")
    expect(heading).to_have_text("Fermes à voir")

    tab_to(page, "Garder dans le panier\xa0: Ferme 02")
    page.keyboard.press("Space")
    if javascript:
        expect(keep).to_have_attribute("aria-pressed", "false")
        expect(keep).to_be_focused()
        expect(page.locator("#panier-dit")).to_have_text("Retirée du panier : 0 notice")
        tab_to(page, "Panier", "Shift+Tab")
        page.keyboard.press("Enter")
    expect(page.get_by_text("Votre panier est vide.")).to_be_visible()
    tab_to(page, "Rétablir la notice retirée")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Ferme 02", exact=True)).to_be_visible()
    expect(heading).to_have_text("Fermes à voir")


@with_and_without_script
def test_an_error_is_reported_wrong_at_first_then_mended_and_gets_its_receipt(
    javascript: bool, open_page: OpenPage
) -> None:
    page = open_page(
        "/notice/merimee/IA00980007",
        java_script_enabled=javascript,
        viewport={"width": 1280, "height": 900},
    )
    tab_to(page, "Signaler une erreur sur cette notice")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Signaler une erreur")
    tab_to(page, "Votre adresse électronique (facultatif)")
    page.keyboard.type("lectrice@")
    page.keyboard.press("Enter")

    # What is wrong is said first, has the focus, and leads to the field.
    expect(page).to_have_title(re.compile("^Erreur : "))
    faults = page.get_by_role("alert")
    expect(faults).to_be_focused()
    expect(faults.get_by_role("link")).to_have_count(3)
    tab_to(page, "Choisissez ce que concerne le signalement.")
    page.keyboard.press("Enter")
    subject = page.get_by_label("Ce que concerne l’erreur")
    expect(subject).to_be_focused()
    expect(subject).to_have_accessible_description(
        "Erreur : Choisissez ce que concerne le signalement."
    )
    choose(page, "Le lieu ou la carte")
    tab_to(page, "L’erreur, et ce qui serait juste")
    page.keyboard.type("La ferme est à Sainte-Orne-le-Haut, non à Sainte-Orne.")
    tab_to(page, "Votre adresse électronique (facultatif)")
    expect(page.get_by_label("Votre adresse électronique")).to_have_value("lectrice@")
    page.keyboard.press("End")
    page.keyboard.type("exemple.fr")
    page.wait_for_timeout(TIME_TO_READ)
    tab_to(page, "Envoyer le signalement")
    page.keyboard.press("Enter")
    expect(heading).to_have_text(re.compile("^Signalement SIG-"))
    expect(page.get_by_text("Bien reçu, merci.")).to_be_visible()
    tab_to(page, "Revenir à la notice")
    page.keyboard.press("Enter")
    expect(heading).to_have_text("Ferme 07")


def skip_the_filters(page: Page) -> None:
    """Past the filters at once: they are many, and come before the results."""
    tab_to(page, "Passer les filtres")
    page.keyboard.press("Enter")
