"""A notice is cited with its producer, its address and its version, in three forms to copy."""

from datetime import date

import pytest
from django.test import Client

from pop.diffusion.citing import cite
from pop.model import catalogue
from pop.notices.models import Notice
from tests.loading import load_rows

ADDRESS = "https://pop.example/notice/merimee/PA00088801"


def notice(base: str = "merimee", ref: str = "PA00088801") -> Notice:
    return Notice(
        id=1, base=base, ref=ref, values={}, version=1,
        producer="Monuments Historiques", updated_on=date(2024, 3, 1),
    )  # fmt: skip


def test_the_footnote_says_who_what_where_and_when() -> None:
    found = cite(catalogue.base("merimee"), notice(), "Tour Eiffel", ADDRESS, date(2026, 11, 26))
    said = found.footnote.replace("\u00a0", " ").replace("\u202f", " ")
    assert said == (
        "Monuments Historiques, « Tour Eiffel », notice PA00088801, Architecture (Mérimée), "
        f"POP, plateforme ouverte du patrimoine, version du 1er mars 2024, {ADDRESS} "
        "(consultée le 26 novembre 2026)."
    )


def test_bibtex_writes_the_signs_of_latex_as_text() -> None:
    found = cite(
        catalogue.base("merimee"), notice(), "Maison {A} & B_1 100%", ADDRESS, date.today()
    )
    assert r"title = {Maison \{A\} \& B\_1 100\%}" in found.bibtex
    assert found.bibtex.startswith("@misc{merimeePA00088801,")
    assert f"url = {{{ADDRESS}}}" in found.bibtex
    assert "year = {2024}" in found.bibtex


@pytest.mark.parametrize(
    ("base", "ref", "begins"),
    [
        ("merimee", "PA00088801", "{{Base Mérimée|PA00088801|"),
        ("palissy", "PM00000001", "{{Base Palissy|PM00000001|"),
        ("memoire", "MH000001", "{{Lien web |titre="),
    ],
)
def test_wikipedia_has_its_template(base: str, ref: str, begins: str) -> None:
    found = cite(catalogue.base(base), notice(base, ref), "Vue | [d’ici]", ADDRESS, date.today())
    assert found.wikipedia.startswith(begins)
    assert found.wikipedia.endswith("}}")
    assert "[" not in found.wikipedia


@pytest.mark.django_db
def test_the_page_offers_it_with_the_permanent_address(client: Client) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle"})
    html = client.get("/notice/merimee/PA00990001?q=halle&rang=1").content.decode()
    assert "Citer cette notice" in html
    assert "url = {http://testserver/notice/merimee/PA00990001}" in html
