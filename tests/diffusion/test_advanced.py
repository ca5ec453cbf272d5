"""The advanced search page: its buttons, what it says, where it leads."""

import html
import re
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pop.model import catalogue
from pop.search.asking.address import to_address
from pop.search.asking.criteria import read
from pop.search.asking.query import Query, Sort, View

pytestmark = pytest.mark.django_db

START = "/recherche-avancee"
CRITERIA = 'DENO egale "église" et (merimee.COM contient "brest" ou non SCLE existe)'


@pytest.fixture(autouse=True)
def _collection(valserre: object) -> None:
    """Every page is of the invented collection."""


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response
    return re.sub(r"[\u00a0\u202f]", " ", html.unescape(response.content.decode()))


def controls(text: str) -> list[tuple[str, str]]:
    """What the form would send, in its order, but for its buttons."""
    form = re.search(r'<form class="advanced".*?</form>', text, re.DOTALL)
    assert form
    found: list[tuple[str, str]] = []
    for tag in re.findall(r"<select.*?</select>|<input[^>]*>", form.group(), re.DOTALL):
        name = re.search(r'name="([^"]*)"', tag)
        assert name
        if tag.startswith("<select"):
            chosen = re.search(r'<option value="([^"]*)"[^>]* selected', tag)
            first = re.search(r'<option value="([^"]*)"', tag)
            assert first
            found.append((name[1], (chosen or first)[1]))
        elif 'type="checkbox"' not in tag or " checked" in tag:
            value = re.search(r'value="([^"]*)"', tag)
            found.append((name[1], value[1] if value else ""))
    return found


def press(client: Client, text: str, button: str, **typed: str) -> Any:
    """What the browser gets once something was typed and a button pressed."""
    assert f'name="faire" value="{button}"' in text, button
    sent: list[tuple[str, str]] = [
        (name, typed.get(name.replace("-", "_"), value)) for name, value in controls(text)
    ]
    data: dict[str, list[str]] = {}
    for name, value in [*sent, ("faire", button)]:
        data.setdefault(name, []).append(value)
    return client.get(START, data)


def after(client: Client, text: str, button: str, **typed: str) -> tuple[str, str]:
    """The page to which a button leads, and the control where the keyboard goes on."""
    response = press(client, text, button, **typed)
    assert response.status_code == 302, response.content
    parts = urlsplit(response.url)
    assert "faire" not in parts.query, "read again, the address does nothing again"
    shown = page(client, f"{parts.path}?{parts.query}")
    assert f'id="{parts.fragment}"' in shown
    return shown, parts.fragment


def test_a_search_is_made_row_after_row(client: Client) -> None:
    text = page(client, START)
    assert "Rien n’est encore demandé" in text
    text, place = after(
        client, text, "condition", champ_1="DENO", operateur_1="egale", valeur_1="église"
    )
    assert place == "champ-2"
    text, place = after(client, text, "groupe", champ_2="partout", valeur_2="rurales")
    assert place == "champ-3-1"
    text, place = after(client, text, "condition-3", champ_3_1="COM", valeur_3_1="Ajaccio")
    assert place == "champ-3-2"
    text, place = after(client, text, "retirer-3-2")
    assert place == "champ-3-1"
    response = press(client, text, "chercher")
    assert response.status_code == 302
    criteria = read('DENO egale "église" et mot "rurales" et COM contient "Ajaccio"')
    assert response.url == f"/recherche?{to_address(Query(criteria=criteria))}"
    found = page(client, response.url)
    assert "1 résultat" in found
    assert "Églises rurales" in found


@pytest.mark.parametrize(
    "query",
    [
        Query(criteria=read(CRITERIA), bases=("merimee", "palissy")),
        Query(
            text="orge",
            bases=("joconde",),
            filters=(("siecle", "18e siècle"), ("loca", "Brest")),
            years=(1600, None),
            criteria=read('dans titre debut "étu"'),
            literal=True,
            sort=Sort.OLDEST,
            view=View.TABLE,
        ),
        Query(criteria=read('AUTR+ATTR contient "x" et PRECOR au-moins "3"'), bases=("memoire",)),
        Query(text="moulin"),
        Query(),
    ],
    ids=to_address,
)
def test_the_page_takes_any_search_and_gives_it_back(query: Query, client: Client) -> None:
    text = page(client, f"{START}?{to_address(query)}")
    response = press(client, text, "chercher")
    asked = to_address(query)
    assert response.url == ("/recherche?" + asked if asked else "/recherche")
    refreshed, _ = after(client, text, "actualiser")
    assert controls(refreshed) == controls(text)


def test_results_lead_back_to_the_form(client: Client) -> None:
    asked = to_address(Query(bases=("merimee",), criteria=read(CRITERIA)))
    text = page(client, f"/recherche?{asked}")
    link = re.search(r'href="([^"]*)"[^>]*>Modifier la recherche avancée<', text)
    assert link
    assert link[1] == f"{START}?{asked}"
    assert "Modifier la recherche avancée" not in page(client, "/recherche?q=pont")
    beside = re.search(r'class="search-more" href="([^"]*)"', page(client, "/recherche?q=pont"))
    assert beside
    assert beside[1] == f"{START}?q=pont"


def test_the_page_says_in_words_what_is_asked_and_how_many_answer(client: Client) -> None:
    text = page(client, f'{START}?base=merimee&criteres=DENO egale "église" et non DPT egale "10"')
    assert "Architecture (Mérimée) où Dénomination est égal à « église », sauf si " in text
    assert re.search(r">1 notice :</span>", text)


def test_codes_are_shown_to_who_asks(client: Client) -> None:
    asked = "base=merimee&criteres=merimee.TICO existe"
    without, with_codes = page(client, f"{START}?{asked}"), page(client, f"{START}?codes&{asked}")
    assert ">Titre courant</option>" in without
    assert "TICO)" not in without
    assert ">Titre courant (TICO)</option>" in with_codes
    assert "Titre courant [TICO] (Mérimée) existe" in with_codes
    kept, _ = after(client, with_codes, "condition")
    assert ">Titre courant (TICO)</option>" in kept


def offered(text: str, control: str) -> list[str]:
    found = re.search(rf'<select id="{control}".*?</select>', text, re.DOTALL)
    assert found
    return re.findall(r'<option value="([^"]*)"', found.group())


def test_the_fields_offered_are_those_of_the_bases_chosen(client: Client) -> None:
    none = offered(page(client, START), "champ-1")
    assert "REF" in none
    assert not [name for name in none if "." in name and name[0].islower()]
    text = page(client, f"{START}?base=autor&base=mnr")
    assert {name.partition(".")[0] for name in offered(text, "champ-1") if name[:1].islower()} == {
        "autor", "mnr", "partout", "titre", "lieu",
    }  # fmt: skip
    assert 'label="Rose-Valland : ' in text or 'label="MNR' in text
    everything = page(client, f"{START}?" + "&".join(f"base={key}" for key in catalogue.bases()))
    for base in catalogue.bases().values():
        for code, field in base.fields.items():
            assert (f'"{base.key}.{code}"' in everything) is field.public, (base.key, code)


@pytest.mark.parametrize(
    ("field", "has", "has_not"),
    [
        ("partout", {"mot", "expression", "debut"}, {"contient", "existe"}),
        ("merimee.TICO", {"contient", "egale-exactement", "existe"}, {"au-moins", "mot"}),
        ("merimee.DMAJ", {"au-moins", "moins-que", "egale"}, {"contient-exactement"}),
        ("CONTIENT_IMAGE", {"egale", "differe-de", "existe"}, {"contient", "au-moins"}),
    ],
)
def test_the_operators_offered_make_sense_for_the_field(
    field: str, has: set[str], has_not: set[str], client: Client
) -> None:
    text = page(client, f"{START}?champ-1={field}&operateur-1=existe&valeur-1=")
    found = set(offered(text, "operateur-1"))
    assert has <= found
    assert not has_not & found


def test_an_operator_that_an_address_asks_for_is_never_lost(client: Client) -> None:
    text = page(client, f'{START}?criteres=TICO au-moins "m"')
    assert "au-moins" in offered(text, "operateur-1")
    assert press(client, text, "chercher").url == "/recherche?criteres=TICO%20au-moins%20%22m%22"


def test_what_is_incomplete_is_told_beside_it_and_above_with_a_link(client: Client) -> None:
    text = page(client, START)
    text, _ = after(client, text, "condition", champ_1="TICO", valeur_1="pont")
    response = press(client, text, "chercher", champ_2="DENO")
    assert response.status_code == 200
    said = html.unescape(response.content.decode())
    assert "Une condition est à compléter" in said
    assert 'href="#valeur-2"' in said
    assert re.search(r'id="valeur-2"[^>]*aria-invalid="true" aria-describedby="erreur-2"', said)
    assert 'id="erreur-2"' in said
    assert "Les conditions incomplètes ne comptent pas encore" in said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("criteres=(pont", "Les critères ne sont pas compris"),
        ("criteres=palissy.COM2 existe", "n’est pas public"),
        ("champ-1=palissy.COM2&operateur-1=existe&faire=chercher", "n’est pas public"),
        ("champ-1=ZZZZ&operateur-1=ailleurs&valeur-1=x&faire=chercher", "Choisissez un opérateur"),
        ("base=nulle", "La base « nulle » n’existe pas"),
        ("&".join(f"champ-{n}=REF&operateur-{n}=existe" for n in range(1, 67)), "64 conditions"),
        (
            "&".join(f"champ-{n}=REF&operateur-{n}=existe" for n in range(1, 65))
            + "&faire=condition",
            "64 conditions au plus",
        ),
        ("champ-1-1-1-1-1-1-1-1=REF&faire=groupe-1-1-1-1-1-1-1", "8 niveaux au plus"),
        ("champ-1=REF&faire=condition-7", "rien n’a été ajouté"),
        (
            "&".join(f"champ-{n}=partout&operateur-{n}=mot&valeur-{n}={'a' * 200}"
                     for n in range(1, 30)) + "&faire=chercher",
            "trop longue",
        ),
    ],
    ids=lambda value: value[:40],
)  # fmt: skip
def test_what_cannot_be_asked_is_told(asked: str, said: str, client: Client) -> None:
    assert said in page(client, f"{START}?{asked}")


def test_hostile_values_come_back_as_they_were_typed(client: Client) -> None:
    value = '"><script>alert(1)</script> & é \\ "'
    raw = client.get(START, {"champ-1": "TICO", "operateur-1": "contient", "valeur-1": value})
    assert b"<script>alert" not in raw.content
    response = press(client, page(client, START), "actualiser", champ_1="TICO", valeur_1=value)
    assert dict(parse_qsl(urlsplit(response.url).query))["valeur-1"] == value


def test_values_are_suggested_from_the_field_and_its_base(client: Client) -> None:
    def values(name: str, typed: str) -> list[str]:
        answer = client.get(f"{START}/valeurs", {"champ": name, "q": typed})
        found: list[str] = answer.json()["values"]
        return found

    assert values("merimee.DENO", "ég") == ["église"]
    assert "tableau" in values("DENO", "tab")
    assert values("merimee.DENO", "tab") == [], "no building is a picture"
    assert "LESTRANGE Adèle (architecte)" in values("merimee.AUTR", "lest")
    assert "LESTRANGE Adèle" in values("merimee.AUTR", "adel"), "by any word, from the facet"
    assert values("CONTIENT_IMAGE", "ou") == ["oui"]
    assert "volé" in values("palissy.MANQUANT", "vo")
    for name in ("palissy.COM2", "COM2", "ZZZZ", "nulle.TICO", "partout", "", "x.y.z", "("):
        assert values(name, "ca") == []


def test_the_number_of_requests_to_the_store_does_not_grow_with_the_rows(client: Client) -> None:
    def asked(rows: int) -> int:
        parts = [f"champ-{n}=DENO&operateur-{n}=egale&valeur-{n}=pont" for n in range(1, rows + 1)]
        address = f"{START}?base=merimee&{'&'.join(parts)}"
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    asked(1)
    assert asked(1) == asked(60) <= 2


def test_the_address_says_the_whole_draft(client: Client) -> None:
    text = page(client, START)
    response = press(client, text, "actualiser", champ_1="merimee.TICO", valeur_1="à moitié fait")
    assert "valeur-1=à moitié fait" in unquote(response.url)
    assert "champ-1=merimee.TICO" in unquote(response.url)
