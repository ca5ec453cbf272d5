"""The facet « couleur »: of the first picture, by names, never of Rose-Valland nor of what is
sensitive."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pop.notices.models import Notice
from pop.search.answers.searching import facets, search
from pop.search.asking.address import from_address
from pop.search.asking.query import Query
from pop.search.upkeep import documents
from tests.loading import load_rows
from tests.pictures import kept, showing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]
BLUE, RED, BROWN = (20, 60, 200), (200, 20, 30), (139, 69, 19)


def _found(*colours: str) -> set[str]:
    query = from_address({"couleur": colours})
    return {notice.ref for notice in search(query).notices}


def test_pictures_are_found_by_any_of_some_colours() -> None:
    load_rows("joconde", {"REF": "09940004427", "TITR": "Mer", **showing(kept(BLUE, 1), kept(RED))})
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle", **showing(kept(RED, 1))})
    load_rows("palissy", {"REF": "PM00990001", "TICO": "Cloche"})
    load_rows("memoire", {"REF": "AP00000001", "LEG": "Vue", **showing(kept(BROWN))}, index=True)
    assert _found("bleu") == {"09940004427"}
    # Only the first picture counts: the one that the card shows.
    assert _found("rouge") == {"PA00990001"}
    assert _found("Bleu", "rouge") == {"09940004427", "PA00990001"}
    counted = facets(Query()).facets["couleur"].values
    # In the order of the rainbow, whatever their numbers.
    assert [(value.label, value.count) for value in counted] == [
        ("rouge", 1), ("bleu", 1), ("brun", 1),
    ]  # fmt: skip


def test_names_of_several_words_are_chosen_as_they_are_written() -> None:
    from pop.media.models import Picture

    image = kept(BLUE)
    Picture.objects.update(colors="noir-et-blanc")
    load_rows("memoire", {"REF": "AP00000001", "LEG": "Vue", **showing(image)}, index=True)
    for written in ("noir et blanc", "Noir et blanc", "noir-et-blanc"):
        assert _found(written) == {"AP00000001"}
    assert facets(Query()).facets["couleur"].values[0].label == "noir et blanc"


def test_rose_valland_and_what_is_sensitive_are_kept_out() -> None:
    load_rows("mnr", {"REF": "MNR99001", "TITR": "Moisson", **showing(kept(BLUE, 1))})
    load_rows(
        "joconde",
        {"REF": "09940004427", "TITR": "Momie d’enfant", **showing(kept(BLUE, 2))},
        {"REF": "09940004428", "TITR": "Enfant", **showing(kept(BLUE, 3))},
        index=True,
    )
    assert search(Query(filters=(("image", "oui"),))).total == 3
    assert _found("bleu") == {"09940004428"}
    assert facets(Query(bases=("mnr",))).facets["couleur"].values == ()


def test_a_slice_of_notices_asks_for_its_pictures_once() -> None:
    load_rows(
        "joconde",
        *(
            {"REF": f"0994000{n:04d}", "TITR": f"Mer {n}", **showing(kept(BLUE, n))}
            for n in range(30)
        ),
    )
    ids = list(Notice.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as asked:
        documents.make(ids)
    assert sum("media_picture" in query["sql"] for query in asked) == 1
    Notice.objects.update(has_image=False)
    load_rows("palissy", {"REF": "PM00990001", "TICO": "Cloche"})
    bare = Notice.objects.get(ref="PM00990001").pk
    with CaptureQueriesContext(connection) as asked:
        documents.make([bare])
    assert not any("media_picture" in query["sql"] for query in asked)
