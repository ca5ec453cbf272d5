"""What calls for care: shown to nobody who did not ask, found as any other."""

from pathlib import Path
from typing import Any

import pytest

from pop.model import catalogue
from pop.model.care import context, is_kept_out, is_sensitive
from pop.model.care_table import kinds
from pop.model.loading import ModelError, load_base
from pop.model.values.words import normal


@pytest.mark.parametrize(
    ("base", "values"),
    [
        ("joconde", {"TITR": "Momie d’enfant"}),
        ("joconde", {"DENO": ["crâne", "parure"]}),
        ("joconde", {"REPR": ["scène (supplice)"]}),
        ("joconde", {"TITR": "Tête de nègre"}),
        ("memoire", {"LEG": "Cadavres de soldats allemands"}),
        ("memoire", {"TICO": "Fosses communes"}),
        ("palissy", {"TICO": "reliquaire aux OSSEMENTS de saint Yves"}),
        ("merimee", {"TICO": "Maison dite du Nègre"}),
        ("mnr", {"TITR": "Paysage"}),
    ],
)
def test_what_calls_for_care_is_known(base: str, values: dict[str, Any]) -> None:
    assert is_sensitive(base, values)


@pytest.mark.parametrize(
    ("base", "values"),
    [
        ("joconde", {"TITR": "Vase"}),
        # The author of a work is no skull, nor the words of its description its title.
        ("joconde", {"AUTR": ["Crâne Walter"], "DESC": "Un crâne est posé près du livre."}),
        ("joconde", {"TITR": "Plantes indigènes du Jura"}),
        # Two values are no words in a row.
        ("joconde", {"DENO": ["corps", "humain"]}),
        ("merimee", {"TICO": "Monument aux morts", "DENO": ["ossuaire"]}),
        ("memoire", {"LEG": "Négrepelisse, vue générale"}),
    ],
)
def test_what_is_harmless_is_left_alone(base: str, values: dict[str, Any]) -> None:
    assert not is_sensitive(base, values)
    assert context(base, values) == []


def test_the_page_says_a_line_for_each_reason_and_never_for_the_whole_of_a_base() -> None:
    lines = context("joconde", {"TITR": "Le supplice de la momie"})
    assert len(lines) == 2
    assert all(
        line.startswith("Le titre ou le sujet de cette notice, tel que sa source l’a écrit, ")
        for line in lines
    )
    assert is_kept_out("mnr") and context("mnr", {"TITR": "Paysage"}) == []
    assert [base for base in catalogue.bases() if is_kept_out(base)] == ["mnr"]


@pytest.mark.parametrize("kind", kinds())
def test_every_word_of_the_list_is_found_in_a_title(kind: str) -> None:
    assert kind in catalogue.base("joconde").care.read
    for word in kinds()[kind].words:
        assert is_sensitive("joconde", {"TITR": f"Étude, {word.upper()}, crayon"}), word
    for word in kinds()[kind].but:
        assert not is_sensitive("joconde", {"TITR": word}), word


def test_the_words_of_the_former_list_are_all_there() -> None:
    former = """momie momies crane cranes squelette squelettes ossement ossements cadavre cadavres
        supplice bourreau esclave esclaves negre negres negresse indigene indigenes"""
    known = {normal(word) for one in kinds().values() for word in one.words}
    assert set(former.split()) <= known


def test_a_kind_or_a_field_that_does_not_exist_is_told(tmp_path: Path) -> None:
    text = (catalogue.FOLDER / "joconde.yaml").read_text(encoding="utf-8")
    path = tmp_path / "joconde.yaml"
    for before, after, said in (
        ("    restes-humains:", "    restes:", "unknown kind « restes »"),
        ("restes-humains: [TITR", "restes-humains: [NOPE", "field NOPE: named in care"),
    ):
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        with pytest.raises(ModelError, match=said):
            load_base(path)
