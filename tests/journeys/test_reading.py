"""Journeys of readers: values that search, filters, linked notices, the dictionary."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage


@pytest.mark.parametrize(
    ("value", "others"),
    [
        # The same person, in the building as its architect, in the object as its maker.
        ("Lestrange Adèle (architecte)", ["Calice dit «\u202fle Gobelet des moissonneurs\u202f»"]),
        ("4e quart 13e siècle", ["Calice dit «\u202fle Gobelet des moissonneurs\u202f»"]),
    ],
)
def test_a_value_leads_to_what_shares_it_and_the_filter_comes_off(
    value: str, others: list[str], open_page: OpenPage
) -> None:
    page = open_page("/notice/merimee/PA00990001")
    page.get_by_role("link", name=value).click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(re.compile(rf"^{1 + len(others)} résultats?$"))
    titles = page.get_by_role("main").get_by_role("article").get_by_role("heading")
    assert sorted(titles.all_inner_texts()) == ["Abbatiale Notre-Dame-des-Orges", *others]
    page.get_by_role("link", name=f"{value} : retirer ce filtre").click()
    expect(heading).to_have_text("15 résultats")
    expect(page.get_by_text("retirer ce filtre")).to_have_count(0)


def test_a_base_is_chosen_and_left_beside_a_search(open_page: OpenPage) -> None:
    page = open_page("/recherche?q=abbatiale")
    filters = page.get_by_role("complementary", name="Affiner la recherche")
    filters.get_by_role("link", name="Mobilier (Palissy)").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("6 résultats")
    chosen = filters.get_by_role("link", name="Mobilier (Palissy)")
    expect(chosen).to_have_attribute("aria-current", "true")
    filters.get_by_role("link", name="Architecture (Mérimée)").click()
    expect(heading).to_contain_text("7 résultats")
    chosen.click()
    expect(heading).to_contain_text("1 résultat")
    page.go_back()
    expect(heading).to_contain_text("7 résultats")


def test_from_a_building_to_its_objects_and_back(open_page: OpenPage) -> None:
    page = open_page("/")
    page.get_by_role("link", name="Architecture (Mérimée)").click()
    page.get_by_role("link", name="Abbatiale Notre-Dame-des-Orges").click()
    linked = page.get_by_role("region", name="Notices liées")
    linked.get_by_role("link", name="Calice dit").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Calice dit")
    page.get_by_text("Lire la suite").click()
    expect(page.get_by_text("Le poinçon est illisible.")).to_be_visible()
    page.get_by_role("link", name="Abbatiale Notre-Dame-des-Orges").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Abbatiale Notre-Dame-des-Orges")


def test_nothing_found_offers_a_way_out(open_page: OpenPage) -> None:
    page = open_page("/recherche?q=moulin&base=palissy&siecle=12e+siècle")
    expect(page.get_by_role("heading", level=1)).to_contain_text("0 résultat")
    page.get_by_role("link", name="Chercher sans filtre").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^[1-9][0-9]* résultats"))
    expect(page.get_by_label("Chercher dans les huit bases")).to_have_value("moulin")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_a_field_is_found_in_the_dictionary(javascript: bool, open_page: OpenPage) -> None:
    page = open_page("/", java_script_enabled=javascript)
    page.get_by_role("link", name="Dictionnaire des champs").click()
    box = page.get_by_label("Chercher un champ")
    box.fill("protec date")
    box.press("Enter")
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text(
        "champs pour «\u202fprotec date\u202f»"
    )
    expect(box).to_have_value("protec date")
    codes = page.locator("h2 code")
    assert "DPRO" in codes.all_inner_texts()
    assert "TICO" not in codes.all_inner_texts()

    bases = page.get_by_role("navigation", name="Bases")
    bases.get_by_role("link", name="Architecture (Mérimée)").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mérimée")
    everything = codes.count()
    assert "TICO" in codes.all_inner_texts()
    box.fill("protec date")
    box.press("Enter")
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("protec date")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mérimée")
    assert 1 <= codes.count() < everything
