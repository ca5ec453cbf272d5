"""The lines of the page that one notice has, whether they are filled or not."""

from collections.abc import Iterable, Iterator

from pop.model.schema import Base, Line, Section


def lines(base: Base, section: Section, ref: str, producer: str) -> Iterator[Line]:
    """Those of a section: first what the layout lists, then fields that name their section."""
    if section.when and not section.when.holds(ref, producer):
        return
    yield from holding(section.lines, ref, producer)
    for code, field in base.fields.items():
        if field.section == section.title:
            yield Line(field=code)


def holding(listed: Iterable[Line], ref: str, producer: str) -> Iterator[Line]:
    """Those of a list that are for the notice of that reference and producer."""
    return (line for line in listed if not line.when or line.when.holds(ref, producer))
