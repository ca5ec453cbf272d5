"""People who may be living: what is not published of them.

Born less than a hundred years ago, or at a date not known, and not known dead: the year of birth
alone is published; the fields marked `living_people` are not (rules of the domain, §5).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pop.model.schema import Base
from pop.model.values import dates

LONGEST_LIFE = 100


def may_live(base: Base, values: Mapping[str, Any], today: date) -> bool:
    """Whether the person that a notice describes may be living; False for what is no person."""
    person = base.person
    if person is None or any(_texts(values.get(person.death))):
        return False
    oldest = today.year - LONGEST_LIFE
    born = [year for text in _texts(values.get(person.birth)) if (year := _first(text))]
    if born:
        return max(born) >= oldest
    active = [
        year for code in person.active for t in _texts(values.get(code)) if (year := _last(t))
    ]
    return not active or max(active) >= oldest


def withheld(base: Base, values: Mapping[str, Any]) -> dict[str, Any]:
    """What is published of a person who may be living: the notice without its private fields."""
    person = base.person
    kept = {
        code: value
        for code, value in values.items()
        if not ((field := base.fields.get(code)) and field.living_people)
    }
    years = [_first(text) for text in _texts(values.get(person.birth))] if person else []
    if person and years and years[0]:
        kept[person.birth] = str(years[0])
    return kept


def _texts(value: Any) -> Iterator[str]:
    yield from (text for text in (value if isinstance(value, list) else [value]) if text)


def _first(text: str) -> int | None:
    years = dates.index(text).years
    return years[0] if years else None


def _last(text: str) -> int | None:
    years = dates.index(text).years
    return years[1] if years else None
