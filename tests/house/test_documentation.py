"""What people can set, call or visit is documented; what is generated is up to date."""

import re
from pathlib import Path

from pop.model import catalogue
from pop.operations import rights_page
from pop.operations.dictionary_pages import page
from pop.operations.program import command_names
from tests.routes import routes


def test_every_setting_is_documented_and_every_documented_setting_exists(root: Path) -> None:
    sources = [*(root / "config").glob("*.py"), *(root / "src").rglob("*.py")]
    used = set()
    for path in sources:
        used |= set(re.findall(r"environ[^\n]*?[\"'](POP_[A-Z_]+)", path.read_text()))
        used |= set(re.findall(r"_flag\(\"(POP_[A-Z_]+)", path.read_text()))
    documented = set(
        re.findall(r"^\| `(POP_[A-Z_]+)`", (root / "docs/reference/settings.md").read_text(), re.M)
    )
    assert used == documented


def test_every_command_is_documented_with_its_options(root: Path) -> None:
    text = (root / "docs/reference/commands.md").read_text()
    documented = set(re.findall(r"^\| `pop ([a-z]+)", text, re.M))
    assert documented == set(command_names())


def test_every_address_is_documented(root: Path) -> None:
    text = (root / "docs/reference/addresses.md").read_text()
    for route in routes():
        assert f"`/{route}`" in text, route


def test_the_dictionary_pages_say_what_the_model_says(root: Path) -> None:
    for key in catalogue.bases():
        written = (root / f"docs/reference/fields-{key}.md").read_text()
        assert written == page(key), f"run « make docs » ({key})"


def test_the_page_of_rights_says_what_the_tables_say(root: Path) -> None:
    written = (root / "docs/reference/rights.md").read_text()
    assert written == rights_page.page(), "run « make docs »"
