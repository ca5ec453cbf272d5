"""Linked notices: by relation, as a tree of wholes and parts; many of them are all found."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pop.diffusion.related import MOST_SHOWN
from pop.model import catalogue
from pop.model.loading import part_codes
from pop.notices import reading
from pop.notices.derived import derive
from pop.notices.models import Notice
from tests.loading import load_rows

pytestmark = pytest.mark.django_db
PAGE = "/notice/merimee/PA00990001"
MANY = 130


@pytest.fixture
def _cathedral(own_index: None) -> None:
    load_rows(
        "memoire",
        *(
            {"REF": f"AP{n:08d}", "LEG": f"Vue {n}", "LBASE": ["PA00990001"], "MARQ": str(MANY - n)}
            for n in range(MANY)
        ),
    )
    load_rows(
        "palissy",
        *({"REF": f"PM{n:08d}", "TICO": f"Stalle {n}", "REFA": ["PA00990001"]} for n in range(30)),
    )
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Cathédrale"}, index=True)


@pytest.mark.usefixtures("_cathedral")
def test_many_photographs_hide_no_object_and_all_are_found(client: Client) -> None:
    html = client.get(PAGE).content.decode()
    assert "Objets conservés dans cet édifice" in html
    assert html.count("<article") == 1 + 2 * MOST_SHOWN
    leading = re.findall(r'href="(/recherche\?base=[^"]+)">Voir les (\d+) notices', html)
    assert [int(count) for _, count in leading] == [MANY, 30]
    for address, count in leading:
        found = client.get(address.replace("&amp;", "&")).content.decode()
        assert f"{count} résultats" in found


@pytest.mark.usefixtures("_cathedral")
def test_the_page_of_many_links_costs_no_more_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):
        client.get(PAGE)


def test_as_many_links_are_followed_as_asked() -> None:
    load_rows(
        "merimee", {"REF": "PA00990001", "TICO": "Halle", "REFP": [f"IA{n:08d}" for n in range(9)]}
    )
    load_rows("merimee", *({"REF": f"IA{n:08d}", "TICO": f"Pile {n}"} for n in range(9)))
    load_rows("memoire", *({"REF": f"AP{n}", "LBASE": ["PA00990001"]} for n in range(4)))
    notice = Notice.objects.get(ref="PA00990001")
    few = derive([notice], most=3)[notice.pk]
    assert {name: len(linked) for name, linked in few.linked.items()} == {
        "Parties étudiées": 3, "Photographies": 3,
    }  # fmt: skip
    assert few.cut == {"Parties étudiées", "Photographies"}
    # What was not looked at is not said: it could be masked.
    assert few.values["REFP"] == [f"IA{n:08d}" for n in range(3)]
    whole = derive([notice])[notice.pk]
    assert not whole.cut
    assert len(whole.linked["Parties étudiées"]) == 9


def test_a_notice_stands_between_its_whole_and_its_parts(client: Client) -> None:
    load_rows(
        "merimee",
        {"REF": "IA00990001", "TICO": "Village"},
        {"REF": "IA00990002", "TICO": "Ferme", "REFE": ["IA00990001"], "REFP": ["IA00990003"]},
        {"REF": "IA00990003", "TICO": "Grange", "REFE": ["IA00990002"]},
        {"REF": "IA00990004", "TICO": "Four", "REFE": ["IA00990002"]},
        {"REF": "IA00990005", "TICO": "Sole", "REFE": ["IA00990004"]},
    )
    html = client.get("/notice/merimee/IA00990002").content.decode()
    tree = html[html.index("Ensemble et parties") :]
    order = ["Village", "Ferme", "Grange", "Four", "(1 partie)"]
    places = [tree.index(word) for word in order]
    assert places == sorted(places)
    assert "Sole" not in tree
    assert "Parties étudiées</h3>" not in html
    village = Notice.objects.get(ref="IA00990001")
    farm = Notice.objects.get(ref="IA00990002")
    assert reading.numbers_of_parts([village, farm]) == {village.pk: 1, farm.pk: 2}


def test_hundreds_of_values_are_folded(client: Client) -> None:
    load_rows(
        "palissy", {"REF": "PM00990001", "TICO": "Stalles", "REFP": [f"PM{n}" for n in range(40)]}
    )
    html = client.get("/notice/palissy/PM00990001").content.decode()
    assert "25 autres" in html


def test_a_card_shows_no_reference_that_was_not_followed() -> None:
    """Cards follow only the links that give them a picture or a museum (derive_for_cards): a
    reference to a masked notice would not be withheld."""
    for base in catalogue.bases().values():
        linking = {link.field for link in base.links}
        shown = (*base.title, *base.subtitle, *base.place_line, *base.date_line, *base.card)
        for composed in shown:
            assert linking.isdisjoint(part_codes(composed.compose)), base.key
