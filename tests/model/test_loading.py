"""Errors of a base file name the file, the base and the field."""

from pathlib import Path

import pytest

from pop.model.catalogue import FOLDER
from pop.model.loading import ModelError, load_base, load_bases


def changed(tmp_path: Path, before: str, after: str, base: str = "merimee") -> Path:
    text = (FOLDER / f"{base}.yaml").read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / f"{base}.yaml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("  TICO:\n", "  TICO:\n    lable: x\n", "field TICO: .*lable"),
        ("  TICO:\n", "  TICO:\n    type: novel\n", "field TICO"),
        ("  HIST:\n", "  HIST:\n    min_length: 3\n", "field HIST: .*min_length"),
        (
            "  TICO:\n",
            "  TICO:\n    confidential: true\n",
            "field TICO: (is not|stands)",
        ),
        ("  TICO:\n", "  TICO: {}\n  TICO:\n", "TICO.* is written twice"),
        ("  TICO:\n", "  TICO:\n    section: Nulle part\n", "field TICO: section « Nulle part »"),
        ("title:\n", "title:\n  - {compose: [NOPE]}\n", "field NOPE: named in title"),
        ("reciprocal: REFA", "reciprocal: NOPE", "field REFO: link: palissy has no field NOPE"),
        ("key: merimee", "key: merimée", "merimee.yaml: base merimee"),
        ("line_break:", "linebreak:", "base merimee.*linebreak"),
    ],
)
def test_a_fault_says_where_it_is(before: str, after: str, said: str, tmp_path: Path) -> None:
    path = changed(tmp_path, before, after)
    for other in FOLDER.glob("*.yaml"):
        if other.name != path.name:
            (tmp_path / other.name).write_bytes(other.read_bytes())
    with pytest.raises(ModelError, match=said) as caught:
        load_bases(tmp_path)
    assert "merimee" in str(caught.value)


def test_a_masking_field_must_be_confidential(tmp_path: Path) -> None:
    text = (FOLDER / "palissy.yaml").read_text(encoding="utf-8")
    start = text.index("  COM2:\n")
    end = text.index("confidential: true", start)
    path = tmp_path / "palissy.yaml"
    path.write_text(text[:end] + "staff: true" + text[end + 18 :], encoding="utf-8")
    with pytest.raises(ModelError, match="field COM2: masks a place"):
        load_base(path)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    path = changed(tmp_path, "  TICO:\n", "  TICO:\n    lable: x\n")
    text = path.read_text(encoding="utf-8").replace("  HIST:\n", "  HIST:\n    lable: x\n", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        load_base(path)
    assert "field TICO" in str(caught.value)
    assert "field HIST" in str(caught.value)


def test_the_eight_bases_load_in_the_order_people_meet_them() -> None:
    from pop.model import catalogue

    assert tuple(catalogue.bases()) == catalogue.ORDER
    assert catalogue.base("Rose-Valland").key == "mnr"
    assert catalogue.base("museofile").key == "museo"
    with pytest.raises(KeyError):
        catalogue.base("mistral")
