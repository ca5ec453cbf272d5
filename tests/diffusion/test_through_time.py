"""The photographs of a building by date: the oldest beside the newest, only when years apart."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.loading import load_rows
from tests.pictures import kept, showing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]
PAGE = "/notice/merimee/PA00990001"


def _photographs(
    *dates: str, base: str = "merimee", ref: str = "PA00990001", **values: Any
) -> None:
    load_rows(
        "memoire",
        *(
            {"REF": f"AP{n:08d}", "LEG": f"Vue numéro {n}", "DATPV": said, "LBASE": [ref],
             "MARQ": str(n), **showing(kept((20, 60, 200), n)), **values}
            for n, said in enumerate(dates)
        ),
    )  # fmt: skip
    load_rows(base, {"REF": ref, "TICO": "Halle", "NOM": "Halle"}, index=True)


def _section(client: Client, title: str = "Hier et aujourd’hui") -> str:
    html = client.get(PAGE).content.decode()
    return html.partition(f">{title}</h2>")[2].partition("</section>")[0]


def test_photographs_are_in_the_order_of_their_dates(client: Client) -> None:
    _photographs("2019", "vers 1905", "1975/06/16", "", "un jour de marché", "1er quart 19e siècle")
    section = _section(client)
    assert re.findall(r"Vue numéro (\d)</a>", section) == ["5", "0", "1", "2"]
    # Dated, captioned, with what must be said beside a picture.
    assert '<strong class="dated-when">16\u00a0juin 1975</strong>' in section
    assert section.count("Droits non vérifiés") == 2
    assert section.count("/notice/memoire/AP") == 4


def test_an_old_last_photograph_is_not_said_to_be_of_today(client: Client) -> None:
    _photographs("1910", "1943")
    assert _section(client) == ""
    assert "Vue numéro 1" in _section(client, "Au fil du temps")


@pytest.mark.parametrize("dates", [("2019",), ("2012", "2019"), ("19e siècle", "1905"), ("", "x")])
def test_nothing_is_compared_without_years_between(dates: tuple[str, ...], client: Client) -> None:
    _photographs(*dates)
    html = client.get(PAGE).content.decode()
    assert "Vue numéro 0" in html
    assert "through-time" not in html


def test_photographs_without_a_picture_and_other_bases_are_left_alone(client: Client) -> None:
    _photographs("1910", "2019", POP_IMAGES=[])
    assert "through-time" not in client.get(PAGE).content.decode()
    _photographs("1910", "2019", base="palissy", ref="PM00990001")
    html = client.get("/notice/palissy/PM00990001").content.decode()
    assert "Vue numéro 0" in html and "through-time" not in html
