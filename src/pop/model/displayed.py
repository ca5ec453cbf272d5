"""The values of a notice as people read them, worked out only for those that are asked for."""

from collections.abc import Iterator, Mapping
from typing import Any

from pop.model.schema import Base
from pop.model.values.registry import TYPES


class Displayed(Mapping[str, Any]):
    """The same mapping of codes to values, each text displayed by its type."""

    def __init__(self, base: Base, values: Mapping[str, Any]) -> None:
        self._base = base
        self._values = values

    def __getitem__(self, code: str) -> Any:
        value = self._values[code]
        field = self._base.fields.get(code)
        if field is None:
            return value
        display = TYPES[field.type].display
        if isinstance(value, list):
            return [display(text) if isinstance(text, str) else text for text in value]
        return display(value) if isinstance(value, str) else value

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
