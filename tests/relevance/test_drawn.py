"""Queries drawn by lot: they want the notice they come from, and its namesakes in the commune."""

from relevance.drawn import draw
from relevance.records import Library, Record


def library() -> Library:
    communes = ("Aubeterre", "Montclar", "Les Orges")
    return Library(
        [
            Record("merimee", f"PA0099{n:04d}",
                   {"TICO": f"Chapelle du lieu {n // 2}", "COM": [communes[n % 3]],
                    "AUTR": [f"Lestrange {n % 15} (architecte)"]})
            for n in range(60)
        ]
        + [Record("museo", "M9901", {"NOMOFF": "Musée des Orges", "VILLE_M": "Les Orges"})]
        + [Record("merimee", "PA00999999", {"TICO": "Sans commune"})]
    )  # fmt: skip


def test_a_lot_is_the_same_for_the_same_seed_and_wants_what_exists() -> None:
    books = library()
    drawn = draw(books, 1, 60)
    assert [one.text for one in drawn] == [one.text for one in draw(books, 1, 60)]
    assert [one.text for one in drawn] != [one.text for one in draw(books, 2, 60)]
    assert len(drawn) == 60
    assert all(one.grades and set(one.grades) <= set(books.by_key) for one in drawn)
    assert ("merimee", "PA00999999") not in {key for one in drawn for key in one.grades}


def test_an_author_wants_all_that_he_built_there() -> None:
    drawn = [one for one in draw(library(), 1, 12) if one.category == "auteur et commune"]
    assert drawn
    assert all(len(one.grades) == 4 for one in drawn)


def test_a_mistake_is_in_the_longest_word() -> None:
    drawn = [one for one in draw(library(), 3, 60) if one.category == "faute de frappe"]
    assert drawn
    assert any("chapelle" not in one.text and "musee" not in one.text for one in drawn)
