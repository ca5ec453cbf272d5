"""A site with a few notices of four bases, a browser, and visitors who watch what it does.

The browser and the site end with the last test of this folder: while Playwright runs, its
event loop keeps Django's database from being used in the same thread.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    sync_playwright,
)

from tests.programs import DATA, platform

TABLES = ("valserine.csv", "mobilier.csv", "musees.csv", "oeuvres-mnr.csv")
# Every kind of page, and the notice of each base that is loaded.
PAGES = (
    "/",
    "/recherche?q=abbatiale",
    "/recherche?q=introuvable&base=museo",
    "/recherche?q=moulin&vue=mosaique",
    "/recherche?q=moulin&vue=tableau",
    "/recherche?auteur=Lestrange+Adèle+(architecte)",
    "/recherche?q=abatiale",
    "/recherche?q=moulin&tri=titre&annees=1600..1900&cadre=1,2",
    "/recherche/filtre/denomination?contient=moul",
    "/recherche/filtre/auteur?base=merimee",
    "/recherche-avancee",
    "/recherche-avancee?codes&base=merimee&base=palissy&siecle=18e siècle&criteres="
    'DENO egale "moulin" et (palissy.MATR contient "soie" ou non merimee.PROT existe)',
    "/recherche-avancee?base=museo&champ-1=museo.NOMOFF&operateur-1=egale&valeur-1="
    "&champ-2-1=&operateur-2-1=contient&valeur-2-1=orge&sauf-2=oui&faire=chercher",
    "/notice/merimee/PA00990001",
    "/notice/palissy/PM00990001",
    "/notice/museo/M9901",
    "/notice/rose-valland/MNR99001",
    "/panier",
    "/signaler/merimee/PA00990001",
    "/dictionnaire?q=protection",
    "/dictionnaire/mnr",
    "/composants",
    "/aide",
    "/accessibilite",
    "/plan-du-site",
    "/statistiques",
    "/producteurs",
    "/producteurs/monuments-historiques",
    "/musees",
    "/musees?q=introuvable&region=bretagne",
    "/rien-du-tout",
)

# Two views of one building.
PICTURES = ("PA00990001.jpg", "PA00990001_2.jpg")

OpenPage = Callable[..., Page]


def _draw(path: Path) -> None:
    shades = Image.effect_noise((70, 50), 60).resize((1400, 1000)).convert("RGB")
    shades.save(path, comment=path.name.encode())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.no_database)


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of a running site."""
    with platform(tmp_path_factory.mktemp("site")) as own:
        assert own.pop("load", *(DATA / name for name in TABLES)).code == 0
        pictures = tmp_path_factory.mktemp("pictures")
        for name in PICTURES:
            _draw(pictures / name)
        assert own.pop("media", "attach", pictures).code == 0
        with own.serve() as server:
            yield server.origin


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, which speaks to nobody but the site."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
            ],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def faults() -> list[str]:
    """What the pages opened did that none may do: ask elsewhere, or have the browser complain."""
    return []


@pytest.fixture
def open_page(site: str, browser: Browser, faults: list[str]) -> Iterator[OpenPage]:
    """Opens pages of the site and watches them; a fault seen by the end fails the test."""
    contexts: list[BrowserContext] = []

    def request(asked: Request) -> None:
        if not asked.url.startswith((f"{site}/", "data:")):
            faults.append(f"a request leaves the site: {asked.url}")

    def console(message: ConsoleMessage) -> None:
        # A page that does not exist answers 404, a form with faults 422: Chromium writes it down.
        own = message.location["url"] == message.page.url  # type: ignore[union-attr]
        expected = own and ("404" in message.text or "422" in message.text)
        if message.type in ("error", "warning") and not expected:
            faults.append(f"the console says: {message.text} ({message.location['url']})")

    def page_error(error: Error) -> None:
        faults.append(f"a script fails: {error}")

    def open_(address: str = "/", **options: Any) -> Page:
        context = browser.new_context(base_url=site, locale="fr-FR", **options)
        contexts.append(context)
        context.set_default_timeout(30_000)
        context.on("request", request)
        context.on("console", console)
        page = context.new_page()
        page.on("pageerror", page_error)
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []
