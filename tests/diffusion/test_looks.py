"""What a page says that the program saw: colours with their names, pictures that look alike."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from pop.diffusion.addresses import notice_address
from pop.diffusion.pictures import tone
from pop.search.looks import likeness
from tests.loading import load_rows
from tests.pictures import kept, showing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]
BLUE, ORANGE = (20, 60, 200), (255, 150, 0)
TITLE = "Images qui se ressemblent (rapprochement automatique)"
PAGE = "/notice/joconde/09940000001"


def _page(client: Client, address: str = PAGE) -> str:
    return client.get(address).content.decode()


def _works(count: int = 3, **values: object) -> None:
    load_rows(
        "joconde",
        *(
            {"REF": f"0994000{n:04d}", "TITR": f"Mer {n}", **showing(kept(BLUE, n)), **values}
            for n in range(1, count + 1)
        ),
        index=True,
    )


def test_colours_are_named_and_lead_to_their_pictures(client: Client) -> None:
    _works()
    html = _page(client)
    found = re.search(
        r'href="([^"]+)" rel="nofollow"><span class="swatch swatch-bleu"></span>Bleu<', html
    )
    assert found
    results = _page(client, found[1])
    assert "3 résultats" in results
    # The filter says its name, chosen or not, and can be taken off.
    assert re.search(r'swatch-bleu"></span><span class="facet-label">Bleu</span>', results)
    assert re.search(r'swatch-bleu"></span>Bleu<span class="visually-hidden">', results)
    every = _page(client, "/recherche/filtre/couleur")
    assert 'swatch-bleu"></span><span class="facet-label">Bleu</span>' in every


def test_what_looks_alike_is_shown_and_nothing_fills_the_room(client: Client) -> None:
    _works()
    load_rows("joconde", {"REF": "09940000009", "TITR": "Feu", **showing(kept(ORANGE))})
    assert TITLE not in _page(client)
    likeness.update()
    section = _page(client).partition(TITLE)[2]
    assert re.findall(r">(Mer \d)</a>", section.partition("</section>")[0]) == ["Mer 2", "Mer 3"]
    assert "Feu" not in section
    assert TITLE not in _page(client, "/notice/joconde/09940000009")


def test_linked_notices_are_not_said_to_look_alike(client: Client) -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle", **showing(kept(BLUE, 1))})
    load_rows(
        "memoire",
        {"REF": "AP00000001", "LEG": "Vue", "LBASE": ["PA00990001"], **showing(kept(BLUE, 2))},
        index=True,
    )
    likeness.update()
    assert TITLE not in _page(client, "/notice/merimee/PA00990001")


@pytest.mark.parametrize(
    ("base", "ref", "title"), [("mnr", "MNR99001", "Moisson"), ("joconde", "09940000077", "Momie")]
)
def test_neither_rose_valland_nor_what_is_sensitive(
    base: str, ref: str, title: str, client: Client
) -> None:
    _works()
    load_rows(base, {"REF": ref, "TITR": title, **showing(kept(BLUE, 50))}, index=True)
    likeness.update()
    html = _page(client, notice_address(base, ref))
    assert "Vue 50" in html
    assert "swatch" not in html and TITLE not in html
    assert title not in _page(client).partition(TITLE)[2]


def test_likeness_costs_two_questions_however_many_are_alike(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _works(2)
    counts = []
    for more in (0, 12):
        load_rows(
            "joconde",
            *(
                {"REF": f"0994001{n:04d}", "TITR": f"Mer {n}", **showing(kept(BLUE, 20 + n))}
                for n in range(more)
            ),
        )
        likeness.update()
        _page(client)
        with CaptureQueriesContext(connection) as asked:
            html = _page(client)
        assert TITLE in html
        counts.append(len(asked))
    assert counts[0] == counts[1]
    likeness.path().unlink()
    # The row of the picture gives its colours all the same; one question less.
    with django_assert_num_queries(counts[0] - 1):
        assert TITLE not in _page(client)


def test_a_dominant_colour_is_told_by_classes() -> None:
    assert tone("#ff8000") == "tone red-7 green-4 blue-0"
    assert tone("") == ""
