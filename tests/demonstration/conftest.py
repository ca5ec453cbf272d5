"""One small collection for the tests that only read it."""

import pytest

from pop.demonstration.generating.collection import collection
from pop.demonstration.generating.entries import Entry

SMALL = 600


@pytest.fixture(scope="session")
def entries() -> list[Entry]:
    """What a demonstration of that size brings."""
    return collection(1, SMALL)
