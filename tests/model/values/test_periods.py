"""The table of named periods: sound, sourced, and found under any spelling."""

from pathlib import Path

import pytest
import yaml

from pop.model.values import dates, periods

ALL = periods.periods()
BY_NAME = {period.name: period for period in ALL}


def test_every_line_has_a_source_and_years_in_order() -> None:
    for period in ALL:
        assert len(period.source) > 20, period.name
        assert 0 not in (period.start, period.end), period.name
        if period.start is not None and period.end is not None:
            assert period.start <= period.end, period.name


@pytest.mark.parametrize("period", ALL, ids=lambda period: period.name)
def test_every_spelling_is_read_as_its_period(period: periods.Period) -> None:
    for spelling in (*period.spellings, *period.plain):
        for text in (spelling, f"époque {spelling}", spelling.upper(), f"{spelling} (?)"):
            found = dates.parse(text)
            assert found is not None, text
            assert found.years == (period.start, period.end), text


@pytest.mark.parametrize("text", ["1880, restauration", "1880 (restauration)", "1900 : moderne"])
def test_an_everyday_word_is_not_a_period_by_itself(text: str) -> None:
    found = dates.parse(text)
    assert found is not None
    assert found.years in ((1880, 1880), (1900, 1900))
    assert found.note


def test_the_longest_name_wins() -> None:
    for text, name in (
        ("Âge du bronze final", "Âge du bronze final"),
        ("Antiquité tardive", "Antiquité tardive"),
        ("Haut-Empire", "Haut-Empire"),
        ("Song du Nord", "Song du Nord"),
        ("Louis XVIII", "Louis XVIII"),
    ):
        found = dates.parse(text)
        assert found is not None
        assert found.years == (BY_NAME[name].start, BY_NAME[name].end)


def test_divisions_stay_inside_what_they_divide() -> None:
    for outer, names in {
        "Paléolithique": ["Paléolithique inférieur", "Paléolithique final", "Magdalénien"],
        "Néolithique": ["Néolithique ancien", "Néolithique moyen", "Néolithique final"],
        "Âge du bronze": ["Âge du bronze ancien", "Âge du bronze final", "Bronze final III"],
        "Âge du fer": ["Âge du fer 1", "Âge du fer 2", "La Tène finale"],
        "Moyen Âge": ["Haut Moyen Âge", "Moyen Âge central", "Bas Moyen Âge"],
        "Nouvel Empire": ["18e dynastie", "20e dynastie", "Ramesside"],
    }.items():
        for name in names:
            start, end = BY_NAME[name].start, BY_NAME[name].end
            first, last = BY_NAME[outer].start, BY_NAME[outer].end
            assert start is not None and end is not None
            assert first is not None and last is not None
            assert first <= start <= end <= last, name


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"name": "A", "start": 5, "end": 2, "source": "s"}, "after its end"),
        ({"name": "A", "start": 0, "end": 2, "source": "s"}, "year zero"),
        ({"name": "A", "start": None, "end": None, "source": "s"}, "start or an end"),
        ({"name": "A", "start": 1, "end": 2, "source": "t"}, "unknown source"),
        ({"name": "A", "start": 1, "end": 2, "source": "s", "also": ["Bé"]}, "both"),
    ],
)
def test_an_unsound_table_is_refused(
    line: dict[str, object], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = {"name": "be", "start": 1, "end": 2, "source": "s"}
    table = tmp_path / "periods.yaml"
    table.write_text(yaml.safe_dump({"sources": {"s": "a source"}, "periods": [other, line]}))
    monkeypatch.setattr(periods, "TABLE", table)
    with pytest.raises(ValueError, match=said):
        periods.periods.__wrapped__()
