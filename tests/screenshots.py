"""The pictures of the README and of the documentation, taken from a demonstration that is there.

    make pictures        (after make run, which brings the demonstration)

Serves POP_DATA on a free port, photographs a few pages with Chromium, writes docs/images/.
"""

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pyvips
from playwright.sync_api import Page, sync_playwright

from config.paths import data_folder
from tests.programs import Platform

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
# Of the compression: letters stay sharp.
QUALITY = 82


@dataclass(frozen=True, slots=True)
class Shot:
    """A page, as wide and high as it is shown, and the name of its picture."""

    name: str
    address: str
    width: int = 1280
    height: int = 860
    dark: bool = False


SHOTS = (
    Shot("home", "/"),
    Shot("results", "/recherche?q=initiale"),
    Shot("results-list", "/recherche?q=phare"),
    Shot("notice", "/notice/merimee/PA9A000001"),
    Shot("notice-phone", "/notice/merimee/PA9A000001", 390, 780),
    Shot("results-phone", "/recherche?q=paysage&image=oui", 390, 780),
    Shot("results-dark", "/recherche?q=paysage&image=oui", dark=True),
    Shot(
        "advanced-search",
        "/recherche-avancee?base=merimee&criteres=TICO contient "
        '"chapelle" et (PROT existe ou non DPRO existe)',
    ),
    Shot("producer", "/producteurs/inventaire"),
    Shot("museum", "/notice/museo/M99003"),
    Shot("report", "/signaler/merimee/PA9A000001"),
)


def main() -> int:
    """Take them all; 1 when there is no demonstration to photograph."""
    platform = Platform(data_folder())
    if not platform.counts():
        print("Aucune notice : lancez d’abord « make run ».", file=sys.stderr)
        return 1
    with platform.serve() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for shot in SHOTS:
            colours = "dark" if shot.dark else "light"
            size = {"width": shot.width, "height": shot.height}
            page = browser.new_page(viewport=size, locale="fr-FR", color_scheme=colours)  # type: ignore[arg-type]
            page.goto(server.origin + shot.address)
            _take(page, IMAGES / f"{shot.name}.webp")
            page.close()
        browser.close()
    return 0


def _take(page: Page, path: Path) -> None:
    page.wait_for_load_state("networkidle")
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "shot.png"
        page.screenshot(path=raw)
        image = pyvips.Image.new_from_file(str(raw))
        image.webpsave(str(path), Q=QUALITY, effort=6, smart_subsample=True, keep="none")
    print(path.name, f"{path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())
