"""From the home page to a notice and back, by the keyboard alone, with and without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage

# Where the keyboard is, for people: the words of the link, or the label of the field.
FOCUSED = """() => {
  const here = document.activeElement;
  return (here.labels && here.labels.length ? here.labels[0] : here).textContent.trim();
}"""
IS_SEEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
}"""
HAS_OUTLINE = """() => {
  const here = document.activeElement;
  return [null, '::after'].some(part => {
    const style = getComputedStyle(here, part);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });
}"""


def tab_to(page: Page, words: str) -> list[str]:
    """Press Tab until the focus is on these words; everything met on the way."""
    met: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        met.append(page.evaluate(FOCUSED))
        assert page.evaluate(IS_SEEN), f"the focus is out of sight: {met[-1]}"
        assert page.evaluate(HAS_OUTLINE), f"the focus does not show: {met[-1]}"
        if met[-1] == words:
            return met
    raise AssertionError(f"the keyboard does not reach « {words} »: {met}")


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


def test_the_keyboard_takes_a_filter_and_leaves_it(open_page: OpenPage) -> None:
    page = open_page("/recherche?q=abbatiale")
    tab_to(page, "Architecture (Mérimée)1 notice")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("1 résultat")
    tab_to(page, "Architecture (Mérimée)1 notice, filtre choisi : le retirer")
    page.keyboard.press("Enter")
    expect(heading).to_contain_text("8 résultats")
