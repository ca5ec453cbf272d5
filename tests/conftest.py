"""What all tests share."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.db import transaction
from django.template.base import FilterExpression, Variable, VariableDoesNotExist
from django.template.defaultfilters import default
from pytest_django import DjangoDbBlocker

from pop.search.engine import generations
from pop.search.engine.index import Snapshot
from tests import collection

# No test fails for being slow: speed is measured in bench/.
hypothesis.settings.register_profile("pop", deadline=None)
hypothesis.settings.load_profile("pop")

ROOT = Path(__file__).resolve().parent.parent
REAL_DATA = ROOT.parent / "shared" / "data"
FACTS = ROOT.parent / "shared" / "facts"


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real files, or a skip."""
    if not REAL_DATA.is_dir():
        pytest.skip("the real files (../shared/data) are not here")
    return REAL_DATA


@pytest.fixture(scope="session")
def facts() -> Path:
    """The folder of the facts about POP, or a skip."""
    if not FACTS.is_dir():
        pytest.skip("the facts (../shared/facts) are not here")
    return FACTS


@pytest.fixture(autouse=True)
def _unknown_template_variables_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that writes a variable it was not given fails, unless it names a default."""
    resolve = FilterExpression.resolve

    def strict(self: Any, context: Any, ignore_failures: bool = False) -> Any:
        has_default = any(function is default for function, _ in self.filters)
        if not ignore_failures and not has_default and isinstance(self.var, Variable):
            try:
                self.var.resolve(context)
            except VariableDoesNotExist:
                name = self.var.var
                raise AssertionError(f"a template names an unknown variable: {name}") from None
        return resolve(self, context, ignore_failures)

    monkeypatch.setattr(FilterExpression, "resolve", strict)


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
