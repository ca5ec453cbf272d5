"""Looking closely at a picture: in its page, by the keyboard, side by side, by a link, and without
any script."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage

NOTICE = "/notice/merimee/PA00990001"
SHOWN = re.compile(r"Image vue à \d+ %")


def enlarge(page: Page) -> None:
    button = page.get_by_role("button", name="Agrandir ici").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Image agrandie")).to_be_visible()
    expect(page.locator(".viewer-said")).to_have_text(SHOWN)


def percent(page: Page) -> int:
    said = page.locator(".viewer-said").text_content() or ""
    return int("".join(filter(str.isdigit, said)))


def told(percents: str) -> re.Pattern[str]:
    """What is said at one of those sizes (a part of a regular expression)."""
    return re.compile(f"Image vue à (?:{percents}) %")


def test_a_picture_is_enlarged_and_closed_by_the_keyboard(open_page: OpenPage) -> None:
    page = open_page(NOTICE)
    enlarge(page)
    before = percent(page)
    expect(page.locator(".openseadragon-canvas")).to_be_focused()
    page.keyboard.press("+")
    expect(page.locator(".viewer-said")).not_to_have_text(told(str(before)))
    assert percent(page) > before
    expect(page).to_have_url(re.compile(r"\?image=1&region=\d+,\d+,\d+,\d+$"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("group", name="Image agrandie")).to_have_count(0)
    expect(page.get_by_role("button", name="Agrandir ici").first).to_be_focused()
    expect(page).to_have_url(re.compile(f"{NOTICE}$"))


def test_the_controls_do_what_they_say(open_page: OpenPage) -> None:
    page = open_page(NOTICE)
    enlarge(page)
    whole = percent(page)
    page.get_by_role("button", name="Grossir").click()
    expect(page.locator(".viewer-said")).not_to_have_text(told(str(whole)))
    assert percent(page) > whole
    page.get_by_role("button", name="Vue entière").click()
    expect(page.locator(".viewer-said")).to_have_text(told(str(whole)))
    page.get_by_role("button", name="Tourner").click()
    page.get_by_label("Comparer avec").select_option(index=1)
    expect(page.locator(".openseadragon-canvas")).to_have_count(2)
    page.get_by_label("Comparer avec").select_option(index=0)
    expect(page.locator(".openseadragon-canvas")).to_have_count(1)
    page.get_by_role("button", name="Refermer").click()
    expect(page.get_by_role("group", name="Image agrandie")).to_have_count(0)


def test_a_link_shows_the_same_part_of_the_same_picture(open_page: OpenPage) -> None:
    page = open_page(f"{NOTICE}?image=2&region=200,100,300,200")
    expect(page.get_by_role("group", name="Image agrandie")).to_be_visible()
    expect(page.locator(".viewer-said")).to_have_text(SHOWN)
    assert percent(page) > 100
    expect(page).to_have_url(re.compile(r"image=2&region="))


def test_the_enlarged_picture_is_accessible(open_page: OpenPage) -> None:
    page = open_page(NOTICE, viewport={"width": 390, "height": 844})
    enlarge(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    tall = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert tall, "the page is wider than the screen"


def test_without_script_a_picture_leads_to_the_larger_one(open_page: OpenPage) -> None:
    page = open_page(NOTICE, java_script_enabled=False)
    expect(page.get_by_role("button", name="Agrandir ici")).to_have_count(0)
    picture = page.locator(".picture img").first
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") > 500
    page.locator(".picture a").first.click()
    expect(page).to_have_url(re.compile("/iiif/3/merimee-PA00990001-[0-9a-f]{16}/full/max/0/"))
