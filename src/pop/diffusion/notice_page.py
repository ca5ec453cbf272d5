"""A notice as its page shows it: drawn from the model's layout, only what is filled and public."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pop.diffusion import documents, pictures
from pop.diffusion.addresses import notice_address, producer_address, search_address
from pop.diffusion.cards import statuses
from pop.diffusion.looks import Looks, looks
from pop.diffusion.related import groups, tree
from pop.diffusion.through_time import through_time
from pop.iiif.pictured import pictured
from pop.iiif.shown import FOLLOWED_BY_A_PAGE
from pop.model import care, catalogue
from pop.model.composing import compose, first_line
from pop.model.displayed import Displayed
from pop.model.layout import holding, lines
from pop.model.loading import line_codes
from pop.model.naming import sentence, title, worded
from pop.model.protection import Kind, State, protection
from pop.model.schema import Base, Field, Line, Link, Section, Type
from pop.model.values import email, text, url
from pop.model.values.registry import TYPES
from pop.notices import producers, published
from pop.notices.derived import derive
from pop.notices.models import Notice
from pop.notices.store import CLOSED
from pop.search.asking.query import Query
from pop.ui.typography import french

# Where the notice that has legal force is read, until the ministry adopts the platform.
REFERENCE_SITE = "https://pop.culture.gouv.fr/notice"
STATE_KINDS = {
    State.IN_FORCE: "success",
    State.PARTIAL: "warning",
    State.LIFTED: "error",
    State.TO_CHECK: "warning",
}
# Values of one field shown at once, the others folded: some have hundreds.
MOST_VALUES = 15


@dataclass(frozen=True, slots=True)
class NoticePage:
    """Everything the template needs, ready to be written."""

    base: dict[str, str]
    ref: str
    title: str
    subtitle: str
    place: str
    date: str
    context: list[str]
    statuses: list[dict[str, Any]]
    pictures: list[dict[str, Any]]
    has_manifest: bool
    documents: list[dict[str, Any]]
    sections: list[dict[str, Any]]
    about: list[dict[str, Any]]
    see_also: list[dict[str, Any]]
    tree: dict[str, Any] | None
    linked: list[dict[str, Any]]
    looks: Looks
    through_time: dict[str, Any] | None


def build(notice: Notice, is_invented: bool = False, looked_at: bool = False) -> NoticePage:
    """The page of a notice, in three queries beyond its own. An invented one is a copy of none.

    looked_at: with what the program sees of its picture, in two queries more.
    """
    base = catalogue.base(notice.base)
    return _Builder(base, notice, is_invented).page(looked_at)


class _Builder:
    """The page of one notice, being built."""

    def __init__(self, base: Base, notice: Notice, is_invented: bool) -> None:
        self._base = base
        self._is_invented = is_invented
        self._notice = notice
        self._derived = derive([notice], FOLLOWED_BY_A_PAGE)[notice.pk]
        self._values = published.shown(notice, self._derived)

    def page(self, looked_at: bool) -> NoticePage:
        base = self._base
        values = Displayed(base, self._values)
        heading = title(base, self._notice.ref, values)
        subtitle = sentence(base, first_line(base.subtitle, values))
        notice = self._notice
        return NoticePage(
            base={"key": base.key, "name": base.name},
            ref=notice.ref,
            title=heading,
            subtitle=subtitle if subtitle != heading else "",
            place=french(first_line(base.place_line, values)),
            date=french(first_line(base.date_line, values)),
            context=care.context(base.key, self._values),
            statuses=list(self._statuses()),
            pictures=pictures.of_page(notice, self._derived, heading),
            has_manifest=next(pictured(notice, self._derived), None) is not None,
            documents=documents.of_page(notice),
            sections=list(self._sections()),
            about=[line for section in base.page.about for line in self._lines(section)],
            see_also=[
                shown
                for line in holding(base.page.see_also, notice.ref, notice.producer)
                for shown in self._line(line)
            ],
            tree=tree(base, notice.ref, self._derived),
            linked=groups(base, notice.ref, self._derived),
            looks=looks(notice, self._derived) if looked_at else Looks(),
            through_time=through_time(notice, self._derived),
        )

    def _statuses(self) -> Iterator[dict[str, Any]]:
        base, notice = self._base, self._notice
        closed = notice.values.get(CLOSED)
        if closed:
            yield {**self._closed(closed), "kind": "warning", "word": "Notice fermée"}
        shown = protection(base.key, notice.ref, notice.producer, notice.values)
        if shown and shown.kind is not Kind.STUDIED:
            yield {
                "text": shown.sentence,
                "word": shown.state.value.capitalize() if shown.state else "",
                "kind": STATE_KINDS[shown.state] if shown.state else "neutral",
                "note": shown.state_shown,
            }
        for text_ in statuses(base, notice):
            yield {"text": text_}
        regulatory = base.regulatory and base.regulatory.holds(notice.ref, notice.producer)
        if regulatory and not self._is_invented:
            copied = notice.updated_on or date.today()
            yield {
                "text": french(
                    f"Copie du {TYPES[Type.DAY].display(copied.isoformat())}, ne fait pas foi."
                ),
                "link": {
                    "label": "Voir la notice de référence",
                    "url": f"{REFERENCE_SITE}/{base.key}/{notice.ref}",
                },
            }

    def _closed(self, closed: Mapping[str, str]) -> dict[str, Any]:
        """Why and when the notice was closed, and the one that takes its place."""
        said = closed["cause"].capitalize()
        if closed.get("on"):
            said += f", {TYPES[Type.DATE].display(closed['on'])}"
        shown: dict[str, Any] = {"text": french(f"{said}.")}
        if successor := closed.get("successor"):
            address = notice_address(self._base.key, successor)
            shown["link"] = {"label": f"Voir la notice {successor}", "url": address}
        return shown

    def _sections(self) -> Iterator[dict[str, Any]]:
        for number, section in enumerate(self._base.page.main, 1):
            lines = list(self._lines(section))
            if lines:
                yield {"title": section.title, "id": f"partie-{number}", "lines": lines}

    def _lines(self, section: Section) -> Iterator[dict[str, Any]]:
        for line in lines(self._base, section, self._notice.ref, self._notice.producer):
            yield from self._line(line)

    def _line(self, line: Line) -> Iterator[dict[str, Any]]:
        if line.fixed:
            value: dict[str, Any] = {"text": french(line.fixed)}
            if line.link_to:
                value["url"] = line.link_to
            yield {"label": line.label, "values": [value]}
        elif line.compose:
            said = compose(line.compose, line.join, Displayed(self._base, self._values))
            if said:
                codes = " ".join(line_codes(line))
                said = sentence(self._base, said)
                yield {"label": line.label, "code": codes, "values": [{"text": said}]}
        elif line.field:
            values = list(self._field_values(line, line.field))
            if values:
                field = self._base.fields[line.field]
                label = line.label or field.label_for(self._notice.ref, self._notice.producer)
                shown: dict[str, Any] = {"label": label, "code": line.field, "values": values}
                if len(values) > MOST_VALUES:
                    shown["values"], shown["folded"] = values[:MOST_VALUES], values[MOST_VALUES:]
                yield shown

    def _field_values(self, line: Line, code: str) -> Iterator[dict[str, Any]]:
        field = self._base.fields[code]
        for given in _texts(self._values.get(code)):
            if line.link_to:
                address = line.link_to.replace("{value}", given)
                address = address.replace("{REF}", self._notice.ref)
                yield {"text": line.link_text or given, "url": address}
            elif field.type is Type.URL:
                found = url.parse(given)
                shown = line.link_text or given
                yield {"text": shown, "url": found.href} if found else {"text": given}
            elif field.type is Type.EMAIL:
                yield (
                    {"text": given, "url": f"mailto:{given}"}
                    if not email.check(given)
                    else {"text": given}
                )
            else:
                yield self._plain(field, code, given)

    def _plain(self, field: Field, code: str, given: str) -> dict[str, Any]:
        shown = worded(self._base, field, given)
        value: dict[str, Any] = {"text": shown}
        paragraphs = text.paragraphs(shown, self._base.line_break)
        if field.type is Type.TEXT and (len(paragraphs) > 1 or len(shown) > 200):
            value["paragraphs"] = paragraphs
        elif (key := field.search_key or field.facet) and key != "base" and not field.generated:
            value["url"] = search_address(Query(filters=((key, given),)))
        elif field.generated == "producer":
            return {"text": french(producers.name(given)), "url": producer_address(given)}
        elif link := self._link_of(code):
            value["url"] = notice_address(link.to[0], given)
        return value

    def _link_of(self, code: str) -> Link | None:
        return next((link for link in self._base.links if link.field == code), None)


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [given for given in value if isinstance(given, str) and given]
    return [value] if isinstance(value, str) and value else []
