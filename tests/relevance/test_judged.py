"""Judged queries: what the file may say, how rules find notices, and that all of it exists."""

from collections import Counter
from pathlib import Path

import pytest

from relevance import judged
from relevance.judged import Malformed
from relevance.records import Library, Record, read

NOTICES = [
    Record("merimee", "PA00990001", {"TICO": "Moulin à vent", "DPT": ["99"], "COM": ["Orne"]}),
    Record("merimee", "PA00990002", {"TICO": "Maison du moulin", "DPT": ["99"], "COM": ["Ornex"]}),
    Record("merimee", "PA00990003", {"TICO": "Moulins à vent", "DPT": ["98", "99"], "COM": []}),
    Record("museo", "M9901", {"NOMOFF": "Musée du Moulin-à-vent", "VILLE_M": "Orne"}),
]


def grades(tmp_path: Path, entry: str) -> dict[str, int]:
    """The grades that one query, its text left out, gives to the notices above."""
    path = tmp_path / "queries.yaml"
    path.write_text(f"essai:\n  - query: moulin\n    {entry}\n", encoding="utf-8")
    queries = judged.read(path)
    judged.grade(queries, Library(NOTICES))
    return {ref: grade for (_, ref), grade in queries[0].grades.items()}


@pytest.mark.parametrize(
    ("fields", "refs"),
    [
        ("TICO: moulin a vent", {"PA00990001"}),
        ("TICO: [moulin a vent, moulins a vent]", {"PA00990001", "PA00990003"}),
        ("TICO: moulin*", {"PA00990001", "PA00990002", "PA00990003"}),
        ("TICO: ^MOULIN*", {"PA00990001", "PA00990003"}),
        ("TICO: Moulin$", {"PA00990002"}),
        ("COM: orne", {"PA00990001"}),
        ('DPT: "98"', {"PA00990003"}),
        ('TICO: moulin*, DPT: "99", not: {COM: ornex}', {"PA00990001", "PA00990003"}),
    ],
)
def test_a_rule_finds_whole_words_whatever_their_dress(
    fields: str, refs: set[str], tmp_path: Path
) -> None:
    found = grades(tmp_path, f"where: [{{grade: 2, base: merimee, {fields}}}]")
    assert found == dict.fromkeys(refs, 2)


def test_a_name_outranks_rules_and_the_best_rule_wins(tmp_path: Path) -> None:
    found = grades(
        tmp_path,
        "1: [merimee PA00990001]\n    where:\n"
        "      - {grade: 2, base: merimee, TICO: moulin*}\n"
        '      - {grade: 3, base: merimee, DPT: "98"}\n'
        "      - {grade: 2, base: museo, NOMOFF: moulin a vent}",
    )
    assert found == {"PA00990001": 1, "PA00990002": 2, "PA00990003": 3, "M9901": 2}


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("1: [merimee PA00990001]", "rien n’est voulu en 3"),
        ("3: [merimee PA00000000]", "aucune notice merimee PA00000000"),
        ("3: [PA00990001]", "n’est pas « base RÉFÉRENCE »"),
        ("3: [merimee PA00990001]\n    2: [merimee PA00990001]", "vient deux fois"),
        ("3: [merimee PA00990001]\n    4: [merimee PA00990002]", "inconnu, 4"),
        ("where: [{grade: 2, base: merimee}]", "un champ"),
        ("where: [{grade: 5, base: merimee, TICO: moulin}]", "note de 1 à 3"),
        ("where: [{grade: 2, base: merimee, TICO: phare}]", "ne trouve rien"),
        ("where: [{grade: 2, TICO: moulin}]", "une base"),
        ("3: [merimee PA00990001", "n’est pas du YAML"),
        ("3: [merimee PA00990001]\n  - query: moulin\n    3: [museo M9901]", "demandé deux fois"),
    ],
)
def test_what_cannot_be_judged_is_refused(entry: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(Malformed, match=said):
        grades(tmp_path, entry)


def test_there_are_many_queries_of_every_kind() -> None:
    queries = judged.read()
    assert len(queries) >= 200
    assert min(Counter(one.category for one in queries).values()) >= 12


@pytest.mark.real_data
def test_every_wanted_notice_exists_and_every_rule_finds_some(real_data: Path) -> None:
    judged.grade(judged.read(), Library(read(real_data)))
