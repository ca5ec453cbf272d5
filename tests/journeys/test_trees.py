"""What assistive technologies are told of six pages, kept as text in trees/ to be reviewed.

A change of a page that changes its tree shows in review as a change of these files:

    make trees        (writes them anew)
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import OpenPage

TREES = Path(__file__).with_name("trees")
BUILDING = "/notice/merimee/PA00990001"


def home(open_page: OpenPage) -> Page:
    return open_page("/")


def results(open_page: OpenPage) -> Page:
    return open_page("/recherche?q=abbatiale")


def filtered_results(open_page: OpenPage) -> Page:
    return open_page("/recherche?q=abbatiale&base=palissy")


def notice(open_page: OpenPage) -> Page:
    return open_page(BUILDING)


def basket(open_page: OpenPage) -> Page:
    page = open_page(BUILDING)
    page.get_by_role("button", name="Garder dans le panier").first.click()
    page.get_by_text("Gardée dans le panier").wait_for()
    page.goto("/panier")
    return page


def report_in_error(open_page: OpenPage) -> Page:
    page = open_page("/signaler/merimee/PA00990001")
    page.get_by_label("Votre adresse électronique").fill("lectrice@")
    page.wait_for_timeout(4_000)
    page.get_by_role("button", name="Envoyer le signalement").click()
    page.get_by_role("alert").wait_for()
    return page


@pytest.mark.parametrize(
    "arrive", [home, results, filtered_results, notice, basket, report_in_error]
)
def test_the_tree_of_a_page_is_the_one_that_was_reviewed(
    arrive: Callable[[OpenPage], Page], open_page: OpenPage
) -> None:
    page = arrive(open_page)
    # The head and the foot of all pages are those of the first.
    tree = page.locator("body" if arrive is home else "main").aria_snapshot() + "\n"
    # Roles, names and states; addresses are the matter of other tests.
    tree = re.sub(r":\n *- /url: .*", "", tree)
    tree = re.sub(r"http://127\.0\.0\.1:\d+/panier/\w+", "http://…/panier/…", tree)
    # The day of loading is today.
    tree = re.sub(r"\d+(er)? \w+ 20[2-9]\d", "(jour)", tree)
    kept = TREES / f"{arrive.__name__}.txt"
    if os.environ.get("RENEW"):
        kept.write_text(tree, encoding="utf-8")
    assert tree == kept.read_text(encoding="utf-8"), "make trees, then read what changed"
