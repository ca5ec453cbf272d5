"""The pictures of a notice: values that change, come back, and can leave for good."""

from typing import Any

import pytest

from pop.changes import applying, expurging, expurging_images, planning, preview, undoing
from pop.changes.models import Batch
from pop.changes.rows import Report, Row
from pop.notices import images
from pop.notices.derived import derive
from pop.notices.generated import whole
from pop.notices.models import Expurgation, Notice, Revision
from pop.search.content import document
from tests.loading import MINISTRY, OPERATOR, load_rows

pytestmark = pytest.mark.django_db

REF = "PA00990001"
CHAPEL = {"REF": REF, "TICO": "Chapelle"}


def file(letter: str) -> str:
    return letter * 64


def image(letter: str, **said: Any) -> dict[str, Any]:
    return {"file": file(letter), **said}


def load(*letters: str, **values: Any) -> Report:
    pictures = [image(letter) for letter in letters]
    return load_rows("merimee", {"REF": REF, images.CODE: pictures, **values})


def shown() -> str:
    """The pictures of the notice, a letter each, in order."""
    return "".join(picture.file[0] for picture in images.of(Notice.objects.get(ref=REF).values))


def last_batch() -> Batch:
    return Batch.objects.latest("pk")


def undo(batch: Batch) -> Report:
    planned, report = undoing.plan_undo(batch, OPERATOR)
    applying.apply(planned)
    return report


def test_images_are_a_value_in_their_order_and_what_is_empty_is_absent() -> None:
    given = image("b", caption="Chevet", credit="Lestrange", rights="", width=1200, height=0)
    load_rows("merimee", {**CHAPEL, images.CODE: [given, image("a", color="#a0b1c2")]})
    notice = Notice.objects.get()
    assert notice.values[images.CODE] == [
        {"file": file("b"), "caption": "Chevet", "credit": "Lestrange", "width": 1200},
        {"file": file("a"), "color": "#a0b1c2"},
    ]
    assert notice.has_image
    assert whole(notice)["CONTIENT_IMAGE"] == "oui"
    assert load_rows("merimee", {"REF": REF, images.CODE: [given, image("a", color="#a0b1c2")]})
    assert Notice.objects.get().version == 1, "the same images again are no change"
    load_rows("merimee", {"REF": REF, images.CODE: []})
    assert not Notice.objects.get().has_image


def test_images_of_any_base_index_and_derive_like_any_notice() -> None:
    load_rows("autor", {"REF": "AW00001", "NOM": "Lestrange", images.CODE: [image("a")]})
    load_rows("palissy", {"REF": "PM1", "TICO": "Calice", images.CODE: [image("b")]})
    for notice in Notice.objects.all():
        values = whole(notice, derive([notice])[notice.pk])
        built = document.build(notice.base, notice.ref, notice.producer, values)
        assert file("a") not in repr(built)
        assert notice.has_image


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("photo.jpg", "SHA-256"),
        ([{"file": "photo.jpg"}], "SHA-256"),
        ([{"caption": "Chevet"}], "SHA-256"),
        ([image("a", couleur="rouge")], "couleur"),
        ([image("a", color="rouge")], "color"),
        ([image("a", width=-1)], "width"),
        ([image("a"), image("b"), image("a")], "deux fois"),
    ],
)
def test_a_malformed_list_of_images_is_refused_and_says_why(wrong: Any, said: str) -> None:
    load("a", TICO="Chapelle")
    report = load_rows("merimee", {"REF": REF, "TICO": "Oratoire", images.CODE: wrong})
    assert said in report.refused[0][2]
    assert Notice.objects.get().values["TICO"] == "Chapelle"


def test_a_revision_and_a_preview_show_both_lists() -> None:
    load("a", "b")
    batch = planning.open_batch(MINISTRY)
    planning.plan(batch, MINISTRY, [Row(1, "merimee", REF, {images.CODE: [image("b")]})])
    [line] = preview.page(batch)
    assert line.changes[images.CODE] == [[image("a"), image("b")], [image("b")]]
    applying.apply(batch)
    changes = Revision.objects.get(version=2).changes
    assert changes is not None
    assert changes[images.CODE] == [[image("a"), image("b")], [image("b")]]


@pytest.mark.parametrize(
    ("before", "batch", "since", "undone"),
    [
        ("ab", "ba", "ba", "ab"),
        ("abc", "cab", "cabd", "abcd"),
        ("abc", "cab", "dcab", "dabc"),
        ("abc", "ac", "acd", "abcd"),
        ("abc", "abec", "abedc", "abdc"),
        ("abc", "cab", "bca", "bca"),
        ("abc", "", "d", "dabc"),
        ("", "ab", "abc", "c"),
        ("ab", "abe", "ab", "ab"),
        ("abcd", "dba", "dbae", "abcde"),
    ],
)
def test_the_undone_list_has_its_order_and_what_came_later(
    before: str, batch: str, since: str, undone: str
) -> None:
    load(*before, TICO="Chapelle")
    load(*batch)
    wrong = last_batch()
    load(*since)
    report = undo(wrong)
    assert report.conflicts == []
    assert shown() == undone


def test_a_caption_comes_back_and_a_later_caption_is_a_conflict() -> None:
    def say(caption: str, *more: dict[str, Any]) -> None:
        pictures = [image("a", caption=caption), *more]
        load_rows("merimee", {"REF": REF, images.CODE: pictures})

    load_rows("merimee", CHAPEL)
    say("Chevet")
    say("Nef")
    wrong = last_batch()
    say("Nef", image("b"))
    assert undo(wrong).conflicts == []
    assert Notice.objects.get().values[images.CODE] == [image("a", caption="Chevet"), image("b")]
    say("Nef")
    wrong = last_batch()
    say("Nef et chœur")
    [(_, why)] = undo(wrong).conflicts
    assert "Images : " in why
    assert "Nef et chœur (aaaaaaaaaaaa…)" in why
    assert Notice.objects.get().values[images.CODE] == [image("a", caption="Nef et chœur")]


def test_two_plans_on_one_list_of_images_do_not_overwrite_each_other() -> None:
    load("a")
    late = planning.open_batch(MINISTRY)
    rows = [Row(1, "merimee", REF, {images.CODE: [image("a"), image("b")]})]
    planning.plan(late, MINISTRY, rows)
    load("a", "c")
    applying.apply(late)
    assert shown() == "ac"
    assert late.rows.get().note.startswith("Images : ")


def test_pictures_of_a_masked_object_stay() -> None:
    masked = {"REF": "PM1", "TICO": "Calice", "COM2": ["Orne"], "COM": ["Orne"]}
    load_rows("palissy", {**masked, images.CODE: [image("a")]})
    values = whole(Notice.objects.get())
    assert "COM" not in values
    assert values[images.CODE] == [image("a")]
    assert values["CONTIENT_IMAGE"] == "oui"


def held() -> str:
    """All that the store and the plans hold."""
    changes = [c for c in Revision.objects.values_list("changes", flat=True) if c]
    plans = [list(batch.rows.values()) for batch in Batch.objects.all()]
    return repr([*Notice.objects.values_list("values", flat=True), *changes, *plans])


def test_an_expurged_image_is_nowhere_and_does_not_come_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone: list[str] = []
    monkeypatch.setattr(expurging_images, "removers", [gone.append])
    load("a", "b", TICO="Chapelle")
    load("b", "a", "c", HIST=f"La somme {file('a')} est aussi dans un texte.")
    wrong = last_batch()
    load_rows("palissy", {"REF": "PM1", images.CODE: [image("a", caption="Zzqx")]})
    load_rows("palissy", {"REF": "PM1", images.CODE: []})
    waiting = planning.open_batch(MINISTRY)
    row = Row(1, "merimee", REF, {images.CODE: [image("a"), image("d")]})
    planning.plan(waiting, MINISTRY, [row])
    assert expurging.expurge_image(OPERATOR, file("a"), "droit à l’image") > 0
    assert "Zzqx" not in held()
    assert shown() == "bc"
    assert Notice.objects.get(ref=REF).values["HIST"].count(file("a")) == 1
    assert gone == [file("a")]
    undo(wrong)
    assert shown() == "b"
    refused = load("a", "b")
    assert "a été expurgée" in refused.refused[0][2]
    assert Expurgation.objects.get().file == file("a")
    # What a person planned before goes on without it.
    load("b", TICO="Chapelle")
    applying.apply(waiting)
    assert "a" not in shown()


def test_an_image_of_nothing_or_without_reason_is_not_expurged() -> None:
    load("a")
    with pytest.raises(expurging.CannotExpurge, match="ne porte cette image"):
        expurging.expurge_image(OPERATOR, file("b"), "motif")
    with pytest.raises(expurging.CannotExpurge, match="SHA-256"):
        expurging.expurge_image(OPERATOR, "photo.jpg", "motif")
    with pytest.raises(expurging.CannotExpurge, match="motif"):
        expurging.expurge_image(OPERATOR, file("a"), " ")
    assert shown() == "a"
    assert not Expurgation.objects.exists()


def test_the_journal_expurges_images_of_a_restored_copy() -> None:
    load("a", "b")
    expurging.expurge_image(OPERATOR, file("a"), "droit à l’image")
    lines = expurging.journal().read_text().splitlines()[-1:]
    # The copy restored holds it, and knows nothing of the expurging.
    Expurgation.objects.all().delete()
    load("b", "a")
    assert shown() == "ba"
    assert expurging.replay(lines) == 1
    assert shown() == "b"
    assert Expurgation.objects.get().reason == "droit à l’image"
    assert "a été expurgée" in load("a").refused[0][2]
