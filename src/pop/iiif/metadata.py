"""What a manifest says of a notice beside its pictures: the lines of the main column of its page,
from the same public values, with the same labels."""

from collections.abc import Iterator, Mapping
from typing import Any

from pop.iiif.words import Texts, pair
from pop.model import catalogue
from pop.model.composing import compose
from pop.model.displayed import Displayed
from pop.model.layout import lines
from pop.model.naming import sentence, worded
from pop.model.schema import Base, Line, Type
from pop.model.values import text
from pop.notices import producers
from pop.notices.models import Notice
from pop.notices.store import texts

MOST_VALUES = 15
"""Values of one line; some have hundreds, which the page of the notice gives."""
LONGEST = 1000
"""Characters of one value, beyond which the page of the notice gives the rest."""


def metadata(notice: Notice, values: Mapping[str, Any]) -> list[dict[str, Texts]]:
    """The pairs of label and values, from the public values (notices/published.py)."""
    base = catalogue.base(notice.base)
    told = {"Référence": [notice.ref], "Base": [base.name]}
    told["Producteur"] = [producers.name(notice.producer)]
    for section in base.page.main:
        for line in lines(base, section, notice.ref, notice.producer):
            label, said = _line(base, notice, values, line)
            told.setdefault(label, []).extend(filter(None, said))
    return [pair(label, *_few(said)) for label, said in told.items() if any(said)]


def _few(said: list[str]) -> list[str]:
    kept = [_short(text) for text in dict.fromkeys(said)]
    return [*kept[:MOST_VALUES], "…"] if len(kept) > MOST_VALUES else kept


def _line(
    base: Base, notice: Notice, values: Mapping[str, Any], line: Line
) -> tuple[str, list[str]]:
    if line.fixed:
        return line.label, [line.fixed]
    if line.compose:
        said = compose(line.compose, line.join, Displayed(base, values))
        return line.label, [sentence(base, said)]
    field = base.fields[line.field or ""]
    label = line.label or field.label_for(notice.ref, notice.producer)
    return label, list(_values(base, line, values.get(line.field or "")))


def _values(base: Base, line: Line, value: Any) -> Iterator[str]:
    field = base.fields[line.field or ""]
    for given in texts(value):
        if field.generated == "producer":
            yield producers.name(given)
            continue
        said = worded(base, field, given)
        if field.type is Type.TEXT:
            said = "\n".join(text.paragraphs(said, base.line_break))
        yield said


def _short(said: str) -> str:
    if len(said) <= LONGEST:
        return said
    return said[:LONGEST].rsplit(" ", 1)[0] + "…"
