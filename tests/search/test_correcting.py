"""What is not corrected: a number that nothing has is no fault of typing among words."""

import pytest

from pop.search.engine.index import Snapshot
from pop.search.meaning import correcting

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("word", ["pa99999999", "m0123", "d2024", "12ter"])
def test_a_number_looks_for_no_word(
    word: str, valserre: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def beginning(_: Snapshot, field: str, prefix: str, most: int | None = None) -> list[str]:
        asked.append(prefix)
        return []

    monkeypatch.setattr(Snapshot, "beginning", beginning)
    correcting.candidates(valserre, word)
    assert asked == []
    correcting.candidates(valserre, "egllise")
    assert asked
