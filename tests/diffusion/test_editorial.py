"""Pages of text: all there, sober, replaced without code, and no way in for markup."""

from pathlib import Path

import pytest
from django.test import Client

from pop.diffusion.editorial import OURS, PAGES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POP_DATA", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_the_footer_has_a_text_of_ours(name: str, client: Client) -> None:
    html = client.get(f"/{name}").content.decode()
    assert html.count("<h1>") == 1
    assert html.count("<h2>") >= 3
    for other in PAGES:
        assert f'href="/{other}"' in html


def test_no_text_is_without_a_page() -> None:
    assert {file.stem for file in OURS.glob("*.md")} == set(PAGES)


def test_a_file_of_the_operator_is_shown_instead(client: Client, data: Path) -> None:
    (data / "pages").mkdir()
    (data / "pages" / "contact.md").write_text("# Nous écrire\n\n**Ici** : au ministère ; ou là.\n")
    html = client.get("/contact").content.decode()
    assert "<h1>Nous écrire</h1>" in html
    assert "<strong>Ici</strong>" in html
    assert "ministère\u202f; ou là." in html


def test_markup_and_scripts_of_a_text_are_only_shown(client: Client, data: Path) -> None:
    (data / "pages").mkdir()
    (data / "pages" / "aide.md").write_text(
        "# Aide\n\n<script>alert(1)</script>\n\n[lien](javascript:alert(1))\n"
    )
    html = client.get("/aide").content.decode()
    assert "&lt;script&gt;" in html
    assert "<script>alert" not in html
    assert 'href="javascript' not in html


def test_the_site_map_leads_everywhere(client: Client) -> None:
    html = client.get("/plan-du-site").content.decode()
    for address in ("/recherche", "/hasard", "/dictionnaire", "/recherche?base=enluminures"):
        assert f'href="{address}"' in html
