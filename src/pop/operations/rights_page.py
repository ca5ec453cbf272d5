"""The table of the rights of pictures in plain words, as the page docs/reference/rights.md."""

from collections.abc import Iterator

from pop.model import catalogue
from pop.model.care_table import kinds
from pop.model.rights_table import DEFAULT, Statement, table
from pop.model.schema import RightsRow

_HEAD = """# Rights of pictures, and what calls for care

Written by `make docs` from `src/pop/model/rights.yaml`, `care.yaml` and the bases; not to be edited
by hand. What people read is in French.

Nothing said, nothing open: a picture is « droits non vérifiés » until a source says otherwise. What
a picture says of itself (its credit, its rights) outranks the fields of its notice, but for the
rows that hold always. When several statements meet, the first of the table below holds: they go
from what protects most to what protects least. The photographer and the author of the work depicted
have two rights, said apart; dates of death open nothing by themselves.

The largest side, in pixels, is what the public may get, tiles included. No source gives a number:
1200 is our choice, for pictures that may be consulted only; « droits non vérifiés » has no limit,
as on the former sites. A picture that may not be shown is given by no page, card, file, feed or
address, and its notice does not count among those with a picture.

`rights` of IIIF takes addresses of Creative Commons and rightsstatements.org alone (its schema):
the Licence Ouverte is said there in words.

What only the ministry can confirm is marked; the most protective reading holds until then.

## What may be said

| statement | what people read | for machines | reuse | largest side | shown |
|---|---|---|---|---|---|
"""

_FIELDS = """
## What the fields say

| base | field | when it says | statement | holds always |
|---|---|---|---|---|
"""

_MENTIONS = """
## Words understood in a credit or in the rights of a picture

Accents, capitals, hyphens and punctuation do not count; longer words win over those they contain. A
version is read after the name of a licence; without one, the licence is named and has no address.
What opens is not believed beside one of: {doubts}.

| words | statement |
|---|---|
"""

_CARE = """
## What calls for care

Such notices are found as any other, under the title of their source, which nothing rewrites. They
are kept out of the home page, of chance and of likeness, and their page says a line first. **The
list was not made by people of the trade: it wants one of them to read it.** The whole base
Rose-Valland is kept out too.

| kind | words | the line |
|---|---|---|
"""


def page() -> str:
    """The whole page."""
    doubts = ", ".join(f"« {word} »" for word in table().doubts)
    return "".join(
        (
            _HEAD, *(_statement(*one) for one in table().statements.items()),
            _FIELDS, *_fields(),
            _MENTIONS.format(doubts=doubts), *_mentions(),
            _CARE, *_care(),
        )
    )  # fmt: skip


def _statement(key: str, said: Statement) -> str:
    name = said.named("").replace(" {version}", "")
    if key == DEFAULT:
        name += " (nothing said)"
    return _row(
        f"{name}<br>**{said.review}**" if said.review else name,
        said.sentence,
        f"`{said.uri}`" if said.uri else "—",
        said.reuse,
        str(said.largest or "—") if said.shown else "—",
        "yes" if said.shown else "no",
    )


def _fields() -> Iterator[str]:
    for base in catalogue.bases().values():
        for row in base.rights.table:
            name = f"{base.fields[row.field].label} (`{row.field}`)"
            said = table().statements[row.statement].named("")
            said = f"{said}<br>**{row.review}**" if row.review else said
            yield _row(base.short, name, _when(row), said, "yes" if row.always else "no")


def _when(row: RightsRow) -> str:
    if row.anything_but:
        return f"anything but {_quoted(row.anything_but)}"
    return _quoted(row.says)


def _mentions() -> Iterator[str]:
    for mention in table().mentions:
        words = _quoted(mention.words)
        if mention.alone:
            words += " (rights of the picture only, and nothing else said there)"
        yield _row(words, table().statements[mention.statement].named(""))


def _care() -> Iterator[str]:
    for kind in kinds().values():
        words = _quoted(kind.words)
        if kind.but:
            words += f"; not {_quoted(kind.but)}"
        yield _row(kind.label, words, kind.context)


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"« {word} »" for word in words)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
