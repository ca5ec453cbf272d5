"""Museums by place with their works online, and what the notice of a museum shows of them."""

import re

import pytest
from django.test import Client

from tests.bundle import MARKER, hidden_values
from tests.loading import load_rows

pytestmark = pytest.mark.django_db

PICTURE = {"POP_IMAGES": [{"file": "ab" * 32, "width": 10, "height": 10}]}


@pytest.fixture(autouse=True)
def _own_index(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_DATA", str(tmp_path_factory.mktemp("data")))


@pytest.fixture
def _museums() -> None:
    others = (
        {
            "REF": f"M95{n:02d}",
            "NOMOFF": f"musée numéro {n}",
            "DPT": "Finistère",
            "VILLE_M": "Brest",
        }
        for n in range(30)
    )
    load_rows(
        "museo",
        {"REF": "M9901", "NOMOFF": "musée des Beaux-Arts", "VILLE_M": "Troyes", "DPT": "Aube"},
        # Two museums may bear one name.
        {"REF": "M9902", "NOMOFF": "musée des Beaux-Arts", "VILLE_M": "Brest", "DPT": "Finistère"},
        *others,
    )
    load_rows(
        "joconde",
        *(
            {"REF": f"000PE00000{n}", "TITR": f"Vase {n}", "MUSEO": "M9901", "IMG": "a.jpg",
             "DOMN": [["céramique", "peinture"][n % 2]], **PICTURE}
            for n in range(5)
        ),
        {"REF": "000PE000008", "TITR": "Momie", "MUSEO": "M9901", "IMG": "a.jpg", **PICTURE},
        {"REF": "000PE000009", "TITR": "Coupe", "MUSEO": "M9902"},
        index=True,
    )  # fmt: skip


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def text(html: str) -> str:
    """What is read, its spaces made plain."""
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def shown(html: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"/notice/museo/(M\d+)", html)))


@pytest.mark.usefixtures("_museums")
def test_museums_are_listed_by_place_with_their_works(client: Client) -> None:
    html = page(client, "/musees")
    said = text(html)
    assert "32 musées" in said
    assert len(shown(html)) == 25
    # Bretagne before Grand Est: the order of places.
    last = page(client, "/musees?page=2")
    assert shown(last)[-1] == "M9901"
    assert "Aube (10) Grand Est · 6 œuvres en ligne" in text(last)
    assert "Finistère (29) Bretagne · 1 œuvre en ligne" in said


@pytest.mark.usefixtures("_museums")
def test_a_museum_counts_its_own_works_not_those_of_its_namesake(client: Client) -> None:
    html = page(client, "/musees?q=beaux-arts")
    assert "2 musées pour" in text(html)
    said = text(html[html.index('id="resultats"') :])
    assert said.index("1 œuvre en ligne") < said.index("Aube (10)") < said.index("6 œuvres")


@pytest.mark.usefixtures("_museums")
def test_a_place_narrows_the_list_and_the_address_says_it(client: Client) -> None:
    html = page(client, "/musees")
    region = next(a for a in re.findall(r'href="(/musees\?region=[^"]*)"', html) if "Grand" in a)
    assert shown(page(client, region)) == ["M9901"]
    assert shown(page(client, "/musees?departement=10")) == ["M9901"]
    # What is no parameter of this list changes nothing.
    assert shown(page(client, "/musees?departement=10&base=merimee&auteur=x")) == ["M9901"]


@pytest.mark.usefixtures("_museums")
def test_no_museum_is_never_a_dead_end(client: Client) -> None:
    html = page(client, "/musees?q=zzyzx&region=Bretagne")
    assert "Aucun musée" in html
    assert 'href="/musees"' in html
    assert 'href="/musees?q=zzyzx"' in html
    assert "Aucun musée" in page(client, "/musees?page=1999")


def test_before_the_first_load_the_list_answers(client: Client) -> None:
    assert "Aucun musée" in page(client, "/musees")


@pytest.mark.usefixtures("_museums")
def test_the_notice_of_a_museum_shows_its_works(client: Client) -> None:
    html = page(client, "/notice/museo/M9901")
    assert "6 œuvres en ligne" in text(html)
    assert 'class="wall wall-short"' in html
    assert "/notice/joconde/000PE000001" in html
    assert "Momie" not in html, "what calls for care decorates no page"
    assert "Céramique 3" in text(html)
    address = re.search(r'href="(/recherche\?base=joconde&amp;museo=M9901)"', html)
    assert address
    assert "6 résultats" in page(client, address[1].replace("&amp;", "&"))
    assert 'href="/musees?departement=Aube%20%2810%29"' in html
    assert 'class="wall wall-short"' not in page(client, "/notice/museo/M9902")
    assert "en ligne" not in text(page(client, "/notice/museo/M9500"))
    assert "en ligne" not in text(page(client, "/notice/joconde/000PE000001"))


@pytest.mark.usefixtures("_museums")
def test_the_pages_ask_few_questions(client: Client, django_assert_max_num_queries: object) -> None:
    # Whether this is a demonstration; the museums; links and the notices at their two ends.
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        page(client, "/musees")
    # The same, and the works on the wall.
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        page(client, "/notice/museo/M9901")
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        page(client, "/notice/museo/M9901?base=museo&rang=1")


def test_what_a_museum_or_a_work_hides_is_found_and_shown_nowhere(client: Client) -> None:
    load_rows("museo", {**hidden_values("museo"), "REF": "M9901", "NOMOFF": "musée"})
    load_rows(
        "joconde", {**hidden_values("joconde"), "REF": "000PE000001", "MUSEO": "M9901"}, index=True
    )
    assert MARKER not in page(client, "/musees") + page(client, "/notice/museo/M9901")
    assert "Aucun musée" in page(client, f"/musees?q={MARKER}contactmuseo")
