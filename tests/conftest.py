"""What all tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

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


class _Unknown(str):
    """What a template writes for a variable it was not given: never, in a test."""

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"a template names an unknown variable: {name}")

    def __contains__(self, item: object) -> bool:
        return item == "%s" or super().__contains__(str(item))


@pytest.fixture(autouse=True)
def _unknown_template_variables_fail() -> Iterator[None]:
    options = settings.TEMPLATES[0]["OPTIONS"]
    before = options.get("string_if_invalid", "")
    from django.template import engines

    engine = engines["django"].engine
    engine.string_if_invalid = _Unknown("%s")
    yield
    engine.string_if_invalid = before
