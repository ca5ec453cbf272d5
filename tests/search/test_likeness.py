"""Pictures that look alike: near ones only, of other notices, none that must be left in peace."""

import pytest

from pop.changes import expurging
from pop.media import likeness as file
from pop.media import pictures
from pop.media.models import Picture
from pop.notices import images
from pop.notices.images import Image
from pop.notices.models import Notice
from pop.search.looks import likeness, looking
from tests.loading import OPERATOR, load_rows
from tests.pictures import kept, showing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]
BLUE, YELLOW = (20, 60, 200), (240, 220, 30)
ASKED = "09940000000"


def _work(number: int, *shown: Image, title: str = "Mer") -> dict[str, object]:
    return {"REF": f"0994000{number:04d}", "TITR": title, **showing(*shown)}


def _alike(ref: str = ASKED, most: int = 8, without: tuple[int, ...] = ()) -> list[str]:
    notice = Notice.objects.get(ref=ref)
    image = images.of(notice.values)[0]
    layout = pictures.layouts([image.file]).get(image.file)
    return [one.notice.ref for one in likeness.alike(notice, layout, most, frozenset(without))]


def _look(number: int, layout: bytes) -> Image:
    """A picture of that look."""
    image = kept(BLUE, number)
    Picture.objects.filter(pk=image.file).update(layout=layout)
    return image


def _bits(count: int) -> bytes:
    return ((1 << count) - 1).to_bytes(32)


def test_only_near_ones_come_the_nearest_first() -> None:
    assert likeness.FARTHEST == 24
    load_rows(
        "joconde",
        _work(0, _look(0, _bits(0))),
        _work(1, _look(1, _bits(24))),
        _work(2, _look(2, _bits(5))),
        _work(3, _look(3, _bits(25))),
        # A notice comes once, with its nearest picture.
        _work(4, _look(4, _bits(20)), _look(5, _bits(2)), _look(6, _bits(3))),
    )
    assert _alike() == []  # there is no file yet
    assert likeness.update() == 7
    assert _alike() == ["09940000004", "09940000002", "09940000001"]
    assert _alike(most=1) == ["09940000004"]
    other = Notice.objects.get(ref="09940000002").pk
    assert _alike(without=(other,)) == ["09940000004", "09940000001"]
    notice = Notice.objects.get(ref=ASKED)
    [first, *_] = likeness.alike(notice, _bits(0), 8, ())
    assert first.image.caption == "Vue 5"


def test_who_must_be_left_in_peace_is_compared_with_nothing() -> None:
    near = [_look(n, _bits(n)) for n in range(5)]
    load_rows("joconde", _work(0, near[0]), _work(1, near[1], title="Crâne"))
    load_rows("mnr", {"REF": "MNR99001", "TITR": "Moisson", **showing(near[2])})
    # What would place a masked object: a picture of its building that looks like its own.
    masked = {"REF": "PM00990001", "TICO": "Statue", "COM2": ["Orne"]}
    load_rows("palissy", {**masked, **showing(near[3])})
    load_rows("merimee", {"REF": "PA00990001", "TICO": "Halle", **showing(near[4])})
    assert likeness.update() == 2
    assert _alike() == ["PA00990001"]
    for ref in ("09940000001", "MNR99001", "PM00990001"):
        assert _alike(ref) == []


def test_what_becomes_sensitive_disappears_before_the_file_is_written_again() -> None:
    load_rows("joconde", _work(0, _look(0, _bits(0))), _work(1, _look(1, _bits(1))))
    likeness.update()
    assert _alike() == ["09940000001"]
    load_rows("joconde", {"REF": "09940000001", "TITR": "Crâne"})
    assert _alike() == []


def test_the_file_follows_the_store() -> None:
    load_rows("joconde", *(_work(n, _look(n, _bits(n))) for n in range(4)))
    likeness.update()
    assert not likeness.is_late()
    before = likeness.path().stat().st_ino
    likeness.update()
    assert likeness.path().stat().st_ino == before  # nothing to do
    load_rows("joconde", _work(1, _look(11, _bits(200))), _work(5, _look(5, _bits(1))))
    assert likeness.is_late()
    assert likeness.update() == 5
    assert _alike() == ["09940000005", "09940000002", "09940000003"]
    held = file.opened(likeness.path())
    assert held is not None
    fresh = sorted(int(key) for part in held.parts() for key in part.notices)
    # Written from nothing, it is the same.
    likeness.path().unlink()
    likeness.update()
    again = file.opened(likeness.path())
    assert again is not None
    assert sorted(int(key) for part in again.parts() for key in part.notices) == fresh


def test_an_expurged_picture_is_no_longer_compared() -> None:
    load_rows("joconde", *(_work(n, _look(n, _bits(n))) for n in range(3)))
    likeness.update()
    gone = images.of(Notice.objects.get(ref="09940000001").values)[0].file
    expurging.expurge_image(OPERATOR, gone, "droit à l’image")
    held = file.opened(likeness.path())
    assert held is not None and held.count == 2
    assert not Picture.objects.filter(pk=gone).exists()
    assert _alike() == ["09940000002"]


def test_pictures_not_looked_at_are_and_their_notices_are_marked() -> None:
    from pop.search.answers.searching import search
    from pop.search.asking.query import Query
    from pop.search.upkeep import indexer, marks

    unseen, absent = kept(YELLOW, seen=False), Image("a" * 64)
    load_rows("joconde", _work(0, unseen, absent), _work(1, kept(BLUE)), index=True)
    yellow = Query(filters=(("couleur", "jaune"),))
    assert search(yellow).total == 0
    told = looking.look(looking.pictured())
    assert (told.notices, told.pictures, told.failed) == (2, 1, 0)
    assert Picture.objects.get(pk=unseen.file).width == 90
    assert marks.lag() == 1
    indexer.drain()
    assert search(yellow).total == 1
    # The next pass has nothing left to do.
    assert looking.look(looking.pictured()).pictures == 0
    assert marks.lag() == 0


def test_a_pass_over_what_changed_reads_nothing_else() -> None:
    load_rows("joconde", *(_work(n, kept(BLUE, n)) for n in range(3)))
    likeness.update()
    until = likeness.since()
    load_rows("joconde", _work(7, kept(BLUE, 7)))
    load_rows("palissy", {"REF": "PM00990001", "TICO": "Cloche"})
    assert [row.ref for some in looking.pictured(until) for row in some] == ["09940000007"]
    assert len([row for some in looking.pictured() for row in some]) == 4
