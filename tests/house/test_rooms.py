"""The import contract holds, and knows every room that exists."""

import tomllib
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_a_room_imports_only_rooms_of_a_lower_floor(
    root: Path, monkeypatch: object, capsys: object
) -> None:
    assert lint_imports(config_filename=str(root / "pyproject.toml")) == EXIT_STATUS_SUCCESS


def test_every_room_is_in_the_contract_and_has_its_ten_lines(root: Path) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text())
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    known = {room.strip() for layer in layers for room in layer.split("|")}
    rooms = {path.parent.name for path in (root / "src/pop").glob("*/__init__.py")}
    assert rooms == known
    house = (root / "docs/explanation/house.md").read_text()
    for room in rooms:
        readme = (root / "src/pop" / room / "README.md").read_text()
        assert 5 <= len(readme.splitlines()) <= 25, room
        assert f"`{room}`" in house, room
