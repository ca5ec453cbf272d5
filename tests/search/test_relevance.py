"""Relevance, rule by rule: which of two notices comes first, and why."""

import pytest

from pop.search.answers.searching import search
from pop.search.asking.query import Query, Sort
from tests.loading import load_rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]


def test_an_elided_article_does_not_count_in_titles() -> None:
    titles = ("L'Île", "Ancre", "L’Orge", "Mât", "D’Ys (tour)")
    load_rows(
        "merimee",
        *({"REF": f"IA0088{n:04d}", "TICO": title} for n, title in enumerate(titles)),
        index=True,
    )
    shown = [notice.values["TICO"] for notice in search(Query(sort=Sort.TITLE)).notices]
    assert shown == ["Ancre", "L'Île", "Mât", "L’Orge", "D’Ys (tour)"]


@pytest.mark.parametrize(
    ("rule", "notices", "text", "best"),
    [
        (
            "a word of the title comes before one of the description",
            [{"TICO": "Ferme", "DESC": "Un pigeonnier."}, {"TICO": "Pigeonnier"}],
            "pigeonnier", 1,
        ),
        (
            "a word of the author comes before one of the history",
            [{"TICO": "A", "HIST": "Quévert la visita."}, {"TICO": "B", "AUTR": ["QUÉVERT Luc"]}],
            "quevert", 1,
        ),
        (
            "the exact word comes before its stem",
            [{"TICO": "Moulins"}, {"TICO": "Moulin"}],
            "moulin", 1,
        ),
        (
            "the whole title comes before a longer one, even repeated",
            [{"TICO": "Moulin, moulin du pré, moulin"}, {"TICO": "Moulin"}],
            "moulin", 1,
        ),
        (
            "a thing of the kind asked for comes before a part of one, however often it says so",
            [{"TICO": "Bief (Moulin-Neuf)", "DENO": ["bief"], "EDIF": "Moulin-Neuf",
              "ADRS": "Chemin du Moulin"},
             {"TICO": "Moulin-Vieux", "DENO": ["moulin"]}],
            "moulin", 1,
        ),
        (
            "an image is preferred, all else being equal",
            [{"TICO": "Grange dîmière"}, {"TICO": "Grange dîmière", "@image": True}],
            "grange dîmière", 1,
        ),
        (
            "an image never beats a word of the title",
            [{"TICO": "Ferme", "HIST": "Un beffroi.", "@image": True}, {"TICO": "Beffroi du port"}],
            "beffroi", 1,
        ),
        (
            "words side by side in the title come before words apart",
            [{"TICO": "Pont de la tour haute"}, {"TICO": "Tour du pont vieux et maison haute"}],
            "tour haute", 0,
        ),
        (
            "its own reference comes before a notice that cites it",
            [{"TICO": "Moulin", "REFP": ["IA00870001"]}, {"TICO": "Roue"}],
            "IA00870001", 1,
        ),
        (
            "a title that cites the number stays behind the notice itself",
            [{"TICO": "Voir IA00870001"}, {"TICO": "Roue"}],
            "ia 00870001", 1,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)  # fmt: skip
def test_relevance(
    rule: str,
    notices: list[dict[str, object]],
    text: str,
    best: int,
) -> None:
    rows = [
        {"REF": f"IA0087{n:04d}", **{c: v for c, v in values.items() if c != "@image"}}
        for n, values in enumerate(notices)
    ]
    pictures = [
        {"REF": f"AP87N{n:05d}", "LEG": "Vue", "IMG": "a.jpg", "LBASE": [f"IA0087{n:04d}"]}
        for n, values in enumerate(notices)
        if values.get("@image")
    ]
    load_rows("merimee", *rows)
    load_rows("memoire", *pictures, index=True)
    found = search(Query(text=text, bases=("merimee",))).notices
    assert found[0].ref == f"IA0087{best:04d}", rule
