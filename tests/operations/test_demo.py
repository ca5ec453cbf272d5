"""`pop demo` and `pop serve --demo` as people run them."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import DATA, PATIENCE, Platform, platform

SIZE = "400"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Platform]:
    with platform(tmp_path) as one:
        yield one


def test_it_is_brought_seen_refused_and_taken_away(own: Platform) -> None:
    told = own.pop("demo", "--size", SIZE)
    assert told.code == 0, told
    assert "Démonstration complète" in told.out
    assert told.out.count("/recherche?") == 5
    assert "pop demo --remove" in told.out
    total = sum(own.counts().values())
    assert total > 380

    # Again: nothing to do, and without a word of options the same collection is meant.
    again = own.pop("demo")
    assert again.code == 0
    assert "déjà là" in again.out
    answer = own.ask("demo")
    assert answer.pop("seconds") >= 0
    assert answer == {"notices": 0, "pictures": 0, "seed": 1, "size": 400}
    other = own.pop("demo", "--seed", "2")
    assert other.code == 2
    assert "--remove" in other.err

    # Real notices do not come beside it; a trial, which writes nothing, may.
    refused = own.pop("load", DATA / "valserine.csv")
    assert refused.code == 2
    assert "démonstration" in refused.err and "POP_DATA" in refused.err
    assert own.pop("load", DATA / "valserine.csv", "--dry-run").code == 0
    assert sum(own.counts().values()) == total

    assert own.ask("demo", "--remove") == {"removed": total}
    assert own.counts() == {}
    assert own.pop("demo", "--remove").code == 2

    # And now the other way round.
    assert own.pop("load", DATA / "valserine.csv").code == 0
    beside = own.pop("demo", "--size", SIZE)
    assert beside.code == 2
    assert "vraies notices" in beside.err


def test_the_site_answers_at_once_and_fills(own: Platform) -> None:
    with own.serve("--demo") as server:
        status, page = server.get("/")
        assert status == 200
        until = time.monotonic() + PATIENCE
        while "sont inventés" not in page:
            assert time.monotonic() < until, "the demonstration does not begin"
            time.sleep(0.2)
            page = server.get("/")[1]
        while "/iiif/3/" not in server.get("/recherche")[1]:
            assert time.monotonic() < until, "no picture arrives"
            time.sleep(0.2)
    # Stopped before its end, it leaves a store that a next start completes.
    assert own.ask("status")["batches"]["unfinished"] == 0
    assert sum(own.counts().values()) > 0
