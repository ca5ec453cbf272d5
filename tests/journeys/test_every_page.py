"""What holds for every page: open to all, on any screen, asking nobody else for anything."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.conftest import PAGES, OpenPage

WIDTHS = (1280, 390)
# Structure does not depend on colours: in the dark, only what does is looked at again.
RULES: tuple[tuple[Literal["light", "dark"], dict[str, object]], ...] = (
    ("light", {"resultTypes": ["violations"]}),
    ("dark", {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}),
)
# What sticks out of the page on the right, to say which thing it is.
OVERFLOWING = """() => [...document.querySelectorAll('body *')]
  .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5)
  .map(one => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_to_say(address: str, open_page: OpenPage) -> None:
    page = open_page(address)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for colours, rules in RULES:
            page.emulate_media(color_scheme=colours)
            violations = Axe().run(page, options=rules).response["violations"]
            found += [
                f"{width} px, {colours}: {one['id']} ({one['help']}) at {node['target']}: "
                f"{node['failureSummary']}"
                for one in violations
                for node in one["nodes"]
            ]
    assert found == []


def test_no_page_scrolls_sideways_asks_elsewhere_or_has_the_browser_complain(
    open_page: OpenPage, faults: list[str]
) -> None:
    page = open_page()
    for address in PAGES:
        page.goto(address)
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            needed = page.evaluate("document.documentElement.scrollWidth")
            assert needed <= width, f"{address}: {page.evaluate(OVERFLOWING)}"
    assert faults == []


@pytest.mark.parametrize(
    "intrusion",
    [
        "document.body.append(Object.assign(document.createElement('script'), {text: 'x = 1'}))",
        "document.body.append(Object.assign(new Image(), {src: 'https://elsewhere.invalid/x.png'}))",
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')",
    ],
    ids=["script", "image", "style"],
)
def test_the_browser_refuses_what_the_policy_forbids(
    intrusion: str, open_page: OpenPage, faults: list[str]
) -> None:
    page = open_page("/notice/merimee/PA00990001")
    with page.expect_console_message() as complaint:
        page.evaluate(f"() => {{ {intrusion} }}")
    assert "Content Security Policy" in complaint.value.text
    assert page.evaluate("typeof x") == "undefined"
    # The watch of all other tests sees it too.
    assert any("Content Security Policy" in fault for fault in faults)
    faults.clear()
