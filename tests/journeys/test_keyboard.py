"""From the home page to a notice and back, by the keyboard alone, with and without JavaScript."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.keyboard import FOCUSED, choose, tab_to


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_the_keyboard_alone_searches_opens_a_notice_and_comes_back(
    javascript: bool, open_page: OpenPage
) -> None:
    page = open_page("/", java_script_enabled=javascript, viewport={"width": 1280, "height": 500})
    assert tab_to(page, "Aller au contenu") == ["Aller au contenu"], "it comes first"
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()

    page.goto("/")
    tab_to(page, "Aller à la recherche")
    page.keyboard.press("Enter")
    box = page.get_by_label("Chercher dans les huit bases")
    expect(box).to_be_focused()
    page.keyboard.type("abbatiale")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("8 résultats")
    expect(box).to_have_value("abbatiale")

    # Past the filters at once: they are many, and come before the results.
    tab_to(page, "Passer les filtres")
    page.keyboard.press("Enter")
    results = page.url
    tab_to(page, "Orgue de tribune")
    place = page.evaluate("scrollY")
    assert place > 0, "the result is lower than the first screen"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Orgue de tribune")

    page.go_back()
    expect(page).to_have_url(results)
    expect(page.get_by_role("heading", level=1)).to_contain_text("8 résultats")
    expect(page.get_by_role("link", name="Orgue de tribune")).to_be_in_viewport()
    assert page.evaluate("scrollY") == place


@pytest.mark.parametrize("width", [1280, 390])
def test_the_keyboard_takes_a_filter_hears_it_and_leaves_it(
    width: int, open_page: OpenPage
) -> None:
    page = open_page("/recherche?q=abbatiale", viewport={"width": width, "height": 800})
    expect(page).to_have_title("abbatiale, 8 résultats · POP")
    if width == 390:
        tab_to(page, "Filtrer les résultats")
        page.keyboard.press("Enter")
    tab_to(page, "12e\xa0siècle1 notice")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("1 résultat")
    # The page is another: its title is read aloud, and says how many. What was chosen comes first
    # in it, one step after the content.
    expect(page).to_have_title("abbatiale, 1 résultat, 1 filtre · POP")
    tab_to(page, "Aller au contenu")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "12e\xa0siècle\xa0: retirer ce filtre"
    if width == 390:
        tab_to(page, "Filtrer les résultats")
        page.keyboard.press("Enter")
    tab_to(page, "12e\xa0siècle1 notice, filtre choisi : le retirer")
    page.keyboard.press("Enter")
    expect(heading).to_contain_text("8 résultats")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_the_keyboard_alone_makes_an_advanced_search(javascript: bool, open_page: OpenPage) -> None:
    page = open_page("/", java_script_enabled=javascript, viewport={"width": 1280, "height": 700})
    tab_to(page, "Recherche avancée")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Recherche avancée")

    tab_to(page, "Architecture (Mérimée)")
    page.keyboard.press("Space")
    tab_to(page, "Mettre à jour les champs et les opérateurs")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("base=merimee.*#actualiser$"))
    expect(page.get_by_role("button", name="Mettre à jour les champs")).to_be_focused()
    tab_to(page, "Champ")
    choose(page, "Dénomination de l’édifice")
    tab_to(page, "Valeur")
    page.keyboard.type("moulin")
    tab_to(page, "Ajouter une condition")
    page.keyboard.press("Enter")
    second = page.get_by_role("group", name="Condition 2", exact=True)
    expect(second.get_by_label("Champ")).to_be_focused()
    choose(page, "Titre courant")
    tab_to(page, "Opérateur")
    choose(page, "commence par")
    tab_to(page, "Valeur")
    page.keyboard.type("moulin")
    # A value is not finished by a button, but by the key that sends any form.
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 résultat")
    criteria = 'merimee.DENO contient "moulin" et merimee.TICO commence-par "moulin"'
    assert parse_qs(urlsplit(page.url).query) == {"base": ["merimee"], "criteres": [criteria]}

    tab_to(page, "Modifier la recherche avancée")
    page.keyboard.press("Enter")
    expect(second.get_by_label("Valeur")).to_have_value("moulin")
    tab_to(page, "Retirer la condition 2")
    page.keyboard.press("Enter")
    expect(second).to_have_count(0)
    expect(page.get_by_label("Champ")).to_be_focused()


def test_values_are_suggested_under_the_letters_typed(open_page: OpenPage) -> None:
    page = open_page("/recherche-avancee?base=merimee&champ-1=merimee.DENO&operateur-1=egale")
    page.get_by_label("Valeur").press_sequentially("moul")
    expect(page.locator("#valeurs-1 option").first).to_have_attribute("value", re.compile("moulin"))
    page.get_by_label("Champ").select_option(label="Contient une image")
    page.get_by_label("Champ").select_option("merimee.DMAJ")
    operators = page.get_by_label("Opérateur").locator("option").all_inner_texts()
    assert "supérieur ou égal à" in operators
