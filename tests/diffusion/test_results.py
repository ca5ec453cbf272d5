"""The page of results and those around it: filters, orders, what is said, what leads where."""

import html
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from django.test import Client

import pop.ui
from pop.diffusion import pictures
from pop.search.answers.searching import search
from pop.search.asking.address import from_address
from pop.search.asking.query import Query, View

pytestmark = pytest.mark.django_db

Counted = Callable[[int], AbstractContextManager[Any]]


@pytest.fixture(autouse=True)
def _collection(valserre: object) -> None:
    """Every page is of the invented collection."""


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return plain(response.content.decode())


def plain(text: str) -> str:
    """With ordinary spaces, entities read."""
    return re.sub(r"[\u00a0\u202f]", " ", html.unescape(text))


def links(text: str, inside: str) -> dict[str, str]:
    """The links of one part of a page: what they say → where they lead."""
    found = re.search(inside, text, re.DOTALL)
    assert found, inside
    pairs = re.findall(r'<a[^>]*href="([^"]*)"[^>]*>(.*?)</a>', found.group(), re.DOTALL)
    return {" ".join(re.sub(r"<[^>]*>", " ", said).split()): to for to, said in pairs}


def facet(text: str, title: str) -> dict[str, str]:
    return links(
        text, rf'<details class="facet"[^>]*>\s*<summary><h2[^>]*>{title}</h2>.*?</details>'
    )


def total(address: str) -> int:
    parameters: dict[str, list[str]] = {}
    for key, value in parse_qsl(urlsplit(address).query, keep_blank_values=True):
        parameters.setdefault(key, []).append(value)
    return search(from_address(parameters)).total


def test_each_value_of_a_filter_says_how_many_results_it_leads_to(client: Client) -> None:
    text = page(client, "/recherche?annees=1000..2000")
    looked_at = 0
    for title in ("Bases", "Siècles", "Dénominations", "Domaines"):
        if f">{title}</h2>" not in text:
            continue
        for said, address in facet(text, title).items():
            if said == "Voir tout":
                continue
            number = int(re.search(r"(\d+) notices?\b", said).group(1))  # type: ignore[union-attr]
            assert total(address) == number, (title, said, address)
            looked_at += 1
    assert looked_at >= 20


def test_a_chosen_value_is_ticked_has_a_chip_and_both_take_it_off(client: Client) -> None:
    address = "/recherche?denomination=ferme"
    text = page(client, address)
    chip = links(text, r'<ul class="chips".*?</ul>')
    assert chip == {"Ferme : retirer ce filtre": "/recherche"}
    chosen = [to for said, to in facet(text, "Dénominations").items() if "le retirer" in said]
    assert chosen == ["/recherche"]
    other = {said: to for said, to in facet(text, "Dénominations").items() if "Église" in said}
    assert [from_address(dict(_lists(to))) for to in other.values()] == [
        Query(filters=(("denomination", "ferme"), ("denomination", "église")))
    ]


def _lists(address: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in parse_qsl(urlsplit(address).query):
        found.setdefault(key, []).append(value)
    return found


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("/recherche?image=oui", "Avec image"),
        ("/recherche?image=non", "Sans image"),
        ("/recherche?localise=oui", "Situé sur la carte"),
        ("/recherche?annees=1600..1699", "1600–1699"),
        ("/recherche?annees=..1699", "Jusqu’en 1699"),
        ("/recherche?annees=1889", "1889"),
        ("/recherche?cadre=48,-5,49,4", "Zone de la carte"),
        ("/recherche?zone=48,-5;49,-5;49,4", "Zone de la carte"),
        (
            '/recherche?criteres=merimee.TICO contient "pont"',
            "Titre courant (Mérimée) contient « pont »",
        ),
    ],
)
def test_everything_that_narrows_has_a_chip_that_takes_it_off(
    address: str, label: str, client: Client
) -> None:
    text = page(client, address)
    assert links(text, r'<ul class="chips".*?</ul>') == {
        f"{label} : retirer ce filtre": "/recherche"
    }


def test_orders_are_links_and_the_current_one_is_told(client: Client) -> None:
    text = page(client, "/recherche?q=moulin&tri=titre&page=1")
    sorts = links(text, r'<nav class="sorts".*?</nav>')
    assert list(sorts) == [
        "Pertinence", "Du plus ancien", "Du plus récent", "Titre", "Lieu", "Mise à jour",
    ]  # fmt: skip
    assert sorts["Du plus ancien"] == "/recherche?q=moulin&tri=ancien"
    assert sorts["Pertinence"] == "/recherche?q=moulin"
    assert re.findall(r'aria-current="true">([^<]*)</a>', text) == ["Titre"]


def test_years_are_asked_in_two_fields_that_keep_the_search(client: Client) -> None:
    text = page(client, "/recherche?base=merimee&tri=titre&annees=1600..1799")
    form = re.search(r'<p class="year-ends">.*?</form>', text, re.DOTALL)
    assert form
    for said in ('name="base" value="merimee"', 'name="tri" value="titre"',
                 'name="de"', 'value="1600"', 'name="a"', 'value="1799"'):  # fmt: skip
        assert said in form.group(), said
    assert 'name="annees"' not in form.group()
    asked = page(client, "/recherche?base=merimee&de=1600&a=1799")
    assert _results(asked) == _results(page(client, "/recherche?base=merimee&annees=1600..1799"))
    assert "1600–1799 : retirer ce filtre" in " ".join(links(asked, r'<ul class="chips".*?</ul>'))


def _results(text: str) -> list[str]:
    return re.findall(r'<article.*?href="(/notice/[^"]*)"', text, re.DOTALL)


def test_years_typed_otherwise_are_told(client: Client) -> None:
    assert "Les années s’écrivent" in page(client, "/recherche?de=hier&a=demain")
    assert "remises dans l’ordre" in page(client, "/recherche?de=1900&a=1800")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/recherche?base=nulle", "La base « nulle » n’existe pas"),
        ("/recherche?tri=hasard", "Le tri « hasard » n’existe pas"),
        ("/recherche?cadre=1,2", "Le cadre s’écrit"),
        ("/recherche?zone=1,2", "La zone s’écrit"),
        ("/recherche?criteres=(pont", "Les critères ne sont pas compris"),
        ("/recherche?criteres=palissy.COM2 existe", "n’est pas public"),
        (f"/recherche?q={'a' * 600}", "500 premiers caractères"),
    ],
    ids=lambda value: value[:40],
)
def test_what_is_not_understood_of_an_address_is_told_above_the_results(
    address: str, said: str, client: Client
) -> None:
    text = page(client, address)
    assert said in text
    assert "Attention :" in text


def test_a_correction_is_told_and_refused_by_a_link(client: Client) -> None:
    text = page(client, "/recherche?q=abatiale")
    assert "Résultats pour « abbatiale », et non « abatiale »." in text
    refuse = links(text, r'<div class="message message-info".*?</ul>')
    assert refuse == {"Chercher « abatiale » tel quel": "/recherche?q=abatiale&tel-quel=oui"}
    assert "et non" not in page(client, refuse["Chercher « abatiale » tel quel"])


def test_a_partial_answer_is_told_with_the_words_that_nothing_has(client: Client) -> None:
    text = page(client, "/recherche?q=abbatiale+zzyzxq")
    assert "Aucune notice n’a tous ces mots" in text
    assert "« zzyzxq »" in text
    assert _results(text)


def test_a_renumbered_notice_is_told_with_a_link(client: Client) -> None:
    text = page(client, "/recherche?q=APMH00990001")
    assert "cette notice est aujourd’hui AP99N00001" in text
    assert "/notice/memoire/AP99N00001" in text


@pytest.mark.parametrize(
    ("pasted", "leads"),
    [
        ("https://www.pop.culture.gouv.fr/notice/merimee/PA00990001",
         "/recherche?q=PA00990001&base=merimee"),
        ('https://www.pop.culture.gouv.fr/search/list?mainSearch="moulin"&resPage=2',
         "/recherche?q=moulin&page=2"),
        ("http://www.culture.gouv.fr/public/mistral/mersri_fr?ACTION=CHERCHER&FIELD_1=REF"
         "&VALUE_1=PA00990001", "/recherche?q=PA00990001&base=merimee"),
    ],
)  # fmt: skip
def test_an_address_of_a_former_site_typed_whole_leads_to_what_it_asked(
    pasted: str, leads: str, client: Client
) -> None:
    response = client.get(f"/recherche?q={quote(pasted, safe='')}")
    assert response.status_code == 302
    assert response["Location"] == leads


def test_all_the_values_of_a_filter_have_a_page(client: Client) -> None:
    text = page(client, "/recherche/filtre/denomination?base=merimee&tri=titre")
    assert "<h1>Dénominations</h1>" in text
    values = links(text, r'<div class="facet facet-whole">.*?</div>')
    assert len(values) > 12
    assert values["Pont 1 notice"] == "/recherche?base=merimee&denomination=pont&tri=titre"
    assert 'name="base" value="merimee"' in text
    assert 'href="/recherche?base=merimee&tri=titre"' in text
    found = page(client, "/recherche/filtre/denomination?base=merimee&contient=EGL")
    assert list(links(found, r'<div class="facet facet-whole">.*?</div>')) == ["Église 3 notices"]
    nothing = page(client, "/recherche/filtre/denomination?contient=zzyzx")
    assert "Aucune valeur ne contient ces mots" in nothing


def test_a_filter_that_does_not_exist_has_no_page(client: Client) -> None:
    for key in ("base", "inconnu", "COM2"):
        assert client.get(f"/recherche/filtre/{key}").status_code == 404


def test_suggestions_are_given_as_json(client: Client) -> None:
    response = client.get("/suggestions?q=lestr")
    assert response["Content-Type"] == "application/json"
    assert "max-age=60" in response["Cache-Control"]
    suggested = response.json()["suggestions"]
    assert {"kind", "label", "more", "url"} == set(suggested[0])
    assert suggested[0]["label"] == "LESTRANGE Adèle"
    assert client.get(suggested[0]["url"]).status_code == 200
    for address in ("/suggestions", "/suggestions?q=", "/suggestions?q=" + "é" * 3000):
        assert client.get(address).json() == {"suggestions": []}


NEW_PAGES = (
    "/recherche?q=moulin&denomination=moulin+à+farine&annees=1600..1800&tri=ancien",
    "/recherche?q=abatiale",
    "/recherche?criteres=(pont",
    "/recherche?tri=enregistrement",
    "/recherche/filtre/denomination",
    "/recherche/filtre/auteur?contient=zz",
)


@pytest.mark.parametrize("address", NEW_PAGES)
def test_the_content_security_policy_is_kept(address: str, client: Client) -> None:
    response = client.get(address)
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert not re.search(r"<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=", response.content.decode())


def test_what_is_typed_is_never_markup(client: Client) -> None:
    hostile = '"><script>alert(1)</script>'
    for name in ("q", "auteur", "criteres", "base", "tri", "annees", "contient"):
        for path in ("/recherche", "/recherche/filtre/auteur"):
            text = client.get(f"{path}?{name}={quote(hostile)}").content.decode()
            assert "<script>alert" not in text, (path, name)


def test_the_order_of_the_store_goes_on_from_one_position_to_the_next(client: Client) -> None:
    address, seen, turns = "/recherche?tri=enregistrement", [], 0
    while address:
        text = page(client, address)
        seen += _results(text)
        following = re.search(r'href="(/recherche\?tri=enregistrement&apres=\d+)"', text)
        address = following.group(1) if following else ""
        turns += 1
    assert turns > 1
    assert len(seen) == len(set(seen)) == search(Query()).total


# Whether this is a demonstration; the vocabularies, once more for corrected words; the notices;
# links, and the notices at their two ends.
MOST_QUERIES = 7


@pytest.mark.parametrize(
    "address",
    [
        "/recherche", "/recherche?q=moulin", "/recherche?q=PA00990001", "/recherche?q=zzyzxq",
        "/recherche?q=abatiale",
        "/recherche?base=merimee", "/recherche?page=2", "/recherche?tri=titre",
        "/recherche?q=moulin&denomination=moulin+à+farine",
    ],
)  # fmt: skip
def test_a_page_asks_the_database_a_few_questions_however_many_results(
    address: str, client: Client, django_assert_max_num_queries: Counted
) -> None:
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(address)


def results_shown(text: str) -> list[str]:
    """Where the results of a page lead, in their order."""
    inside = text[text.index('id="resultats"') :]
    return list(dict.fromkeys(re.findall(r'href="(/notice/[^"?]*)', inside)))


def test_the_same_results_are_a_mosaic_a_list_or_a_table(client: Client) -> None:
    texts = {view: page(client, f"/recherche?q=moulin&vue={view}") for view in View}
    shown = {view: results_shown(text) for view, text in texts.items()}
    assert shown[View.MOSAIC] == shown[View.LIST] == shown[View.TABLE] != []
    assert '<ol class="mosaic">' in texts[View.MOSAIC]
    assert '<ol class="cards">' in texts[View.LIST]
    assert "<table" in texts[View.TABLE]


def test_the_view_is_a_link_that_keeps_the_search_and_the_rest_keeps_the_view(
    client: Client,
) -> None:
    text = page(client, "/recherche?q=moulin&tri=titre&vue=tableau")
    views = links(text, r'<ul class="views">.*?</ul>')
    assert views["Liste"] == "/recherche?q=moulin&tri=titre&vue=liste"
    assert re.search(r'aria-current="true"><svg[^>]*>.*?</svg>Tableau', text, re.DOTALL)
    sorts = links(text, r'<nav class="sorts".*?</nav>')
    assert sorts["Du plus ancien"] == "/recherche?q=moulin&tri=ancien&vue=tableau"


def test_without_pictures_the_list_comes_first(client: Client) -> None:
    assert '<ol class="cards">' in page(client, "/recherche?image=non")


@pytest.mark.parametrize(
    ("width", "height", "name"),
    [(1000, 1000, "r100"), (1600, 900, "r180"), (100, 9000, "r050"), (9000, 100, "r260"),
     (0, 0, "r135")],
)  # fmt: skip
def test_proportions_have_a_class_of_the_style_sheet(width: int, height: int, name: str) -> None:
    assert pictures.shape(width, height) == name
    sheet = (Path(pop.ui.__file__).parent / "static/ui/mosaic.css").read_text()
    assert f".{name} {{" in sheet


def test_from_a_result_to_the_next_and_back_to_its_place(client: Client) -> None:
    found = results_shown(page(client, "/recherche?base=merimee&tri=titre"))
    assert len(found) >= 3
    text = page(client, f"{found[1]}?base=merimee&tri=titre&rang=2")
    journey = links(text, r'<nav class="journey.*?</nav>')
    assert journey["Précédente"] == f"{found[0]}?base=merimee&tri=titre&rang=1"
    assert journey["Suivante"] == f"{found[2]}?base=merimee&tri=titre&rang=3"
    assert journey["Résultats"] == "/recherche?base=merimee&tri=titre#resultat-2"
    assert 'id="resultat-2"' in page(client, "/recherche?base=merimee&tri=titre")
    first = page(client, f"{found[0]}?base=merimee&tri=titre&rang=1")
    assert "Précédente" not in links(first, r'<nav class="journey.*?</nav>')


@pytest.mark.parametrize("asked", ["", "?rang=2", "?q=moulin&rang=40000", "?q=moulin&rang=x"])
def test_a_notice_that_no_search_led_to_has_no_journey(asked: str, client: Client) -> None:
    found = results_shown(page(client, "/recherche?q=moulin&tri=titre"))
    assert '<nav class="journey' not in page(client, found[0] + asked)


def test_another_spelling_of_an_address_keeps_the_search(client: Client) -> None:
    found = results_shown(page(client, "/recherche?q=moulin&tri=titre"))
    response = client.get(f"{found[0].lower()}?q=moulin&tri=titre&rang=1")
    assert response.headers["Location"] == f"{found[0]}?q=moulin&tri=titre&rang=1"
