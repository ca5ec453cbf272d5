"""The hands of somebody who has a keyboard alone: where the focus is, and that it shows."""

from playwright.sync_api import Page

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


def tab_to(page: Page, words: str, key: str = "Tab") -> list[str]:
    """Press Tab (or « Shift+Tab ») until the focus is on these words; what is met on the way."""
    met: list[str] = []
    for _ in range(100):
        page.keyboard.press(key)
        met.append(page.evaluate(FOCUSED))
        assert page.evaluate(IS_SEEN), f"the focus is out of sight: {met[-1]}"
        assert page.evaluate(HAS_OUTLINE), f"the focus does not show: {met[-1]}"
        if met[-1] == words:
            return met
    raise AssertionError(f"the keyboard does not reach « {words} »: {met}")


def choose(page: Page, words: str) -> None:
    """Go down the list that has the focus, to that option."""
    for _ in range(100):
        if page.evaluate("document.activeElement.selectedOptions[0].textContent") == words:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the list has no « {words} »")
