"""Every page as people set it to their needs: larger text, more space, less room, nothing that
moves, colours that they do not see."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PAGES, OpenPage

# What a reader changes, given to the page as a style sheet of theirs.
SET = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
TEXT_TWICE_AS_LARGE = "html { font-size: 200% !important; }"
# WCAG 1.4.12
SPACED = """
* { line-height: 1.5 !important; }
* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
SETTINGS = (
    ("as it is", 1280, 1024, ""),
    ("text at 200 %", 1280, 1024, TEXT_TWICE_AS_LARGE),
    ("text at 200 %", 390, 844, TEXT_TWICE_AS_LARGE),
    # A window of 1280 by 1024 pixels, zoomed four times.
    ("zoom at 400 %", 320, 256, ""),
    ("spaced", 1280, 1024, SPACED),
    ("spaced", 390, 844, SPACED),
)
# Words that somebody no longer sees: cut by the box they are in. What is hidden on purpose (for
# screen readers, folded, or drawn for the eye) is not concerned, nor fields, which scroll.
CUT = """() => {
  const cut = [];
  for (const box of document.querySelectorAll('body *')) {
    const style = getComputedStyle(box);
    const hides = [style.overflowX, style.overflowY].some(o => o === 'hidden' || o === 'clip');
    if (!hides || !box.checkVisibility()) continue;
    if (box.closest('.visually-hidden, [aria-hidden=true], select, input, svg')) continue;
    const edge = box.getBoundingClientRect(), range = document.createRange();
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const words = walker.currentNode;
      if (words.parentElement.closest('.visually-hidden, [aria-hidden=true]')) continue;
      range.selectNodeContents(words);
      if ([...range.getClientRects()].some(one => one.left < edge.left - 1
          || one.right > edge.right + 1 || one.top < edge.top - 1 || one.bottom > edge.bottom + 1))
        cut.push(box.outerHTML.slice(0, 160));
    }
  }
  return cut;
}"""
# Words over other words: two texts that do not share a box, printed at the same place.
OVER = """() => {
  const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility({opacityProperty: true})) continue;
    if (parent.closest('.visually-hidden, .skip, [aria-hidden=true], select, datalist, template'))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      texts.push({words: node.data.trim().slice(0, 40), node, box});
  }
  const over = [];
  for (let i = 0; i < texts.length; i++)
    for (let j = i + 1; j < texts.length; j++) {
      const a = texts[i], b = texts[j];
      if (a.node === b.node) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // Lines of one paragraph may touch.
      if (wide > 2 && high > Math.min(a.box.height, b.box.height) / 2)
        over.push(`« ${a.words} » and « ${b.words} »`);
    }
  return over;
}"""

# What the site does without: the grid of docs/accessibility.md counts on it.
ABSENT = (
    "iframe, object, embed, canvas, video, audio, marquee, blink, [autoplay], [accesskey],"
    " [target], meta[http-equiv=refresh]"
)


def every(page: Page) -> Iterator[str]:
    """Every page, one after the other."""
    for address in PAGES:
        page.goto(address)
        yield address


def what_is_lost(page: Page) -> list[str]:
    """Words cut or covered, and a page wider than the screen."""
    lost = [f"cut: {one}" for one in page.evaluate(CUT)]
    lost += [f"covered: {one}" for one in page.evaluate(OVER)]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        lost.append("the page scrolls sideways")
    return lost


def test_no_word_is_lost(open_page: OpenPage) -> None:
    page = open_page()
    lost = []
    for address in every(page):
        for name, width, height, css in SETTINGS:
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate(SET, css)
            lost += [f"{address}, {name}, {width} px: {one}" for one in what_is_lost(page)]
    assert lost == []


def test_a_lost_word_would_be_seen(open_page: OpenPage) -> None:
    page = open_page("/aide", viewport={"width": 1280, "height": 800})
    page.evaluate(
        SET, "h1 { height: 8px; overflow: hidden } h2 { width: 120vw; margin-top: -3em !important }"
    )
    said = what_is_lost(page)
    assert [one.partition(":")[0] for one in said if "h1" in one] == ["cut"]
    assert any(one.startswith("covered:") for one in said)
    assert "the page scrolls sideways" in said


@pytest.mark.parametrize("width", [1280, 390])
def test_every_target_is_large_enough_or_has_room_around(width: int, open_page: OpenPage) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    small = []
    for address in every(page):
        found = Axe().run(page, options={"runOnly": ["target-size"]}).response["violations"]
        small += [f"{address}: {node['html'][:160]}" for one in found for node in one["nodes"]]
    assert small == []


def test_nothing_moves_by_itself_and_nothing_at_all_for_who_asks(open_page: OpenPage) -> None:
    page = open_page()
    for address in every(page):
        assert page.evaluate("document.getAnimations().length") == 0, address
        assert page.locator(ABSENT).count() == 0, address
    page.emulate_media(reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll('*')].filter(one =>
      [null, '::before', '::after'].some(part => {
        const style = getComputedStyle(one, part);
        return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none'
          || style.scrollBehavior === 'smooth';
      })).map(one => one.outerHTML.slice(0, 120))"""
    for address in every(page):
        assert page.evaluate(moving) == [], address


def test_what_is_current_differs_by_more_than_its_colour(open_page: OpenPage) -> None:
    page = open_page()
    same = """() => [...document.querySelectorAll('[aria-current]')]
      .filter(one => one.tagName === 'A' && Number(getComputedStyle(one).fontWeight) < 600)
      .map(one => one.outerHTML.slice(0, 120))"""
    for address in every(page):
        assert page.evaluate(same) == [], address


def test_every_page_says_that_it_is_in_french_and_changes_of_language_are_known(
    open_page: OpenPage,
) -> None:
    page = open_page()
    for address in every(page):
        said = page.evaluate("[...document.querySelectorAll('[lang]')].map(one => one.lang)")
        assert said == ["fr"], address


def test_a_title_shown_over_a_picture_is_hidden_by_escape(open_page: OpenPage) -> None:
    page = open_page("/composants")
    first, second = page.locator(".wall a").nth(0), page.locator(".wall a").nth(1)
    title = first.locator(".wall-title")
    first.hover()
    expect(title).to_have_css("opacity", "1")
    page.keyboard.press("Escape")
    expect(title).to_have_css("opacity", "0")
    # Another one, or the same again, shows its own.
    second.hover()
    expect(second.locator(".wall-title")).to_have_css("opacity", "1")
    first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(title).to_have_css("opacity", "1")
