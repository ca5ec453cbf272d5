"""Terms: the label, what qualifies it, and one key for all its qualifications."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pop.model.values import term
from pop.model.values.term import Term

NESTED = st.text(alphabet="aB é(),;? ", max_size=30)


@pytest.mark.parametrize(
    ("text", "label", "qualifiers"),
    [
        ("peinture", "peinture", ()),
        ("DUPONT Anne (peintre, attribué)", "DUPONT Anne", ("peintre", "attribué")),
        ("DUPONT Anne (peintre ; graveur)", "DUPONT Anne", ("peintre", "graveur")),
        ("DUPONT Anne ?", "DUPONT Anne", ("?",)),
        ("DUPONT Anne (?)", "DUPONT Anne", ("?",)),
        ("DUPONT Anne (peintre ?)", "DUPONT Anne", ("peintre ?",)),
        ("(attribué à) DUPONT Anne (peintre)", "DUPONT Anne", ("attribué à", "peintre")),
        ("cuir (découpé (fin, doux), laqué)", "cuir", ("découpé (fin, doux)", "laqué")),
        ("verre (coloré) : à filets", "verre : à filets", ("coloré",)),
        # Seen in the list of authors of Joconde.
        ("PRIEUR Barthelemy sculpteur)", "PRIEUR Barthelemy sculpteur", ()),
        ("PRIEUR Barthelemy (sculpteur", "PRIEUR Barthelemy", ("sculpteur",)),
        ("PRIEUR ()", "PRIEUR", ()),
        ("(sculpteur)", "(sculpteur)", ()),
        ("?", "?", ()),
    ],
)
def test_parse(text: str, label: str, qualifiers: tuple[str, ...]) -> None:
    assert term.parse(text) == Term(label, qualifiers)


def test_blank_is_no_term() -> None:
    assert term.parse(" \n") is None
    assert term.index(" ").keys == ()


def test_one_key_whatever_the_qualifiers_and_the_accents() -> None:
    writings = ["LÉGER Fernand", "Leger  Fernand (peintre)", "léger fernand (?)", "LEGER Fernand ?"]
    assert {term.index(writing).keys for writing in writings} == {("leger fernand",)}


def test_display_keeps_everything() -> None:
    assert term.display("d'AZUR Zoé (peintre, ?)") == "d’AZUR Zoé (peintre, ?)"


def test_words_hold_the_qualifiers() -> None:
    assert term.index("DUPONT (peintre)").words == "DUPONT (peintre)"


def test_damaged_accents_are_noticed() -> None:
    assert [fault.code for fault in term.check("LÃ©ger")] == ["ENCODING"]


@given(NESTED)
def test_no_letter_is_lost_between_label_and_qualifiers(text: str) -> None:
    parsed = term.parse(text)
    if parsed is None:
        assert not text.strip()
        return
    assert parsed.label
    whole = parsed.label + "".join(parsed.qualifiers)
    assert sorted(filter(str.isalpha, whole)) == sorted(filter(str.isalpha, text))
