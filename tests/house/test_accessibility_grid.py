"""The grid of docs/accessibility.md is whole, counts itself rightly and names tests that exist."""

import re
from collections import Counter
from pathlib import Path

# How many criteria each theme of the RGAA 4.1 has: 106 in all.
CRITERIA = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
STATES = ("conforme", "non conforme", "à vérifier", "non applicable")


def test_the_grid_lists_every_criterion_and_counts_them(root: Path) -> None:
    text = (root / "docs/accessibility.md").read_text()
    rows = re.findall(r"^\| (\d+)\.(\d+) \| [^|]+ \| ([^|]+) \| [^|]+ \|$", text, re.M)
    assert [(int(theme), int(number)) for theme, number, _ in rows] == [
        (theme, number) for theme, count in enumerate(CRITERIA, 1) for number in range(1, count + 1)
    ]
    found = Counter(state for *_, state in rows)
    assert set(found) <= set(STATES)
    assert (
        f"Sur 106 critères : {found['conforme']} conformes, {found['non conforme']} non conforme, "
        f"{found['à vérifier']} à vérifier, {found['non applicable']} non applicables."
    ) in text, found


def test_the_grid_names_tests_that_exist(root: Path) -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", (root / "docs/accessibility.md").read_text())
    assert named
    assert [name for name in named if not (root / name).exists()] == []
