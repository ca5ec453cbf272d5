"""What tests of the base files ask of them, in words."""

from pop.model.catalogue import base
from pop.model.checking import Checker
from pop.model.loading import line_codes
from pop.model.schema import Base, Line


def lines(described: Base) -> list[Line]:
    """The lines of the notice page, from top to bottom."""
    sections = (*described.page.main, *described.page.about)
    return [line for section in sections for line in section.lines] + [*described.page.see_also]


def shown(described: Base, ref: str = "", producer: str = "") -> set[str]:
    """The codes on the page of a notice of that producer."""
    return {
        code
        for line in lines(described)
        if line.when is None or line.when.holds(ref, producer)
        for code in line_codes(line)
    }


def titles(key: str) -> list[str]:
    return [section.title for section in base(key).page.main]


def label(key: str, code: str, producer: str = "") -> str:
    return base(key).fields[code].label_for("", producer)


def flags(key: str, **values: str | list[str]) -> set[str]:
    return {finding.flag for finding in Checker(base(key)).check(values)}


def refusals(key: str, **values: str | list[str]) -> set[str]:
    return {finding.flag for finding in Checker(base(key)).check(values) if finding.refuses}


def carrying(key: str, element: str) -> set[str]:
    """The fields of a base that give that element of Dublin Core."""
    return {code for code, field in base(key).fields.items() if element in field.dublin_core}


def facet(key: str, name: str) -> set[str]:
    return {code for code, field in base(key).fields.items() if field.facet == name}


def accepted(key: str, ref: str) -> bool:
    return Checker(base(key)).reference(ref) is None
