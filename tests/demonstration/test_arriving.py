"""The demonstration in a store: it arrives, shows itself for what it is, mixes with nothing real,
and leaves nothing behind."""

from pathlib import Path

import pytest
from django.test import Client

from pop.demonstration import showing
from pop.demonstration.arriving import CannotArrive, arrive
from pop.demonstration.generating.collection import LEAST
from pop.demonstration.leaving import leave
from pop.iiif.identifiers import identifier
from pop.media import originals
from pop.media.models import Picture
from pop.model import catalogue
from pop.notices import demonstration, images, reading
from pop.notices.derived import derive
from pop.notices.models import Notice
from pop.search.answers.searching import facets, search
from pop.search.asking.query import Query
from pop.search.looks import likeness
from tests.images import image_of
from tests.loading import load_rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POP_DATA", str(tmp_path))


def files() -> list[Path]:
    return [path for path in originals.folder().rglob("*") if path.is_file()]


def test_from_an_empty_store_to_an_empty_store(client: Client) -> None:
    told: list[tuple[int, int]] = []
    arrived = arrive(1, LEAST, lambda done, total: told.append((done, total)))

    # All of it is there, searchable, with its pictures.
    assert sum(reading.counts().values()) == arrived.notices
    assert all(reading.counts()[base] for base in catalogue.bases())
    assert told[0][0] < 100
    assert told[-1] == (arrived.notices, arrived.notices)
    assert search(Query()).total == arrived.notices
    held = {
        file
        for n in Notice.objects.filter(has_image=True)
        for file in images.checksums(n.values.get(images.CODE))
    }
    assert len(held) == len(files()) == arrived.pictures > 10
    # Each was looked at before its notice came: it is found by its colours.
    rows = Picture.objects.exclude(colors="").exclude(layout=None).filter(width__gt=0)
    assert rows.count() == len(held)
    assert facets(Query()).facets["couleur"].values
    assert likeness.update() > 10

    # It says what it is, on every page and to search engines.
    for address in ("/", "/recherche?q=vase", "/dictionnaire", "/rien-du-tout"):
        answer = client.get(address)
        assert "sont inventés" in answer.content.decode()
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert '<meta name="robots" content="noindex, nofollow">' in answer.content.decode()

    # Its pictures are shown on cards and pages, and are served to who asks for those of a notice.
    notice = Notice.objects.filter(base="joconde", has_image=True).exclude(values=b"").first()
    assert notice is not None
    page = client.get(f"/notice/joconde/{notice.ref}").content.decode()
    image = images.of(notice.values)[0]
    named = identifier("joconde", notice.ref, image.file)
    assert f"/iiif/3/{named}/full/" in page
    assert "démonstration" in page
    status, served = image_of(f"/iiif/3/{named}/full/200,/0/default.jpg")
    assert status == 200
    assert served[:3] == b"\xff\xd8\xff"
    for wrong in (f"joconde-{notice.ref}-{'0' * 16}", named.replace("joconde", "museo")):
        assert image_of(f"/iiif/3/{wrong}/full/200,/0/default.jpg")[0] == 404

    # A building shows the photographs that name it.
    building = reading.get("merimee", "PA9A000001")
    assert building is not None
    linked = derive([building])[building.pk].linked
    assert any(other.base == "memoire" for group in linked.values() for other in group)
    assert "/iiif/3/memoire-" in client.get("/notice/merimee/PA9A000001").content.decode()

    # A second time changes nothing; another collection asks that this one be taken away.
    before = list(Notice.objects.order_by("pk").values_list("pk", "version"))
    assert arrive(1, LEAST).notices == 0
    assert list(Notice.objects.order_by("pk").values_list("pk", "version")) == before
    with pytest.raises(CannotArrive, match="--remove"):
        arrive(2, LEAST)

    # Everything goes, what somebody changed too.
    load_rows("merimee", {"REF": "PA9A000001", "TICO": "Une autre église"}, index=True)
    assert leave() == arrived.notices
    assert sum(reading.counts().values()) == 0
    assert search(Query()).total == 0
    assert files() == []
    assert not Picture.objects.exists()
    assert likeness.update() == 0
    assert demonstration.held() is None
    assert reading.grave("merimee", "PA9A000001") is not None
    assert "sont inventés" not in client.get("/").content.decode()
    assert "X-Robots-Tag" not in client.get("/").headers


def test_it_does_not_come_beside_real_notices() -> None:
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Abbatiale"})
    with pytest.raises(CannotArrive, match="vraies notices"):
        arrive(1, LEAST)
    assert demonstration.held() is None
    assert leave() == 0
    assert sum(reading.counts().values()) == 1


def test_it_goes_on_from_where_it_was_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        arrive(1, LEAST, stop)
    there = sum(reading.counts().values())
    mark = demonstration.held()
    assert mark is not None and not mark.complete and mark.done == there > 0
    assert arrive(1, LEAST).notices + there == sum(reading.counts().values())
    mark = demonstration.held()
    assert mark is not None and mark.complete


def test_too_small_a_collection_is_refused() -> None:
    with pytest.raises(CannotArrive, match="au moins"):
        arrive(1, LEAST - 1)


def test_the_searches_to_try_find_something() -> None:
    arrive(1, LEAST)
    for query, _ in showing.SEARCHES:
        assert search(query).total, query
    assert search(Query(text="monastère")).total, "a synonym of the vocabularies"
