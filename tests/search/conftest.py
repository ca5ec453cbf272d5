"""A store and an index that all the tests of one module share, undone at its end."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from pop.search import generations
from pop.search.engine import Snapshot
from tests.search import collection


@pytest.fixture(scope="module")
def own_platform(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """An empty store and an empty index; what tests of the module do is undone one by one."""
    with (
        pytest.MonkeyPatch.context() as patch,
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setenv("POP_DATA", str(tmp_path_factory.mktemp("data")))
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def valserre(own_platform: None) -> Snapshot:
    """The invented collection, loaded and indexed; the index as it is then."""
    collection.load()
    snapshot = generations.snapshot()
    assert snapshot is not None
    return snapshot


@pytest.fixture
def own_index(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty index of the test's own; what it loads is undone with it."""
    monkeypatch.setenv("POP_DATA", str(tmp_path_factory.mktemp("data")))
