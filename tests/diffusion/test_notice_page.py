"""The page of a notice: what it says, in which words, and what it must not say."""

import re

import pytest
from django.test import Client

from tests.loading import load_rows

pytestmark = pytest.mark.django_db

ABBEY = {
    "REF": "PA00990001", "TICO": "abbatiale Notre-Dame-des-Orges", "DENO": ["église", "abbaye"],
    "REG": ["Champagne-Ardenne"], "DPT": ["10"], "COM": ["Aix-en-Othe"], "INSEE": ["10003"],
    "DPRO": "1862 : classé MH", "AUTR": ["LESTRANGE Adèle (architecte)"],
    "HIST": "La nef est voûtée d'ogives.£Le clocher date de 1468.", "SCLE": ["12e siècle"],
    "STAT": "propriété de la commune", "REFO": ["PM00990001"],
}  # fmt: skip


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_says_the_notice_section_by_section(client: Client) -> None:
    load_rows("merimee", ABBEY)
    html = page(client, "/notice/merimee/PA00990001")
    assert "<h1>Abbatiale Notre-Dame-des-Orges</h1>" in html
    for said in (
        "Désignation", "Localisation", "Historique", "Protection et label", "Statut juridique",
        "La nef est voûtée d’ogives.</p>", "Le clocher date de 1468.", "Propriété de la commune",
    ):  # fmt: skip
        assert said in html, said
    assert "Description</h2>" not in html, "an empty section is not shown"
    assert "£" not in html


def test_the_place_is_of_today_and_the_one_of_the_protection_stays(client: Client) -> None:
    load_rows("merimee", ABBEY)
    html = page(client, "/notice/merimee/PA00990001")
    assert "Aube (10), Grand Est" in html
    assert "Champagne-Ardenne" in html


def test_a_regulatory_notice_says_that_it_is_a_copy(client: Client) -> None:
    load_rows("merimee", ABBEY, {"REF": "IA00990002", "TICO": "Moulin"})
    assert "ne fait pas foi" in page(client, "/notice/merimee/PA00990001")
    assert "ne fait pas foi" not in page(client, "/notice/merimee/IA00990002")


def test_values_search_and_linked_notices_are_grouped_by_relation(client: Client) -> None:
    load_rows("merimee", ABBEY)
    load_rows("palissy", {"REF": "PM00990001", "TICO": "Calice", "REFA": ["PA00990001"]})
    html = page(client, "/notice/merimee/PA00990001")
    assert "/recherche?auteur=LESTRANGE%20Ad%C3%A8le%20%28architecte%29" in html
    assert "Objets conservés dans cet édifice" in html
    assert 'href="/notice/palissy/PM00990001"' in html


@pytest.mark.parametrize(
    "address", ["/notice/Merimee/pa00990001", "/notice/palissy/PA00990001", "/notice/x/PA00990001"]
)
def test_another_spelling_or_base_leads_to_the_permanent_address(
    address: str, client: Client
) -> None:
    load_rows("merimee", ABBEY)
    response = client.get(address)
    assert response.status_code == 301
    assert response["Location"] == "/notice/merimee/PA00990001"


def test_an_unknown_notice_is_not_found_and_says_so(client: Client) -> None:
    response = client.get("/notice/merimee/PA00000000")
    assert response.status_code == 404
    assert "<h1" in response.content.decode()


def test_masked_places_confidential_and_staff_fields_are_not_on_the_page(client: Client) -> None:
    marker = "Zzqx"
    load_rows(
        "palissy",
        {"REF": "PM00990002", "TICO": "Ciboire", "COM2": [marker], "EDIF2": marker,
         "ADRS2": marker, "EMPL2": marker, "INSEE2": [marker], "LBASE2": marker, "MFICH": [marker]},
    )  # fmt: skip
    load_rows(
        "mnr",
        {"REF": "MNR00001", "TITR": "Paysage", "SALLES": marker, "RCL": marker, "NET": marker,
         "CARTELS": marker},
    )  # fmt: skip
    assert marker not in page(client, "/notice/palissy/PM00990002")
    assert marker not in page(client, "/notice/rose-valland/MNR00001")


def test_a_building_and_a_photograph_do_not_name_a_masked_object_in_them(client: Client) -> None:
    load_rows("palissy", {"REF": "PM00990002", "TICO": "Ciboire", "COM2": ["Cachée"]})
    load_rows("merimee", {"REF": "PA00990004", "TICO": "Manoir", "REFO": ["PM00990002"]})
    load_rows("memoire", {"REF": "AP99N00001", "LEG": "Vue", "LBASE": ["PM00990002"]})
    for address in ("/notice/merimee/PA00990004", "/notice/memoire/AP99N00001"):
        assert "PM00990002" not in page(client, address)


def test_an_mnr_work_carries_its_status_on_the_page_and_on_its_card(client: Client) -> None:
    load_rows("mnr", {"REF": "MNR00001", "TITR": "Paysage"})
    html = page(client, "/notice/rose-valland/MNR00001")
    assert "provisoirement à la garde des Musées nationaux" in html.replace("\u202f", " ")
    assert client.get("/notice/mnr/MNR00001").status_code == 301


def test_text_of_a_notice_is_never_markup(client: Client) -> None:
    load_rows(
        "merimee",
        {"REF": "PA00990003", "TICO": "<script>alert(1)</script>", "DOSURL": "javascript:alert(1)"},
    )
    html = page(client, "/notice/merimee/PA00990003")
    assert "&lt;script&gt;alert(1)" in html
    ours = r'<script(?! type="module" src="/static/ui/| type="application/ld\+json">)'
    assert not re.search(ours, html)
    assert 'href="javascript' not in html


@pytest.mark.parametrize(
    "key",
    ["joconde", "museo", "merimee", "palissy", "memoire", "autor", "mnr", "enluminures"],
)
def test_every_base_has_a_page_that_shows_every_filled_field_of_its_layout(
    key: str, client: Client
) -> None:
    from pop.diffusion.addresses import notice_address
    from pop.model import catalogue
    from pop.model.loading import line_codes

    base = catalogue.base(key)
    values = {
        code: [f"valeur {code}"] if field.many else f"valeur {code}"
        for code, field in base.fields.items()
        if not field.generated and not field.confidential and code != "REF"
    }
    ref = base.reference.example
    load_rows(key, {"REF": ref, **values})
    html = page(client, notice_address(key, ref))
    for section in base.page.main:
        if section.when and not section.when.holds(ref, ""):
            continue
        for line in section.lines:
            if line.field and not base.fields[line.field].generated:
                assert f"aleur {line.field}" in html, line.field
            elif line.compose:
                assert any(f"aleur {code}" in html for code in line_codes(line))


def test_a_page_costs_few_queries(client: Client, django_assert_max_num_queries: object) -> None:
    load_rows("merimee", {**ABBEY, "REFO": [f"PM{number:08d}" for number in range(2225)]})
    # The notice, its links both ways, and once for the whole site whether it is a demonstration.
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        page(client, "/notice/merimee/PA00990001")
